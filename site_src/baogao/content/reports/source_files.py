"""`content/sources/`: the files as received, and the list that says where each came from.

What is no text in UTF-8 has the text that was taken from it beside it: `page.html.txt`.
"""

import hashlib
import re
from pathlib import Path

from baogao.content.files import safe_read
from baogao.content.files.invisible_characters import INVISIBLE, in_brackets
from baogao.content.files.recorded_folder import Folder, as_spelt, one_name
from baogao.content.limits import LONGEST_LINE, LONGEST_TITLE
from baogao.content.reports.front_matter import is_day
from baogao.content.web_addresses import is_web_address
from baogao.content.yaml.yaml_entries import Entry, Mistake, make_each, read_entries, require_short
from baogao.record_decorator import record
from baogao.records import Problem

LISTED = ("file", "sha256", "received", "origin")
OPTIONAL = ("note", "text_by", "text_sha256", "address")
# What the name of a source must not hold: a folder, what some system refuses, what nobody sees.
FORBIDDEN = rf"""/\\<>:"|?*\n\t{in_brackets(INVISIBLE)}"""
FORMS = (".txt", ".html", ".pdf", ".docx")
# 001_1d3ab0f540b61540.txt
NAME = re.compile(rf"(?!\.)[^{FORBIDDEN}]{{1,200}}(?:{'|'.join(map(re.escape, FORMS))})")
TEXT_BESIDE = ".txt"  # behind a file's name: the text that was taken from it


@record
class Source:
    """A file as received, and where it came from: its `address` in the web where that was kept.

    Of a file that is no text in UTF-8, the text that was taken from it lies beside it: by what it
    was taken, and its digest.
    """

    file: str
    sha256: str
    received: str
    origin: str
    note: str = ""
    text_by: str = ""
    text_sha256: str = ""
    address: str = ""

    @property
    def text_file(self) -> str:
        """The file that holds its text."""
        return self.file + TEXT_BESIDE if self.text_by else self.file

    @property
    def files(self) -> tuple[str, ...]:
        """The file as received, and its text where that lies beside it."""
        return (self.file, self.text_file) if self.text_by else (self.file,)

    @property
    def digests(self) -> tuple[str, ...]:
        """The SHA-256 that each of the files had."""
        return (self.sha256, self.text_sha256) if self.text_by else (self.sha256,)


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
        path = as_spelt(folder.root / "sources" / file)
        text = _text(folder, path, f"{shown}/{file}", source, found)
        if text is not None:
            texts[file] = text
    return texts


def named_sources(folder: Folder, shown: str) -> frozenset[str]:
    """Return all names that the list of sources has, those too of entries with mistakes."""
    path = folder.root / "sources" / "sources.yml"
    entries = read_entries(path, folder, f"{shown}/sources.yml", [])
    files = [one_name(str(entry.get("file", ""))) for entry in entries]
    return frozenset((*files, *(file + TEXT_BESIDE for file in files)))


def _text(
    folder: Folder, path: Path, shown: str, source: Source, found: list[Problem]
) -> str | None:
    """Return the text of a source; None where it cannot be read."""
    received = _unchanged(folder, path, shown, source.sha256, found)
    if source.text_by:
        path, shown = as_spelt(path.with_name(source.text_file)), shown + TEXT_BESIDE
        received = _unchanged(folder, path, shown, source.text_sha256, found)
    return None if received is None else safe_read.decode(received, path, shown, found)


def _unchanged(
    folder: Folder, path: Path, shown: str, sha256: str, found: list[Problem]
) -> bytes | None:
    """Return the bytes of a file; that they are not those it had is a problem."""
    data = safe_read.read_bytes(path, folder, shown, found)
    if data is not None and hashlib.sha256(data).hexdigest() != sha256:
        listing = f"{shown.rpartition('/')[0]}/sources.yml"
        hint = f"its SHA-256 is no longer the one in {listing}; bring the file back"
        found.append(Problem(shown, 1, "the source has changed since it was received", hint))
    return data


def _source(entry: Entry) -> Source:
    lacking = [key for key in LISTED if not isinstance(entry.get(key), str) or not entry[key]]
    if lacking:
        hint = "each has file, sha256, received, origin"
        raise Mistake(f"source lacks {', '.join(lacking)}", hint)
    require_short(entry, sha256=LONGEST_TITLE, origin=LONGEST_LINE, note=LONGEST_LINE)
    require_short(entry, text_by=LONGEST_TITLE, text_sha256=LONGEST_TITLE, address=LONGEST_LINE)
    if not NAME.fullmatch(entry["file"]):
        hint = f"a plain name that ends with {', '.join(FORMS)}, no folder"
        raise Mistake(f"no source can be called {entry['file']!r}", hint)
    if not is_day(entry["received"]):
        raise Mistake(f"received on {entry['received']!r}", "a date as 2020-04-27")
    optional = {key: entry.get(key) or "" for key in OPTIONAL}
    for key, value in optional.items():
        if not isinstance(value, str):
            raise Mistake(f"{key} cannot be {value!r}", "a text")
    _require_text_told(entry["file"], optional)
    if optional["address"] and not is_web_address(optional["address"]):
        hint = "as https://example.org/report.html, or left out"
        raise Mistake(f"address cannot be {optional['address']!r}", hint)
    stated = (one_name(entry[key]) for key in LISTED)
    return Source(*stated, **optional)


def _require_text_told(file: str, told: dict[str, str]) -> None:
    """Raise `Mistake` unless it is told by what the text of a file was taken that is no text."""
    if bool(told["text_by"]) != bool(told["text_sha256"]) or (
        not told["text_by"] and not file.endswith(TEXT_BESIDE)
    ):
        hint = f"text_by and text_sha256, of {file}{TEXT_BESIDE}"
        raise Mistake(f"it is not told how the text of {file} was taken", hint)
