"""How YAML is written, so that changes can be read and merged: lines that fit, one word or example
a line.
"""

import re
from pathlib import Path
from unicodedata import east_asian_width

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baogao.content.files.invisible_characters import UNSEEN
from baogao.content.yaml import yaml_with_lines, yaml_writer

ROOT = Path(__file__).resolve().parent.parent
VOCABULARY, INTERFACE = ROOT / "content" / "vocabulary", ROOT / "site_src"
FILES = [*sorted(VOCABULARY.rglob("*.yml")), *sorted(INTERFACE.rglob("*.yml"))]
WIDEST = 100
# A regular expression is not broken, nor is a sentence that is a key.
WHOLE = re.compile(r'\s*(- )?(pattern|opener|before|after): "|[^\s#"-].*:$')
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
    assert lines(path, lambda line: width(line) > WIDEST and not WHOLE.match(line)) == []


@each_file
def test_each_word_and_example_has_its_line(path):
    assert lines(path, LIST_ON_A_LINE.search) == []


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
LONG = st.sampled_from(["字", "字 ", "a", ' "\\', "a b", "字\n", "，"]).map(lambda part: part * 90)
TEXT = st.one_of(WORDS, LONG, st.tuples(WORDS, LONG).map("".join))
VALUE = st.one_of(st.none(), st.booleans(), st.integers(-(10**15), 10**15), TEXT)
KEY = st.text("abcdefghij", min_size=1, max_size=20)
ENTRY = st.dictionaries(KEY, VALUE | st.lists(VALUE, max_size=4), min_size=1, max_size=4)


@given(entries=st.lists(ENTRY, min_size=1, max_size=3))
def test_what_is_written_fits_and_is_read_as_it_was(entries):
    text = yaml_writer.dump(entries)
    assert [line for line in text.split("\n") if width(line) > WIDEST] == []
    if not any(UNSEEN.search(part) for entry in entries for part in texts(entry)):
        assert yaml_with_lines.unlined(yaml_with_lines.load(text)) == entries


def texts(value) -> list[str]:
    """Return all texts in nested data."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [text for item in value for text in texts(item)]
    return [value] if isinstance(value, str) else []


def test_a_correction_is_written_one_key_a_line():
    correction = {"found": "字" * 100, "now": "", "why": "网页的文字，不属于报告"}
    written = yaml_writer.dump([correction])
    assert [line.split(":")[0] for line in written.splitlines() if ":" in line] == [
        "- found",
        "  now",
        "  why",
    ]
