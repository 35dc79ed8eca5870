"""Lists of targets under a heading that says how firmly they are promised (主要预期目标是:…)."""

import re
from bisect import bisect_left

from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.reading.figures.candidate import ToneOfList
from baogao.reading.figures.subjects.subject_words import words_of
from baogao.reading.figures.tones import GOALS, said_in

HEADED = re.compile(r"(?:建议)?(?:[为是]|如下|包括|主要有)?:|[为是](?=[^,。;:\n\d]{2})")
HEADING_BACK = 24
MARK = re.compile(r"[,。;:\n]")
LONGEST = 800  # characters of a list
FIRST_WORDS = 24  # of a sentence, by which it is told whether the list goes on
A_MEMBER = re.compile(r"[\n ]*(?:-|[·●■◆]|\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、)])")
# 。|为实现上述目标, 。|我们要…: with these words another thing is spoken of
A_STATEMENT = re.compile(
    r"""
    (?! [ ]* (?: 为|要|必须|我们|各位|做好|围绕|确定|上述|以上|同时|重点|今年|在|按
      | [一二三]是 | 第[一二三] | [一二三]、 ) )
    """,
    re.VERBOSE,
)


def lists_of_targets(
    read: str, ends: list[int], start: int, vocabulary: Vocabulary
) -> list[ToneOfList]:
    """Return the lists of a text under a heading that says how firmly they are promised.

    `ends` are where its sentences end.
    """
    lists = []
    for goal in GOALS:
        at = read.find(goal, start)
        while at >= 0:
            headed = HEADED.match(read, at + len(goal))
            before = MARK.split(read[max(at - HEADING_BACK, 0) : at])[-1]
            if headed and (said := said_in(f"{before}{goal}{headed[0]}", vocabulary)):
                end = _end_of_list(read, headed.end(), headed[0][-1] == ":", ends, vocabulary)
                tone = said.tone.by("the heading of its list")
                lists.append(ToneOfList(headed.end(), end, tone))
            at = read.find(goal, at + 1)
    return lists


def _end_of_list(
    read: str, start: int, is_open: bool, ends: list[int], vocabulary: Vocabulary
) -> int:
    """Return where a list ends: one behind a colon (`is_open`) may have further sentences."""
    words = words_of(vocabulary)
    for at in range(bisect_left(ends, start + 1), len(ends)):
        end = ends[at]
        mark, following = read[end - 1], read[end : end + FIRST_WORDS]
        if mark == ";" or not read[start:end].strip():
            continue
        if mark != "\n" and (not following.strip() or following[0] == "\n"):
            continue  # the paragraph ends
        goes_on = A_MEMBER if mark == "\n" else A_STATEMENT
        is_other = words.action.match(words.without_lead(following))
        if not is_open or is_other or not goes_on.match(following) or end > start + LONGEST:
            return end
    return len(read)
