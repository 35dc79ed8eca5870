"""The content as a build takes it: words and settings, and which files each report is read from.

What is not known is read, once; nothing else is. Whether a report itself has mistakes shows when it
is read (`kept_readings`). All that is wrong is told by `check`, which reads everything anew.
"""

import os
import pickle
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path, PurePosixPath

from baogao.content import content_folder
from baogao.content.content_folder import Content
from baogao.content.files import own_files_read_once, safe_read, write_journal
from baogao.content.files.recorded_folder import Folder
from baogao.content.files.unread_files import is_read
from baogao.content.reports import front_matter
from baogao.content.reports.report_files import BESIDE
from baogao.content.reports.source_files import Source
from baogao.content.value_digest import digest
from baogao.engine import file_cache, known_files
from baogao.engine.code_fingerprint import code_fingerprint
from baogao.engine.known_files import KnownFiles

FOLDER = "words"
SOURCE_DATE = "SOURCE_DATE_EPOCH"
OF_REPORTS = ("reports", *BESIDE)


class Mistaken(Exception):
    """The content has a mistake: `check` finds which."""


@dataclass(frozen=True, slots=True)
class ReportFiles:
    """The files of a report by their names in the content folder; "" where there is none.

    `source` is its source's name in the list of sources, `hashes` are the SHA-256 of `names`.
    """

    id: str
    shown: str
    names: tuple[str, ...]  # text, corrections, edits, reviews, source
    hashes: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class TakenContent:
    """Words and settings, without reports; the reports' files; and the digest of each field.

    `held` are the SHA-256 of all files that the site is made of.
    """

    content: Content
    digests: Mapping[str, str]
    reports: tuple[ReportFiles, ...]
    files: KnownFiles
    held: Mapping[str, str]


# The last words that were taken, by their key: the preview need not load them at every edit, and
# what the stages have compiled of them stays with them.
_last: dict[str, tuple[Content, Mapping[str, str]]] = {}


def take(root: Path, cache: Path, verify: bool = False) -> TakenContent:
    """Take the content; raise `Mistaken` where anything is wrong that shows here."""
    files = known_files.take(root, cache, verify)
    content, digests = _words(files, cache)
    if content.unfit or content.problems or write_journal.problem(root):
        raise Mistaken
    if not all(is_read(name, content.listed) for name in (*files.states, *files.others)):
        raise Mistaken
    reports = tuple(_reports(files, content))
    held = {**content.held, **dict(_held(files, content, reports))}
    return TakenContent(content, digests, reports, files, held)


def words(root: Path, cache: Path) -> Content:
    """Return words and settings as they are now; raise `Mistaken` where they have a mistake."""
    content, _ = _words(known_files.take(root, cache), cache)
    if content.unfit or content.problems:
        raise Mistaken
    return content


def _words(files: KnownFiles, cache: Path) -> tuple[Content, Mapping[str, str]]:
    """Return all content but the reports, with the digests of its fields."""
    own = {name: known for name, known in files.hashes.items() if _is_of_all(name)}
    written = code_fingerprint(), files.root.name, os.environ.get(SOURCE_DATE, "")
    words = own_files_read_once.take_words().hashes()
    key = digest((*written, list(own.items()), list(words.items())))
    if key not in _last:
        _last.clear()
        data = file_cache.get_or_make(cache / FOLDER / key, lambda: _packed_words(files))
        _last[key] = pickle.loads(data)
    return _last[key]


def _is_of_all(name: str) -> bool:
    """Say whether a file is not of single reports: neither in their folders, nor a source."""
    folder, _, file = name.partition("/")
    return folder not in OF_REPORTS and (folder != "sources" or file == "sources.yml")


def _packed_words(files: KnownFiles) -> bytes:
    """Return words and settings as they are kept; raise `Mistaken` where they change meanwhile."""
    folder = Folder(files.root)
    content = content_folder.read_all_but_reports(folder)
    as_taken = (files.hashes.get(name.removeprefix("content/")) for name in folder.held)
    if folder.changed or list(folder.held.values()) != list(as_taken):
        raise Mistaken
    # Examples bear the path of their file, wherever that is; nothing is made of them.
    vocabulary = replace(content.vocabulary, examples=())
    content = replace(content, vocabulary=vocabulary)
    digests = {field.name: digest(getattr(content, field.name)) for field in fields(content)}
    return pickle.dumps((content, digests), protocol=5)


def _reports(files: KnownFiles, content: Content) -> Iterator[ReportFiles]:
    """Yield the files of each report; raise `Mistaken` where they do not belong together."""
    there = set()
    for name in files.hashes:
        path = PurePosixPath(name)
        if len(path.parts) == 3 and path.parts[0] == "reports" and path.suffix == ".md":
            report = _report(files, content, path)
            there.add(report.id)
            yield report
    for name in files.hashes:
        folder, _, beside = name.partition("/")
        is_beside = folder in BESIDE and beside.count("/") == 1 and beside.endswith(".yml")
        if is_beside and beside.removesuffix(".yml") not in there:
            raise Mistaken
    for source in content.sources.values():
        known = (files.hashes.get(name) for name in _source_names(source))
        if tuple(known) != source.digests or not _is_text(files, f"sources/{source.text_file}"):
            raise Mistaken


def _source_names(source: Source) -> tuple[str, ...]:
    """Return the names of a source and of the text beside it, from the content folder."""
    return tuple(f"sources/{file}" for file in source.files)


def _report(files: KnownFiles, content: Content, path: PurePosixPath) -> ReportFiles:
    id = f"{path.parent.name}/{path.stem}"
    source = _source_of(files, str(path))
    if source not in content.sources:
        raise Mistaken
    beside = (f"{kind}/{id}.yml" for kind in BESIDE)
    names = (str(path), *(one if one in files.hashes else "" for one in beside))
    names = (*names, f"sources/{content.sources[source].text_file}")
    hashes = tuple(files.hashes.get(name, "") for name in names)
    if any(name and not known for name, known in zip(names, hashes, strict=True)):
        raise Mistaken
    return ReportFiles(id, f"{files.root.name}/{path}", names, hashes, source)


def _source_of(files: KnownFiles, name: str) -> str:
    """Return the name of the source that a report names; raise `Mistaken` where it is no report."""
    if not files.sources.get(name):
        text = _text(files, name)
        report, mistakes = front_matter.parse(name, text or "")
        if mistakes or report is None:
            raise Mistaken
        files.sources[name] = report.source.file
    return files.sources[name]


def _is_text(files: KnownFiles, name: str) -> bool:
    """Say whether a source can be read as text: one that is known could."""
    return name not in files.data or _text(files, name) is not None


def _text(files: KnownFiles, name: str) -> str | None:
    data = files.bytes_of(name)
    return None if data is None else safe_read.decode(data, Path(name), name, [])


def _held(
    files: KnownFiles, content: Content, reports: tuple[ReportFiles, ...]
) -> Iterator[tuple[str, str]]:
    """Yield the SHA-256 of the files of reports, and of all sources."""
    for report in reports:
        for name, known in zip(report.names, report.hashes, strict=True):
            if name:
                yield f"content/{name}", known
    for source in content.sources.values():
        for name in _source_names(source):
            yield f"content/{name}", files.hashes[name]
