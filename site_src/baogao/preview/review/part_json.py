"""What of a report can be checked beside its figures, as the reviewer's page is told of it.

That is its metadata, its headings, numbers that could not be read safely, and what `add` was unsure
of. What nothing speaks against is `sure` until a person has confirmed it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Any

from baogao.content.reports.front_matter import key_line
from baogao.content.reports.part_reviews import METADATA, metadata_of
from baogao.preview.review.doubts_of_source import OF_REPORT, Doubt
from baogao.preview.review.figure_json import OPEN, RIGHT, VOID, Json, version
from baogao.preview.review.seen import Seen
from baogao.records import Block

SURE = "sure"


def parts(seen: Seen, doubts: Iterable[Doubt], words: Json) -> list[Json]:
    """Return all parts of a report that can be checked."""
    told = Parts(seen, tuple(doubts), words["corrections"]["reasons"])
    found = (*told.metadata(), *told.headings(), *told.numbers(), *told.lines())
    return [one | {"version": version(one)} for one in found]


class Parts:
    """The parts of one report; `doubts` are those of its source, `reasons` why none was read."""

    def __init__(self, seen: Seen, doubts: tuple[Doubt, ...], reasons: Json):
        self._seen, self._doubts, self._reasons = seen, doubts, reasons
        self._blocks = {block.anchor: block for block in seen.reading.blocks}
        self._reviews = seen.report.part_reviews

    def metadata(self) -> Iterator[Json]:
        """Yield what the front matter says."""
        report = self._seen.report
        for key in METADATA:
            value = metadata_of(report, key)
            told = list(value) if isinstance(value, tuple) else value
            one = {"id": f"metadata/{key}", "kind": "metadata", "key": key, "value": told}
            state = self._state("metadata", key, value, ())
            yield one | {"said": [], "state": state, "line": key_line(report, key)}

    def headings(self) -> Iterator[Json]:
        """Yield the headings, and the paragraphs that were checked not to be any."""
        known = {one.key for one in self._reviews if one.kind == "heading"}
        for block in self._seen.reading.blocks:
            if block.level or block.anchor in known:
                said = [said for anchor, said in self._doubts if anchor == block.anchor]
                yield self._heading(block, said)

    def _heading(self, block: Block, said: list[str]) -> Json:
        return {
            "id": f"heading/{block.anchor}",
            "kind": "heading",
            "level": block.level,
            "text": self._seen.report.text[block.start : block.end],
            "start": block.start,
            "said": said,
            "state": self._state("heading", block.anchor, block.level, said),
        }

    def numbers(self) -> Iterator[Json]:
        """Yield the numbers that could not be read safely; one that was added has been seen to."""
        figures = [mention.figure for mention in self._seen.reading.mentions]
        for one in self._seen.reading.unread:
            anchor = self._anchor_at(one.start)
            is_added = any(each.start < one.end and one.start < each.end for each in figures)
            yield {
                "id": f"number/{one.start}",
                "kind": "number",
                "line": anchor,
                "start": one.start,
                "end": one.end,
                "text": one.words,
                "said": [self._reasons[one.reason]],
                "state": RIGHT if is_added else self._state_of_doubt(anchor, one.words),
            }

    def lines(self) -> Iterator[Json]:
        """Yield what is unsure of paragraphs, and of the report as a whole."""
        seen: dict[str, int] = {}
        for anchor, said in self._doubts:
            block = self._blocks.get(anchor)
            if block is None or not block.level:
                number = seen[anchor] = seen.get(anchor, -1) + 1
                yield {
                    "id": f"text/{anchor}/{number}",
                    "kind": "text",
                    "line": anchor,
                    "start": block.start if block else self._seen.report.body,
                    "text": self._seen.report.text[block.start : block.end] if block else "",
                    "said": [said],
                    "state": self._state_of_doubt(anchor, said),
                }

    def _anchor_at(self, start: int) -> str:
        blocks = self._seen.reading.blocks
        at = bisect_right([block.start for block in blocks], start) - 1
        return blocks[at].anchor if at >= 0 else OF_REPORT

    def _state(self, kind: str, key: str, now: Any, said: Iterable[str]) -> str:
        read = [one.read for one in self._reviews if (one.kind, one.key) == (kind, key)]
        if now in read:
            return RIGHT
        if read:
            return VOID
        return OPEN if said else SURE

    def _state_of_doubt(self, anchor: str, words: str) -> str:
        read = [one.read for one in self._reviews if (one.kind, one.key) == ("doubt", anchor)]
        return RIGHT if words in read else OPEN
