"""A content folder of many reports, for measuring.

Those of `content/` again, for other areas and years, with other numbers.

Ten years of each area, one after the other, so that most reports have a next one to be compared
with. The numbers that are figures differ from report to report, years move with the report's, and
an area is called by its own name; all else stays. No chance is in it: the same count gives the same
bytes.
"""

import hashlib
import random
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from baogao.cleaning.fidelity import HEADING_MARK
from baogao.content import content_folder
from baogao.content.reports import front_matter
from baogao.content.yaml import yaml_writer
from baogao.reading.report_reading import as_rules_read
from baogao.records import Area, Reading, Report

FIRST_YEAR, YEARS = 2015, 10
KEPT = (
    "vocabulary",
    "pages",
    "site.yml",
    "certainty.csv",
    "scores.csv",
)  # no releases: what was published are other reports
NUMBER = re.compile(r"\d+(?:\.\d+)?")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=年|[-—～]20\d\d)")
QUOTED = 40  # characters that tell where a report begins and ends in its source
LEAST, SPREAD = 0.7, 0.6


def write(root: Path, folder: Path, count: int) -> None:
    """Make `folder` a content folder of so many reports, from the one at `root`."""
    found = content_folder.read(root)
    read = [as_rules_read(report, found.vocabulary) for report in found.reports[:count]]
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in KEPT:
        (shutil.copytree if (root / name).is_dir() else shutil.copy)(root / name, folder / name)
    listing = [
        _written(folder, data, body)
        for data, body in made(read, lasting(found.vocabulary.areas.values()), count)
    ]
    (folder / "sources" / "sources.yml").write_text(yaml_writer.dump(listing), "utf-8")


def lasting(areas: Iterable[Area]) -> list[Area]:
    """Return the areas that have their code and name in all the years of reports."""
    years = range(FIRST_YEAR, FIRST_YEAR + YEARS)
    return [area for area in areas if all(map(area.holds_in, years))]


def made(read: list[Reading], areas: list[Area], count: int) -> Iterator[tuple[dict, str]]:
    """Yield front matter and body of so many reports.

    Raise ValueError where there are not areas enough.
    """
    if count > len(areas) * YEARS:
        raise ValueError(f"at most {len(areas) * YEARS} reports")
    for number in range(count):
        model, area, year = (
            read[number % len(read)],
            areas[number // YEARS],
            FIRST_YEAR + number % YEARS,
        )
        body = _elsewhere(
            _varied(model, year - model.report.year, random.Random(number)), model.report, area
        ).strip()
        yield _front_matter(model.report, area, year, body), body


def _front_matter(model: Report, area: Area, year: int, body: str) -> dict:
    later, words = year - model.year, _words(body)
    return {
        "title": f"{year}年{area.name}政府工作报告",
        "area": {"code": area.code, "name": area.name, "level": area.level},
        "year": year,
        "reviews": [y + later for y in model.reviews],
        "plans": [y + later for y in model.plans],
        "date": f"{year}{model.date[4:]}" if model.date else None,
        "office": model.office or None,
        "source": {
            "file": f"{area.code}-{year}.txt",
            "first": words[:QUOTED],
            "last": words[-QUOTED:],
        },
    }


def _words(body: str) -> str:
    return re.sub(r"\s+", "", HEADING_MARK.sub("", body))


def _varied(model: Reading, later: int, chance: random.Random) -> str:
    """Return a report's body so many years later, the numbers of its figures others."""
    text, at, parts = model.report.text, model.report.body, []
    for start, end in sorted({(m.figure.start, m.figure.end) for m in model.mentions}):
        if start >= at:
            parts += [
                _later(text[at:start], later),
                _other(text[start:end], LEAST + SPREAD * chance.random()),
            ]
            at = end
    return "".join([*parts, _later(text[at:], later)])


def _later(text: str, years: int) -> str:
    return YEAR.sub(lambda found: str(int(found[0]) + years), text)


def _other(figure: str, factor: float) -> str:
    """Return a figure with other numbers of as many decimals; a range keeps its order."""

    def other(found: re.Match) -> str:
        decimals = len(found[0].partition(".")[2])
        return f"{max(float(found[0]) * factor, 1 / 10**decimals):.{decimals}f}"

    return NUMBER.sub(other, figure)


def _elsewhere(body: str, model: Report, area: Area) -> str:
    """Return a body with another area's name for its own."""
    return body.replace(model.area_name, area.name).replace(model.area_name[:-1], area.short)


def _written(folder: Path, data: dict, body: str) -> dict:
    """Write a report and its source; return the source's entry in the listing."""
    report, source = (
        folder / "reports" / data["area"]["code"] / f"{data['year']}.md",
        folder / "sources" / data["source"]["file"],
    )
    for path, text in (
        (report, front_matter.render(data, body)),
        (source, HEADING_MARK.sub("", body) + "\n"),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return {
        "file": source.name,
        "sha256": hashlib.sha256(source.read_bytes()).hexdigest(),
        "received": f"{data['year']}-12-31",
        "origin": "为测量速度仿作，不是真实的报告。",
    }
