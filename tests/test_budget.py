"""What a page weighs when it is first loaded, gzipped, as a phone gets it."""

import gzip
import posixpath
import re
from pathlib import Path

from page_types import address, page_types

LINKED = re.compile(r'<link rel="stylesheet" href="(.+?)">|<script src="(.+?)"')
IMPORTED = re.compile(r'^\s*(?:import|export)\b[^;(]*?["\'](\..+?)["\']', re.MULTILINE)
MOST_HTML, MOST_STYLE_AND_SCRIPT = 150_000, 30_000


def weight(path: Path) -> int:
    """Return the size of a file as it is sent."""
    return len(gzip.compress(path.read_bytes(), 6))


def loaded(page: Path) -> set[Path]:
    """Return the styles and scripts that a page loads before anything is done on it, imported
    modules too.
    """
    found: set[Path] = set()
    waiting = [
        (page, name) for pair in LINKED.findall(page.read_text("utf-8")) for name in pair if name
    ]
    while waiting:
        beside, name = waiting.pop()
        path = Path(posixpath.normpath(beside.parent / name))
        if path not in found:
            found.add(path)
            waiting += [
                (path, imported)
                for imported in IMPORTED.findall(path.read_text("utf-8"))
                if path.suffix == ".js"
            ]
    return found


def test_pages_are_small_enough_for_a_phone(site):
    heavy = {
        address(site, path): weight(path)
        for path in site.rglob("*.html")
        if weight(path) > MOST_HTML
    }
    assert heavy == {}


def written(page: Path) -> int:
    """Return the size of the styles that stand in the page itself."""
    return sum(
        len(gzip.compress(style.encode(), 6))
        for style in re.findall("<style>(.*?)</style>", page.read_text("utf-8"), re.DOTALL)
    )


def test_styles_and_scripts_of_a_first_load_are_small_enough_for_a_phone(site):
    sums = {}
    for kind, place in page_types(site).items():
        page = site / place if place.endswith(".html") else site / place / "index.html"
        if place != "404.html":  # its addresses are whole
            sums[kind] = sum(map(weight, loaded(page))) + written(page)
    assert {kind: size for kind, size in sums.items() if size > MOST_STYLE_AND_SCRIPT} == {}
    assert min(sums.values()) > 3_000  # they were found
