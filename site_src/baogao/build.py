"""The build, from content to site: the table of contents of everything else.

content → check → reads → corpus → parts (charts, pages, downloads, search) → site
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from baogao import check
from baogao.content import content_folder, folder_ownership, generator_files, published_releases
from baogao.content.value_digest import digest
from baogao.corpus.corpus import Corpus, corpus
from baogao.corpus.read_report import Read
from baogao.engine import allowed_output, file_cache, input_hash, manifest, output_folder, workers
from baogao.engine.cached_readings import FOLDER as READINGS
from baogao.engine.cached_readings import reads
from baogao.engine.code_fingerprint import READING, code
from baogao.engine.dependencies import Answers, Asking
from baogao.engine.manifest import Made
from baogao.engine.parts import CHARTS, FOR, Maker, Part, parts, worked
from baogao.engine.progress import Progress
from baogao.engine.template_cache import TemplateCache
from baogao.pages import cell_labels, rendering, updates
from baogao.records import Problem

ROOT = Path(__file__).resolve().parents[2]


class ContentMistakes(Exception):
    """The content has mistakes; nothing was built."""

    def __init__(self, problems: tuple[Problem, ...]):
        super().__init__(f"{len(problems)} mistakes in the content")
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Options:
    """What to build from, where to, and how: by how many processes, or on which cluster, and without what."""

    content: Path = ROOT / "content"
    output: Path = ROOT / "build"
    base_url: str = ""
    livereload: int = 0
    cache: Path = ROOT / ".cache"
    jobs: int = field(default_factory=workers.jobs)
    executor: str = ""
    without: frozenset[str] = frozenset()
    later: frozenset[str] = (
        frozenset()
    )  # kinds of parts that may stay as they were in the last site


@dataclass(frozen=True, slots=True)
class Work:
    """What every process that makes parts needs."""

    maker: Maker
    answers: Answers
    coming: output_folder.Coming
    before: dict[Part, Made]
    later: frozenset[str]


def build(options: Options, progress: Progress) -> tuple[int, int]:
    """Build the site; return how many files it has and how many changed. Raises `ContentMistakes`, `CodeChanged`."""
    allowed_output.check(options.output, options.content, options.cache, ROOT)
    own = generator_files.take_templates()
    with output_folder.claimed(options.output, progress.say):
        found, read = checked(options, progress)
        with progress.stage("corpus"):
            whole = _joined(found, read, own, options)
        with progress.stage("parts"):
            return _built(
                whole, {one.reading.report.id: one.key for one in read}, own, options, progress
            )


def _built(
    whole: Corpus,
    keys: dict[str, str],
    own: generator_files.Files,
    options: Options,
    progress: Progress,
) -> tuple[int, int]:
    """Make what has changed, take over the rest, and put the site in place of the last one."""
    renderer = rendering.Renderer(
        whole.site,
        own,
        options.livereload,
        updates.has_feed(whole),
        TemplateCache(options.cache / "templates"),
    )
    maker = Maker(whole, renderer, options.cache, options.without)
    key = digest(
        (
            code(),
            own.hashes(),
            whole.site,
            options.livereload,
            renderer.feed,
            CHARTS in options.without,
        )
    )
    place, made = manifest.place(options.cache, options.output), []

    def write(coming: output_folder.Coming) -> Iterator[output_folder.Put]:
        work = Work(maker, Answers(whole, keys), coming, manifest.load(place, key), options.later)
        planned = list(parts(whole, options.without))
        for one, changed, spent in progress.each(
            workers.each(_make, work, planned, options.jobs), len(planned), "parts"
        ):
            made.append(one)
            progress.spent(spent)
            yield output_folder.Put(one.files, changed)
        yield coming.put(_beside(made, renderer))
        if not options.livereload:  # of a preview, the code that it has imported counts
            generator_files.require_unchanged_code()

    done = output_folder.replaced(options.output, write)
    manifest.keep(place, key, made)
    return done


def _make(work: Work, part: Part) -> tuple[Made, int, Counter]:
    """Make a part, or take it over from the last site; return it, how many files changed, seconds spent. For any process."""
    last = work.before.get(part)
    if (
        last
        and (part.kind in work.later or work.answers.to(last.answers) == last.answers)
        and work.coming.keep(last.files)
    ):
        return last, 0, Counter()
    asking, sheets = Asking(work.maker.corpus), work.maker.renderer.sheets
    sheets.clear()
    begun, maker = worked(), replace(work.maker, corpus=asking, spent=Counter())
    put = work.coming.put(maker.files(part))
    maker.spent[FOR.get(part.kind, "writing")] += worked() - begun - maker.spent.total()
    return (
        Made(part, work.answers.to(asking.questions), put.files, tuple(sheets)),
        put.changed,
        maker.spent,
    )


def _beside(made: list[Made], renderer: rendering.Renderer) -> Iterator[tuple[str, bytes]]:
    """Yield what belongs to no part: the site's styles and scripts, and what machines read."""
    sheets = (sheet for one in made for sheet in one.sheets)
    yield from rendering.static_files(
        sheets, {cell_labels.SHEET: cell_labels.sheet(renderer.strings)}, renderer.assets
    )
    yield from rendering.for_machines([path for one in made for path in one.files], renderer.site)
    yield folder_ownership.NO_JEKYLL, b""


def joined(options: Options, progress: Progress) -> Corpus:
    """Read the content and join it; raise `ContentMistakes` if there are any, or where something published is lost."""
    return _joined(*checked(options, progress), generator_files.take_templates(), options)


def _joined(
    found: content_folder.Content, read: list[Read], own: generator_files.Files, options: Options
) -> Corpus:
    settings = {
        "base-url": found.site.base_url,
        "date": found.site.date,
        "without": ",".join(sorted(options.without)),
    }
    known = input_hash.digest(found.held, own, generator_files.CODE, settings)
    return replace(corpus(found, read), inputs=known)


def checked(options: Options, progress: Progress) -> tuple[content_folder.Content, list[Read]]:
    """Read the content and every report; raise `ContentMistakes` if there are any, or where something published is lost."""
    file_cache.take(options.cache)
    generator_files.require_imported_code()
    with progress.stage("content"):
        found = content_folder.read(options.content)
        if options.base_url:
            found = replace(
                found, site=replace(found.site, base_url=options.base_url.rstrip("/") + "/")
            )
        if mistakes := tuple(
            check.of_content(found)
        ):  # all at once: also those that would only show when reports are read
            _refuse((*mistakes, *check.problems(found)))
    with progress.stage("readings"):
        read = list(progress.each(_reads(found, options), len(found.reports), "reports"))
        _refuse(problem for one in read for problem in one.problems)
    _refuse(
        published_releases.lost_addresses(
            found.releases,
            found.aliases,
            [one.reading for one in read],
            content_folder.ALIASES_PATH,
        )
    )
    return found, read


def _reads(found: content_folder.Content, options: Options) -> Iterator[Read]:
    given = [(report, found.source_texts.get(report.source.file)) for report in found.reports]
    return reads(
        given,
        (found.vocabulary, found.glossary),
        code(*READING),
        options.cache / READINGS,
        options.jobs,
        options.executor,
    )


def _refuse(problems: Iterable[Problem]) -> None:
    if found := tuple(problems):
        raise ContentMistakes(found)
