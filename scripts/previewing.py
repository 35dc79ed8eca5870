"""How long after an edit the preview shows the page.

`baogao serve` as a process of its own, asked over HTTP.
"""

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from edits import breaks
from timings import ROOT, ours

LONGEST = 120  # seconds until something must have come
LOOKED = 0.02  # seconds between two looks at the page
IDLE = 8  # seconds until the preview has done what may follow later


def latencies(content: Path, scratch: Path, times: int) -> list[float]:
    """Return the seconds from an edit of a report until its page shows it, so many times."""
    shutil.rmtree(scratch, ignore_errors=True)
    shutil.copytree(content, scratch / "content")
    reports = sorted((scratch / "content").glob("reports/*/*.md"))
    with served(scratch) as base:
        return [latency(reports[turn % len(reports)], base) for turn in range(times)]


@contextmanager
def served(scratch: Path) -> Iterator[str]:
    """Preview the content below a folder; give the address."""
    port = free_port()
    arguments = {
        "--content": scratch / "content",
        "--output": scratch / "site",
        "--cache": scratch / "cache",
        "--port": str(port),
    }
    command = [sys.executable, "-m", "baogao", "serve", "--quiet", *chain(*arguments.items())]
    nothing = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=ROOT, env=ours(), stdin=nothing, stdout=nothing) as server:
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()


def latency(report: Path, base: str) -> float:
    """Edit a report and return the seconds until its page is another."""
    address = f"{base}reports/{report.parent.name}/{report.stem}/"
    before = changed(address, b"")
    time.sleep(IDLE)
    begun = time.perf_counter()
    breaks(report)
    changed(address, before)
    taken = time.perf_counter() - begun
    print(f"  preview, edit to page{taken:15.2f} s", file=sys.stderr, flush=True)
    return taken


def changed(address: str, before: bytes) -> bytes:
    """Return a page when it is another than before; raise TimeoutError where it stays the same."""
    begun = time.perf_counter()
    while time.perf_counter() - begun < LONGEST:
        try:
            with urllib.request.urlopen(address, timeout=LONGEST) as answer:
                page = answer.read()
            if page != before and b'class="mistakes"' not in page:
                return page
        except (urllib.error.URLError, ConnectionError):  # not there yet
            pass
        time.sleep(LOOKED)
    raise TimeoutError(f"{address}: no change after {LONGEST} s")


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
