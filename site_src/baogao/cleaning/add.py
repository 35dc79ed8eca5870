"""`baogao add`: a scraped file into `content/`.

The source is kept, reports are drafted, and nothing of anyone's is overwritten.
"""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from baogao.cleaning.heading_breaks import count_breaks
from baogao.cleaning.page_to_drafts import Draft, Words, drafts
from baogao.cleaning.scraped_posts import Refused
from baogao.content import content_folder, safe_read, write_journal, yaml_writer
from baogao.content.content_folder import Content
from baogao.content.problem_printing import line_of
from baogao.content.recorded_folder import content_files
from baogao.content.write_journal import FilePlan
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
    done = write_journal.go_on(root)
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
    plan = FilePlan(root, f"add {file.name}")
    said = [*write_journal.completed(done), _keep_source(file, name, plan, wishes)]
    for item in found:
        if isinstance(item, Refused):
            said.append(f"left out: {item.title}: {item.reason}")
        else:
            said += _write_draft(item, plan, wishes, here)
    plan.carry_out()
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
        here.vocabulary.all_areas(),
        count_breaks(lines),
    )


def source_name(file: Path, root: Path) -> str:
    """Return the name a source is kept under: its own, or that of the same bytes already here."""
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    for kept in content_files(root / "sources", "*.txt"):
        if hashlib.sha256(kept.read_bytes()).hexdigest() == digest:
            return kept.name
    name = file.with_suffix(".txt").name
    if safe_read.exists(root / "sources" / name):
        raise CannotAdd(f"{file}: another source is called {name}; rename the file")
    return name


def _keep_source(file: Path, name: str, plan: FilePlan, wishes: Wishes) -> str:
    """Copy the file under `sources/` and list it, unless it is there."""
    if plan.exists(f"sources/{name}"):
        return f"source: content/sources/{name} is here already"
    data = file.read_bytes()
    lines = (line.strip() for line in safe_read.decoded(data).split("\n"))
    entry = {
        "file": name,
        "sha256": hashlib.sha256(data).hexdigest(),
        "received": date.today().isoformat(),
        "origin": wishes.origin or next(filter(None, lines))[:LONGEST_ORIGIN],
    }
    plan.write(f"sources/{name}", data)
    plan.append("sources/sources.yml", yaml_writer.dump([entry]))
    return f"source: kept as content/sources/{name}; say in sources.yml where it came from"


def _place(item: Draft, wishes: Wishes, here: Content) -> tuple[Area | None, int | None]:
    """Return the area and year that a draft is of: those wished for, else those that it tells."""
    return here.vocabulary.areas.get(wishes.area) or item.area, wishes.year or item.year


def _write_draft(item: Draft, plan: FilePlan, wishes: Wishes, here: Content) -> list[str]:
    """Write one draft and its corrections; a report that is there stays unless asked for anew."""
    area, year = _place(item, wishes, here)
    if area is None or year is None:
        hint = "area or year is not stated; give --area CODE and --year YEAR"
        return [f"not written: {item.title}: {hint}"]
    report = f"reports/{area.code}/{year}.md"
    shown = f"content/{report}"
    if plan.exists(report) and not wishes.again:
        return [f"unchanged: {shown} is here already (--again drafts it anew and loses hand work)"]
    plan.write(report, item.text(area, year).encode())
    return [
        f"written: {shown}: {item.title}",
        *_write_corrections(item, plan, f"corrections/{area.code}/{year}.yml"),
        *(f"{shown}:{line}: {doubt}" for line, doubt in item.doubts),
    ]


def _write_corrections(item: Draft, plan: FilePlan, path: str) -> list[str]:
    """Write what a draft left out, unless there are corrections already."""
    if not item.corrections:
        return []
    shown, count = f"content/{path}", len(item.corrections)
    if plan.exists(path):
        return [f"unchanged: {shown} is here already: it has to record {count} removals"]
    plan.write(path, yaml_writer.dump([_entry(c) for c in item.corrections]).encode())
    return [f"corrections: {shown}: {count} removals recorded"]


def _entry(correction: Correction) -> Entry:
    entry: Entry = {"found": correction.found, "now": correction.now, "why": correction.why}
    return entry | {"times": correction.times} if correction.times > 1 else entry
