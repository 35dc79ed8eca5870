"""A scraped page, cut into posts; a post, cut to the report in it or refused with a reason."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from baogao.cleaning.page_head import MOST_HEAD, Head, head_of
from baogao.cleaning.report_extent import extent
from baogao.cleaning.typography import compact
from baogao.content.limits import LONGEST_LINE

LISTED = re.compile(r"\s*[•·▪◆]\s*【.+】.+")  # "• 【湖州招商】2020年湖州市政府工作报告"
LISTED_ON = re.compile(r"^•【.*?】")
TITLE = re.compile(r".{0,30}政府工作报告(（?全文）?|（?摘要）?)?")
# What is put before the same meeting; a page that has no title of ours is one of these.
OTHER_REPORT = re.compile(
    r"""
    .{0,30} (?: 法院 | 检察院 | 常务委员会 | 常委会 | 政协.{0,20} ) 工作报告 .{0,30}
    | .{0,30} 关于 .{0,60} (?: 预算 | 计划 ) .{0,20} 的?报告 .{0,30}
    """,
    re.X,
)
SALUTATION = re.compile(r"各位代表|现在，我代表|报告工作|报告政府工作|政府工作报告")
# "一、2019年工作回顾"
LOOKS_BACK = re.compile(
    r"""
    [一二三四]、 [^。]{0,30} (?: 回顾 | 主要工作 | 成就 )
    | 过去一年 | 五年来 | 一年来
    | ^ [^。，\n]{0,24} (?: 工作回顾 | 发展成就 ) $         # a title without a number
    """,
    re.X | re.M,
)
# "二、2020年目标任务"
LOOKS_AHEAD = re.compile(
    r"""
    [一二三四]、 [^。]{0,30} (?: 任务 | 工作安排 | 工作思路 | 重点 | 目标 )
    | 主要预期目标 | 主要目标[：:]
    | ^ [^。，\n]{0,24} (?: 目标 | 任务 | 安排 | 思路 | 重点工作 ) $
    """,
    re.X | re.M,
)
PAGE_NUMBER = re.compile(r"[—–－-]*第?\d{1,3}页?[—–－-]*")
UNFINISHED = re.compile(r".*[，。].*[^。！？：；”）]")
SHORTEST = 3_000  # a county's report has eight thousand characters, an abridged one five


@dataclass(frozen=True, slots=True)
class Recognised:
    """What lines are known by: patterns of furniture, the headings of appendices.

    `traditional` are the characters that are read as simplified ones.
    """

    boilerplate: tuple[re.Pattern[str], ...]
    appendix: re.Pattern[str]
    traditional: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Post:
    """One item of a page: the title it is listed under, and its lines as they stand."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundReport:
    """The lines of a report in a post.

    `appendices` are the numbers of the lines that head what is appended; `all_lines` also has the
    lines between them that are not the report's, as words, and whether each is. `head` is what
    stands above the text.
    """

    title: str
    lines: tuple[str, ...]
    all_lines: tuple[tuple[str, bool], ...]
    head: Head
    appendices: frozenset[int] = frozenset()

    @property
    def dropped(self) -> tuple[str, ...]:
        """The lines that are not the report's."""
        return tuple(words for words, is_own in self.all_lines if words and not is_own)


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


def find_report(post: Post, known: Recognised) -> FoundReport | Refused:
    """Return the report in a post, or why it holds none."""
    words = [compact(line).translate(known.traditional) for line in post.lines]
    furniture = {i for i, line in enumerate(words) if is_furniture(line, known.boilerplate)}
    own = "\n".join(line for i, line in enumerate(words) if i not in furniture)
    if missing := _missing(post.title.translate(known.traditional), own):
        return Refused(post.title, f"not a work report: {', '.join(missing)}")
    titles = [i for i, line in enumerate(words) if TITLE.fullmatch(line)]
    if not titles and (other := next(filter(OTHER_REPORT.fullmatch, words[:MOST_HEAD]), None)):
        return Refused(post.title, f"not a government's work report: {other}")
    found = extent(words, furniture, titles, known.appendix)
    if found is None:
        return Refused(post.title, "not a work report: no line is a sentence")
    own_lines = _over_pages(found.own, words)
    return FoundReport(
        post.title,
        tuple("".join(post.lines[i] for i in line) for line in own_lines),
        tuple((compact(post.lines[i]), is_own) for i, is_own in found.every_line),
        head_of(words),
        frozenset(at for at, line in enumerate(own_lines) if line[0] in found.appendices),
    )


def _over_pages(own: Sequence[int], words: Sequence[str]) -> list[list[int]]:
    """Return the lines of a report, those together between which a sentence goes on a new page."""
    lines: list[list[int]] = []
    for i in own:
        between = "".join(words[lines[-1][-1] + 1 : i]) if lines else ""
        if PAGE_NUMBER.fullmatch(between) and UNFINISHED.fullmatch(words[lines[-1][-1]]):
            lines[-1].append(i)
        else:
            lines.append([i])
    return lines


def is_furniture(line: str, boilerplate: tuple[re.Pattern[str], ...]) -> bool:
    """Say whether a line is the page's, not the report's, as a line of whole paragraphs is."""
    if len(line) > LONGEST_LINE:
        return False
    return bool(TITLE.fullmatch(line)) or any(pattern.fullmatch(line) for pattern in boilerplate)


def _missing(title: str, text: str) -> list[str]:
    """Name what a work report has and this text has not."""
    missing = []
    characters = len(text) - text.count("\n")
    if characters < SHORTEST:
        missing.append(f"{characters} characters of text, fewer than {SHORTEST}")
    if not SALUTATION.search(title + text):
        missing.append("does not call itself 政府工作报告")
    if not LOOKS_BACK.search(text):
        missing.append("no part looks back on a year")
    if not LOOKS_AHEAD.search(text):
        missing.append("no part sets tasks for a year")
    return missing
