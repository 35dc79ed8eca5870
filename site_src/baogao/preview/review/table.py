"""A report as it lies on the desk: all that the reviewer's page is told of it."""

from collections.abc import Collection
from dataclasses import dataclass

from baogao.content.reports.figure_fields import DEFAULTS
from baogao.preview.review.figure_json import Json, progress, told_fields
from baogao.preview.review.order import by_doubt
from baogao.preview.review.seen import Seen
from baogao.reading.proposed_figure import proposed

ADDRESS = "/reports/{}/"


@dataclass(frozen=True, slots=True)
class Table:
    """A report as the page is told of it: figures and parts by their ids."""

    seen: Seen
    figures: dict[str, Json]
    parts: dict[str, Json]
    version: str

    @property
    def progress(self) -> Json:
        """How far the work is."""
        return progress(list(self.figures.values()), list(self.parts.values()))

    def told(self) -> Json:
        """Return all of it."""
        figures = list(self.figures.values())
        return {
            "version": self.version,
            "report": _head(self.seen),
            "blocks": _blocks(self.seen),
            "figures": figures,
            "order": by_doubt(figures),
            "doubts": list(self.parts.values()),
            "progress": self.progress,
        }

    def since(self, before: "Table") -> Json:
        """Return what is different from what another table said.

        Where the report's text is, every place in it is: the page asks for all of it again.
        """
        again = before.seen.report.text != self.seen.report.text
        return {
            "version": self.version,
            "figures": [] if again else _different(before.figures, self.figures),
            "gone": [one for one in before.figures if one not in self.figures],
            "doubts": [] if again else _different(before.parts, self.parts),
            "progress": self.progress,
            "again": again,
        }


def by_id(told: Collection[Json]) -> dict[str, Json]:
    """Return figures or parts by their ids, in their order."""
    return {one["id"]: one for one in told}


def _different(before: dict[str, Json], after: dict[str, Json]) -> list[Json]:
    return [one for id, one in after.items() if before.get(id) != one]


def proposal(seen: Seen, told: Json) -> Json:
    """Return the number in some words as the rules would read it, or the words with no field."""
    start, end = told["start"], told["end"]
    figure = proposed(seen.by_rules, seen.vocabulary, start, end)
    if figure:
        read = told_fields(figure)
        start, end = figure.start, figure.end
    else:
        read = dict(DEFAULTS)
    text = seen.report.text[start:end]
    begin, stop = seen.places.sentence(start)
    sentence = {"start": begin, "end": stop}
    return {
        "proposed": {"start": start, "end": end, "text": text, "read": read, "sentence": sentence}
    }


def _head(seen: Seen) -> Json:
    report = seen.report
    return {
        "id": report.id,
        "title": report.title,
        "area": report.area,
        "area_name": report.area_name,
        "year": report.year,
        "address": ADDRESS.format(report.id),
    }


def _blocks(seen: Seen) -> list[Json]:
    return [
        {
            "anchor": block.anchor,
            "start": block.start,
            "end": block.end,
            "level": block.level,
            "text": seen.report.text[block.start : block.end],
        }
        for block in seen.reading.blocks
    ]
