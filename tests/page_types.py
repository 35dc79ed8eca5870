"""The pages that tests of every page type visit: found in the built site, so that a new type is
never left out.
"""

import re
from pathlib import Path

BODY = re.compile(rb'<body class="([^" ]+)')
# Others of a type that its fullest page does not stand for: a report with many doubts.
BESIDES = ("reports/330600/2020/", "about/")


def page_types(site: Path) -> dict[str, str]:
    """Return the address of the fullest page of each type, by what it is called in a test's
    message.
    """
    fullest: dict[str, Path] = {}
    for path in sorted(site.rglob("*.html"), key=lambda path: (path.stat().st_size, path)):
        if kind := BODY.search(path.read_bytes()):
            fullest[kind[1].decode()] = path
    found = {kind: address(site, path) for kind, path in sorted(fullest.items())}
    return found | {
        place: place for place in BESIDES if (site / place).exists() and place not in found.values()
    }


def address(site: Path, path: Path) -> str:
    """Return the address that a file of the site is served from."""
    return path.relative_to(site).as_posix().removesuffix("index.html")
