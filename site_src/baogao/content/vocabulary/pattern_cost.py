"""How many steps a pattern can take at one place of a text: a bound that no text exceeds.

`re` tries one way to match after the other until one succeeds. Where a pattern has many ways to
match the same characters, as `(a|aa)+b` has, some text keeps it busy for ever. Here the ways are
counted from the pattern alone: what stands behind a part is tried as often as the part has ways to
match, so ways multiply along a sequence and add up over the branches of a group.
"""

from itertools import zip_longest
from typing import NamedTuple

from baogao.content.vocabulary.pattern_tree import (
    LOOKS_AROUND,
    Character,
    Group,
    Part,
    Place,
    Repeat,
    Sequence,
)

WITHOUT_END = 10**30  # stands for all larger numbers
MOST_POWERS = 100  # repetitions of a part that itself has several ways


class Cost(NamedTuple):
    """In how many ways a part can match from one place, and the steps of trying them all."""

    ways: int
    steps: int


ONE = Cost(1, 1)


def steps(group: Group, length: int) -> int:
    """Return how many steps a pattern takes at most, begun at one place of a text.

    The text has `length` characters behind that place.
    """
    return _branches(group.branches, length).steps


def is_anchored(group: Group) -> bool:
    """Say whether a pattern matches at the beginning of a text only."""
    return all(branch and branch[0] == Place("^") for branch in group.branches)


def _sequence(parts: Sequence, length: int) -> Cost:
    """Return the cost of parts one after the other."""
    ways, steps = 1, 1
    for part, follower in zip_longest(parts, parts[1:]):
        cost = _part(part, length)
        steps += ways * cost.steps
        if follower and _is_delimited(part, follower):
            steps += ways * cost.ways  # so often the follower is looked at, and fits once
        else:
            ways *= cost.ways
    return Cost(min(ways, WITHOUT_END), min(steps, WITHOUT_END))


def _is_delimited(part: Part, follower: Part) -> bool:
    """Say whether a repeated character is followed by one that it is not: `[^，]{2,20}，`."""
    return (
        isinstance(part, Repeat)
        and isinstance(part.part, Character)
        and isinstance(follower, Character)
        and follower.is_literal
        and not part.part.takes(follower.written)
    )


def _part(part: Part, length: int) -> Cost:
    if isinstance(part, Repeat):
        return _repeat(part, length)
    if isinstance(part, Group):
        cost = _branches(part.branches, length)
        return Cost(1, cost.steps) if part.is_atomic else cost
    return ONE


def _branches(branches: tuple[Sequence, ...], length: int) -> Cost:
    """Return the cost of one of several branches.

    Of those that begin with a literal only the ones with the same first character can match at one
    place, and what follows it is looked at as branches again: 增长|增加|提高 has one way.
    """
    tails: dict[str, list[Sequence]] = {}
    others = []
    for branch in branches:
        first = branch[0] if branch else None
        if isinstance(first, Character) and first.is_literal:
            tails.setdefault(first.written, []).append(branch[1:])
        else:
            others.append(_sequence(branch, length))
    by_first = [_tails(some, length) for some in tails.values()]
    ways = sum(cost.ways for cost in others) + max((cost.ways for cost in by_first), default=0)
    steps = sum(cost.steps for cost in others) + max((cost.steps for cost in by_first), default=0)
    return Cost(ways, len(branches) + steps)


def _tails(tails: list[Sequence], length: int) -> Cost:
    return _branches(tuple(tails), length) if len(tails) > 1 else _sequence(tails[0], length)


def _repeat(repeat: Repeat, length: int) -> Cost:
    """Return the cost of a part so many times: no more than there are characters for it."""
    one = _part(repeat.part, length)
    most = WITHOUT_END if repeat.most is None else repeat.most
    if not _can_be_empty(repeat.part):
        most = min(most, length)
    least = min(repeat.least, most)
    if one.ways == 1:
        ways, times = most - least + 1, most + 1
    elif most > MOST_POWERS:
        ways = times = WITHOUT_END
    else:
        ways = sum(one.ways**count for count in range(least, most + 1))
        times = sum(one.ways**count for count in range(most + 1))
    is_possessive = repeat.manner == "+"
    steps = 1 + times * one.steps
    return Cost(1 if is_possessive else min(ways, WITHOUT_END), min(steps, WITHOUT_END))


def _can_be_empty(part: Part) -> bool:
    """Say whether a part can match without taking a character."""
    match part:
        case Character():
            return False
        case Repeat():
            return part.least == 0 or _can_be_empty(part.part)
        case Group(branches=branches, opened=opened):
            return opened in LOOKS_AROUND or any(all(map(_can_be_empty, b)) for b in branches)
    return True
