"""The target panel: what its columns hold, and an indicator's targets by area and year."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup, escape

from baogao.charts.quantity_words import as_printed
from baogao.content.data_dictionary import tables
from baogao.content.vocabulary.areas import LEVELS
from baogao.corpus import addresses
from baogao.corpus.by_key import by_key
from baogao.corpus.corpus import Corpus
from baogao.corpus.panel_distances import middle
from baogao.corpus.panel_entry import ABSENCES, PanelEntry
from baogao.corpus.promises_in_reports import observed
from baogao.pages.data import described, table_in_words
from baogao.pages.fast_html import class_attribute, fill_html, join_html
from baogao.pages.page import Page
from baogao.pages.tables.statement_cells import doubt_mark
from baogao.records import Indicator

TABLE = "target_panel"
SHADES = 5
MOST_CELLS = 6000  # of the table: the areas of the highest levels stay, the file has all


def page(corpus: Corpus, id: str, strings: dict) -> Page:
    """Return the page of an indicator of the panel; the first one's is that of the panel."""
    words, own = strings["panel"], corpus.vocabulary.indicators[id]
    every = corpus.vocabulary.headline
    is_first = every[0].id == id
    address = addresses.panel_of(own, every)
    entries = corpus.panel_of(id)
    title = words["title"] if is_first else words["of_indicator"].format(name=own.name)
    above = [(strings["targets"]["title"], addresses.TARGETS)]
    own_crumbs = [(words["title"], addresses.PANEL), (own.name, None)]
    context = {
        "title": title,
        "description": words["description"].format(name=own.name),
        "crumbs": above + ([(words["title"], None)] if is_first else own_crumbs),
        "styles": ("tables.css", "panel.css"),
        "indicator": own,
        "indicators": [(one.name, addresses.panel_of(one, every), one.id == id) for one in every],
        "counts": _counts(entries, words),
        "heat": _heat(corpus, own, entries, address, strings),
        "table": table_in_words(tables()[TABLE], strings) if is_first else None,
        "columns": described(strings),
    }
    return Page(address, "target_panel.html", context)


def _counts(entries: Sequence[PanelEntry], words: dict) -> list[tuple[str, int]]:
    """Return how many entries have a number, and of how many why there is none."""
    counts = Counter(entry.absent for entry in entries)
    named = (("", words["number"]), *((why, words["absent"][why]) for why in ABSENCES))
    return [(name, counts[why]) for why, name in named if counts[why]]


# --- the table of areas by years ------------------------------------------------------------------


def _heat(
    corpus: Corpus, indicator: Indicator, entries: Sequence[PanelEntry], page: str, strings: dict
) -> dict:
    """Return the table: a row an area, a column a year, the higher a target the darker."""
    by_area = by_key((entry.area, entry) for entry in entries)
    years = (
        list(range(min(e.year for e in entries), max(e.year for e in entries) + 1))
        if entries
        else []
    )
    shown = _of_the_highest(corpus, list(by_area), len(years))
    usual = (e for e in entries if e.area in shown and _is_usual(e, indicator))
    middles = (middle(entry.limits) for entry in usual)
    comparable = sorted(value for value in middles if value is not None)
    table = _Table(indicator, comparable, addresses.relative(page), strings)
    return {
        "years": years,
        "left_out": len(by_area) - len(shown),
        "rows": join_html(
            table.row(corpus.area(area).name, addresses.area(area), by_area[area], years)
            for area in shown
        ),
    }


def _of_the_highest(corpus: Corpus, areas: Sequence[str], years: int) -> list[str]:
    """Return the areas that the table has room for, in order of code: of the highest levels."""
    room = MOST_CELLS // max(years, 1)
    highest = sorted(areas, key=lambda code: LEVELS.index(corpus.area(code).level))[:room]
    return [code for code in areas if code in set(highest)]


def _is_usual(entry: PanelEntry, indicator: Indicator) -> bool:
    """Say whether a target is set as those of its indicator usually are."""
    unit = "%" if indicator.promised_as == "growth" else indicator.unit
    return (entry.measure, entry.unit) == (indicator.promised_as, unit)


@dataclass(frozen=True, slots=True)
class _Table:
    """What every cell of the table needs; `comparable` are the numbers in order."""

    indicator: Indicator
    comparable: Sequence[Decimal]
    url: Callable[[str], str]
    strings: dict

    def row(
        self, name: str, address: str, entries: Iterable[PanelEntry], years: Iterable[int]
    ) -> Markup:
        """Return the row of an area; before its first and after its last report it is empty."""
        there = {entry.year: entry for entry in entries}
        cells = (self.cell(there[year]) if year in there else Markup("<td>") for year in years)
        link = fill_html("<a href={}>{}</a>", self.url(address), name)
        return fill_html('<tr><th scope="row">{}{}', link, join_html(cells))

    def cell(self, entry: PanelEntry) -> Markup:
        """Return what was promised, or why there is no number, with the way to the sentence."""
        absent = self.strings["panel"]["absent"]
        words = escape(absent[entry.absent] if entry.absent else self._said(entry))
        if entry.anchor:
            address = self.url(f"reports/{entry.report}/#{entry.anchor}")
            words = fill_html("<a href={}>{}</a>", address, words)
        words += doubt_mark(bool(entry.target and entry.target.promise.doubtful), self.strings)
        return fill_html("<td{}>{}", class_attribute([self.shade(entry)]), words)

    def _said(self, entry: PanelEntry) -> str:
        """Return a target as printed."""
        stated = observed(entry.target.promise) if entry.target else None
        return as_printed(stated, self.strings) if stated else ""

    def shade(self, entry: PanelEntry) -> str:
        """Return the class of a cell: its fifth among the numbers, or that it has none."""
        if entry.absent:
            return "none"
        value = middle(entry.limits)
        if value is None or not _is_usual(entry, self.indicator):
            return ""
        return f"s{-(-SHADES * bisect_right(self.comparable, value) // len(self.comparable))}"
