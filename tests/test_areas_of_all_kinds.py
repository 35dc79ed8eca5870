"""A site with areas without a code, and with areas as they were: pages, addresses, downloads."""

import csv
import re
import shutil
import sqlite3
from pathlib import Path

import pytest

from baogao import check
from baogao.content import content_folder
from baogao.content.problem_printing import line_of
from sites import OF_AREAS, VOCABULARY, build_here, small_content

OWN = "330200-hangzhouwan"
HEAD = """---
title: {year}年{name}政府工作报告
area: {{code: "{code}", name: {name}, level: {level}}}
year: {year}
reviews: [{before}]
plans: [{year}]
date:
meeting:
office:
speaker:
"""
PLACES = [  # code, name, level, year
    (OWN, "杭州湾新区", "other", 2020),
    ("420600", "襄樊市", "prefecture", 2009),
    ("420600", "襄阳市", "prefecture", 2012),
    ("469025-2007", "定安县", "county", 2005),
    ("330104", "江干区", "county", 2015),
    ("330102", "上城区", "county", 2022),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Give a content folder in which one report is that of several places."""
    content = small_content(tmp_path_factory.mktemp("places"))
    for name in OF_AREAS:
        shutil.copy(VOCABULARY / name, content / "vocabulary")
    (content / "vocabulary" / "areas_own.csv").write_text(
        f"code,name,level,parent,short\n{OWN},杭州湾新区,other,330200,杭州湾新区\n", "utf-8"
    )
    text = (content / "reports" / "330200" / "2020.md").read_text("utf-8")
    below = text[text.index("source: ") :]
    for code, name, level, year in PLACES:
        head = HEAD.format(code=code, name=name, level=level, year=year, before=year - 1)
        (content / "reports" / code).mkdir(exist_ok=True)
        (content / "reports" / code / f"{year}.md").write_text(head + below, "utf-8")
    return content


@pytest.fixture(scope="module")
def built(folder) -> Path:
    """Give the site of that folder."""
    output = folder.parent / "build"
    build_here(folder, output)
    return output


def test_the_content_is_in_order(folder):
    assert [line_of(one) for one in check.problems(content_folder.read(folder))] == []


@pytest.mark.parametrize(("code", "name", "level", "year"), PLACES)
def test_a_report_has_its_place_and_the_name_of_its_year(built, code, name, level, year):
    page = (built / "reports" / code / str(year) / "index.html").read_text("utf-8")
    assert f"<title>{year}年{name}政府工作报告" in page
    assert (built / "areas" / code / "index.html").is_file()


def test_an_area_page_has_the_name_of_today_and_the_area_above(built):
    page = (built / "areas" / "420600" / "index.html").read_text("utf-8")
    assert "<h1>襄阳市" in page and "襄樊市" in page
    page = (built / "areas" / OWN / "index.html").read_text("utf-8")
    assert f"其他 · {OWN}" in page and "宁波市" in page


def test_an_area_page_says_where_the_territory_came_from_and_went_to(built):
    def said(code: str) -> list[str]:
        page = (built / "areas" / code / "index.html").read_text("utf-8")
        return re.findall('<p class="meta">(区域.*)</p>', page)

    assert said("330102") == ['区域来自 <a href="../330104/">江干区（330104，至2021年）</a>']
    assert said("330104") == ['区域归入 <a href="../330102/">上城区</a>、钱塘区']
    before, after = "区域来自 定安县（460025，至2002年）", "区域归入 定安县"
    assert said("469025-2007") == [before, after] and said("330200") == []


def test_downloads_have_the_areas_with_their_years(built):
    with (built / "data" / "areas.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["area"]: row for row in csv.DictReader(file)}
    years, others = ["from", "until", "successor", "formerly"], ["predecessors", "absorbed_by"]
    assert list(rows[OWN])[6:] == [*years, *others, "wikidata", "iso_3166_2", "english_source"]
    assert rows[OWN]["parent"] == "330200"
    renamed = {key: rows["420600"][key] for key in ("name", "from", "formerly")}
    assert renamed == {"name": "襄阳市", "from": "2010", "formerly": "襄樊市（至2010年）"}
    assert (rows["469025-2007"]["until"], rows["469025-2007"]["successor"]) == ("2007", "469021")
    assert (rows["330104"]["absorbed_by"], rows["330102"]["predecessors"]) == (
        "330102; 330114",
        "330104",
    )
    assert (rows["330200"]["wikidata"], rows["330000"]["iso_3166_2"]) == ("Q42780", "CN-ZJ")
    with sqlite3.connect(built / "data" / "baogao.sqlite") as database:
        count = database.execute("SELECT count(*) FROM figures WHERE report LIKE ?", [f"{OWN}/%"])
        assert count.fetchone()[0]


def test_sdmx_knows_every_area_that_it_names(built):
    def column(name: str, key: str, **where: str) -> set[str]:
        with (built / "data" / name).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        return {row[key] for row in rows if all(row[k] == v for k, v in where.items())}

    named = column("sdmx/observations.csv", "REF_AREA")
    assert OWN in named
    assert named <= column("sdmx/codelists.csv", "CODE", CODELIST="CL_AREA")
