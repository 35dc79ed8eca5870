"""Many files added at once: drafted on all processors, written by one, and told in a table."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor
from pathlib import Path

from baogao.cleaning.add import Desk, Result, Told
from baogao.cleaning.draft_file import Drafted, draft_file
from baogao.cleaning.page_to_drafts import Words
from baogao.content.problem_printing import printable
from baogao.engine.progress import Progress
from baogao.engine.workers import processors, run_alone, run_each

PARTS_OF_PAGES = ("_files", ".files")  # the folder that a browser saves beside a page
AT_ONCE = 64  # files that are drafted before the next are: few are in memory
WIDEST = max(len(result.value) for result in Result)
BROKE = "a process ended while it was at work on it (out of memory?): add it alone"


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files, and those in folders, in order; no hidden ones, and no parts of pages."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        yield from files_in(one for one in sorted(path.iterdir()) if not _is_left_out(one))


def _is_left_out(path: Path) -> bool:
    return path.name.startswith(".") or (path.is_dir() and path.name.endswith(PARTS_OF_PAGES))


def add_files(files: Sequence[Path], desk: Desk, progress: Progress) -> list[Told]:
    """Add files, each by itself; return what became of each, in order."""
    drafted = _drafted(desk.words, files)
    return [desk.put(one) for one in progress.each(drafted, len(files), "add")]


def _drafted(words: Words, files: Sequence[Path]) -> Iterator[Drafted]:
    """Yield the drafts of all files, made at once where there are processors."""
    for begin in range(0, len(files), AT_ONCE):
        some = list(files[begin : begin + AT_ONCE])
        done = 0
        try:
            for drafted in run_each(draft_file, words, some, processors()):
                done += 1
                yield drafted
        except BrokenExecutor:
            yield from (_drafted_alone(words, file) for file in some[done:])


def _drafted_alone(words: Words, file: Path) -> Drafted:
    """Return the drafts of a file, where one of several broke what was at work on all of them."""
    try:
        return run_alone(draft_file, words, file)
    except BrokenExecutor:
        return Drafted(file, refused=(BROKE,))


def table(told: Sequence[Told]) -> Iterator[str]:
    """Yield the closing table: a line for each file, those added first; then how many there are."""
    counted = Counter(one.result for one in told)
    for one in sorted(told, key=lambda one: list(Result).index(one.result)):
        yield f"{one.result.value:<{WIDEST}}  {printable(str(one.file))}: {one.short}"
    counts = (f"{counted[result]} {result.value}" for result in Result if counted[result])
    yield f"{len(told)} files: {', '.join(counts)}"
