"""A list that one page cannot hold: its address keeps the newest year, and each year has a page."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from baogao.corpus.by_key import by_key

Item = TypeVar("Item")


def by_year(
    items: Sequence[Item], year: Callable[[Item], int], most: int
) -> dict[int, tuple[Item, ...]]:
    """Return the items by year, the newest first; none where a page holds all."""
    if len(items) <= most:
        return {}
    years = by_key((year(item), item) for item in items)
    return dict(sorted(years.items(), reverse=True))


def address(home: str, year: int) -> str:
    """Return the address of a year's page of the list at `home`."""
    return f"{home}{year}/"


def ways(home: str, years: Iterable[int]) -> list[tuple[int, str]]:
    """Return the years with the addresses of their pages."""
    return [(year, address(home, year)) for year in years]
