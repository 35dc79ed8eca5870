"""Every link of the built site leads somewhere: pages, files and anchors."""

import posixpath
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

CONTENT = Path(__file__).resolve().parents[1] / "content"
ADDRESS = ("href", "src", "xlink:href")


class Links(HTMLParser):
    """Collects a page's links and ids."""

    def __init__(self):
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if (name in ADDRESS and tag != "link") or (name == "href" and tag == "link"):
                self.links.append(value)
            elif name == "id":
                self.ids.append(value)


def read(site) -> dict[str, Links]:
    pages: dict[str, Links] = {}
    for path in site.rglob("*.html"):
        pages[path.relative_to(site).as_posix()] = links = Links()
        links.feed(path.read_text("utf-8"))
    return pages


def places(pages: dict[str, Links], path: str) -> set[str]:
    """Return the ids that a link to a page may name.

    A report's page in English takes its text from the Chinese one.
    """
    own = set(pages[path].ids)
    is_report = re.match(r"en/reports/[^/]+/[^/]+/index\.html", path)
    return own | set(pages[path.removeprefix("en/")].ids) if is_report else own


def target(page: str, link: str) -> tuple[str, str]:
    parts = urlsplit(link)
    path = unquote(parts.path)
    if not path:
        return page, parts.fragment
    full = (
        path.removeprefix("/repo/").removeprefix("/")
        if path.startswith("/")
        else posixpath.join(posixpath.dirname(page), path)
    )
    full = posixpath.normpath(full)
    return (posixpath.join(full, "index.html") if path.endswith("/") else full).removeprefix(
        "./"
    ), parts.fragment


def test_no_link_is_broken(site):
    pages = read(site)
    broken = []
    for page, links in pages.items():
        for link in links.links:
            if re.match(r"https?:|data:|mailto:", link):
                continue
            path, fragment = target(page, link)
            if not (site / path).is_file() or (fragment and fragment not in places(pages, path)):
                broken.append(f"{page} -> {link}")
    assert broken == []


def test_ids_are_unique_on_every_page(site):
    for page, links in read(site).items():
        assert len(links.ids) == len(set(links.ids)), page


def test_pages_ask_nothing_of_other_hosts(site):
    for path in site.rglob("*.html"):
        text = path.read_text("utf-8")
        assert "Content-Security-Policy" in text
        loaded = re.findall(
            r"<(?:script|img|iframe|source|link"
            r' rel="(?:stylesheet|icon)")[^>]*(?:src|href)="([^"]+)"',
            text,
        )
        assert not [address for address in loaded if re.match(r"(https?:)?//", address)], path
        assert " style=" not in text, path


def test_every_address_of_the_design_is_there(site):
    for path in [
        "index.html",
        "reports/index.html",
        "areas/330200/index.html",
        "indicators/index.html",
        "indicators/gdp/index.html",
        "methods/index.html",
        "about/index.html",
        "corrections/index.html",
        "coverage/index.html",
        "404.html",
        "sitemap.xml",
        "robots.txt",
        ".nojekyll",
        "data/observations.csv",
        "reports/330200/2020/figures.csv",
        "reports/330200/2020/report.md",
    ]:
        assert (site / path).is_file(), path
    reports = {path.relative_to(CONTENT).with_suffix("") for path in CONTENT.glob("reports/*/*.md")}
    pages = {path.parent.relative_to(site) for path in site.glob("reports/*/*/index.html")}
    assert pages == reports and len(reports) >= 11


def test_every_link_has_an_address(site):
    bare = {
        path.relative_to(site).as_posix()
        for path in site.rglob("*.html")
        if re.search(r"<a(?![^>]* href=)[\s>]", path.read_text("utf-8"))
    }
    assert bare == set()
