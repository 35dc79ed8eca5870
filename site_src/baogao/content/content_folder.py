"""Everything under `content/`, read once: the only module that reads it for the build.

Mistakes are collected, never raised: what can be read is returned beside what cannot.
"""

import hashlib
import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from baogao.content import (
    format_version,
    front_matter,
    markdown_html,
    override_files,
    safe_read,
    site_settings,
    yaml_with_lines,
)
from baogao.content.analysis_words import Wordlists
from baogao.content.analysis_words import load as load_wordlists
from baogao.content.certainty_points import CertaintyPoint, certainty_points
from baogao.content.csv_table import rows
from baogao.content.data_dictionary import tables
from baogao.content.front_matter import is_day
from baogao.content.glossary import Glossary
from baogao.content.glossary import load as load_glossary
from baogao.content.hashed_folder import Folder
from baogao.content.published_releases import ALIASES, FIRST_COLUMNS, Alias, Release
from baogao.content.unseen import INVISIBLE, listed
from baogao.content.vocabulary import Vocabulary
from baogao.content.vocabulary import load as load_vocabulary
from baogao.content.yaml_entries import data, entries
from baogao.records import Problem, Report, Site, Source

SCORES = (
    "report",
    "figures",
    "span_f1",
    "quantity_f1",
    "record_f1",
    "indicator_precision",
    "indicator_recall",
    "kind",
    "status",
    "bound",
    "period",
    "label",
)
ALIASES_PATH = "content/releases/aliases.csv"
SETTINGS_HINT = "it holds title, base_url and repository_url"
SCORES_HINT = "write the file with `scripts/score --write`"
VERSION = re.compile(r"\d{1,4}\.\d{1,4}\.\d{1,4}", re.A)
SOURCE = re.compile(rf"""(?!\.)[^/\\<>:"|?*\n\t{listed(INVISIBLE)}]{{1,200}}\.txt""")
PAGE = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")
# What stands at the top of the site, so that no page in words can be called so.
TAKEN = {
    "404",
    "areas",
    "card",
    "cards",
    "charts",
    "corrections",
    "coverage",
    "cvs",
    "data",
    "embed",
    "feed",
    "index",
    "indicators",
    "livereload",
    "pagefind",
    "rcs",
    "reports",
    "robots",
    "sccs",
    "search",
    "sitemap",
    "static",
    "targets",
    "terms",
    "updates",
}
NUMBER = re.compile(r"\d{1,9}(\.\d{1,9})?", re.A)


