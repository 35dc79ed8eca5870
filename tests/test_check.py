"""Broken content: every mistake at once, named as path:line: message (hint), and nothing built."""

import subprocess
import sys
from pathlib import Path

import pytest

from baogao import check
from baogao.content import content_folder
from baogao.content.problem_printing import line_of
from sites import small_content

ROOT = Path(__file__).resolve().parents[1]
REPORT = "reports/330200/2020.md"


def edit(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def said(folder: Path) -> list[str]:
    return [line_of(problem) for problem in check.problems(content_folder.read(folder))]


def test_good_content_has_no_mistakes(tmp_path):
    assert said(small_content(tmp_path)) == []


def test_our_own_content_has_no_mistakes():
    assert said(ROOT / "content") == []


EDITS = [
    (
        "scores.csv",
        "0.991",
        "viel",
        ["content/scores.csv:2: not a row of scores (write the file with `scripts/score --write`)"],
    ),
    (
        REPORT,
        'code: "330200"',
        'code: "330299"',
        [
            (
                "content/reports/330200/2020.md:3: the file holds 330299/2020, its name says"
                " 330200/2020 (move it to content/reports/330299/2020.md)"
            ),
            (
                "content/reports/330200/2020.md:3: unknown area code '330299' (six digits of GB/T"
                " 2260, listed in content/vocabulary/areas.csv; a zone, a division or a town"
                " without a code is a row of content/vocabulary/areas_own.csv, as"
                " 330200-hangzhouwan,杭州湾新区,other,330200,杭州湾新区)"
            ),
        ],
    ),
    (
        REPORT,
        "name: 宁波市",
        "name: 宁波",
        [
            "content/reports/330200/2020.md:3: 330200 is 宁波市, prefecture, not 宁波, prefecture"
            " (take name and level from content/vocabulary/areas.csv)"
        ],
    ),
    (
        REPORT,
        "year: 2020",
        "year: 2019",
        [
            (
                "content/reports/330200/2020.md:4: a second report for 330200 and 2019 (the first"
                " is content/reports/330200/2019.md; an area has one report a year)"
            ),
            (
                "content/reports/330200/2020.md:3: the file holds 330200/2019, its name says"
                " 330200/2020 (move it to content/reports/330200/2019.md)"
            ),
            (
                "content/reports/330200/2020.md:5: reviews [2019] in a report of 2019 (the years"
                " looked back on, before the year of delivery)"
            ),
            (
                "content/reports/330200/2020.md:7: delivered on 2020-04-27, but the year is 2019"
                " (year is the year of delivery)"
            ),
        ],
    ),
    (
        REPORT,
        "title: 2020年宁波市政府工作报告\n",
        "",
        ["content/reports/330200/2020.md:1: front matter lacks title (the report's title)"],
    ),
    (
        REPORT,
        "## 二、",
        "#### 二、",
        ["content/reports/330200/2020.md:20: heading of level 4 under one of level 2 (use ###)"],
    ),
    (
        REPORT,
        "## 二、",
        "##二、",
        [
            (
                "content/reports/330200/2020.md:20: not a heading: '##二、2020年主要目标任务' (##"
                " to ####, a blank, and the title)"
            ),
            (
                "content/reports/330200/2020.md:20: the text differs from its source: '的项目开工。"
                "##二、2020年主要目' here, '的项目开工。二、2020年主要目标任' there (record the"
                " change in content/corrections, or restore the words)"
            ),
        ],
    ),
    (
        REPORT,
        "增长6.8%",
        "增长6.9%",
        [
            "content/reports/330200/2020.md:18: the text differs from its source: '元，增长6.9%，"
            "总量跃居全国城市第' here, '元，增长6.8%，总量跃居全国城市第' there (record the change"
            " in content/corrections, or restore the words)"
        ],
    ),
    (
        REPORT,
        "file: 2020.txt",
        "file: 2021.txt",
        [
            "content/reports/330200/2020.md:11: unknown source '2021.txt' (a file listed in"
            " content/sources/sources.yml)"
        ],
    ),
    (
        REPORT,
        "first: 2020年4月27日在宁波市",
        "first: 2020年4月27日在杭州市",
        [
            "content/reports/330200/2020.md:1: source.first '2020年4月27日在杭州市' is not in"
            " 2020.txt (quote the report's words as the source has them)"
        ],
    ),
    (
        "corrections/330200/2019.yml",
        "增长8%8.9%, now",
        "增长8%9.9%, now",
        [
            "content/corrections/330200/2019.yml:2: correction no longer applies: '增长8%9.9%'"
            " stands 0 times in the source, not 1 (quote more words around it, or set times)"
        ],
    ),
    (
        "corrections/330200/2019.yml",
        ", why: 顿号脱落",
        "",
        [
            (
                "content/corrections/330200/2019.yml:2: a correction lacks found or why (found:"
                " what stood; now: what stands; why)"
            ),
            (
                "content/reports/330200/2019.md:24: the text differs from its source: '元，增长8%、"
                "8.9%。二、2019' here, '元，增长8%8.9%。二、2019年' there (record the change in"
                " content/corrections, or restore the words)"
            ),
        ],
    ),
    (
        "sources/2020.txt",
        "11985",
        "11986",
        [
            (
                "content/sources/2020.txt:1: the source has changed since it was received (its"
                " SHA-256 is no longer the one in content/sources/sources.yml; bring the file back)"
            ),
            (
                "content/reports/330200/2020.md:18: the text differs from its source:"
                " '总值11985亿元，增长6.8%，总' here, '总值11986亿元，增长6.8%，总' there (record"
                " the change in content/corrections, or restore the words)"
            ),
        ],
    ),
    (
        "sources/sources.yml",
        "origin: 测试网页",
        "note: 测试网页",
        [
            (
                "content/sources/sources.yml:1: source lacks origin (each has file, sha256,"
                " received, origin)"
            ),
            (
                "content/reports/330200/2019.md:11: unknown source '2019.txt' (a file listed in"
                " content/sources/sources.yml)"
            ),
        ],
    ),
    (
        "site.yml",
        "title: 小站",
        "titel: 小站",
        [
            (
                "content/site.yml:1: unknown setting 'titel' (known are base_url, contact, date,"
                " description, english_description, english_tagline, english_title, format,"
                " operator, repository_url, tagline, title, version, vocabulary)"
            ),
            "content/site.yml:1: lacks title",
        ],
    ),
    (
        "site.yml",
        "title: 小站",
        "title: ' '",
        ["content/site.yml:1: title cannot be ' ' (a line of 200 characters at most)"],
    ),
    (
        "site.yml",
        "title: 小站",
        'title: "小\\n站"',
        ["content/site.yml:1: title cannot be '小\\n站' (a line of 200 characters at most)"],
    ),
]


@pytest.mark.parametrize(
    ("name", "old", "new", "messages"),
    EDITS,
    ids=[f"{name}:{new[:20]}" for name, _, new, _ in EDITS],
)
def test_a_mistake_is_named(tmp_path, name, old, new, messages):
    folder = small_content(tmp_path)
    edit(folder, name, old, new)
    assert said(folder) == messages


def test_a_long_line_is_named(tmp_path):
    folder = small_content(tmp_path)
    edit(folder, REPORT, "三分之一的项目开工。", "三分之一的项目开工。" * 100)
    assert (
        "content/reports/330200/2020.md:18: a line of 1036 characters, more than 1000 "
        "(break it into paragraphs where the text turns to something else)" in said(folder)
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            b"",
            (
                "content/reports/330200/2020.md:1: the file is empty (run `scripts/baogao add` on"
                " its source again)"
            ),
        ),
        (
            "---\ntitle: 报告".encode("gbk"),
            "content/reports/330200/2020.md:2: not UTF-8 (byte 11) (save the file as UTF-8)",
        ),
        (
            b"hello\n",
            (
                "content/reports/330200/2020.md:1: no front matter (the file begins with --- and"
                " ends its front matter with ---)"
            ),
        ),
    ],
)
def test_a_file_that_is_no_report_is_named(tmp_path, data, message):
    folder = small_content(tmp_path)
    (folder / REPORT).write_bytes(data)
    assert said(folder) == [message]


