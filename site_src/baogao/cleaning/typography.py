"""Text in Chinese typography: full-width marks where a scraper left ASCII ones, no stray blanks."""
import re

from baogao.content.patterns import INVISIBLE

# "6001亿元,年均增长6%" wants a Chinese comma; "1,234" and "1.77:1" keep theirs.
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))(?<!\d\d\d\d,)")
CLOCK_OR_RATIO = re.compile(r"(?<=\d):(?=\d)")
FULL_WIDTH = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）"}
KEPT = {"\ue000": ",", "\ue001": ":"}  # private-use stand-ins while the rest is translated

# Blanks mean nothing between Chinese characters or inside a number ("8500 亿元"), only between Latin words.
BLANKS = re.compile(rf"[\s{INVISIBLE}]+")
BETWEEN_LATIN = re.compile(r"(?<=[A-Za-z]) (?=[A-Za-z])")


def squeeze(text: str) -> str:
    """Return the text without white space and what is invisible: what is compared when nothing may be lost."""
    return BLANKS.sub("", text)


def tidy(text: str) -> str:
    """Return one line without blanks, except a single one between Latin words."""
    kept = BETWEEN_LATIN.sub("\ue002", BLANKS.sub(" ", text))
    return kept.replace(" ", "").replace("\ue002", " ")


def typeset(text: str) -> str:
    """Return the text with Chinese punctuation marks, of the same length as before."""
    text = THOUSANDS.sub("\ue000", text)
    text = CLOCK_OR_RATIO.sub("\ue001", text)
    for mark, full in (FULL_WIDTH | KEPT).items():  # on Chinese text several times as fast as str.translate
        text = text.replace(mark, full)
    return text
