"""Records of which there are hundreds of thousands, packed for another process or day by their constructor.

What dataclasses with slots do by themselves asks for the list of their fields each time, and takes twice as long.
"""
from dataclasses import fields
from operator import attrgetter
from typing import TypeVar

Record = TypeVar("Record", bound=type)


def packed(record: Record) -> Record:
    """Let a dataclass be pickled as its constructor and the values of its fields."""
    values = attrgetter(*(field.name for field in fields(record)))
    record.__reduce__ = lambda self: (record, values(self))
    return record
