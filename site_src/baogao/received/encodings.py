"""Bytes as text: by their byte-order mark, as UTF-8, as they declare, or as their characters tell.

UTF-8 comes before what a page declares: browsers save pages as UTF-8 and leave their words as they
were. No Chinese text in another encoding is UTF-8 by chance.
"""

import codecs
import re
from collections.abc import Iterator
from importlib.metadata import version

from baogao.received.not_taken import NotTaken

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{1,40})""", re.I)
DECLARED_WITHIN = 4096  # bytes
# An older set is part of the one that pages mean by its name.
MEANT = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "hz-gb-2312": "hz",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
}
POSSIBLE = ["gb18030", "big5hkscs", "utf_16_le", "utf_16_be"]
AS_IT_IS = frozenset(("utf-8",))
HTML = re.compile(r"<!doctype html|<(?:html|head|meta|body|div|table|p|br)\b[^<>]{0,500}>", re.I)
HTML_WITHIN = 2000
# So many characters for one that is broken: a page with more was not in this encoding.
SOUND = 1000


def decoded(data: bytes) -> tuple[str, str]:
    """Return bytes as text with `\\n` line ends, and the encoding; raise `NotTaken` for none."""
    for encoding in _encodings(data):
        try:
            return _lines(data.decode(encoding)), encoding
        except (UnicodeDecodeError, LookupError):
            continue
    text = _lines(data.decode("gb18030", "replace"))
    if SOUND * text.count("\ufffd") > len(text):
        raise NotTaken("no text in an encoding of Chinese (UTF-8, UTF-16, GB18030 or Big5)")
    return text, "gb18030"


def named(encoding: str) -> str:
    """Return an encoding as the list of sources names it, with what told it."""
    return f"charset-normalizer {version('charset-normalizer')}, {encoding}"


def is_html(text: str) -> bool:
    """Say whether a text is a page in HTML."""
    return HTML.search(text[:HTML_WITHIN]) is not None


def _encodings(data: bytes) -> Iterator[str]:
    """Yield the encodings that bytes may be in, the likeliest first."""
    yield from (encoding for mark, encoding in MARKS if data.startswith(mark))
    yield "utf-8"
    if declared := DECLARED.search(data, 0, DECLARED_WITHIN):
        name = declared[1].decode("ascii").lower()
        yield MEANT.get(name, name)
    from charset_normalizer import from_bytes  # only where nothing tells it

    if best := from_bytes(data, cp_isolation=POSSIBLE).best():
        yield best.encoding


def _lines(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
