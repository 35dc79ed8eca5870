"""Parts of two reports side by side: which belongs with which.

Parts of different kinds never pair. Of one kind, the two whose words are most alike pair first, as long as they are alike
at all; where both reports have only one part of a kind, these pair whatever they say. Alike are parts that share pairs of
letters which few other parts have (“聚焦” stands everywhere, “垃圾分类” where it belongs); titles alike count in addition.
"""

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise, product
from math import fsum, log, sqrt
from operator import mul
from typing import NamedTuple

ALIKE = 0.16  # below it, what two parts share is chance
OF_TITLES = 0.25  # what titles count beside the text
NOT_WORDS = re.compile(r"[\W\d_]+")
NUMBER = re.compile(r"^[（(]?[一二三四五六七八九十\d]+[）)、.．]|20\d\d年?|[\W_]+")


class Part(NamedTuple):
    """A part by what pairs it: its kind, its title and its text."""

    kind: str
    title: str
    text: str


Pair = tuple[int | None, int | None]


def pairs(older: Sequence[Part], newer: Sequence[Part]) -> list[Pair]:
    """Return the places of the parts that belong together, in the newer report's order; what stands alone has None beside it.

    A part that the newer report dropped stands after the one that it followed.
    """
    kinds = [Counter(part.kind for part in parts) for parts in (older, newer)]
    only = {kind for kind, number in kinds[0].items() if number == kinds[1][kind] == 1}
    choice = kinds[0].keys() & kinds[1].keys() - only
    alike = likenesses(older, newer) if choice else [[ALIKE] * len(newer)] * len(older)
    chances = []
    for i, j in product(range(len(older)), range(len(newer))):
        if older[i].kind == newer[j].kind and (older[i].kind in only or alike[i][j] >= ALIKE):
            chances.append((-alike[i][j], abs(i - j), i, j))
    partner: dict[int, int] = {}
    for _, _, i, j in sorted(chances):
        if i not in partner and j not in partner.values():
            partner[i] = j
    return _in_order(len(older), len(newer), partner)


def likenesses(older: Sequence[Part], newer: Sequence[Part]) -> list[list[float]]:
    """Return how alike each older part is to each newer one of its kind: the cosine of their texts, and a quarter of the likeness of their titles."""
    counts = [Counter(_twos(part.title + part.text)) for part in (*older, *newer)]
    parts = Counter(two for count in counts for two in count)
    logs = [0.0, *(log(len(counts) / number) for number in range(1, len(counts) + 1))]
    rare = {two: logs[number] for two, number in parts.items()}
    vectors = [
        {
            two: (1 + log(times)) * rare[two] if times > 1 else rare[two]
            for two, times in count.items()
        }
        for count in counts
    ]
    sizes = [sqrt(fsum(map(mul, vector.values(), vector.values()))) for vector in vectors]

    def cosine(i: int, j: int) -> float:
        one, other = vectors[i], vectors[j]
        both = one.keys() & other.keys()
        shared = fsum(
            map(mul, map(one.get, both), map(other.get, both))
        )  # exact: in whatever order they come
        return shared / (sizes[i] * sizes[j]) if shared else 0.0

    return [
        [
            cosine(i, len(older) + j) + OF_TITLES * titles(one.title, other.title)
            if one.kind == other.kind
            else 0.0
            for j, other in enumerate(newer)
        ]
        for i, one in enumerate(older)
    ]


def titles(one: str, other: str) -> float:
    """Return how alike two titles are, from 0 to 1, without their numbers, years and punctuation."""
    return SequenceMatcher(
        None, *(NUMBER.sub("", title) for title in (one, other)), autojunk=False
    ).ratio()


def _twos(text: str) -> list[str]:
    return [first + second for words in NOT_WORDS.split(text) for first, second in pairwise(words)]


def _in_order(older: int, newer: int, partner: dict[int, int]) -> list[Pair]:
    back = {j: i for i, j in partner.items()}
    found: list[Pair] = [(back.get(j), j) for j in range(newer)]
    for i in (i for i in range(older) if i not in partner):
        before = next((at for at, (k, _) in enumerate(found) if k == i - 1), -1) if i else -1
        found.insert(before + 1, (i, None))
    return found
