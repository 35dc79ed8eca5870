"""Markup and script in every text field of the content, and every page of the site opened in a real
Chromium with a tripwire.

The fields are found by walking the content, so that a new one is covered; those that can hold no
such text are listed, and the check refuses it there.
"""

import csv
import hashlib
import io
import json
import re
from pathlib import Path
from urllib.parse import quote

import pytest
import yaml
from playwright.sync_api import expect

from baogao import check
from baogao.build import Options, joined
from baogao.cleaning.typography import typeset
from baogao.content import content_folder, format_version, measured_scores
from baogao.content.problem_printing import line_of
from baogao.downloads.cells import FORMULA
from baogao.downloads.release_and_diff import release
from baogao.engine.progress import Progress
from baogao.reading.report_reading import as_rules_read
from sites import build_here

ROOT = Path(__file__).resolve().parents[1]
# No blank and no bracket, so that cleaning leaves it as it is; the marks of HTML, of templates, of
# addresses.
PAYLOAD = typeset(
    "=“\"'><img/src=/tripwire/onerror=tripped``></script><script>tripped``</script>{{7*7}}javascript:tripped``"
)
# Fields that are no free text: what is put there besides is refused, or makes another entry of it.
KEPT = {
    "site.yml": {
        "base_url",
        "repository_url",
        "version",
        "date",
        "vocabulary",
        "contact",
    },
    "sources/sources.yml": {"file", "sha256", "received"},
    "report": {"code", "level", "year", "reviews", "plans", "date", "file", "first", "last"},
    "corrections/330200/2020.yml": {"found", "now"},
    "figures/330200/2020.yml": {"figure", "value"},
    "vocabulary/units.yml": {"unit", "dimension", "base", "factor", "example"},
    "vocabulary/indicators.yml": {
        "id",
        "unit",
        "units",
        "topic",
        "direction",
        "promised_as",
        "examples",
        "not",
    },
    "vocabulary/topics.yml": {"id"},
    "vocabulary/glossary.yml": {"pinyin", "examples", "not"},
    "vocabulary/outcomes.yml": {
        "rule",
        "state",
        "measure",
        "direction",
        "of",
        "points",
        "share",
        "lies",
        "bound",
        "pattern",
        "name",
        "indicators",
        "examples",
        "not",
    },
    "vocabulary/checks.yml": {"check", "indicator", "over", "under", "indicators"},
    "vocabulary/measures.yml": {"kind", "measure", "unit", "words", "examples", "not"},
    "vocabulary/bounds.yml": {"bound", "examples"},
    "vocabulary/tones.yml": {"tone", "holds", "examples", "not"},
    "vocabulary/sections.yml": {"kind", "pattern", "opener", "cue", "examples"},
    "vocabulary/predicates.yml": {"role", "examples"},
    "vocabulary/subjects.yml": {"role", "examples"},
    "vocabulary/nonfigures.yml": {"before", "after", "examples"},
    "vocabulary/boilerplate.yml": {"id", "pattern", "examples", "not", "found"},
    "vocabulary/injected.yml": {"examples", "not", "found"},
    "vocabulary/traditional.yml": {"written", "read", "examples"},
}
INDICATORS = (
    "gdp",
    "rd_intensity",
    "income_urban",
    "income_rural",
    "general_budget_revenue",
    "urban_unemployment",
)
BODIES = {
    2019: (
        """2019年2月13日在宁波市第十五届人民代表大会第四次会议上
## 一、2018年工作回顾
实现地区生产总值10745.5亿元，增长7%。城乡居民人均可支配收入分别为60134元和33633元，增长8%、8.9%。
深化“最多跑一次”改革，一般公共预算收入1379.7亿元。
## 二、2019年主要目标任务
地区生产总值增长6.8%左右，一般公共预算收入增长7.5%，研发投入强度达到2.8%，新增就业16万人。"""
    ),
    2020: (
        """2020年4月27日在宁波市第十五届人民代表大会第五次会议上
## 一、2019年工作回顾
实现地区生产总值11985亿元，增长6.8%，总量跃居全国城市第12位。三分之一的项目开工。
一般公共预算收入1468.4亿元，增长6.4%。增速比上年提高XX个百分点。
## 二、2020年主要目标任务
研发投入强度达到3%，城镇登记失业率控制在3.5%以内。落实“六稳”，一般公共预算收入增长5.5%。"""
    ),
}
# Elements that words of the content made; in the query of an address, encoded, they are text.
TRIPS = """() => ({
    run: window.tripped_by ?? [],
    made: [...document.querySelectorAll("*")].filter((e) => [...e.attributes].some(
        ({ name, value }) => /^on/.test(name)
        || (/^(href|src|xlink:href|action|formaction|data)$/.test(name)
            && /^\\s*(javascript|vbscript|data:text)|tripwire/i
                .test(value.replace(/[?][^"<>\\s]*$/, ""))))
        || (e.localName === "script" && !e.src && e.type !== "application/ld+json"))
        .map((e) => e.outerHTML.slice(0, 200)),
})"""

