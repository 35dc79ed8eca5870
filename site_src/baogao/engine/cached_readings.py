"""Every report read, with all that is made of it alone, or as it was read before.

What a report was read from (its text and source, the words, the code) is the key under which it is
kept. Whichever process or cluster reads it, the result is the same bytes.
"""

import gc
import pickle
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path

from baogao.content.glossary import Term, Use
from baogao.content.value_digest import digest
from baogao.corpus.reading_result import ReadingResult
from baogao.engine import file_cache, workers
from baogao.engine.read_one_report import ReportAndSource, Words, read_report
from baogao.records import Reading, Report

FOLDER = "readings"
PACKED = tuple(field.name for field in fields(Reading) if field.name != "report")


def read_all(
    given: Sequence[ReportAndSource],
    words: Words,
    code: str,
    folder: Path,
    jobs: int,
    cluster: str,
) -> Iterator[ReadingResult]:
    """Yield what each report says, in order.

    What is not kept in `folder` is read by `jobs` processes, or on a cluster.
    """
    shared = digest((code, *map(digest, words)))
    paths = [folder / digest((shared, one)) for one in given]
    kept = deque(map(file_cache.get, paths))
    terms = {term.id: term for term in words[1].terms}
    unread = [one for one, data in zip(given, kept, strict=True) if data is None]
    fresh = workers.run_each(_read_and_pack, words, unread, jobs, cluster)
    with _no_garbage_collection():
        for (report, _), path in zip(given, paths, strict=True):
            data = kept.popleft()
            if data is None:
                data = next(fresh)
                file_cache.put(path, data)
            yield _unpacked(data, report, terms, path.name)
    file_cache.sweep(folder, {path.name for path in paths})


def _read_and_pack(words: Words, given: ReportAndSource) -> bytes:
    """Read one report in any process. It comes back packed, as it is kept.

    So what is read now and what was read then are one and the same. The report and the terms are at
    hand where it is unpacked: a thousand copies of them would fill the memory.
    """
    one = read_report(words, given)
    values = {name: getattr(one.reading, name) for name in PACKED}
    uses = [(use.start, use.end, use.term.id) for use in one.uses]
    return pickle.dumps((values, uses, one.problems), protocol=5)


def _unpacked(data: bytes, report: Report, terms: Mapping[str, Term], key: str) -> ReadingResult:
    values, uses, problems = pickle.loads(data)
    return ReadingResult(
        Reading(report, **values),
        tuple(Use(start, end, terms[term]) for start, end, term in uses),
        problems,
        key,
    )


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Let Python not look for garbage.

    Among a thousand reports there is much to look through and none to find.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
