"""No pattern of the vocabulary can keep a text busy: its steps are counted before it is taken."""

import re
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baogao.content.limits import LONGEST_LINE, MOST_STEPS
from baogao.content.vocabulary import pattern_cost
from baogao.content.vocabulary.compiled_patterns import compiled
from baogao.content.vocabulary.pattern_tree import Character, Group, Place, Repeat, parse

NEVER_END = [
    "(a+)+b",
    "(?:a|aa)+b",
    "(?:a{0,100}){0,100}b",
    "(?>(?:a+)+b)",
    "(?=(?:a+)+b)a",
    "(.*)(.*)(.*)z",
    "a{0,50}a{0,50}a{0,50}a{0,50}a{0,50}z",
    "(?:一|一一)+z",
    "(?:[一二]|[二三])*z",
    "(?:a?){40}a{40}",
    "(?:(?:(?:a?b?){9}){9}){9}z",
    ".*x.*y",
    "年{0,999}年{0,999}月",
]


@pytest.mark.parametrize("written", NEVER_END)
def test_what_would_never_end_is_no_pattern(written):
    with pytest.raises(re.error, match="some text would take for ever"):
        compiled(written)


@pytest.mark.parametrize("written", [r"(a|b)\1", "(?i)a", "(?P<a>b)(?P=a)", "(a)?(?(1)b|c)"])
def test_what_cannot_be_counted_is_no_pattern(written):
    with pytest.raises(re.error, match="what refers to a group"):
        compiled(written)


COSTS = [  # of a text of a hundred characters
    ("增长|增加|提高", 6),  # 增 once, then 长 or 加
    ("[^，]{2,20}，[^，]{2,20}。", 85),  # no comma is in what stands before one
    ("[^。]{2,20}，[^。]{2,20}。", 841),
    ("年*+年", 105),
    ("年*月", 206),
    ("(?=.*月)年", 208),
    ("(?:年|月){0,9}日", 43),
]


@pytest.mark.parametrize(("written", "steps"), COSTS, ids=[written for written, _ in COSTS])
def test_steps_are_counted_from_the_pattern_alone(written, steps):
    assert pattern_cost.steps(parse(written), 100) == steps


def test_a_pattern_of_whole_lines_may_take_more():
    with pytest.raises(re.error):
        compiled(".*年.*月")
    assert compiled(".*年.*月", is_whole=True) and compiled("^.*年.*月")


class Busy(Exception):
    """More steps were taken than there may be."""


class Walk:
    """A matcher that goes through a text as `re` does, one way after the other, and counts."""

    def __init__(self, text: str, most: int):
        self.text, self.left = text, most

    def ends(self, parts, at: int):
        """Yield where parts one after the other can end, in the order in which they are tried."""
        if not parts:
            yield at
            return
        first, *rest = parts
        for end in self.part(first, at):
            yield from self.ends(rest, end)

    def part(self, part, at: int):
        self.left -= 1
        if self.left < 0:
            raise Busy
        match part:
            case Character():
                if at < len(self.text) and re.compile(part.written).match(self.text[at]):
                    yield at + 1
            case Place():
                if re.compile(part.written).match(self.text, at):
                    yield at
            case Group():
                yield from self.group(part, at)
            case Repeat():
                ends = self.repeat(part, at, 0, -1)
                yield from islice(ends, 1) if part.manner == "+" else ends

    def group(self, group: Group, at: int):
        ends = (end for branch in group.branches for end in self.ends(branch, at))
        match group.opened:
            case "(?=":
                yield from (at for _ in islice(ends, 1))
            case "(?!":
                yield from () if next(ends, None) is not None else (at,)
            case "(?>":
                yield from islice(ends, 1)
            case _:
                yield from ends

    def repeat(self, repeat: Repeat, at: int, times: int, before: int):
        """`before` is where the last time began: behind an empty one there is no further."""
        is_enough = times >= repeat.least
        if repeat.manner == "?" and is_enough:
            yield at
        if (repeat.most is None or times < repeat.most) and not (is_enough and at == before):
            for end in self.part(repeat.part, at):
                yield from self.repeat(repeat, end, times + 1, at)
        if repeat.manner != "?" and is_enough:
            yield at


LENGTH = 12
COUNTED = 20_000
ATOMS = st.sampled_from(["a", "b", "年", ".", "[ab]", "[^a]", r"\d", "1", "^", "$", r"\."])
COUNT = st.sampled_from(["*", "+", "?", "{2}", "{0,3}", "{1,}", "{,2}", "{0,50}"])
REPEATED = st.tuples(st.sampled_from(["a", "b", "年", ".", "[ab]", "[^a]"]), COUNT).map("".join)


def composed(inner):
    several = st.lists(inner, min_size=1, max_size=3)
    branches = several.map("|".join)
    opened = st.sampled_from(["(", "(?:", "(?=", "(?!", "(?>"])
    groups = st.tuples(opened, branches).map(lambda pair: f"{pair[0]}{pair[1]})")
    plain = branches.map(lambda inside: f"(?:{inside})")
    repeated = st.tuples(plain, COUNT, st.sampled_from(["", "?", "+"])).map("".join)
    return st.one_of(several.map("".join), groups, repeated)


PATTERNS = st.recursive(st.one_of(ATOMS, REPEATED), composed, max_leaves=6)
TEXTS = st.one_of(
    st.text("ab年1.", max_size=LENGTH),
    st.sampled_from("ab年").map(lambda one: one * LENGTH),
    st.sampled_from("ab年").map(lambda one: one * (LENGTH - 1) + "z"),
)


@settings(max_examples=500)
@given(written=PATTERNS, text=TEXTS)
def test_no_text_takes_more_steps_than_were_counted(written, text):
    tree = parse(written)
    most = pattern_cost.steps(tree, len(text))
    walk = Walk(text, min(most, COUNTED))
    try:
        end = next(walk.part(tree, 0), None)
    except Busy:
        assert most > COUNTED
        return
    match = re.match(written, text)
    assert (match and match.end()) == end


@settings(max_examples=500)
@given(written=PATTERNS)
def test_a_pattern_that_is_taken_has_few_steps(written):
    try:
        compiled(written)
    except re.error:
        return
    tree = parse(written)
    places = LONGEST_LINE if pattern_cost.is_anchored(tree) else 1
    assert pattern_cost.steps(tree, LONGEST_LINE) <= MOST_STEPS * places
