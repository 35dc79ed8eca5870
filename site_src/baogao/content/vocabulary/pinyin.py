"""How Chinese words are read, with tones and as plain letters: the one home of pypinyin."""

import re
import unicodedata


def read(text: str) -> str:
    """Return a text's pinyin with tones, what is not Chinese as it stands: `bā bā zhàn lüè`."""
    # It takes half a second to load, and only a term that does not say how it is read needs it.
    from pypinyin import Style, lazy_pinyin

    return " ".join(" ".join(lazy_pinyin(text, style=Style.TONE)).split())


def spelled(name: str) -> str:
    """Return how a name is spelled on maps: `Ningbo`, `Rui'an`, `Lüliang`."""
    from pypinyin import Style, lazy_pinyin

    first, *others = lazy_pinyin(name, style=Style.NORMAL, v_to_u=True) or [""]
    apart = "aoe"  # what begins a syllable that would run into the one before
    written = first + "".join(f"'{one}" if one[:1] in apart else one for one in others)
    return written[:1].upper() + written[1:]


def syllables(character: str) -> list[str]:
    """Return the ways in which a Chinese character may be read, in plain letters."""
    from pypinyin import Style, pinyin

    return sorted(*pinyin(character, style=Style.NORMAL, heteronym=True))


def toneless(pinyin: str) -> str:
    """Return pinyin without tones, for order and addresses: `ba-ba-zhan-lve`."""
    composed = unicodedata.normalize("NFC", pinyin.lower()).translate(_UMLAUTS)
    decomposed = unicodedata.normalize("NFD", composed)
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    return "-".join(re.findall("[a-z0-9]+", letters))


_UMLAUTS = str.maketrans("üǖǘǚǜ", "vvvvv")
