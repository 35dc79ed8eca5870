"""A cleaned report's lines as headings and paragraphs with permanent anchors, and its sentences."""

import hashlib
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from itertools import product
from typing import NamedTuple

from baogao.content.reports.sentence_spans import spoken as spoken
from baogao.records import Block, Report, Section

# Ten bits each: base 32 as of RFC 4648.
PAIRS = ["".join(two) for two in product("abcdefghijklmnopqrstuvwxyz234567", repeat=2)]
LINE = re.compile(r"^(#{2,4} )?(.*\S.*)$", re.M)
# Digits and Chinese numerals alike, as the text has them: their order stays, whatever extraction
# makes of them.
NUMBER = re.compile(
    r"""
    [0-9０-９]+ (?: [.,．，] [0-9０-９]+ )*      # 1,234.5
    | [零〇一二两三四五六七八九十百千万亿半]+      # 三十六
    """,
    re.VERBOSE,
)
# "民营经济持续健康发展。" leads its paragraph, "主攻“152重大产业项目”。" too;
# "2019年是新中国成立70周年。", "高质量发展是新时代发展的主旋律。" and "各位代表！" do not: a lead
# names, it does not tell.
LEAD = re.compile(
    r"""
    (?! 各位代表|现在|当前|今年|过去|这一年|同时|应 )
    (?= [^，。]{4,40}。                            # no comma,
      | (?=[^。]{4,23}。) [^，。]+，[^，。]{5,}。 )    # or one, and then short
    (?: [一二三四五六七八九十]是 )?
    (?: [^。！？：；\d是“] | “[^”。]{1,12}” )+ 。
    """,
    re.VERBOSE,
)


class NumberPlace(NamedTuple):
    """Where a number stands: the sentence as spoken, which such sentence it is, and its place."""

    report: str
    words: str
    nth: int
    ordinal: int


def digest(*parts: object) -> str:
    """Return eight letters and digits that stand for the parts."""
    data = "\x1f".join(map(str, parts)).encode()
    bits = int.from_bytes(hashlib.blake2b(data, digest_size=5).digest())
    first, second = PAIRS[bits >> 30], PAIRS[bits >> 20 & 1023]
    return first + second + PAIRS[bits >> 10 & 1023] + PAIRS[bits & 1023]


def blocks(report: Report, sections: tuple[Section, ...]) -> tuple[Block, ...]:
    """Return the headings and paragraphs of a report's body in order."""
    seen: Counter[str] = Counter()
    starts = [section.start for section in sections]
    out: list[Block] = []
    for line in LINE.finditer(report.text, report.body):
        words = spoken(line[2])
        seen[words] += 1
        anchor = "p-" + digest(report.id, words, seen[words])
        start, level = line.start(2), len(line[1] or " ") - 1
        section = max(0, bisect_right(starts, start) - 1)
        titled = bool(out) and _is_a_sentence(report, out[-1])
        lead = start if level or titled else _lead_end(line[2], start)
        out.append(Block(start, line.end(2), level, lead, anchor, section))
    return tuple(out)


def _is_a_sentence(report: Report, block: Block) -> bool:
    """Say whether a block is a heading that ends like a sentence: （一）坚持依法行政。"""
    return block.level > 0 and report.text[block.end - 1] == "。"


def _lead_end(text: str, start: int) -> int:
    """Return where a paragraph's lead ends: its first sentence, if that only names the subject.

    Under a heading that is itself such a sentence no further lead follows.
    """
    lead = LEAD.match(text)
    return start + lead.end() if lead and lead.end() < len(text) else start


def numbers(report: Report, sentence_spans: Iterable[tuple[int, int]]) -> dict[int, NumberPlace]:
    """Return the place of every number in a report, by its offset."""
    seen: Counter[str] = Counter()
    found = {}
    for start, end in sentence_spans:
        numbers = list(NUMBER.finditer(report.text, start, end))
        if not numbers:  # as spoken, it is no sentence that has some
            continue
        words = spoken(report.text[start:end])
        seen[words] += 1
        for ordinal, number in enumerate(numbers):
            found[number.start()] = NumberPlace(report.id, words, seen[words], ordinal)
    return found


def anchor(number: NumberPlace) -> str:
    """Return the permanent anchor of a number.

    It stands for nothing that extraction decides, so better rules move no address.
    """
    return "f-" + digest(*number)
