"""`content/reports/`: cleaned reports, each with its corrections, edits and reviews beside it."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from baogao.content.files import safe_read
from baogao.content.files.recorded_folder import Folder, content_files
from baogao.content.reports import front_matter, override_files
from baogao.content.yaml.yaml_entries import entries_in
from baogao.records import Problem, Report

BESIDE = ("corrections", "figures", "reviews")  # the folders of what stands beside a report


def read_reports(folder: Folder, shown: str, found: list[Problem]) -> tuple[Report, ...]:
    """Return all reports that can be read; `shown` is the content folder as messages show it."""
    paths = content_files(folder.root, "reports/*/*.md")
    read = (_read(folder, path, shown, found) for path in paths)
    return tuple(report for report in read if report)


def _read(folder: Folder, path: Path, shown: str, found: list[Problem]) -> Report | None:
    name = f"{shown}/{path.relative_to(folder.root).as_posix()}"
    text = safe_read.read(path, folder, name, found)
    if text is None:
        return None
    beside = {}
    for kind in BESIDE:
        file = folder.root / kind / path.parent.name / f"{path.stem}.yml"
        if safe_read.exists(file):
            beside[kind] = safe_read.read(file, folder, name_beside(name, kind), found) or ""
    return report_in(name, text, beside, found)


def name_beside(name: str, kind: str) -> str:
    """Return the name of what another folder holds for a report.

    `content/reports/330200/2019.md` has `content/corrections/330200/2019.yml`.
    """
    return name.replace("/reports/", f"/{kind}/")[: -len(".md")] + ".yml"


def report_in(
    name: str, text: str, beside: Mapping[str, str], found: list[Problem]
) -> Report | None:
    """Return the report of a text, with the texts of the files beside it by their folders."""
    if not text.strip():
        hint = "run `scripts/baogao add` on its source again"
        found.append(Problem(name, 1, "the file is empty", hint))
        return None
    report, problems = front_matter.parse(name, text)
    found += problems
    names = {kind: name_beside(name, kind) for kind in BESIDE}
    entries = {kind: entries_in(beside.get(kind, ""), names[kind], found) for kind in BESIDE}
    corrections = override_files.corrections(entries["corrections"], names["corrections"], found)
    edits = override_files.edits(entries["figures"], names["figures"], found)
    reviews = entries["reviews"], names["reviews"], found
    return report and replace(
        report,
        corrections=corrections,
        edits=edits,
        figure_reviews=override_files.figure_reviews(*reviews),
        part_reviews=override_files.part_reviews(*reviews),
    )
