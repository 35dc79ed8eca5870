"""Where in a page's lines a report stands: its head, its text, and what is appended to it.

Furniture is known by its words (`boilerplate.yml`). Above the text only lines count that say what a
report's head says: meeting, date, office, name. Behind its last sentence only a part counts that is
headed as an appendix (`sections.yml`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

PROSE = 40  # a line this long that ends a sentence is text, not furniture
ENDS_OF_PROSE = ("。", "！", "：", "；", "%", "”")
ENDS_OF_REPORT = ("。", "！", "!")
GREETS = re.compile(r"各位(?:代表|委员|领导).{0,12}：")
MOST_LEAD = 5  # paragraphs above the greeting: a paper's lead, a notice that the report is issued
BEGINS = re.compile(r"各位代表|各位委员|[一二三四五六七八九十]{1,3}、")
# 在某某市第五届|人民代表大会第三次会议上, 市长　某某, （2020年4月27日）
HEAD = re.compile(
    r"""
    会议 | 大会 | 第.{1,4}[届次]
    | (?: 省长 | 市长 | 县长 | 区长 | 州长 | 盟长 | 旗长 | 主席 | 总理 )
    | ^ [（(]? [\d一二三四五六七八九十〇○零]{4} 年 [\d一二三四五六七八九十]{1,3} 月
      [\d一二三四五六七八九十]{1,3} 日 [）)]? $
    """,
    re.X,
)
OFFICE = re.compile(r"(?:省|市|县|区|州|盟|旗)长$|主席$|总理$")
NAME = re.compile(r"[\u4e00-\u9fff·]{2,4}")
LONGEST_HEAD, MOST_HEAD = 60, 40  # characters of a line of the head, lines of it
# 而不懈奋斗！: what ends a report
CLOSING = re.compile(
    r"(?:奋斗|贡献|篇章|华章|辉煌|胜利|前进|局面|答卷|步伐|未来|明天|台阶|努力)[^。！!]{0,12}[。！!]$"
)
ADDRESS = re.compile(r"各位代表|让我们|同志们")
LITTLE = 0.15  # of the characters of appendices: what stands behind may be another page's names
LATE = 0.5  # of the lines lie before an appendix


@dataclass(frozen=True, slots=True)
class Extent:
    """Which lines are the report's, from the first to the last, and where its appendices begin."""

    own: tuple[int, ...]
    appendices: frozenset[int] = frozenset()

    @property
    def every_line(self) -> Iterator[tuple[int, bool]]:
        """The lines from the first to the last, and whether each is the report's."""
        own = frozenset(self.own)
        return ((i, i in own) for i in range(self.own[0], self.own[-1] + 1))


def extent(
    words: Sequence[str], furniture: set[int], titles: Sequence[int], appendix: re.Pattern[str]
) -> Extent | None:
    """Return where a report stands among the words of a page's lines; None where none does."""
    lines = [i for i, line in enumerate(words) if line and i not in furniture]
    prose = [i for i in lines if is_prose(words[i])]
    if not prose:
        return None
    begin = _begin(words, lines, {*furniture, *titles}, prose)
    headed = _appendices(words, [i for i in lines if i > begin], appendix)
    behind = headed[0] if headed else len(words)
    end = _end(words, [i for i in lines if begin <= i < behind], prose[0], furniture)
    text = [i for i in lines if begin <= i <= end]
    appended = _appended(words, [i for i in lines if i >= behind], furniture)
    return Extent((*_head(words, lines, titles, begin), *text, *appended), frozenset(headed))


def is_prose(line: str) -> bool:
    """Say whether a line is a text's."""
    return len(line) >= 3 * PROSE or (len(line) >= PROSE and line.endswith(ENDS_OF_PROSE))


def closes(line: str) -> bool:
    """Say whether a line is the one that closes a report: 让我们…而努力奋斗！"""
    return ADDRESS.search(line) is not None and CLOSING.search(line) is not None


def _begin(
    words: Sequence[str], lines: Sequence[int], furniture: set[int], prose: Sequence[int]
) -> int:
    """Return the first line of the text: 各位代表 or 一、, else the one behind all furniture."""
    greeting = next((i for i in lines if GREETS.fullmatch(words[i])), None)
    if greeting is not None and _is_below_a_lead(greeting, words, lines, prose):
        return greeting
    behind = max((i for i in furniture if i < prose[0]), default=-1)
    opens = (i for i in lines if i <= prose[0] and BEGINS.match(words[i]))
    return next(opens, next(i for i in lines if i > behind))


def _is_below_a_lead(
    greeting: int, words: Sequence[str], lines: Sequence[int], prose: Sequence[int]
) -> bool:
    """Say whether no text of the report is above its greeting, only a lead or its contents."""
    above = [i for i in prose if i < greeting]
    headed = any(i < above[-1] and BEGINS.match(words[i]) for i in lines) if above else False
    return len(above) <= MOST_LEAD and not headed


def _head(
    words: Sequence[str], lines: Sequence[int], titles: Sequence[int], begin: int
) -> Iterator[int]:
    """Yield the lines between title and text that say what a report's head says."""
    first = next((i for i in titles if begin - MOST_HEAD <= i < begin), begin - MOST_HEAD)
    above = [i for i in lines if first < i < begin]
    for at, i in enumerate(above):
        is_last = at == len(above) - 1
        before = words[above[at - 1]] if at else ""
        if len(words[i]) > LONGEST_HEAD or is_prose(words[i]):
            continue
        is_name = NAME.fullmatch(words[i]) and (is_last or OFFICE.search(before))
        if is_name or HEAD.search(words[i]):
            yield i


def _appendices(words: Sequence[str], lines: Sequence[int], appendix: re.Pattern[str]) -> list[int]:
    """Return the lines that head what is appended."""
    late = lines[int(LATE * len(lines)) :]
    return [
        i
        for i in late
        if len(words[i]) <= LONGEST_HEAD
        and not words[i].endswith(ENDS_OF_PROSE[:2])
        and appendix.search(words[i])
    ]


def _end(words: Sequence[str], lines: Sequence[int], first: int, furniture: set[int]) -> int:
    """Return the last line of the text: a whole sentence in front of the page's next furniture.

    That is the furniture behind what closes a report, or else behind the last prose.
    """
    closing = [i for i in lines if closes(words[i])]
    prose = [i for i in lines if is_prose(words[i])]
    last = max(prose, default=first)
    if closing and not any(BEGINS.match(words[i]) for i in lines if i > closing[-1]):
        last = closing[-1]
    stop = min((i for i in furniture if i > last), default=len(words))
    whole = (i for i in lines if last < i < stop and words[i].endswith(ENDS_OF_REPORT))
    return max(whole, default=last)


def _appended(words: Sequence[str], lines: Sequence[int], furniture: set[int]) -> Iterator[int]:
    """Yield the lines of the appendices: up to furniture behind which hardly anything stands."""
    left = sum(len(words[i]) for i in lines)
    little = LITTLE * left
    for i, after in zip(lines, [*lines[1:], len(words)], strict=False):
        left -= len(words[i])
        yield i
        if left <= little and any(between in furniture for between in range(i, after)):
            return
