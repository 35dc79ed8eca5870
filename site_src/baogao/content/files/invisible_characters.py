"""Characters that nobody sees: which they are, how one is called, and a text as people see it.

Which they are is told by Unicode's properties, not by cases met. Code points that are not assigned,
or for private use, are none of them: they show as a box, and which are assigned depends on the
Unicode version of the Python that runs.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate, chain, islice, pairwise
from typing import NamedTuple

Ranges = tuple[tuple[int, int], ...]

# Default_Ignorable_Code_Point of DerivedCoreProperties.txt, Unicode 17.0: shown as nothing where a
# program does not know them. Variation selectors belong to it: they stand behind Han characters of
# names in real text, which read the same without.
DEFAULT_IGNORABLE: Ranges = (
    (0xAD, 0xAD),
    (0x34F, 0x34F),
    (0x61C, 0x61C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFF8),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF),
)
# General category Cc, but tab and what ends a line.
CONTROLS: Ranges = ((0x00, 0x08), (0x0E, 0x1F), (0x7F, 0x84), (0x86, 0x9F))
# Cc, Zl and Zp that end a line, but not in every program.
LINE_ENDS: Ranges = ((0x0B, 0x0D), (0x85, 0x85), (0x2028, 0x2029))
# Cs, and the code points that Unicode promises never to give a character.
NO_CHARACTERS: Ranges = (
    (0xD800, 0xDFFF),
    (0xFDD0, 0xFDEF),
    *((plane + 0xFFFE, plane + 0xFFFF) for plane in range(0, 0x110000, 0x10000)),
)
# Invisible_Stacker and Number_Joiner of IndicSyllabicCategory.txt, Unicode 17.0: join others.
JOINERS: Ranges = (
    (0x1039, 0x1039),
    (0x17D2, 0x17D2),
    (0x1A60, 0x1A60),
    (0x1BAB, 0x1BAB),
    (0xAAF6, 0xAAF6),
    (0x10A3F, 0x10A3F),
    (0x1107F, 0x1107F),
    (0x11133, 0x11133),
    (0x113D0, 0x113D0),
    (0x1193E, 0x1193E),
    (0x11A47, 0x11A47),
    (0x11A99, 0x11A99),
    (0x11D45, 0x11D45),
    (0x11D97, 0x11D97),
    (0x11F42, 0x11F42),
)
# What has a name and no ink, and none of the properties above. Called FILLER, BLANK, NULL, EMPTY or
# SPACE like these, but seen: U+2422 BLANK SYMBOL, U+2400 SYMBOL FOR NULL, U+303F IDEOGRAPHIC HALF
# FILL SPACE, U+1361 ETHIOPIC WORDSPACE, gap and line fillers (dashes), empty sets and empty pages.
NO_INK: Ranges = (
    (0x2800, 0x2800),  # BRAILLE PATTERN BLANK
    (0x2D7F, 0x2D7F),  # TIFINAGH CONSONANT JOINER
    (0xFFF9, 0xFFFC),  # INTERLINEAR ANNOTATION …, OBJECT REPLACEMENT: stand for what is not there
    (0x13430, 0x13440),  # EGYPTIAN HIEROGLYPH … JOINER, INSERT AT …, MIRROR: place others
    (0x13441, 0x13442),  # EGYPTIAN HIEROGLYPH FULL BLANK, HALF BLANK
    (0x16FE4, 0x16FE4),  # KHITAN SMALL SCRIPT FILLER
    (0x1D159, 0x1D159),
)  # MUSICAL SYMBOL NULL NOTEHEAD
# Cf that has a sign of its own: Arabic, Syriac and Kaithi marks over or under numbers.
SEEN_FORMATS = frozenset(
    (*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD)
)

# General category Zs: seen as the blanks that they are, and read as such.
BLANKS: Ranges = (
    (0x20, 0x20),
    (0xA0, 0xA0),
    (0x1680, 0x1680),
    (0x2000, 0x200A),
    (0x202F, 0x202F),
    (0x205F, 0x205F),
    (0x3000, 0x3000),
)

HIDING: Ranges = (*DEFAULT_IGNORABLE, *CONTROLS, *NO_CHARACTERS, *JOINERS, *NO_INK)
INVISIBLE: Ranges = (*HIDING, *LINE_ENDS)


def characters(ranges: Ranges) -> str:
    """Return the characters of ranges."""
    return "".join(chr(code) for first, last in ranges for code in range(first, last + 1))


def in_brackets(ranges: Ranges) -> str:
    """Return ranges as they stand inside the [...] of a pattern."""
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges)


def one_of(ranges: Ranges, also: str = "") -> str:
    """Return a pattern for one character of ranges, or of what `also` lists.

    `re` looks ranges above U+FFFF up one after the other, for every character of a text. Here it
    takes whatever stands above at first, and looks it up only then: ten times as fast.
    """
    rough = in_brackets(tuple(pair for pair in ranges if pair[1] <= 0xFFFF))
    return rf"[{also}{rough}\U00010000-\U0010ffff](?<=[{also}{in_brackets(ranges)}])"


WHITE = frozenset("\t\n" + characters((*BLANKS, *LINE_ENDS)))
UNSEEN = re.compile(one_of(INVISIBLE))
# In any text, whatever its line ends.
HIDDEN = re.compile(f"{one_of(HIDING)}[{in_brackets(HIDING)}]*")


class Seen(NamedTuple):
    """A text as people see it, without what nobody sees.

    `gaps` are the offsets in `text` where something was left out; `ends` are the offsets in the
    text as written where that ended.
    """

    written: str
    text: str
    gaps: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the characters from `start` to `end` stand as written."""
        return self._at(start), self._at(end - 1) + 1

    def _at(self, offset: int) -> int:
        before = bisect_left(self.gaps, offset + 1) - 1
        return self.ends[before] + offset - self.gaps[before] if before >= 0 else offset

    def hidden(self, start: int, end: int) -> str:
        """Return what was left out first within a span or right beside it (a character), or "".

        White space is seen: it hides nothing.
        """
        near = self.ends[bisect_left(self.gaps, start) : bisect_right(self.gaps, end)]
        last = (self.written[end - 1] for end in near)
        return next((character for character in last if character not in WHITE), "")

    def without(self, spans: Sequence[tuple[int, int]]) -> "Seen":
        """Return the text without further spans, in order, each of which ends with white space."""
        if not spans:
            return self
        begins = [begin for begin, _ in spans]
        left_out = list(accumulate((end - begin for begin, end in spans), initial=0))

        def moved(offset: int) -> int:
            before = bisect_left(begins, offset)
            begin, end = spans[before - 1] if before else (offset, offset)
            return offset - left_out[max(0, before - 1)] - (min(end, offset) - begin)

        gaps = [(moved(gap), end) for gap, end in zip(self.gaps, self.ends, strict=True)]
        gaps += [(moved(begin), self._at(end - 1) + 1) for begin, end in spans]
        kept = pairwise([0, *chain.from_iterable(spans), len(self.text)])
        text = "".join(self.text[begin:end] for begin, end in islice(kept, 0, None, 2))
        return Seen(self.written, text, *zip(*sorted(gaps), strict=True))


def seen(written: str) -> Seen:
    """Return a text as people see it."""
    gaps, ends, left_out = [], [], 0
    for match in HIDDEN.finditer(written):
        gaps.append(match.start() - left_out)
        ends.append(match.end())
        left_out += match.end() - match.start()
    text = HIDDEN.sub("", written) if gaps else written
    return Seen(written, text, tuple(gaps), tuple(ends))


def called(character: str) -> str:
    """Return how a character is named: `U+202E (RIGHT-TO-LEFT OVERRIDE)`."""
    control = unicodedata.category(character) == "Cc"
    nameless = "a control character" if control else "a code point for no character"
    return f"U+{ord(character):04X} ({unicodedata.name(character, nameless)})"
