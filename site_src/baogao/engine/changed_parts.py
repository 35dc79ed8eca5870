"""The site written: what has changed is made, by several processes, and the rest taken over."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from baogao.content import folder_ownership, own_files_read_once
from baogao.content.value_digest import digest
from baogao.corpus.corpus import Corpus
from baogao.engine import made_parts, replace_site, workers
from baogao.engine.code_fingerprint import code_fingerprint
from baogao.engine.dependencies import Answers, TrackedCorpus
from baogao.engine.made_parts import MadePart
from baogao.engine.next_site import NextSite, PutFiles
from baogao.engine.part_kinds import PURPOSES, files_of
from baogao.engine.part_tools import PartMaker, seconds_worked
from baogao.engine.progress import Progress
from baogao.engine.site_parts import CHARTS, SitePart, site_parts
from baogao.engine.template_cache import TemplateCache
from baogao.pages import cell_label_styles, embeds, rendering, updates
from baogao.pages.rendering import Renderer


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a build was asked for: see `build.Options`."""

    output: Path
    cache: Path
    jobs: int
    livereload: int
    without: frozenset[str]
    later: frozenset[str]


@dataclass(frozen=True, slots=True)
class Work:
    """What every process that makes parts needs; `before` is what the last build made."""

    maker: PartMaker
    answers: Answers
    site: NextSite
    before: dict[SitePart, MadePart]
    later: frozenset[str]


@dataclass(frozen=True, slots=True)
class Done:
    """A part that was made or taken over; how many files changed, seconds of work by purpose."""

    made: MadePart
    changed: int
    spent: dict[str, float]


def write_site(
    corpus: Corpus,
    readings: dict[str, str],
    own: own_files_read_once.Files,
    wishes: Wishes,
    progress: Progress,
) -> tuple[int, int]:
    """Write the site of a corpus and put it in place of the last one.

    `readings` are the digests of what each report was read from, `own` the templates, styles and
    words. Returns how many files the site has and how many changed.
    """
    renderer = _renderer(corpus, own, wishes)
    maker = PartMaker(corpus, renderer, wishes.cache, wishes.without)
    key = _manifest_key(corpus, renderer, wishes)
    path = made_parts.path_of(wishes.cache, wishes.output)
    made: list[MadePart] = []

    def write(site: NextSite) -> Iterator[PutFiles]:
        work = Work(
            maker, Answers(corpus, readings), site, made_parts.load(path, key), wishes.later
        )
        for done in _each_part(work, wishes, progress):
            made.append(done.made)
            progress.spent(done.spent)
            yield PutFiles(done.made.files, done.changed)
        yield site.put(_beside_the_parts(made, renderer))
        if not wishes.livereload:  # of a preview, the code that it has imported counts
            own_files_read_once.require_unchanged_code()

    result = replace_site.replace_site(wishes.output, write)
    made_parts.save(path, key, made)
    return result


def _renderer(corpus: Corpus, own: own_files_read_once.Files, wishes: Wishes) -> Renderer:
    return Renderer(
        corpus.site,
        own,
        wishes.livereload,
        updates.has_feed(corpus),
        TemplateCache(wishes.cache / "templates"),
    )


def _manifest_key(corpus: Corpus, renderer: Renderer, wishes: Wishes) -> str:
    """Return the digest of what every part depends on."""
    return digest(
        (
            code_fingerprint(),
            renderer.assets.hashes(),
            corpus.site,
            wishes.livereload,
            renderer.feed,
            CHARTS in wishes.without,
        )
    )


def _each_part(work: Work, wishes: Wishes, progress: Progress) -> Iterator[Done]:
    planned = list(site_parts(work.maker.corpus, wishes.without))
    done = workers.run_each(make_or_take_over, work, planned, wishes.jobs)
    return progress.each(done, len(planned), "parts")


def make_or_take_over(work: Work, part: SitePart) -> Done:
    """Make a part, or take it over from the last site; in any process."""
    last = work.before.get(part)
    if last and _is_current(work, last) and work.site.take_over(last.files):
        return Done(last, 0, {})
    return _make(work, part)


def _is_current(work: Work, last: MadePart) -> bool:
    """Say whether a part may stay: it may come later, or all it asked has the same answers."""
    return last.part.kind in work.later or work.answers.to(last.answers) == last.answers


def _make(work: Work, part: SitePart) -> Done:
    """Make a part, noting what it asks of the corpus and which style sheets its pages have."""
    tracked, sheets = TrackedCorpus(work.maker.corpus), work.maker.renderer.sheets
    sheets.clear()
    begun = seconds_worked()
    maker = PartMaker(
        cast(Corpus, tracked),  # it answers as the corpus does
        work.maker.renderer,
        work.maker.cache,
        work.maker.without,
    )
    put = work.site.put(files_of(maker, part))
    writing = seconds_worked() - begun - sum(maker.spent.values())
    maker.spent[PURPOSES.get(part.kind, "writing")] += writing
    made = MadePart(part, work.answers.to(tracked.questions), put.files, tuple(sheets))
    return Done(made, put.changed, dict(maker.spent))


def _beside_the_parts(made: list[MadePart], renderer: Renderer) -> Iterator[tuple[str, bytes]]:
    """Yield what belongs to no part: the site's styles and scripts, and what machines read."""
    sheets = (sheet for one in made for sheet in one.sheets)
    additions = {
        cell_label_styles.SHEET: cell_label_styles.sheet(renderer.strings),
        embeds.SHEET: embeds.sheet(),
    }
    yield from rendering.static_files(sheets, additions, renderer.assets)
    yield from rendering.for_machines([path for one in made for path in one.files], renderer.site)
    yield folder_ownership.NO_JEKYLL, b""
