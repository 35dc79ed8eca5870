"""baogao and its peers timed in turn on the same reports.

The runs that every number of `scripts/bench_build` comes from.
"""

import filecmp
import os
import shutil
import sys
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import peers
from edits import corrections, edit
from runs import Failed, Looks, Run, run

ROOT = Path(__file__).resolve().parent.parent
PLAIN = ("charts", "search", "downloads")  # left out, what the peers do remains
DOWNLOADS = "downloads"
ONE = ("search", DOWNLOADS)  # left out, what one report has of its own remains
READINGS = "readings"  # where the cache keeps the figures of each report
Runs = dict[str, list[Run]]


@dataclass(frozen=True, slots=True)
class Site:
    """A place that baogao builds into, with a cache of its own."""

    content: Path
    folder: Path

    @property
    def output(self) -> Path:
        """The site itself."""
        return self.folder / "site"

    def clean(self) -> "Site":
        """Delete site and cache."""
        shutil.rmtree(self.folder, ignore_errors=True)
        return self

    def build(self, *without: str, looks: Looks | None = None) -> Run:
        """Build, and return what it took."""
        arguments = {
            "--content": self.content,
            "--output": self.output,
            "--cache": self.folder / "cache",
        }
        if without:
            arguments["--without"] = ",".join(without)
        program = [sys.executable, "-m", "baogao", "build", "--profile"]
        command = [*program, *chain(*arguments.items())]
        name = f"baogao {self.folder.name} {len(self.reports)}"
        return timed(name, lambda: run(command, ROOT, ours(), looks))

    @property
    def reports(self) -> list[Path]:
        """Where the reports are."""
        return sorted(self.content.glob("reports/*/*.md"))


def ours() -> dict[str, str]:
    """Return the environment that baogao runs in, byte code kept as in daily use."""
    return {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"} | {
        "PYTHONPATH": str(ROOT / "site_src")
    }


def timed(name: str, work: Callable[[], Run]) -> Run:
    """Return what a run took, and say so.

    What earlier ones left to be written is on the disk before it begins.
    """
    os.sync()
    done = work()
    print(
        f"  {name:28}{done.wall:8.2f} s wall{done.cpu:8.2f} s cpu{done.memory / 2**20:7.0f} MiB",
        file=sys.stderr,
        flush=True,
    )
    return done


@dataclass(frozen=True, slots=True)
class Bench:
    """So many reports, as a content folder and as the peers' projects, below one folder."""

    scratch: Path
    count: int

    @property
    def folder(self) -> Path:
        """Where all of these reports is."""
        return self.scratch / str(self.count)

    def site(self, name: str, content: str = "content") -> Site:
        """Return a place to build into."""
        return Site(self.folder / content, self.folder / name)

    def peer(self, name: str, clean: bool = True) -> Run:
        """Build a peer's site, and return what it took."""
        peer, project = peers.PEERS[name], self.folder / "projects" / name
        if clean:
            shutil.rmtree(project / peer.output, ignore_errors=True)
        command = [peer.program(self.scratch), *peer.command[1:]]
        return timed(
            f"{peer.name} {self.count}",
            lambda: run(command, project, peers.environment(self.scratch)),
        )

    def cached(self) -> Run:
        """Build the pages and each report's files from the figures that were read for `bare`."""
        site, kept = self.site("cached").clean(), Path("cache", READINGS)
        shutil.copytree(self.site("bare").folder / kept, site.folder / kept)
        return site.build(*PLAIN)

    def bare(self) -> Run:
        """Build the same from nothing."""
        return self.site("bare").clean().build(*PLAIN)

    def whole(self, looks: Looks | None = None) -> Run:
        """Build everything from nothing, of a copy of the reports, for that will be edited."""
        shutil.rmtree(self.folder / "edited", ignore_errors=True)
        shutil.copytree(self.folder / "content", self.folder / "edited")
        return self.site("whole", "edited").clean().build(looks=looks)

    def rounds(self, names: list[str], pairs: int, looks: Looks | None = None) -> Runs:
        """Time everything named in turn, so many times; every other time backwards."""
        found: Runs = defaultdict(list)
        if "cached" in names and "bare" not in names:
            self.bare()
        own = {"cached": self.cached, "bare": self.bare, "whole": lambda: self.whole(looks)}
        for turn in range(pairs):
            for name in names[::-1] if turn % 2 else names:
                found[name].append(own[name]() if name in own else self.peer(name))
        for name in set(found) - set(own):
            self.see(name)
        return found

    def see(self, name: str) -> None:
        """Raise `Failed` where the pages that a peer has made do not hold all figures."""
        project = self.folder / "projects" / name
        given, shown = peers.given(name, project), peers.rendered(name, project)
        if given != shown:
            raise Failed(f"{peers.PEERS[name].name}: {shown} of {given} figures are on its pages")

    def changed(self, pairs: int) -> tuple[Runs, bool]:
        """Change a number in a report and build again, so many times.

        Return the runs, and whether the site is a clean build's.
        """
        found, same = defaultdict(list), True
        if not (self.folder / "edited").is_dir():
            self.whole()
        site, clean = self.site("whole", "edited"), self.site("clean", "edited")
        reports = (
            report
            for report in site.reports[self.count // 2 :]
            if not corrections(report, site.content).exists()
        )
        for _ in range(pairs):
            site.build()  # which stands already, where it was timed before
            found["nothing"].append(site.build())
            for name, without in (("", ()), (" bare", (DOWNLOADS,))):
                site.build(*without)
                edit(next(reports), site.content)
                found[f"again{name}"].append(site.build(*without))
                found[f"clean{name}"].append(clean.clean().build(*without))
                same = same and not differences(site.output, clean.output)
            site.build(*ONE)
            edit(next(reports), site.content)
            found["one"].append(site.build(*ONE))
        return found, same


def differences(one: Path, other: Path) -> list[str]:
    """Return the files that are not the same in two sites, byte for byte."""
    found = [
        name for name in sorted(_files(one) | _files(other)) if not _same(one / name, other / name)
    ]
    for name in found[:10]:
        print(f"  not as a clean build's: {name}", file=sys.stderr)
    return found


def _files(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def _same(one: Path, other: Path) -> bool:
    return one.is_file() and other.is_file() and filecmp.cmp(one, other, shallow=False)


def size(folder: Path, *without: str) -> int:
    """Return the bytes of a site's files, without some of its folders."""
    return sum(
        path.stat().st_size
        for path in folder.rglob("*")
        if path.is_file() and path.relative_to(folder).parts[0] not in without
    )
