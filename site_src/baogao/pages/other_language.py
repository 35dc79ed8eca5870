"""The way from a page to the same in the other language, and what programs are told of both."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from baogao.content.languages import LANGUAGES, TAGS, placed
from baogao.corpus.addresses import relative


def absolute(base_url: str) -> Callable[[str], str]:
    """Return the function that makes addresses for a page served from any depth, as 404 is.

    They begin with the base path.
    """
    base = urlsplit(base_url).path or "/"
    return lambda address: base + address


def beside(address: str, language: str, base_url: str, is_missing: bool) -> dict[str, Any]:
    """Return the way to a page in the other language, and the addresses of both where known.

    What stands for a page that is not there leads to the home page.
    """
    (other,) = (one for one in LANGUAGES if one != language)
    there = placed("" if is_missing else address, other)
    way = absolute(base_url) if is_missing else relative(placed(address, language))
    base = "" if is_missing else base_url
    return {
        "switch": {"url": way(there), "tag": TAGS[other]},
        "alternates": {
            TAGS[one]: base + placed(address, one) for one in (LANGUAGES if base else ())
        },
    }
