"""Records: frozen dataclasses with slots, packed for another process or day by their constructor.

There are hundreds of thousands of them, and what dataclasses with slots do by themselves asks for the list of their fields
each time, which takes twice as long.
"""
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import TypeVar, dataclass_transform

Record = TypeVar("Record", bound=type)


@dataclass_transform(frozen_default=True)
def record(described: Record) -> Record:
    """Make a class a record: frozen, with slots, pickled as its constructor and the values of its fields."""
    made = dataclass(frozen=True, slots=True)(described)
    names = [field.name for field in fields(made)]
    values = attrgetter(*names) if len(names) > 1 else lambda self: (getattr(self, names[0]),)
    made.__reduce__ = lambda self: (made, values(self))
    return made
