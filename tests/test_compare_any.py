"""The page on which anything is compared: what it lists, what leads to it, and how it grows."""

import gzip
import re
from html import unescape
from types import SimpleNamespace

import pytest

from baogao.content.files import own_files_read_once
from baogao.corpus.report_summaries import Listed
from baogao.corpus.target_counts import TargetCount
from baogao.pages.comparison import compare_any
from baogao.pages.rendering import Renderer
from interface import STRINGS
from own_content import own_corpus

CORPUS = own_corpus()
MOST = 80_000  # bytes, gzipped


def links(site, page: str) -> list[str]:
    html = (site / page / "index.html").read_text("utf-8")
    return [unescape(address) for address in re.findall(r'href="?([^" >]+)', html)]


def test_every_report_is_listed_and_every_prepared_pair(site):
    there = links(site, "compare")
    pairs = [
        path.parent.relative_to(site).as_posix() for path in site.glob("reports/*/*/compare/*/*")
    ]
    for page in [*(f"reports/{one.id}" for one in CORPUS.listed), *pairs]:
        assert f"../{page}/" in there
    assert len(pairs) >= 3


@pytest.mark.parametrize(
    ("page", "address"),
    [
        *((f"reports/{one.id}", f"../../../compare/?a={one.id}") for one in CORPUS.listed),
        *(
            (f"areas/{area.code}", f"../../compare/?a={CORPUS.listed_of(area.code)[-1].id}")
            for area in CORPUS.areas()
        ),
        ("areas/330200", "../../compare/?a=330200/2020&b=330100"),
        ("indicators/gdp", "../../compare/?indicator=gdp"),
        ("reports/330200/2020/compare/2019", "../../../../../compare/?a=330200/2020"),
    ],
)
def test_it_is_reached_from_every_page_that_there_is_something_to_compare_of(site, page, address):
    assert address in links(site, page)


def test_of_an_indicator_that_nobody_states_nothing_is_compared(site):
    silent = next(id for id in CORPUS.vocabulary.indicators if not CORPUS.stated_of(id))
    assert not any("compare/?" in address for address in links(site, f"indicators/{silent}"))


def test_with_a_thousand_reports_the_page_is_small():
    areas = [area for area in CORPUS.vocabulary.areas.values() if area.level != "other"][:100]
    own = {
        area.code: tuple(
            Listed(
                f"{area.code}/{year}",
                area.code,
                year,
                "",
                (),
                False,
                False,
                0,
                TargetCount(0, 0, 0, ()),
            )
            for year in range(2015, 2025)
        )
        for area in areas
    }
    many = SimpleNamespace(
        areas=lambda: areas, listed_of=lambda code: own[code], vocabulary=CORPUS.vocabulary
    )
    renderer = Renderer(CORPUS.site, own_files_read_once.take_templates())
    html = renderer.html(compare_any.page(many, STRINGS))
    assert html.count(b'class="year"') == 1000 and html.count(b'class="pair"') == 900
    assert len(gzip.compress(html)) <= MOST
