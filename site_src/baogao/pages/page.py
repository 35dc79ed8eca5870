"""A page as data, and charts as pages show them: drawn, with their words and their data."""

from dataclasses import dataclass

from markupsafe import Markup

from baogao.pages.fast_html import fill_html, join_html

# In pixels: what stands around a drawing in a frame, and the highest frame; how much larger than
# its own size a drawing is there at most.
WORDS, TALLEST, LARGER = 230, 900, 1.45


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a chart's data, and the sentence behind it."""

    cells: tuple[str, ...]
    href: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart: what it asks, what it shows, the picture, and what makes the picture answer."""

    id: str
    name: str  # its id in a page
    title: str
    question: str
    alt: str
    svg: Markup
    height: float
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    orders: tuple[str, ...]
    live: dict

    @property
    def frame(self) -> int:
        """Return how high a frame of another page is to be, so that the drawing is seen whole.

        Beyond `TALLEST` it is scrolled.
        """
        return min(round(self.height * LARGER) + WORDS, TALLEST)

    @property
    def links(self) -> bool:
        """Say whether some row leads to a sentence."""
        return any(row.href for row in self.rows)

    def body(self, sentence: str) -> Markup:
        """Return the table's rows; a link to a sentence is called `sentence`.

        HTML ends cells and rows by itself.
        """
        return join_html(_row(row, sentence) for row in self.rows)


def _row(row: Row, sentence: str) -> Markup:
    cells = join_html(fill_html("<td>{}", cell) for cell in row.cells)
    link = fill_html("<td><a href={}>{}</a>", row.href, sentence) if row.href else ""
    return fill_html("<tr>{}{}", cells, link)


Charts = tuple[Drawn, ...]  # of one page


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site: its address (`reports/330200/2020/`), its template, and what fills it."""

    address: str
    template: str
    context: dict
