"""How YAML is written, so that changes can be read and merged: lines that fit, one word or example
a line.
"""

import re
from pathlib import Path
from unicodedata import east_asian_width

import pytest

ROOT = Path(__file__).resolve().parent.parent
VOCABULARY, INTERFACE = ROOT / "content" / "vocabulary", ROOT / "site_src"
FILES = [*sorted(VOCABULARY.glob("*.yml")), *sorted(INTERFACE.rglob("*.yml"))]
WIDEST = 100
# A regular expression is not broken.
EXPRESSION = re.compile(r'\s*(- )?(pattern|opener|before|after): "')
LIST_ON_A_LINE = re.compile(r"\b(words|before|after|glued|aliases|examples|not): *\[(?!\])")
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)


def width(line: str) -> int:
    """Return the columns that a line takes: a Han character takes two."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in line)


def lines(path: Path, wrong) -> list[int]:
    """Return the numbers of the lines that are wrong."""
    listed = enumerate(path.read_text("utf-8").splitlines(), 1)
    return [number for number, line in listed if wrong(line)]


@each_file
def test_lines_fit(path):
    assert lines(path, lambda line: width(line) > WIDEST and not EXPRESSION.match(line)) == []


@each_file
def test_each_word_and_example_has_its_line(path):
    assert lines(path, LIST_ON_A_LINE.search) == []
