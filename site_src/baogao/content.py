"""Everything under `content/`, read once: the only module that reads it for the build.

Mistakes are collected, never raised: what can be read is returned beside what cannot.
"""
import csv
import hashlib
import io
import re
from dataclasses import dataclass, replace
from pathlib import Path

from baogao import front_matter, hand, yamls
from baogao.glossary import Glossary
from baogao.glossary import load as load_glossary
from baogao.dictionary import tables
from baogao.records import Problem, Report, Site, Source
from baogao.releases import ALIASES, Alias, Release
from baogao.vocabulary import Vocabulary
from baogao.vocabulary import load as load_vocabulary
from baogao.wordlists import Wordlists
from baogao.wordlists import load as load_wordlists

SCORES = ("report", "figures", "span_f1", "quantity_f1", "record_f1", "indicator_precision", "indicator_recall",
          "kind", "status", "bound", "period", "label")
ALIASES_PATH = "content/releases/aliases.csv"
NUMBER = re.compile(r"\d+(\.\d+)?")


@dataclass(frozen=True, slots=True)
class Content:
    """The content as read, and the problems of reading it."""
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
    problems: tuple[Problem, ...]
    releases: tuple[Release, ...] = ()
    aliases: tuple[Alias, ...] = ()


def read(root: Path) -> Content:
    """Read all content below `root`; paths in problems are as seen from its parent."""
    found: list[Problem] = []
    sources, texts = _sources(root, found)
    vocabulary = load_vocabulary(root / "vocabulary")
    found += [replace(p, path=name(Path(p.path), root)) for p in vocabulary.problems]
    wordlists, mistakes = load_wordlists(root / "vocabulary", name(root / "vocabulary", root))
    glossary, wrong = load_glossary(root / "vocabulary", name(root / "vocabulary", root))
    found += mistakes + wrong
    reports = tuple(filter(None, (_report(root, path, found) for path in sorted(root.glob("reports/*/*.md")))))
    prose = {path.stem: text(path, root, found) or "" for path in sorted(root.glob("pages/*.md"))}
    beside = tuple(name(path, root) for kind in ("corrections", "figures") for path in sorted(root.glob(f"{kind}/*/*.yml")))
    return Content(_site(root, found), reports, sources, texts, vocabulary, wordlists, glossary, prose, beside,
                   _scores(root, prose, found), *_published(root, found))


def _published(root: Path, found: list[Problem]) -> tuple[tuple[Problem, ...], tuple[Release, ...], tuple[Alias, ...]]:
    """Return the problems of everything, the releases in order, and the addresses that were moved."""
    released = tuple(filter(None, (_release(root, entry, found) for entry in _yaml(root / "releases" / "releases.yml", root, found, list))))
    aliases = tuple(Alias(*row, line) for line, row in _table(root / "releases" / "aliases.csv", root, ALIASES, found))
    return tuple(found), released, aliases


def _release(root: Path, entry: object, found: list[Problem]) -> Release | None:
    listing = name(root / "releases" / "releases.yml", root)
    if not isinstance(entry, dict) or not {"version", "date"} <= entry.keys():
        found.append(Problem(listing, entry.get(yamls.LINE, 1) if isinstance(entry, dict) else 1, "not a release", "- {version: …, date: …}, as `baogao release` writes it"))
        return None
    path, header = root / "releases" / f"{entry['version']}.csv", tables()["figures"].header
    rows = tuple(dict(zip(header, row)) for _, row in _table(path, root, header, found, must=True))
    return Release(str(entry["version"]), str(entry["date"]), name(path, root), rows)


def _table(path: Path, root: Path, header: tuple[str, ...], found: list[Problem], must: bool = False) -> list[tuple[int, list[str]]]:
    """Return the rows of a CSV file with their lines; none where it is missing or not as its header should be."""
    if not path.exists():
        found += [Problem(name(path, root), 1, "missing", "releases are written by `baogao release` and stay")] if must else []
        return []
    lines = csv.reader(io.StringIO(text(path, root, found) or "", newline=""))
    rows = [(lines.line_num, row) for row in lines]
    odd = [line for line, row in rows if len(row) != len(header)]
    if not rows or tuple(rows[0][1]) != header or odd:
        found.append(Problem(name(path, root), odd[0] if odd else 1, "not a row of this table", "its columns are " + ", ".join(header)))
        return []
    return rows[1:]


def name(path: Path, root: Path) -> str:
    """Return a path as messages show it: `content/reports/330200/2020.md`."""
    return path.relative_to(root.parent).as_posix()


def text(path: Path, root: Path, found: list[Problem]) -> str | None:
    """Return a file's text, a byte-order mark dropped and line ends as `\\n`; None if it cannot be read."""
    try:
        return decoded(path.read_bytes())
    except UnicodeDecodeError as error:
        line = path.read_bytes()[:error.start].count(b"\n") + 1
        found.append(Problem(name(path, root), line, f"not UTF-8 (byte {error.start})", "save the file as UTF-8"))
    except OSError as error:
        found.append(Problem(name(path, root), 1, f"cannot be read: {error.strerror}"))
    return None


