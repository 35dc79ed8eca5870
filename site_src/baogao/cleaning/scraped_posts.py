"""A scraped page, cut into posts; a post, cut to the report in it or refused with a reason."""

import re
from dataclasses import dataclass

from baogao.cleaning.page_head import Head, head_of
from baogao.cleaning.typography import compact
from baogao.content.limits import LONGEST_LINE

LISTED = re.compile(r"\s*[•·▪◆]\s*【.+】.+")  # "• 【湖州招商】2020年湖州市政府工作报告"
LISTED_ON = re.compile(r"^•【.*?】")
TITLE = re.compile(r".{0,30}政府工作报告(（?全文）?|（?摘要）?)?")
SALUTATION = re.compile(r"各位代表|现在，我代表|报告工作|报告政府工作|政府工作报告")
# "一、2019年工作回顾"
LOOKS_BACK = re.compile(
    r"""
    [一二三四]、 [^。]{0,30} (?: 回顾 | 主要工作 | 成就 )
    | 过去一年 | 五年来 | 一年来
    """,
    re.X,
)
# "二、2020年目标任务"
LOOKS_AHEAD = re.compile(
    r"""
    [一二三四]、 [^。]{0,30} (?: 任务 | 工作安排 | 工作思路 | 重点 | 目标 )
    | 主要预期目标 | 主要目标[：:]
    """,
    re.X,
)
SHORTEST = 3_000  # a county's report has eight thousand characters, an abridged one five
PROSE = 40  # a line this long that ends a sentence is text, not furniture
ENDS_OF_PROSE = ("。", "！", "：", "；", "%", "”")
ENDS_OF_REPORT = ("。", "！", "!")


@dataclass(frozen=True, slots=True)
class Post:
    """One item of a page: the title it is listed under, and its lines as they stand."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundReport:
    """The lines of a report in a post, the lines inside it that are not its own, and its head."""

    title: str
    lines: tuple[str, ...]
    dropped: tuple[str, ...]
    head: Head


@dataclass(frozen=True, slots=True)
class Refused:
    """A post that is no work report, and why."""

    title: str
    reason: str


def posts(page: str) -> list[Post]:
    """Cut a page at the titles of a listing; a page without any is one post."""
    lines = page.split("\n")
    starts = [i for i, line in enumerate(lines) if LISTED.fullmatch(line)]
    if len(starts) < 2:
        title = next((line for line in lines if TITLE.fullmatch(compact(line))), lines[0])
        return [Post(compact(title), tuple(lines))]
    ends = [*starts[1:], len(lines)]
    return [
        Post(LISTED_ON.sub("", compact(lines[start])), tuple(lines[start + 1 : end]))
        for start, end in zip(starts, ends, strict=True)
    ]


def find_report(post: Post, boilerplate: tuple[re.Pattern[str], ...]) -> FoundReport | Refused:
    """Return the report in a post, or why it holds none."""
    words = [compact(line) for line in post.lines]
    furniture = {i for i, line in enumerate(words) if is_furniture(line, boilerplate)}
    own = "".join(line for i, line in enumerate(words) if i not in furniture)
    if missing := _missing(post.title, own):
        return Refused(post.title, f"not a work report: {', '.join(missing)}")
    begin, end = _extent(post, words, furniture)
    inside = [i for i in range(begin, end) if i in furniture]
    kept = (
        line
        for i, line in enumerate(post.lines[begin:end], begin)
        if i not in furniture and line.strip()
    )
    dropped = tuple(words[i] for i in inside)
    return FoundReport(post.title, tuple(kept), dropped, head_of(post.lines))


def _extent(post: Post, words: list[str], furniture: set[int]) -> tuple[int, int]:
    """Return the first line of the report and the one behind its last.

    It begins behind the furniture in front of the first prose, and ends with a whole sentence.
    """
    prose = [i for i, line in enumerate(words) if i not in furniture and _is_prose(line)]
    begin = max((i for i in furniture if i < prose[0]), default=-1) + 1
    end = min((i for i in furniture if i > prose[-1]), default=len(words))
    while end > prose[-1] + 1 and not post.lines[end - 1].strip().endswith(ENDS_OF_REPORT):
        end -= 1
    return begin, end


def is_furniture(line: str, boilerplate: tuple[re.Pattern[str], ...]) -> bool:
    """Say whether a line is the page's, not the report's, as a line of whole paragraphs is."""
    if len(line) > LONGEST_LINE:
        return False
    return bool(TITLE.fullmatch(line)) or any(pattern.fullmatch(line) for pattern in boilerplate)


def _is_prose(line: str) -> bool:
    return len(line) >= 3 * PROSE or (len(line) >= PROSE and line.endswith(ENDS_OF_PROSE))


def _missing(title: str, text: str) -> list[str]:
    """Name what a work report has and this text has not."""
    missing = []
    if len(text) < SHORTEST:
        missing.append(f"{len(text)} characters of text, fewer than {SHORTEST}")
    if not SALUTATION.search(title + text):
        missing.append("does not call itself 政府工作报告")
    if not LOOKS_BACK.search(text):
        missing.append("no part looks back on a year")
    if not LOOKS_AHEAD.search(text):
        missing.append("no part sets tasks for a year")
    return missing
