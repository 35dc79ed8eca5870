"""The table of targets and outcomes: each statement leads to its sentence."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from baogao.charts.quantity_words import as_printed, quantity
from baogao.content.languages import phrase, phrases
from baogao.content.vocabulary.outcome_and_check_rules import STATES, state_name
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.corpus.promises_in_reports import Promise, observed
from baogao.corpus.targets_with_outcomes import Target
from baogao.pages.fast_html import as_markup, escaped, join_html
from baogao.pages.tables.controls import Column, Controls, attributes, controls, measured
from baogao.pages.targets.said_each_year import years_line
from baogao.pages.targets.verdict_words import near_statements, state_cell
from baogao.records import Observation

PART_END, CLAUSE_END = "；", "，"
LONG = 60  # characters: two lines on a phone
LEFT_OUT = "…"
LINKS = {"indicator": "indicators/"}  # each row has a link to its indicator


def columns(strings: dict, places: bool = False) -> tuple[Column, ...]:
    """Return the columns of a table of targets; with `places`, area and year too."""
    words = strings["targets"]
    area = Column("area", strings["home"]["area"])
    year = Column("year", strings["area"]["year"])
    return (
        *((area, year) if places else ()),
        Column("indicator", strings["indicators"]["title"], words["named"]),
        Column("promised", words["promised"], words["promised_fields"], words["promised_sentence"]),
        Column("outcome", words["outcome"], words["outcome_fields"], words["outcome_sentence"]),
        Column("state", words["state"], words["state_fields"]),
    )


def target_table(
    corpus: Corpus,
    items: Sequence[Target],
    strings: dict,
    page: str,
    file: str = "",
    places: bool = False,
    sentences: bool = False,
    shown: int = 0,
) -> dict:
    """Return the rows of a table of targets with its controls, for the page of an address.

    `file` is what a selection is saved as; `places` adds area and year; with `sentences` promise
    and outcome are followed by what their reports say, where the next one says something. Where
    only some rows are `shown`, the controls are those of all.
    """
    traits = [_traits(corpus, target, places) for target in items]
    names = _filter_names(corpus, traits, strings)
    made = controls("targets", file, columns(strings, places), traits, names, LINKS)
    made = replace(made, shown=shown if shown < len(items) else 0)
    table = _Table(corpus, made, addresses.relative(page), strings, places, sentences)
    return {
        "controls": made,
        "places": places,
        "sentences": sentences,
        "rows": join_html(map(table.row, items[: made.shown or None], traits)),
    }


# --- filters --------------------------------------------------------------------------------------


def _traits(corpus: Corpus, target: Target, places: bool) -> dict[str, str]:
    """Return the values that a row is filtered by."""
    promise = target.promise
    where = {"area": promise.area, "year": promise.period} if places else {}
    return where | {
        "state": target.state,
        "topic": corpus.vocabulary.indicators[promise.indicator].topic,
        "indicator": promise.indicator,
    }


def _filter_names(
    corpus: Corpus, traits: Sequence[Mapping[str, str]], strings: dict
) -> dict[str, tuple[str, Mapping[str, str]]]:
    """Return the labels of the filters and the words for their values, in order."""
    if not traits:
        return {}
    areas = sorted({row["area"] for row in traits if "area" in row})
    years = sorted({row["year"] for row in traits if "year" in row})
    indicators = corpus.vocabulary.indicators.values()
    names: dict[str, tuple[str, Mapping[str, str]]] = {
        "area": (strings["home"]["area"], {code: corpus.area(code).name for code in areas}),
        "year": (strings["area"]["year"], {year: year for year in years}),
        "state": (
            strings["targets"]["state"],
            {state: state_name(state, strings) for state in STATES},
        ),
        "topic": (strings["tables"]["topic"], corpus.wordlists.topics),
        "indicator": (strings["tables"]["indicator"], {one.id: one.name for one in indicators}),
    }
    return {name: values for name, values in names.items() if name in traits[0]}


# --- statements in words --------------------------------------------------------------------------


def promised(target: Target, strings: dict) -> str:
    """Return what was promised as printed: `6.8%左右`, `与经济增长基本同步（6.8%）`."""
    promise = target.promise
    if stated := observed(promise):
        return as_printed(stated, strings)
    if target.growth is None:
        return phrase(promise.text, strings)
    growth = quantity(target.growth, strings)
    return strings["targets"]["keeping_up"].format(
        text=phrase(promise.text, strings), growth=growth
    )


def clause(item: Observation | Promise) -> str:
    """Return the part of a statement's sentence that alone has its words.

    Parts end at semicolons; of a long one it is the clause, and the one before, which may say of
    what. Where several have the words it is the whole.
    """
    part = _alone(item.quote, PART_END, item.text)
    return _alone(part, CLAUSE_END, item.text, before=1) if len(part) > LONG else part


def _alone(sentence: str, end: str, words: str, before: int = 0) -> str:
    """Return the part of a sentence that alone has some words, with so many before it."""
    parts = sentence.split(end)
    holding = [at for at, part in enumerate(parts) if words in part]
    if len(holding) != 1:
        return sentence
    first, last = max(0, holding[0] - before), holding[0] + 1
    cut = end.join(parts[first:last])
    return LEFT_OUT * (first > 0) + cut + LEFT_OUT * (last < len(parts))


# --- rows -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Table:
    """What every row of the table needs."""

    corpus: Corpus
    controls: Controls
    url: Callable[[str], str]
    strings: dict
    places: bool
    sentences: bool

    def row(self, target: Target, traits: Mapping[str, str]) -> Markup:
        """Return a target as a row of the table.

        What its reports say of it stands there where the next one says something.
        """
        promise = target.promise
        told = self.sentences and bool(target.outcomes or target.near)
        where = (self.corpus.area(promise.area).name, promise.period) if self.places else ()
        indicator = self.corpus.vocabulary.indicators[promise.indicator]
        measure = self.strings["measures"][promise.measure]
        subject = self._link(addresses.indicator(indicator.id), indicator.name)
        return as_markup(
            f"<tr{attributes(traits, self.controls)}>"
            + "".join(f"<td>{escaped(name)}" for name in where)
            + f"<td>{subject} <small>{escaped(measure)}</small>"
            + self._promised(target, told)
            + self._outcome(target, measure, told)
            + f"{state_cell(target, self.corpus, self.strings)}"
        )

    # What follows is HTML: what content says goes through `escaped`.

    def _link(self, address: str, words: str) -> str:
        return f"<a href={escaped(self.url(address))}>{escaped(words)}</a>"

    def _promised(self, target: Target, told: bool) -> str:
        """Return what was promised, with the way to its sentence."""
        promise, shown = target.promise, promised(target, self.strings)
        cell = measured(*target.limits, promise.unit, self.corpus.vocabulary.units, shown)
        link = self._link(f"reports/{promise.report}/#{promise.anchor}", shown)
        words = [clause(promise)] if told else []
        return f"<td{cell}>{link}{self._computed(target)}{_told(words)}"

    def _computed(self, target: Target) -> str:
        """Return of what keeps up with the economy that it is computed, and from which growth."""
        if not target.promise.keeps_up:
            return ""
        said, growth = escaped(self.strings["targets"]["computed"]), target.growth
        if growth is None:
            return f" <small>{said}</small>"
        link = self._link(addresses.sentence(growth), quantity(growth, self.strings))
        return f" <small>{said} {link}</small>"

    def _outcome(self, target: Target, measure: str, told: bool) -> str:
        """Return what the next report says, each statement with the way to its sentence."""
        outcomes, between = self._each_once(target), self.strings["punctuation"]["and"]
        years = years_line(self.corpus, target, self.url, self.strings) if self.sentences else ""
        if not outcomes:
            return f"<td>{near_statements(target, self.url, self.strings)}{years}"
        said = [as_printed(o, self.strings) for o in outcomes]
        low, high, unit = outcomes[0].value, outcomes[0].value_high, outcomes[0].unit
        cell = measured(low, high, unit, self.corpus.vocabulary.units, between.join(said))
        links = (
            self._link(addresses.sentence(o), text)
            + self._other_measure(o, measure)
            + self._qualified(target, o)
            for o, text in zip(outcomes, said, strict=True)
        )
        words = dict.fromkeys(map(clause, outcomes)) if told else ()
        return f"<td{cell}>{escaped(between).join(links)}{_told(words)}{years}"

    def _each_once(self, target: Target) -> list[Observation]:
        """Return the outcomes without those that say again what another does."""
        once: dict[tuple[object, ...], Observation] = {}
        for o in target.outcomes:
            once.setdefault((as_printed(o, self.strings), o.measure, o.qualifiers), o)
        return list(once.values())

    def _other_measure(self, outcome: Observation, measure: str) -> str:
        """Return the measure of an outcome that is not the target's."""
        own = self.strings["measures"][outcome.measure]
        return "" if own == measure else f"<small> {escaped(own)}</small>"

    def _qualified(self, target: Target, outcome: Observation) -> str:
        """Return the qualifiers of an outcome that has others than the target."""
        if outcome.qualifiers == target.promise.qualifiers:
            return ""
        named = phrases(outcome.qualifiers, self.strings)
        return f"<small> {escaped(named)}</small>" if named else ""


def _told(sentences: Iterable[str]) -> str:
    """Return sentences as they stand below what was read in them."""
    return "".join(f"<small class=words>{escaped(words)}</small>" for words in sentences)
