"""What can be taken along is complete, exact, described, and the same in every format."""

import csv
import hashlib
import json
import re
import zipfile
from dataclasses import replace
from decimal import Decimal

import csvw
import frictionless
import openpyxl
import pysdmx.io
import pytest
from pyarrow import parquet

from baogao.content.data_dictionary import NotAsDescribed, Table
from baogao.content.data_dictionary import tables as described
from baogao.downloads import excel_workbook, table_shares
from baogao.downloads.cells import checked, number, without_empty, written
from baogao.downloads.download_files import CSVS
from baogao.downloads.rows_made_once import TableRows
from baogao.downloads.sdmx import period, unit_code
from baogao.downloads.sqlite_database import write_database
from baogao.downloads.sqlite_search import paired
from baogao.downloads.statement_rows import observation_row
from baogao.downloads.table_rows import figures_of_all, in_column_order, report_rows
from csv_rows import csv_rows
from own_content import own_corpus

REPORT = "reports/330200/2020/"


@pytest.fixture(scope="module")
def joined():
    return own_corpus()


def same(cell: str, value) -> bool:
    """Say whether a CSV cell and a typed value are the same, to the last digit."""
    if value is None:
        return cell == ""
    if (
        isinstance(value, (int, float))
        and not isinstance(value, bool)
        and cell not in ("true", "false")
    ):
        return Decimal(cell) == Decimal(repr(value))
    return cell == (("false", "true")[value] if cell in ("true", "false") else str(value))


@pytest.mark.parametrize("name", ["data/", REPORT])
def test_the_package_is_valid(site, name):
    report = frictionless.validate(str(site / name / "datapackage.json"))
    assert report.valid, report.flatten(["path", "rowNumber", "message"])
    assert sum(task.stats.get("rows", 0) for task in report.tasks) > 200


def test_every_report_and_indicator_has_its_files(site, joined):
    for reading in joined.readings:
        folder = site / "reports" / reading.report.id
        assert (
            len(csv_rows(folder / "figures.csv"))
            == len(json.loads((folder / "figures.json").read_text("utf-8"))["figures"])
            == len(reading.mentions)
        )
        assert (folder / "report.md").read_text("utf-8") == reading.report.text
    for item in joined.vocabulary.indicators:
        rows = csv_rows(site / "indicators" / f"{item}.csv")
        assert rows == [
            row for row in csv_rows(site / "data" / "observations.csv") if row["indicator"] == item
        ]
        assert len(
            json.loads((site / "indicators" / f"{item}.json").read_text("utf-8"))["observations"]
        ) == len(rows)


@pytest.mark.parametrize("name", CSVS)
def test_csv_and_sqlite_are_equal_row_by_row(site, database, name):
    rows, stored = (
        csv_rows(site / "data" / f"{name}.csv"),
        database.execute(f"SELECT * FROM {name}").fetchall(),
    )
    assert len(rows) == len(stored)
    for row, values in zip(rows, stored, strict=True):
        assert all(same(cell, value) for cell, value in zip(row.values(), values, strict=True)), (
            row,
            values,
        )


@pytest.mark.parametrize("name", ["figures", "observations", "sentences", "term_counts"])
def test_csv_and_parquet_are_equal_row_by_row(site, name):
    rows, stored = (
        csv_rows(site / "data" / f"{name}.csv"),
        parquet.read_table(site / "data" / f"{name}.parquet").to_pylist(),
    )
    assert len(rows) == len(stored)
    for row, values in zip(rows, stored, strict=True):
        assert row.keys() == values.keys()
        assert all(
            same(cell, value)
            for cell, value in zip(row.values(), map(plain, values.values()), strict=True)
        ), (row, values)


