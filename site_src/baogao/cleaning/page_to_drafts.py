"""A scraped file, to drafts of cleaned reports: what `baogao add` writes and what it says."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from baogao.cleaning.heading_breaks import Breaks
from baogao.cleaning.headings_and_paragraphs import Line, paragraphs, was_run_in
from baogao.cleaning.metadata import Metadata, metadata, title_of
from baogao.cleaning.report_extent import closes
from baogao.cleaning.scraped_posts import FoundReport, Recognised, Refused, find_report, posts
from baogao.cleaning.typography import APART, BLANKS, compact, tidy, typeset
from baogao.cleaning.whole_lines import whole_lines
from baogao.content.reports import front_matter
from baogao.content.yaml.yaml_entries import Entry
from baogao.records import Area, Correction

QUOTE = 24  # characters that mark where a report begins and ends in its source
CUT = "\0"  # stands for lines that are not the report's: no quotation goes over them
LONGEST_RUN = 800  # characters of a correction, unless one line has more
AROUND = 4  # characters around digits that stand apart, in a doubt
APART_IN_SOURCE = "digits stand apart in the source: {!r}; is it one number?"
INFERRED = "原文没有写明地名；由文中的{}推断。"
UNREADABLE = "a character is broken in the source: \ufffd; which is it?"
BEHIND_THE_END = (
    "stands behind the sentence that closes the report: "
    "notes or an annex? (a line `## 附录` above it, and a correction that adds the word, "
    "make it an appendix)"
)
NOT_OF_THE_REPORT = "网页的文字，不属于报告"


@dataclass(frozen=True, slots=True)
class Draft:
    """A cleaned report to be looked at, its corrections, and what is unsure of it.

    A doubt is of a line of the body, the first being 0, or of the whole report (None).
    """

    title: str
    area: Area | None
    year: int | None
    header: Entry
    body: str
    corrections: tuple[Correction, ...]
    doubts: tuple[tuple[int | None, str], ...]
    question: str = ""  # which area it is, where the page does not tell
    places: str = ""  # from which its area is inferred

    def written(self, area: Area, year: int, file: str) -> tuple[str, tuple[tuple[int, str], ...]]:
        """Return the text of the report's file, and each doubt with the line of it.

        Area and year are those that are decided on, `file` is what the source is kept as.
        """
        text = front_matter.render(self._header(area, year, file), self.body)
        first = text.count("\n") - self.body.count("\n")  # every other line is empty
        found = [*self._doubts_of_area(area), *self.doubts]
        doubts = ((1 if line is None else first + 2 * line, doubt) for line, doubt in found)
        return text, tuple(doubts)

    def _header(self, area: Area, year: int, file: str) -> Entry:
        """Return the front matter with what is decided on."""
        source = {**self.header["source"], "file": file}
        stated: Entry = {"area": _stated_area(area), "year": year, "source": source}
        if self.title == title_of(self.area, self.year):
            stated["title"] = title_of(area, year)
        if year != self.year:
            stated |= {"reviews": [year - 1], "plans": [year]}
        header = {**self.header, **stated}
        if area != self.area:
            header.pop("area_inferred", None)
        return header

    def _doubts_of_area(self, area: Area) -> Iterator[tuple[None, str]]:
        """Yield that the area is inferred, or that the page names another one."""
        inferred = self.header.get("area_inferred")
        if self.area == area and inferred:
            yield None, f"the area is inferred: {area.name}, from {self.places}"
        elif self.area and self.area != area and not inferred:
            yield None, f"the page names {self.area.name}, not {area.name}"


@dataclass(frozen=True, slots=True)
class Words:
    """What cleaning knows of pages and places."""

    recognised: Recognised
    injected: tuple[tuple[str, str], ...]
    areas: tuple[Area, ...]
    breaks: Breaks


def drafts(file: str, page: str, words: Words) -> list[Draft | Refused]:
    """Return for every post of a page a draft of the report in it, or why it is refused."""
    found = (
        find_report(post, words.recognised) for post in posts(whole_lines(page, words.recognised))
    )
    return [item if isinstance(item, Refused) else draft(file, item, words) for item in found]


def draft(file: str, item: FoundReport, words: Words) -> Draft:
    """Return the draft of one report: injected words out, lines restored, metadata proposed."""
    corrections = _corrections(item, words)
    own = tuple(_without_injected(line, words) for line in item.lines)
    lines = paragraphs(own, words.breaks, item.appendices)
    about = _about(item, lines, words)
    header = _front_matter(file, item, about)
    body = "\n\n".join(map(_written, lines))
    doubts = _doubts(item, lines, about)
    return Draft(
        title=about.title,
        area=about.area,
        year=about.year,
        header=header,
        body=body,
        corrections=corrections,
        doubts=tuple(doubts),
        question=about.question,
        places=about.area_inferred,
    )


def _about(item: FoundReport, lines: tuple[Line, ...], words: Words) -> Metadata:
    """Return what a report says of itself, traditional characters read as simplified ones."""
    forms = words.recognised.traditional
    read = tuple(replace(line, text=line.text.translate(forms)) for line in lines)
    return metadata(item.title.translate(forms), item.head, read, words.areas)


def _written(line: Line) -> str:
    return f"{'#' * line.level} {line.text}" if line.level else line.text


def _doubts(
    item: FoundReport, lines: tuple[Line, ...], about: Metadata
) -> Iterator[tuple[int | None, str]]:
    """Yield what is unsure of a draft, with the number of the cleaned line."""
    yield from ((None, doubt) for doubt in about.doubts)
    yield from ((i, line.doubt) for i, line in enumerate(lines) if line.doubt)
    yield from ((i, UNREADABLE) for i, line in enumerate(lines) if "\ufffd" in line.text)
    yield from _behind_the_end(lines)
    for i, words in _digits_apart(item.lines, lines):
        yield i, APART_IN_SOURCE.format(words)


def _behind_the_end(lines: tuple[Line, ...]) -> Iterator[tuple[int, str]]:
    """Yield the line that stands behind what closes a report, unless it is a heading."""
    closing = [i for i, line in enumerate(lines) if closes(line.text)]
    behind = closing[-1] + 1 if closing else len(lines)
    if behind < len(lines) and not any(line.level for line in lines[behind:]):
        yield behind, BEHIND_THE_END


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
    return (*injected, *_dropped(item))


def _dropped(item: FoundReport) -> Iterator[Correction]:
    """Yield a correction for each run of lines that are not the report's.

    Words that stand elsewhere too are quoted with those before them.
    """
    whole = "".join(words for words, _ in item.all_lines)
    at, run = 0, ""
    for words, is_own in (*item.all_lines, ("", True)):
        if run and (is_own or len(run) + len(words) > LONGEST_RUN):
            begin = at - len(run)
            before = next(n for n in range(begin + 1) if whole.count(whole[begin - n : at]) == 1)
            kept = whole[begin - before : begin]
            yield Correction(kept + run, kept, NOT_OF_THE_REPORT, 0)
            run = ""
        run += "" if is_own else words
        at += len(words)


def _without_injected(line: str, words: Words) -> str:
    for word, _ in words.injected:
        line = line.replace(word, "")
    return line


def _stated_area(area: Area) -> Entry:
    return {"code": area.code, "name": area.name, "level": area.level}


def _front_matter(file: str, item: FoundReport, about: Metadata) -> Entry:
    runs = "".join(words if is_own else CUT for words, is_own in item.all_lines).split(CUT)
    header = {
        "title": about.title,
        "area": _stated_area(about.area) if about.area else {},
        "area_inferred": INFERRED.format(about.area_inferred) if about.area_inferred else None,
        "year": about.year,
        "reviews": list(about.reviews),
        "plans": list(about.plans),
        "date": about.date or None,
        "meeting": about.meeting or None,
        "office": about.office or None,
        "speaker": about.speaker or None,
        "source": {"file": file, "first": runs[0][:QUOTE], "last": runs[-1][-QUOTE:]},
        "restored": ["段落", "标题"] if was_run_in(item.lines) else None,
    }
    return {
        key: value
        for key, value in header.items()
        if value is not None or key in front_matter.STATED
    }
