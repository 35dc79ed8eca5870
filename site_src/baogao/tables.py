"""Tables to take along: each report's figures, and all observations. The one home of pandas."""
from collections.abc import Iterator

from baogao.corpus import Corpus
from baogao.numerals import plain
from baogao.records import Observation, Reading
from baogao.rules import ABSENT
from baogao.targets import Target

FIGURE_COLUMNS = ("figure", "text", "value", "value_high", "unit", "bound", "kind", "status", "period", "label",
                  "indicator", "area", "section", "quote")
OBSERVATION_COLUMNS = ("figure", "report", "area", "indicator", "measure", "period", "value", "value_high", "unit",
                       "bound", "status", "quote", "quality")
TARGET_COLUMNS = ("area", "year", "indicator", "measure", "unit", "target_low", "target_high", "bound", "basis", "outcome",
                  "outcome_bound", "state", "target_report", "outcome_report", "target_figure", "outcome_figure")


def files(corpus: Corpus) -> Iterator[tuple[str, bytes]]:
    """Yield the tables of the site, and each report's text."""
    for reading in corpus.readings:
        folder = f"reports/{reading.report.id}/"
        yield folder + "figures.csv", csv(figure_table(reading))
        yield folder + "report.md", reading.report.text.encode()
    yield "data/observations.csv", csv(observation_table(corpus.observations))
    yield "data/targets.csv", csv(target_table(corpus.targets))


def figure_table(reading: Reading):
    """Return a report's figures as a frame, one row a figure; values are exact, as text."""
    import pandas

    def row(mention) -> tuple:
        figure = mention.figure
        section = reading.sections[mention.section].title if reading.sections else ""
        return (mention.anchor, figure.text, plain(figure.value), _plain(figure.value_high), figure.unit, figure.bound,
                figure.kind, figure.status, figure.period, figure.label, figure.indicator or "", figure.area, section,
                reading.quote(mention))
    return pandas.DataFrame(map(row, reading.mentions), columns=FIGURE_COLUMNS, dtype=str)


def observation_table(observations: tuple[Observation, ...]):
    """Return all observations as a frame, one row an observation; values are exact, as text."""
    import pandas
    return pandas.DataFrame([
        (o.anchor, f"{o.area}/{o.year}", o.area, o.indicator, o.measure, o.period, plain(o.value), _plain(o.value_high),
         o.unit, o.bound, o.status, o.quote, "; ".join(o.quality)) for o in observations], columns=OBSERVATION_COLUMNS, dtype=str)


def target_table(targets: tuple[Target, ...]):
    """Return all targets as a frame, one row a target; values are exact, as text."""
    import pandas

    def row(target: Target) -> tuple:
        promise, outcome, said = target.promise, target.outcome, target.outcomes[:1]
        return (promise.area, str(promise.year), promise.indicator, promise.measure, promise.unit,
                *map(_plain, target.limits), promise.bound, promise.basis, _plain(outcome and outcome.value),
                outcome.bound if outcome else "", target.state, promise.report,
                "" if target.state == ABSENT else target.next_report, promise.anchor, said[0].anchor if said else "")
    return pandas.DataFrame(map(row, targets), columns=TARGET_COLUMNS, dtype=str)


def csv(frame) -> bytes:
    """Return a frame as RFC 4180 CSV in UTF-8 with a byte-order mark."""
    return frame.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def _plain(value) -> str:
    return "" if value is None else plain(value)
