"""Every example stored beside a word in content/vocabulary must be read as its entry says."""

from pathlib import Path

import pytest

from baogao.content.vocabulary import vocabulary
from baogao.reading.extract_command import extract
from baogao.reading.sections import sections
from own_content import own_content

FOLDER = Path(__file__).resolve().parent.parent / "content" / "vocabulary"
WORDS = own_content().vocabulary


# Known gaps: examples that are not read as their entry says.
GAPS: set[str] = set()


def name_of(example: vocabulary.Example) -> str:
    return f"{Path(example.path).name}:{example.line}:{example.text[:24]}"


# What an entry of a file decides, which each of its examples says.
DECIDED = {
    "units.yml": {"unit", "value"},
    "bounds.yml": {"bound", "kind", "value"},
    "predicates.yml": {"kind", "value"},
}


def test_examples_say_all_that_their_entry_decides():
    assert [
        (name_of(example), lacking)
        for example in WORDS.examples
        if (lacking := DECIDED.get(Path(example.path).name, set()) - set(dict(example.expect)))
    ] == []


def test_the_files_have_no_mistakes():
    assert WORDS.problems == ()


def parameters():
    for example in WORDS.examples:
        gap = (
            [pytest.mark.xfail(strict=True, reason="a known gap")]
            if example.text in GAPS and not example.no
            else []
        )
        yield pytest.param(example, id=name_of(example), marks=gap)


def is_read_as_said(example: vocabulary.Example, words: vocabulary.Vocabulary) -> bool:
    """Return whether an example is read as its entry says, or is not where it must not."""
    expect = dict(example.expect)
    if "section" in expect:
        return sections(example.text, words)[-1].kind == expect["section"]
    found = list(extract(example.text, words))
    if "figures" in expect:
        return len(found) == expect["figures"]
    fits = [all(figure[key] == value for key, value in expect.items()) for figure in found]
    return any(fits) is not example.no


@pytest.mark.parametrize("example", list(parameters()))
def test_example(example):
    assert is_read_as_said(example, WORDS), list(extract(example.text, WORDS))
