"""The target panel as rows."""

from collections.abc import Iterator

from baogao.corpus.corpus import Corpus
from baogao.corpus.observations import DOUBTFUL
from baogao.corpus.panel_distances import Held, distance, held
from baogao.corpus.panel_entry import PanelEntry
from baogao.downloads.cells import list_cell, quoted
from baogao.downloads.statement_rows import Row


def panel_rows(corpus: Corpus, area: str) -> Iterator[Row]:
    """Yield an area's rows of the target panel, one for each year and headline indicator."""
    return map(_row, held(corpus, area))


def _row(held: Held) -> Row:
    entry, own = held.entry, held.entry.limits
    return {
        "area": entry.area,
        "year": entry.year,
        "indicator": entry.indicator,
        "measure": entry.measure,
        "unit": entry.unit,
        "low": own[0],
        "high": own[1],
        "absent": entry.absent,
        "report": entry.report,
        "superior": held.superior,
        "superior_low": held.above[0],
        "superior_high": held.above[1],
        "distance": held.from_above,
        "plan_low": held.plan[0],
        "plan_high": held.plan[1],
        "plan_distance": distance(own, held.plan),
        "last_outcome": entry.last.value if entry.last else None,
        "last_distance": distance(own, held.last),
        "plan_report": entry.plan.report if entry.plan else "",
        "plan_figure": entry.plan.anchor if entry.plan else "",
        "last_figure": entry.last.anchor if entry.last else "",
        "qualifiers": list_cell(entry.qualifiers),
        "quality": DOUBTFUL if held.doubtful else "",
        **_promised(entry),
        **_reached(entry),
    }


def _promised(entry: PanelEntry) -> Row:
    """Return the cells of what is promised, and of where it stands."""
    target = entry.target
    return {
        "bound": entry.bound,
        "words": target.promise.bound_words if target else "",
        "tone": target.promise.tone if target else "",
        "tone_words": target.promise.tone_words if target else "",
        "quote": quoted(entry.quote),
        "figure": entry.anchor,
        "state": target.code if target else "",
        "basis": target.promise.basis if target else "",
        "others": entry.others,
        "text": target.promise.text if target else "",
    }


def _reached(entry: PanelEntry) -> Row:
    """Return the cells of what the next report states of the year."""
    outcome = entry.outcome
    return {
        "outcome": outcome.value if outcome else None,
        "outcome_bound": outcome.bound if outcome else "",
        "outcome_quote": quoted(outcome.quote) if outcome else "",
        "outcome_report": outcome.report if outcome else "",
        "outcome_figure": outcome.anchor if outcome else "",
        "outcome_text": outcome.text if outcome else "",
    }
