"""What stands in the head of pages: titles and descriptions of their own, the policy, cards for
those who link here.
"""

import re
from collections import defaultdict
from html import unescape

from sites import build_here, small_content


def heads(site) -> dict[str, str]:
    """Return the head of every page that people find and pass on; those made to be framed are parts
    of these.
    """
    return {
        path.relative_to(site).as_posix(): path.read_text("utf-8").partition("</head>")[0]
        for path in sorted(site.rglob("*.html"))
        if "embed" not in path.relative_to(site).parts
    }


def shared(heads: dict[str, str], pattern: str) -> list[list[str]]:
    """Return the pages that have the same words where the pattern looks."""
    pages = defaultdict(list)
    for name, head in heads.items():
        pages[unescape(re.search(pattern, head)[1])].append(name)
    return [names for names in pages.values() if len(names) > 1]


def test_every_page_has_a_title_and_a_description_of_its_own(site):
    found = heads(site)
    assert shared(found, r"<title>(.+?)</title>") == []
    assert shared(found, r'<meta name="description" content="(.+?)">') == []


def test_every_page_has_a_policy_that_allows_no_inline_script_and_no_eval(site):
    for name, head in heads(site).items():
        policy = unescape(
            re.search(r'<meta http-equiv="Content-Security-Policy" content="(.+?)">', head)[1]
        )
        assert (
            "default-src 'none'" in policy
            and "unsafe-inline" not in policy
            and "'unsafe-eval'" not in policy
        ), name


def test_a_page_made_to_be_framed_is_not_found_but_leads_to_one_that_is(site):
    for path in (site / "embed").rglob("*.html"):
        head = path.read_text("utf-8").partition("</head>")[0]
        assert '<meta name="robots" content="noindex">' in head
        assert "default-src 'none'" in unescape(
            re.search(r'Content-Security-Policy" content="(.+?)">', head)[1]
        )
        home = re.search(r'<link rel="canonical" href="https://example.org/repo/([^"]+)">', head)[1]
        assert (site / home / "index.html").is_file()


def test_a_link_passed_on_shows_a_picture_of_the_page(site):
    for name, head in heads(site).items():
        found = dict(
            re.findall(
                r'<meta (?:property|name)="((?:og|twitter):[a-z:_]+)" content="(.*?)">', head
            )
        )
        assert found["og:title"] in head.partition("<title>")[2] and found["og:description"], name
        picture = site / found["og:image"].removeprefix("https://example.org/repo/")
        assert picture.is_file(), name
        assert name == "404.html" or found[
            "og:url"
        ] == f"https://example.org/repo/{name}".removesuffix("index.html")
        assert found["twitter:card"] == "summary_large_image"


def test_every_report_has_a_card_of_its_own(site):
    cards = sorted(site.rglob("card.png"))
    reports = sorted(path.parent for path in site.glob("reports/*/*/index.html"))
    assert [card.parent for card in cards] == sorted([site, *reports])
    assert len({card.read_bytes() for card in cards}) == len(cards)
    for card in cards:
        data = card.read_bytes()
        assert (int.from_bytes(data[16:20]), int.from_bytes(data[20:24])) == (1200, 630)
        assert len(data) <= 22_000, card


def test_a_site_without_an_address_has_no_cards(tmp_path):
    content, output = small_content(tmp_path), tmp_path / "build"
    settings = content / "site.yml"
    settings.write_text(
        re.sub("(?m)^base_url: .*$", 'base_url: ""', settings.read_text("utf-8")), "utf-8"
    )
    build_here(content, output, without=frozenset({"search", "downloads"}))
    assert not list(output.rglob("card.png"))
    assert 'property="og:image"' not in (output / "index.html").read_text("utf-8")
