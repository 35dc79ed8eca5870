"""The table of targets and outcomes: each statement leads to its sentence."""

from collections.abc import Sequence

from baogao.charts.chart_words import BOUNDS, amount, quantity
from baogao.content.outcome_rules import JUDGED, STATES
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.corpus.targets import Target
from baogao.pages.controls import Column, attributes, controls, measured
from baogao.records import Observation


def columns(strings: dict, places: bool = False) -> tuple[Column, ...]:
    """Return the columns of a table of targets; with `places`, area and year too."""
    words = strings["targets"]
    where = (
        (Column("area", strings["home"]["area"]), Column("year", strings["area"]["year"]))
        if places
        else ()
    )
    return (
        *where,
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
    """Return the rows of a table of targets, and what they can be sorted and filtered by if a selection is saved as a `file`.

    With `sentences` each statement is followed by what its report says.
    """
    traits = [_traits(corpus, target, places) for target in items]
    made = controls(
        "targets", file, columns(strings, places), traits, _names(corpus, traits, strings)
    )
    return {
        "controls": made,
        "places": places,
        "sentences": sentences,
        "rows": [
            {"traits": attributes(own, made), **_row(corpus, target, strings)}
            for target, own in zip(items, traits, strict=True)
        ],
    }


def _traits(corpus: Corpus, target: Target, places: bool) -> dict[str, str]:
    promise = target.promise
    where = {"area": promise.area, "year": promise.period} if places else {}
    return where | {
        "state": target.state,
        "topic": corpus.vocabulary.indicators[promise.indicator].topic,
        "indicator": promise.indicator,
    }


def _names(corpus: Corpus, traits: list[dict[str, str]], strings: dict) -> dict:
    """Return the labels of the filters and the words for their values, in order."""
    names = {
        "area": (
            strings["home"]["area"],
            {
                code: corpus.area(code).name
                for code in sorted({row.get("area", "") for row in traits} - {""})
            },
        ),
        "year": (
            strings["area"]["year"],
            {year: year for year in sorted({row.get("year", "") for row in traits})},
        ),
        "state": (strings["targets"]["state"], {state: state for state in STATES}),
        "topic": (strings["tables"]["topic"], corpus.wordlists.topics),
        "indicator": (
            strings["tables"]["indicator"],
            {i.id: i.zh for i in corpus.vocabulary.indicators.values()},
        ),
    }
    return {name: values for name, values in names.items() if traits and name in traits[0]}


def promised(target: Target) -> str:
    """Return what was promised as a reader says it: `6.8%左右`, `与经济增长基本同步（6.8%）`."""
    promise = target.promise
    if promise.keeps_up:
        return promise.text + (f"（{quantity(target.growth)}）" if target.growth else "")
    if promise.value_high is not None:
        return f"{amount(promise.value, promise.unit)}～{amount(promise.value_high, promise.unit)}"
    return amount(promise.value, promise.unit) + BOUNDS.get(promise.bound, "")


def said(item: Observation) -> str:
    """Return an outcome with its bound's own word where the sentence has it: `接近2.8%`, not `2.8%左右`."""
    as_printed = (
        words
        for words in (item.word + item.text, item.text + item.word)
        if item.word and words in item.quote
    )
    return next(as_printed, quantity(item))


def clause(item: Observation) -> str:
    """Return the part of a statement's sentence, between semicolons, that alone has its words; else the whole sentence."""
    parts = item.quote.split("；")
    holding = [at for at, part in enumerate(parts) if item.text in part]
    if len(holding) != 1 or len(parts) == 1:
        return item.quote
    at = holding[0]
    return ("…" if at else "") + parts[at] + ("…" if at + 1 < len(parts) else "")


def _row(corpus: Corpus, target: Target, strings: dict) -> dict:
    """Return a target as a row of the table: each statement with the way to its sentence."""
    promise, units = target.promise, corpus.vocabulary.units
    computed = strings["targets"]["computed"] if promise.keeps_up else ""
    shown = "、".join(map(said, target.outcomes))
    first = target.outcomes[0] if target.outcomes else None
    outcome = (first.value, first.value_high, first.unit) if first else (None, None, "")
    return {
        "area": corpus.area(promise.area).name,
        "year": promise.period,
        "state": target.state,
        "judged": target.state in JUDGED,
        "computed": computed,
        "indicator": corpus.vocabulary.indicators[promise.indicator].zh,
        "indicator_address": addresses.indicator(promise.indicator),
        "measure": strings["measures"][promise.measure],
        "promised": promised(target),
        "doubtful": target.doubtful,
        "promise_words": clause(promise),
        "outcome_words": tuple(dict.fromkeys(map(clause, target.outcomes))),
        "promised_cell": measured(*target.limits, promise.unit, units, promised(target)),
        "outcome_cell": measured(*outcome, units, shown),
        "promise_address": f"reports/{promise.report}/#{promise.anchor}",
        "growth": {"text": quantity(target.growth), "address": addresses.sentence(target.growth)}
        if target.growth
        else None,
        "outcomes": [
            {
                "text": said(o),
                "address": addresses.sentence(o),
                "measure": strings["measures"][o.measure],
            }
            for o in target.outcomes
        ],
    }