@pytest.mark.parametrize("name", [".#2020.{}", "._2020.{}", ".2020.{}"])
def test_what_editors_and_systems_lay_beside_a_file_is_no_content(tmp_path, name):
    folder = small_content(tmp_path)
    for place in ("reports/330200", "corrections/330200", "figures/330200", "pages", "releases"):
        (folder / place).mkdir(parents=True, exist_ok=True)
        for kind in ("md", "yml", "csv"):
            (folder / place / name.format(kind)).symlink_to("somebody@here.123")
    (folder / "reports" / ".trash").mkdir()
    (folder / "reports" / ".trash" / "2020.md").write_bytes(b"\x00\x05\x16\x07")
    assert said(folder) == []


def test_vocabulary_mistakes_are_named(tmp_path):
    folder = small_content(tmp_path)
    vocabulary = folder / "vocabulary"
    (vocabulary / "indicators.yml").write_text(
        "- {id: gdp, zh: 地区生产总值, en: GDP, unit: 斗, topic: economy, direction: up, examples:"
        " [a], not: [b]}\n",
        "utf-8",
    )
    (vocabulary / "measures.yml").write_text("- {kind: level}\n", "utf-8")
    (vocabulary / "boilerplate.yml").write_text(
        "- {pattern: '(', examples: [a], not: [b]}\n", "utf-8"
    )
    found = said(folder)
    assert (
        "content/vocabulary/indicators.yml:1: indicator gdp: unknown unit 斗 (units are in"
        " units.yml)" in found
    )
    assert "content/vocabulary/measures.yml:1: entry lacks measure" in found
    assert (
        "content/vocabulary/boilerplate.yml:1: not a pattern: missing ), unterminated subpattern at"
        " position 0 (see Python's re)" in found
    )


