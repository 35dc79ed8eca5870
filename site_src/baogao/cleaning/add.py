"""`baogao add`: files as people have them, into `content/`.

Each file is drafted by itself, so that many can be drafted at once; then a `Desk` writes what came
out, one file after the other. The source is kept, and nothing of anyone's is overwritten.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path

from baogao.cleaning.area_asked_for import AskedFor, NoSuchArea
from baogao.cleaning.draft_file import Drafted, draft_file, words
from baogao.cleaning.page_to_drafts import Draft
from baogao.cleaning.scraped_posts import Refused
from baogao.content import content_folder
from baogao.content.files import safe_read, write_journal
from baogao.content.files.recorded_folder import as_spelt, one_name
from baogao.content.files.write_journal import FilePlan
from baogao.content.problem_printing import line_of, printable
from baogao.content.reports.source_files import TEXT_BESIDE
from baogao.content.web_addresses import is_web_address
from baogao.content.yaml import yaml_list, yaml_writer
from baogao.content.yaml.yaml_entries import Entry, Mistake
from baogao.content.yaml.yaml_with_lines import YamlMistake
from baogao.received.html_text import saved_from
from baogao.records import Area, Correction

LISTING = "sources/sources.yml"

LONGEST_ORIGIN = 60  # characters of a page that tell where it came from, until a person does
LONGEST_STEM = 150  # characters of a file's name
YEAR_HINT = "the year is not stated: give --year YEAR"
DIGITS = 8  # of its digest, where another source has its name


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the maintainer says beside the files.

    That is what the pages do not tell, and whether to draft anew.
    """

    area: str = ""
    year: int | None = None
    origin: str = ""
    again: bool = False


class CannotAdd(Exception):
    """The files cannot be taken; says why and what to do."""


class Result(Enum):
    """What became of a file."""

    ADDED = "added"
    UNSURE = "unsure"
    HERE = "here already"
    REFUSED = "refused"


# What became of a file by what became of its reports.
GRAVEST = (Result.REFUSED, Result.UNSURE, Result.ADDED, Result.HERE)


@dataclass(frozen=True, slots=True)
class Told:
    """What became of a file, in `short`, and all that is to be told of it, line by line."""

    file: Path
    result: Result
    short: str
    lines: tuple[str, ...]


def add(file: Path, root: Path, wishes: Wishes) -> list[str]:
    """Add the reports of one file below `root`.

    Returns what to tell the maintainer, line by line; raises `CannotAdd`.
    """
    desk = Desk(root, wishes)
    told = desk.put(draft_file(desk.words, file))
    if told.result is Result.REFUSED:
        raise CannotAdd("\n".join(told.lines))
    return [*desk.completed, *told.lines]


