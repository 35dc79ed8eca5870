"""A mistake can always be told: at a tracker, to a mailbox, on a page, or in a text to copy."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from baogao.content.site_settings import Site
from baogao.pages.citations import HERE
from baogao.pages.mistakes import told
from interface import STRINGS

BASE = "https://example.org/repo/"
TRACKER = "https://example.org/tracker"
PAGE = "reports/330200/2020/"
WAYS = [
    ({"repository_url": TRACKER, "contact": "who@example.org"}, "tracker", f"{TRACKER}/issues/new"),
    ({"contact": "who@example.org"}, "mail", "mailto:who@example.org"),
    ({"contact": "https://example.org/contact"}, "page", "https://example.org/contact"),
    ({}, "copy", ""),
]


@pytest.mark.parametrize("base", ["", BASE])
@pytest.mark.parametrize(("settings", "kind", "to"), WAYS)
def test_a_mistake_is_told_where_the_site_says(settings, kind, to, base):
    site = Site(
        **{"title": "", "tagline": "", "description": "", "repository_url": ""}
        | settings
        | {"base_url": base}
    )
    said = told(site, PAGE, "2020年宁波市政府工作报告", STRINGS)
    assert said["kind"] == kind and said["kind"] in STRINGS["mistake"]
    assert said["link"].partition("?")[0] == to
    assert "2020年宁波市政府工作报告" in said["text"]
    assert (f"{BASE}{PAGE}" in said["text"]) == bool(base) and "reports/" not in said["text"][
        : 0 if base else None
    ]
    assert (HERE in said["here"]) == (not base), "a browser puts the page's own address there"
    if kind in ("tracker", "mail"):
        words = parse_qs(urlsplit(said["link"]).query)
        assert said["text"].strip() in unquote("".join(words["body"]))


def test_every_report_says_whose_the_site_is_and_where_the_original_stands(site):
    for page in site.glob("reports/*/*/index.html"):
        html = page.read_text("utf-8")
        assert 'id="mistake"' in html, page
        for name in ("address", "operator"):
            assert f"<dt>{STRINGS['mistake'][name]}</dt><dd>" in html, page
        assert STRINGS["mistake"]["lost"] in html, "the addresses of these were not kept"
