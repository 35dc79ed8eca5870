"""`content/sources/`: the files as received, and the list that says where each came from."""

import hashlib
import re
from pathlib import Path

from baogao.content import safe_read
from baogao.content.front_matter import is_day
from baogao.content.invisible_characters import INVISIBLE, in_brackets
from baogao.content.limits import LONGEST_LINE, LONGEST_TITLE
from baogao.content.recorded_folder import Folder, as_spelt, one_name
from baogao.content.yaml_entries import Entry, Mistake, make_each, read_entries, require_short
from baogao.record_decorator import record
from baogao.records import Problem

LISTED = ("file", "sha256", "received", "origin")
# What the name of a source must not hold: a folder, what some system refuses, what nobody sees.
FORBIDDEN = rf"""/\\<>:"|?*\n\t{in_brackets(INVISIBLE)}"""
NAME = re.compile(rf"(?!\.)[^{FORBIDDEN}]{{1,200}}\.txt")  # 001_1d3ab0f540b61540.txt


@record
class Source:
    """A file as received, and where it came from."""

    file: str
    sha256: str
    received: str
    origin: str
    note: str = ""


def listed_sources(folder: Folder, shown: str, found: list[Problem]) -> dict[str, Source]:
    """Return the sources that the list has, by file name; `shown` is their folder in messages."""
    path, listing = folder.root / "sources" / "sources.yml", f"{shown}/sources.yml"
    if not safe_read.exists(path):
        found.append(Problem(listing, 1, "missing", "it lists every source with its SHA-256"))
    entries = read_entries(path, folder, listing, found)
    return {source.file: source for source in make_each(entries, _source, listing, found)}


def read_texts(
    sources: dict[str, Source], folder: Folder, shown: str, found: list[Problem]
) -> dict[str, str]:
    """Return the texts of sources by file name; a file that has changed is a problem."""
    texts = {}
    for file, source in sources.items():
        text = _text(
            folder, as_spelt(folder.root / "sources" / file), f"{shown}/{file}", source, found
        )
        if text is not None:
            texts[file] = text
    return texts


def named_sources(folder: Folder, shown: str) -> frozenset[str]:
    """Return all names that the list of sources has, those too of entries with mistakes."""
    path = folder.root / "sources" / "sources.yml"
    entries = read_entries(path, folder, f"{shown}/sources.yml", [])
    values = (value for entry in entries for value in entry.values())
    return frozenset(one_name(value) for value in values if isinstance(value, str))


def _text(
    folder: Folder, path: Path, shown: str, source: Source, found: list[Problem]
) -> str | None:
    """Return the text of a source; None where it cannot be read."""
    received = safe_read.read_bytes(path, folder, shown, found)
    if received is None:
        return None
    text = safe_read.decode(received, path, shown, found)
    if text is not None and hashlib.sha256(received).hexdigest() != source.sha256:
        listing = shown.removesuffix(source.file) + "sources.yml"
        hint = f"its SHA-256 is no longer the one in {listing}; bring the file back"
        found.append(Problem(shown, 1, "the source has changed since it was received", hint))
    return text


def _source(entry: Entry) -> Source:
    lacking = [key for key in LISTED if not isinstance(entry.get(key), str) or not entry[key]]
    if lacking:
        hint = "each has file, sha256, received, origin"
        raise Mistake(f"source lacks {', '.join(lacking)}", hint)
    require_short(entry, sha256=LONGEST_TITLE, origin=LONGEST_LINE, note=LONGEST_LINE)
    if not NAME.fullmatch(entry["file"]):
        hint = "a plain name that ends with .txt, no folder"
        raise Mistake(f"no source can be called {entry['file']!r}", hint)
    if not is_day(entry["received"]):
        raise Mistake(f"received on {entry['received']!r}", "a date as 2020-04-27")
    note = entry.get("note") or ""
    if not isinstance(note, str):
        raise Mistake(f"note cannot be {note!r}", "a text")
    return Source(
        one_name(entry["file"]), entry["sha256"], entry["received"], entry["origin"], note
    )
