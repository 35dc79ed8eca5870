"""Days as the head of a report writes them: 2026年1月27日, 二〇二六年一月二十七日."""

import re
from datetime import date

DIGITS = "〇一二三四五六七八九"
ZEROS = str.maketrans("○零Ｏ０O0", "〇〇〇〇〇〇")
YEAR = r"(?:(?:19|20)\d\d|[一二][九〇○零ＯO0][〇○零ＯO0一二三四五六七八九]{2})"
MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]|元)"
ONES = "[一二三四五六七八九]"
DAY = rf"(?:3[01]|[12]\d|0?[1-9]|[二三]?十{ONES}?|廿{ONES}?|{ONES})"
DATE = rf"(?P<year>{YEAR})年(?P<month>{MONTH})月(?P<day>{DAY})日"


def day_of(found: re.Match[str]) -> str:
    """Return the day that a match of `DATE` names as `2026-01-27`; "" where there is none such."""
    numbers = (year_of(found["year"]), _small(found["month"]), _small(found["day"]))
    try:
        return date(*numbers).isoformat()
    except ValueError:
        return ""


def year_of(written: str) -> int:
    """Return a year that is written in digits of either kind."""
    if written.isascii() and written.isdecimal():
        return int(written)
    return int("".join(str(DIGITS.index(sign)) for sign in written.translate(ZEROS)))


def _small(written: str) -> int:
    """Return a number below a hundred: 元 is 1, 十二 is 12, 廿七 is 27."""
    if written.isdecimal():
        return int(written)
    tens, ten, ones = written.replace("元", "一").replace("廿", "二十").partition("十")
    if not ten:
        return DIGITS.index(tens)
    return 10 * (DIGITS.index(tens) if tens else 1) + (DIGITS.index(ones) if ones else 0)
