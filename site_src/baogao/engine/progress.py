"""What a person at the terminal sees of the work: stages with times, a bar where they watch."""

import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import groupby
from typing import TypeVar

from baogao.content.limits import MOST_SHOWN
from baogao.content.problem_printing import line_of, printable
from baogao.records import Problem

Item = TypeVar("Item")


class Progress:
    """Prints stages and problems to standard error.

    `quiet` prints problems only, `profile` also where the time goes.
    """

    def __init__(self, quiet: bool = False, profile: bool = False):
        self.quiet = quiet
        self.profile = profile
        self.watched = not quiet and sys.stderr.isatty()
        self.began = time.perf_counter()
        self.seconds: dict[str, float] = defaultdict(float)  # of work, by what it was for

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

    def spent(self, seconds: Mapping[str, float]) -> None:
        """Add seconds that a process worked, by what for."""
        for purpose, more in seconds.items():
            self.seconds[purpose] += more

    def done(self, message: str) -> None:
        """Print the closing line with the time of everything.

        With `profile`, what the parts were made of comes before it.
        """
        if self.profile:
            for purpose, seconds in sorted(self.seconds.items(), key=lambda one: -one[1]):
                self.say(f"    {purpose:<12}{seconds:6.2f} s of work")
        self.say(f"{message} in {time.perf_counter() - self.began:.2f} s")

    def say(self, message: str) -> None:
        """Print a line, unless quiet."""
        if not self.quiet:
            print(message, file=sys.stderr, flush=True)

    @staticmethod
    def problems(found: Iterable[Problem]) -> None:
        """Print problems, sorted by file and line; of a file with very many the first."""
        in_order = sorted(set(found), key=lambda p: (p.path, p.line, p.message))
        for path, of_file in groupby(in_order, key=lambda p: p.path):
            problems = list(of_file)
            for problem in problems[:MOST_SHOWN]:
                print(line_of(problem), file=sys.stderr)
            if len(problems) > MOST_SHOWN:
                more = f"{path}: and {len(problems) - MOST_SHOWN} more"
                print(printable(more), file=sys.stderr)
