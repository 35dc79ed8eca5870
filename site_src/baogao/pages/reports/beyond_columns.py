"""What a report's figures.json says of its figures beyond their columns.

`static/figure_facts.js` puts it into words, with those that all reports share: how each figure was
read, what it says as observations, and what other statements say of the same. What follows from
the columns is not said again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice

from baogao.charts.quantity_words import as_printed
from baogao.corpus.corpus import Corpus, by_key
from baogao.corpus.observations import DISAGREES
from baogao.corpus.targets_with_outcomes import Target
from baogao.downloads.cells import FORMULA, harmless, quoted
from baogao.pages.reports.figure_reasons import Reasons
from baogao.pages.reports.neighbour_values import near
from baogao.pages.tables.statement_cells import is_doubtful
from baogao.pages.targets.target_table import promised
from baogao.records import Mention, Observation, Reading

MOST_ITEMS = 12  # of a list: honest reports have five
Item = str | list


def beyond_columns(corpus: Corpus, reading: Reading, strings: dict) -> dict[str, object]:
    """Return what goes behind the figures, by its name in the file.

    `sections` are their kinds with the number of the first figure of each; `why` has for each field
    the ways in which it was read, `read` for each figure the number of its way in every field; what
    else is told of single figures is in `more`, by their numbers.
    """
    reasons, places = Reasons(strings), _Places(corpus, reading)
    statements = _Statements(corpus, reading, strings, places)
    return {
        "sections": _sections(reading),
        "why": reasons.why,
        "read": [reasons.of(mention) for mention in reading.mentions],
        "measures": statements.measures,
        "stated": [statements.measure(mention) for mention in reading.mentions],
        "more": {
            str(number): more
            for number, mention in enumerate(reading.mentions)
            if (more := statements.more(mention))
        },
        "near": statements.near(),
        "places": places.known,
    }


def _sections(reading: Reading) -> list[tuple[int, str]]:
    """Return the kinds of sections, each with the number of the first figure in it."""
    if not reading.sections:
        return []
    kinds = groupby(
        enumerate(reading.mentions), key=lambda item: reading.sections[item[1].section].kind
    )
    return [(next(items)[0], kind) for kind, items in kinds]


def _of_words(reading: Reading, mention: Mention) -> dict[str, object]:
    """Return what an editor said, and what was cut off at the beginning of cells, by columns."""
    figure, sentence = mention.figure, mention.sentence_start
    cut = {
        name: text.removesuffix(harmless(text))
        for name, text in (("text", figure.text), ("label", figure.label), ("area", figure.area))
        if text[:1] in FORMULA
    }
    if not reading.report.text[sentence].isalnum():
        quote = reading.quote(mention)
        cut["quote"] = quote.removesuffix(quoted(quote))
    return {"edited": mention.edited, "cut": cut}


class _Places:
    """The reports that are led to: id and area's name of each, by their number here."""

    def __init__(self, corpus: Corpus, reading: Reading):
        self.known: list[tuple[str, str]] = []
        self._corpus = corpus
        self._numbers: dict[str, int] = {}

    def number(self, report: str) -> int:
        """Return the number of a report."""
        if report not in self._numbers:
            self._numbers[report] = len(self.known)
            code, _, year = report.partition("/")
            area = self._corpus.area(code, int(year))
            self.known.append((report, area.name))
        return self._numbers[report]