def plain(value):
    """Return a double that is whole as a whole number: its text has no `.0` then."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def test_the_report_in_json_is_exact(site):
    rows = csv_rows(site / REPORT / "figures.csv")
    figures = json.loads((site / REPORT / "figures.json").read_text("utf-8"), parse_float=Decimal)[
        "figures"
    ]
    for row, figure in zip(rows, figures, strict=True):
        assert all(
            cell == ("" if figure.get(name) is None else written(figure[name]))
            for name, cell in row.items()
        )


@pytest.mark.parametrize(
    "value", ["=1+1", '<b> & "x" ]]>', " 两端有空格 ", 6_000_000_000_000, 0.1, True]
)
def test_a_cell_of_the_workbook_is_read_back_as_it_was(tmp_path, monkeypatch, value):
    sheet = excel_workbook.Sheet("表", ("name", "value"), [("空", None), ("值", value)])
    monkeypatch.setattr(excel_workbook, "_sheets", lambda *_: [sheet])
    meta = {"title": "题", "citation": "引", "date": "2026-11-22"}
    excel_workbook.write_workbook(tmp_path / "x.xlsx", None, meta)
    rows = openpyxl.load_workbook(tmp_path / "x.xlsx")["表"].iter_rows(values_only=True)
    assert list(rows) == [("name", "value"), ("空", None), ("值", value)]


@pytest.mark.parametrize(
    ("value", "looks"),
    [(6_000_000_000_000, "#,##0"), (0.1, "General"), (-5, "#,##0"), (None, "#,##0")],
)
def test_large_numbers_are_shown_whole(tmp_path, monkeypatch, value, looks):
    numbers = frozenset({1})
    sheet = excel_workbook.Sheet("表", ("name", "value", "unit"), [("值", value, "元")], numbers)
    monkeypatch.setattr(excel_workbook, "_sheets", lambda *_: [sheet])
    meta = {"title": "题", "citation": "引", "date": "2026-11-22"}
    excel_workbook.write_workbook(tmp_path / "x.xlsx", None, meta)
    shown = openpyxl.load_workbook(tmp_path / "x.xlsx")["表"]
    assert (shown["B2"].value, shown["A2"].number_format) == (value, "General")
    if value is not None:
        assert shown["B2"].number_format == looks
    assert shown.column_dimensions["B"].width >= len(f"{6_000_000_000_000:,}")


def test_a_sheet_that_cannot_hold_all_rows_says_so(monkeypatch):
    monkeypatch.setattr(excel_workbook, "LAST_ROW", 4)
    lines = list(excel_workbook._lines((str(n),) for n in range(9)))
    assert len(lines) == 3 and excel_workbook.MORE in lines[-1]


def test_a_sign_that_a_workbook_cannot_hold_is_refused():
    with pytest.raises(NotAsDescribed, match="row 2 has a sign"):
        list(excel_workbook._lines([("\x01",)]))


def test_the_workbook_holds_what_people_open_it_for(site):
    book = openpyxl.load_workbook(site / "data" / "baogao.xlsx", read_only=True)
    sheets = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}
    assert list(sheets) == [
        "说明",
        "数字",
        "观测",
        "目标与结果",
        "目标面板",
        "报告",
        "指标",
        "句子",
        "词表",
        "词数",
        "首次用词",
        "相似",
        "关注",
        "数据字典",
    ]
    for name, title in [
        ("figures", "数字"),
        ("observations", "观测"),
        ("targets", "目标与结果"),
        ("target_panel", "目标面板"),
        ("sentences", "句子"),
    ]:
        rows = csv_rows(site / "data" / f"{name}.csv")
        assert sheets[title][0] == described()[name].header
        assert all(
            same(cell, value)
            for row, values in zip(rows, sheets[title][1:], strict=True)
            for cell, value in zip(row.values(), values, strict=True)
        )


@pytest.mark.parametrize(
    "phrase",
    ["长三角", "两山", "六稳", "六保", "山", "2.8%", "，同比", "最多跑一次", "高质量发展", "GDP"],
)
def test_full_text_search_finds_every_paragraph_that_holds_a_phrase(database, phrase):
    found = database.execute(
        "SELECT p.paragraph FROM paragraphs_fts f JOIN paragraphs p ON p.rowid = f.rowid "
        "WHERE paragraphs_fts MATCH ? ORDER BY 1",
        (f'"{paired(phrase)}"' if len(phrase) > 1 else f"{phrase}*",),
    ).fetchall()
    holding = database.execute(
        "SELECT paragraph FROM paragraphs WHERE instr(text, ?) ORDER BY 1", (phrase,)
    ).fetchall()
    assert found == holding and holding


def test_the_database_keeps_a_sentence_once(database):
    kept, apart = database.execute("SELECT count(*), count(DISTINCT text) FROM texts").fetchone()
    shown = database.execute("SELECT count(DISTINCT quote) FROM figures").fetchone()[0]
    assert shown < kept == apart


def test_the_database_has_no_key_that_leads_nowhere(database):
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_the_archive_holds_every_table_with_checksums(site):
    with zipfile.ZipFile(site / "data" / "baogao.zip") as archive:
        files = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
    assert {
        "README.md",
        "LICENSE.txt",
        "datapackage.json",
        "sdmx/observations.csv",
        *(f"{name}.csv" for name in CSVS),
    } <= files.keys()
    sums = dict(reversed(line.split("  ")) for line in files["SHA256SUMS"].decode().splitlines())
    assert sums.keys() == files.keys() - {"README.md", "LICENSE.txt", "SHA256SUMS"}
    assert all(hashlib.sha256(files[name]).hexdigest() == sums[name] for name in sums)


def test_sdmx_is_read_back_by_another_program(site):
    """With targets apart from what was reached, and every code in its list."""
    message = pysdmx.io.read_sdmx(site / "data" / "sdmx" / "observations.csv")
    frame = message.data[0].data
    rows = [row for row in csv_rows(site / "data" / "observations.csv") if row["period"]]
    assert len(frame) == len(rows)
    assert [Decimal(value) for value in frame["OBS_VALUE"]] == [
        Decimal(row["value"]) for row in rows
    ]
    assert list(frame["STATUS"]) == [row["status"] for row in rows] and {"actual", "target"} == set(
        frame["STATUS"]
    )
    codes = {}
    for row in csv.DictReader(
        (site / "data" / "sdmx" / "codelists.csv").read_text("utf-8").splitlines()
    ):
        codes.setdefault(row["CODELIST"], []).append(row["CODE"])
    assert all(len(found) == len(set(found)) for found in codes.values())
    components = list(
        csv.DictReader((site / "data" / "sdmx" / "structure.csv").read_text("utf-8").splitlines())
    )
    for component in components:
        if component["CODELIST"]:
            there = set(frame[component["COMPONENT"]].dropna()) - {""}
            assert there <= set(codes[component["CODELIST"]])
    keys = [component["COMPONENT"] for component in components if "dimension" in component["ROLE"]]
    assert not frame.duplicated(keys).any() and not (frame[keys] == "").any(axis=None)


@pytest.mark.parametrize(
    ("years", "said"),
    [("2019", "2019"), ("2016-2020", "2016-01-01/P5Y"), ("2021-2025", "2021-01-01/P5Y")],
)
def test_several_years_are_a_first_day_and_a_length(years, said):
    assert period(years) == said


def test_units_have_codes_of_their_own(site):
    codes = [unit_code(row["unit"]) for row in csv_rows(site / "data" / "units.csv")]
    assert len(codes) == len(set(codes)) and all(
        re.fullmatch(r"[A-Z0-9_]+", code) for code in codes
    )


def test_csvw_describes_every_column_of_every_file(site):
    group = json.loads((site / "data" / "csv-metadata.json").read_text("utf-8"))
    assert group["@context"][0] == "http://www.w3.org/ns/csvw"
    assert [table["url"] for table in group["tables"]] == [f"{name}.csv" for name in CSVS]
    for table in group["tables"]:
        with (site / "data" / table["url"]).open(encoding="utf-8-sig", newline="") as lines:
            assert next(csv.reader(lines)) == [
                column["titles"] for column in table["tableSchema"]["columns"]
            ]
        for key in table["tableSchema"].get("foreignKeys", []):
            assert (site / "data" / key["reference"]["resource"]).exists()


def test_csvw_is_valid(site):
    """To a reader that holds every cell against its column, and every key against its table.

    Where a key may be empty, it leads nowhere: that reader calls it strict to forbid this.
    """
    described = csvw.CSVW(str(site / "data" / "csv-metadata.json"), validate=True)
    assert not described.warnings and len(described.tables) == len(CSVS)
    for table in described.tables:
        rows = csv_rows(site / "data" / table.url.string)
        assert sum(1 for _ in table.iterdicts()) == len(rows)
    assert described.tablegroup.check_referential_integrity()


NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?|[零〇一二两三四五六七八九十百千万亿半]+")
DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
}
SCALES = {
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "亿": 10**8,
    "万亿": 10**12,
    "百万": 10**6,
    "千万": 10**7,
    "": 1,
}


def said(sentence: str, factors: set[Decimal]) -> set[Decimal]:
    """Return all that the numbers of a sentence may stand for, whatever their scale and unit."""
    numbers = {Decimal(n) if n[0].isdigit() else Decimal(han(n)) for n in NUMBER.findall(sentence)}
    numbers |= (
        {a / b for a in numbers for b in numbers if b}
        if "分之" in sentence or "/" in sentence
        else set()
    )
    return {n * scale * factor for n in numbers for scale in SCALES.values() for factor in factors}


def han(text: str) -> int:
    """Return what Chinese numerals stand for."""
    total = section = digit = 0
    for character in text.replace("半", ""):
        if character in DIGITS:
            digit = DIGITS[character]
        elif SCALES[character] < 10**4:
            section, digit = section + (digit or 1) * SCALES[character], 0
        else:
            total, section, digit = (total + section + digit or 1) * SCALES[character], 0, 0
    return total + section + digit


@pytest.mark.parametrize("every", [10, pytest.param(1, marks=pytest.mark.nightly)])
def test_every_value_is_found_again_in_its_sentence(site, every):
    """From observations.csv alone: the sentence stands in the report, and a number in it has the
    value.
    """
    factors = {Decimal(row["factor"]) for row in csv_rows(site / "data" / "units.csv")}
    factors |= {a / b for a in factors for b in factors}
    for row in csv_rows(site / "data" / "observations.csv")[::every]:
        report = (site / "reports" / row["report"] / "report.md").read_text("utf-8")
        assert row["quote"] in report
        possible = said(row["quote"].replace(" ", ""), factors)
        for value in filter(None, (row["value"], row["value_high"])):
            assert abs(Decimal(value)) in possible or "番" in row["quote"], row


def test_every_text_of_a_download_is_plain(site):
    for path in [*site.rglob("*.csv")]:
        raw = path.read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf") or "sdmx" in path.parts
        assert raw.endswith(b"\r\n") and raw.count(b"\n") == raw.count(b"\r\n")


# --- bad input ------------------------------------------------------------------------------------

FIGURES = described()["figures"]


def test_a_column_that_is_not_described_is_named(joined):
    row = observation_row(joined.observations[0])
    with pytest.raises(
        NotAsDescribed,
        match=(
            r"observations:2: columns that are not the dictionary's: mood \(describe them in"
            r" dictionary.yml\)"
        ),
    ):
        list(in_column_order(described()["observations"], [row, row | {"mood": "good"}]))


@pytest.mark.parametrize("text", [*(f"{sign}1+1" for sign in "=+-@＝＋－＠﹦﹢﹣﹫\t\r\n"), "-8%"])
def test_a_cell_that_a_spreadsheet_would_run_is_named(joined, text):
    row = next(report_rows("figures", joined.readings[0]))
    bad = row[:5] + (text,) + row[6:]
    with pytest.raises(NotAsDescribed, match=r"x/figures.csv:2: text begins like a formula"):
        list(checked(FIGURES, [row, bad], "x/figures.csv"))


def test_a_value_outside_its_list_and_an_empty_cell_are_named(joined):
    row = dict(zip(FIGURES.header, next(report_rows("figures", joined.readings[0])), strict=True))
    with pytest.raises(
        NotAsDescribed, match="f.csv:1: bound is 'maybe', which dictionary.yml does not list"
    ):
        list(checked(FIGURES, [tuple((row | {"bound": "maybe"}).values())], "f.csv"))
    with pytest.raises(NotAsDescribed, match="f.csv:1: quote is empty"):
        list(checked(FIGURES, [tuple((row | {"quote": ""}).values())], "f.csv"))


def test_rows_that_are_read_again_are_the_same_and_made_once(joined, monkeypatch):
    made = []
    make = table_shares.of_area
    monkeypatch.setattr(
        table_shares, "of_area", lambda *asked: made.append(asked[2]) or make(*asked)
    )
    rows = TableRows(joined)
    whole = list(rows.of("figures"))
    assert whole == list(rows.of("figures"))
    assert whole == [without_empty(FIGURES, row) for row in figures_of_all(joined)]
    assert rows.count("figures") == len(whole) == sum(len(one.mentions) for one in joined.readings)
    assert made == [area.code for area in joined.areas()]


def test_a_key_that_leads_nowhere_is_named(joined, tmp_path):
    first = replace(joined.observations[0], indicator="happiness")
    broken = replace(joined, observations=(first, *joined.observations[1:]))
    with pytest.raises(
        NotAsDescribed,
        match=r"data/observations.csv:1: indicator 'happiness' is none of indicators",
    ):
        write_database(tmp_path / "x.sqlite", TableRows(broken), {})


def test_a_number_too_long_for_other_programs_is_named():
    assert number(Decimal("0.1")) == 0.1 and number(Decimal(146840000000)) == 146840000000
    assert isinstance(number(Decimal("1.036E+19")), float)  # 10.36百亿亿次 is no 64-bit integer
    with pytest.raises(NotAsDescribed, match="more than 15 digits"):
        number(Decimal("1.234567890123456"))


def test_numbers_are_written_exactly():
    assert [
        written(value) for value in (Decimal("-10.50"), Decimal(10) ** 12, None, True, 3, "x")
    ] == ["-10.5", "1000000000000", "", "true", "3", "x"]


@pytest.mark.parametrize("table", described().values(), ids=described())
def test_every_column_says_what_it_holds(table: Table):
    assert set(table.key) <= set(table.header)
    for column in table.columns:
        assert (
            column.zh
            and column.en
            and column.type in ("string", "integer", "number", "boolean", "year", "date", "uri")
        )
        assert (
            not column.of or column.of.split(".")[1] in described()[column.of.split(".")[0]].header
        )
