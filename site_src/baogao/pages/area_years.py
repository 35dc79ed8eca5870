"""Which years of an area are here, the newest first, and which are not."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus, Listed
from baogao.corpus.similarity import newest_to_superior
from baogao.pages import compare_any
from baogao.pages.home_and_report_list import card
from baogao.pages.targets import outcome_counts
from baogao.records import Area


def years(corpus: Corpus, area: Area, strings: dict) -> list[dict]:
    """Return a row for each report, the newest first, and for what is missing around them."""
    own, words = corpus.listed_of(area.code), strings["area"]["years"]
    first = words["until"].format(year=own[0].year - 1)
    rows = [_absent(first), _row(corpus, None, own[0], strings)]
    for before, one in pairwise(own):
        if gap := _between(before, one, words):
            rows.append(_absent(gap))
        rows.append(_row(corpus, before, one, strings))
    return [_absent(words["since"].format(year=own[-1].year + 1)), *reversed(rows)]


def _absent(year: str) -> dict:
    return {"year": year, "report": None}


def _between(older: Listed, newer: Listed, words: dict) -> str:
    """Return the years between two reports, in words; nothing where one follows the other."""
    first, last = older.year + 1, newer.year - 1
    if first > last:
        return ""
    return words["one" if first == last else "some"].format(first=first, last=last)


def _row(corpus: Corpus, before: Listed | None, one: Listed, strings: dict) -> dict:
    """Return a report with what became of its year's targets, and its way to the one before."""
    year = str(one.year)
    targets = corpus.targets_for(one.area, year)
    return {
        "year": strings["area"]["years"]["one"].format(first=year),
        "report": {**card(corpus, one, strings), "title": one.title},
        "targets": targets and outcome_counts(corpus, one.area, year, targets, strings),
        "compared": before
        and (
            strings["compare"]["short"].format(older=before.year),
            addresses.compare(one, before),
        ),
    }


def to_superior(corpus: Corpus, area: Area, strings: dict) -> dict | None:
    """Say how like the area above's the newest report is whose year has one there."""
    held = newest_to_superior(corpus, area.code)
    if not held:
        return None
    other, _, year = held.other.partition("/")
    own = next(one for one in corpus.listed_of(area.code) if one.id == held.report)
    name = corpus.area(other, int(year)).name
    return {
        "said": strings["area"]["years"]["superior"].format(
            year=year, name=name, likeness=f"{held.cosine:.2f}"
        ),
        "address": compare_any.of_report(own, other),
    }


def other_targets(corpus: Corpus, area: Area) -> list[tuple[str, str]]:
    """Return the years without a report that an area has targets for, with their addresses."""
    here = {str(one.year) for one in corpus.listed_of(area.code)}
    further = [year for year in corpus.years_of_targets(area.code) if year not in here]
    return [(year, addresses.targets(area.code, year)) for year in reversed(further)]


def missing(own: Sequence[Listed], strings: dict) -> str:
    """Say which years are here and which are not: `2020年、2022年；2021年、2023年起没有`."""
    words, comma = strings["area"]["years"], strings["punctuation"]["and"]
    here = comma.join(words["one"].format(first=one.year) for one in own)
    return words["said"].format(here=here, missing=comma.join(_missing(own, words)))


def _missing(own: Sequence[Listed], words: dict) -> Iterator[str]:
    for older, newer in pairwise(own):
        if gap := _between(older, newer, words):
            yield gap
    yield words["since"].format(year=own[-1].year + 1)
