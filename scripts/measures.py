"""What `scripts/bench_build` measures.

Every number with the bar it is held to, from runs of whole processes.
"""

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
PARTS = "abcde"
# part: what of ours, against which peer, at most; None is printed only
RATIOS = {
    "a": (("cached", "hugo", 1.5), ("cached", "pelican", 0.2)),
    "b": (
        ("bare", "pelican", 0.5),
        ("bare", "mkdocs", 0.35),
        ("bare", "hugo", None),
        ("bare", "eleventy", None),
    ),
    "c": (("whole", "pelican", 1.5), ("whole", "mkdocs", 1.0)),
}
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
    return [name for name in ORDER if name in wanted or (name == "whole" and "e" in parts)]


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
                yield Result(part, f"{own} {other}", count, value, bar, beside)
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
    """Yield what one changed report takes."""
    runs, same = bench.changed(pairs)
    for own, other, name in (("one", "hugo", "one hugo"), ("again", "clean", "again clean")):
        value, beside = ratio(runs, own, other)
        yield Result("d", name, bench.count, value, 0.5, beside)
    yield Result("d", "differing sites", bench.count, float(not same), 0)


def of_preview(scratch: Path, times: int) -> Iterator[Result]:
    """Yield how long the preview takes, with the published reports."""
    count = len(list((ROOT / "content").glob("reports/*/*.md")))
    yield Result(
        "d", "preview", count, median(latencies(ROOT / "content", scratch / "preview", times)), 1.5
    )


def of_growth(results: list[Result]) -> Iterator[Result]:
    """Yield how the processor's time grows from the fewest reports to the most.

    It is told of all that was measured so far.
    """
    cpu = {one.count: one.value for one in results if one.name == "cpu"}
    few, many = min(cpu, default=0), max(cpu, default=0)
    if few < many:
        yield Result(
            "e",
            "exponent",
            many,
            math.log(cpu[many] / cpu[few]) / math.log(many / few),
            1.05,
            (cpu[few], cpu[many]),
        )


def of_sizes(bench: Bench, looks: Looks) -> Iterator[Result]:
    """Yield memory and bytes.

    A site's whole, and what is there before search and the files of all reports.
    """
    most = max(looks.most.values(), default=0)
    yield Result("e", "memory", bench.count, most / MIB, 1024)
    whole = bench.site("whole").output
    yield Result(
        "e",
        "bytes",
        bench.count,
        size(whole, "data", "search") / bench.count / 1000,
        450,
    )
    yield Result("e", "all bytes", bench.count, size(whole) / bench.count / 1000)


def of_published(scratch: Path, pairs: int) -> Iterator[Result]:
    """Yield how long the published reports take from nothing, with everything."""
    site = Site(ROOT / "content", scratch / "published")
    yield Result(
        "e",
        "published",
        len(site.reports),
        median(site.clean().build().wall for _ in range(pairs)),
        20,
    )
