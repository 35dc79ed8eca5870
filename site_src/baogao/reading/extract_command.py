"""`baogao extract`: the figures of any text, one JSON object a line."""

import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple, TypedDict

from baogao.content.files.invisible_characters import Seen, seen
from baogao.content.files.own_places import VOCABULARY
from baogao.content.vocabulary.vocabulary import Vocabulary, load
from baogao.content.yaml import yaml_with_lines
from baogao.reading.delivery_year import year_delivered
from baogao.reading.explain import explained
from baogao.reading.figures import Candidate, decided
from baogao.reading.normalise import normalise
from baogao.reading.sections import sections
from baogao.received.broken_lines import as_paragraphs
from baogao.received.not_taken import NotTaken
from baogao.received.taken_text import take
from baogao.records import Figure, Section

FRONT = re.compile(r"---\n(.*?\n)---\n", re.S)
# 代表|宁波市|人民政府, 在|宁波市|第十五届…
OWN_AREA = re.compile(
    r"""
    (?: 代表 | 在 )
    ( [\u4e00-\u9fff]{2,8}? (?:自治区|自治州|自治县|省|市|州|县|区|旗) )
    (?: 人民政府 | 第[一二三四五六七八九十]+届 )
    """,
    re.VERBOSE,
)
# 我代表|国务院, 在第十四届|全国人民代表大会第三次会议上
NATIONAL = re.compile(r"代表国务院|届全国人民代表大会第")
COUNTRY = "中华人民共和国"
AREA_WITHIN = 2000


class Unreadable(Exception):
    """A text that cannot be read, with the reason for people."""


class Known(TypedDict):
    """What must be known of a text to read its figures: the arguments of `figures`."""

    sections: tuple[Section, ...]
    area: str
    year: int | None
    start: int


class Fronted(NamedTuple):
    """Area and year as a cleaned report's front matter has them; its text begins at `start`."""

    area: str | None = None
    year: int | None = None
    start: int = 0


def extract(
    text: str, vocabulary: Vocabulary, area: str | None = None, year: int | None = None
) -> Iterator[dict[str, object]]:
    """Yield the figures of a text as the objects that `baogao extract` prints.

    Area and year of delivery are taken from the text's front matter or its words where they are not
    given. The text is read as people see it; a number that hides a character, or has one beside it,
    is no figure but a doubt.
    """
    return (as_json(candidate.figure) for candidate in read(text, vocabulary, area, year))


def read(
    text: str, vocabulary: Vocabulary, area: str | None = None, year: int | None = None
) -> Iterator[Candidate]:
    """Yield the figures that `extract` yields, each with what decided it."""
    shown = _shown(text)
    found = decided(shown.text, vocabulary=vocabulary, **known(shown.text, vocabulary, area, year))
    return _placed(shown, found) if shown.gaps else found


def _shown(text: str) -> Seen:
    """Return a text as people see it, its paragraphs whole."""
    shown = seen(text)
    fence = FRONT.match(shown.text)
    return as_paragraphs(shown, fence.end() if fence else 0)


def _placed(shown: Seen, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield what is figures in which nothing hides, placed in the text as written."""
    for candidate in found:
        figure = candidate.figure
        if not shown.hidden(figure.start, figure.end):
            start, end = shown.span(figure.start, figure.end)
            words = shown.written[start:end]
            candidate.figure = replace(figure, start=start, end=end, text=words)
            yield candidate


def explain(
    text: str, vocabulary: Vocabulary, area: str | None = None, year: int | None = None
) -> Iterator[str]:
    """Yield what `baogao extract --explain` prints.

    A block for every figure, and a line for every number that is none.
    """
    shown = _shown(text)
    return explained(shown, vocabulary=vocabulary, **known(shown.text, vocabulary, area, year))


def known(
    text: str, vocabulary: Vocabulary, area: str | None = None, year: int | None = None
) -> Known:
    """Return what must be known of a text to read its figures, as given or as the text tells."""
    front = front_matter(text)
    start = front.start
    year = year or front.year or year_delivered(text, vocabulary.traditional, start)
    if not (area := area or front.area):
        opening = normalise(text[start : start + AREA_WITHIN], vocabulary.traditional)
        area = area_of(opening, frozenset(each.name for each in vocabulary.areas_in(year)))
    return Known(
        sections=sections(text, vocabulary, year=year, start=start),
        area=area,
        year=year,
        start=start,
    )


def front_matter(text: str) -> Fronted:
    """Return area and year of a cleaned report's front matter, and where its text begins."""
    fence = FRONT.match(text)
    if not fence:
        return Fronted()
    try:
        data = yaml_with_lines.load(fence[1])
    except yaml_with_lines.YamlMistake:
        return Fronted(start=fence.end())
    data = data if isinstance(data, dict) else {}
    area, year = data.get("area"), data.get("year")
    return Fronted(
        area.get("name") if isinstance(area, dict) else area,
        year if isinstance(year, int) else None,
        fence.end(),
    )


def area_of(text: str, names: frozenset[str] = frozenset()) -> str:
    """Return the area that the beginning of a report names as its own, or "".

    Of an area that is named with the one it lies in (一市一区), that is the last of the `names`.
    """
    if NATIONAL.search(text):
        return COUNTRY
    found = OWN_AREA.search(text)
    if not found:
        return ""
    known = (found[1][at:] for at in range(len(found[1])) if found[1][at:] in names)
    return next(known, found[1])


def as_json(figure: Figure) -> dict[str, object]:
    """Return a figure with exact numbers: an int, or a float that prints as it was written."""
    return {
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "value": exact(figure.value),
        "value_high": None if figure.value_high is None else exact(figure.value_high),
        "unit": figure.unit,
        "bound": figure.bound,
        "kind": figure.kind,
        "status": figure.status,
        "period": figure.period,
        "label": figure.label,
        "indicator": figure.indicator,
        "area": figure.area,
        "certainty": figure.certainty,
        "bound_words": figure.bound_words,
        "tone_words": figure.tone_words,
        "tone": figure.tone,
    }


def exact(value: Decimal) -> int | float:
    """Return a number that JSON prints with the digits it was written with."""
    whole = int(value)
    return whole if whole == value else float(value)


def read_text(name: str) -> str:
    """Return the text of a file (`-`: standard input); raise `Unreadable` where there is none."""
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise Unreadable(f"{name}: cannot be read: {error.strerror or error}") from None
    try:
        text = take(data).text
    except NotTaken as error:
        raise Unreadable(f"{name}: {error}") from None
    if not text.strip():
        raise Unreadable(f"{name}: empty")
    return text


def run(
    name: str,
    area: str | None = None,
    year: int | None = None,
    vocabulary: Vocabulary | None = None,
    *,
    why: bool = False,
) -> int:
    """Print the figures of a file (`-`: standard input), one JSON object a line.

    Returns the exit status.

    With `why` set, print for people what decided each of them. The words are baogao's own
    where none are given.
    """
    try:
        text = read_text(name)
    except Unreadable as error:
        print(error, file=sys.stderr)
        return 1
    read = explain if why else _json_lines
    none = True
    for line in read(text, vocabulary or load(VOCABULARY), area, year):
        print(line)
        none = False
    if none:
        print(f"{name}: no figures found", file=sys.stderr)
    return 0


def _json_lines(
    text: str, vocabulary: Vocabulary, area: str | None, year: int | None
) -> Iterator[str]:
    """Yield the figures of a text, each as a line of JSON."""
    for figure in extract(text, vocabulary, area, year):
        yield json.dumps(figure, ensure_ascii=False)
