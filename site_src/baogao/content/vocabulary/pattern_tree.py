"""The parts of a regular expression, as a tree: for patterns that the vocabulary brings.

What is read is what `re` has compiled already, so nothing is wrong with it. But not all that `re`
knows may stand in the vocabulary: what refers to other parts of the match, or changes how the
rest is read, may not.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Character:
    """One character, as it is written: `年`, `[^，。]`, `.`, `\\d`."""

    written: str

    @property
    def is_literal(self) -> bool:
        """Say whether it is one very character, written as itself."""
        return len(self.written) == 1 and self.written != "."

    def takes(self, character: str) -> bool:
        """Say whether it matches a character."""
        return bool(_compiled(self.written).fullmatch(character))


@dataclass(frozen=True, slots=True)
class Place:
    """What takes no character and is looked at once: `^`, `$`, `\\b`."""

    written: str


@dataclass(frozen=True, slots=True)
class Group:
    """Branches, of which one matches, as it was opened: `(`, `(?:`, `(?=`, `(?<!`, `(?>` ….

    An atomic one tries no other branch after that.
    """

    branches: tuple["Sequence", ...]
    opened: str = "("

    @property
    def is_atomic(self) -> bool:
        """Say whether what matched once is never matched in another way."""
        return self.opened in ATOMIC


@dataclass(frozen=True, slots=True)
class Repeat:
    """A part `least` to `most` times, without end where `most` is None.

    A `lazy` one takes few first, a `possessive` one as many as it can and never fewer.
    """

    part: "Part"
    least: int
    most: int | None
    manner: str = ""  # "?": lazy, "+": possessive


Part: TypeAlias = Character | Place | Group | Repeat
Sequence: TypeAlias = tuple[Part, ...]

LOOKS_AROUND = ("(?=", "(?!", "(?<=", "(?<!")
ATOMIC = ("(?>", *LOOKS_AROUND)
COUNTS = {"*": (0, None), "+": (1, None), "?": (0, 1)}
TOKEN = re.compile(
    r"""
      (?P<class> \[ \^? \]? (?: \\. | [^\]\\] )* \] )               # [^，。]
    | (?P<open> \( (?: \? (?: [:>=!] | <[=!] | P<\w+> ) )? (?!\?) ) # (?:  (?P<name>  (?<=
    | (?P<close> \) )
    | (?P<or> \| )
    | (?P<repeat> [*+?] | \{ (?: \d+ (?:,\d*)? | ,\d+ ) \} )        # *  {2,}  {0,12}
      (?P<manner> [?+]? )
    | (?P<place> [\^$] | \\[AbBZ] )
    | (?P<character>
        \\ (?: x.{2} | u.{4} | U.{8} | [dDsSwWnrtfva] | [^a-zA-Z0-9] )
      | [^(\\] )
    """,
    re.X | re.S,
)


def parse(written: str) -> Group:
    """Return the tree of a pattern that `re` compiles.

    Raises `re.error` where it holds what must not be in it: `(?i)`, `\\1`, `(?(1)…)`, `(?#…)`.
    """
    tokens, position = [], 0
    while position < len(written):
        token = TOKEN.match(written, position)
        if not token:
            place = written[position : position + 8]
            raise re.error(f"{place!r}: flags, comments and what refers to a group are not read")
        tokens.append(token)
        position = token.end()
    return _Parser(tokens).group("(")


class _Parser:
    """Builds the tree from the tokens, one after the other."""

    def __init__(self, tokens: list[re.Match[str]]):
        self.tokens = iter(tokens)

    def group(self, opened: str) -> Group:
        """Return what stands up to the end of a group."""
        branches: list[list[Part]] = [[]]
        for token in self.tokens:
            if token["close"]:
                break
            if token["or"]:
                branches.append([])
            elif token["repeat"]:
                branches[-1].append(_repeat(branches[-1].pop(), token))
            else:
                branches[-1].append(self.group(token[0]) if token["open"] else _single(token))
        return Group(tuple(map(tuple, branches)), opened)


def _single(token: re.Match[str]) -> Part:
    return Place(token[0]) if token["place"] else Character(token[0])


def _repeat(part: Part, token: re.Match[str]) -> Repeat:
    if token["repeat"] in COUNTS:
        return Repeat(part, *COUNTS[token["repeat"]], token["manner"])
    least, comma, most = token["repeat"].strip("{}").partition(",")
    end = int(most) if most else None
    return Repeat(part, int(least or 0), end if comma else int(least), token["manner"])


@lru_cache(maxsize=1024)
def _compiled(written: str) -> re.Pattern[str]:
    return re.compile(written, re.S)
