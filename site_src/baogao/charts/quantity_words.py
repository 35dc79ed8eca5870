"""Quantities as readers say them. The words are the interface's own (`numbers`, `charts`)."""

from decimal import Decimal

from baogao.content.decimal_text import grouped, plain_decimal
from baogao.content.languages import phrase
from baogao.records import Observation


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


def quantity(seen: Observation, strings: dict) -> str:
    """Write an observation's value with its bound: `8%以上`, `6%～6.5%`, `2000亿元以上`, `−5%`."""
    if seen.value_high is not None:
        return value_range(seen.value, seen.value_high, seen.unit, strings)
    bound = bound_word(seen.bound, strings)
    # "下降10%以上" is at most −10: a bound works on the size of what is said.
    if bound and seen.value < 0:
        size = amount(-seen.value, seen.unit, strings)
        return strings["numbers"]["falling"].format(amount=size, bound=bound)
    return amount(seen.value, seen.unit, strings) + bound


def link_label(name: str, seen: Observation, strings: dict) -> str:
    """Say what a link leads to: `地区生产总值：2019年目标6.8%左右，看原句`."""
    words = strings["charts"]
    return words["link"].format(
        name=name,
        year=seen.period,
        status=words["statuses"][seen.status],
        quantity=quantity(seen, strings),
    )
