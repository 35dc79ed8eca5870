"""Every report's reading, with all that is made of it alone, as it is kept.

What a report was read from (its files, the words, the code) is the key under which it is kept.
Whichever process or cluster reads it, the result is the same bytes. A reading is loaded when it is
asked for: no process holds those of a whole corpus.
"""

import pickle
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from baogao.content.files import safe_read
from baogao.content.files.own_files_read_once import CodeChanged
from baogao.content.reports import report_files
from baogao.content.reports.report_files import BESIDE
from baogao.content.value_digest import digest
from baogao.content.vocabulary.glossary import Glossary, Use
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.corpus.reading_result import ReadingResult
from baogao.engine import file_cache, workers
from baogao.engine.read_one_report import read_report
from baogao.engine.taken_content import Mistaken, ReportFiles, TakenContent
from baogao.records import Problem, Reading, Report

FOLDER = "readings"
PACKED = tuple(field.name for field in fields(Reading))
MOST_RECENT = 24  # readings that a process keeps at hand: those of an area follow each other
CHANGED = "the content changed while the site was made: build again"
Look = Callable[[Report, Vocabulary], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Words:
    """What reports are read with; `look` yields the mistakes that a report shows by itself.

    `folder` is where readings are kept; none where another machine reads.
    """

    vocabulary: Vocabulary
    glossary: Glossary
    look: Look
    folder: Path | None


@dataclass(frozen=True, slots=True)
class Given:
    """A report to be read: its files, their bytes, and the key that its reading has."""

    files: ReportFiles
    data: tuple[bytes, ...]
    key: str


# The readings that this process has loaded last, by their keys.
_recent: OrderedDict[str, ReadingResult] = OrderedDict()


@dataclass(frozen=True, slots=True)
class KeptReadings(Sequence[Reading]):
    """The readings of a corpus, in order of area and year, each loaded when it is asked for.

    `files` and `keys` are each report's by its id, `areas` the ids of each area's, `here` the
    packed ones that no disk would keep.
    """

    taken: TakenContent
    words: Words
    folder: Path
    files: Mapping[str, ReportFiles]
    keys: Mapping[str, str]
    areas: Mapping[str, list[str]]
    here: dict[str, bytes] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.files)

    def __getitem__(self, place: Any) -> Any:
        return self.result(list(self.files)[place]).reading

    def __iter__(self) -> Iterator[Reading]:
        return (self.result(id).reading for id in self.files)

    def result(self, id: str) -> ReadingResult:
        """Return what reading a report gave; raise KeyError where it is none of the corpus.

        Raises `CodeChanged` where its files are no longer those that the build took.
        """
        key = self.keys[id]
        if key not in _recent:
            _recent[key] = _unpacked(self._packed(id, key), self.words.glossary)
        _recent.move_to_end(key)
        if len(_recent) > MOST_RECENT:
            _recent.popitem(last=False)
        return _recent[key]

    def unread(self, ids: Iterable[str]) -> list[str]:
        """Return those of some reports whose readings are not kept whole."""
        return [id for id in ids if file_cache.get(self.folder / self.keys[id]) is None]

    def read(self, unread: Sequence[str], jobs: int, cluster: str) -> Iterator[str]:
        """Read some reports and yield the id of each that has been read.

        Raises `Mistaken` where one has a mistake.
        """
        given = [self._given(id) for id in unread]
        words = _without_disk(self.words) if cluster else self.words
        fresh = workers.run_each(read_and_keep, words, given, jobs, cluster)
        for id, data in zip(unread, fresh, strict=True):
            if data is None:
                raise Mistaken
            if data and not file_cache.put(self.folder / self.keys[id], data):
                self.here[id] = data
            yield id

    def _packed(self, id: str, key: str) -> bytes:
        """Return a reading as it is kept, read anew where it is gone or damaged."""
        data = self.here.get(id) or file_cache.get(self.folder / key)
        if data is None:
            data = read_and_keep(_without_disk(self.words), self._given(id))
            if data is None:
                raise Mistaken
        return data

    def _given(self, id: str) -> Given:
        files = self.files[id]
        data = tuple(self._bytes_of(name) if name else b"" for name in files.names)
        return Given(files, data, self.keys[id])

    def _bytes_of(self, name: str) -> bytes:
        data = self.taken.files.bytes_of(name)
        if data is None:
            raise CodeChanged(CHANGED)
        return data


def kept_readings(taken: TakenContent, look: Look, code: str, cache: Path) -> KeptReadings:
    """Return the readings of the content that was taken; `code` is the digest of what reads."""
    folder = cache / FOLDER
    shared = code, taken.digests["vocabulary"], taken.digests["glossary"]
    by_id = {files.id: files for files in sorted(taken.reports, key=lambda files: files.id)}
    areas: dict[str, list[str]] = {}
    for id in by_id:
        areas.setdefault(id.partition("/")[0], []).append(id)
    return KeptReadings(
        taken,
        Words(taken.content.vocabulary, taken.content.glossary, look, folder),
        folder,
        by_id,
        {id: digest((*shared, files)) for id, files in by_id.items()},
        areas,
    )


def read_and_keep(words: Words, given: Given) -> bytes | None:
    """Read one report in any process.

    Return its reading as it is kept, no bytes where the disk has it now, None where the report has
    a mistake.
    """
    mistakes: list[Problem] = []
    texts = [_text(name, data, mistakes) for name, data in _named(given)]
    if mistakes:
        return None
    text, *beside, source = texts
    shown = given.files.shown
    report = report_files.report_in(shown, text, dict(zip(BESIDE, beside, strict=True)), mistakes)
    if mistakes or report is None or any(words.look(report, words.vocabulary)):
        return None
    one = read_report((words.vocabulary, words.glossary), (report, source))
    if one.problems:
        return None
    data = _pack(one)
    is_kept = words.folder is not None and file_cache.put(words.folder / given.key, data)
    return b"" if is_kept else data


def _named(given: Given) -> Iterator[tuple[str, bytes]]:
    return zip(given.files.names, given.data, strict=True)


def _text(name: str, data: bytes, mistakes: list[Problem]) -> str:
    return safe_read.decode(data, Path(name), name, mistakes) or ""


def _pack(one: ReadingResult) -> bytes:
    """Return a reading as it is kept. The terms are at hand where it is unpacked."""
    values = tuple(getattr(one.reading, name) for name in PACKED)
    uses = [(use.start, use.end, use.term.id) for use in one.uses]
    return pickle.dumps((values, uses), protocol=5)


def _unpacked(data: bytes, glossary: Glossary) -> ReadingResult:
    values, uses = pickle.loads(data)
    terms = glossary.by_id
    return ReadingResult(
        Reading(*values), tuple(Use(start, end, terms[term]) for start, end, term in uses), ()
    )


def _without_disk(words: Words) -> Words:
    return Words(words.vocabulary, words.glossary, words.look, None)
