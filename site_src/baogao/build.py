"""The build, from content to site: the table of contents of everything else.

1. **Content** is read and checked (`content`, `check.py`).
2. **Readings**: every report is read by itself, or as it was read before (`reading`, `cleaning`).
3. **Corpus**: the readings are joined into observations, targets and findings (`corpus`).
4. **Parts**: pages, charts, downloads and search are made of it, those that have changed
   (`pages`, `charts`, `downloads`, `search`), and put in place of the last site (`engine`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from baogao import check
from baogao.content import content_folder, own_files_read_once, published_addresses
from baogao.content.content_folder import Content
from baogao.content.own_places import ROOT as ROOT
from baogao.corpus.corpus import Corpus, corpus
from baogao.corpus.reading_result import ReadingResult
from baogao.engine import (
    allowed_output_folder,
    cached_readings,
    changed_parts,
    file_cache,
    replace_site,
    workers,
)
from baogao.engine.build_input_hash import input_hash
from baogao.engine.code_fingerprint import READING, code_fingerprint
from baogao.engine.progress import Progress
from baogao.engine.temporary_files import temporary_files_in
from baogao.records import Problem


class ContentMistakes(Exception):
    """The content has mistakes; nothing was built."""

    def __init__(self, problems: tuple[Problem, ...]):
        super().__init__(f"{len(problems)} mistakes in the content")
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Options:
    """What to build from, where to, and how.

    `jobs` is the number of processes, `executor` the address of a cluster; `without` are kinds of
    things to leave out, `later` kinds of parts that may stay as they were in the last site.
    """

    content: Path = ROOT / "content"
    output: Path = ROOT / "build"
    base_url: str = ""
    livereload: int = 0
    cache: Path = ROOT / ".cache"
    jobs: int = field(default_factory=workers.processors)
    executor: str = ""
    without: frozenset[str] = frozenset()
    later: frozenset[str] = frozenset()


def build(options: Options, progress: Progress) -> tuple[int, int]:
    """Build the site; return how many files it has and how many changed.

    Raises `ContentMistakes`, `CodeChanged`.
    """
    allowed_output_folder.check(options.output, options.content, options.cache, ROOT)
    own = own_files_read_once.take_templates()
    with replace_site.locked(options.output, progress.say):
        content = read_content(options, progress)
        readings = read_reports(content, options, progress)
        with progress.stage("corpus"):
            whole = _joined(content, readings, own, options)
        with (
            progress.stage("parts"),
            temporary_files_in(options.cache, options.output),
        ):
            keys = {one.reading.report.id: one.key for one in readings}
            return changed_parts.write_site(whole, keys, own, _wishes(options), progress)


def joined(options: Options, progress: Progress) -> Corpus:
    """Read the content and join it; raise `ContentMistakes` as `build` does."""
    content = read_content(options, progress)
    readings = read_reports(content, options, progress)
    return _joined(content, readings, own_files_read_once.take_templates(), options)


def read_content(options: Options, progress: Progress) -> Content:
    """Read and check the content folder; raise `ContentMistakes` with all mistakes at once."""
    own_files_read_once.require_imported_code()
    file_cache.claim_folder(options.cache)
    with progress.stage("content"):
        content = content_folder.read(options.content)
        if options.base_url:
            base_url = options.base_url.rstrip("/") + "/"
            content = replace(content, site=replace(content.site, base_url=base_url))
        if mistakes := tuple(check.of_content(content)):
            # All at once: also those that would only show when the reports are read.
            _refuse((*mistakes, *check.problems(content)))
    return content


def read_reports(content: Content, options: Options, progress: Progress) -> list[ReadingResult]:
    """Read every report, or take it as it was read before.

    Raises `ContentMistakes`, also where something is lost that a release has published.
    """
    with progress.stage("readings"):
        coming = _read_each(content, options)
        readings = list(progress.each(coming, len(content.reports), "reports"))
        _refuse(problem for one in readings for problem in one.problems)
    lost = published_addresses.lost_addresses(
        content.releases,
        content.aliases,
        [one.reading for one in readings],
        content_folder.ALIASES_PATH,
    )
    _refuse(lost)
    return readings


def _read_each(content: Content, options: Options) -> Iterator[ReadingResult]:
    sources = content.source_texts
    return cached_readings.read_all(
        [(report, sources.get(report.source.file)) for report in content.reports],
        (content.vocabulary, content.glossary),
        code_fingerprint(*READING),
        options.cache / cached_readings.FOLDER,
        options.jobs,
        options.executor,
    )


def _joined(
    content: Content,
    readings: list[ReadingResult],
    own: own_files_read_once.Files,
    options: Options,
) -> Corpus:
    """Join the readings, with the hash of all that the build is made of."""
    settings = {
        "base-url": content.site.base_url,
        "date": content.site.date,
        "without": ",".join(sorted(options.without)),
    }
    inputs = input_hash(content.held, own, own_files_read_once.CODE, settings)
    return replace(corpus(content, readings), inputs=inputs)


def _wishes(options: Options) -> changed_parts.Wishes:
    return changed_parts.Wishes(
        options.output,
        options.cache,
        options.jobs,
        options.livereload,
        options.without,
        options.later,
    )


def _refuse(problems: Iterable[Problem]) -> None:
    if found := tuple(problems):
        raise ContentMistakes(found)
