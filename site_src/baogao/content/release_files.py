"""`content/releases/`: what was published, and which addresses were given a new place since."""

import re
from pathlib import Path

from baogao.content import safe_read
from baogao.content.csv_table import read_rows
from baogao.content.data_dictionary import tables
from baogao.content.front_matter import is_day
from baogao.content.hashed_folder import Folder
from baogao.content.published_releases import ALIASES, FIRST_COLUMNS, Alias, Release
from baogao.content.yaml_entries import Entry, Mistake, make_each, read_entries
from baogao.records import Problem

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
            releases.append(Release(version, day, name, tuple(row for _, row in rows)))
        else:
            hint = "releases are written by `baogao release` and stay"
            found.append(Problem(name, 1, "missing", hint))
    return tuple(releases)


def read_aliases(folder: Folder, shown: str, found: list[Problem]) -> tuple[Alias, ...]:
    """Return the addresses that were moved."""
    path: Path = folder.root / "releases" / "aliases.csv"
    if not safe_read.exists(path):
        return ()
    rows = read_rows(path, folder, f"{shown}/aliases.csv", ALIASES, found)
    return tuple(Alias(**row, line=line) for line, row in rows)


def _version_and_day(entry: Entry) -> tuple[str, str]:
    version, day = entry.get("version"), entry.get("date")
    if not VERSION.fullmatch(str(version)) or not is_day(day):
        hint = "- {version: …, date: …}, as `baogao release` writes it"
        raise Mistake("not a release", hint)
    return str(version), str(day)