INDICATOR = (
    "- {id: gdp, zh: 地区生产总值, en: GDP, unit: 元, topic: economy, direction: up, examples: [a],"
    " not: [b]}\n"
)
AREA = "330200,宁波市,prefecture,330000,宁波,,,\n"


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (
            "indicators.yml",
            "unit: 元, ",
            "",
            "content/vocabulary/indicators.yml:1: lacks unit (write unit: and a word)",
        ),
        (
            "indicators.yml",
            "direction: up",
            "direction: better",
            "content/vocabulary/indicators.yml:1: direction 'better' (one of up, down, none)",
        ),
        (
            "indicators.yml",
            "direction: up",
            "direction: up, promised_as: hope",
            "content/vocabulary/indicators.yml:1: promised_as 'hope' (one of growth, level)",
        ),
        ("areas.csv", "330000,宁波,,,\n", "990000,宁波,,,\n", "has no parent '990000'"),
        ("areas.csv", AREA, AREA + AREA, "area code '330200' stands twice"),
        (
            "areas.csv",
            AREA,
            AREA.replace("prefecture", "city"),
            "its level 'city' is none of country, province, prefecture, county, other",
        ),
        (
            "areas.csv",
            AREA,
            "3302,宁波市,prefecture,330000,宁波,,,\n",
            "area code '3302' is not six digits",
        ),
    ],
)
def test_a_mistake_in_indicators_or_areas_is_named(tmp_path, name, old, new, message):
    folder = small_content(tmp_path)
    vocabulary = folder / "vocabulary"
    if name == "indicators.yml":
        (vocabulary / name).write_text(INDICATOR, "utf-8")
    edit(vocabulary, name, old, new)
    assert any(
        line.startswith(f"content/vocabulary/{name}:") and message in line for line in said(folder)
    )


def baogao(*arguments) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "baogao", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(ROOT / "site_src"), "PATH": "/usr/bin:/bin"},
    )


def test_a_mistake_fails_the_build_and_leaves_the_last_site(tmp_path):
    folder, output = small_content(tmp_path), tmp_path / "build"
    assert baogao("build", "--content", folder, "--output", output).returncode == 0
    before = {path: path.read_bytes() for path in output.rglob("*") if path.is_file()}
    edit(folder, REPORT, "year: 2020", "year: 20xx")
    edit(folder, "reports/330200/2019.md", "增长7%", "增长8%")
    done = baogao("build", "--content", folder, "--output", output)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        (
            "content/reports/330200/2019.md:24: the text differs from its source: '5亿元，"
            "增长8%；城乡居民人均可支配' here, '5亿元，增长7%；城乡居民人均可支配' there (record"
            " the change in content/corrections, or restore the words)"
        ),
        (
            "content/reports/330200/2020.md:4: front matter year cannot be '20xx' (the year of"
            " delivery, as 2020)"
        ),
        "not built: 2 mistakes in the content; the last site is as it was",
    ]
    assert {path: path.read_bytes() for path in output.rglob("*") if path.is_file()} == before


def test_check_says_so_when_all_is_well(tmp_path):
    done = baogao("check", "--content", small_content(tmp_path))
    assert (done.returncode, done.stdout, done.stderr.splitlines()[-1]) == (0, "", "no mistakes")


def test_a_folder_of_somebody_else_is_not_overwritten(tmp_path):
    output = tmp_path / "papers"
    output.mkdir()
    (output / "thesis.txt").write_text("mine")
    done = baogao("build", "--content", small_content(tmp_path), "--output", output)
    assert done.returncode == 1 and "holds files that are no site of baogao's" in done.stderr
    assert (output / "thesis.txt").read_text() == "mine"