# What a page says to people, and what it says of itself to machines.
SAID = """() => [document.body.textContent,
    [...document.querySelectorAll("script[type='application/ld+json']")]
        .map((script) => script.textContent)]"""


def quoted(cell: str) -> str:
    """Return a cell of a CSV file in quotation marks."""
    return '"' + cell.replace('"', '""') + '"'


def poisoned(value, kept: set[str]):
    """Return YAML data with the payload behind every text, and as one more text of every list."""
    if isinstance(value, dict):
        return {key: item if key in kept else poisoned(item, kept) for key, item in value.items()}
    if isinstance(value, list) and any("=" in str(item) for item in value):
        return value  # words in relation: the check refuses another sign
    if isinstance(value, list):
        return (
            [poisoned(item, kept) for item in value]
            if not value or not isinstance(value[0], str)
            else [*value, value[0] + PAYLOAD]
        )
    return value + PAYLOAD if isinstance(value, str) else value


def entry_of(name: str, entry: dict) -> dict:
    """Return an entry poisoned, but still found in the text under its own name."""
    changed = poisoned(entry, KEPT[name])
    own = {"vocabulary/glossary.yml": "term", "vocabulary/indicators.yml": "zh"}.get(name)
    return changed | {"aliases": [*changed.get("aliases", ()), entry[own]]} if own else changed


def put(folder: Path, name: str, data) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    text = data if isinstance(data, str) else yaml.safe_dump(data, allow_unicode=True, width=10_000)
    (folder / name).write_text(text, "utf-8")


def wanted(name: str, entry: dict) -> bool:
    """Keep of the vocabulary what two short reports need, so that the site is small."""
    return {
        "vocabulary/indicators.yml": lambda: entry["id"] in INDICATORS,
        "vocabulary/checks.yml": lambda: False,
        "vocabulary/glossary.yml": lambda: entry["term"] in ("六稳", "最多跑一次"),
    }.get(name, lambda: True)()


def add_vocabulary(folder: Path) -> None:
    for path in sorted((ROOT / "content" / "vocabulary").glob("*.yml")):
        name = f"vocabulary/{path.name}"
        entries = [
            entry_of(name, entry)
            for entry in yaml.safe_load(path.read_text("utf-8"))
            if wanted(name, entry)
        ]
        put(folder, name, entries)
    put(
        folder,
        "vocabulary/areas.csv",
        "code,name,level,parent,short\n"
        + "".join(
            f"{code},{quoted(area + PAYLOAD)},{level},{parent},{quoted(area[:2] + PAYLOAD)}\n"
            for code, area, level, parent in [
                ("330000", "浙江省", "province", ""),
                ("330200", "宁波市", "prefecture", "330000"),
            ]
        ),
    )


