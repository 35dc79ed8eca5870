"""The head of a page: what stands above a report's text, and who reports, when and where.

Lines are words as the patterns of pages see them: without blanks, in Chinese punctuation.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from baogao.cleaning.stated_dates import DATE, day_of
from baogao.cleaning.typography import compact

WIDE_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
SALUTATION = re.compile(r"各位(?:代表|委员|领导)|同志们[：:！]|现在，(?:我|由我)")
LONGEST_HEAD = 120  # characters of a line that can be the head's
MOST_HEAD, MOST_OPENING = 60, 3  # lines
OPENING = 300  # characters of a line of text that say whom the speaker stands for
# 宁波市第十五届人民代表大会第五次会议, 市十五届人大五次会议
MEETING = r"""
    (?P<meeting>
      [\u4e00-\u9fff]{0,24}? 第? [一二三四五六七八九十百\d]{1,4} 届
      [\u4e00-\u9fff]{0,8}? (?:人民代表大会|人大)
      第? [一二三四五六七八九十百\d]{1,4} 次 (?:全体)? (?:会议|大会)
    )
"""
IN_MEETING = re.compile(
    rf"""
    (?: (?:在|于)? {DATE} [）)]? (?:上午|下午)? [，,]? )?
    (?P<at> 在|于 )?
    {MEETING} 上?
    """,
    re.X,
)
ONLY_DATE = re.compile(rf"(?P<open>[—―–－\-（(]*){DATE}[）)]?")
# 海拉尔区人民政府区长|杜联合, 代市长|张三, 自治区主席|张三
HEADS = "总理|省长|市长|县长|区长|州长|盟长|旗长|镇长|乡长|主席|专员|师长|主任"
SPEAKER = re.compile(
    rf"""
    [—―–－\-（(）)]* (?: 报告人 [：:]? )?
    (?P<of> [\u4e00-\u9fff、]{{0,30}}? )
    (?P<office> (?<!副) (?:代理|代)? (?:{HEADS}) ) [：:]?
    (?P<name>
        [\u4e00-\u9fff]{{2,4}}
      | [\u4e00-\u9fff]{{1,8}} (?: [·•・．] [\u4e00-\u9fff]{{1,8}} ){{1,3}}
    )
    (?:同志)? [）)]?
    """,
    re.X,
)
ENDS_WITH_OFFICE = re.compile(rf"[\u4e00-\u9fff、]{{0,30}}(?<!副)(?:{HEADS})")
NAME_ALONE = re.compile(r"(?:报告人[：:])?(?P<name>[\u4e00-\u9fff]{2,4})")
# 市长信箱, 主席团: what pages and papers write behind an office that is no name
NO_NAMES = re.compile(
    "信箱|热线|专线|专栏|之窗|办公|活动|简介|讲话|致辞|致词|留言|会议|寄语|动态|工作|报告|主持|出席"
    "|同志|说|介绍|分工|访谈|团|令|奖|助理|接待|公开|政务|代表|在|作|打印|关闭|分享|收藏|字[号体]"
    "|来源|浏览|责任|编辑|阅读|全文|下载|返回|首页"
)
# A name without an office begins with a common family name.
FAMILY_NAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘"
    "杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文施裘"
)
BARE_NAME = re.compile(rf"[{FAMILY_NAMES}][\u4e00-\u9fff]{{1,2}}")
OTHER_BODIES = re.compile("政协|人大常委|常委会|党委|法院|检察")
NATIONAL_OFFICE = "总理"


class Meeting(NamedTuple):
    """Where a report was given: the day, "" where none is stated, and the meeting."""

    date: str = ""
    name: str = ""


class Speaker(NamedTuple):
    """Who reports: of what place, as what, by name."""

    of: str = ""
    office: str = ""
    name: str = ""


class Head(NamedTuple):
    """The lines above a report's text, and the beginning of the text."""

    lines: tuple[str, ...] = ()
    opening: str = ""


def head_of(lines: Sequence[str]) -> Head:
    """Return the head of a page: its last short lines above the text, and how the text begins."""
    head: list[str] = []
    opening: list[str] = []
    for line in lines:
        words = compact(line).translate(WIDE_DIGITS)
        salutation = SALUTATION.search(words)
        if salutation or opening or len(words) > LONGEST_HEAD:
            before = words[: salutation.start()] if salutation and not opening else ""
            head += [before] if 0 < len(before) <= LONGEST_HEAD else []
            opening += [words[:OPENING]] if words else []
        elif words:
            head.append(words)
        if len(opening) == MOST_OPENING:
            break
    return Head(tuple(head[-MOST_HEAD:]), "\n".join(opening))


def meeting_in(head: Head) -> Meeting:
    """Return the meeting that a head names, over at most three lines, and its day."""
    best, rank = None, (False, False, 0)
    for count in (1, 2, 3):
        for text in _windows(head.lines, count):
            for found in IN_MEETING.finditer(text):
                this = (bool(found["year"]), bool(found["at"]), -count)
                if best is None or this > rank:
                    best, rank = found, this
    if best is None:
        return Meeting(_day_alone(head))
    date = day_of(best) if best["year"] else _day_alone(head)
    return Meeting(date, _without_lead(best["meeting"]))


def _windows(lines: Sequence[str], count: int) -> Iterator[str]:
    """Yield the texts of so many lines that follow each other."""
    for at in range(len(lines) - count + 1):
        yield "".join(lines[at : at + count])


def _without_lead(meeting: str) -> str:
    """Return a meeting without what stood in front of it on its line: 政府工作报告, 在."""
    return re.split("报告|[在于]", meeting)[-1]


def _day_alone(head: Head) -> str:
    """Return the day that stands alone on a line: in brackets or behind a dash, or by a name.

    A bare one may be that of publication; beside the meeting or the speaker it is the report's.
    """
    lines = head.lines
    for at, line in enumerate(lines):
        found = ONLY_DATE.fullmatch(line)
        if not found:
            continue
        beside = [*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2]]
        if found["open"] or any(_speaker(one) or "会议" in one for one in beside):
            return day_of(found)
    return ""


def speaker_in(head: Head) -> Speaker:
    """Return who a head says reports: the last that it names, on one line or on two."""
    found = Speaker()
    for line in head.lines:
        meeting = IN_MEETING.search(line)
        rest = line[meeting.end() :] if meeting else line
        found = _speaker(rest) or found
    for line, below in pairwise(head.lines):
        name = NAME_ALONE.fullmatch(below)
        if name and not NO_NAMES.search(name["name"]) and ENDS_WITH_OFFICE.fullmatch(line):
            found = _speaker(line + name["name"]) or found
    return found if found.name else Speaker(name=_bare_name(head))


def _bare_name(head: Head) -> str:
    """Return a name that stands alone, as the last line of a head that has a meeting."""
    lines = head.lines[-2:] if any("会议" in line for line in head.lines) else ()
    names = [line for line in lines if BARE_NAME.fullmatch(line) and not NO_NAMES.search(line)]
    return names[-1] if names else ""


def _speaker(line: str) -> Speaker | None:
    """Return who a line says reports, None where it says something else."""
    found = SPEAKER.fullmatch(line)
    if not found or NO_NAMES.search(found["name"]):
        return None
    of = re.split("报告|、", found["of"])[-1]
    return None if OTHER_BODIES.search(of) else Speaker(of, found["office"], found["name"])
