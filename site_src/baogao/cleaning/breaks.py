"""Where a heading that has run into its paragraph ends, and which sentences lead paragraphs.

Nothing in `（一）着力稳企业稳增长民营经济持续健康发展。` says where the heading ends. But words have places:
`增长` often ends a sentence and `民营` often begins one. The reports already here are counted for that, and
the likeliest place is proposed, always as a doubt for a person to confirm.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

LEAD = re.compile(r"[“”‘’《》、·\w]{5,22}。")
FINITE = re.compile(r"\d|[了到达为]")  # "新增国际友城2个。" reports; it does not lead
# "一、2018年工作回顾2018年是…": what names the parts of every report is known.
PART = re.compile(
    r"[一二三四五]、(?:\d{4}年|过去一年|过去五年|今年|本届)?(?:的)?(?:主要)?"
    r"(?:工作回顾|工作思路|工作安排|目标任务和重点工作|目标任务|重点任务|重点工作|主要任务|工作)"
)
MARKER = re.compile(r"（.{1,3}?）|.{1,3}、|\d+[.．、]")
NUMBER = re.compile(r"^(?:（.{1,3}?）|[一二三四五六七八九十]{1,3}、|\d+[.．])")
SHORTEST, LONGEST, SHORT = (
    4,
    32,
    27,
)  # characters of a heading; a title that is a whole sentence is short
UNLIKELY = (
    -4.4
)  # no inner break in a group of headings is this likely: their sentences are the titles


@dataclass(frozen=True, slots=True)
class Breaks:
    """How often pairs of characters stand anywhere, end a short sentence, and begin a sentence."""

    anywhere: Counter = field(default_factory=Counter)
    endings: Counter = field(default_factory=Counter)
    beginnings: Counter = field(default_factory=Counter)

    def leads(self, sentence: str) -> bool:
        """Say whether a sentence looks like one that leads a paragraph."""
        return bool(LEAD.fullmatch(sentence)) and not FINITE.search(sentence)

    def headings(self, pieces: list[str]) -> list[int]:
        """Return where the headings end that pieces of one part begin with, all of one form.

        Either each ends inside its first sentence, or the first sentences are the titles.
        """
        firsts = [re.match(r"[^。]*。?", piece)[0] for piece in pieces]
        best = [self._best(first, MARKER.match(first).end()) for first in firsts]
        titles = all(len(first) <= SHORT + MARKER.match(first).end() for first in firsts)
        if titles and sum(score for score, _ in best) < UNLIKELY * len(best):
            return [len(first) for first in firsts]
        return [
            part.end() if (part := PART.match(piece)) else cut
            for piece, (_, cut) in zip(pieces, best)
        ]

    def _best(self, first: str, start: int) -> tuple[float, int]:
        """Return the likeliest break inside a sentence, and how likely it is (a logarithm)."""
        cuts = range(start + SHORTEST, min(len(first) - SHORTEST, start + LONGEST))
        return max(((self._likely(first, cut), cut) for cut in cuts), default=(-99.0, len(first)))

    def _likely(self, first: str, cut: int) -> float:
        ending, beginning = first[cut - 2 : cut], first[cut : cut + 2]
        if (
            ending[-1] in "，、“（：；"
            or beginning[0] in "，、”）。的了和与"
            or first[:cut].count("“") != first[:cut].count("”")
        ):
            return -99.0
        return self._rate(self.endings, ending) + self._rate(self.beginnings, beginning)

    def _rate(self, places: Counter, pair: str) -> float:
        return math.log((places[pair] + 0.3) / (self.anywhere[pair] + 3))


def counted(lines: Iterable[str]) -> Breaks:
    """Count where pairs of characters stand in the lines of reports."""
    breaks = Breaks()
    for line in lines:
        words = NUMBER.sub("", line.lstrip("# "))
        breaks.anywhere.update(words[i : i + 2] for i in range(len(words) - 1))
        for sentence in filter(lambda s: len(s) > 3, re.split("[。！？]", words)):
            breaks.beginnings[sentence[:2]] += 1
            breaks.endings[sentence[-2:]] += 1 if len(sentence) <= 30 else 0.3
    return breaks
