"""Every report read, with all that is made of it alone: by whichever process or cluster, or as it was read before.

What a report was read from — its text and source, the words, the code — is the key under which it is kept.
"""
import gc
import pickle
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from baogao import check
from baogao.engine import cache, workers
from baogao.engine.fingerprints import digest
from baogao.content.figure_overrides import edited
from baogao.content.glossary import Glossary, Term, Use
from baogao.reading.report_reading import as_rules_read
from baogao.records import Problem, Reading, Report
from baogao.content.vocabulary import Vocabulary

FOLDER = "readings"
Words = tuple[Vocabulary, Glossary]
Given = tuple[Report, str]  # a report and its source


@dataclass(frozen=True, slots=True)
class Read:
    """A report read: its reading, where it uses terms of the glossary, what is wrong with it; `key` tells what it was read from."""
    reading: Reading
    uses: tuple[Use, ...]
    problems: tuple[Problem, ...]
    key: str = ""


def read(words: Words, given: Given) -> Read:
    """Read one report. Where it differs from its source, it has no notes, but problems."""
    (vocabulary, glossary), (report, source) = words, given
    by_rules = as_rules_read(report, vocabulary)
    notes, problems = check.against_source(report, source)
    return Read(replace(by_rules, mentions=edited(by_rules.mentions, report.edits), notes=notes),
                tuple(glossary.uses(report.text, report.body)), (*problems, *check.edits(report, by_rules.mentions, vocabulary)))


def reads(given: Sequence[Given], words: Words, code: str, folder: Path, jobs: int, cluster: str) -> Iterator[Read]:
    """Yield what each report says, in order; what is not kept in `folder` is read by `jobs` processes or on a cluster."""
    shared = digest((code, *map(digest, words)))
    paths = [folder / digest((shared, one)) for one in given]
    kept = deque(cache.found(path) for path in paths)
    terms = {term.id: term for term in words[1].terms}
    fresh = workers.each(_packed, words, [one for one, data in zip(given, kept, strict=True) if data is None], jobs, cluster)
    with _uncollected():
        for one, path in zip(given, paths, strict=True):
            data = kept.popleft()
            if data is None:
                data = next(fresh)
                cache.keep(path, data)
            yield _unpacked(data, one[0], terms, path.name)
    cache.sweep(folder, {path.name for path in paths})


def _packed(words: Words, given: Given) -> bytes:
    """Read one report in any process. It comes back packed, as it is kept: what is read now and then are one and the same.

    The report and the terms are at hand where it is unpacked: a thousand copies of them would fill the memory.
    """
    one = read(words, given)
    uses = [(use.start, use.end, use.term.id) for use in one.uses]
    return pickle.dumps((replace(one.reading, report=None), uses, one.problems), protocol=5)


def _unpacked(data: bytes, report: Report, terms: Mapping[str, Term], key: str) -> Read:
    reading, uses, problems = pickle.loads(data)
    return Read(replace(reading, report=report), tuple(Use(start, end, terms[term]) for start, end, term in uses), problems, key)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let Python not look for garbage: among a thousand reports there is much to look through and none to find."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
