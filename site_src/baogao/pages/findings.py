"""Findings for the home page: computed from the data, each with the way to its evidence."""

from collections import Counter
from collections.abc import Iterator

from baogao.charts.chart_words import amount
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.pages.targets import by_area_and_year, group
from baogao.records import Observation

FEWEST_AREAS, FEWEST_JUDGED, MOST = 3, 5, 4


def findings(corpus: Corpus) -> list[dict]:
    """Return the findings that most reports bear out: who grew how fast, and which targets were reached."""
    return [*_growth(corpus), *_targets(corpus)][:MOST]


def _growth(corpus: Corpus) -> Iterator[dict]:
    """Yield, of headline indicators, the highest and the lowest growth among the areas of one level in the year most of them state."""
    groups: dict[tuple[str, str, str], dict[str, Observation]] = {}
    for o in corpus.observations:
        if (
            o.measure == "growth"
            and o.status == "actual"
            and o.bound == "eq"
            and not o.quality
            and corpus.vocabulary.indicators[o.indicator].headline
        ):
            groups.setdefault((o.indicator, o.period, corpus.area(o.area).level), {}).setdefault(
                o.area, o
            )
    fullest = sorted(
        groups.items(),
        key=lambda item: (
            -len(item[1]),
            list(corpus.vocabulary.indicators).index(item[0][0]),
            item[0],
        ),
    )
    for (indicator, year, _), stated in fullest[:2]:
        if len(stated) >= FEWEST_AREAS:
            yield _extremes(corpus, indicator, year, list(stated.values()))


def _extremes(corpus: Corpus, indicator: str, year: str, stated: list[Observation]) -> dict:
    def named(value) -> str:
        return "、".join(corpus.area(o.area).name for o in stated if o.value == value)

    values = [o.value for o in stated]
    name = corpus.vocabulary.indicators[indicator].zh
    return {
        "address": addresses.indicator(indicator),
        "text": f"{year}年{name}增速，{len(stated)}个地区的报告写明：{named(max(values))}最高，{amount(max(values), '%')}；"
        f"{named(min(values))}最低，{amount(min(values), '%')}。",
    }


def _targets(corpus: Corpus) -> Iterator[dict]:
    """Yield how many of an area's targets were reached, the areas and years with the most to judge first."""
    groups = [
        group(corpus, area, year, items) for (area, year), items in by_area_and_year(corpus).items()
    ]
    for found in sorted(
        (g for g in groups if g["judged"] >= FEWEST_JUDGED), key=lambda g: -g["judged"]
    ):
        counts = Counter(dict(found["counts"]))
        silent = counts["下一年未提及"]
        yield {
            "address": found["address"],
            "text": f"{found['area']}{found['year']}年提出的{found['total']}项目标，能够判定的{found['judged']}项中{found['good']}项达到或在区间内"
            + (f"，{silent}项下一年未提及。" if silent else "。"),
        }
