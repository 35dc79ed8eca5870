"""`baogao add`: a scraped file into `content/`.

The source is kept, reports are drafted, and nothing of anyone's is overwritten.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from baogao.cleaning.drafts import Draft, Words, drafts
from baogao.cleaning.heading_breaks import count_breaks
from baogao.cleaning.posts import Refused
from baogao.content import content_folder, safe_read, yaml_with_lines
from baogao.content.atomic_write import append_text, require_within, write_file
from baogao.content.content_folder import Content
from baogao.content.messages import line_of
from baogao.content.yaml_entries import Entry
from baogao.records import Area, Correction

LONGEST_ORIGIN = 60  # characters of a page that tell where it came from, until a person does


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the maintainer says beside the file.

    That is what the page does not tell, and whether to draft anew.
    """

    area: str = ""
    year: int | None = None
    origin: str = ""
    again: bool = False


class CannotAdd(Exception):
    """The file cannot be taken; says why and what to do."""


def add(file: Path, root: Path, wishes: Wishes) -> list[str]:
    """Add the reports of a scraped file below `root`.

    Returns what to tell the maintainer, line by line; raises `CannotAdd`.
    """
    page = _page(file)
    here = content_folder.read(root)
    if unfit := here.unfit or content_folder.not_content(root):
        raise CannotAdd(line_of(unfit))
    if wishes.area and wishes.area not in here.vocabulary.areas:
        hint = "six digits of GB/T 2260, see content/vocabulary/areas.csv"
        raise CannotAdd(f"unknown area code {wishes.area!r}: {hint}")
    name = source_name(file, root)
    found = drafts(name, page, words(here))
    refused = [item for item in found if isinstance(item, Refused)]
    if len(refused) == len(found):
        reasons = (f"{file}: {item.title or 'untitled'}: {item.reason}" for item in refused)
        raise CannotAdd("\n".join(reasons))
    require_within(root, *_to_be_written(found, root, name, wishes, here))
    said = [keep_source(file, name, root, wishes)]
    for item in found:
        if isinstance(item, Refused):
            said.append(f"left out: {item.title}: {item.reason}")
        else:
            said += _written(item, root, wishes, here)
    return said


def _page(file: Path) -> str:
    """Return the text of a scraped file."""
    try:
        return safe_read.decoded(file.read_bytes())
    except OSError as error:
        raise CannotAdd(f"{file}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise CannotAdd(f"{file}: not UTF-8 (byte {error.start}); save it as UTF-8") from None


def words(here: Content) -> Words:
    """Return what cleaning knows.

    That are the vocabulary's lists, and how the reports already here are broken.
    """
    bodies = (report.text[report.body :] for report in here.reports)
    lines = (line for body in bodies for line in body.split("\n") if line)
    return Words(
        here.wordlists.boilerplate,
        here.wordlists.injected,
        tuple(here.vocabulary.areas.values()),
        count_breaks(lines),
    )


def source_name(file: Path, root: Path) -> str:
    """Return the name a source is kept under: its own, or that of the same bytes already here."""
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    for kept in sorted((root / "sources").glob("*.txt")):
        if hashlib.sha256(kept.read_bytes()).hexdigest() == digest:
            return kept.name
    name = file.with_suffix(".txt").name
    if safe_read.exists(root / "sources" / name):
        raise CannotAdd(f"{file}: another source is called {name}; rename the file")
    return name


def keep_source(file: Path, name: str, root: Path, wishes: Wishes) -> str:
    """Copy the file under `sources/` and list it, unless it is there."""
    kept = root / "sources" / name
    if kept.exists():
        return f"source: content/sources/{name} is here already"
    data = file.read_bytes()
    lines = (line.strip() for line in safe_read.decoded(data).split("\n"))
    entry = {
        "file": name,
        "sha256": hashlib.sha256(data).hexdigest(),
        "received": date.today().isoformat(),
        "origin": wishes.origin or next(filter(None, lines))[:LONGEST_ORIGIN],
    }
    write_file(kept, data)
    append_text(kept.parent / "sources.yml", yaml_with_lines.dump([entry]))
    return f"source: kept as content/sources/{name}; say in sources.yml where it came from"


def _place(item: Draft, wishes: Wishes, here: Content) -> tuple[Area | None, int | None]:
    """Return the area and year that a draft is of: those wished for, else those that it tells."""
    return here.vocabulary.areas.get(wishes.area) or item.area, wishes.year or item.year


def _to_be_written(
    found: list[Draft | Refused], root: Path, name: str, wishes: Wishes, here: Content
) -> Iterator[Path]:
    """Yield every path that adding may write."""
    yield from (root / "sources" / name, root / "sources" / "sources.yml")
    for item in found:
        area, year = _place(item, wishes, here) if isinstance(item, Draft) else (None, None)
        if area and year:
            yield root / "reports" / area.code / f"{year}.md"
            yield root / "corrections" / area.code / f"{year}.yml"


def _written(item: Draft, root: Path, wishes: Wishes, here: Content) -> list[str]:
    """Write one draft and its corrections; a report that is there stays unless asked for anew."""
    area, year = _place(item, wishes, here)
    if area is None or year is None:
        hint = "area or year is not stated; give --area CODE and --year YEAR"
        return [f"not written: {item.title}: {hint}"]
    report = root / "reports" / area.code / f"{year}.md"
    shown = f"content/reports/{area.code}/{year}.md"
    if safe_read.exists(report) and not wishes.again:
        return [f"unchanged: {shown} is here already (--again drafts it anew and loses hand work)"]
    write_file(report, item.text(area, year).encode())
    return [
        f"written: {shown}: {item.title}",
        *_corrections(item, root, area.code, year),
        *(f"{shown}:{line}: {doubt}" for line, doubt in item.doubts),
    ]


def _corrections(item: Draft, root: Path, code: str, year: int) -> list[str]:
    """Write what a draft left out, unless there are corrections already."""
    if not item.corrections:
        return []
    path, shown = (
        root / "corrections" / code / f"{year}.yml",
        f"content/corrections/{code}/{year}.yml",
    )
    count = len(item.corrections)
    if safe_read.exists(path):
        return [f"unchanged: {shown} is here already: it has to record {count} removals"]
    write_file(path, yaml_with_lines.dump([_entry(c) for c in item.corrections]).encode())
    return [f"corrections: {shown}: {count} removals recorded"]


def _entry(correction: Correction) -> Entry:
    entry: Entry = {"found": correction.found, "now": correction.now, "why": correction.why}
    return entry | {"times": correction.times} if correction.times > 1 else entry
