"""A report as it is now: its files, as the rules read it, and as it is read with them."""

import re
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from baogao import check
from baogao.content.content_folder import Content
from baogao.content.files import safe_read
from baogao.content.files.recorded_folder import Folder
from baogao.content.problem_printing import line_of
from baogao.content.reports import report_files
from baogao.content.reports.report_files import BESIDE
from baogao.content.value_digest import digest
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.engine.read_one_report import override_problems
from baogao.reading.edited_reading import edited
from baogao.reading.figure_places import Places, places
from baogao.reading.report_reading import as_rules_read
from baogao.records import Problem, Reading, Report

KNOWN = re.compile(r"[0-9]{6}(?:-[a-z0-9-]+)?/[0-9]{4}", re.A)
KEPT = 4  # reports whose reading by the rules is kept at hand
Texts = Mapping[str, str | None]  # of the files of a report by their paths; None: there is none


class NoReport(Exception):
    """The content has no report of that id."""


class Mistakes(Exception):
    """The content cannot be read; says why, line by line."""

    def __init__(self, lines: list[str]):
        super().__init__("; ".join(lines))
        self.lines = lines


@dataclass(frozen=True, slots=True)
class Seen:
    """A report with the texts of its files, byte for byte, and the mistakes that they have."""

    texts: Texts
    report: Report
    by_rules: Reading
    reading: Reading
    problems: tuple[str, ...]
    places: Places
    content: Content

    @property
    def vocabulary(self) -> Vocabulary:
        """The words that it is read with."""
        return self.content.vocabulary


def paths_of(id: str) -> dict[str, str]:
    """Return the paths of a report's files from the content folder, by their kind."""
    return {"reports": f"reports/{id}.md"} | {kind: f"{kind}/{id}.yml" for kind in BESIDE}


def texts_of(root: Path, id: str) -> Texts:
    """Return the texts of a report's files; raise `NoReport` where there is none, `Mistakes`."""
    paths = paths_of(id)
    if not KNOWN.fullmatch(id) or not safe_read.exists(root / paths["reports"]):
        raise NoReport(id)
    found: list[Problem] = []
    texts = {path: _text(root, path, found) for path in paths.values()}
    if found:
        raise Mistakes(list(map(line_of, found)))
    return texts


def _text(root: Path, path: str, found: list[Problem]) -> str | None:
    if not safe_read.exists(root / path):
        return None
    shown = f"{root.name}/{path}"
    data = safe_read.read_bytes(root / path, Folder(root), shown, found)
    if data is None or safe_read.decode(data, root / path, shown, found) is None:
        return None
    return data.decode()


# How the rules read a report, and where its numbers stand: what is written beside it changes
# neither. By the digest of the report, each with the words that it was read with.
_read: OrderedDict[str, tuple[Vocabulary, Reading, Places]] = OrderedDict()


def look(id: str, texts: Texts, content: Content) -> Seen:
    """Return a report as these texts say it; raise `Mistakes` where they cannot be read."""
    found: list[Problem] = []
    paths, shown = paths_of(id), content.shown
    here = {kind: _as_read(texts[path], f"{shown}/{path}", found) for kind, path in paths.items()}
    text = here.pop("reports")
    report = report_files.report_in(f"{shown}/{paths['reports']}", text, here, found)
    if report is None or report.id != id:
        raise Mistakes(list(map(line_of, found)) or [f"{shown}/{paths['reports']}:1: not {id}"])
    by_rules, there = _as_rules_read(report, content.vocabulary)
    found += check.of_report(report, content.vocabulary)
    found += override_problems(by_rules, content.vocabulary)
    return Seen(
        texts, report, by_rules, edited(by_rules), tuple(map(line_of, found)), there, content
    )


def _as_read(text: str | None, shown: str, found: list[Problem]) -> str:
    if text is None:
        return ""
    return safe_read.decode(text.encode(), Path(shown), shown, found) or ""


def _as_rules_read(report: Report, vocabulary: Vocabulary) -> tuple[Reading, Places]:
    alone = replace(report, corrections=(), edits=(), figure_reviews=(), part_reviews=())
    key = digest(alone)
    if key not in _read or _read[key][0] is not vocabulary:
        reading = as_rules_read(alone, vocabulary)
        _read[key] = vocabulary, reading, places(alone, reading.blocks)
    _read.move_to_end(key)
    while len(_read) > KEPT:
        _read.popitem(last=False)
    _, reading, there = _read[key]
    return replace(reading, report=report), there
