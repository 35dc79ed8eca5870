"""A text that is broken into lines of one width, read as the paragraphs that it was before.

A page that was printed, or an e-mail, has its paragraphs in lines of some width: a line ends where
it is full, within a sentence, a word or a number. Such a text is told by its full lines: many end
in mid-sentence, where those of a text with a line for each paragraph end with a sentence.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from baogao.content.files.invisible_characters import (
    BLANKS,
    LINE_ENDS,
    Seen,
    characters,
    in_brackets,
)

LINE_END = re.compile(rf"\r\n|[\n{in_brackets(LINE_ENDS)}]|\Z")
BLANK = "\t" + characters(BLANKS)
# What no line begins with that goes on with the one before: a heading, an item, a page number.
OPENS = re.compile(
    r"""
    [一二三四五六七八九十]{1,3}、 (?! [一二三四五六七八九十]{1,3}[、产次] )
    | [(（][一二三四五六七八九十\d]{1,3}[)）]
    | \#
    | [-－—]{1,2} \ ? [\d０-９]{1,3} \ ? [-－—]{1,2}$ | 第? \ ? [\d０-９]{1,3} \ ? 页
    | [-*•·][ ]
    | [\d０-９]{1,2} (?: [.．] (?! [\d０-９] ) | 、 (?! [\d０-９] ) )
    """,
    re.VERBOSE,
)
UNFINISHED = re.compile(r"[第、，,(（“\d]$")  # 居全省第|16、…; 第一、|二、三产业
SENTENCE_ENDS = "。！？；：!?;:"
WITHIN = re.compile(r"[，。；,;].")
CLOSERS = "”’）」』》)\"'"
MARKED = "#"  # a heading of Markdown is never broken
USUAL = 0.95  # of all lines no more than one in twenty is longer than the text is wide
FULL = 0.7  # of a line's width: less is left than a long word takes that goes to the next
FILLED = 0.9  # of a line's width: less is left than a short word takes
LEAST, MANY = 3, 0.25  # so many of the full lines are cut in mid-sentence


class Line(NamedTuple):
    """A line from `begin` to `next`, where another begins; its words start behind an indent."""

    begin: int
    start: int
    end: int
    next: int
    words: str
    columns: int

    @property
    def characters(self) -> int:
        """How many characters it takes, its indent counted."""
        return self.end - self.begin

    @property
    def indent(self) -> int:
        """How far its words are indented."""
        return self.start - self.begin

    @property
    def ends_a_sentence(self) -> bool:
        """Whether a sentence, or a part of one, ends with the line."""
        return self.words.rstrip(CLOSERS)[-1:] in SENTENCE_ENDS

    @property
    def is_cut(self) -> bool:
        """Whether a sentence goes on behind it; none does behind a list's item of one clause."""
        return not self.ends_a_sentence and WITHIN.search(self.words) is not None


class Broken(NamedTuple):
    """How wide the lines of a broken text are, and whether something else tells its paragraphs.

    Whether lines were broken by characters or by columns, their text does not tell: a full line is
    so by either. Paragraphs are `told` by an indent deeper than that of all lines, or blank lines.
    """

    characters: int
    columns: int
    indent: int
    told: bool

    def fills(self, line: Line, share: float) -> bool:
        """Say whether a line takes at least a share of the width."""
        enough = line.characters >= share * self.characters
        return enough or line.columns >= share * self.columns

    def begins(self, line: Line) -> bool:
        """Say whether a line stands where a paragraph is told to begin; so does a blank one."""
        return not line.words or line.indent > self.indent

    def goes_on(self, line: Line, after: Line) -> bool:
        """Say whether a line goes on in the one behind it."""
        if not line.words or line.words[0] == MARKED or self.begins(after):
            return False
        if OPENS.match(after.words) and not UNFINISHED.search(line.words):
            return False
        if line.ends_a_sentence and not self.told:
            return self.fills(line, 1)
        heading = OPENS.match(line.words) and "。" not in line.words
        return self.fills(line, FILLED if heading else FULL)


def as_paragraphs(shown: Seen, start: int = 0) -> Seen:
    """Return a text, from `start` on, without indents and the line ends that broke paragraphs."""
    lines = _lines(shown.text, start)
    broken = _broken(lines)
    spans = [(line.begin, line.start) for line in lines[:1]]
    for line, after in pairwise(lines):
        if broken and broken.goes_on(line, after):
            spans.append((line.end, after.start))
        else:
            spans += [(line.end, line.next - 1), (after.begin, after.start)]
    return shown.without([span for span in spans if span[0] < span[1]])


def _lines(text: str, start: int) -> list[Line]:
    """Return the lines of a text from `start` on."""
    found = []
    for line_end in LINE_END.finditer(text, start):
        written = text[start : line_end.start()].rstrip(BLANK)
        words = written.lstrip(BLANK)
        end = start + len(written)
        columns = (len(written) + len(written.encode())) // 2  # of UTF-8, a Han character takes 3
        found.append(Line(start, end - len(words), end, line_end.end(), words, columns))
        start = line_end.end()
    return found


def _broken(lines: list[Line]) -> Broken | None:
    """Return how a text is broken into lines, or None where it is not."""
    written = [line for line in lines if line.words and line.words[0] != MARKED]
    if len(written) < LEAST:
        return None
    usual = int(USUAL * (len(written) - 1))
    width = sorted(line.characters for line in written)[usual]
    columns = sorted(line.columns for line in written)[usual]
    broken = Broken(width, columns, min(line.indent for line in written), told=False)
    full = [line for line in written if broken.fills(line, FULL)]
    cut = sum(line.is_cut for line in full)
    if cut < LEAST or cut < MANY * len(full):
        return None
    behind = [
        after for line, after in pairwise(lines) if line.words and not broken.fills(line, FULL)
    ]
    return broken._replace(told=2 * sum(map(broken.begins, behind)) > len(behind))
