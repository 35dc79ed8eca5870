"""Everything under `content/`, read once: the only module that reads it for the build.

Mistakes are collected, never raised: what can be read is returned beside what cannot.
"""

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from baogao.content import format_version, markdown_html, site_settings
from baogao.content.files import safe_read, write_journal
from baogao.content.files.csv_table import Row
from baogao.content.files.recorded_folder import Folder, content_files
from baogao.content.files.unread_files import unread_files
from baogao.content.languages import LANGUAGES
from baogao.content.measured_certainty import CertaintyPoint, certainty_points
from baogao.content.measured_scores import measured_scores
from baogao.content.reports.published_addresses import Alias, Release
from baogao.content.reports.release_files import read_aliases, read_releases
from baogao.content.reports.report_files import BESIDE, read_reports
from baogao.content.reports.source_files import Source, listed_sources, named_sources, read_texts
from baogao.content.site_settings import Site
from baogao.content.vocabulary import vocabulary_layers
from baogao.content.vocabulary.area_english import load as load_area_names
from baogao.content.vocabulary.area_ids import load as load_area_ids
from baogao.content.vocabulary.glossary import Glossary
from baogao.content.vocabulary.glossary import load as load_glossary
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.content.vocabulary.vocabulary import load as load_vocabulary
from baogao.content.vocabulary.word_lists import load as load_word_lists
from baogao.content.vocabulary.words_beyond_reading import Wordlists
from baogao.content.vocabulary.words_beyond_reading import load as load_wordlists
from baogao.content.yaml.yaml_entries import read_data
from baogao.records import Problem, Report

ALIASES_PATH = "content/releases/aliases.csv"
SETTINGS_HINT = "it holds title, base_url and repository_url"
PAGES = "pages/*.md"
PAGE = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")
# What stands at the top of the site, so that no page in words can be called so.
TAKEN = {
    "404",
    "areas",
    "card",
    "cards",
    "charts",
    "api",
    "compare",
    "corrections",
    "coverage",
    "cvs",
    "data",
    "embed",
    "en",
    "feed",
    "index",
    "indicators",
    "livereload",
    "rcs",
    "reports",
    "robots",
    "sccs",
    "search",
    "sitemap",
    "static",
    "targets",
    "llms",
    "terms",
    "updates",
    "words",
}
LED_TO = {"about", "methods"}  # pages in words that every page of the site leads to
LED_TO_HINT = "every page leads to it: bring it back, or take that of `baogao init`"


@dataclass(frozen=True, slots=True)
class Content:
    """The content as read, and the problems of reading it.

    `unfit` is the problem that is told alone: content of another format, or half written. `beside`
    are the files of corrections, edits and reviews. `held` is what was read: the SHA-256 of every
    file by its name. `shown` is the folder as messages show it, `listed` what the list of sources
    names.
    """

    site: Site
    reports: tuple[Report, ...]
    sources: dict[str, Source]
    source_texts: dict[str, str]
    vocabulary: Vocabulary
    wordlists: Wordlists
    glossary: Glossary
    prose: dict[str, str]
    beside: tuple[str, ...]
    scores: tuple[Row, ...]
    certainty: tuple[CertaintyPoint, ...]
    problems: tuple[Problem, ...]
    releases: tuple[Release, ...] = ()
    aliases: tuple[Alias, ...] = ()
    unfit: Problem | None = None
    held: dict[str, str] = field(default_factory=dict)
    shown: str = "content"
    listed: frozenset[str] = frozenset()


def read(root: Path) -> Content:
    """Read all content below `root`; paths in problems are as seen from its parent."""
    folder = Folder(root)
    found: list[Problem] = []
    content = read_all_but_reports(folder)
    texts = read_texts(content.sources, folder, f"{content.shown}/sources", found)
    reports = read_reports(folder, content.shown, found)
    unread = unread_files(root, content.shown, content.listed)
    return replace(
        content,
        reports=reports,
        sources={file: content.sources[file] for file in texts},
        source_texts=texts,
        beside=_beside(root),
        problems=(*content.problems, *found, *unread, *folder.changed),
        held={**content.held, **folder.held},
    )


