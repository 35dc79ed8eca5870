"""Numbers as people read them."""
from decimal import Context, Decimal, InvalidOperation

from baogao.content.limits import LARGEST_POWER, MOST_DIGITS

SIGNIFICANT = Context(prec=MOST_DIGITS)


def exact(written: object) -> Decimal | None:
    """Return a number exactly as a person wrote it, None where it is none, or one that no report has."""
    try:
        number = Decimal(str(written))
    except InvalidOperation:
        return None
    if isinstance(written, bool) or not number.is_finite() or len(number.as_tuple().digits) > MOST_DIGITS:
        return None
    return number if not number or abs(number.adjusted()) <= LARGEST_POWER else None


def rounded(value: Decimal) -> Decimal:
    """Return a number with no more digits than a double holds: where units are converted, the rest says nothing."""
    return value if len(value.as_tuple().digits) <= MOST_DIGITS else SIGNIFICANT.plus(value)


def plain(value: Decimal) -> str:
    """Return an exact number without an exponent or closing zeros that say nothing."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def grouped(value: Decimal) -> str:
    """Return an exact number with its thousands grouped: `146,840,000,000`."""
    whole, _, part = plain(value).partition(".")
    return f"{int(whole):,}" + (f".{part}" if part else "") if whole not in ("-0",) else plain(value)


def quantity(low: Decimal, high: Decimal | None, unit: str) -> str:
    """Return a value or a range with its unit."""
    number = grouped(low) if high is None else f"{grouped(low)}–{grouped(high)}"
    return number + (unit if unit.startswith((":", "%", "‰")) else f" {unit}" if unit else "")
