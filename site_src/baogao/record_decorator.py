"""Records: frozen dataclasses with slots, packed for another process or day by their constructor.

There are hundreds of thousands of them. What dataclasses with slots do by themselves to pack one
asks for the list of its fields each time, which takes twice as long; to refuse at run time that a
field is set takes eight times as long for each record made. So mypy alone holds that nobody does.
"""

import gc
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

Record = TypeVar("Record")
MANY = 100_000


@dataclass_transform(frozen_default=True)
def record(described: type[Record]) -> type[Record]:
    """Make a class a record: frozen, with slots, pickled as its constructor and field values."""
    made: Any = dataclass(slots=True, unsafe_hash=True)(described)
    names = [field.name for field in fields(made)]
    if len(names) > 1:
        values = attrgetter(*names)
        made.__reduce__ = lambda self: (made, values(self))
    else:
        value = attrgetter(names[0])
        made.__reduce__ = lambda self: (made, (value(self),))
    result: type[Record] = made
    return result


def collect_garbage_seldom() -> None:
    """Let Python look for garbage in circles after very many records only: they are in none."""
    gc.set_threshold(MANY, 20, 20)
