"""Quantities as readers say them. The words are the interface's own (`numbers`, `charts`)."""

from decimal import Decimal
from typing import Protocol

from baogao.content.decimal_text import grouped, plain_decimal
from baogao.content.languages import is_chinese, phrase
from baogao.corpus.observations import DOUBTFUL
from baogao.records import Observation

MINUS = "-−－"


class Quantity(Protocol):
    """What a number says: a figure, an observation, a promise."""

    @property
    def value(self) -> Decimal:
        """Return the number, of a range the lower end."""

    @property
    def value_high(self) -> Decimal | None:
        """Return the upper end of a range."""

    @property
    def unit(self) -> str:
        """Return the unit."""

    @property
    def bound(self) -> str:
        """Return the bound: eq, ge, le, approx, range."""


class Printed(Quantity, Protocol):
    """A number with its words."""

    @property
    def text(self) -> str:
        """Return the number as printed."""

    @property
    def bound_words(self) -> str:
        """Return the words of its bound, as printed."""


def number(value: Decimal) -> str:
    """Write a number with a true minus."""
    return plain_decimal(value).replace("-", "−")


def amount(value: Decimal, unit: str, strings: dict) -> str:
    """Write an amount with its unit: `1468.4亿元`, `6.8%`, `第3位`.

    It is in 万亿, 亿 or 万 where that takes no more than two decimals, except for units with a form
    of their own.
    """
    words = strings["numbers"]
    if unit in words["forms"]:
        return words["forms"][unit].format(number=number(value))
    written = _scaled(value, words)
    return words["amount"].format(number=written, unit=unit_name(unit, strings)).rstrip()


def unit_name(unit: str, strings: dict) -> str:
    """Return what a unit is called in the language of these words."""
    return phrase(unit, strings)


def _scaled(value: Decimal, words: dict) -> str:
    """Write a number in the largest magnitude that suits it."""
    for name, zeros in words["magnitudes"].items():
        if not value or value.adjusted() < zeros:
            continue
        scaled = value.scaleb(-zeros)
        # 60134元 stays as it is, 10745.5亿元 does not become 1.07455万亿元
        if scaled == round(scaled, 2):
            return _grouped(scaled, words) + name
    return _grouped(value, words)


def _grouped(value: Decimal, words: dict) -> str:
    """Write a number with its thousands grouped, where the language does so."""
    return grouped(value).replace("-", "−") if words["group"] else number(value)


def value_range(low: Decimal, high: Decimal, unit: str, strings: dict) -> str:
    """Write a range with its unit at both ends: `6%～6.5%`."""
    ends = {"low": amount(low, unit, strings), "high": amount(high, unit, strings)}
    return strings["numbers"]["range"].format(**ends)


def bound_word(bound: str, strings: dict) -> str:
    """Return the word that stands behind a bounded amount, as in `8%以上`; nothing for no bound."""
    return strings["numbers"]["bounds"].get(bound, "")


def quantity(seen: Quantity, strings: dict) -> str:
    """Write a value with its bound: `8%以上`, `6%～6.5%`, `2000亿元以上`, `−5%`."""
    if seen.value_high is not None:
        return value_range(seen.value, seen.value_high, seen.unit, strings)
    bound = bound_word(seen.bound, strings)
    # "下降10%以上" is at most −10: a bound works on the size of what is said.
    if bound and seen.value < 0:
        size = amount(-seen.value, seen.unit, strings)
        return strings["numbers"]["falling"].format(amount=size, bound=bound)
    return amount(seen.value, seen.unit, strings) + bound


def printed(seen: Printed, sentence: str, strings: dict) -> str:
    """Write a number as its sentence has it: `10745.5亿元`, `接近2.8%`, `6.5%左右`, `6%-6.5%`.

    A bound whose word does not stand beside it has the usual one; a fall whose number alone does
    not tell that it is one is said with its sign. In another language it is said in that.
    """
    if not is_chinese(strings):
        return _in_translation(seen, strings)
    if not seen.text or _falls_in_other_words(seen):
        return quantity(seen, strings)
    words = with_bound_words(seen, sentence)
    if words != seen.text or seen.value_high is not None:
        return words
    return words + bound_word(seen.bound, strings)


def _in_translation(seen: Printed, strings: dict) -> str:
    """Write a value with what its bound's words say: 接近2.8% is `nearly 2.8%`, not about it."""
    form: str = strings["phrases"].get(seen.bound_words, "")
    if not form or seen.value < 0 or seen.value_high is not None:
        return quantity(seen, strings)
    return form.format(amount=amount(seen.value, seen.unit, strings))


def with_bound_words(seen: Printed, sentence: str) -> str:
    """Return a number with the words of its bound where they stand beside it."""
    if seen.bound_words:
        for words in (seen.bound_words + seen.text, seen.text + seen.bound_words):
            if words in sentence:
                return words
    return seen.text


def _falls_in_other_words(seen: Printed) -> bool:
    return seen.value < 0 and not any(sign in seen.text for sign in MINUS)


def as_printed(seen: Observation, strings: dict) -> str:
    """Write an observation as its sentence has it."""
    return printed(seen, seen.quote, strings)


def in_chart(seen: Observation, strings: dict) -> str:
    """Write an observation as a chart shows it: with a sign where its source is doubtful."""
    sign = strings["doubt"]["sign"] if DOUBTFUL in seen.quality else ""
    return as_printed(seen, strings) + sign


def link_label(name: str, seen: Observation, strings: dict) -> str:
    """Say what a link leads to: `地区生产总值：2019年目标6.8%左右，看原句`."""
    words = strings["charts"]
    return words["link"].format(
        name=name,
        year=seen.period,
        status=words["statuses"][seen.status],
        quantity=in_chart(seen, strings),
    )
