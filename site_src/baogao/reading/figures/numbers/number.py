"""A number as it is written, without its unit."""

from decimal import Decimal
from typing import NamedTuple


class Number(NamedTuple):
    """A number at `start`..`end`, and how it is written.

    `values` are its parts: one, or those of a ratio or a range. `form` is plain, ratio, fraction,
    percent, doubling or times; `size` what its magnitude multiplies by; `glued` a fuzzy word inside
    (`2万多`), or "". `unit` is what the words of the number tell (百分之五: %); `spelt` marks
    amounts in Chinese numerals.
    """

    start: int
    end: int
    values: tuple[Decimal, ...]
    form: str = "plain"
    size: int = 1
    glued: str = ""
    unit: str = ""
    spelt: bool = False
