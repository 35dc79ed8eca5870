"""A page as data, and charts as pages show them: drawn, with their words and their data."""

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a chart's data, and the sentence behind it."""

    cells: tuple[str, ...]
    href: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart: what it asks, what it shows, the picture, and what makes the picture answer."""

    id: str
    title: str
    question: str
    alt: str
    svg: Markup
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    live: dict

    @property
    def links(self) -> bool:
        """Say whether some row leads to a sentence."""
        return any(row.href for row in self.rows)

    @property
    def orders(self) -> tuple[str, ...]:
        """Return the names of the orders that the chart can be put in."""
        return tuple(order["name"] for order in self.live["orders"])


Charts = tuple[Drawn, ...]  # of one page


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site: its address (`reports/330200/2020/`), its template, and what fills it."""

    address: str
    template: str
    context: dict
