"""Numbers as people read them."""
from decimal import Decimal


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
