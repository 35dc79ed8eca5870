"""Text as the reading stages see it: one way of writing digits and punctuation, every offset kept."""

import re
from functools import lru_cache

from baogao.content.invisible_characters import BLANKS, LINE_ENDS, characters

# One character for one character: full-width forms, the ratio sign, dashes, quotation marks and blanks of all kinds.
_CODES: dict[int, str] = {
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\uff5e~"), "-"),
    **dict.fromkeys(map(ord, "\u2236\ufe30\ufe55"), ":"),
    **dict.fromkeys(map(ord, "\u300c\u300e\u301d"), "\u201c"),
    **dict.fromkeys(map(ord, "\u300d\u300f\u301e"), "\u201d"),
    **dict.fromkeys(map(ord, "\t" + characters(BLANKS[1:])), " "),
    **dict.fromkeys(map(ord, characters(LINE_ENDS)), "\n"),
    ord("\ufe6a"): "%",
    ord("\u2215"): "/",
    **dict.fromkeys(map(ord, "\u2022\u2027\u2219\u22c5\u30fb"), "·"),
}
_FORMS = {chr(code): plain for code, plain in _CODES.items()}


# A page number that a scan left in the text: "- 12 -", a line "第 3 页" (or "第3页 共20页", or "-12-").
# Within a sentence its line ends are blanks too; "突破—12—3000亿元" is no range.
PAGE = re.compile(
    r"(?<![\da-zA-Z%])(?<![\da-zA-Z%] )- {1,2}\d{1,3} {1,2}-(?![\d-])"
    r"|(?<=[\u4e00-\u9fff,])-{1,2}\d{1,3}-{1,2}(?=[\u4e00-\u9fff\d])"
    r"|(?<=[^\n]{23}[\u4e00-\u9fff,])\n *-{1,2} {0,2}\d{1,3} {0,2}-{1,2} *\n(?=[\u4e00-\u9fff\d])"
    r"|(?<=\n)[ -]{0,9}(?:第? {0,2}\d{1,3} {0,2}页[,/ ]{0,3}(?:共 {0,2}\d{1,3} {0,2}页)?"
    r"|-{1,2} {0,2}\d{1,3} {0,2}-{1,2})[ -]{0,9}(?=\n|\Z)"
)

# What tells that there may be a page number, quicker than looking for one at every place.
_MAYBE_PAGE = (
    re.compile(r"- {0,2}\d{1,3} {0,2}-"),
    re.compile(r"页(?:(?<=\d页)|(?<=\d 页)|(?<=\d  页))"),
)


# Blanks between Chinese characters: 预算收 入32.83亿元. In front of a number of a part they are no mistake.
GAPS = re.compile(
    r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]++(?: {1,3}(?![一二三四五六七八九十]{1,3}、)[\u4e00-\u9fff]++)+"
)
UNIT = 5  # what stands behind a digit up to here is left as written: a unit
NARROW = 64  # no line of a text that is broken into lines is longer
FULL = 0.7  # and a line that goes on in the next is as long as most
OPENS = re.compile(r" *(?:[一二三四五六七八九十]{1,3}、|[(#-]|\d{1,2}[.、])")


@lru_cache(maxsize=3)  # the stages ask for the same text one after the other
def normalise(text: str, traditional: tuple[tuple[str, str], ...] = ()) -> str:
    """Return the text with the same length and one spelling of digits, punctuation and blanks.

    `traditional` are pairs of characters, as written and as they are read. Page numbers become blanks.
    """
    text = _spelt(text, traditional)
    return (
        PAGE.sub(lambda page: " " * len(page[0]), text)
        if any(maybe.search(text) for maybe in _MAYBE_PAGE)
        else text
    )


def pages(text: str) -> list[re.Match]:
    """Return the page numbers that `normalise` leaves out."""
    return list(PAGE.finditer(_spelt(text)))


def _spelt(text: str, traditional: tuple[tuple[str, str], ...] = ()) -> str:
    forms, any_form = _forms(traditional)
    for form in set(
        any_form.findall(text)
    ):  # several times as fast as str.translate on Chinese text
        text = text.replace(form, forms[form])
    return text


@lru_cache(maxsize=4)
def _forms(traditional: tuple[tuple[str, str], ...]) -> tuple[dict[str, str], re.Pattern]:
    """Return what is read for each character that is not read as written, and a pattern of all these."""
    forms = _FORMS | dict(traditional)
    return forms, re.compile(f"[{re.escape(''.join(forms))}]")


@lru_cache(maxsize=3)
def unbroken(text: str) -> str:
    """Return a normalised text of the same length whose words are whole: what stood within them stands behind them.

    Line ends within sentences, in a text that is broken into lines, become blanks.
    """
    return GAPS.sub(lambda run: _closed(run, text), _unwrapped(text))


def _closed(run: re.Match, text: str) -> str:
    if (
        text[max(0, run.start() - 2) : run.start()].rstrip()[-1:].isdigit()
        and run[0].find(" ") < UNIT
    ):
        return run[0]
    return run[0].replace(" ", "").ljust(len(run[0]))


def _unwrapped(text: str) -> str:
    lines = text.split("\n")
    width = max(map(len, lines))
    if width > NARROW:
        return text
    wrapped = [
        len(line) > FULL * width and line[-1] not in "。;:!?" and not OPENS.match(line)
        for line in lines
    ]
    ends = (
        "\n" if not goes_on or OPENS.match(after) or line[-1].isdigit() else " "
        for goes_on, line, after in zip(wrapped, lines, lines[1:])
    )
    return (
        "".join(part for pair in zip(lines, ends) for part in pair) + lines[-1]
        if sum(wrapped) > 2
        else text
    )
