"""Temporary files of a build, in its cache: what a killed build has left, the next one removes.

Libraries that write large files, as databases, ask the system for a place. In the system's own
folder, what they leave when they are killed would stay.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from baogao.content.value_digest import digest

FOLDER = "temporary"
VARIABLE = "TMPDIR"  # what other programs, and processes that are begun, go by


@contextmanager
def temporary_files_in(cache: Path, output: Path) -> Iterator[None]:
    """Let temporary files go into the cache, while a build holds the output folder.

    Where the disk refuses, they go to the system's folder as ever.
    """
    folder = cache.resolve() / FOLDER / digest(str(output.resolve()))
    shutil.rmtree(folder, ignore_errors=True)
    with suppress(OSError):
        folder.mkdir(parents=True)
    if not folder.is_dir():
        yield
        return
    before = tempfile.tempdir, os.environ.get(VARIABLE)
    _set(str(folder), str(folder))
    try:
        yield
    finally:
        _set(*before)
        shutil.rmtree(folder, ignore_errors=True)


def _set(directory: str | None, variable: str | None) -> None:
    tempfile.tempdir = directory
    if variable is None:
        os.environ.pop(VARIABLE, None)
    else:
        os.environ[VARIABLE] = variable
