"""The rows beside a report, in the order of the text, as decisions write them."""

from collections.abc import Callable
from typing import Any

from baogao.content.reports.figure_fields import Fields, written
from baogao.content.reports.part_reviews import METADATA, PARTS
from baogao.content.yaml import yaml_writer
from baogao.content.yaml.yaml_entries import Entry, Mistake
from baogao.content.yaml.yaml_rows import Place, with_row
from baogao.content.yaml.yaml_with_lines import YamlMistake
from baogao.preview.review.asked import Refused
from baogao.preview.review.seen import Seen, paths_of
from baogao.records import Mention

At = tuple[int, int]
ONE_LINE = 10**9  # columns: reviews are made one after the other, and their lines merge
NOWHERE = -1  # what is of the whole report stands before what is of its text


class Rows:
    """The files of corrections and reviews of a report; `texts` are those that changed."""

    def __init__(self, seen: Seen):
        self.texts: dict[str, str | None] = {}
        self._seen, self._paths = seen, paths_of(seen.report.id)
        self._offsets = {anchor: at for at, anchor in seen.places.anchor_at.items()}
        self._offsets |= {block.anchor: block.start for block in seen.reading.blocks}

    def edit(self, mention: Mention, row: Entry | None) -> None:
        """Write what is corrected of a figure, or take it away."""
        self._put("figures", mention, row, yaml_writer.WIDEST)

    def review(self, mention: Mention, read: Fields | None) -> None:
        """Write as what a figure was checked, or that it was not."""
        row = None if read is None else {"read": written(read)}
        self._put("reviews", mention, row, ONE_LINE)

    def part(self, kind: str, key: str, read: Any) -> None:
        """Write as what another part of a report was checked."""

        def is_it(entry: Entry) -> bool:
            return entry.get(kind) == key and (kind != "doubt" or entry.get("read") == read)

        self._write("reviews", {kind: key, "read": read}, is_it, self._at(kind, key), ONE_LINE)

    def _put(self, kind: str, mention: Mention, row: Entry | None, width: int) -> None:
        own: Entry = {"figure": mention.anchor}
        if mention.nth:
            own["record"] = mention.nth

        def is_it(entry: Entry) -> bool:
            return (entry.get("figure"), entry.get("record", 0)) == (mention.anchor, mention.nth)

        entry = None if row is None else own | row
        self._write(kind, entry, is_it, (self._offsets[mention.anchor], mention.nth), width)

    def _write(
        self,
        kind: str,
        entry: Entry | None,
        is_it: Callable[[Entry], bool],
        at: At,
        width: int,
    ) -> None:
        path = self._paths[kind]
        before = self.texts[path] if path in self.texts else self._seen.texts[path]
        place = Place(is_it, lambda other: self._at_of(other) > at)
        try:
            text = with_row(before or "", entry, place, width)
        except (Mistake, YamlMistake) as mistake:
            raise Refused(f"content/{path}: {mistake.message}") from None
        if text != (before or ""):
            self.texts[path] = text if text.strip("\ufeff \t\r\n") else None

    def _at_of(self, entry: Entry) -> At:
        """Return where a row's figure or line stands; one that is not there is passed over."""
        for kind in PARTS & entry.keys():
            return self._at(kind, entry[kind])
        nth = entry.get("record", 0)
        at = self._offsets.get(str(entry.get("figure")), NOWHERE)
        return at, nth if isinstance(nth, int) else 0

    def _at(self, kind: str, key: Any) -> At:
        if kind == "metadata":
            return NOWHERE, METADATA.index(key) if key in METADATA else 0
        return self._offsets.get(str(key), NOWHERE), -1
