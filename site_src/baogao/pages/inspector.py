"""What the inspector tells of a report's figures: one file a report, fetched when the first figure is opened.

Every text and every value is an index into `words`, as most of them come back again and again. A value is a text,
or a list of items, each a text or [text, address, remark].
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby, islice

from baogao.content.numerals import grouped, quantity
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus, by_key
from baogao.corpus.observations import DISAGREES, doubtful
from baogao.downloads.citations import of_figure
from baogao.pages.neighbours import near
from baogao.pages.target_table import promised, said
from baogao.reading.reasons import Reason
from baogao.records import Mention, Observation, Reading

MOST_ITEMS = 12  # of a list: honest reports have five
FIELDS = (
    "quote",
    "value",
    "label",
    "indicator",
    "definition",
    "area",
    "nature",
    "target",
    "near",
    "checks",
    "marks",
    "why",
)
Value = str | list | None


def file(corpus: Corpus, reading: Reading, strings: dict) -> tuple[str, bytes]:
    """Return the file of a report."""
    told = Told(corpus, reading, strings).figures()
    return addresses.report(reading.report) + "inspector.json", json.dumps(
        told, ensure_ascii=False, separators=(",", ":")
    ).encode()


class Told:
    """What is told of one report's figures."""

    def __init__(self, corpus: Corpus, reading: Reading, strings: dict):
        self.corpus, self.reading, self.strings, self.id = (
            corpus,
            reading,
            strings,
            reading.report.id,
        )
        self.observations = by_key((o.anchor, o) for o in corpus.stated_in(self.id))
        self.promises = by_key((t.promise.anchor, t) for t in corpus.promised_in(self.id))
        self.outcomes = by_key(
            (o.anchor, t)
            for t in corpus.reached_in(self.id)
            for o in t.outcomes
            if o.report == self.id
        )
        self.checks = by_key((check.stated.anchor, check) for check in corpus.checks_in(self.id))
        self.disagreements = by_key(
            (o.anchor, found)
            for found in corpus.disagreements_in(self.id)
            for o in found.stated
            if o.report == self.id
        )
        self.url = addresses.relative(addresses.report(reading.report))
        self.near = self._near()
        self.words: dict[str, int] = {}

    def figures(self) -> dict:
        """Return the whole file as data."""
        report, corpus = self.reading.report, self.corpus
        found = {
            anchor: [[self._index(value) for value in self._record(mention)] for mention in group]
            for anchor, group in self._numbers()
        }
        return {
            "citations": of_figure(report, corpus.area(report.area), corpus.site),
            "fields": FIELDS,
            "words": [json.loads(value) for value in self.words],
            "figures": found,
        }

    def _numbers(self) -> Iterator[tuple[str, list[Mention]]]:
        """Yield every anchor with its records."""
        groups: dict[str, list[Mention]] = {}
        for mention in self.reading.mentions:
            groups.setdefault(mention.anchor, []).append(mention)
        yield from groups.items()

    def _index(self, value: Value) -> int | None:
        if not value:
            return None
        if isinstance(value, list):
            value = [self._index(item) if isinstance(item, str) else item for item in value]
        return self.words.setdefault(json.dumps(value, ensure_ascii=False), len(self.words))

    def _record(self, mention: Mention) -> Iterator[Value]:
        """Yield what is told of a figure, in the order of FIELDS."""
        figure, vocabulary = mention.figure, self.corpus.vocabulary
        stated = self._stated(mention)
        known = [
            vocabulary.indicators[id]
            for id in dict.fromkeys([figure.indicator, *(o.indicator for o in stated)])
            if id
        ]
        yield self.reading.quote(mention)
        yield self._value(mention)
        yield figure.label if [figure.label] != [indicator.zh for indicator in known] else None
        yield [self._link(indicator.zh, addresses.indicator(indicator.id)) for indicator in known]
        yield [indicator.definition for indicator in known if indicator.definition]
        yield figure.area
        yield " · ".join(filter(None, self._nature(mention, stated)))
        yield self._first(self._targets(stated))
        yield self._first(
            [item for o in stated for item in self.near.get((o.indicator, o.measure), ())]
        )
        yield self._first(self._checks(mention, stated))
        yield [*self._marks(mention, stated)]
        yield [*self._why(mention)]

    def _first(self, items: Iterable) -> list:
        """Return the first of many items, and how many more there are: a report may say one thing a thousand times."""
        items = list(islice(items, MOST_ITEMS + 1))
        return (
            [*items[:MOST_ITEMS], self.strings["inspector"]["more"]]
            if len(items) > MOST_ITEMS
            else items
        )

    def _stated(self, mention: Mention) -> list[Observation]:
        """Return what a figure says as observations: two, where it is about two indicators."""
        return [o for o in self.observations.get(mention.anchor, ()) if o.nth == mention.nth]

    def _link(self, text: str, address: str, remark: str = "") -> list[str]:
        return [text, self.url(address), remark] if remark else [text, self.url(address)]

    def _near(self) -> dict[tuple[str, str], list]:
        """Return what the near reports state, by indicator and measure, each statement once."""
        found: dict[tuple[str, str], list] = defaultdict(list)
        for report in near(self.corpus, self.reading):
            for o in self.corpus.stated_in(report.id):
                item = self._link(said(o), addresses.sentence(o), self._said_where(o))
                if len(found[o.indicator, o.measure]) <= MOST_ITEMS and all(
                    item[::2] != other[::2] for other in found[o.indicator, o.measure]
                ):
                    found[o.indicator, o.measure].append(item)
        return found

    def _said_where(self, o: Observation) -> str:
        return self.strings["inspector"]["near"].format(
            area=self.corpus.area(o.area).name,
            report=o.year,
            period=o.period,
            status=self.strings["statuses"][o.status],
        )

    def _value(self, mention: Mention) -> str:
        """Return a figure as written, and as normalised where that is not the same."""
        figure = mention.figure
        normalised = quantity(figure.value, figure.value_high, figure.unit)
        return (
            figure.text
            if normalised.replace(" ", "") == figure.text
            else f"{figure.text} = {normalised}"
        )

    def _nature(self, mention: Mention, stated: Sequence[Observation]) -> Iterator[str]:
        """Yield year, status, measure, and the bound with its word where there is one."""
        figure, t = mention.figure, self.strings
        yield figure.period and t["inspector"]["period"].format(figure.period)
        yield t["statuses"][figure.status]
        yield t["measures"][stated[0].measure] if stated else t["kinds"][figure.kind]
        if figure.bound != "eq":
            word = next((o.word for o in stated if o.word), "")
            yield t["bounds"][figure.bound] + (f"（“{word}”）" if word else "")

    def _targets(self, stated: Sequence[Observation]) -> Iterator[list | str]:
        """Yield the outcome of a target, and the target of an outcome, each with the state."""
        t = self.strings["inspector"]
        for o in stated[:1]:
            for target in self.promises.get(o.anchor, ()):
                outcomes = [
                    self._link(
                        said(x),
                        addresses.sentence(x),
                        t["outcome"].format(report=x.year, state=target.state),
                    )
                    for x in target.outcomes
                ]
                yield from outcomes or [target.state]
            for target in self.outcomes.get(o.anchor, ()):
                promise = target.promise
                yield self._link(
                    promised(target),
                    f"reports/{promise.report}/#{promise.anchor}",
                    t["promise"].format(
                        report=promise.year, period=promise.period, state=target.state
                    ),
                )

    def _checks(self, mention: Mention, stated: Sequence[Observation]) -> Iterator[list | str]:
        """Yield the arithmetic that gives a stated value again, and the statements that disagree with it."""
        t = self.strings["checks"]
        for check in self.checks.get(mention.anchor, ()):
            if check.stated in stated:
                yield f"{check.arithmetic}，{t['fits'] if check.fits else t['differs']}" + (
                    f"（{check.remark}）" if check.remark else ""
                )
        for found in self.disagreements.get(mention.anchor, ()):
            for o in (o for o in found.stated if o not in stated):
                yield self._link(
                    o.text, addresses.sentence(o), f"{t['disagree']}，{self._said_where(o)}"
                )

    def _marks(self, mention: Mention, stated: Sequence[Observation]) -> Iterator[str]:
        t = self.strings["inspector"]["marks"]
        if doubtful(self.reading, mention.figure.start, mention.figure.end):
            yield t["doubtful"]
        if any(DISAGREES in o.quality for o in stated):
            yield t["disagrees"]
        if mention.edited:
            yield t["edited"].format(mention.edited)

    def _why(self, mention: Mention) -> Iterator[str]:
        """Yield for each field how it was read."""
        t = self.strings["inspector"]["fields"]
        for field, reasons in groupby(mention.reasons, key=lambda reason: reason.field):
            told = list(reasons)
            found = {reason.words for reason in told if reason.rule != "predicate"}
            yield f"{t[field]}：{'；'.join(self._reason(r) for r in told if r.rule != 'predicate' or r.words not in found)}"

    def _reason(self, reason: Reason) -> str:
        words = [
            grouped(Decimal(word))
            if reason.rule == "times"
            else self.strings["sections"].get(word, word)
            for word in reason.words
        ]
        return (
            self.strings["reasons"]
            .get(reason.rule, "{words}")
            .format(*words, words="、".join(words))
        )