class Desk:
    """Where drafts become files of the content, one file's after the other's."""

    def __init__(self, root: Path, wishes: Wishes):
        """Read the content; raise `CannotAdd` where nothing can be added to it as wished."""
        self.completed = write_journal.completed(write_journal.go_on(root))
        self._root, self._wishes = root, wishes
        here = content_folder.read(root)
        if unfit := here.unfit or content_folder.not_content(root):
            raise CannotAdd(line_of(unfit))
        self._asked = self._asked_for(here.vocabulary.all_areas())
        _with_source(FilePlan(root, "").read(LISTING), {})  # may anything be added to it?
        self.words = words(here)
        self._names = {one.sha256: one.file for one in here.sources.values()}

    def _asked_for(self, areas: Sequence[Area]) -> AskedFor | None:
        if not self._wishes.area:
            return None
        try:
            asked = AskedFor(self._wishes.area, areas)
            asked.in_year(self._wishes.year)
        except NoSuchArea as error:
            raise CannotAdd(str(error)) from None
        return asked

    def put(self, drafted: Drafted) -> Told:
        """Write what was drafted of a file."""
        if drafted.refused:
            return _refused(drafted)
        name = self._names.get(drafted.digest) or self._new_name(drafted)
        plan = FilePlan(self._root, f"add {drafted.file.name}")
        source = self._keep_source(drafted, name, plan)
        left_out = tuple(
            f"left out: {item.title}: {item.reason}"
            for item in drafted.found
            if isinstance(item, Refused)
        )
        placed = [
            self._write_draft(item, name, plan) for item in drafted.found if isinstance(item, Draft)
        ]
        result = next(one for one in GRAVEST if any(each.result is one for each in placed))
        lines = (*left_out, *(line for one in placed for line in one.lines))
        if any(one.result in (Result.ADDED, Result.UNSURE) for one in placed):
            plan.carry_out()
            self._names[drafted.digest] = name
        if drafted.digest in self._names:  # a source that no report is of is not kept
            lines = (source, *lines)
        return Told(drafted.file, result, "; ".join(one.short for one in placed), lines)

    def _new_name(self, drafted: Drafted) -> str:
        """Return the name a source is kept under: its own, or where that is taken a longer one."""
        stem = one_name(drafted.file.stem)[:LONGEST_STEM].lstrip(".")
        suffix = drafted.taken.suffix
        name = f"{stem}{suffix}"
        taken = (name, name + TEXT_BESIDE)
        if any(safe_read.exists(as_spelt(self._root / "sources" / one)) for one in taken):
            return f"{stem}-{drafted.digest[:DIGITS]}{suffix}"
        return name

    def _keep_source(self, drafted: Drafted, name: str, plan: FilePlan) -> str:
        """Keep the file and its text under `sources/`, and list it, unless it is there."""
        if plan.exists(f"sources/{name}"):
            return f"source: content/sources/{name} is here already"
        taken = drafted.taken
        lines = (line.strip() for line in taken.text.split("\n"))
        entry = {
            "file": name,
            "sha256": drafted.digest,
            "received": date.today().isoformat(),
            "origin": self._wishes.origin or next(filter(None, lines))[:LONGEST_ORIGIN],
        }
        if is_web_address(address := saved_from(drafted.data)):
            entry["address"] = address
        plan.write(f"sources/{name}", drafted.data)
        if taken.by:
            text = taken.text.encode()
            plan.write(f"sources/{name}{TEXT_BESIDE}", text)
            entry |= {"text_by": taken.by, "text_sha256": hashlib.sha256(text).hexdigest()}
        plan.write(LISTING, _with_source(plan.read(LISTING), entry))
        return f"source: kept as content/sources/{name}; say in sources.yml where it came from"

    def _write_draft(self, item: Draft, name: str, plan: FilePlan) -> Told:
        """Write one draft and its corrections; a report that is there stays unless asked for."""
        wishes = self._wishes
        year = wishes.year or item.year
        try:
            area = self._asked.in_year(year) if self._asked else item.area
        except NoSuchArea as error:
            return _not_written(item, name, str(error))
        if area is None or year is None:
            missing = "" if year else YEAR_HINT
            return _not_written(item, name, "" if area else item.question, missing)
        report = f"reports/{area.code}/{year}.md"
        shown = f"content/{report}"
        if plan.exists(report) and not wishes.again:
            hint = "--again drafts it anew and loses hand work"
            unchanged = f"unchanged: {shown} is here already ({hint})"
            return Told(Path(name), Result.HERE, shown, (unchanged,))
        text, doubts = item.written(area, year, name)
        plan.write(report, text.encode())
        said = (
            f"written: {shown}: {item.title}",
            *_write_corrections(item, plan, f"corrections/{area.code}/{year}.yml"),
            *(f"{shown}:{line}: {doubt}" for line, doubt in doubts),
        )
        if doubts:
            return Told(Path(name), Result.UNSURE, f"{shown}, {len(doubts)} doubts", said)
        return Told(Path(name), Result.ADDED, shown, said)


def _with_source(listed: bytes, entry: Entry) -> bytes:
    """Return the list of sources with an entry more; raise `CannotAdd` where it is no list."""
    shown = f"content/{LISTING}"
    try:
        return yaml_list.with_entry(listed.decode(), entry).encode()
    except UnicodeDecodeError:
        raise CannotAdd(f"{shown}:1: not UTF-8 (save the file as UTF-8)") from None
    except YamlMistake as mistake:
        raise CannotAdd(f"{shown}:{mistake.line}: {mistake.message}") from None
    except Mistake as mistake:
        raise CannotAdd(f"{shown}:1: {mistake.message} ({mistake.hint})") from None


def _not_written(item: Draft, name: str, *reasons: str) -> Told:
    why = "; ".join(filter(None, reasons))
    return Told(Path(name), Result.REFUSED, why, (f"not written: {item.title}: {why}",))


def _refused(drafted: Drafted) -> Told:
    shown = printable(str(drafted.file))
    reasons = tuple(f"{shown}: {reason}" for reason in drafted.refused)
    return Told(drafted.file, Result.REFUSED, "; ".join(drafted.refused), reasons)


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
