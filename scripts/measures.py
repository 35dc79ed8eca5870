"""What `scripts/bench_build` measures.

Every number with the bar it is held to, from runs of whole processes.
"""

import gzip
import math
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from previewing import latencies
from runs import Looks, Run
from timings import ROOT, Bench, Runs, Site, size

MIB = 2**20
Bar = float | dict[int, float] | None  # for all counts, or for some
PARTS = "abcdef"
# part: what of ours, against which peer, at most; None is printed only
RATIOS: dict[str, tuple[tuple[str, str, Bar], ...]] = {
    "a": (("cached", "hugo", {100: 4, 1000: 10}), ("cached", "pelican", 0.6)),
    "b": (
        ("bare", "pelican", 0.9),
        ("bare", "mkdocs", 0.6),
        ("bare", "hugo", None),
        ("bare", "eleventy", None),
    ),
    "c": (("whole", "pelican", 2.0), ("whole", "mkdocs", 1.4)),
}
# Seconds of a build where nothing has changed, and where one number has, without search and the
# files of all reports.
SECONDS: dict[str, Bar] = {"nothing": {100: 2, 1000: 4}, "one": {100: 2.5, 1000: 5}}
# What an update takes, as a share of a build from nothing of the same.
SHARES: tuple[tuple[str, str, Bar], ...] = (
    ("again", "clean", {1000: 0.3}),
    ("again bare", "clean bare", {1000: 0.1}),
)
ORDER = (
    "bare",
    "eleventy",
    "mkdocs",
    "pelican",
    "cached",
    "hugo",
    "whole",
)  # peers stand near what they are compared with
STAGE = re.compile(r"^  (\w+) +(\d+\.\d+) s$", re.M)
WORK = re.compile(
    r"^    (\w+) +(\d+\.\d+) s of work$", re.M
)  # what the stage `parts` was spent on, in all processes


@dataclass(frozen=True, slots=True)
class Result:
    """A number that was measured for so many reports, the most it may be, and what it came from."""

    part: str
    name: str
    count: int
    value: float
    bar: float | None = None
    beside: tuple[float, ...] = ()


def ratio(runs: Runs, own: str, other: str) -> tuple[float, tuple[float, float]]:
    """Return the median of the ratios of the runs of each turn, and the medians of the seconds."""
    pairs = _pairs(runs, own, other)
    return median(one.wall / two.wall for one, two in pairs), (
        median(r.wall for r in runs[own]),
        median(r.wall for r in runs[other]),
    )


def at_most(bar: Bar, count: int) -> float | None:
    """Return the bar for so many reports."""
    return bar.get(count) if isinstance(bar, dict) else bar


def _pairs(runs: Runs, own: str, other: str) -> list[tuple[Run, Run]]:
    """Return the runs of each turn; ours may be run further times."""
    return list(zip(runs[own], runs[other], strict=False))


def in_turn(parts: str, names: list[str]) -> list[str]:
    """Return what is to be run in turn for these parts, as far as the peers are wanted."""
    wanted = {
        name
        for part in parts
        for own, other, _ in RATIOS.get(part, ())
        if other in names
        for name in (own, other)
    }
    further = {"whole" if "e" in parts else "", "bare" if "f" in parts else ""}
    return [name for name in ORDER if name in wanted | further]


def of_rounds(runs: Runs, parts: str, count: int) -> Iterator[Result]:
    """Yield the ratios to the peers, and the shares of the stages."""
    for part in parts:
        for own, other, bar in RATIOS.get(part, ()):
            if runs.get(other):
                value, beside = ratio(runs, own, other)
                work = median(one.cpu / two.cpu for one, two in _pairs(runs, own, other))
                print(
                    f"  {count} reports, {own} against {other}: "
                    f"{value:.2f} on the wall, {work:.2f} of processor",
                    file=sys.stderr,
                )
                yield Result(part, f"{own} {other}", count, value, at_most(bar, count), beside)
    if "c" in parts and runs.get("whole"):
        yield from (
            Result("c", f"stage {name}", count, seconds)
            for name, seconds in stages(runs["whole"]).items()
        )


def stages(runs: list[Run]) -> dict[str, float]:
    """Return the median seconds of every stage that `--profile` names.

    Those of the stage `parts` are told by what they were spent on.
    """
    found = [_seconds(run.said) for run in runs]
    return {name: median(one.get(name, 0) for one in found) for name in found[0]}


def _seconds(said: str) -> dict[str, float]:
    stages, work = (
        {name: float(seconds) for name, seconds in pattern.findall(said)}
        for pattern in (STAGE, WORK)
    )
    if work:
        whole = stages.pop("parts", 0) / (sum(work.values()) or 1)
        stages |= {name: seconds * whole for name, seconds in work.items()}
    return stages


def of_changes(bench: Bench, pairs: int) -> Iterator[Result]:
    """Yield what it takes where nothing has changed, and where one number has."""
    runs, same = bench.changed(pairs)
    for name, bar in SECONDS.items():
        yield Result(
            "d",
            f"{name} seconds",
            bench.count,
            median(run.wall for run in runs[name]),
            at_most(bar, bench.count),
        )
    for own, other, bar in SHARES:
        value, beside = ratio(runs, own, other)
        yield Result("d", f"{own} {other}", bench.count, value, at_most(bar, bench.count), beside)
    yield Result("d", "differing sites", bench.count, float(not same), 0)


def of_preview(scratch: Path, times: int) -> Iterator[Result]:
    """Yield how long the preview takes, with the published reports."""
    count = len(list((ROOT / "content").glob("reports/*/*.md")))
    taken = median(latencies(ROOT / "content", scratch / "preview", times))
    yield Result("d", "preview", count, taken, 0.8)


def of_growth(results: list[Result]) -> Iterator[Result]:
    """Yield how the processor's time grows from the fewest reports to the most.

    It is told of all that was measured so far.
    """
    cpu = {one.count: one.value for one in results if one.name == "cpu"}
    few, many = min(cpu, default=0), max(cpu, default=0)
    if few < many:
        exponent = math.log(cpu[many] / cpu[few]) / math.log(many / few)
        yield Result("f", "exponent", many, exponent, 1.03, (cpu[few], cpu[many]))


def of_sizes(bench: Bench, looks: Looks) -> Iterator[Result]:
    """Yield memory and bytes.

    A site's whole, and what is there before search and the files of all reports; the largest
    reader's page as it is sent.
    """
    yield Result("e", "memory", bench.count, max(looks.most.values(), default=0) / MIB, 1024)
    whole = bench.site("whole").output
    first = size(whole, "data", "search") / bench.count / 1000
    yield Result("e", "bytes", bench.count, first, 400)
    yield Result("e", "all bytes", bench.count, size(whole) / bench.count / 1000, 700)
    pages = whole.glob("reports/*/*/index.html")
    largest = max(len(gzip.compress(page.read_bytes(), mtime=0)) for page in pages)
    yield Result("e", "reader page", bench.count, largest / 1000, 80)


def of_published(scratch: Path, pairs: int) -> Iterator[Result]:
    """Yield how long the published reports take from nothing, with everything."""
    site = Site(ROOT / "content", scratch / "published")
    yield Result(
        "e",
        "published",
        len(site.reports),
        median(site.clean().build().wall for _ in range(pairs)),
        8,
    )