def decoded(data: bytes) -> str:
    """Return UTF-8 as text with `\\n` line ends and no byte-order mark."""
    return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def _yaml(path: Path, root: Path, found: list[Problem], kind: type, missing: str = ""):
    """Return a YAML file's list or mapping, empty where it is missing or mistaken."""
    if not path.exists():
        found.extend([Problem(name(path, root), 1, "missing", missing)] if missing else [])
        return kind()
    content = text(path, root, found)
    try:
        data = yamls.load(content or "")
    except yamls.YamlMistake as mistake:
        found.append(Problem(name(path, root), mistake.line, mistake.message))
        return kind()
    if data is not None and not isinstance(data, kind):
        found.append(Problem(name(path, root), 1, f"not a {kind.__name__}", "see CONTRIBUTING.md for the form"))
    return data if isinstance(data, kind) else kind()


def _site(root: Path, found: list[Problem]) -> Site:
    path = root / "site.yml"
    data = _yaml(path, root, found, dict, "it holds title, base_url and repository_url")
    known = set(Site.__dataclass_fields__)
    for key in data.keys() - known - {yamls.LINE}:
        found.append(Problem(name(path, root), 1, f"unknown setting {key!r}", "known are " + ", ".join(sorted(known))))
    values = {key: str(data.get(key) or "") for key in known}
    for key in ("title", "description"):
        if data and not values[key]:
            found.append(Problem(name(path, root), 1, f"lacks {key}"))
    if values["base_url"] and not values["base_url"].endswith("/"):
        values["base_url"] += "/"
    return Site(**values)


def _scores(root: Path, prose: dict[str, str], found: list[Problem]) -> tuple[dict[str, str], ...]:
    """Return the rows of scores.csv, which a page may show: what is reached on each annotated report, and on all."""
    path = root / "scores.csv"
    if not path.exists() and not any("[scores]" in page for page in prose.values()):
        return ()
    heads, *rows = csv.reader((text(path, root, found) or ",".join(SCORES)).splitlines())
    for line, row in enumerate([heads, *rows], 1):
        if len(row) != len(SCORES) or tuple(row) != SCORES and not all(map(NUMBER.fullmatch, row[1:])):
            found.append(Problem(name(path, root), line, "not a row of scores", "write the file with `scripts/score --write`"))
            return ()
    return tuple(dict(zip(SCORES, row)) for row in rows)


def _sources(root: Path, found: list[Problem]) -> tuple[dict[str, Source], dict[str, str]]:
    """Return the sources by file name, and their texts; a file that has changed is a problem."""
    listing = root / "sources" / "sources.yml"
    sources, texts = {}, {}
    for entry in _yaml(listing, root, found, list, "it lists every source with its SHA-256"):
        source = _source(entry, name(listing, root), found)
        if source is None:
            continue
        path = root / "sources" / source.file
        content = text(path, root, found)
        if content is None:
            continue
        if hashlib.sha256(path.read_bytes()).hexdigest() != source.sha256:
            found.append(Problem(name(path, root), 1, "the source has changed since it was received",
                                 f"its SHA-256 is no longer the one in {name(listing, root)}; bring the file back"))
        sources[source.file], texts[source.file] = source, content
    return sources, texts


def _source(entry: dict, path: str, found: list[Problem]) -> Source | None:
    wanted = ("file", "sha256", "received", "origin")
    lacking = [key for key in wanted if not isinstance(entry, dict) or not entry.get(key)]
    if lacking:
        line = entry.get(yamls.LINE, 1) if isinstance(entry, dict) else 1
        found.append(Problem(path, line, f"source lacks {', '.join(lacking)}", "each has file, sha256, received, origin"))
        return None
    return Source(*(str(entry[key]) for key in wanted), str(entry.get("note") or ""))


def _report(root: Path, path: Path, found: list[Problem]) -> Report | None:
    content = text(path, root, found)
    if content is None:
        return None
    if not content.strip():
        found.append(Problem(name(path, root), 1, "the file is empty", "run `scripts/baogao add` on its source again"))
        return None
    report, problems = front_matter.parse(name(path, root), content)
    found += problems
    place = f"{path.parent.name}/{path.stem}.yml"
    entries = {kind: _yaml(root / kind / place, root, found, list) for kind in ("corrections", "figures")}
    corrections, mistaken = hand.corrections(entries["corrections"], f"{root.name}/corrections/{place}")
    edits, wrong = hand.edits(entries["figures"], f"{root.name}/figures/{place}")
    found += mistaken + wrong
    return report and replace(report, corrections=corrections, edits=edits)
