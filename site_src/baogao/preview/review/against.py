"""What speaks against each figure of a report: what it and the reports around it state, and what
its own sentence does not.
"""

from collections.abc import Iterable
from pathlib import Path

from baogao.corpus.contradictions import Contradiction, contradictions
from baogao.corpus.join import corpus
from baogao.corpus.reading_result import ReadingResult
from baogao.preview.review.beyond_sentence import beyond_sentence
from baogao.preview.review.figure_json import Json, figure_id
from baogao.preview.review.seen import Mistakes, NoReport, Seen, look, texts_of


class Against:
    """Tells what speaks against figures; what was told last is at hand until a figure changes."""

    def __init__(self, root: Path):
        self._root = root
        self._asked: list[object] = []
        self._told: dict[str, list[Json]] = {}

    def told(self, seen: Seen, words: Json) -> dict[str, list[Json]]:
        """Return what speaks against the figures of a report, by their ids, in words."""
        around = tuple(_around(seen, self._root))
        figures = [(one.anchor, one.nth, one.figure) for one in seen.reading.mentions]
        asked = [seen.content, words, seen.report.text, figures, [one.texts for one in around]]
        if asked != self._asked:
            self._asked, self._told = asked, _against(seen, around, words)
        return self._told


def _against(seen: Seen, around: tuple[Seen, ...], words: Json) -> dict[str, list[Json]]:
    readings = [one.reading for one in (seen, *around)]
    near = corpus(seen.content, (ReadingResult(reading, (), ()) for reading in readings))
    found = contradictions(near, seen.report.id)
    told = {
        figure_id(*record): [_told(one, seen, words["contradictions"]) for one in own]
        for record, own in found.items()
    }
    for mention in seen.reading.mentions:
        if beyond := beyond_sentence(seen, mention, words["review"]["beyond"]):
            told.setdefault(figure_id(mention.anchor, mention.nth), []).extend(beyond)
    return told


def _around(seen: Seen, root: Path) -> Iterable[Seen]:
    """Yield the area's reports of the year before and the year after, where they can be read."""
    report = seen.report
    for year in (report.year - 1, report.year + 1):
        id = f"{report.area}/{year}"
        try:
            yield look(id, texts_of(root, id), seen.content)
        except (NoReport, Mistakes):
            continue


def _told(one: Contradiction, seen: Seen, words: Json) -> Json:
    here = one.report == seen.report.id
    where = words["here"] if here else words["report"].format(one.report.partition("/")[2])
    said = words[one.kind].format(*one.told, where=where)
    href = f"/reports/{one.report}/#{one.anchor}" if one.anchor else ""
    return {"kind": one.kind, "said": said, "href": href}
