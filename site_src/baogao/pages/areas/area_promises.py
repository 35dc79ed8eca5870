"""What an area promises this year and what became of last year's: people's livelihood first."""

from collections.abc import Iterable, Iterator, Sequence

from baogao.content.vocabulary.outcome_and_check_rules import JUDGED
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus, by_key
from baogao.corpus.report_summaries import Listed
from baogao.corpus.targets_with_outcomes import Target
from baogao.pages.comparison.compare_indicators import further_qualifiers
from baogao.pages.targets.target_table import promised, target_table
from baogao.pages.targets.targets import outcome_counts
from baogao.records import Area

LIVELIHOOD = "livelihood"
AS_SUCH = "level"  # a measure that the name of an indicator says by itself
MOST_VERDICTS = 12  # the page of the year's targets has the others


def topics_for_citizens(corpus: Corpus) -> list[str]:
    """Return the topics in the vocabulary's order, but people's livelihood first."""
    return sorted(corpus.wordlists.topics, key=lambda topic: topic != LIVELIHOOD)


def promises(corpus: Corpus, newest: Listed, strings: dict) -> dict | None:
    """Return what the newest report promises, by topic; None where it promises nothing known."""
    items = corpus.promised_in(newest.id)
    if not items:
        return None
    indicators = corpus.vocabulary.indicators
    by_topic = by_key((indicators[one.promise.indicator].topic, one) for one in items)
    return {
        "year": newest.year,
        "report": addresses.report(newest),
        "figures": newest.targets.figures,
        "total": len(items),
        "topics": [
            {
                "id": topic,
                "name": corpus.wordlists.topics[topic],
                "total": len(by_topic[topic]),
                "lines": list(_lines(corpus, newest, by_topic[topic], strings)),
            }
            for topic in topics_for_citizens(corpus)
            if topic in by_topic
        ],
    }


def _lines(
    corpus: Corpus, report: Listed, items: Iterable[Target], strings: dict
) -> Iterator[dict]:
    """Yield a line for each thing that is promised, with all that is promised of it."""
    subjects = by_key(
        ((one.promise.indicator, one.promise.measure, one.promise.qualifiers), one) for one in items
    )
    for (id, measure, qualifiers), targets in subjects.items():
        indicator = corpus.vocabulary.indicators[id]
        further = further_qualifiers(qualifiers, indicator, corpus, strings)
        measured = "" if measure == AS_SUCH else strings["measures"][measure]
        yield {
            "name": indicator.name,
            "address": addresses.indicator(id),
            "further": f"{measured} {further}".strip(),
            "stated": [_value(one, str(report.year), strings) for one in targets],
        }


def _value(target: Target, year: str, strings: dict) -> dict:
    """Return what is promised; without a year where that is the report's own."""
    promise = target.promise
    return {
        "text": promised(target, strings),
        "year": "" if promise.period == year else promise.period,
        "address": f"reports/{promise.report}/#{promise.anchor}",
        "doubtful": target.doubtful,
    }


def last_verdicts(corpus: Corpus, area: Area, strings: dict) -> dict | None:
    """Return the newest year's targets of which the outcome is told; None where none is."""
    for year in reversed(corpus.years_of_targets(area.code)):
        items = corpus.targets_for(area.code, year)
        told = [one for one in items if one.state in JUDGED]
        if told:
            return _verdicts(corpus, area, year, items, _for_citizens(corpus, told), strings)
    return None


def _for_citizens(corpus: Corpus, items: Iterable[Target]) -> list[Target]:
    order = {topic: place for place, topic in enumerate(topics_for_citizens(corpus))}
    indicators = corpus.vocabulary.indicators
    return sorted(items, key=lambda one: order[indicators[one.promise.indicator].topic])


def _verdicts(
    corpus: Corpus,
    area: Area,
    year: str,
    items: Sequence[Target],
    told: Sequence[Target],
    strings: dict,
) -> dict:
    shown, page = told[:MOST_VERDICTS], addresses.area(area.code)
    return {
        "group": outcome_counts(corpus, area.code, year, items, strings),
        "left_out": len(told) - len(shown),
        **target_table(corpus, shown, strings, page),
    }
