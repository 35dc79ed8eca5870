"""Where each page stands on the site: addresses below its root, and relative to a page."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Protocol

from baogao.records import Indicator, Observation

COVERAGE = "coverage/"
HOME = ""
REPORTS = "reports/"
AREAS = "areas/"
CORRECTIONS = "corrections/"
TARGETS = "targets/"
ALL_TARGETS = "targets/all/"
PANEL = "targets/panel/"
CARD = "card.png"  # the picture of a page that is passed on, beside the page


Url = Callable[[str], str]  # makes an address of the site one that is relative to a page


class ReportKey(Protocol):
    """What tells a report from others: `Report` has it, and what lists tell of one."""

    @property
    def id(self) -> str:
        """Return area and year: `330200/2020`."""

    @property
    def year(self) -> int:
        """Return the year of delivery."""


def area(code: str) -> str:
    """Return an area's address."""
    return f"areas/{code}/"


def indicator(indicator_id: str) -> str:
    """Return an indicator's address."""
    return f"indicators/{indicator_id}/"


def report(item: ReportKey) -> str:
    """Return a report's address."""
    return f"reports/{item.id}/"


def compare(newer: ReportKey, older: ReportKey) -> str:
    """Return the address of an area's two reports side by side."""
    return f"{report(newer)}compare/{older.year}/"


def targets(area_code: str, year: str) -> str:
    """Return the address of an area's targets for a year."""
    return f"{TARGETS}{area_code}/{year}/"


def targets_of_year(year: str) -> str:
    """Return the address of all targets for a year, where one page cannot hold those of all."""
    return f"{ALL_TARGETS}{year}/"


def panel(indicator_id: str = "") -> str:
    """Return the address of the target panel, or of one of its indicators."""
    return f"{PANEL}{indicator_id}/" if indicator_id else PANEL


def panel_of(item: Indicator, headline: Sequence[Indicator]) -> str:
    """Return the address of a headline indicator's panel: the first one's is the panel's own."""
    return panel("" if item == headline[0] else item.id)


def word_list(list_id: str) -> str:
    """Return the address of a list of words."""
    return f"terms/{list_id}/"


def sentence(item: Observation) -> str:
    """Return the address of the figure that an observation was read from."""
    return f"reports/{item.area}/{item.year}/#{item.anchor}"


def embedded_chart(id: str) -> str:
    """Return the address of a chart that can stand on other sites."""
    return f"embed/charts/{id}/"


def embedded_report(item: ReportKey) -> str:
    """Return the address where a report's figures stand for other sites, each at its anchor."""
    return f"embed/reports/{item.id}/"


def relative(page: str) -> Url:
    """Return the function that turns an address of the site into one relative to a page."""
    *here, _ = page.split("/")

    @cache  # a page leads to few pages, if to many places on them
    def steps(path: str) -> str:
        *there, name = path.split("/")
        same = 0
        for one, other in zip(here, there, strict=False):
            if one != other:
                break
            same += 1
        return "../" * (len(here) - same) + "/".join([*there[same:], name]) or "./"

    def url(address: str) -> str:
        path, mark, fragment = address.partition("#")
        return steps(path) + mark + fragment

    return url
