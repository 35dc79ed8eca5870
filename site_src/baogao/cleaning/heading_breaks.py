"""Where a heading that has run into its paragraph ends, and which sentences lead paragraphs.

Nothing in `（一）着力稳企业稳增长民营经济持续健康发展。` says where the heading ends. But words
have places: `增长` often ends a sentence and `民营` often begins one. The reports already here are
counted for that, and the likeliest place is proposed, always as a doubt for a person to confirm.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

LEAD = re.compile(r"[“”‘’《》、·\w]{5,22}。")
FINITE = re.compile(r"\d|[了到达为]")  # "新增国际友城2个。" reports; it does not lead
# "一、2018年工作回顾2018年是…": what names the parts of every report is known.
PART = re.compile(
    r"""
    [一二三四五]、
    (?: \d{4}年 | 过去一年 | 过去五年 | 今年 | 本届 )?
    的? (?:主要)?
    (?: 工作回顾 | 工作思路 | 工作安排 | 目标任务和重点工作 | 目标任务
      | 重点任务 | 重点工作 | 主要任务 | 工作 )
    """,
    re.X,
)
FIRST_SENTENCE = re.compile(r"[^。]*。?")
MARKER = re.compile(r"（.{1,3}?）|.{1,3}、|\d+[.．、]")  # （一） 一、 1.
NUMBER = re.compile(r"^(?:（.{1,3}?）|[一二三四五六七八九十]{1,3}、|\d+[.．])")
# Characters of a heading; a title that is a whole sentence is short.
SHORTEST, LONGEST, SHORT = 4, 32, 27
# No inner break in a group of headings is this likely: their sentences are the titles.
UNLIKELY = -4.4
IMPOSSIBLE = -99.0  # as likely as a break where none can be
LONGEST_COUNTED = 30  # characters of a sentence whose end is like that of a heading
LONG_WEIGHT = 0.3  # of the end of a longer one


@dataclass(frozen=True, slots=True)
class Breaks:
    """How often pairs of characters stand anywhere, end a short sentence, and begin a sentence."""

    anywhere: Mapping[str, float] = field(default_factory=dict)
    endings: Mapping[str, float] = field(default_factory=dict)
    beginnings: Mapping[str, float] = field(default_factory=dict)

    def leads(self, sentence: str) -> bool:
        """Say whether a sentence looks like one that leads a paragraph."""
        return bool(LEAD.fullmatch(sentence)) and not FINITE.search(sentence)

    def headings(self, pieces: list[str]) -> list[int]:
        """Return where the headings end that pieces of one part begin with, all of one form.

        Either each ends inside its first sentence, or the first sentences are the titles.
        """
        firsts = [_matched(FIRST_SENTENCE, piece) for piece in pieces]
        starts = [len(_matched(MARKER, first)) for first in firsts]
        best = [self._best(first, start) for first, start in zip(firsts, starts, strict=True)]
        are_short = all(
            len(first) <= SHORT + start for first, start in zip(firsts, starts, strict=True)
        )
        if are_short and sum(score for score, _ in best) < UNLIKELY * len(best):
            return [len(first) for first in firsts]
        return [
            len(_matched(PART, piece)) or cut for piece, (_, cut) in zip(pieces, best, strict=True)
        ]

    def _best(self, first: str, start: int) -> tuple[float, int]:
        """Return the likeliest break inside a sentence, and how likely it is (a logarithm)."""
        cuts = range(start + SHORTEST, min(len(first) - SHORTEST, start + LONGEST))
        rated = ((self._likelihood(first, cut), cut) for cut in cuts)
        return max(rated, default=(IMPOSSIBLE, len(first)))

    def _likelihood(self, first: str, cut: int) -> float:
        ending, beginning = first[cut - 2 : cut], first[cut : cut + 2]
        if ending[-1] in "，、“（：；" or beginning[0] in "，、”）。的了和与":
            return IMPOSSIBLE
        if first[:cut].count("“") != first[:cut].count("”"):
            return IMPOSSIBLE
        return self._rate(self.endings, ending) + self._rate(self.beginnings, beginning)

    def _rate(self, places: Mapping[str, float], pair: str) -> float:
        return math.log((places.get(pair, 0) + 0.3) / (self.anywhere.get(pair, 0) + 3))


def _matched(pattern: re.Pattern[str], text: str) -> str:
    """Return what a text begins with; nothing where the pattern does not match."""
    match = pattern.match(text)
    return match[0] if match else ""


def count_breaks(lines: Iterable[str]) -> Breaks:
    """Count where pairs of characters stand in the lines of reports."""
    anywhere, endings, beginnings = Counter[str](), Counter[str](), Counter[str]()
    long_endings = Counter[str]()
    for line in lines:
        words = NUMBER.sub("", line.lstrip("# "))
        anywhere.update(words[i : i + 2] for i in range(len(words) - 1))
        for sentence in re.split("[。！？]", words):
            if len(sentence) > 3:
                is_short = len(sentence) <= LONGEST_COUNTED
                (endings if is_short else long_endings)[sentence[-2:]] += 1
                beginnings[sentence[:2]] += 1
    pairs = endings.keys() | long_endings.keys()
    weighted = {pair: endings[pair] + LONG_WEIGHT * long_endings[pair] for pair in pairs}
    return Breaks(dict(anywhere), weighted, dict(beginnings))