class _Statements:
    """What a report's figures say as observations, and what other statements say of the same."""

    def __init__(self, corpus: Corpus, reading: Reading, strings: dict, places: _Places):
        self.corpus, self.reading, self.strings, self.places = corpus, reading, strings, places
        id = reading.report.id
        self.measures: list[str] = []
        self._wanted: set[tuple[str, str]] = set()
        self._stated = by_key(((o.anchor, o.nth), o) for o in corpus.stated_in(id))
        self._checks = by_key((check.stated.anchor, check) for check in corpus.checks_in(id))
        self._promises = by_key((t.promise.anchor, t) for t in corpus.promised_in(id))
        self._outcomes = by_key(
            (o.anchor, t) for t in corpus.reached_in(id) for o in t.outcomes if o.report == id
        )
        self._disagreements = by_key(
            (o.anchor, found)
            for found in corpus.disagreements_in(id)
            for o in found.stated
            if o.report == id
        )

    def of(self, mention: Mention) -> Sequence[Observation]:
        """Return what a figure says as observations: two, where it is about two indicators."""
        return self._stated.get((mention.anchor, mention.nth), ())

    def measure(self, mention: Mention) -> int:
        """Return the number of a figure's measure, counted from one; 0 where it says nothing."""
        stated = self.of(mention)
        if not stated:
            return 0
        measure = stated[0].measure
        if measure not in self.measures:
            self.measures.append(measure)
        return self.measures.index(measure) + 1

    def more(self, mention: Mention) -> dict[str, object]:
        """Return what is told of single figures."""
        told: dict[str, object] = _of_words(self.reading, mention)
        if stated := self.of(mention):
            pairs = [(o.indicator, o.measure) for o in stated]
            self._wanted.update(pairs)
            if [indicator for indicator, _ in pairs] != [mention.figure.indicator]:
                told["stated"] = pairs
            if mention.figure.bound != "eq":
                told["word"] = next((o.bound_words for o in stated if o.bound_words), "")
            told["target"] = _first(self._targets(stated))
            told["state"] = self._state_code(stated)
            told["disagrees"] = any(DISAGREES in o.quality for o in stated)
        told["checks"] = _first(self._checked(mention, stated))
        return {name: value for name, value in told.items() if value}

    def _targets(self, stated: Sequence[Observation]) -> Iterator[Item]:
        """Yield the outcome of a target, and the target of an outcome, each with the state."""
        for o in stated[:1]:
            for target in self._promises.get(o.anchor, ()):
                yield from (self._outcome(target, one) for one in target.outcomes)
                if not target.outcomes:
                    yield target.state
                for one in target.near:
                    yield [*self._link(one.words, one.report, one.anchor), "related"]
            for target in self._outcomes.get(o.anchor, ()):
                yield self._promise(target)

    def _state_code(self, stated: Sequence[Observation]) -> str:
        """Return the code of the state of the target that a figure is, if it is one."""
        promised = self._promises.get(stated[0].anchor, ())
        return promised[0].code if promised else ""

    def _outcome(self, target: Target, outcome: Observation) -> Item:
        return [*self._printed(outcome), "outcome", target.state]

    def _promise(self, target: Target) -> Item:
        promise, text = target.promise, promised(target, self.strings)
        link = self._link(text, promise.report, promise.anchor)
        return [*link, "promise", target.state, promise.period]

    def _printed(self, o: Observation) -> list:
        return self._link(self._said(o), o.report, o.anchor)

    def _said(self, o: Observation) -> str:
        """Return a number as printed, with the mark of a doubtful source."""
        words = as_printed(o, self.strings)
        return self.strings["doubt"]["remark"].format(text=words) if is_doubtful(o) else words

    def _link(self, text: str, report: str, anchor: str) -> list:
        """Return a text with the place that it leads to: a figure, else the whole anchor."""
        return [text, self.places.number(report), anchor.removeprefix("f-")]

    def _checked(self, mention: Mention, stated: Sequence[Observation]) -> Iterator[Item]:
        """Yield the arithmetic that gives a value again, and the statements that disagree."""
        words = self.strings["inspector"]
        for check in self._checks.get(mention.anchor, ()):
            if check.stated in stated:
                verdict = self.strings["checks"]["fits" if check.fits else "differs"]
                remark = words["remark"].format(check.remark) if check.remark else ""
                yield words["remarked"].format(check.arithmetic, verdict) + remark
        for found in self._disagreements.get(mention.anchor, ()):
            for o in found.stated:
                if o not in stated:
                    yield [*self._printed(o), "disagree", *_when(o)]

    def near(self) -> dict[str, list[Item]]:
        """Return what near reports state of the same, by indicator and measure, each once."""
        found: dict[tuple[str, str], dict[tuple, Item]] = defaultdict(dict)
        for report in near(self.corpus, self.reading):
            for o in self.corpus.stated_in(report.id):
                items = found[o.indicator, o.measure]
                if (o.indicator, o.measure) in self._wanted and len(items) <= MOST_ITEMS:
                    text, place, anchor = self._printed(o)
                    items.setdefault((text, place, *_when(o)), [text, place, anchor, *_when(o)])
        return {" ".join(key): list(items.values()) for key, items in found.items() if items}


def _when(o: Observation) -> tuple[str, ...]:
    """Return the years that a statement is about; that they are over goes without saying."""
    return (o.period,) if o.status == "actual" else (o.period, o.status)


def _first(items: Iterable[Item]) -> list[Item]:
    """Return the first of many items, and one more where there are more.

    A report may say one thing a thousand times.
    """
    return list(islice(items, MOST_ITEMS + 1))
