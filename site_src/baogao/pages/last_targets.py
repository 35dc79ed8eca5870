"""The targets that the report before set for the year under review, with what became of them."""

from collections.abc import Iterator

from markupsafe import Markup

from baogao.charts.quantity_words import quantity
from baogao.content.outcome_and_check_rules import JUDGED
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.corpus.targets_with_outcomes import Target
from baogao.pages.controls import Controls
from baogao.pages.fast_html import attribute, fill_html, join_html
from baogao.pages.target_table import as_printed, columns, promised
from baogao.pages.targets import outcome_counts
from baogao.records import Reading

ROW = "<tr><td><a href={}>{}</a> <small>{}</small><td>{}<td>{}<td>{}"
LINK = "<a{}>{}</a>"
SMALL = " <small>{}</small>"


def last_targets(corpus: Corpus, reading: Reading, strings: dict) -> dict | None:
    """Return the targets with their states as a table, and how many there are of each state."""
    report = reading.report
    year = report.year - 1
    own = [t for t in corpus.promised_in(f"{report.area}/{year}") if t.next_report == report.id]
    if not own:
        return None
    rows = _Rows(corpus, addresses.relative(addresses.report(report)), strings)
    return {
        "group": outcome_counts(corpus, report.area, str(year), own),
        "controls": Controls("targets", "", columns(strings), len(own)),
        "rows": join_html(map(rows.row, own), "\n"),
    }


class _Rows:
    """Makes the rows of the table."""

    def __init__(self, corpus: Corpus, url: addresses.Url, strings: dict):
        self.corpus, self.url, self.strings = corpus, url, strings

    def row(self, target: Target) -> Markup:
        """Return a target as a row."""
        indicator = self.corpus.vocabulary.indicators[target.promise.indicator]
        return fill_html(
            ROW,
            self.url(addresses.indicator(indicator.id)),
            indicator.zh,
            self.strings["measures"][target.promise.measure],
            join_html(self._promised(target)),
            join_html(self._outcomes(target), self.strings["punctuation"]["and"]),
            join_html(self._state(target)),
        )

    def _link(self, address: str, text: str) -> Markup:
        return fill_html(LINK, attribute("href", self.url(address)), text)

    def _promised(self, target: Target) -> Iterator[Markup]:
        """Yield what was promised, and by what growth, where it was to keep up with that."""
        promise = target.promise
        address = f"reports/{promise.report}/#{promise.anchor}"
        yield self._link(address, promised(target, self.strings))
        if promise.keeps_up:
            computed: list[object] = [self.strings["targets"]["computed"]]
            if target.growth:
                said = quantity(target.growth, self.strings)
                computed += [" ", self._link(addresses.sentence(target.growth), said)]
            yield fill_html(SMALL, join_html(computed))

    def _outcomes(self, target: Target) -> Iterator[Markup]:
        """Yield what this report says, with the measure where that is another."""
        for o in target.outcomes:
            link = self._link(addresses.sentence(o), as_printed(o, self.strings))
            measure = self.strings["measures"][o.measure]
            other = o.measure != target.promise.measure
            yield link + fill_html(SMALL, measure) if other else link

    def _state(self, target: Target) -> Iterator[Markup]:
        judged = attribute("data-state", target.state) if target.state in JUDGED else ""
        yield fill_html("<span class=state{}>{}</span>", judged, target.state)
        if target.doubtful:
            yield fill_html(SMALL, self.strings["targets"]["doubtful"])
