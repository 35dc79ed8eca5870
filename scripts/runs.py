"""Whole processes, measured.

Seconds on the wall, seconds of processor, the most memory of the largest.
"""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

UNIT = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss
LOOKED = 0.2  # seconds between two looks at the processes' memory


@dataclass(frozen=True, slots=True)
class Run:
    """What a command and all its children took.

    `memory` is the largest of them in bytes, `said` what it printed.
    """

    wall: float
    cpu: float
    memory: int
    said: str = ""


class Failed(Exception):
    """A command that was measured ended with an error."""


@dataclass(slots=True)
class Looks:
    """The most memory of each program among a process and its descendants.

    They are looked at from time to time; on Linux only.
    """

    most: dict[str, int] = field(default_factory=dict)

    def look(self, process: int, ended: threading.Event) -> None:
        """Look until the process has ended."""
        while not ended.wait(LOOKED):
            for number in descendants(process):
                try:
                    status = dict(
                        line.split(":", 1)
                        for line in Path(f"/proc/{number}/status").read_text().splitlines()
                    )
                    most = int(status["VmHWM"].split()[0]) * 1024
                except (OSError, KeyError):  # it has just ended
                    continue
                name = status["Name"].strip()
                self.most[name] = max(self.most.get(name, 0), most)


def descendants(process: int) -> Iterator[int]:
    """Yield a process and all below it."""
    yield process
    for path in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            children = path.read_text().split()
        except OSError:
            continue
        for child in children:
            yield from descendants(int(child))


def run(
    command: list[str | Path], folder: Path, environment: dict[str, str], looks: Looks | None = None
) -> Run:
    """Run a command to its end; raise `Failed` with what it said where that is an error."""
    begun, ended = time.perf_counter(), threading.Event()
    with (
        open(os.devnull) as nothing,
        subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=nothing,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        ) as process,
    ):
        if looks is not None:
            threading.Thread(target=looks.look, args=(process.pid, ended), daemon=True).start()
        said = process.stdout.read().decode("utf-8", "replace")
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        ended.set()
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Failed(
            f"{' '.join(map(str, command))}: ended with {process.returncode}\n{said[-2000:]}"
        )
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * UNIT, said)
