"""What a person at the terminal sees of the work: stages with their times, a bar where they watch."""
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from typing import TypeVar

from baogao.content.limits import MOST_SHOWN
from baogao.content.messages import line_of, printable
from baogao.records import Problem

Item = TypeVar("Item")


class Progress:
    """Prints stages and problems to standard error; `quiet` prints problems only, `profile` also where the time goes."""

    def __init__(self, quiet: bool = False, profile: bool = False):
        self.quiet, self.profile, self.purposes = quiet, profile, Counter()
        self.watched = not quiet and sys.stderr.isatty()
        self.began = time.perf_counter()

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time a stage and print its name and seconds when it ends."""
        start = time.perf_counter()
        yield
        self.say(f"  {name:<14}{time.perf_counter() - start:6.2f} s")

    def each(self, items: Iterable[Item], total: int, name: str) -> Iterator[Item]:
        """Yield the items, with a bar where a person watches."""
        if not self.watched:
            yield from items
            return
        from tqdm import tqdm  # only where somebody sees it
        yield from tqdm(items, total=total, desc=f"  {name}", leave=False, unit="")

    def spent(self, seconds: Counter) -> None:
        """Add seconds that a process worked, by what for."""
        self.purposes.update(seconds)

    def done(self, message: str) -> None:
        """Print the closing line with the time of everything; before it, with `profile`, what the parts were made of."""
        for purpose, seconds in self.purposes.most_common() if self.profile else ():
            self.say(f"    {purpose:<12}{seconds:6.2f} s of work")
        self.say(f"{message} in {time.perf_counter() - self.began:.2f} s")

    def say(self, message: str) -> None:
        """Print a line, unless quiet."""
        if not self.quiet:
            print(message, file=sys.stderr, flush=True)

    @staticmethod
    def problems(found: Iterable[Problem]) -> None:
        """Print problems, sorted by file and line; of a file with very many the first."""
        for path, of_file in groupby(sorted(set(found), key=lambda p: (p.path, p.line, p.message)), key=lambda p: p.path):
            of_file = list(of_file)
            for problem in of_file[:MOST_SHOWN]:
                print(line_of(problem), file=sys.stderr)
            if len(of_file) > MOST_SHOWN:
                print(printable(f"{path}: and {len(of_file) - MOST_SHOWN} more"), file=sys.stderr)
