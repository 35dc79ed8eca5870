"""What looks like a quantity and is none: names, dates, ordinals, and the limits of a class."""

import re
from bisect import bisect_right
from functools import lru_cache
from string import ascii_letters
from typing import NamedTuple

from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.reading.figures.candidate import Quantity, Veto
from baogao.reading.figures.numbers.signs import contradicted, maybe_minus
from baogao.reading.figures.vetoes.class_limits import class_limit
from baogao.reading.figures.vetoes.unreadable_numbers import (
    begins_with_nought,
    broken,
    lost_unit,
    masks,
    unknown_unit,
    watermark,
)

NAMED = re.compile(r"“[^“”\n]{0,26}”|《[^《》\n]{0,40}》")
LETTERS = frozenset(ascii_letters)
CLOSED = re.compile(r"(?:以上|左右|以内)?(?:[,。;!\n、]|$)")
REACH = 8


class Rules(NamedTuple):
    """What is compiled from nonfigures.yml.

    `behind` vetoes by what follows alone, `in_front` by what stands in front alone: each is one
    pattern with a group for each reason in `whys`. `around` are the other rules: what follows,
    what stands in front, and the reason; `maybe_around` is whatever may follow in one of them.
    """

    behind: re.Pattern[str]
    in_front: re.Pattern[str]
    whys: dict[str, str]
    around: list[tuple[re.Pattern[str], re.Pattern[str], str]]
    maybe_around: re.Pattern[str]


@lru_cache(maxsize=4)
def _rules(vocabulary: Vocabulary) -> Rules:
    rules = {f"rule{i}": rule for i, rule in enumerate(vocabulary.nonfigures)}
    return Rules(
        _any({group: rule.after for group, rule in rules.items() if not rule.before}),
        _any({group: rule.before for group, rule in rules.items() if not rule.after}),
        {group: rule.why for group, rule in rules.items()},
        [
            (rule.after, rule.before, rule.why)
            for rule in rules.values()
            if rule.before and rule.after
        ],
        _any({group: rule.after for group, rule in rules.items() if rule.before}),
    )


def _any(patterns: dict[str, re.Pattern[str] | None]) -> re.Pattern[str]:
    """Compile one pattern of many, each a group by its name."""
    named = (f"(?P<{group}>{pattern.pattern})" for group, pattern in patterns.items() if pattern)
    return re.compile("|".join(named) or "(?!)")


class Vetoes:
    """Decides for one normalised text which quantities are no figures."""

    def __init__(self, text: str, vocabulary: Vocabulary):
        self.text, self.vocabulary = text, vocabulary
        names = [match.span() for match in NAMED.finditer(text)]
        self.masks = masks(text, vocabulary)
        self.name_starts, self.name_ends = [a for a, _ in names], [b for _, b in names]

    def veto(self, quantity: Quantity) -> Veto | None:
        """Return why a quantity is no figure, or None."""
        masked = self._masked(quantity) if self.masks else None
        if found := masked or self._part_of_a_name(quantity):
            return found
        if quantity.unit or self._goes_without(quantity):
            return (
                self._listed(quantity)
                or class_limit(self.text, quantity, self.vocabulary)
                or self._unsafe(quantity)
            )
        return self._listed(quantity) or self._unitless(quantity)

    def _masked(self, quantity: Quantity) -> Veto | None:
        # the spans follow each other: the last that begins before its end
        at = bisect_right(self.masks, (quantity.end,)) - 1
        if at < 0 or self.masks[at][1] <= quantity.start:
            return None
        return Veto("masked", self.text[slice(*self.masks[at])], doubt=True)

    def _part_of_a_name(self, quantity: Quantity) -> Veto | None:
        """Return a reason where letters, a dash or quotation marks make a name: 5G, “246”."""
        text, start, end = self.text, quantity.start, quantity.number_end
        in_front = text[start - 1 : start]
        if quantity.value < 0:
            return self._below_nought(quantity)
        if in_front in LETTERS or (not quantity.unit and text[end : end + 1] in LETTERS):
            letters = watermark(text, quantity)
            if letters:
                return Veto("letters", letters, doubt=True)
            return Veto("against a letter", text[start - 1 : end + 1])
        if in_front == "-" and (dashed := self._behind_a_dash(quantity)):
            return dashed
        return self._quoted(start, end)

    def _behind_a_dash(self, quantity: Quantity) -> Veto | None:
        """Return a reason where a dash makes a name, and a doubt where it may be a minus."""
        text, start, end = self.text, quantity.start, quantity.number_end
        further = text[start - 2 : start - 1]
        if further.isalnum() and further.isascii():
            return Veto("behind a dash", text[start - 2 : end])
        if quantity.unit and maybe_minus(text, start):
            return Veto("sign", text[start - 2 : end], doubt=True)
        return None

    def _quoted(self, start: int, end: int) -> Veto | None:
        named = bisect_right(self.name_starts, start) - 1
        if named >= 0 and end <= self.name_ends[named]:
            words = self.text[self.name_starts[named] : self.name_ends[named]]
            return Veto("in quotation marks", words)
        return None

    def _below_nought(self, quantity: Quantity) -> Veto | None:
        """Return a doubt where a minus sign contradicts its verb: 下降|-3.9%."""
        fallen = contradicted(self.text, quantity.start, self.vocabulary)
        return Veto("sign", fallen, doubt=True) if fallen else None

    def _goes_without(self, quantity: Quantity) -> bool:
        """Say whether a number needs no unit: a fraction, or a large one that ends its clause.

        点击量近4000万.
        """
        if quantity.form in ("fraction", "ratio"):
            return True
        if quantity.size == 1 or quantity.form != "plain":
            return False
        return CLOSED.match(self.text, quantity.end) is not None

    def _unitless(self, quantity: Quantity) -> Veto:
        if told := lost_unit(self.text, quantity, self.vocabulary):
            return Veto("unit", told, doubt=True)
        if unknown := unknown_unit(self.text, quantity):
            return Veto("unit", unknown, doubt=True)
        return Veto("no unit", self.text[quantity.number_end : quantity.number_end + 2])

    def _unsafe(self, quantity: Quantity) -> Veto | None:
        if words := broken(self.text, quantity):
            return Veto("join", words, doubt=True)
        if words := begins_with_nought(self.text, quantity):
            return Veto("zeros", words, doubt=True)
        return None

    def _listed(self, quantity: Quantity) -> Veto | None:
        """Return the reason of nonfigures.yml that fits what stands around a number."""
        if quantity.form == "rank" and quantity.unit != "位":
            return Veto("an ordinal without 位")
        if quantity.unit == "年":  # a span, no date: 平均受教育年限10.5年
            return None
        text, start, end = self.text, quantity.start, quantity.number_end
        begin, rules = max(0, start - REACH), _rules(self.vocabulary)
        found = rules.behind.match(text, end) or rules.in_front.search(text, begin, start)
        if found:
            return Veto(rules.whys[found.lastgroup or ""], found[0])
        if not rules.maybe_around.match(text, end):
            return None
        for behind, in_front, why in rules.around:
            if behind.match(text, end) and (found := in_front.search(text, begin, start)):
                return Veto(why, found[0])
        return None
