"""Patterns of the vocabulary's words, and patterns that read a text from its end."""

import re

import pytest

from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.reading.figures.word_patterns import backwards, from_the_end, worded

WORDS = {"rise": ("增长", "增", "提高"), "towards": ("到",)}


@pytest.mark.parametrize(
    ("forwards", "turned"),
    [
        ("上年", "年上"),
        ("年(?:底|末)?", "(?:底|末)?年"),
        (r"\d{4}年", r"年\d{4}"),
        ("[一二]{1,2}是+", "是+[一二]{1,2}"),
        ("(?<=突破)百亿(?!元)", "(?<!元)亿百(?=破突)"),
        ("(增|减) # what follows is said of all\n 到", "到(增|减)"),
        ("{rise}{towards}", "{towards}{rise}"),
    ],
)
def test_a_pattern_is_turned_around(forwards, turned):
    assert backwards(forwards) == turned


def test_the_last_words_of_a_text_are_found_from_its_end():
    pattern = from_the_end("{reached} | {rise}", WORDS, reached="{rise}{towards}")
    assert pattern.match("出口增长到"[::-1])[0][::-1] == "增长到"
    assert pattern.match("出口增长"[::-1])[0][::-1] == "增长"
    assert pattern.match("出口"[::-1]) is None


def test_roles_stand_for_the_longest_of_their_words():
    pattern = worded("^ {rise|towards} $")(Vocabulary(words=WORDS))
    assert [word for word in ("增长", "增", "到", "降") if pattern.match(word)] == [
        "增长",
        "增",
        "到",
    ]
    assert pattern.flags & re.VERBOSE


def test_a_pattern_is_compiled_once_for_a_vocabulary():
    pattern, vocabulary = worded("{rise}"), Vocabulary(words=WORDS)
    assert pattern(vocabulary) is pattern(vocabulary)
