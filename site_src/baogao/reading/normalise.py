"""Text as the stages read it: one way of writing digits and punctuation, every offset kept."""

import re
from functools import lru_cache

from baogao.content.files.invisible_characters import BLANKS, LINE_ENDS, characters
from baogao.received.same_in_print import SAME_IN_PRINT

# One character for one: full-width forms, the ratio sign, dashes, quotation marks, blanks.
_CODES: dict[int, str] = {
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(
        map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\ufe63\ufe58\uff5e~\u301c"), "-"
    ),
    **dict.fromkeys(map(ord, "\u2236\ufe30\ufe55"), ":"),
    **dict.fromkeys(map(ord, "\u300c\u300e\u301d"), "\u201c"),
    **dict.fromkeys(map(ord, "\u300d\u300f\u301e"), "\u201d"),
    **dict.fromkeys(map(ord, "\t" + characters(BLANKS[1:])), " "),
    **dict.fromkeys(map(ord, characters(LINE_ENDS)), "\n"),
    ord("\ufe6a"): "%",
    ord("\u2215"): "/",
    **SAME_IN_PRINT,
    **dict.fromkeys(map(ord, "\u2022\u2027\u2219\u22c5\u30fb"), "·"),
}
# 一九九四|年, 二〇〇三|年: a year in Chinese numerals has as many of them as digits.
_HANZI_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
HANZI_YEAR = re.compile(
    r"""
    (?: 一九 [五六七八九] | 二 [〇○零] [〇○零一二三四五] ) [〇○零一二三四五六七八九]
    (?= 年 )
    """,
    re.VERBOSE,
)
_FORMS = {chr(code): plain for code, plain in _CODES.items()}


# A page number that a scan left in the text. Within a sentence its line ends are blanks too;
# "突破—12—3000亿元" is no range.
PAGE = re.compile(
    r"""
    (?<! [\da-zA-Z%] ) (?<! [\da-zA-Z%]\  ) -\ {1,2} \d{1,3} \ {1,2}- (?! [\d-] )    # "- 12 -"
    | (?<= [\u4e00-\u9fff,] ) -{1,2} \d{1,3} -{1,2} (?= [\u4e00-\u9fff\d] )          # "-12-"
    | (?<= [^\n]{23} [\u4e00-\u9fff,] )
      \n\ * -{1,2} \ {0,2} \d{1,3} \ {0,2} -{1,2} \ *\n                              # a line "-12-"
      (?= [\u4e00-\u9fff\d] )
    | (?<= \n ) [ -]{0,9}
      (?: 第?\ {0,2} \d{1,3} \ {0,2}页 [,/ ]{0,3} (?: 共\ {0,2} \d{1,3} \ {0,2}页 )?  # 第3页 共20页
        | -{1,2} \ {0,2} \d{1,3} \ {0,2} -{1,2} )
      [ -]{0,9} (?= \n | \Z )
    """,
    re.VERBOSE,
)

# What tells that there may be a page number, quicker than looking for one at every place.
_MAYBE_PAGE = (
    re.compile(r"-(?<!\d-) {0,2}\d{1,3} {0,2}-"),  # no date: 2019-04-27
    re.compile(r"页(?:(?<=\d页)|(?<=\d 页)|(?<=\d  页))"),
)


# A tilde in front of a number, with none in front of it, is 约: 增长~5%.
TILDES = "~\uff5e\u301c"
ABOUT = re.compile(
    r"""
    (?<= [\u4e00-\u9fff] ) (?<! [年月日时万亿元个家人吨户项亩件套名辆座米里时天岁倍台所位] )
    [~\uff5e\u301c] (?=[\d\uff10-\uff19])
    """,
    re.VERBOSE,
)

# Blanks between Chinese characters: 预算收 入32.83亿元. In front of 一、 they are no mistake.
GAPS = re.compile(
    r"""
    (?<! [\u4e00-\u9fff] )
    [\u4e00-\u9fff]++
    (?: \ {1,3} (?! [一二三四五六七八九十]{1,3}、 ) [\u4e00-\u9fff]++ )+
    """,
    re.VERBOSE,
)
UNIT = 5  # what stands behind a digit up to here is left as written: a unit


