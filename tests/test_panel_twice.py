"""The target panel equals, row by row, one that was worked out a second time without its code.

`second_panel.py` has the second one, made of the published files of each report.
"""

import csv
import io
import re
import sys
from pathlib import Path

import pytest
import yaml

from baogao.build import Options, joined
from baogao.content.data_dictionary import tables
from baogao.corpus.corpus import Corpus
from baogao.downloads.csv_files import table_csv
from baogao.downloads.panel_rows import panel_rows
from baogao.downloads.table_rows import OF_ALL, in_column_order, report_rows
from baogao.engine.progress import Progress
from second_panel import SecondPanel
from second_reports import Published
from second_statements import Statements

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "scripts"))

import made_reports  # noqa: E402

MADE = 100
# Which of two it is where nothing alike is said: what comes near is looked for in the text.
STATES = {"other": ("not_comparable",), "nothing": ("not_mentioned", "unmatched")}
SENTENCES = ("quote", "outcome_quote")


def of_reports(folder: Path, cache: Path | None = None) -> Corpus:
    options = Options(content=folder) if cache is None else Options(content=folder, cache=cache)
    return joined(options, Progress(quiet=True))


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Corpus:
    """Give the corpus of many reports of ten areas, ten years each."""
    folder = tmp_path_factory.mktemp("made")
    made_reports.write(ROOT / "content", folder / "content", MADE)
    return of_reports(folder / "content", folder / "cache")


@pytest.fixture(scope="module")
def own() -> Corpus:
    """Give the corpus of the reports here."""
    return of_reports(ROOT / "content")


def written(name: str, rows) -> str:
    """Return a table as its CSV file has it."""
    return table_csv(tables()[name], list(rows)).decode("utf-8-sig")


def listed(name: str, corpus: Corpus) -> list[dict[str, str]]:
    rows = in_column_order(tables()[name], OF_ALL[name](corpus))
    return list(csv.DictReader(io.StringIO(written(name, rows))))


def panel(corpus: Corpus) -> list[dict]:
    return [row for area in corpus.areas() for row in panel_rows(corpus, area.code)]


def second(corpus: Corpus) -> list[dict]:
    """Return the rows of the panel that is made of the reports' published files."""
    reports = [
        Published(reading.report.text, written("figures", report_rows("figures", reading)))
        for reading in corpus.readings
    ]
    known = yaml.safe_load((ROOT / "content/vocabulary/indicators.yml").read_text("utf-8"))
    plausible = {
        (one["id"], measure): one[key]
        for one in known
        for key, measure in (("plausible", "growth"), ("plausible_level", "level"))
        if key in one
    }
    stated = Statements(listed("indicators", corpus), plausible)
    return list(SecondPanel(reports, listed("areas", corpus), stated).rows())


def key(row: dict) -> tuple:
    return row["area"], row["year"], row["indicator"]


def difference(row: dict, again: dict) -> dict[str, tuple]:
    """Return what a row and the one worked out again differ in."""
    found = {name: (row[name], said) for name, said in again.items() if not same(row, again, name)}
    return found and {"row": key(row), **found}


def same(row: dict, again: dict, name: str) -> bool:
    cell, said = row[name], again[name]
    if name in SENTENCES:
        return re.sub(r"^\W+", "", said) == cell
    if name == "figure" and said == "p-":  # a paragraph, whose id is no number's
        return cell.startswith(said)
    return cell in STATES.get(said, (said,)) if name == "state" else cell == said


@pytest.mark.parametrize("reports", ["own", "made"])
def test_every_row_equals_the_one_that_is_worked_out_again(reports, request):
    corpus = request.getfixturevalue(reports)
    rows, again = panel(corpus), second(corpus)
    assert list(map(key, rows)) == list(map(key, again))
    assert [found for pair in zip(rows, again, strict=True) if (found := difference(*pair))] == []
    assert set(again[0]) == set(rows[0])


def test_no_area_year_stands_twice_and_gaps_are_listed(own, made):
    for corpus in (own, made):
        keys = [key(row) for row in panel(corpus)]
        assert len(keys) == len(set(keys))
    absent = {key(row)[:2]: row["absent"] for row in panel(own)}
    here = {(reading.report.area, reading.report.year) for reading in own.readings}
    gaps = [place for place, why in absent.items() if why == "no_report"]
    assert gaps == [("330500", 2019)] and not here & set(gaps)
    assert here <= set(absent)