@dataclass(frozen=True, slots=True)
class Content:
    """The content as read, and the problems of reading it; `unfit` is the one that is told alone: another format.

    `held` is what was read: the SHA-256 of every file by its name.
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
    scores: tuple[dict[str, str], ...]
    certainty: tuple[CertaintyPoint, ...]
    problems: tuple[Problem, ...]
    releases: tuple[Release, ...] = ()
    aliases: tuple[Alias, ...] = ()
    unfit: Problem | None = None
    held: dict[str, str] = field(default_factory=dict)


def read(root: Path) -> Content:
    """Read all content below `root`; paths in problems are as seen from its parent."""
    found: list[Problem] = []
    folder = Folder(root)
    sources, held = _sources(folder, found)
    vocabulary = load_vocabulary(root / "vocabulary", folder)
    found += [replace(p, path=name(Path(p.path), root)) for p in vocabulary.problems]
    wordlists, mistakes = load_wordlists(
        root / "vocabulary", name(root / "vocabulary", root), folder
    )
    glossary, wrong = load_glossary(root / "vocabulary", name(root / "vocabulary", root), folder)
    found += mistakes + wrong
    reports = tuple(
        filter(None, (_report(folder, path, found) for path in sorted(root.glob("reports/*/*.md"))))
    )
    prose = {path.stem: _prose(folder, path, found) for path in sorted(root.glob("pages/*.md"))}
    beside = tuple(
        name(path, root)
        for kind in ("corrections", "figures")
        for path in sorted(root.glob(f"{kind}/*/*.yml"))
    )
    site, unfit = _site(folder, found)
    return Content(
        site,
        reports,
        sources,
        held,
        vocabulary,
        wordlists,
        glossary,
        prose,
        beside,
        _scores(folder, prose, found),
        _certainty(folder, prose, found),
        *_published(folder, found),
        unfit,
        folder.held,
    )


def _published(
    folder: Folder, found: list[Problem]
) -> tuple[tuple[Problem, ...], tuple[Release, ...], tuple[Alias, ...]]:
    """Return the problems of everything, the releases in order, and the addresses that were moved."""
    root = folder.root
    listing, aliases = root / "releases" / "releases.yml", root / "releases" / "aliases.csv"
    released = tuple(
        filter(
            None,
            (
                _release(folder, entry, found)
                for entry in entries(listing, folder, name(listing, root), found)
            ),
        )
    )
    moved = (
        tuple(
            Alias(**row, line=line)
            for line, row in rows(aliases, folder, name(aliases, root), ALIASES, found)
        )
        if safe_read.there(aliases)
        else ()
    )
    return (*found, *folder.changed), released, moved


def _release(folder: Folder, entry: dict, found: list[Problem]) -> Release | None:
    root = folder.root
    listing = name(root / "releases" / "releases.yml", root)
    if not (VERSION.fullmatch(str(entry.get("version"))) and is_day(entry.get("date"))):
        found.append(
            Problem(
                listing,
                entry[yaml_with_lines.LINE],
                "not a release",
                "- {version: …, date: …}, as `baogao release` writes it",
            )
        )
        return None
    path = root / "releases" / f"{entry['version']}.csv"
    if not safe_read.there(path):
        found.append(
            Problem(
                name(path, root), 1, "missing", "releases are written by `baogao release` and stay"
            )
        )
        return None
    header = tables()["figures"].header
    held = rows(path, folder, name(path, root), header, found, least=FIRST_COLUMNS)
    return Release(entry["version"], entry["date"], name(path, root), tuple(row for _, row in held))


def name(path: Path, root: Path) -> str:
    """Return a path as messages show it: `content/reports/330200/2020.md`."""
    return path.relative_to(root.parent).as_posix()


def _site(folder: Folder, found: list[Problem]) -> tuple[Site, Problem | None]:
    """Return the settings, and what is wrong with their format."""
    path = folder.root / "site.yml"
    shown = name(path, folder.root)
    if not safe_read.there(path):
        found.append(Problem(shown, 1, "missing", SETTINGS_HINT))
        return site_settings.site({}, shown)[0], None
    before = len(found)
    stated = data(path, folder, shown, found, dict)
    if not stated and len(found) == before:
        found.append(Problem(shown, 1, "no settings", SETTINGS_HINT))
    site, mistakes = site_settings.site(stated, shown)
    found += mistakes
    return site, format_version.unfit(stated, shown)


def lacking(root: Path) -> Problem | None:
    """Return what keeps a folder from being a content folder at all: no settings that can be read, or no vocabulary."""
    path, found = root / "site.yml", []
    if (
        safe_read.there(path)
        and data(path, Folder(root), name(path, root), found, dict)
        and (root / "vocabulary").is_dir()
    ):
        return None
    return Problem(name(path, root), 1, "missing or no settings", "is it a content folder?")


def _prose(folder: Folder, path: Path, found: list[Problem]) -> str:
    shown = name(path, folder.root)
    text = safe_read.read(path, folder, shown, found) or ""
    found += markdown_html.problems(shown, text)
    if not PAGE.fullmatch(path.stem) or path.stem in TAKEN:
        found.append(
            Problem(
                shown,
                1,
                f"no page can be called {path.stem!r}",
                "small letters, digits and hyphens; a name that the site does not use itself",
            )
        )
    return text


def _scores(
    folder: Folder, prose: dict[str, str], found: list[Problem]
) -> tuple[dict[str, str], ...]:
    """Return the rows of scores.csv, which a page may show: what is reached on each annotated report, and on all."""
    path, shown = folder.root / "scores.csv", name(folder.root / "scores.csv", folder.root)
    if not safe_read.there(path) and not any("[scores]" in page for page in prose.values()):
        return ()
    held = rows(path, folder, shown, SCORES, found, SCORES_HINT)
    for line, row in held:
        if not all(map(NUMBER.fullmatch, list(row.values())[1:])):
            found.append(Problem(shown, line, "not a row of scores", SCORES_HINT))
            return ()
    return tuple(row for _, row in held)


def _certainty(
    folder: Folder, prose: dict[str, str], found: list[Problem]
) -> tuple[CertaintyPoint, ...]:
    """Return the rows of certainty.csv, which a page may show."""
    path = folder.root / "certainty.csv"
    if not safe_read.there(path) and not any("[certainty]" in page for page in prose.values()):
        return ()
    return certainty_points(path, folder, name(path, folder.root), found)


def _sources(folder: Folder, found: list[Problem]) -> tuple[dict[str, Source], dict[str, str]]:
    """Return the sources by file name, and their texts; a file that has changed is a problem."""
    root = folder.root
    listing = root / "sources" / "sources.yml"
    sources, held = {}, {}
    if not safe_read.there(listing):
        found.append(
            Problem(name(listing, root), 1, "missing", "it lists every source with its SHA-256")
        )
    for entry in entries(listing, folder, name(listing, root), found):
        source = _source(entry, name(listing, root), found)
        path = root / "sources" / source.file if source else None
        received = safe_read.data_of(path, folder, name(path, root), found) if path else None
        text = (
            safe_read.text_of(received, path, name(path, root), found)
            if received is not None
            else None
        )
        if text is None:
            continue
        if hashlib.sha256(received).hexdigest() != source.sha256:
            found.append(
                Problem(
                    name(path, root),
                    1,
                    "the source has changed since it was received",
                    f"its SHA-256 is no longer the one in {name(listing, root)}; bring the file back",
                )
            )
        sources[source.file], held[source.file] = source, text
    return sources, held


def _source(entry: dict, path: str, found: list[Problem]) -> Source | None:
    wanted = ("file", "sha256", "received", "origin")
    lacking = [key for key in wanted if not isinstance(entry.get(key), str) or not entry[key]]
    if lacking:
        found.append(
            Problem(
                path,
                entry[yaml_with_lines.LINE],
                f"source lacks {', '.join(lacking)}",
                "each has file, sha256, received, origin",
            )
        )
    elif not SOURCE.fullmatch(entry["file"]):
        found.append(
            Problem(
                path,
                entry[yaml_with_lines.LINE],
                f"no source can be called {entry['file']!r}",
                "a plain name that ends with .txt, no folder",
            )
        )
    elif not is_day(entry["received"]):
        found.append(
            Problem(
                path,
                entry[yaml_with_lines.LINE],
                f"received on {entry['received']!r}",
                "a date as 2020-04-27",
            )
        )
    elif not isinstance(entry.get("note") or "", str):
        found.append(
            Problem(
                path, entry[yaml_with_lines.LINE], f"note cannot be {entry['note']!r}", "a text"
            )
        )
    else:
        return Source(*(entry[key] for key in wanted), entry.get("note") or "")
    return None


def _report(folder: Folder, path: Path, found: list[Problem]) -> Report | None:
    root = folder.root
    text = safe_read.read(path, folder, name(path, root), found)
    if text is None:
        return None
    if not text.strip():
        found.append(
            Problem(
                name(path, root),
                1,
                "the file is empty",
                "run `scripts/baogao add` on its source again",
            )
        )
        return None
    report, problems = front_matter.parse(name(path, root), text)
    found += problems
    place = f"{path.parent.name}/{path.stem}.yml"
    shown = {kind: f"{root.name}/{kind}/{place}" for kind in ("corrections", "figures")}
    listed = {kind: entries(root / kind / place, folder, shown[kind], found) for kind in shown}
    corrections, mistaken = override_files.corrections(listed["corrections"], shown["corrections"])
    edits, wrong = override_files.edits(listed["figures"], shown["figures"])
    found += mistaken + wrong
    return report and replace(report, corrections=corrections, edits=edits)
