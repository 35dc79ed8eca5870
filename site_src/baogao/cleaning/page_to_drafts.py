"""A scraped file, to drafts of cleaned reports: what `baogao add` writes and what it says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from baogao.cleaning.heading_breaks import Breaks
from baogao.cleaning.headings_and_paragraphs import Line, paragraphs, was_run_in
from baogao.cleaning.metadata import Metadata, metadata
from baogao.cleaning.scraped_posts import FoundReport, Refused, find_report, posts
from baogao.cleaning.typography import APART, BLANKS, compact, tidy, typeset
from baogao.content import front_matter
from baogao.content.yaml_entries import Entry
from baogao.records import Area, Correction

QUOTE = 24  # characters that mark where a report begins and ends in its source
AROUND = 4  # characters around digits that stand apart, in a doubt
APART_IN_SOURCE = "digits stand apart in the source: {!r}; is it one number?"
NOT_OF_THE_REPORT = "网页的文字，不属于报告"


@dataclass(frozen=True, slots=True)
class Draft:
    """A cleaned report to be looked at, its corrections, and what is unsure of it (line, text)."""

    title: str
    area: Area | None
    year: int | None
    header: Entry
    body: str
    corrections: tuple[Correction, ...]
    doubts: tuple[tuple[int, str], ...]

    def text(self, area: Area, year: int) -> str:
        """Return the file, with the area and year that are decided on."""
        stated: Entry = {"area": _stated_area(area), "year": year}
        if year != self.year:
            stated |= {"reviews": [year - 1], "plans": [year]}
        return front_matter.render({**self.header, **stated}, self.body)


@dataclass(frozen=True, slots=True)
class Words:
    """What cleaning knows of pages and places."""

    boilerplate: tuple[re.Pattern[str], ...]
    injected: tuple[tuple[str, str], ...]
    areas: tuple[Area, ...]
    breaks: Breaks


def drafts(file: str, page: str, words: Words) -> list[Draft | Refused]:
    """Return for every post of a page a draft of the report in it, or why it is refused."""
    found = (find_report(post, words.boilerplate) for post in posts(page))
    return [item if isinstance(item, Refused) else draft(file, item, words) for item in found]


def draft(file: str, item: FoundReport, words: Words) -> Draft:
    """Return the draft of one report: injected words out, lines restored, metadata proposed."""
    corrections = _corrections(item, words)
    lines = paragraphs(tuple(_without_injected(line, words) for line in item.lines), words.breaks)
    about = metadata(item.title, item.head, lines, words.areas)
    header = _front_matter(file, item, about)
    body = "\n\n".join(map(_written, lines))
    doubts = _doubts(item, lines, about, front_matter.render(header, "").count("\n"))
    return Draft(about.title, about.area, about.year, header, body, corrections, tuple(doubts))


def _written(line: Line) -> str:
    return f"{'#' * line.level} {line.text}" if line.level else line.text


def _doubts(
    item: FoundReport, lines: tuple[Line, ...], about: Metadata, first_line: int
) -> Iterator[tuple[int, str]]:
    """Yield what is unsure of a draft, with the line of the file: every other one is empty."""
    yield from ((1, doubt) for doubt in about.doubts)
    yield from ((first_line + 2 * i, line.doubt) for i, line in enumerate(lines) if line.doubt)
    for i, words in _digits_apart(item.lines, lines):
        yield first_line + 2 * i, APART_IN_SOURCE.format(words)


def _digits_apart(source: tuple[str, ...], lines: tuple[Line, ...]) -> Iterator[tuple[int, str]]:
    """Yield where digits stand together that stand apart in the source.

    Each place is the number of a cleaned line, and the source's words.
    """
    for line in source:
        for digits in APART.finditer(line):
            words = BLANKS.sub(" ", line[max(0, digits.start() - AROUND) : digits.end() + AROUND])
            together = typeset(tidy(words))
            yield next((i for i, here in enumerate(lines) if together in here.text), 0), words


def _corrections(item: FoundReport, words: Words) -> tuple[Correction, ...]:
    """Record what is taken out of the report's part of the page."""
    text = "".join(map(compact, item.lines))
    injected = [
        Correction(word, "", why, 0, text.count(word))
        for word, why in words.injected
        if word in text
    ]
    dropped = [
        Correction(line, "", NOT_OF_THE_REPORT, 0) for line in dict.fromkeys(item.dropped) if line
    ]
    return (*injected, *dropped)


def _without_injected(line: str, words: Words) -> str:
    for word, _ in words.injected:
        line = line.replace(word, "")
    return line


def _stated_area(area: Area) -> Entry:
    return {"code": area.code, "name": area.name, "level": area.level}


def _front_matter(file: str, item: FoundReport, about: Metadata) -> Entry:
    text = compact("".join(item.lines))
    header = {
        "title": about.title,
        "area": _stated_area(about.area) if about.area else {},
        "area_inferred": about.area_inferred or None,
        "year": about.year,
        "reviews": list(about.reviews),
        "plans": list(about.plans),
        "date": about.date or None,
        "meeting": about.meeting or None,
        "office": about.office or None,
        "speaker": about.speaker or None,
        "source": {"file": file, "first": text[:QUOTE], "last": text[-QUOTE:]},
        "restored": ["段落", "标题"] if was_run_in(item.lines) else None,
    }
    return {
        key: value
        for key, value in header.items()
        if value is not None or key in front_matter.STATED
    }
