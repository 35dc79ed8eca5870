"""A report as it was read: what the corpus is joined from."""

from dataclasses import dataclass

from baogao.content.glossary import Use
from baogao.records import Problem, Reading


@dataclass(frozen=True, slots=True)
class Read:
    """A report read: its reading, where it uses terms of the glossary, what is wrong with it; `key` tells what it was read from."""

    reading: Reading
    uses: tuple[Use, ...]
    problems: tuple[Problem, ...]
    key: str = ""
