"""The year in which a report was delivered, as far as its text tells."""

import re
from collections import Counter

from baogao.reading.normalise import normalise

# 2020年4月8日在宁波市第十五届人民代表大会第五次|会议
DATED = re.compile(r"(20\d\d|19[5-9]\d)年\d{1,2}月\d{1,2}日,?在[^。\n]{2,40}(?:会议|大会)")
TITLED = re.compile(r"(20\d\d|19[5-9]\d)年[^\n。]{0,12}政府工作报告")
# 一、2019年工作|回顾
REVIEWED = re.compile(
    r"""
    一、[^。\n]{0,6}? (20\d\d|19[5-9]\d)年
    [^。\n]{0,12} (?:回顾|主要工作|工作总结|工作情况)
    """,
    re.VERBOSE,
)
# 2020年经济社会发展|主要预期目标
PLANNED = re.compile(
    r"""
    (20\d\d|19[5-9]\d)年 [^。\n]{0,8}
    (?: 目标任务|重点任务|主要任务|重点工作|工作安排
      | 民生实事|主要预期目标|主要目标 )
    """,
    re.VERBOSE,
)
TOLD_WITHIN = 200_000
# Each sign of the year, how far it is looked for, and how many years later the report is delivered.
SIGNS = ((DATED, 3000, 0), (TITLED, 3000, 0), (REVIEWED, 20_000, 1), (PLANNED, TOLD_WITHIN, 0))
# A report of the year's last months looks back on that year: 2019年12月28日在….
LATE = re.compile(r"(20\d\d|19[5-9]\d)年1[12]月\d{1,2}日,?在[^。]{2,40}(?:会议|大会)")
LATE_WITHIN = 600


def year_delivered(
    text: str, traditional: tuple[tuple[str, str], ...] = (), start: int = 0
) -> int | None:
    """Return the year in which a report was delivered, as far as its text tells from `start` on."""
    return year_told(normalise(text, traditional)[start : start + TOLD_WITHIN])


def year_told(text: str) -> int | None:
    """Return the year of delivery that a normalised text tells.

    Failing all signs it is the one after the year that is named most.
    """
    text = text[:TOLD_WITHIN]
    for pattern, reach, later in SIGNS:
        if found := pattern.search(text, 0, reach):
            return int(found[1]) + later
    years = Counter(int(year) for year in re.findall(r"(?:20\d\d|19[5-9]\d)(?=年)", text))
    return years.most_common(1)[0][0] + 1 if years else None


def as_delivered(year: int, text: str, start: int) -> int:
    """Return the first year that a report looks ahead to: the next, if delivered in late winter."""
    late = LATE.search(text, start, start + LATE_WITHIN)
    return year + 1 if late and int(late[1]) == year else year
