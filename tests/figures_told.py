"""What is told of each figure of a report: what it says, what goes with it, how it was read.

The whole of it, made from the corpus in one go. The site says it in pieces, which a browser puts
together (`pages/beyond_columns.py`, `static/figure_facts.js`): tests hold one against the other.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import groupby, islice

from baogao.charts.quantity_words import as_printed
from baogao.content.decimal_text import grouped, quantity
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus, by_key
from baogao.corpus.near_statements import Near
from baogao.corpus.observations import DISAGREES, doubtful
from baogao.corpus.targets_with_outcomes import Target
from baogao.pages.reports.neighbour_values import near
from baogao.pages.targets.target_table import promised
from baogao.reading.field_reasons import Reason
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
    "reviewed",
    "certainty",
    "target",
    "near",
    "checks",
    "marks",
    "why",
)
Link = list[str]  # its text, its address, and a remark if there is one
Value = str | list | None


class FigureFacts:
    """Tells of the figures of one report."""

    def __init__(self, corpus: Corpus, reading: Reading, strings: dict):
        self.corpus = corpus
        self.reading = reading
        self.strings = strings
        self.id = reading.report.id
        self.url = addresses.relative(addresses.report(reading.report))
        self.observations = by_key((o.anchor, o) for o in corpus.stated_in(self.id))
        self.checks = by_key((check.stated.anchor, check) for check in corpus.checks_in(self.id))
        self.promises = by_key((t.promise.anchor, t) for t in corpus.promised_in(self.id))
        self.outcomes = by_key(
            (o.anchor, target)
            for target in corpus.reached_in(self.id)
            for o in target.outcomes
            if o.report == self.id
        )
        self.disagreements = by_key(
            (o.anchor, found)
            for found in corpus.disagreements_in(self.id)
            for o in found.stated
            if o.report == self.id
        )

    def named(self, mention: Mention) -> Iterator[tuple[str, Value]]:
        """Yield what is told of a figure, each value with its name."""
        return zip(FIELDS, self.of(mention), strict=True)

    def of(self, mention: Mention) -> Iterator[Value]:
        """Yield what is told of a figure, in the order of FIELDS."""
        figure, stated = mention.figure, self._stated(mention)
        ids = dict.fromkeys([figure.indicator, *(o.indicator for o in stated)])
        known = [self.corpus.vocabulary.indicators[id] for id in ids if id]
        yield self.reading.quote(mention)
        yield self._value(mention)
        yield figure.label if [figure.label] != [indicator.zh for indicator in known] else None
        yield [self._link(indicator.zh, addresses.indicator(indicator.id)) for indicator in known]
        yield [indicator.definition for indicator in known if indicator.definition]
        yield figure.area
        yield " · ".join(filter(None, self._nature(mention, stated)))
        yield self.strings["inspector"]["reviewed"] if mention.reviewed else None
        yield [*self._certainty(mention)]
        yield self._first(self._targets(stated))
        yield self._first(
            item for o in stated for item in self._near.get((o.indicator, o.measure), ())
        )
        yield self._first(self._checks(mention, stated))
        yield [*self._marks(mention, stated)]
        yield [*self._why(mention)]

    def _stated(self, mention: Mention) -> list[Observation]:
        """Return what a figure says as observations: two, where it is about two indicators."""
        return [o for o in self.observations.get(mention.anchor, ()) if o.nth == mention.nth]

    def _first(self, items: Iterable[Link | str]) -> list[Link | str]:
        """Return the first of many items, and say that there are more.

        A report may say one thing a thousand times.
        """
        first = list(islice(items, MOST_ITEMS + 1))
        if len(first) > MOST_ITEMS:
            first[-1] = self.strings["inspector"]["more"]
        return first

    def _link(self, text: str, address: str, remark: str = "") -> Link:
        return [text, self.url(address), *filter(None, [remark])]

    # --- what it says -----------------------------------------------------------------------------

    def _value(self, mention: Mention) -> str:
        """Return a figure as written, and as normalised where that is not the same."""
        figure = mention.figure
        normalised = quantity(figure.value, figure.value_high, figure.unit)
        same = normalised.replace(" ", "") == figure.text
        return figure.text if same else f"{figure.text} = {normalised}"

    def _nature(self, mention: Mention, stated: Sequence[Observation]) -> Iterator[str]:
        """Yield year, status, measure, and the bound with its word where there is one."""
        figure, strings = mention.figure, self.strings
        yield figure.period and strings["inspector"]["period"].format(figure.period)
        yield strings["statuses"][figure.status]
        if stated:
            yield strings["measures"][stated[0].measure]
        else:
            yield strings["kinds"][figure.kind]
        if figure.bound != "eq":
            bound = strings["bounds"][figure.bound]
            word = next((o.bound_words for o in stated if o.bound_words), "")
            named = strings["inspector"]["bound"].format(bound=bound, word=word)
            yield named if word else bound

    # --- what goes with it ------------------------------------------------------------------------

    def _targets(self, stated: Sequence[Observation]) -> Iterator[Link | str]:
        """Yield the outcome of a target, and the target of an outcome, each with the state."""
        for o in stated[:1]:
            for target in self.promises.get(o.anchor, ()):
                yield from (self._outcome(target, one) for one in target.outcomes)
                if not target.outcomes:
                    yield target.state
                yield from map(self._related, target.near)
            for target in self.outcomes.get(o.anchor, ()):
                yield self._promise(target)

    def _related(self, near: Near) -> Link:
        remark = self.strings["inspector"]["related"].format(report=near.report.split("/")[1])
        return self._link(near.words, f"reports/{near.report}/#{near.anchor}", remark)

    def _outcome(self, target: Target, outcome: Observation) -> Link:
        words = self.strings["inspector"]["outcome"]
        remark = words.format(report=outcome.year, state=target.state)
        return self._link(self._printed(outcome), addresses.sentence(outcome), remark)

    def _printed(self, o: Observation) -> str:
        words = as_printed(o, self.strings)
        return f"{words}（来源存疑）" if "doubtful source" in o.quality else words

    def _promise(self, target: Target) -> Link:
        promise, words = target.promise, self.strings["inspector"]["promise"]
        remark = words.format(report=promise.year, period=promise.period, state=target.state)
        address = f"reports/{promise.report}/#{promise.anchor}"
        return self._link(promised(target, self.strings), address, remark)

    @cached_property
    def _near(self) -> dict[tuple[str, str], list[Link]]:
        """What the near reports state, by indicator and measure, each statement once."""
        found: dict[tuple[str, str], list[Link]] = defaultdict(list)
        for report in near(self.corpus, self.reading):
            for o in self.corpus.stated_in(report.id):
                items = found[o.indicator, o.measure]
                if len(items) <= MOST_ITEMS:
                    text, remark = self._printed(o), self._said_where(o)
                    if all((text, remark) != (item[0], item[2]) for item in items):
                        items.append(self._link(text, addresses.sentence(o), remark))
        return found

    def _said_where(self, o: Observation) -> str:
        return self.strings["inspector"]["near"].format(
            area=self.corpus.area(o.area, o.year).name,
            report=o.year,
            period=o.period,
            status=self.strings["statuses"][o.status],
        )

    def _checks(self, mention: Mention, stated: Sequence[Observation]) -> Iterator[Link | str]:
        """Yield the arithmetic that gives a value again, and the statements that disagree."""
        words = self.strings["inspector"]
        for check in self.checks.get(mention.anchor, ()):
            if check.stated in stated:
                verdict = self.strings["checks"]["fits" if check.fits else "differs"]
                remark = words["remark"].format(check.remark) if check.remark else ""
                yield words["remarked"].format(check.arithmetic, verdict) + remark
        for found in self.disagreements.get(mention.anchor, ()):
            for o in found.stated:
                if o not in stated:
                    disagree = self.strings["checks"]["disagree"]
                    remark = words["remarked"].format(disagree, self._said_where(o))
                    yield self._link(self._printed(o), addresses.sentence(o), remark)

    def _marks(self, mention: Mention, stated: Sequence[Observation]) -> Iterator[str]:
        """Yield what a reader should mind."""
        words = self.strings["inspector"]["marks"]
        if doubtful(self.reading, mention.figure.start, mention.figure.end):
            whole = self.reading.report.altered or self.reading.report.may_be_wrong
            yield words["doubtful_report" if whole else "doubtful"]
        if any(DISAGREES in o.quality for o in stated):
            yield words["disagrees"]
        if mention.edited:
            yield words["edited"].format(mention.edited)

    # --- how sure it is, and how it was read ------------------------------------------------------

    def _certainty(self, mention: Mention) -> Iterator[str]:
        """Yield how sure the reading is, and what makes it less so.

        What an editor has set is no reading: of it only that is said.
        """
        words = self.strings["certainty"]
        yield words["grades"][mention.figure.certainty]
        for reason in mention.reasons if not mention.edited else ():
            if reason.field == "certainty" and reason.rule in words["reasons"]:
                yield words["reasons"][reason.rule].format(*reason.words)

    def _why(self, mention: Mention) -> Iterator[str]:
        """Yield for each field how it was read.

        A predicate that another rule found, too, is not named twice.
        """
        words = self.strings["inspector"]
        own = (reason for reason in mention.reasons if reason.field != "certainty")
        for field, group in groupby(own, key=lambda reason: reason.field):
            reasons = list(group)
            found = {reason.words for reason in reasons if reason.rule != "predicate"}
            told = [
                self._reason(reason)
                for reason in reasons
                if reason.rule != "predicate" or reason.words not in found
            ]
            listed = words["next_reason"].join(told)
            yield words["reasons"].format(field=words["fields"][field], reasons=listed)

    def _reason(self, reason: Reason) -> str:
        """Say a rule with the words that it found; a rule without words of its own says those."""
        if reason.rule == "times":
            words = [grouped(Decimal(word)) for word in reason.words]
        else:
            words = [self.strings["sections"].get(word, word) for word in reason.words]
        said = self.strings["reasons"].get(reason.rule, "{words}")
        return said.format(*words, words=self.strings["punctuation"]["and"].join(words))
