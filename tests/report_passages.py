"""What tests share that cut, glue and rewrite the published reports: passages and figures."""

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from hypothesis import strategies as st

from baogao.reading import extract_command
from baogao.reading.normalise import normalise
from figure_cases import words

PLACES = ("start", "end", "text")
BLANK = re.compile(r"\s+")


class Passage(NamedTuple):
    """Words of a report, and what is known of them."""

    text: str
    area: str
    year: int


def published() -> list[Passage]:
    found = []
    for path in sorted((Path(__file__).parents[1] / "content" / "reports").rglob("*.md")):
        text = path.read_text("utf-8")
        front = extract_command.front_matter(text)
        found.append(Passage(text[front.start :].strip("\n") + "\n", front.area, front.year))
    return found


def sections(report: Passage) -> list[Passage]:
    """Return the parts of a report that a heading of its own opens."""
    parts = re.split(r"(?m)^(?=## )", report.text)[1:]
    return [report._replace(text=part) for part in parts]


REPORTS = published()
SECTIONS = [section for report in REPORTS for section in sections(report)]
DATED = [section for section in SECTIONS if re.match(r"## .*20\d\d年", section.text)]
LONG = [section for section in SECTIONS if len(section.text) > 1500]


@st.composite
def pieces(draw) -> str:
    """Draw words of some report, cut anywhere: within a line, a word or a number."""
    text = draw(st.sampled_from(REPORTS)).text
    begin = draw(st.integers(0, len(text)))
    return text[begin : begin + draw(st.integers(0, 2500))]


@st.composite
def excerpts(draw) -> Passage:
    """Draw up to six paragraphs that follow one another in some section."""
    section = draw(st.sampled_from(LONG))
    paragraphs = section.text.split("\n\n")
    begin = draw(st.integers(0, len(paragraphs) - 1))
    text = "\n\n".join([paragraphs[0], *paragraphs[max(1, begin) : begin + 6]])
    return section._replace(text=text.strip("\n") + "\n")


@lru_cache(maxsize=256)
def figures(passage: Passage) -> tuple[dict, ...]:
    """Return what `extract` says of a passage."""
    return tuple(extract_command.extract(passage.text, words(), passage.area, passage.year))


def said(found, fields=None) -> list[tuple]:
    """Return what figures say, wherever they stand, and their words without white space."""
    return [
        (
            normalise(BLANK.sub("", figure["text"])),
            {
                name: normalise(BLANK.sub("", value)) if name == "label" else value
                for name, value in figure.items()
                if name not in PLACES and (fields is None or name in fields)
            },
        )
        for figure in found
    ]