@lru_cache(maxsize=3)  # the stages ask for the same text one after the other
def normalise(text: str, traditional: tuple[tuple[str, str], ...] = ()) -> str:
    """Return the text with the same length and one spelling of digits, punctuation and blanks.

    `traditional` are pairs of characters, as written and as read. Page numbers become blanks.
    """
    text = _spelt(text, traditional)
    if not any(maybe.search(text) for maybe in _MAYBE_PAGE):
        return text
    return PAGE.sub(lambda page: " " * len(page[0]), text)


def pages(text: str) -> list[re.Match[str]]:
    """Return the page numbers that `normalise` leaves out."""
    return list(PAGE.finditer(_spelt(text)))


def _spelt(text: str, traditional: tuple[tuple[str, str], ...] = ()) -> str:
    """Return a text with one spelling of each character."""
    if any(tilde in text for tilde in TILDES):
        text = ABOUT.sub("约", text)
    forms, any_form = _forms(traditional)
    # several times as fast as str.translate on Chinese text
    for form in set(any_form.findall(text)):
        text = text.replace(form, forms[form])
    if any(begins in text for begins in ("一九", "二〇", "二○", "二零")):
        text = HANZI_YEAR.sub(lambda year: year[0].translate(_HANZI_DIGITS), text)
    return text


@lru_cache(maxsize=4)
def _forms(traditional: tuple[tuple[str, str], ...]) -> tuple[dict[str, str], re.Pattern[str]]:
    """Return what is read for each character not read as written, and a pattern of all these."""
    forms = _FORMS | dict(traditional)
    return forms, re.compile(f"[{re.escape(''.join(forms))}]")


# A line end within a number or its unit is marked by a sign that stands nowhere else: 377|.4亿元,
# 9.2|%, 10万|台. (The line end stands in front of what must precede it: so it is found quickly.)
JOINT = "\r"
BROKEN_NUMBER = re.compile(
    r"""
    \n (?:
        (?<= \d\n ) (?= \.\d )
      | (?: (?<= \d\d\.\n ) | (?<= [\u4e00-\u9fff]\d\.\n ) ) (?= \d+[万亿元%‰个] )
      | (?: (?<= [\u4e00-\u9fff]\d\n ) | (?<= [\u4e00-\u9fff]\d\d\n )
          | (?<= [\u4e00-\u9fff]\d\d\d\n ) ) (?= \d{1,4} (?: \.\d | [万亿元%] ) )
      | (?: (?<= \d\n ) (?<! 19\d\d\n ) (?<! 20\d\d\n ) | (?<= \d[万亿]\n ) )
        (?= [%‰] | 个?百分点 | [万亿]*(?:元|美元) (?![旦宵月年])
          | [万亿]*(?:吨|亩|公里|公顷|平方|立方|千瓦|人次|[微毫]克)
          | 万[人户家个台套辆名]
          | [家个台套辆户名人项件所座处株头] [,。、;] )               # 12|家。
      | (?<= \d[万亿]\n ) (?= [家个台套辆户名人项件所座处株头] )      # 10万|台
      | (?<= 平方\n ) (?= 公里|千米|米 ) | (?<= 立方\n ) (?= 米 )
      | (?<= [\d万亿]千\n ) (?= 瓦|克|米 ) | (?<= 千瓦\n ) (?= 时 (?! [间期代任刻段速] ) )
      | (?<= [\d万亿]公\n ) (?= 里|斤|顷 ) | (?<= [\d万亿]人\n ) (?= 次 (?! [年日月要] ) )
      | (?<= [克元吨]\n ) (?= /[\u4e00-\u9fff] )                    # 30微克|/立方米
      | (?<= \d个\n ) (?= 百分点 ) | (?<= 百分\n ) (?= 点 )
    )
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=3)
def unbroken(text: str) -> str:
    """Return a normalised text of the same length whose words are whole.

    The blanks that stood within a word stand behind it, line ends within numbers and
    units become a `JOINT`.
    """
    joined = BROKEN_NUMBER.sub(JOINT, text)
    return GAPS.sub(lambda run: _closed(run, text), joined)


def _closed(run: re.Match[str], text: str) -> str:
    """Return a run of characters with its blanks at the end; a unit behind a digit as it is."""
    words = run[0]
    in_front = text[max(0, run.start() - 2) : run.start()].rstrip()
    if in_front[-1:].isdigit() and words.find(" ") < UNIT:
        return words
    return words.replace(" ", "").ljust(len(words))
