"""What `add` was unsure of in a report: told again from the source that the report is of."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from baogao.cleaning.draft_file import recognised
from baogao.cleaning.heading_breaks import count_breaks
from baogao.cleaning.page_to_drafts import Draft, Words, drafts
from baogao.content.files import safe_read
from baogao.content.files.recorded_folder import Folder, as_spelt
from baogao.preview.review.seen import Seen
from baogao.reading.blocks import spoken
from baogao.records import Report

KEPT = 8  # sources whose drafts are kept at hand
OF_REPORT = "report"  # in the place of a line's anchor: of the whole report
Doubt = tuple[str, str]  # the anchor of a line, and what is unsure of it


def doubts_of_source(seen: Seen, root: Path) -> Iterator[Doubt]:
    """Yield what drafting a report's source is unsure of, each in a line that the report has.

    What a person has changed since is no line of the draft any more, and no doubt.
    """
    report, source = seen.report, seen.content.sources.get(seen.report.source.file)
    if source is None:
        return
    path = as_spelt(root / "sources" / source.text_file)
    page = safe_read.read(path, Folder(root), source.text_file, [])
    draft = _draft(page or "", _Words(seen), report) if page else None
    if draft is None:
        return
    lines = {spoken(report.text[one.start : one.end]): one for one in seen.reading.blocks}
    drafted = draft.body.split("\n\n")
    for line, said in draft.doubts:
        if line is None:
            yield OF_REPORT, said
        elif block := lines.get(spoken(drafted[line])):
            yield block.anchor, said


class _Words:
    """What cleaning knows, for the drafts of one content; the same for the same vocabulary."""

    def __init__(self, seen: Seen):
        self._content, self._report = seen.content, seen.report

    def words(self) -> Words:
        """Return it; how headings are broken is told by the report itself."""
        here, report = self._content, self._report
        lines = [line for line in report.text[report.body :].split("\n") if line]
        areas = here.vocabulary.all_areas()
        return Words(recognised(here), here.wordlists.injected, areas, count_breaks(lines))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Words):
            return False
        return self._content.vocabulary is other._content.vocabulary

    def __hash__(self) -> int:
        return id(self._content.vocabulary)


@lru_cache(maxsize=KEPT)
def _drafts(page: str, words: _Words) -> list[Draft]:
    return [one for one in drafts("", page, words.words()) if isinstance(one, Draft)]


def _draft(page: str, words: _Words, report: Report) -> Draft | None:
    """Return the draft of a report among those of its source: the one that begins as it does."""
    found = _drafts(page, words)
    first = report.source.first
    for draft in found:
        if draft.header["source"]["first"] == first:
            return draft
    for draft in found:
        if draft.area and (draft.area.code, draft.year) == (report.area, report.year):
            return draft
    return found[0] if len(found) == 1 else None
