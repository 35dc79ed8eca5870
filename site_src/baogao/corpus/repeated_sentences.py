"""Which sentences of a report stand in another one: as they were, nearly, or not at all.

A sentence is held against the one of the other report that is most like it, by the pairs of letters
that both have; a pair weighs the more the fewer sentences have it, so that 加快推进 tells less than
无废城市. Letters and digits count, punctuation does not. The limits were set on 341 sentences that
were judged by reading them.
"""

from collections.abc import Sequence

import numpy

from baogao.record_decorator import record

REPEATED, NEAR, NEW = STANDINGS = ("repeated", "near", "new")
# What both have, of the mean of what either has, in which a sentence's own words weigh more: from
# here it is nearly as it was.
OWN, ALIKE = 0.7, 0.4
# It may be less where nearly the whole other sentence stands in it.
SOME, OF_THE_OTHER = 0.2, 0.75
BITS = 21  # of a character

Pairs = tuple[numpy.ndarray, numpy.ndarray]  # pairs of letters as numbers, and their texts'


@record
class Standing:
    """How a sentence stands in another report, and the place of the one there that is like it."""

    standing: str
    place: int | None = None


def standings(older: Sequence[str], newer: Sequence[str]) -> list[Standing]:
    """Return how each of the newer sentences stands among the older; all are letters alone."""
    places = {words: place for place, words in reversed(list(enumerate(older)))}
    if not older or not newer:
        return [Standing(NEW)] * len(newer)
    best, likeness, contained, of_other = _nearest(older, newer)
    near = (likeness >= ALIKE) | ((of_other >= OF_THE_OTHER) & (contained >= SOME))
    return [
        Standing(REPEATED, places[words])
        if words in places
        else Standing(NEAR, int(place))
        if is_near
        else Standing(NEW)
        for words, place, is_near in zip(newer, best, near, strict=True)
    ]


def _nearest(
    older: Sequence[str], newer: Sequence[str]
) -> tuple[numpy.ndarray, numpy.ndarray, numpy.ndarray, numpy.ndarray]:
    """Return for each newer sentence the place of the older one that is most like it.

    Further how like it is, what share of its own pairs both have, and what share of the other's.
    """
    pairs = _pairs(older), _pairs(newer)
    every, times = numpy.unique(numpy.concatenate([pair for pair, _ in pairs]), return_counts=True)
    weights = numpy.sqrt(numpy.log((len(older) + len(newer) + 1) / times))
    of_older, of_newer = (
        numpy.maximum(1, numpy.bincount(text, weights[numpy.searchsorted(every, pair)], len(texts)))
        for (pair, text), texts in zip(pairs, (older, newer), strict=True)
    )
    weighed = weights[numpy.searchsorted(every, pairs[1][0])]
    common = _common(*pairs, weighed, len(older), len(newer))
    likeness = common / (OWN * of_newer[:, None] + (1 - OWN) * of_older[None, :])
    best, each = likeness.argmax(axis=1), numpy.arange(len(newer))
    shared = common[each, best]
    return best, likeness[each, best], shared / of_newer, shared / of_older[best]


def _pairs(texts: Sequence[str]) -> Pairs:
    """Return the pairs of letters of texts as numbers in order, each with its text, each once."""
    signs = numpy.frombuffer("\n".join(texts).encode("utf-32-le"), numpy.uint32).astype(numpy.int64)
    text = numpy.cumsum(signs == ord("\n"))
    inside = (signs[:-1] != ord("\n")) & (signs[1:] != ord("\n"))
    pair = (signs[:-1] << BITS | signs[1:])[inside]
    text = text[:-1][inside]
    order = numpy.lexsort((text, pair))
    pair, text = pair[order], text[order]
    first = numpy.ones(len(pair), bool)
    first[1:] = (pair[1:] != pair[:-1]) | (text[1:] != text[:-1])
    return pair[first], text[first]


def _common(
    older: Pairs, newer: Pairs, weights: numpy.ndarray, many_older: int, many_newer: int
) -> numpy.ndarray:
    """Return the weight of the pairs that each newer text has in common with each older one.

    `weights` are of the pairs of the newer texts.
    """
    begin = numpy.searchsorted(older[0], newer[0], "left")
    times = numpy.searchsorted(older[0], newer[0], "right") - begin
    ends = numpy.cumsum(times)
    within = numpy.arange(ends[-1] if len(ends) else 0) - numpy.repeat(ends - times, times)
    places = numpy.repeat(newer[1], times) * many_older
    places += older[1][numpy.repeat(begin, times) + within]
    found = numpy.bincount(places, numpy.repeat(weights, times), many_older * many_newer)
    return found.reshape(many_newer, many_older)
