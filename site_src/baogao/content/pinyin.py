"""How Chinese words are read, with tones and as plain letters: the one home of pypinyin."""
import re
import unicodedata


def read(text: str) -> str:
    """Return a text's pinyin with tones, what is not Chinese as it stands: `bā bā zhàn lüè`."""
    from pypinyin import Style, lazy_pinyin  # half a second to load, and only a term that does not say how it is read needs it
    return " ".join(" ".join(lazy_pinyin(text, style=Style.TONE)).split())


def plain(pinyin: str) -> str:
    """Return pinyin without tones, for order and addresses: `ba-ba-zhan-lve`."""
    letters = unicodedata.normalize("NFD", unicodedata.normalize("NFC", pinyin.lower()).translate(_UMLAUTS))
    return "-".join(re.findall("[a-z0-9]+", "".join(c for c in letters if not unicodedata.combining(c))))


_UMLAUTS = str.maketrans("üǖǘǚǜ", "vvvvv")
