"""Every report read, with all that is made of it alone: by whichever process or cluster, or as it was read before.

What a report was read from — its text and source, the words, the code — is the key under which it is kept.
"""

import gc
import pickle
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from baogao.content.glossary import Term, Use
from baogao.content.value_digest import digest
from baogao.corpus.reading_result import ReadingResult
from baogao.engine import file_cache, workers
from baogao.engine.report_reader import Given, Words, read
from baogao.records import Report

FOLDER = "readings"


def reads(
    given: Sequence[Given], words: Words, code: str, folder: Path, jobs: int, cluster: str
) -> Iterator[ReadingResult]:
    """Yield what each report says, in order; what is not kept in `folder` is read by `jobs` processes or on a cluster."""
    shared = digest((code, *map(digest, words)))
    paths = [folder / digest((shared, one)) for one in given]
    kept = deque(file_cache.found(path) for path in paths)
    terms = {term.id: term for term in words[1].terms}
    fresh = workers.each(
        _packed,
        words,
        [one for one, data in zip(given, kept, strict=True) if data is None],
        jobs,
        cluster,
    )
    with _uncollected():
        for one, path in zip(given, paths, strict=True):
            data = kept.popleft()
            if data is None:
                data = next(fresh)
                file_cache.keep(path, data)
            yield _unpacked(data, one[0], terms, path.name)
    file_cache.sweep(folder, {path.name for path in paths})


def _packed(words: Words, given: Given) -> bytes:
    """Read one report in any process. It comes back packed, as it is kept: what is read now and then are one and the same.

    The report and the terms are at hand where it is unpacked: a thousand copies of them would fill the memory.
    """
    one = read(words, given)
    uses = [(use.start, use.end, use.term.id) for use in one.uses]
    return pickle.dumps((replace(one.reading, report=None), uses, one.problems), protocol=5)


def _unpacked(data: bytes, report: Report, terms: Mapping[str, Term], key: str) -> ReadingResult:
    reading, uses, problems = pickle.loads(data)
    return ReadingResult(
        replace(reading, report=report),
        tuple(Use(start, end, terms[term]) for start, end, term in uses),
        problems,
        key,
    )


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let Python not look for garbage: among a thousand reports there is much to look through and none to find."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
