"""The worked examples of CONTRIBUTING.md and README.md, as what they tell to write, and where.

A step of an example is a line that begins with a number, and names a file and a place in it; what
is to be written stands below it as a block:

    1. In `content/vocabulary/bounds.yml`, behind `- 逼近`:

               - 直逼

Places are `behind`, `before` and `instead of` a line, which the file has once, or `each` of those
that are alike; without a place the end of the file is meant. `A new file` is not there yet.
"""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
INDENT = " " * 7  # of a block below a step; what a line has more is its own
STEP = re.compile(
    r"""
    ^ \d+\.\ (?:In|(?P<new>A\ new\ file)) \ `(?P<path>[^`]+)`     # 1. In `downloads/cells.py`
    (?:,\s (?P<how>behind|before|instead\ of)
       (?P<each>\ each)? \s+ `(?P<place>[^`]+)` )?               # , behind each `- gap`
    : (?:[^\n]|\n(?!\n))* \n\n                                     # : (and a remark)
    (?P<block> (?: \ {7} [^\n]* \n | \n )+ )
    """,
    re.X | re.M,
)


@dataclass(frozen=True)
class Step:
    """What is to be written into a file, and where: `how` from a line `place`."""

    path: str
    text: str
    new: bool
    how: str
    place: str
    each: bool


def section(title: str, document: str = "CONTRIBUTING.md") -> str:
    """Return the words below a heading of a document, up to the next heading."""
    text = (ROOT / document).read_text("utf-8")
    found = re.search(rf"^#+ {re.escape(title)}\n(.*?)(?=^#+ |\Z)", text, re.M | re.S)
    assert found, f"{document} has no part called {title!r}"
    return found[1]


def steps(title: str) -> list[Step]:
    """Return the steps of a worked example that tell what to write."""
    text = section(title)
    found = [
        Step(
            one["path"],
            _block(one["block"]),
            bool(one["new"]),
            one["how"] or "",
            one["place"] or "",
            bool(one["each"]),
        )
        for one in STEP.finditer(text)
    ]
    begun = re.findall(r"^\d+\. (?:In|A new file) `", text, re.M)
    assert found and len(found) == len(begun), f"a step of {title!r} is not written as the others"
    return found


def blocks(title: str, document: str) -> list[str]:
    """Return all blocks below a heading that are set off in a list."""
    found = re.findall(r"\n\n((?: {7}[^\n]*\n|\n)+)", section(title, document))
    return [_block(block) for block in found]


def _block(text: str) -> str:
    """Return a block as it is to stand in a file."""
    lines = text.strip("\n").split("\n")
    return "".join(f"{line.removeprefix(INDENT)}\n" for line in lines)
