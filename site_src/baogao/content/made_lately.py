"""What a function made of the last few values, kept for those that ask for the same soon after."""

from collections.abc import Callable
from typing import Any, TypeVar

Made = TypeVar("Made", bound=Callable[..., Any])


def made_lately(most: int) -> Callable[[Made], Made]:
    """Let a function keep as many results, told apart by where what it was given lies in memory.

    For values that are large and never change: to compare or to hash them takes too long.
    """

    def keeping(make: Any) -> Any:
        kept: dict[tuple[int, ...], tuple[Any, Any]] = {}

        def made(*given: Any) -> Any:
            key = tuple(map(id, given))
            if key not in kept:
                kept[key] = given, make(*given)  # what was given stays: its place is not used again
                if len(kept) > most:
                    del kept[next(iter(kept))]
            return kept[key][1]

        made.__doc__ = make.__doc__
        return made

    return keeping
