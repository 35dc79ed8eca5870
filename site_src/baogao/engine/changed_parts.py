"""The site written: what has changed is made, by several processes, and the rest taken over."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import cast

from baogao.content.files import folder_ownership, own_files_read_once
from baogao.content.languages import LANGUAGES
from baogao.content.value_digest import digest
from baogao.corpus.corpus import Corpus
from baogao.corpus.translated_corpus import translated
from baogao.engine import made_parts, replace_site, spare_site, workers
from baogao.engine.code_fingerprint import code_fingerprint
from baogao.engine.dependencies import Answers, TrackedCorpus
from baogao.engine.kept_corpus import KeptCorpus
from baogao.engine.made_parts import LastSite, MadePart, PresentSite
from baogao.engine.next_site import NextSite, PutFiles
from baogao.engine.part_kinds import PURPOSES, files_of
from baogao.engine.part_tools import PartMaker, seconds_worked
from baogao.engine.progress import Progress
from baogao.engine.site_parts import (
    CHARTS,
    FILES_OF_ALL,
    PACKED,
    SitePart,
    in_each_language,
    site_parts,
    wave,
)
from baogao.engine.template_cache import TemplateCache
from baogao.pages import cell_label_styles, embeds, files_of_site, updates
from baogao.pages.rendering import Renderer
from baogao.pages.reports import marks


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a build was asked for: see `build.Options`."""

    output: Path
    cache: Path
    jobs: int
    executor: str
    livereload: int
    without: frozenset[str]
    later: frozenset[str]


@dataclass(frozen=True, slots=True)
class Work:
    """What every process that makes parts needs."""

    maker: PartMaker
    answers: Answers
    site: NextSite


@dataclass(frozen=True, slots=True)
class Done:
    """A part that was made; how many of its files changed, and seconds of work by purpose."""

    made: MadePart
    changed: int
    spent: dict[str, float]


def write_site(
    corpus: KeptCorpus,
    present: PresentSite,
    own: own_files_read_once.Files,
    wishes: Wishes,
    progress: Progress,
) -> tuple[int, int]:
    """Write the site of a corpus and put it in place of the last one.

    `present` is what stands there now, `own` are the templates, styles and words. Returns how many
    files the site has and how many changed.
    """
    renderer = _renderer(corpus, own, wishes)
    maker = PartMaker(cast(Corpus, corpus), renderer, wishes.cache, wishes.without)
    answers, key = Answers(corpus.digest_of), _manifest_key(corpus, renderer, wishes)
    planned = list(site_parts(cast(Corpus, corpus), wishes.without))
    made = {one.part: one for one in _current(planned, present, key, answers, wishes.later)}
    missing = _to_be_made(planned, made)
    kept = {path: known for one in made.values() for path, known in one.files.items()}

    def write(site: NextSite) -> Iterator[PutFiles]:
        work = Work(maker, answers, site)
        for done in progress.each(_done(work, missing, wishes), len(missing), "parts"):
            made[done.made.part] = done.made
            progress.spent(done.spent)
            yield PutFiles(done.made.files, done.changed)
        yield site.put(_beside_the_parts([made[part] for part in planned], renderer))
        if not wishes.livereload:  # of a preview, the code that it has imported counts
            own_files_read_once.require_unchanged_code()

    spare = spare_site.Spare(spare_site.path_of(wishes.cache, wishes.output), present.now)
    replaced = replace_site.replace_site(wishes.output, write, kept, spare)
    inputs = "" if wishes.later else corpus.whole.inputs
    last = LastSite(key, inputs, made, replaced.files, replaced.settled)
    made_parts.save(made_parts.path_of(wishes.cache, wishes.output), last)
    return len(replaced.files), replaced.changed


def _to_be_made(planned: Iterable[SitePart], made: dict[SitePart, MadePart]) -> list[SitePart]:
    """Return the parts that are not made; what is made of others' files goes with them.

    `made` loses these.
    """
    missing = [part for part in planned if part not in made]
    if any(part.kind in FILES_OF_ALL for part in missing):
        for part in in_each_language(PACKED.kind):
            made.pop(part, None)
    return [part for part in planned if part not in made]


def _done(work: Work, missing: list[SitePart], wishes: Wishes) -> Iterator[Done]:
    """Yield the parts as they are made, those that need others after these.

    A part is made in all languages by one process: they ask for the same, which it has at hand.
    """
    for parts in _waves(missing):
        alike = [list(some) for _, some in groupby(parts, lambda part: (part.kind, part.key))]
        for done in workers.run_each(_make_each, work, alike, wishes.jobs, wishes.executor):
            yield from done


def _waves(missing: list[SitePart]) -> Iterator[list[SitePart]]:
    """Yield the parts that can be made at once, in order; what packs others' files comes first."""
    if PACKED not in missing:
        yield missing
        return
    in_turn = sorted(missing, key=lambda part: (wave(part), part.kind != PACKED.kind))
    for _, parts in groupby(in_turn, wave):
        yield list(parts)


def _renderer(corpus: KeptCorpus, own: own_files_read_once.Files, wishes: Wishes) -> Renderer:
    return Renderer(
        corpus.whole.site,
        own,
        wishes.livereload,
        updates.has_feed(corpus.whole),
        TemplateCache(wishes.cache / "templates"),
        not corpus.areas_here,
    )


def _manifest_key(corpus: KeptCorpus, renderer: Renderer, wishes: Wishes) -> str:
    """Return the digest of what every part depends on."""
    return digest(
        (
            code_fingerprint(),
            renderer.assets.hashes(),
            corpus.whole.site,
            wishes.livereload,
            renderer.feed,
            renderer.empty,
            CHARTS in wishes.without,
        )
    )


def _current(
    planned: Iterable[SitePart],
    present: PresentSite,
    key: str,
    answers: Answers,
    later: frozenset[str],
) -> Iterator[MadePart]:
    """Yield the parts of the last site that may stay.

    They come later, or all that they asked has the same answers; and their files are there still.
    """
    last = present.last.parts if present.last.key == key else {}
    for part in planned:
        made = last.get(part)
        if made and (part.kind in later or answers.are(made.answers)) and present.holds(made.files):
            yield made


def _make_each(work: Work, parts: list[SitePart]) -> list[Done]:
    return [_make(work, part) for part in parts]


def _make(work: Work, part: SitePart) -> Done:
    """Make a part, noting what it asks of the corpus and which style sheets its pages have."""
    work.site.require_here()
    renderer = work.maker.renderer.in_language(part.language)
    tracked, sheets = TrackedCorpus(work.maker.corpus), renderer.sheets
    sheets.clear()
    begun = seconds_worked()
    maker = PartMaker(
        translated(cast(Corpus, tracked), renderer.language),
        renderer,
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
    additions = {embeds.SHEET: embeds.sheet()}
    for one in map(renderer.in_language, LANGUAGES):
        additions[one.spoken(cell_label_styles.SHEET)] = cell_label_styles.sheet(one.strings)
        additions[one.spoken(marks.SHEET)] = marks.sheet(one.strings)
    yield from files_of_site.static_files(sheets, additions, renderer.assets)
    yield from files_of_site.for_machines(
        [path for one in made for path in one.files], renderer.site
    )
    yield folder_ownership.NO_JEKYLL, b""
