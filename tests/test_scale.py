"""What pages leave out where there are hundreds of areas and years, so that they can be read."""

import pytest

from baogao.charts.corpus_charts import MOST_LANES, indicator_charts
from baogao.pages.rankings import MOST_ROWS, first_orders, rankings
from baogao.records import Area, Observation
from interface import STRINGS
from test_rankings import AREAS, UP, corpus, said

YEARS = range(1000, 1000 + MOST_LANES)


def test_a_chart_shows_the_newest_years_whole() -> None:
    seen = [said(code, "5", period=str(year)) for code in AREAS for year in YEARS]
    [drawn] = indicator_charts(UP, seen, AREAS, lambda seen: f"#{seen.anchor}", STRINGS)
    years = [row[0].text[-5:-1] for row in drawn.rows]
    assert MOST_LANES - len(AREAS) <= len(years) <= MOST_LANES and max(years) == str(max(YEARS))
    assert all(years.count(year) == len(AREAS) for year in years)


@pytest.mark.parametrize("targets", [0, 3, 400])
def test_a_chart_of_hundreds_of_areas_shows_two_years_of_the_highest(targets: int) -> None:
    levels = ["county"] * 300 + ["prefecture"] * 68 + ["province"] * 31 + ["country"]
    areas = {
        str(code): Area(str(code), f"{code}市", level, "", f"地{code}")
        for code, level in enumerate(levels, 110000)
    }
    seen = [said(code, "5", period=str(year)) for code in areas for year in (2022, 2023)]
    seen += [
        said(code, "6", period="2024", status="target") for code in [*areas][len(areas) - targets :]
    ]
    [drawn] = indicator_charts(UP, seen, areas, lambda seen: f"#{seen.anchor}", STRINGS)
    titles = [row[0].text for row in drawn.rows]
    assert 30 <= len(titles) <= MOST_LANES
    codes = {title.split()[0][1:] for title in titles}
    assert len(codes) == 30
    assert {areas[code].level for code in codes} == {"country", "province"}
    assert max(title[-5:-1] for title in titles) == ("2024" if targets else "2023")
    assert drawn.alt.endswith("图里只有级别最高的30个，其余见本页的排序和数据。")


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
