"""The build, from content to site: the table of contents of everything else.

1. **Content** is taken: what is known is not read again (`content`, `engine`).
2. **Readings**: every report is read by itself, or as it was read before (`reading`, `cleaning`).
3. **Corpus**: each area's readings are joined into observations and targets (`corpus`).
4. **Parts**: pages, charts, downloads and search are made of it, those that have changed
   (`pages`, `charts`, `downloads`, `search`), and put in place of the last site (`engine`).

Where anything is wrong with the content, `check.py` tells all of it.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from baogao import check
from baogao.content import content_folder, interface_words
from baogao.content.files import own_files_read_once
from baogao.content.files.own_places import ROOT as ROOT
from baogao.content.value_digest import digest
from baogao.corpus.corpus import Corpus
from baogao.engine import (
    allowed_output_folder,
    changed_parts,
    file_cache,
    joined_areas,
    kept_corpus,
    kept_readings,
    known_files,
    made_parts,
    published_here,
    replace_site,
    taken_content,
    workers,
)
from baogao.engine.build_input_hash import input_hash
from baogao.engine.code_fingerprint import JOINING, READING, code_fingerprint
from baogao.engine.joined_areas import Joiner
from baogao.engine.kept_corpus import KeptCorpus
from baogao.engine.progress import Progress
from baogao.engine.taken_content import Mistaken, TakenContent
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

    `jobs` is the number of processes, `executor` the address of a cluster on the same disk;
    `without` are kinds of things to leave out, `later` kinds of parts that may stay as they were in
    the last site. With `verify` all bytes are read, those too of files whose size, date and inode
    are known.
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
    verify: bool = False


def build(options: Options, progress: Progress) -> tuple[int, int]:
    """Build the site; return how many files it has and how many changed.

    Raises `ContentMistakes`, `CodeChanged`.
    """
    allowed_output_folder.check(options.output, options.content, options.cache, ROOT)
    own = own_files_read_once.take_templates()
    _refuse(interface_words.problems(own))
    with replace_site.locked(options.output, progress.say):
        with mistakes_told(options):
            taken = take_content(options, progress)
            inputs = _inputs(taken, own, options)
            present = made_parts.present(options.output, options.cache, options.verify)
            if present.last.inputs == inputs and present.is_as_left():
                return len(present.last.files), 0
            whole = join_reports(taken, inputs, options, progress)
        with (
            progress.stage("parts"),
            temporary_files_in(options.cache, options.output),
        ):
            result = changed_parts.write_site(whole, present, own, _wishes(options), progress)
        known_files.remember(taken.files, taken.held, options.cache)
        whole.sweep()
        return result


def joined(options: Options, progress: Progress) -> Corpus:
    """Read the content and join it; raise `ContentMistakes` as `build` does."""
    with mistakes_told(options):
        taken = take_content(options, progress)
        inputs = _inputs(taken, own_files_read_once.take_templates(), options)
        return join_reports(taken, inputs, options, progress).in_memory()


@contextmanager
def mistakes_told(options: Options) -> Iterator[None]:
    """Raise `ContentMistakes` with all mistakes at once where the content has one.

    Reading stops at the first; to tell all, the whole content is read anew.
    """
    try:
        yield
    except Mistaken:
        content = content_folder.read(options.content)
        _refuse(check.problems(content))
        changed = Problem(content.shown, 1, "changed while it was read", "build again")
        raise ContentMistakes((changed,)) from None


def take_content(options: Options, progress: Progress) -> TakenContent:
    """Take the content folder, what is known of it as known; raise `Mistaken`."""
    own_files_read_once.require_imported_code()
    file_cache.claim_folder(options.cache)
    with progress.stage("content"):
        taken = taken_content.take(options.content, options.cache, options.verify)
        if not options.base_url:
            return taken
        base_url = options.base_url.rstrip("/") + "/"
        site = replace(taken.content.site, base_url=base_url)
        return replace(
            taken,
            content=replace(taken.content, site=site),
            digests={**taken.digests, "site": digest(site)},
        )


def join_reports(
    taken: TakenContent, inputs: str, options: Options, progress: Progress
) -> KeptCorpus:
    """Read the reports that are not kept, and join the areas that have one.

    `inputs` is the hash of all that the site is made of. Raises `Mistaken`; `ContentMistakes` where
    something is lost that a release has published.
    """
    code = code_fingerprint(*READING)
    readings = kept_readings.kept_readings(taken, check.of_report, code, options.cache)
    joiner = Joiner(taken.content, readings, options.cache / joined_areas.FOLDER)
    keys = joined_areas.keys_of(readings, code_fingerprint(*JOINING))
    known = joined_areas.kept(joiner, keys)
    with progress.stage("readings"):
        missing = keys.keys() - known.keys()
        unread = readings.unread(id for area in sorted(missing) for id in readings.areas[area])
        coming = readings.read(unread, options.jobs, options.executor)
        for _ in progress.each(coming, len(unread), "reports"):
            pass
    with progress.stage("corpus"):
        summaries = joined_areas.joined(joiner, keys, known, options.jobs)
        _refuse(published_here.lost_addresses(taken.content, readings, keys, options.cache))
        return kept_corpus.kept_corpus(joiner, summaries, taken.digests, inputs)


def _inputs(taken: TakenContent, own: own_files_read_once.Files, options: Options) -> str:
    """Return the hash of all that the build is made of."""
    settings = {
        "base-url": taken.content.site.base_url,
        "date": taken.content.site.date,
        "without": ",".join(sorted(options.without)),
        **({"livereload": str(options.livereload)} if options.livereload else {}),
    }
    return input_hash(taken.held, own, own_files_read_once.CODE, settings)


def _wishes(options: Options) -> changed_parts.Wishes:
    return changed_parts.Wishes(
        options.output,
        options.cache.resolve(),
        options.jobs,
        options.executor,
        options.livereload,
        options.without,
        options.later,
    )


def _refuse(problems: Iterable[Problem]) -> None:
    if found := tuple(problems):
        raise ContentMistakes(found)
