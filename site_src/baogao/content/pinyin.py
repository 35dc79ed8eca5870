"""How Chinese words are read, with tones and as plain letters: the one home of pypinyin."""

import re
import unicodedata
from collections.abc import Iterator


def read(text: str) -> str:
    """Return a text's pinyin with tones, what is not Chinese as it stands: `bā bā zhàn lüè`."""
    # It takes half a second to load, and only a term that does not say how it is read needs it.
    from pypinyin import Style, lazy_pinyin

    return " ".join(" ".join(lazy_pinyin(text, style=Style.TONE)).split())


def syllables(text: str) -> Iterator[tuple[str, str]]:
    """Yield each Chinese character of a text with how it is read there, in plain letters."""
    from pypinyin import lazy_pinyin

    for word in re.findall("[\u4e00-\u9fff]+", text):
        yield from zip(word, lazy_pinyin(word), strict=True)


def toneless(pinyin: str) -> str:
    """Return pinyin without tones, for order and addresses: `ba-ba-zhan-lve`."""
    composed = unicodedata.normalize("NFC", pinyin.lower()).translate(_UMLAUTS)
    decomposed = unicodedata.normalize("NFD", composed)
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    return "-".join(re.findall("[a-z0-9]+", letters))


_UMLAUTS = str.maketrans("üǖǘǚǜ", "vvvvv")
