"""The pages of downloads: what they promise is there, their examples work, and programs understand
them.
"""

import csv
import json
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
import yaml

from baogao.content.data_dictionary import tables
from baogao.content.own_files_read_once import SITE_SRC
from baogao.pages.data import size
from baogao.pages.rendering import EXAMPLES, OF_PANEL, embedded

LINKED = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)
WHOLE = "https://example.org/repo/"


def linked(path: Path) -> list[dict]:
    return [json.loads(found) for found in LINKED.findall(path.read_text("utf-8"))]


def test_every_file_is_named_with_its_size(site):
    html = (site / "data/index.html").read_text("utf-8")
    named = dict(re.findall(r'<a href="([^"]+)"[^>]*>[^<]+</a> <small>([^<]+)</small>', html))
    present = {
        path.relative_to(site / "data").as_posix()
        for path in (site / "data").rglob("*")
        if path.is_file() and path.suffix != ".html"
    }
    assert {name.removeprefix("./") for name in named} == present
    for name, said in named.items():
        assert said == size((site / "data" / name).stat().st_size)


@pytest.mark.parametrize(
    ("count", "said"),
    [(7, "7 B"), (999, "999 B"), (1500, "2 KB"), (772_765, "773 KB"), (3_149_824, "3.1 MB")],
)
def test_sizes_are_said_as_people_say_them(count, said):
    assert size(count) == said


def test_the_page_says_how_many_rows_a_table_has(site):
    html = (site / "data/index.html").read_text("utf-8")
    for name in ("figures", "areas", "glossary"):
        with (site / "data" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as lines:
            count = sum(1 for _ in csv.reader(lines)) - 1
        assert f"（{count:,} 行）" in html.split(f'id="{name}"')[1].split("</article>")[0]


def test_every_column_of_every_download_is_in_the_dictionary(site):
    html = (site / "data/dictionary/index.html").read_text("utf-8")
    for path in (site / "data").glob("*.csv"):
        section = html.split(f'<div id="{path.stem}">')[1].split("</section>")[0]
        with path.open(encoding="utf-8-sig", newline="") as lines:
            assert next(csv.reader(lines)) == re.findall(r"<tr><td><code>(\w+)</code>", section)
    assert "段落" in html and len(tables()) == html.count("<section>")


@pytest.mark.parametrize("name", [name for name in EXAMPLES if name.endswith(".py")])
def test_an_example_in_python_works(site, name):
    done = subprocess.run(
        [sys.executable, SITE_SRC / "examples" / name],
        cwd=site / "data",
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert "宁波市" in done.stdout


def test_the_example_in_sql_works(site, database):
    rows = database.execute((SITE_SRC / "examples" / "search.sql").read_text("utf-8")).fetchall()
    holding = {
        path.parent.relative_to(site / "reports").as_posix()
        for path in site.glob("reports/*/*/report.md")
        if "长三角" in path.read_text("utf-8")
    }
    assert len(rows) == len(holding) > 3


def test_the_example_in_r_runs_in_the_checks():
    checks = yaml.safe_load((SITE_SRC.parent / ".github/workflows/checks.yml").read_text("utf-8"))
    assert [step for step in checks["jobs"]["r"]["steps"] if step.get("run") == "scripts/example_r"]


def test_the_examples_are_shown_as_they_are_run(site):
    html = unescape((site / "data/index.html").read_text("utf-8"))
    for name in (*EXAMPLES, *OF_PANEL):
        assert (SITE_SRC / "examples" / name).read_text("utf-8") in html


# --- for programs ---------------------------------------------------------------------------------


@pytest.mark.parametrize("page", ["data/", "reports/330200/2020/", "indicators/gdp/"])
def test_a_page_of_data_says_so_to_search_engines(site, page):
    (data,) = linked(site / page / "index.html")
    assert (data["@context"], data["@type"]) == ("https://schema.org/", "Dataset")
    assert len(data["description"]) + len(data["name"]) >= 50 and len(data["description"]) <= 5000
    assert data["url"] == WHOLE + page and data["license"].startswith(
        "https://creativecommons.org/"
    )
    assert (
        data["creator"]["name"]
        and data["version"]
        and re.fullmatch(r"\d{4}-\d\d-\d\d", data["dateModified"])
    )
    for file in data["distribution"]:
        assert (
            file["@type"] == "DataDownload"
            and (site / file["contentUrl"].removeprefix(WHOLE)).is_file()
        )


def test_a_reports_data_are_based_on_the_report(site):
    (data,) = linked(site / "reports/330200/2020/index.html")
    assert data["isBasedOn"] == {
        "@type": "Report",
        "name": "2020年宁波市政府工作报告",
        "inLanguage": "zh-CN",
        "datePublished": "2020-04-27",
        "author": {"@type": "Person", "name": "裘东耀"},
    }
    assert (
        data["temporalCoverage"] == "2019/2020"
        and data["spatialCoverage"]["identifier"] == "330200"
    )


def test_every_block_of_linked_data_can_be_read(site):
    found = [data for path in site.rglob("*.html") for data in linked(path)]
    assert len(found) > 150 and all(data["name"] and data["description"] for data in found)


def test_words_cannot_end_the_script_element_they_stand_in():
    data = {"name": "</script><script>alert(1)</script> & <!--"}
    assert "<" not in embedded(data) and json.loads(embedded(data)) == data


def test_the_catalogue_names_files_that_are_there(site):
    catalogue = json.loads((site / "data/catalog.jsonld").read_text("utf-8"))
    (dataset,) = catalogue["dcat:dataset"]
    assert catalogue["@type"] == "dcat:Catalog" and dataset["@type"] == "dcat:Dataset"
    assert {
        "dct:title",
        "dct:description",
        "dct:license",
        "dct:publisher",
        "dct:modified",
    } <= dataset.keys()
    for file in dataset["dcat:distribution"]:
        assert (site / file["dcat:downloadURL"]["@id"].removeprefix(WHOLE)).is_file()


def test_the_version_is_the_contents(site):
    said = json.loads((site / "data/version.json").read_text("utf-8"))
    settings = yaml.safe_load((SITE_SRC.parent / "content/site.yml").read_text("utf-8"))
    assert (said["version"], said["date"]) == (settings["version"], str(settings["date"]))
    assert said["reports"] == len(list(site.glob("reports/*/*/report.md")))
