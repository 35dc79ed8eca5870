"""`content/reports/`: cleaned reports, each with the corrections and edits beside it."""

from dataclasses import replace
from pathlib import Path

from baogao.content import front_matter, override_files, safe_read
from baogao.content.recorded_folder import Folder, content_files
from baogao.content.yaml_entries import Entry, read_entries
from baogao.records import Problem, Report


def read_reports(folder: Folder, shown: str, found: list[Problem]) -> tuple[Report, ...]:
    """Return all reports that can be read; `shown` is the content folder as messages show it."""
    paths = content_files(folder.root, "reports/*/*.md")
    read = (_report(folder, path, shown, found) for path in paths)
    return tuple(report for report in read if report)


def _report(folder: Folder, path: Path, shown: str, found: list[Problem]) -> Report | None:
    name = f"{shown}/{path.relative_to(folder.root).as_posix()}"
    text = safe_read.read(path, folder, name, found)
    if text is None:
        return None
    if not text.strip():
        hint = "run `scripts/baogao add` on its source again"
        found.append(Problem(name, 1, "the file is empty", hint))
        return None
    report, problems = front_matter.parse(name, text)
    found += problems
    beside = f"{path.parent.name}/{path.stem}.yml"

    def entries(kind: str) -> list[Entry]:
        file = folder.root / kind / beside
        return read_entries(file, folder, f"{shown}/{kind}/{beside}", found)

    listed = {kind: entries(kind) for kind in ("corrections", "figures")}
    corrections = override_files.corrections(
        listed["corrections"], f"{shown}/corrections/{beside}", found
    )
    edits = override_files.edits(listed["figures"], f"{shown}/figures/{beside}", found)
    return report and replace(report, corrections=corrections, edits=edits)
