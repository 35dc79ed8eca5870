"""A scraped file, to drafts of cleaned reports: what `baogao add` writes and what it says."""
import re
from dataclasses import dataclass

from baogao.content import front_matter
from baogao.cleaning.breaks import Breaks
from baogao.cleaning.metadata import Metadata, metadata
from baogao.cleaning.paragraphs import paragraphs, was_run_in
from baogao.cleaning.posts import Found, Refused, found, plain, posts
from baogao.cleaning.typography import squeeze, typeset
from baogao.records import Area, Correction

QUOTE = 24  # characters that mark where a report begins and ends in its source


@dataclass(frozen=True, slots=True)
class Draft:
    """A cleaned report to be looked at, its corrections, and what is unsure of it (line, text)."""
    title: str
    area: Area | None
    year: int | None
    header: dict
    body: str
    corrections: tuple[Correction, ...]
    doubts: tuple[tuple[int, str], ...]

    def text(self, area: Area, year: int) -> str:
        """Return the file, with the area and year that are decided on."""
        stated = {"area": {"code": area.code, "name": area.name, "level": area.level}, "year": year}
        if year != self.year:
            stated |= {"reviews": [year - 1], "plans": [year]}
        return front_matter.render({**self.header, **stated}, self.body)


@dataclass(frozen=True, slots=True)
class Words:
    """What cleaning knows of pages and places."""
    boilerplate: tuple[re.Pattern, ...]
    injected: tuple[tuple[str, str], ...]
    areas: tuple[Area, ...]
    breaks: Breaks


def drafts(file: str, page: str, words: Words) -> list[Draft | Refused]:
    """Return for every post of a page a draft of the report in it, or why it is refused."""
    return [draft(file, item, words) if isinstance(item, Found) else item
            for item in (found(post, words.boilerplate) for post in posts(page))]


def draft(file: str, item: Found, words: Words) -> Draft:
    """Return the draft of one report: injected words out, lines restored, metadata proposed."""
    corrections = _corrections(item, words)
    lines = paragraphs(tuple(_without_injected(line, words) for line in item.lines), words.breaks)
    about = metadata(item.title, lines, words.areas)
    header = _front_matter(file, item, about)
    body = "\n\n".join("#" * line.level + " " * bool(line.level) + line.text for line in lines)
    first_line = front_matter.render(header, "").count("\n") + 1
    unsure = [(1, doubt) for doubt in about.doubts]
    unsure += [(first_line + 2 * i, line.doubt) for i, line in enumerate(lines) if line.doubt]
    return Draft(about.title, about.area, about.year, header, body, corrections, tuple(unsure))


def _corrections(item: Found, words: Words) -> tuple[Correction, ...]:
    """Record what is taken out of the report's part of the page."""
    text = "".join(plain(line) for line in item.lines)
    injected = [Correction(word, "", why, 0, text.count(word)) for word, why in words.injected if word in text]
    dropped = [Correction(line, "", "网页的文字，不属于报告", 0) for line in dict.fromkeys(item.dropped) if line]
    return (*injected, *dropped)


def _without_injected(line: str, words: Words) -> str:
    for word, _ in words.injected:
        line = line.replace(word, "")
    return line


def _front_matter(file: str, item: Found, about: Metadata) -> dict:
    area = about.area
    text = typeset(squeeze("".join(item.lines)))
    header = {
        "title": about.title,
        "area": {"code": area.code, "name": area.name, "level": area.level} if area else {},
        "area_inferred": about.area_inferred or None,
        "year": about.year, "reviews": list(about.reviews), "plans": list(about.plans),
        "date": about.date or None, "meeting": about.meeting or None,
        "office": about.office or None, "speaker": about.speaker or None,
        "source": {"file": file, "first": text[:QUOTE], "last": text[-QUOTE:]},
        "restored": ["段落", "标题"] if was_run_in(item.lines) else None,
    }
    return {key: value for key, value in header.items() if value is not None or key in front_matter.STATED}
