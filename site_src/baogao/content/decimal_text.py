"""Numbers as people read them."""

from decimal import Context, Decimal, InvalidOperation

from baogao.content.limits import LARGEST_POWER, MOST_DIGITS

SIGNIFICANT = Context(prec=MOST_DIGITS)


def exact(written: object) -> Decimal | None:
    """Return a number exactly as a person wrote it.

    None where it is no number, or has more digits or a larger power of ten than any report has.
    """
    if isinstance(written, bool):
        return None
    try:
        number = Decimal(str(written))
    except InvalidOperation:
        return None
    if not number.is_finite() or _digits(number) > MOST_DIGITS:
        return None
    return number if not number or abs(number.adjusted()) <= LARGEST_POWER else None


def rounded(value: Decimal) -> Decimal:
    """Return a number with no more digits than a double holds: digits beyond say nothing.

    Such digits come from converting units.
    """
    return value if _digits(value) <= MOST_DIGITS else SIGNIFICANT.plus(value)


def plain_decimal(value: Decimal) -> str:
    """Return an exact number without an exponent or closing zeros that say nothing."""
    text = str(value)  # takes a fifth of the time of `format`
    if "E" in text:
        text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def grouped(value: Decimal) -> str:
    """Return an exact number with its thousands grouped: `146,840,000,000`."""
    text = plain_decimal(value)
    whole, _, fraction = text.partition(".")
    if whole == "-0":
        return text
    return f"{int(whole):,}" + (f".{fraction}" if fraction else "")


def quantity(low: Decimal, high: Decimal | None, unit: str) -> str:
    """Return a value or a range with its unit."""
    number = grouped(low) if high is None else f"{grouped(low)}–{grouped(high)}"
    if not unit or unit.startswith((":", "%", "‰")):
        return number + unit
    return f"{number} {unit}"


def _digits(number: Decimal) -> int:
    return len(number.as_tuple().digits)
