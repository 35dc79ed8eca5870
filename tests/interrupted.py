"""A program for tests: for each line `NUMBER HOW FOLDER` write a site in a process that kills
itself at the nth step.

A step is anything done to the disk; a file that is written is two, before it is made and half
written. HOW is `exchange`, or `renames`: without the system's exchange of folders. Its answer is a
line with how the process ended.
"""

import os
import signal
import sys
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "site_src"))
from baogao.content.files.folder_ownership import NO_JEKYLL
from baogao.engine import next_site, replace_site, swap_folders

CHANGING = ("mkdir", "link", "unlink", "rmdir", "rename", "replace")


def made(path: Path) -> None:
    """Write a file as those of the downloads are written: to its place, in several steps."""
    with next_site.open(path, "wb") as file:
        file.write(b"packed " * 3)


OLD = [
    (NO_JEKYLL, b""),
    ("index.html", b"old"),
    ("data/all.zip", made),
    *((f"reports/{n}/index.html", b"report %d" % n) for n in range(8)),
    *((f"gone/{n}.html", b"gone") for n in range(4)),
]
NEW = [
    (NO_JEKYLL, b""),
    ("index.html", b"the new one"),
    ("data/all.zip", made),
    ("data/more/rows.csv", b"1,2\n"),
    *((f"reports/{n}/index.html", b"report %d%s" % (n, b" changed" * (n == 2))) for n in range(9)),
]


class Disk:
    """Counts what is done to the disk, and does `last` at the nth."""

    def __init__(self, number: int, last):
        self.counted, self.number, self.last = count(1), number, last
        self.done = 0

    def step(self) -> None:
        """Count one, and end at the nth."""
        self.done = next(self.counted)
        if self.done == self.number:
            self.last()

    def counting(self, call):
        """Return the call with a step before it."""

        def counted(*arguments, **options):
            self.step()
            return call(*arguments, **options)

        return counted

    def open(self, path, mode="r", **options):
        """Open a file; writing to it is two steps."""
        if "r" in mode:
            return open(path, mode, **options)
        self.step()
        return Half(open(path, mode, buffering=0), self.step)


class Half:
    """A file whose writing is counted when half is written."""

    def __init__(self, file, step):
        self.file, self.step = file, step

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.file.close()

    def write(self, data: bytes) -> None:
        """Write half, count, and write the rest."""
        self.file.write(data[: len(data) // 2])
        self.step()
        self.file.write(data[len(data) // 2 :])


def watched(disk: Disk, patch) -> None:
    """Let every change of the disk that the writer makes pass by `disk`."""
    for name in CHANGING:
        patch(os, name, disk.counting(getattr(os, name)))
    patch(next_site, "open", disk.open)
    patch(swap_folders, "exchange", disk.counting(swap_folders.exchange))


def write(number: int, how: str, folder: str) -> None:
    """Write the new site, and be killed at the nth step."""
    if how == "renames":
        swap_folders.exchange = lambda *_: False
    watched(Disk(number, lambda: os.kill(os.getpid(), signal.SIGKILL)), setattr)
    output = Path(folder) / "build"
    with replace_site.locked(output, print):
        replace_site.replace_site(output, lambda site: [site.put(NEW)])


def main() -> None:
    """Answer line by line."""
    for line in sys.stdin:
        number, how, folder = line.rstrip("\n").split(" ", 2)
        child = os.fork()
        if not child:
            write(int(number), how, folder)
            os._exit(0)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


if __name__ == "__main__":
    main()
