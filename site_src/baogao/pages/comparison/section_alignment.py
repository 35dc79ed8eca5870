"""Parts of two reports side by side: which belongs with which.

Parts of different kinds never pair. Of one kind, the two whose words are most alike pair first, as
long as they are alike at all; where both reports have only one part of a kind, these pair whatever
they say. Alike are parts that share pairs of letters which few other parts have (“聚焦” stands
everywhere, “垃圾分类” where it belongs); titles alike count in addition.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import product
from typing import NamedTuple

import numpy

ALIKE = 0.16  # below it, what two parts share is chance
OF_TITLES = 0.25  # what titles count beside the text
EXACT = 9  # decimals up to which every machine computes the same
HAN = (0x3400, 0xF8FF)  # from the first to the last; no punctuation lies between
LATIN = (ord("a"), ord("z"))
SMALL = 0x20  # the bit that makes a small letter of a Latin one
OF_LETTER, OF_TEXT = 16, 32  # where the bits of the first letter and those of the text begin
LETTERS = (1 << OF_TEXT) - 1
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

    It is the cosine of their texts, and a quarter of the likeness of their titles; these are only
    looked at where they can make two parts alike.
    """
    vectors = _vectors([part.title + part.text for part in (*older, *newer)])
    cosines = (vectors[: len(older)] @ vectors[len(older) :].T).round(EXACT).tolist()
    return [
        [
            _likeness(one, other, cosine) if one.kind == other.kind else 0.0
            for other, cosine in zip(newer, row, strict=True)
        ]
        for one, row in zip(older, cosines, strict=True)
    ]


def _likeness(one: ComparedPart, other: ComparedPart, cosine: float) -> float:
    a, b = _tidy(one.title), _tidy(other.title)
    # No more letters than these can be the same in both, in whatever order.
    most = 2 * sum(map(b.count, set(a))) / len(a + b) if a or b else 1
    if cosine + OF_TITLES * most < ALIKE:
        return cosine
    return cosine + OF_TITLES * titles(one.title, other.title)


def _vectors(texts: Sequence[str]) -> numpy.ndarray:
    """Return a row of length one for each text: what each pair of letters tells of it.

    A pair tells the more the oftener it stands there, and the fewer texts have it. What one text
    alone has makes nothing alike; it counts for the length only, and has no column.
    """
    twos, times = numpy.unique(_twos(texts), return_counts=True)
    row, letters = twos >> OF_TEXT, twos & LETTERS
    # Asked for the first places too, it merges what is in order for each text already.
    _, _, column, in_texts = numpy.unique(letters, True, True, True)
    weights = (1 + numpy.log(times)) * numpy.log(len(texts) / in_texts)[column]
    lengths = numpy.sqrt(numpy.bincount(row, weights**2, len(texts)))
    shared = in_texts > 1
    columns = shared.cumsum() - 1
    found = numpy.zeros((len(texts), shared.sum()))
    kept = shared[column]
    found[row[kept], columns[column[kept]]] = weights[kept]
    return found / numpy.where(lengths, lengths, 1)[:, None]


def _twos(texts: Sequence[str]) -> numpy.ndarray:
    """Return every two letters that stand side by side, and the place of their text, as a number.

    The sign behind each text is no letter, so none reaches over into the next.
    """
    signs = numpy.frombuffer(
        "".join(f"{text} " for text in texts).encode("utf-32-le"), numpy.uint32
    )
    small = signs | SMALL
    letter = (HAN[0] <= signs) & (signs <= HAN[1]) | (LATIN[0] <= small) & (small <= LATIN[1])
    text = numpy.repeat(numpy.arange(len(texts)), [len(text) + 1 for text in texts])
    twos = text[1:] << OF_TEXT | (signs[:-1].astype(numpy.int64) << OF_LETTER) | signs[1:]
    return twos[letter[:-1] & letter[1:]]


def titles(one: str, other: str) -> float:
    """Return how alike two titles are, from 0 to 1, without numbers, years and punctuation."""
    return SequenceMatcher(None, _tidy(one), _tidy(other), autojunk=False).ratio()


@lru_cache(1000)
def _tidy(title: str) -> str:
    return BESIDE_THE_WORDS.sub("", title)


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