def read_all_but_reports(folder: Folder) -> Content:
    """Read the content without reports, what stands beside them, and their sources' texts."""
    found: list[Problem] = []
    root, shown = folder.root, folder.root.name
    sources = listed_sources(folder, f"{shown}/sources", found)
    layers = vocabulary_layers.of_content(folder)
    found += vocabulary_layers.lacking(layers)
    vocabulary, wordlists, glossary = _words(layers, found)
    prose = _pages(folder, shown, found)
    site, unfit = _site(folder, found)
    scores = measured_scores(folder, prose, found)
    certainty = _certainty(folder, prose, found)
    releases = read_releases(folder, f"{shown}/releases", found)
    aliases = read_aliases(folder, f"{shown}/releases", found)
    words = [layer.within for layer in layers if layer.within is not folder]  # not the content's
    return Content(
        site=site,
        reports=(),
        sources=sources,
        source_texts={},
        vocabulary=vocabulary,
        wordlists=wordlists,
        glossary=glossary,
        prose=prose,
        beside=(),
        scores=scores,
        certainty=certainty,
        problems=(*found, *(problem for one in words for problem in one.changed)),
        releases=releases,
        aliases=aliases,
        unfit=write_journal.problem(root) or unfit,
        held={name: known for one in (folder, *words) for name, known in one.held.items()},
        shown=shown,
        listed=named_sources(folder, f"{shown}/sources"),
    )


def shown_path(path: Path, root: Path) -> str:
    """Return a path as messages show it: `content/reports/330200/2020.md`."""
    return path.relative_to(root.parent).as_posix()


def not_content(root: Path) -> Problem | None:
    """Return what keeps a folder from being a content folder at all.

    That is, it has no settings that can be read, or they are another program's.
    """
    path, shown = root / "site.yml", shown_path(root / "site.yml", root)
    settings = read_data(path, Folder(root), shown, [], dict) if safe_read.exists(path) else {}
    if settings and ("format" in settings or (root / "vocabulary").is_dir()):
        return None
    return Problem(shown, 1, "missing or no settings", "is it a content folder?")


def _beside(root: Path) -> tuple[str, ...]:
    """Return the files of corrections, edits and reviews."""
    paths = (path for kind in BESIDE for path in content_files(root, f"{kind}/*/*.yml"))
    return tuple(shown_path(path, root) for path in paths)


def _site(folder: Folder, found: list[Problem]) -> tuple[Site, Problem | None]:
    """Return the settings, and what is wrong with their format."""
    path = folder.root / "site.yml"
    shown = shown_path(path, folder.root)
    if not safe_read.exists(path):
        found.append(Problem(shown, 1, "missing", SETTINGS_HINT))
        return site_settings.site({}, shown)[0], None
    before = len(found)
    stated = read_data(path, folder, shown, found, dict)
    if not stated and len(found) == before:
        found.append(Problem(shown, 1, "no settings", SETTINGS_HINT))
    site, mistakes = site_settings.site(stated, shown)
    found += mistakes
    return site, format_version.unfit(stated, shown)


def _words(
    layers: vocabulary_layers.Layers, found: list[Problem]
) -> tuple[Vocabulary, Wordlists, Glossary]:
    vocabulary = load_vocabulary(layers)
    wordlists, in_lists = load_wordlists(layers)
    ids, in_ids = load_area_ids(layers, vocabulary.codes)
    every = {(area.code, area.name) for area in vocabulary.all_areas()}
    names, in_names = load_area_names(layers, every)
    glossary, in_glossary = load_glossary(layers)
    counted, in_counted = load_word_lists(layers)
    wrong = [*in_lists, *in_ids, *in_names, *in_glossary, *in_counted]
    found += [*vocabulary.problems, *wrong]
    wordlists = replace(wordlists, area_ids=ids, area_names=names, word_lists=counted)
    return vocabulary, wordlists, glossary


def _pages(folder: Folder, shown: str, found: list[Problem]) -> dict[str, str]:
    """Return the pages in words by name; those that every page leads to must be there."""
    pages = {path.stem: _prose(folder, path, found) for path in content_files(folder.root, PAGES)}
    for language in LANGUAGES[1:]:
        paths = content_files(folder.root, f"pages/{language}/*.md")
        pages |= {f"{language}/{path.stem}": _prose(folder, path, found) for path in paths}
    gone = (f"{shown}/pages/{name}.md" for name in sorted(LED_TO - pages.keys()))
    found += [Problem(page, 1, "missing", LED_TO_HINT) for page in gone]
    return pages


def _prose(folder: Folder, path: Path, found: list[Problem]) -> str:
    shown = shown_path(path, folder.root)
    text = safe_read.read(path, folder, shown, found) or ""
    found += markdown_html.problems(shown, text)
    if not PAGE.fullmatch(path.stem) or path.stem in TAKEN:
        hint = "small letters, digits and hyphens; a name that the site does not use itself"
        found.append(Problem(shown, 1, f"no page can be called {path.stem!r}", hint))
    return text


def _certainty(
    folder: Folder, prose: dict[str, str], found: list[Problem]
) -> tuple[CertaintyPoint, ...]:
    """Return the rows of certainty.csv, which a page may show."""
    path = folder.root / "certainty.csv"
    if not safe_read.exists(path) and not any("[certainty]" in page for page in prose.values()):
        return ()
    return certainty_points(path, folder, shown_path(path, folder.root), found)
