"""A chart of how often the words of a list stand in the reports of each year."""

from baogao.charts.chart import Chart, caption, chart
from baogao.charts.lane_data import Lane, Mark

MOST_YEARS = 30
Shares = tuple[float | None, float | None]  # of what looks back, and of what looks ahead


def year_charts(
    id: str, name: str, shares: dict[int, Shares], words: dict, strings: dict
) -> tuple[Chart, ...]:
    """Return how large something is in the reports of each year, looking back and ahead.

    `words` are the strings of the chart: title, question, columns, lane, value and description.
    """
    years = sorted(shares)[-MOST_YEARS:]
    lanes = []
    for year in years:
        back, ahead = (_mark(one, words) for one in shares[year])
        lanes.append(Lane(words["lane"].format(year=year), back, ahead))
    drawn = [(year, one) for year in years for one in shares[year] if one is not None]
    if not drawn:
        return ()
    (low_year, low), (high_year, high) = (of(drawn, key=lambda one: one[1]) for of in (min, max))
    alt = words["alt"].format(
        name=name,
        years=len(years),
        high_year=high_year,
        high=_text(high, words),
        low_year=low_year,
        low=_text(low, words),
    )
    return chart(caption(id, words, alt, name=name), lanes, strings)


def _mark(share: float | None, words: dict) -> Mark | None:
    return None if share is None else Mark(_text(share, words), low=share)


def _text(share: float, words: dict) -> str:
    return words["value"].format(value=f"{share:.1f}")
