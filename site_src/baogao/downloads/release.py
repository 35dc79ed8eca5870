"""`baogao release` and `baogao diff`: a release written into `content/`, and what changed between two states of the data."""

import csv
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from baogao.content import content_folder, safe_read
from baogao.content.atomic_write import append_text, require_within, write_file
from baogao.content.data_dictionary import tables as described
from baogao.content.published_releases import FIRST_COLUMNS
from baogao.corpus.corpus import Corpus
from baogao.downloads.csv_files import table_csv
from baogao.downloads.data_diff import as_markdown, differences
from baogao.downloads.table_rows import table_rows

VERSION = re.compile(r"\d+\.\d+\.\d+")


class CannotRelease(Exception):
    """The release cannot be made, or the data not be read; says why and what to do."""


def release(version: str, day: str, root: Path, corpus: Corpus) -> list[str]:
    """Write `content/releases/VERSION.csv` and its date, and make both the site's; return what to tell."""
    here = content_folder.read(root)
    if not VERSION.fullmatch(version):
        raise CannotRelease(f"not a version: {version!r} (three numbers: 0.2.0)")
    if not _is_day(day):
        raise CannotRelease(f"not a date: {day!r} (as 2026-11-22)")
    for earlier in here.releases:
        if _number(earlier.version) >= _number(version) or earlier.date > day:
            raise CannotRelease(
                f"{earlier.version} of {earlier.date} is there: releases go on from it"
            )
    path = root / "releases" / f"{version}.csv"
    listing, settings = root / "releases" / "releases.yml", root / "site.yml"
    data = table_csv(
        described()["figures"], table_rows("figures", corpus), content_folder.shown_path(path, root)
    )
    require_within(root, path, listing, settings)
    left = path.is_file() and path.read_bytes() == data  # by a release that was killed
    if safe_read.exists(path) and not left:
        raise CannotRelease(
            f"{content_folder.shown_path(path, root)}: is here already "
            "and releases.yml does not list it (move it away)"
        )
    write_file(path, data)
    append_text(listing, f'- {{version: {version}, date: "{day}"}}\n')
    _set(settings, {"version": version, "date": day})
    if _is_in_step(citation := root.parent / "CITATION.cff", here.site.version):
        _set(citation, {"version": version, "date-released": day})
    last = here.releases[-1].rows if here.releases else ()
    return (
        [
            f"{content_folder.shown_path(path, root)} is written",
            *as_markdown(differences(last, rows(path))),
        ]
        if last
        else [f"{content_folder.shown_path(path, root)} is written: the first release"]
    )


def diff(old: Path, new: Path) -> Iterator[str]:
    """Yield what changed between two states of the data, each a release's file or a `build/data` folder."""
    return as_markdown(differences(rows(old), rows(new)))


def rows(path: Path) -> list[dict[str, str]]:
    """Return the figures of a release's file or of a folder with `figures.csv`; raise `CannotRelease`."""
    file = path / "figures.csv" if path.is_dir() else path
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            found = csv.DictReader(lines)
            needed = described()["figures"].header[:FIRST_COLUMNS]
            missing = set(needed) - set(found.fieldnames or ())
            if missing:
                raise CannotRelease(
                    f"{file}:1: lacks the columns {', '.join(sorted(missing))} (a release's file, or figures.csv)"
                )
            return list(found)
    except (OSError, UnicodeDecodeError) as error:
        raise CannotRelease(
            f"{file}: cannot be read: {getattr(error, 'strerror', None) or 'not UTF-8'}"
        ) from None


def _is_in_step(citation: Path, version: str) -> bool:
    """Say whether a citation file is the site's: it states the version that the site has had so far."""
    stated = re.compile(rf"^version: [\"']?{re.escape(version)}[\"']?$", re.M)
    return bool(version) and citation.is_file() and bool(stated.search(citation.read_text("utf-8")))


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _number(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def _set(path: Path, values: dict[str, str]) -> None:
    """Give settings of a YAML file new values, all else as it stands."""
    text = path.read_text("utf-8")
    for key, value in values.items():
        line = f"{key}: {value}"
        text, found = re.subn(rf"^{key}:.*$", line, text, flags=re.M)
        text += "" if found else f"{line}\n"
    write_file(path, text.encode())
