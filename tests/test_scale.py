"""What pages leave out where there are hundreds of areas and years, so that they can be read."""

from baogao.charts.indicator_charts import indicator_charts
from baogao.charts.one_year import MOST_DOTS
from baogao.charts.through_the_years import MOST_ROWS as MOST_ROWS_OF_HEAT
from baogao.charts.through_the_years import MOST_YEARS
from baogao.pages.tables.rankings import MOST_ROWS, first_orders, rankings
from baogao.records import Area, Observation
from interface import STRINGS
from test_rankings import AREAS, UP, corpus, said


def test_a_chart_shows_the_newest_years() -> None:
    years = range(1000, 1060)
    seen = [said(code, "5", period=str(year)) for code in AREAS for year in years]
    _, panels = indicator_charts(UP, seen, AREAS, lambda seen: f"#{seen.anchor}", STRINGS)
    shown = [row[0].text[-5:-1] for row in panels.rows]
    assert {*shown} == {str(year) for year in years[-MOST_YEARS:]}
    assert all(shown.count(year) == len(AREAS) for year in shown)


def test_a_chart_of_hundreds_of_areas_shows_the_highest() -> None:
    levels = ["county"] * 300 + ["prefecture"] * 68 + ["province"] * 29 + ["country"]
    areas = {
        str(code): Area(str(code), f"{code}市", level, "", f"地{code}")
        for code, level in enumerate(levels, 110000)
    }
    seen = [said(code, "5", period=str(year)) for code in areas for year in (2022, 2023)]
    ranked, heat = indicator_charts(UP, seen, areas, lambda seen: f"#{seen.anchor}", STRINGS)
    codes = {row[0].text.split()[0][1:] for row in heat.rows}
    assert len(codes) == MOST_ROWS_OF_HEAT
    assert {areas[code].level for code in codes} == {"country", "province"}
    assert heat.alt.endswith("图里只有级别最高的30个，其余见本页的排序和数据。")
    assert len(ranked.rows) == MOST_DOTS


def test_orders_end_with_the_year_that_fills_the_page() -> None:
    seen: list[Observation] = [
        said(code, str(number), period=str(year))
        for number, code in enumerate(AREAS)
        for year in range(1500, 1500 + MOST_ROWS)
    ]
    orders, older = first_orders(rankings(corpus(*seen), UP, STRINGS))
    rows = [len(group["rows"]) for order in orders for group in order["groups"]]
    assert older and MOST_ROWS <= sum(rows) < MOST_ROWS + len(AREAS)
    assert orders[0]["title"].startswith(str(1500 + MOST_ROWS - 1))
