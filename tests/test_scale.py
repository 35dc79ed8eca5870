"""What pages leave out where there are hundreds of areas and years, so that they can be read."""

from baogao.charts.corpus_charts import MOST_LANES, indicator_charts
from baogao.pages.rankings import MOST_ROWS, first_orders, rankings
from baogao.records import Observation
from interface import STRINGS
from test_rankings import AREAS, UP, corpus, said

YEARS = range(1000, 1000 + MOST_LANES)


def test_a_chart_shows_the_newest_years_whole() -> None:
    seen = [said(code, "5", period=str(year)) for code in AREAS for year in YEARS]
    [drawn] = indicator_charts(UP, seen, AREAS, lambda seen: f"#{seen.anchor}", STRINGS)
    years = [row[0].text[-5:-1] for row in drawn.rows]
    assert MOST_LANES - len(AREAS) <= len(years) <= MOST_LANES and max(years) == str(max(YEARS))
    assert all(years.count(year) == len(AREAS) for year in years)


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
