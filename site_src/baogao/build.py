"""The build, from content to site: the table of contents of everything else.

    content → check → readings → corpus → charts, search, pages, downloads → site
"""
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from baogao import cards, charts, check, content, downloads, inputs, releases, rendering, search_index, site, svg
from baogao.caching import kept
from baogao.corpus import Corpus, corpus
from baogao.pages import data, inspector, pages, updates
from baogao.progress import Progress
from baogao.readings import reading
from baogao.records import Problem, Reading

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache"


class ContentMistakes(Exception):
    """The content has mistakes; nothing was built."""

    def __init__(self, problems: tuple[Problem, ...]):
        super().__init__(f"{len(problems)} mistakes in the content")
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Options:
    """What to build from, where to, and how."""
    content: Path = ROOT / "content"
    output: Path = ROOT / "build"
    base_url: str = ""
    livereload: int = 0


def build(options: Options, progress: Progress) -> tuple[int, int]:
    """Build the site; return how many files it has and how many changed. Raises `ContentMistakes`."""
    with site.claimed(options.output, progress.say):
        return _built(options, progress)


def _built(options: Options, progress: Progress) -> tuple[int, int]:
    whole = joined(options, progress)
    with progress.stage("charts"):
        drawings = charts.drawings(whole, progress)
        answering = [*charts.files(drawings), ("static/vega.js", kept(CACHE / svg.SCRIPT, svg.script))]
    with progress.stage("search"):
        index = list(search_index.files(whole))
    with progress.stage("pages"):
        renderer = rendering.Renderer(whole.site, options.livereload, feed=updates.has_feed(whole))
        files = [*documents(whole, drawings, renderer), *downloads.files(whole), catalogue(whole, renderer), *answering, *index,
                 *rendering.static_files(renderer.sheets), (site.MARK, b"")]
    with progress.stage("site"):
        return site.write(files, options.output)


def joined(options: Options, progress: Progress) -> Corpus:
    """Read the content and join it; raise `ContentMistakes` if there are any, or where something published is lost."""
    with progress.stage("content"):
        found = checked(options)
    with progress.stage("readings"):
        read = tuple(readings(found, progress))
        _refuse(releases.lost(found.releases, found.aliases, read, content.ALIASES_PATH))
    with progress.stage("corpus"):
        return replace(corpus(found, read), inputs=inputs.digest(options.content, {"base-url": found.site.base_url}))


def checked(options: Options) -> content.Content:
    """Read the content; raise `ContentMistakes` if there are any."""
    found = content.read(options.content)
    if options.base_url:
        found = replace(found, site=replace(found.site, base_url=options.base_url.rstrip("/") + "/"))
    _refuse(check.problems(found))
    return found


def _refuse(problems: Iterable[Problem]) -> None:
    if found := tuple(problems):
        raise ContentMistakes(found)


def readings(found: content.Content, progress: Progress) -> Iterator[Reading]:
    """Read every report."""
    for report in progress.each(found.reports, len(found.reports), "reports"):
        yield reading(report, found.source_texts[report.source.file], found.vocabulary)


def documents(whole: Corpus, drawings: dict, renderer: rendering.Renderer) -> Iterator[tuple[str, bytes]]:
    """Yield every page as the file it is served from, its card, and the site map."""
    if renderer.shared:
        yield from cards.cards(whole, renderer.strings)
    addresses = []
    for page in pages(whole, drawings, renderer.strings):
        addresses.append(page.address)
        yield rendering.file_of(page.address), renderer.html(page)
    yield from inspector.files(whole, renderer.strings)
    yield from rendering.for_machines(addresses, whole.site)


def catalogue(whole: Corpus, renderer: rendering.Renderer) -> tuple[str, Callable[[Path], None]]:
    """Return the page of the downloads as what writes it: it says how large the files beside it are."""
    renderer.sheet(data.STYLES)  # it is rendered when the style sheets are long written

    def written(path: Path) -> None:
        path.write_bytes(renderer.html(data.page(whole, downloads.sizes(path.parent), rendering.examples(), renderer.strings)))
    return rendering.file_of(data.ADDRESS), written
