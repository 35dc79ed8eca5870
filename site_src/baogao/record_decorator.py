"""Records: frozen dataclasses with slots, packed for another process or day by their constructor.

There are hundreds of thousands of them. What dataclasses with slots do by themselves asks for the
list of their fields each time, which takes twice as long.
"""

from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

Record = TypeVar("Record")


@dataclass_transform(frozen_default=True)
def record(described: type[Record]) -> type[Record]:
    """Make a class a record: frozen, with slots, pickled as its constructor and field values."""
    made: Any = dataclass(frozen=True, slots=True)(described)
    names = [field.name for field in fields(made)]
    if len(names) > 1:
        values = attrgetter(*names)
        made.__reduce__ = lambda self: (made, values(self))
    else:
        value = attrgetter(names[0])
        made.__reduce__ = lambda self: (made, (value(self),))
    result: type[Record] = made
    return result