def add_report(folder: Path, year: int) -> dict:
    """Write a report and its source, the payload in every line and field; return the source's
    entry.
    """
    lines = [line + PAYLOAD for line in BODIES[year].split("\n")]
    source = "\n".join(line.removeprefix("## ") for line in lines)
    put(folder, f"sources/{year}.txt", source)
    front = {
        "title": f"{year}年宁波市政府工作报告",
        "area": {"code": "330200", "name": "宁波市", "level": "prefecture"},
        "year": year,
        "reviews": [year - 1],
        "plans": [year],
        "date": f"{year}-04-27",
        "meeting": "会议",
        "speaker": "裘东耀",
        "office": "市长",
        "area_inferred": "会议",
        "excerpt": True,
        "restored": ["段落"],
        "altered": ["年份"],
        "may_be_wrong": ["名称"],
        "notes": ["没有写明"],
        "source": {"file": f"{year}.txt", "first": source[:12], "last": lines[-1]},
    }
    stated = yaml.safe_dump(poisoned(front, KEPT["report"]), allow_unicode=True, width=10_000)
    put(
        folder,
        f"reports/330200/{year}.md",
        f"---\n{stated}---\n\n" + "\n\n".join(lines) + "\n",
    )
    return {
        "file": f"{year}.txt",
        "sha256": hashlib.sha256(source.encode()).hexdigest(),
        "received": "2020-05-01",
        "origin": "网页",
        "note": "说明",
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Give a content folder with the payload in every field that takes it."""
    folder = tmp_path_factory.mktemp("hostile") / "content"
    add_vocabulary(folder)
    sources = [add_report(folder, year) for year in BODIES]
    put(
        folder,
        "sources/sources.yml",
        [poisoned(entry, KEPT["sources/sources.yml"]) for entry in sources],
    )
    put(
        folder,
        "site.yml",
        poisoned(
            {
                "format": format_version.FORMAT,
                "title": "站",
                "tagline": "话",
                "description": "说明",
                "base_url": "https://example.org/small/",
                "repository_url": "https://example.org/tracker",
                "version": "0.0.1",
                "date": "2020-05-01",
                "vocabulary": "own",
                "operator": "谁",
                "contact": "somebody@example.org",
            },
            KEPT["site.yml"],
        ),
    )
    put(
        folder,
        "corrections/330200/2020.yml",
        [
            poisoned(
                {"found": "增速比上年提高XX个百分点。" + PAYLOAD, "why": "疑有脱落"},
                KEPT["corrections/330200/2020.yml"],
            )
        ],
    )
    put(
        folder,
        "pages/about.md",
        f"# 关于{PAYLOAD}\n\n{PAYLOAD}\n\n- [链接](https://example.org/"
        f' "{PAYLOAD.replace(chr(34), "")}") `{PAYLOAD}`\n\n[scores]\n\n[rules]\n',
    )
    put(folder, "pages/methods.md", f"# 方法{PAYLOAD}\n")
    scores = io.StringIO()
    csv.writer(scores).writerows([measured_scores.SCORES, [PAYLOAD, 1, *["0.9"] * 10]])
    put(folder, "scores.csv", scores.getvalue())
    read = content_folder.read(folder)
    first = as_rules_read(
        next(report for report in read.reports if report.year == 2020), read.vocabulary
    ).mentions[0]
    release(
        "0.0.2", "2020-06-01", folder, joined(Options(content=folder, jobs=1), Progress(quiet=True))
    )
    put(
        folder,
        "figures/330200/2020.yml",
        [
            poisoned(
                {
                    "figure": first.anchor,
                    "set": {"label": "生产总值", "area": "区", "unit": "元", "value": "12.5"},
                    "why": "看错",
                },
                KEPT["figures/330200/2020.yml"],
            )
        ],
    )
    put(
        folder,
        "releases/aliases.csv",
        f"old,new,why\nreports/330200/2018/,reports/330200/2019/,{quoted(PAYLOAD)}\n",
    )
    return folder


@pytest.fixture(scope="module")
def hostile(folder, tmp_path_factory) -> Path:
    """Give the site that is built from it."""
    output = tmp_path_factory.mktemp("hostile-site") / "build"
    build_here(folder, output)
    return output


def test_the_content_takes_the_payload_in_every_field_that_is_not_listed(folder):
    assert [line_of(problem) for problem in check.problems(content_folder.read(folder))] == []


def test_no_page_runs_or_fetches_what_the_content_says(hostile, serve_folder, page):
    page.add_init_script(
        "window.tripped_by = []; window.tripped = (...how) => window.tripped_by.push(how);"
        " window.alert = window.tripped;"
    )
    asked, missing = [], []
    page.on(
        "response",
        lambda response: response.status >= 400 and missing.append((page.url, response.url)),
    )
    page.on("request", lambda request: "tripwire" in request.url and asked.append(request.url))
    root, shown = serve_folder(hostile, "/small/"), 0
    for path in sorted(hostile.rglob("*.html")):
        address = path.relative_to(hostile).as_posix().removesuffix("index.html")
        page.goto(root + address)
        trips, words, described = page.evaluate(f"[({TRIPS})(), ...({SAID})()]")
        assert trips == {"run": [], "made": []}, address
        shown += PAYLOAD in words
        for one in described:
            json.loads(one)
    assert missing == [] and shown > 20 and asked == []


def test_what_scripts_show_is_text_too(hostile, serve_folder, page):
    page.add_init_script(
        "window.tripped_by = []; window.tripped = (...how) => window.tripped_by.push(how);"
    )
    root = serve_folder(hostile, "/small/")
    page.goto(root + "reports/330200/2020/")
    page.locator(".text a[id|=f]").first.click()
    expect(page.locator(".inspector")).to_contain_text(PAYLOAD)
    page.locator("figure.chart").first.scroll_into_view_if_needed()
    page.locator("figure.chart .drawing a").first.hover()
    assert page.evaluate(TRIPS) == {"run": [], "made": []}
    for words in ("生产总值", PAYLOAD[:12], "tripped"):
        page.goto(f"{root}search/?q={quote(words)}")
        page.wait_for_selector("#results[aria-busy=false]", state="attached")
        assert page.evaluate(TRIPS) == {"run": [], "made": []}
    for address in ("indicators/gdp/", "targets/", "reports/330200/2020/compare/2019/"):
        page.goto(root + address)
        for chart in page.locator("figure.chart .drawing a").all()[:3]:
            chart.hover()
        for button in page.locator("div.texts button").all():
            button.click()
            expect(page.locator("tr.texts p").first).to_be_visible()
        assert page.evaluate(TRIPS) == {"run": [], "made": []}, address


def test_what_machines_read_holds_it_as_text(hostile):
    from xml.etree import ElementTree

    for path in hostile.rglob("*.xml"):
        names = {element.tag.rpartition("}")[2] for element in ElementTree.parse(path).iter()}
        assert not names & {"img", "script"}, path
    assert PAYLOAD[1:] in (hostile / "feed.xml").read_text("utf-8").replace("&lt;", "<").replace(
        "&gt;", ">"
    ).replace("&#34;", '"').replace("&#39;", "'")
    for path in hostile.rglob("*.svg"):
        assert not re.search(r"<script|<img|\son\w+=", path.read_text("utf-8")), path


def test_no_cell_begins_like_a_formula(hostile):
    for path in hostile.rglob("*.csv"):
        for row in csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")):
            assert not [
                cell for cell in row if cell[:1] in FORMULA and not re.fullmatch(r"-[\d.]+", cell)
            ], path


@pytest.mark.parametrize("name", sorted(KEPT.keys() - {"report"}))
def test_every_kept_field_is_one_that_there_is(folder, name):
    data = yaml.safe_load((folder / name).read_text("utf-8"))
    there = {
        key
        for entry in (data if isinstance(data, list) else [data])
        for key in {**entry, **entry.get("set", {})}
    }
    assert not data or KEPT[name] <= there | {"now", "not", "found"}
