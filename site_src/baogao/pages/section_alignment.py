"""Parts of two reports side by side: which belongs with which.

Parts of different kinds never pair. Of one kind, the two whose words are most alike pair first, as
long as they are alike at all; where both reports have only one part of a kind, these pair whatever
they say. Alike are parts that share pairs of letters which few other parts have (“聚焦” stands
everywhere, “垃圾分类” where it belongs); titles alike count in addition.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise, product
from math import fsum, log, sqrt
from operator import mul
from typing import NamedTuple

ALIKE = 0.16  # below it, what two parts share is chance
OF_TITLES = 0.25  # what titles count beside the text
NOT_WORDS = re.compile(r"[\W\d_]+")
# What tells nothing of a title: `一、2018年工作回顾` is `工作回顾`.
BESIDE_THE_WORDS = re.compile(
    r"""
      ^[（(]?[一二三四五六七八九十\d]+[）)、.．]  # the number of the heading: （二） or 3.
    | 20\d\d年?  # a year
    | [\W_]+  # punctuation
    """,
    re.VERBOSE,
)


class ComparedPart(NamedTuple):
    """A part by what pairs it: its kind, its title and its text."""

    kind: str
    title: str
    text: str


Pair = tuple[int | None, int | None]


def pairs(older: Sequence[ComparedPart], newer: Sequence[ComparedPart]) -> list[Pair]:
    """Return the places of the parts that belong together, in the newer report's order.

    What stands alone has None beside it. A part that the newer report dropped stands after the one
    that it followed.
    """
    partner: dict[int, int] = {}
    for _, _, i, j in sorted(_chances(older, newer)):
        if i not in partner and j not in partner.values():
            partner[i] = j
    return _in_order(len(older), len(newer), partner)


def _chances(
    older: Sequence[ComparedPart], newer: Sequence[ComparedPart]
) -> Iterator[tuple[float, int, int, int]]:
    """Yield the places of two parts that may pair, behind what says how well; the best is least."""
    one, other = (Counter(part.kind for part in parts) for parts in (older, newer))
    only = {kind for kind, number in one.items() if number == other[kind] == 1}
    choice = one.keys() & other.keys() - only
    alike = likenesses(older, newer) if choice else [[ALIKE] * len(newer)] * len(older)
    for i, j in product(range(len(older)), range(len(newer))):
        if older[i].kind == newer[j].kind and (older[i].kind in only or alike[i][j] >= ALIKE):
            yield -alike[i][j], abs(i - j), i, j


def likenesses(older: Sequence[ComparedPart], newer: Sequence[ComparedPart]) -> list[list[float]]:
    """Return how alike each older part is to each newer one of its kind.

    It is the cosine of their texts, and a quarter of the likeness of their titles.
    """
    vectors = _vectors([*older, *newer])
    behind = vectors[len(older) :]
    return [
        [
            _cosine(vector, another) + OF_TITLES * titles(one.title, other.title)
            if one.kind == other.kind
            else 0.0
            for other, another in zip(newer, behind, strict=True)
        ]
        for one, vector in zip(older, vectors[: len(older)], strict=True)
    ]


class _Vector(NamedTuple):
    """A text by how often it has each pair of letters, and how rare that is; and its length."""

    weights: dict[str, float]
    size: float


def _vectors(parts: Sequence[ComparedPart]) -> list[_Vector]:
    counts = [Counter(_twos(part.title + part.text)) for part in parts]
    in_parts = Counter(two for count in counts for two in count)
    logs = [0.0, *(log(len(counts) / number) for number in range(1, len(counts) + 1))]
    rare = {two: logs[number] for two, number in in_parts.items()}
    return [_vector(count, rare) for count in counts]


def _vector(count: Counter[str], rare: Mapping[str, float]) -> _Vector:
    weights = {
        two: (1 + log(times)) * rare[two] if times > 1 else rare[two]
        for two, times in count.items()
    }
    return _Vector(weights, sqrt(fsum(map(mul, weights.values(), weights.values()))))


def _cosine(one: _Vector, other: _Vector) -> float:
    both = one.weights.keys() & other.weights.keys()
    # `fsum` is exact: it gives the same in whatever order the pairs come.
    mine, others = (map(vector.weights.__getitem__, both) for vector in (one, other))
    shared = fsum(map(mul, mine, others))
    return shared / (one.size * other.size) if shared else 0.0


def titles(one: str, other: str) -> float:
    """Return how alike two titles are, from 0 to 1, without numbers, years and punctuation."""
    a, b = (BESIDE_THE_WORDS.sub("", title) for title in (one, other))
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def _twos(text: str) -> list[str]:
    return [first + second for words in NOT_WORDS.split(text) for first, second in pairwise(words)]


def _in_order(older: int, newer: int, partner: dict[int, int]) -> list[Pair]:
    """Return all places; a dropped part stands after the one that it followed, or first."""
    back = {j: i for i, j in partner.items()}
    found: list[Pair] = [(back.get(j), j) for j in range(newer)]
    for i in range(older):
        if i not in partner:
            olders = [k for k, _ in found]
            before = olders.index(i - 1) if i else -1
            found.insert(before + 1, (i, None))
    return found
