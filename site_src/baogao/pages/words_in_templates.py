"""Words of the interface put into templates, so that a page looks up and escapes no constant."""

import re
from typing import Any

from markupsafe import escape

WORD = re.compile(r"\{\{ t\.(\w+(?:\.\w+)*) \}\}")  # {{ t.site.home }}


def with_words(template: str, strings: dict) -> str:
    """Return a template with the words as HTML; where there is none, the page will say so."""
    for mark, own in strings["punctuation"]["marks"].items():
        template = template.replace(mark, own)
    return WORD.sub(lambda place: _word(place, strings), template)


def _word(place: re.Match[str], strings: dict) -> str:
    found: Any = strings
    for key in place[1].split("."):
        found = found.get(key) if isinstance(found, dict) else None
    is_plain = isinstance(found, str) and "{" not in found
    return str(escape(found)) if is_plain else place[0]
