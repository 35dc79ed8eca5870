"""Text in Chinese typography: full-width marks where a scraper left ASCII ones, no stray blanks."""

import re

from baogao.content.files.invisible_characters import INVISIBLE, in_brackets, one_of

# "6001亿元,年均增长6%" wants a Chinese comma; "1,234" and "1.77:1" keep theirs.
THOUSANDS = r"\d,(?=\d{3}(?!\d))(?<!\d\d\d\d,)"
CLOCK_OR_RATIO = r"\d:(?=\d)"
FULL_WIDTH = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）"}
MARK = re.compile(rf"[,;:!?()](?<!{THOUSANDS})(?<!{CLOCK_OR_RATIO})")

# Blanks mean nothing between Chinese characters or inside a number ("8500 亿元"), only between
# Latin words.
BLANK = rf"[\s{in_brackets(INVISIBLE)}]"
BLANKS = re.compile(one_of(INVISIBLE, r"\s") + BLANK + "*")
NOT_BETWEEN_LATIN = re.compile(r" (?<![A-Za-z] )| (?![A-Za-z])")
# Digits of one line that stand apart: one number, or two?
APART = re.compile(rf"\d{BLANK}+\d")


def squeeze(text: str) -> str:
    """Return the text without white space and what is invisible.

    That is what is compared when nothing may be lost.
    """
    return BLANKS.sub("", text)


def tidy(text: str) -> str:
    """Return one line without blanks, except a single one between Latin words."""
    return NOT_BETWEEN_LATIN.sub("", BLANKS.sub(" ", text))


def typeset(text: str) -> str:
    """Return the text with Chinese punctuation marks, of the same length as before."""
    return MARK.sub(lambda mark: FULL_WIDTH[mark[0]], text)


def compact(line: str) -> str:
    """Return a line as the patterns of pages see it: typeset, without blanks."""
    return typeset(squeeze(line))
