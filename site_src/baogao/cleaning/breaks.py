"""Where a heading that has run into its paragraph ends, and which sentences lead paragraphs.

Nothing in `（一）着力稳企业稳增长民营经济持续健康发展。` says where the heading ends. Headings of one
level are alike in length and words, and so are leads: what the reports already here begin and end
theirs with is counted, and the likeliest place is proposed, always as a doubt for a person to confirm.
"""
import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

HAN = r"[\u4e00-\u9fff]"
LEAD = re.compile(rf"[“”‘’《》、·\w]{{5,22}}。")
FINITE = re.compile(r"\d|[了到达为]")  # "新增国际友城2个。" reports; it does not lead
YEAR_PART = re.compile(r"[一二三四五]、(\d{4}年|过去一年|过去五年|今年|本届)?.{0,4}?(工作回顾|主要工作|重点任务|重点工作|主要任务|工作安排|工作思路|目标任务)")


@dataclass(frozen=True, slots=True)
class Breaks:
    """What headings end with and paragraphs begin with, as counted in reports."""
    endings: Counter = field(default_factory=Counter)
    openings: Counter = field(default_factory=Counter)
    lengths: Counter = field(default_factory=Counter)

    def leads(self, sentence: str) -> bool:
        """Say whether a sentence looks like one that leads a paragraph."""
        return bool(LEAD.fullmatch(sentence)) and not FINITE.search(sentence)

    def heading(self, text: str, start: int) -> tuple[str, str, str]:
        """Return heading, rest and doubt of a piece whose number ends at `start`."""
        part = YEAR_PART.match(text)
        if part:
            return part[0], text[part.end():], ""
        first = re.match(r"[^。]*。?", text)[0]
        if len(first) == len(text) and len(text) < 45:
            return text, "", ""
        cut = self._best_cut(first, start)
        doubt = f"heading and text run together in the source: {text[:40]!r}; is the break right?"
        return text[:cut], text[cut:], doubt

    def _best_cut(self, first: str, start: int) -> int:
        cuts = range(start + 4, min(len(first) - 3, start + 30))
        return max([*cuts, len(first)], key=lambda cut: self._likely(first, start, cut))

    def _likely(self, first: str, start: int, cut: int) -> float:
        """Score a break by its ending, the opening after it, and the heading's length."""
        ending, opening = first[cut - 2:cut], first[cut:cut + 2]
        whole = cut == len(first)
        score = math.log(1 + 4 * self.endings[ending]) + math.log(1 + self.lengths[cut - start]) / 2
        score += math.log(1 + 4 * self.openings[opening]) if not whole else (0.5 if cut - start < 26 else -4)
        return score - (3 if re.search(r"[，、“（]$|^[，、”）]", ending[-1:] + "") else 0)


def counted(headings: Iterable[str], paragraphs: Iterable[str]) -> Breaks:
    """Count the ends of headings and the beginnings of paragraphs."""
    breaks = Breaks()
    for heading in headings:
        breaks.endings[heading[-2:]] += 1
        breaks.lengths[len(re.sub(r"^（.*?）|^.{1,3}、", "", heading))] += 1
    for paragraph in paragraphs:
        breaks.openings[paragraph[:2]] += 1
    return breaks
