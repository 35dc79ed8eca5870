"""An indicator across areas: in order in one year, on a map, and through the years."""

from collections.abc import Iterable, Mapping

from baogao.charts.across_areas import Across
from baogao.charts.chart import Chart, Href, LaneMaker
from baogao.charts.one_year import of_a_year
from baogao.charts.statements import MEASURES, of_one_quantity, unit_of
from baogao.charts.through_the_years import through_the_years
from baogao.records import Area, Indicator, Observation


def indicator_charts(
    indicator: Indicator,
    observations: Iterable[Observation],
    areas: Mapping[str, Area],
    href: Href,
    strings: dict,
) -> tuple[Chart, ...]:
    """Return the charts of an indicator's growth and of its level across areas and years.

    `areas` are those that state something, and the provinces of a map.
    """
    seen = [one for one in observations if one.indicator == indicator.id]
    found: list[Chart] = []
    for measure in MEASURES:
        unit = unit_of(measure, indicator.unit)
        own = of_one_quantity(seen, measure, unit)
        across = Across(indicator, measure, unit, own, areas, LaneMaker(href, strings))
        found += [*of_a_year(across), *through_the_years(across)]
    return tuple(found)
