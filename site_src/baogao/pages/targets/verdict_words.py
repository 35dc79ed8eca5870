"""What a target's state follows from, in a sentence: the rule with its tolerance, or the reason."""

from collections.abc import Callable
from decimal import Decimal

from markupsafe import Markup

from baogao.charts.quantity_words import amount, quantity, unit_name
from baogao.content.languages import phrase, phrases
from baogao.content.vocabulary.outcome_and_check_rules import (
    JUDGED,
    MISSED,
    POINTS,
    UNMATCHED,
    Rules,
    state_name,
)
from baogao.content.vocabulary.qualifiers import different
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.corpus.corpus import Corpus
from baogao.corpus.target_state import better_way
from baogao.corpus.targets_with_outcomes import Target
from baogao.pages.fast_html import fill_html, join_html
from baogao.pages.tables.statement_cells import doubt_mark
from baogao.records import Observation

PERCENT = "%"


def state_cell(target: Target, corpus: Corpus, strings: dict) -> Markup:
    """Return the cell of a target's state, with the rule by which it was told."""
    name = state_name(target.state, strings)
    words = fill_html("<td><span class=state data-state={}>{}</span>", target.code, name)
    if sentence := why(target, corpus.vocabulary, corpus.wordlists.rules, strings):
        words += fill_html("<small class=why>{}</small>", sentence)
    return words + doubt_mark(target.doubtful, strings)


def near_statements(target: Target, url: Callable[[str], str], strings: dict) -> Markup:
    """Return what the next report says that may be about a target, each with its way there."""
    if not target.near:
        return Markup()
    lead = strings["targets"]["near"] if target.state == UNMATCHED else ""
    links = (
        fill_html("<a href={}>{}</a>", url(f"reports/{one.report}/#{one.anchor}"), one.words)
        for one in target.near
    )
    between = strings["punctuation"]["next"]
    return fill_html("<small class=words>{}{}</small>", lead, join_html(links, between))


def why(target: Target, vocabulary: Vocabulary, rules: Rules, strings: dict) -> str:
    """Return the rule by which a target's state was told, in words; nothing where it needs none."""
    words = strings["targets"]["why"]
    if target.reason not in words:
        return ""
    direction = vocabulary.indicators[target.promise.indicator].direction
    better = better_way(target.promise, direction, rules)
    told = words[target.reason]
    if isinstance(told, dict):
        told = told[_case(target, better)]
    values = _Values(target, rules, better, strings)
    return told.format_map(values) + values.by_how_much() + words["stop"]


def _case(target: Target, better: str) -> str:
    """Return which of a rule's sentences fits: by the better way, or by the bound promised."""
    if target.reason == "keeps_up":
        return target.promise.bound
    if target.reason == "bound":
        return "up" if target.limits[0] is not None else "down"
    return better


class _Values:
    """What the sentences name of a target, each as readers say it, worked out where it is named."""

    def __init__(self, target: Target, rules: Rules, better: str, strings: dict):
        self.target, self.rules, self.better, self.strings = target, rules, better, strings
        self.words = strings["targets"]["why"]

    def __getitem__(self, name: str) -> str:
        told: str = getattr(self, name)()
        return told

    def or_better(self) -> str:
        """Return what more is as good as what was promised."""
        words: str = self.words["or_better"][self.better]
        return words

    def text(self) -> str:
        """Return what was promised, as printed."""
        return phrase(self.target.promise.text, self.strings)

    def allowed(self) -> str:
        """Return how far from its number the outcome of a promise about it may lie."""
        promise = self.target.promise
        kept = promise.keeps_up
        tolerance = kept.tolerance if kept else self.rules.tolerances.get("target")
        if tolerance is None:
            return ""
        if promise.unit in POINTS:
            return amount(tolerance.points, self.words["points"], self.strings)
        return amount(tolerance.share * 100, PERCENT, self.strings)

    def growth(self) -> str:
        """Return the growth of the economy that is kept up with."""
        return quantity(self.target.growth, self.strings) if self.target.growth else ""

    def said(self) -> str:
        """Return the words of the first outcome that leave it open where it lies."""
        outcome = self.target.outcome
        if outcome is None:
            return ""
        return outcome.bound_words or quantity(outcome, self.strings)

    def by_how_much(self) -> str:
        """Return how far an exact outcome lies from what was promised, where it does not reach."""
        outcome = self.target.outcome
        if outcome is None or self.target.state not in JUDGED:
            return ""
        ends = [end for end in self.target.limits if end is not None]
        if self.target.state != MISSED or outcome.bound != "eq" or not ends:
            return self._on_its_side(outcome)
        distance = min(abs(outcome.value - end) for end in ends)
        return self.words["misses"].format(distance=self._distance(distance, outcome.unit))

    def _on_its_side(self, outcome: Observation) -> str:
        """Say on which side of its number an outcome lies by its word: 接近 is less."""
        side = self.rules.sides.get(outcome.bound_words)
        return self.words["sides"][side].format(word=outcome.bound_words) if side else ""

    def _distance(self, distance: Decimal, unit: str) -> str:
        in_unit = self.words["points"] if unit == PERCENT else unit
        return amount(distance, in_unit, self.strings)

    def differing(self) -> str:
        """Return which qualifiers differ between the target and the first statement of it."""
        said = [one.qualifiers for one in self.target.outcomes]
        said += [one.qualifiers for one in self.target.near]
        if not said:
            return ""
        promised = self.target.promise.qualifiers
        return self.words["between"].join(
            self.words["differing"].format(
                about=phrase(about, self.strings),
                own=self._named(own),
                other=self._named(other),
            )
            for about, own, other in different(promised, said[0], self.rules.qualifiers)
        )

    def _named(self, qualifiers: tuple[str, ...]) -> str:
        return phrases(qualifiers, self.strings) or self.words["unqualified"]

    def own(self) -> str:
        """Return the measure, unit or rival of the target, whichever its outcome differs in."""
        promise = self.target.promise
        return self._aspect(promise.measure, promise.unit, promise.against)

    def other(self) -> str:
        """Return the same of the outcome."""
        if not self.target.outcomes:
            return ""
        outcome = self.target.outcomes[0]
        return self._aspect(outcome.measure, outcome.unit, outcome.against)

    def _aspect(self, measure: str, unit: str, against: str) -> str:
        named = unit_name(unit, self.strings)
        names = {"measure": self.strings["measures"][measure], "unit": named, "against": against}
        return names.get(self.target.reason, "") or self.words["unqualified"]
