"""What programs may rely on: an index of files, what those hold, and what releases changed."""

import csv
import hashlib
import json
import os
import re
import subprocess
import sys
from html import unescape
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from baogao.cli import main
from baogao.content.data_dictionary import tables
from baogao.content.json_bytes import json_bytes
from baogao.content.published_addresses import Release
from baogao.downloads.api.addresses import addresses, schemas
from baogao.downloads.api.changes import changes
from baogao.downloads.csv_files import lines_of
from sites import build_here, small_content

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "site_src" / "examples" / "api"
BASE = "https://example.org/repo/"
ADDRESS = re.compile(r"(?:api|reports|indicators|areas|targets|data)/[\w./-]*")
RUN = {".py": [sys.executable], ".sh": ["sh"]}
TASKS = sorted({path.stem for path in EXAMPLES.iterdir()})
APPLY = EXAMPLES / "09_changes.py"


@pytest.fixture(scope="module")
def documents(site) -> dict[str, dict]:
    """Give the documents of the index, by their addresses."""
    folder = site / "api" / "v1"
    return {
        path.relative_to(site).as_posix(): json.loads(path.read_bytes())
        for path in folder.rglob("*.json")
    }


@pytest.fixture(scope="module")
def defined(documents) -> dict:
    return documents["api/v1/schema.json"]


def strings(value) -> list[str]:
    """Return all texts in a document."""
    if isinstance(value, dict):
        return [text for one in value.values() for text in strings(one)]
    if isinstance(value, list):
        return [text for one in value for text in strings(one)]
    return [value] if isinstance(value, str) else []


def test_every_address_in_the_index_is_of_something_that_is_there(site, documents):
    pointed = 0
    for name, document in documents.items():
        if name.endswith(("schema.json", "openapi.json")):
            continue
        assert document.get("root", BASE) == BASE
        for text in filter(ADDRESS.fullmatch, strings(document)):
            pointed += 1
            file = site / text / "index.html" if text.endswith("/") else site / text
            assert file.is_file(), (name, text)
    assert pointed > 1000


def test_the_index_leads_to_every_report_area_and_indicator(site, documents):
    index = documents["api/v1/index.json"]
    reports = {(one["area"], year) for one in index["areas"] for year in one["years"]}
    there = {(path.parts[-3], int(path.parts[-2])) for path in site.glob("reports/*/*/report.md")}
    assert reports == there
    assert {one["indicator"] for one in index["indicators"]} == {
        path.stem for path in site.glob("indicators/*.csv")
    }
    for kind, names in [
        ("areas", {area for area, _ in reports}),
        ("reports", {f"{area}/{year}" for area, year in reports}),
        ("releases", set(index["releases"])),
    ]:
        found = site / "api" / "v1" / kind
        assert {path.relative_to(found).as_posix()[:-5] for path in found.rglob("*.json")} == names


@pytest.mark.parametrize("one", addresses(), ids=lambda one: one.id)
def test_a_file_holds_what_the_schema_says(site, defined, one):
    pattern = re.sub(r"\{\w+\}", "*", one.path)
    found = sorted(site.glob(pattern))
    assert found or one.id == "changes"  # there is one release so far
    if one.table:
        with found[0].open(encoding="utf-8-sig", newline="") as lines:
            assert tuple(next(csv.reader(lines))) == tables()[one.table].header
    if one.schema:
        holds = validator(defined, one.schema)
        for path in found[:40]:
            holds.validate(json.loads(path.read_bytes()))


def validator(defined: dict, name: str) -> Draft202012Validator:
    Draft202012Validator.check_schema(defined)
    return Draft202012Validator(defined | {"$ref": f"#/$defs/{name}"})


def test_documents_and_tables_have_names_of_their_own():
    assert not schemas().keys() & tables().keys()


def test_the_description_of_the_addresses_is_whole(documents, defined):
    described = documents["api/v1/openapi.json"]
    assert described["openapi"].startswith("3.1") and described["servers"] == [{"url": BASE}]
    operations = [path["get"] for path in described["paths"].values()]
    assert len({one["operationId"] for one in operations}) == len(operations) == len(addresses())
    for path, one in zip(described["paths"], operations, strict=True):
        assert re.findall(r"\{(\w+)\}", path) == [name["name"] for name in one["parameters"]]
        (content,) = one["responses"]["200"]["content"].values()
        if reference := content["schema"].get("$ref"):
            assert reference.removeprefix("schema.json#/$defs/") in defined["$defs"]


def test_without_a_known_address_the_root_is_the_steps_that_lead_there(tmp_path):
    content = small_content(tmp_path)
    settings = content / "site.yml"
    settings.write_text(re.sub("base_url.*\n", "", settings.read_text("utf-8")), "utf-8")
    build_here(content, tmp_path / "site")
    path = tmp_path / "site/api/v1/reports/330200/2020.json"
    entry = json.loads(path.read_bytes())
    assert (path.parent / entry["root"] / entry["figures"]).is_file()


# --- the tasks ------------------------------------------------------------------------------------


def test_there_are_ten_tasks_in_three_languages_of_at_most_ten_lines():
    assert len(TASKS) == 10
    for path in EXAMPLES.iterdir():
        assert len(path.read_text("utf-8").splitlines()) <= 10, path.name
    kinds = {task: {path.suffix for path in EXAMPLES.glob(f"{task}.*")} for task in TASKS}
    assert all(found == {".py", ".R", ".sh"} for found in kinds.values())


