"""What reading a report gave: the corpus is joined from these."""

from dataclasses import dataclass

from baogao.content.vocabulary.glossary import Use
from baogao.records import Problem, Reading


@dataclass(frozen=True, slots=True)
class ReadingResult:
    """A report's reading, where it uses terms of the glossary, and what is wrong with it.

    `key` is a hash of all that it was read from.
    """

    reading: Reading
    uses: tuple[Use, ...]
    problems: tuple[Problem, ...]
    key: str = ""
