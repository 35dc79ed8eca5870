"""Where no site may go: it would take the place of what people keep, or lie within it."""

from collections.abc import Iterator
from pathlib import Path

from baogao.content.files.folder_ownership import ELSEWHERE, NotOurs, versioned

PARTS = ("site_src", "scripts", "tests", ".venv")


def check(output: Path, content: Path, cache: Path, checkout: Path) -> None:
    """Raise `NotOurs` where the output folder is one that no site may take.

    Of a link, where it leads counts.
    """
    output = output.resolve()
    if wrong := next(_objections(output, content, cache, checkout), ""):
        raise NotOurs(f"{output}: {wrong} ({ELSEWHERE})")


def _objections(output: Path, content: Path, cache: Path, checkout: Path) -> Iterator[str]:
    parts = {f"the checkout's {name}/": checkout / name for name in PARTS}
    apart = {"the content folder": content, "the cache": cache, **parts}
    around = {
        "the root of all folders": Path(output.anchor),
        "the home folder": Path.home(),
        "the checkout": checkout,
    }
    for called, folder in (around | apart).items():
        folder = folder.resolve()
        if output == folder:
            yield f"is {called}"
        elif folder.is_relative_to(output):
            yield f"holds {called}, {folder}"
        elif called in apart and output.is_relative_to(folder):
            yield f"lies in {called}, {folder}"
    for part in filter(versioned, output.parts):
        yield f"lies in a folder of version control, {part}"
