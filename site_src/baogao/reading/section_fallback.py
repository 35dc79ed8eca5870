"""The parts of a text that no heading tells, each told by the words of its own paragraphs."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.records import Section

PARAGRAPH = re.compile(r"[^\n]+")
SURE = 2  # weight of a cue that nothing but a plan has
ENOUGH = 3  # weight of cues that make a plan
COMMON = 6  # so many cues that both have, and none of a review, make one too


def unheaded(
    text: str, found: Iterable[Section], vocabulary: Vocabulary, plans: tuple[int, ...]
) -> Iterator[Section]:
    """Yield the sections; the opening, which nothing divides, where its paragraphs turn to plans.

    A plan holds on in the paragraphs that follow, until one that looks back.
    """
    ahead = False
    for section in found:
        if section.kind != "opening" or not vocabulary.cues:
            ahead = False
            yield section
            continue
        begin = section.start
        parts = {False: section, True: replace(section, kind="tasks", years=plans)}
        for paragraph in PARAGRAPH.finditer(text, section.start, section.end):
            turned = looks_ahead(paragraph[0], vocabulary, ahead)
            if turned != ahead and paragraph.start() > begin:
                yield replace(parts[ahead], start=begin, end=paragraph.start())
                begin = paragraph.start()
            ahead = turned
        yield replace(parts[ahead], start=begin)


def looks_ahead(paragraph: str, vocabulary: Vocabulary, before: bool) -> bool:
    """Say whether a paragraph tells what will be done; in doubt, as the one `before` it does."""
    sure, common, past = (
        sum(1 for _ in vocabulary.cues[cue].finditer(paragraph))
        for cue in ("sure", "common", "past")
    )
    planned = SURE * sure + common
    if sure and planned >= ENOUGH and planned > 2 * past:
        return True
    if common >= COMMON and not past:
        return True
    return before and past <= planned