def told(served: str, name: str, *arguments: str) -> str:
    """Return what an example prints."""
    path = EXAMPLES / name
    done = subprocess.run(
        [*RUN[path.suffix], path, *arguments],
        env=os.environ | {"BAOGAO": served},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0 and not done.stderr, done.stderr
    return done.stdout


# Of each task what its answer holds, in Python and with curl.
ANSWERS = {
    "01_reports": ["330200", "2019"],
    "02_figures": ["6.5%", "城镇登记失业率"],
    "03_series": ["2018", "330200/2019", "approx"],
    "04_ranking": ["330600", "330500", "approx"],
    "05_verdicts": ["rd_intensity", "not_met"],
    "06_panel": ["11", "no_report"],
    "07_sentence": ["11985亿元", "reports/330200/2020/#f-"],
    "08_word": ["9"],
    "10_columns": ["indicator", "指标"],
}


@pytest.mark.parametrize("kind", RUN)
@pytest.mark.parametrize("task", ANSWERS)
def test_a_task_is_done_by_its_example(served, task, kind):
    said = told(served("/repo/"), f"{task}{kind}")
    assert all(words in said for words in ANSWERS[task]), said


def test_the_examples_are_shown_as_they_are_run(site):
    html = (site / "api/index.html").read_text("utf-8")
    shown = [unescape(code) for code in re.findall(r"<code>([^<]*)</code></pre>", html)]
    assert sorted(shown) == sorted(path.read_text("utf-8") for path in EXAMPLES.iterdir())


# --- from release to release ----------------------------------------------------------------------


def test_what_a_release_changed_makes_it_of_the_one_before(tmp_path, serve_folder):
    content = small_content(tmp_path)
    assert main(["release", "0.1.0", "--date", "2026-11-22", "--content", str(content)]) == 0
    edits = content / "figures/330200/2020.yml"
    edits.parent.mkdir(parents=True, exist_ok=True)
    with (content / "releases/0.1.0.csv").open(encoding="utf-8-sig", newline="") as lines:
        row = next(one for one in csv.DictReader(lines) if one["report"] == "330200/2020")
    edits.write_text(
        f"- {{figure: {row['figure']}, set: {{period: '2018'}}, why: 另有所指}}\n", "utf-8"
    )
    assert main(["release", "0.2.0", "--date", "2026-11-23", "--content", str(content)]) == 0
    build_here(content, tmp_path / "site")
    site = serve_folder(tmp_path / "site", "/")
    made = tmp_path / "made.csv"
    told(site, APPLY.name, "0.2.0", str(content / "releases/0.1.0.csv"), str(made))
    assert made.read_bytes() == (content / "releases/0.2.0.csv").read_bytes()
    assert "0.1.0 → 0.2.0\nadded 0, removed 0, changed 1" in told(site, "09_changes.sh", "0.2.0")
    stated = json.loads((tmp_path / "site/api/v1/releases/0.2.0.json").read_bytes())
    assert stated["sha256"] == hashlib.sha256(made.read_bytes()).hexdigest()


HEADER = tables()["figures"].header
CELLS = st.text(st.sampled_from('增长6.8%，“"\n '), max_size=6)


@st.composite
def releases(draw) -> tuple[Release, Release]:
    """Draw two releases: rows gone, come and changed, reports too, and columns that came later."""
    numbers = count()
    before = [figure(draw, next(numbers), HEADER[:19]) for _ in range(draw(st.integers(0, 6)))]
    after = [
        dict.fromkeys(HEADER, "") | row | changed(draw) for row in before if draw(st.booleans())
    ]
    after += [figure(draw, next(numbers), HEADER) for _ in range(draw(st.integers(0, 3)))]
    return release("0.1.0", before), release("0.2.0", after)


def figure(draw, number: int, header: tuple[str, ...]) -> dict[str, str]:
    row = {name: draw(CELLS) for name in header}
    reports = st.sampled_from(["330200/2019", "330200/2020", "110000/2020"])
    start = str(draw(st.integers(0, 30)) * 100 + number)
    return row | {"figure": f"f-{number}", "record": "0", "report": draw(reports), "start": start}


def changed(draw) -> dict[str, str]:
    return draw(st.dictionaries(st.sampled_from(["value", "quote", "certainty"]), CELLS))


def release(version: str, rows: list[dict[str, str]]) -> Release:
    listed = ["330200/2020", "110000/2020", "330200/2019"]
    in_order = sorted(rows, key=lambda row: (listed.index(row["report"]), int(row["start"])))
    return Release(version, "2026-11-22", "", tuple(in_order))


def file_of(one: Release) -> bytes:
    header = list(one.rows[0]) if one.rows else list(HEADER)
    rows = [[row[name] for name in header] for row in one.rows]
    return b"\xef\xbb\xbf" + lines_of([header, *rows])


@given(releases())
def test_whatever_changed_the_example_makes_the_same_bytes(tmp_path_factory, two):
    before, after = two
    folder = tmp_path_factory.mktemp("changes")
    (folder / "api/v1/changes").mkdir(parents=True)
    (folder / "api/v1/changes/0.2.0.json").write_bytes(json_bytes(changes(before, after)))
    old, new = folder / "old.csv", folder / "new.csv"
    old.write_bytes(file_of(before))
    code = compile(APPLY.read_text("utf-8"), APPLY.name, "exec")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BAOGAO", f"file://{folder}/")
        patch.setattr(sys, "argv", ["", "0.2.0", str(old), str(new)])
        exec(code, {})
    assert new.read_bytes() == file_of(after)
