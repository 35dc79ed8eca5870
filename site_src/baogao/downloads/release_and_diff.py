"""`baogao release` and `baogao diff`.

A release is written into `content/`; a difference is told between two states of the data.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from baogao.content import content_folder
from baogao.content.content_folder import Content, shown_path
from baogao.content.data_dictionary import tables as described
from baogao.content.files import write_journal
from baogao.content.files.write_journal import CITATION, FilePlan
from baogao.content.reports.published_addresses import FIRST_COLUMNS
from baogao.content.yaml.yaml_list import with_entry
from baogao.corpus.corpus import Corpus
from baogao.downloads.cells import checked
from baogao.downloads.csv_files import table_csv
from baogao.downloads.data_diff import as_markdown, differences
from baogao.downloads.table_rows import figures_of_all

VERSION = re.compile(r"\d+\.\d+\.\d+")  # 0.2.0
LISTING = "releases/releases.yml"
SETTINGS = "site.yml"
Row = dict[str, str]


class CannotRelease(Exception):
    """The release cannot be made, or the data not be read; says why and what to do."""


def go_on(version: str, day: str, root: Path) -> tuple[bool, list[str]]:
    """Complete what an earlier command has begun.

    Returns whether it was this release, and what to tell.
    """
    done = write_journal.go_on(root)
    return done == _command(version, day), write_journal.completed(done)


def release(version: str, day: str, root: Path, corpus: Corpus) -> list[str]:
    """Write `content/releases/VERSION.csv` and its date, and make both the site's.

    Returns what to tell, line by line; raises `CannotRelease`.
    """
    here = content_folder.read(root)
    _require_next(version, day, here)
    path = f"releases/{version}.csv"
    shown = shown_path(root / path, root)
    plan = FilePlan(root, _command(version, day))
    if plan.exists(path):
        reason = "is here already and releases.yml does not list it (move it away)"
        raise CannotRelease(f"{shown}: {reason}")
    figures = described()["figures"]
    rows = checked(figures, figures_of_all(corpus), shown)
    plan.write(path, table_csv(figures, rows))
    listed = with_entry(plan.read(LISTING).decode(), {"version": version, "date": day})
    plan.write(LISTING, listed.encode())
    _set(plan, SETTINGS, {"version": version, "date": day})
    if _is_in_step(plan, here.site.version):
        _set(plan, CITATION, {"version": version, "date-released": day})
    plan.carry_out()
    if not here.releases:
        return [f"{shown} is written: the first release"]
    changes = differences(here.releases[-1].rows, read_figures(root / path))
    return [f"{shown} is written", *as_markdown(changes)]


def _require_next(version: str, day: str, here: Content) -> None:
    """Raise `CannotRelease` unless version and day can follow the releases that are there."""
    if not VERSION.fullmatch(version):
        raise CannotRelease(f"not a version: {version!r} (three numbers: 0.2.0)")
    if not _is_day(day):
        raise CannotRelease(f"not a date: {day!r} (as 2026-11-22)")
    for earlier in here.releases:
        if _number(earlier.version) >= _number(version) or earlier.date > day:
            raise CannotRelease(
                f"{earlier.version} of {earlier.date} is there: releases go on from it"
            )


def _command(version: str, day: str) -> str:
    """Return the command as a person gives it."""
    return f"release {version} --date {day}"


def diff(old: Path, new: Path) -> Iterator[str]:
    """Yield what changed between two states of the data.

    Each is a release's file or a `build/data` folder.
    """
    return as_markdown(differences(read_figures(old), read_figures(new)))


def read_figures(path: Path) -> list[Row]:
    """Return the figures of a release's file or of a folder with `figures.csv`.

    Raises `CannotRelease`.
    """
    file = path / "figures.csv" if path.is_dir() else path
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            found = csv.DictReader(lines)
            _require_columns(file, found.fieldnames or ())
            return list(found)
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
        raise CannotRelease(f"{file}: cannot be read: {reason}") from None


def _require_columns(file: Path, header: Sequence[str]) -> None:
    needed = described()["figures"].header[:FIRST_COLUMNS]
    if missing := set(needed) - set(header):
        columns = ", ".join(sorted(missing))
        hint = "a release's file, or figures.csv"
        raise CannotRelease(f"{file}:1: lacks the columns {columns} ({hint})")


def _is_in_step(plan: FilePlan, version: str) -> bool:
    """Say whether there is a citation file that is the site's.

    It states the version that the site has had so far.
    """
    stated = re.compile(rf"^version: [\"']?{re.escape(version)}[\"']?$", re.M)
    return bool(version) and bool(stated.search(plan.read(CITATION).decode()))


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _number(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def _set(plan: FilePlan, path: str, values: dict[str, str]) -> None:
    """Give settings of a YAML file new values, all else as it stands."""
    text = plan.read(path).decode()
    for key, value in values.items():
        line = f"{key}: {value}"
        text, found = re.subn(rf"^{key}:.*$", line, text, flags=re.M)
        if not found:
            text += f"{line}\n"
    plan.write(path, text.encode())
