"""Every example stored beside a word in content/vocabulary must be read as its entry says."""
from pathlib import Path

import pytest

from baogao import vocabulary
from baogao.extract import extract
from baogao.sections import sections

FOLDER = Path(__file__).resolve().parent.parent / "content" / "vocabulary"
WORDS = vocabulary.load(FOLDER)


def name_of(example: vocabulary.Example) -> str:
    return f"{Path(example.path).name}:{example.line}:{example.text[:24]}"


def test_the_files_have_no_mistakes():
    assert WORDS.problems == ()


@pytest.mark.parametrize("example", WORDS.examples, ids=name_of)
def test_example(example):
    expect = dict(example.expect)
    if "section" in expect:
        assert sections(example.text, WORDS)[-1].kind == expect["section"]
        return
    found = list(extract(example.text, WORDS))
    if "figures" in expect:
        assert len(found) == expect["figures"]
        return
    fits = [all(figure[key] == value for key, value in expect.items()) for figure in found]
    assert any(fits) is not example.no, found
