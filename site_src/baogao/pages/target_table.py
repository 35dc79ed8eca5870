"""The table of targets and outcomes: each statement leads to its sentence."""

from collections.abc import Mapping, Sequence

from baogao.charts.quantity_words import amount, bound_word, quantity, value_range
from baogao.content.outcome_and_check_rules import JUDGED, STATES
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.corpus.promises_in_reports import Promise
from baogao.corpus.targets_with_outcomes import Target
from baogao.pages.controls import Column, attributes, controls, measured
from baogao.records import Observation

CLAUSE_END = "；"
LEFT_OUT = "…"


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
        Column("state", words["state"]),
    )


def target_table(
    corpus: Corpus,
    items: Sequence[Target],
    strings: dict,
    file: str = "",
    places: bool = False,
    sentences: bool = False,
) -> dict:
    """Return the rows of a table of targets with its controls.

    `file` is what a selection is saved as; `places` adds area and year; with `sentences` each
    statement is followed by what its report says.
    """
    traits = [_traits(corpus, target, places) for target in items]
    names = _filter_names(corpus, traits, strings)
    made = controls("targets", file, columns(strings, places), traits, names)
    return {
        "controls": made,
        "places": places,
        "sentences": sentences,
        "rows": [
            {"traits": attributes(own, made), **_row(corpus, target, strings)}
            for target, own in zip(items, traits, strict=True)
        ],
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
        "state": (strings["targets"]["state"], {state: state for state in STATES}),
        "topic": (strings["tables"]["topic"], corpus.wordlists.topics),
        "indicator": (strings["tables"]["indicator"], {one.id: one.zh for one in indicators}),
    }
    return {name: values for name, values in names.items() if name in traits[0]}


# --- statements in words --------------------------------------------------------------------------


def promised(target: Target, strings: dict) -> str:
    """Return what was promised as readers say it: `6.8%左右`, `与经济增长基本同步（6.8%）`."""
    promise = target.promise
    if promise.value is None:
        if target.growth is None:
            return promise.text
        growth = quantity(target.growth, strings)
        return strings["targets"]["keeping_up"].format(text=promise.text, growth=growth)
    if promise.value_high is not None:
        return value_range(promise.value, promise.value_high, promise.unit, strings)
    return amount(promise.value, promise.unit, strings) + bound_word(promise.bound, strings)


def as_printed(item: Observation, strings: dict) -> str:
    """Return an outcome with its bound's own word where its sentence has that.

    `接近2.8%` is said as such, and not as `2.8%左右`.
    """
    if item.word:
        for words in (item.word + item.text, item.text + item.word):
            if words in item.quote:
                return words
    return quantity(item, strings)


def clause(item: Observation | Promise) -> str:
    """Return the part of a statement's sentence that alone has its words.

    Parts end at semicolons. Where several have the words it is the whole sentence.
    """
    parts = item.quote.split(CLAUSE_END)
    holding = [at for at, part in enumerate(parts) if item.text in part]
    if len(holding) != 1 or len(parts) == 1:
        return item.quote
    at = holding[0]
    before = LEFT_OUT if at else ""
    after = LEFT_OUT if at + 1 < len(parts) else ""
    return before + parts[at] + after


# --- rows -----------------------------------------------------------------------------------------


def _row(corpus: Corpus, target: Target, strings: dict) -> dict:
    """Return a target as a row of the table."""
    promise = target.promise
    return {
        "area": corpus.area(promise.area).name,
        "year": promise.period,
        "state": target.state,
        "judged": target.state in JUDGED,
        "computed": strings["targets"]["computed"] if promise.keeps_up else "",
        "indicator": corpus.vocabulary.indicators[promise.indicator].zh,
        "indicator_address": addresses.indicator(promise.indicator),
        "measure": strings["measures"][promise.measure],
        "doubtful": target.doubtful,
        **_promised_cell(corpus, target, strings),
        **_outcome_cell(corpus, target, strings),
    }


def _promised_cell(corpus: Corpus, target: Target, strings: dict) -> dict:
    """Return what was promised, with the way to its sentence."""
    promise, shown = target.promise, promised(target, strings)
    low, high = target.limits
    growth = target.growth and {
        "text": quantity(target.growth, strings),
        "address": addresses.sentence(target.growth),
    }
    return {
        "promised": shown,
        "promise_words": clause(promise),
        "promised_cell": measured(low, high, promise.unit, corpus.vocabulary.units, shown),
        "promise_address": f"reports/{promise.report}/#{promise.anchor}",
        "growth": growth,
    }


def _outcome_cell(corpus: Corpus, target: Target, strings: dict) -> dict:
    """Return what the next report says, each statement with the way to its sentence."""
    first = target.outcomes[0] if target.outcomes else None
    low, high, unit = (first.value, first.value_high, first.unit) if first else (None, None, "")
    said = [as_printed(o, strings) for o in target.outcomes]
    shown = strings["punctuation"]["and"].join(said)
    return {
        "outcome_words": tuple(dict.fromkeys(map(clause, target.outcomes))),
        "outcome_cell": measured(low, high, unit, corpus.vocabulary.units, shown),
        "outcomes": [
            {
                "text": text,
                "address": addresses.sentence(o),
                "measure": strings["measures"][o.measure],
            }
            for text, o in zip(said, target.outcomes, strict=True)
        ],
    }
