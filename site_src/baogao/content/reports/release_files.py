"""`content/releases/`: what was published, and which addresses were given a new place since."""

import re
from collections.abc import Iterator
from pathlib import Path

from baogao.content.data_dictionary import tables
from baogao.content.files import safe_read
from baogao.content.files.csv_table import Row, read_rows
from baogao.content.files.recorded_folder import Folder, content_files
from baogao.content.reports.front_matter import is_day
from baogao.content.reports.published_addresses import ALIASES, FIRST_COLUMNS, Alias, Release
from baogao.content.yaml.yaml_entries import Entry, Mistake, make_each, read_entries
from baogao.records import Problem

# What the cells of a release must be, where addresses and comparisons are made of them.
CELLS = {
    "figure": re.compile(r"f-[a-z0-9]{1,20}"),
    "record": re.compile(r"0|[1-9][0-9]{0,3}"),
    "report": re.compile(r"[0-9]{6}(-[a-z0-9-]+)?/[0-9]{4}"),
    "start": re.compile(r"[0-9]{1,9}"),
    "end": re.compile(r"[0-9]{1,9}"),
    "value": re.compile(r"(-?[0-9]{1,34}(\.[0-9]{1,34})?)?"),
    "value_high": re.compile(r"(-?[0-9]{1,34}(\.[0-9]{1,34})?)?"),
}
CELLS_HINT = "releases are written by `baogao release` and stay as they are"
VERSION = re.compile(r"\d{1,4}\.\d{1,4}\.\d{1,4}", re.A)


def read_releases(folder: Folder, shown: str, found: list[Problem]) -> tuple[Release, ...]:
    """Return the releases in order; `shown` is their folder as messages show it."""
    path, listing = folder.root / "releases", f"{shown}/releases.yml"
    entries = read_entries(path / "releases.yml", folder, listing, found)
    releases = []
    for version, day in make_each(entries, _version_and_day, listing, found):
        file, name = path / f"{version}.csv", f"{shown}/{version}.csv"
        if safe_read.exists(file):
            header = tables()["figures"].header
            rows = read_rows(file, folder, name, header, found, least=FIRST_COLUMNS)
            wrong = [problem for line, row in rows for problem in _wrong_cells(name, line, row)]
            found += wrong
            good = () if wrong else (row for _, row in rows)
            releases.append(Release(version, day, name, tuple(good)))
        else:
            found.append(Problem(name, 1, "missing", CELLS_HINT))
    found += _unlisted(path, shown, {release.version for release in releases})
    return tuple(releases)


def _unlisted(path: Path, shown: str, versions: set[str]) -> list[Problem]:
    """Return a problem for each release's file that `releases.yml` does not list."""
    files = content_files(path, "*.csv")
    hint = "list it, or move it away"
    return [
        Problem(f"{shown}/{file.name}", 1, "is not listed in releases.yml", hint)
        for file in files
        if VERSION.fullmatch(file.stem) and file.stem not in versions
    ]


def read_aliases(folder: Folder, shown: str, found: list[Problem]) -> tuple[Alias, ...]:
    """Return the addresses that were moved."""
    path: Path = folder.root / "releases" / "aliases.csv"
    if not safe_read.exists(path):
        return ()
    rows = read_rows(path, folder, f"{shown}/aliases.csv", ALIASES, found)
    return tuple(Alias(**row, line=line) for line, row in rows)


def _wrong_cells(path: str, line: int, row: Row) -> Iterator[Problem]:
    for column, form in CELLS.items():
        if not form.fullmatch(row[column]):
            yield Problem(path, line, f"{column} cannot be {row[column]!r:.60}", CELLS_HINT)


def _version_and_day(entry: Entry) -> tuple[str, str]:
    version, day = entry.get("version"), entry.get("date")
    if not VERSION.fullmatch(str(version)) or not is_day(day):
        hint = "- {version: …, date: …}, as `baogao release` writes it"
        raise Mistake("not a release", hint)
    return str(version), str(day)
