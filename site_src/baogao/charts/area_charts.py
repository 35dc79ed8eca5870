"""An area through the years: how its headline indicators grew, and what they came to."""

from collections.abc import Iterable

from baogao.charts import findings
from baogao.charts.chart import Chart, Href, LaneMaker, caption, fixed
from baogao.charts.line_panels import panel_drawing
from baogao.charts.series import Series, newest_years
from baogao.charts.statements import MEASURES, grouped, of_one_quantity, series_of, unit_of
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.records import Area, Observation

MOST_PANELS, MOST_YEARS = 12, 10


def area_charts(
    area: Area,
    observations: Iterable[Observation],
    vocabulary: Vocabulary,
    href: Href,
    strings: dict,
) -> tuple[Chart, ...]:
    """Return an area's headline indicators through the years, beside what was promised."""
    maker, words = LaneMaker(href, strings), strings["charts"]["area"]
    own = grouped((one for one in observations if one.area == area.code), "indicator")
    return tuple(
        chart
        for measure in MEASURES
        for chart in _panels(area, measure, own, vocabulary, maker, words[measure])
    )


def _panels(
    area: Area,
    measure: str,
    stated: dict[str, list[Observation]],
    vocabulary: Vocabulary,
    maker: LaneMaker,
    words: dict,
) -> tuple[Chart, ...]:
    every = list(_series(measure, stated, vocabulary, maker))
    years = newest_years([series for series, _ in every], MOST_YEARS)
    within = [(series.within(years), unit) for series, unit in every]
    shown = [(one, unit) for one, unit in within if one.goes_on][:MOST_PANELS]
    if not shown:
        return ()
    strings = maker.strings
    lanes = [lane for one, _ in shown for lane in one.table]
    only = [one for one, _ in shown]
    title = findings.changed(only, words["titles"], strings, area=area.name)
    newest = strings["punctuation"]["comma"].join(
        findings.newest(one, words["newest"], strings, {}) for one in only
    )
    alt = findings.counts(words["subject"], lanes, strings) + words["all"].format(newest=newest)
    said = caption(
        f"{area.code}-{measure}", words | {"title": "{title}"}, alt, area=area.name, title=title
    )
    labels = [findings.scale_label(unit, strings) for _, unit in shown]
    drawing = panel_drawing(
        only, newest_years(only, MOST_YEARS), said.columns[1:], labels, False, measure == "level"
    )
    return (fixed(said, drawing, lanes, strings),)


def _series(
    measure: str,
    stated: dict[str, list[Observation]],
    vocabulary: Vocabulary,
    maker: LaneMaker,
) -> Iterable[tuple[Series, str]]:
    """Yield each headline indicator through the years with its unit, as the vocabulary has them."""
    words = maker.strings["charts"]["area"]
    for indicator in vocabulary.indicators.values():
        unit = unit_of(measure, indicator.unit)
        seen = of_one_quantity(stated.get(indicator.id, ()), measure, unit)
        if indicator.headline and seen:
            lane = words["lane"].format(name=indicator.name, year="{year}")
            yield series_of(maker, indicator.name, lane, indicator.name, seen), unit
