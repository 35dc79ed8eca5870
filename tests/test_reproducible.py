"""The same input gives the same bytes, wherever and whenever it is built, and says by a hash what
the input was.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

from baogao.charts import vega_to_svg
from baogao.content import content_folder
from baogao.content.files.own_files_read_once import take_code, take_templates
from baogao.engine.build_input_hash import input_hash
from baogao.pages import coverage
from baogao.records import Area
from test_golden import small_content

ROOT = Path(__file__).resolve().parents[1]
# Another day, and folders listed the other way round. (Compiled modules do not bear another
# `datetime` class: only the one library that asks it has it; our own code asks no clock, see
# below.)
ELSEWHERE = """
import datetime, os, time
import xlsxwriter.core, xlsxwriter.workbook

AHEAD = 400 * 86400 + 4321


class Known(type):
    def __instancecheck__(cls, value):
        return isinstance(value, datetime.datetime)


class Later(datetime.datetime, metaclass=Known):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)


class Backwards:
    def __init__(self, entries):
        with entries:
            self.entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))

    def __iter__(self):
        return self.entries

    def __next__(self):
        return next(self.entries)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass
    close = __exit__


def listed(path=".", list=os.listdir):
    return sorted(list(path), reverse=True)


def ahead(call):
    return lambda seconds=None: call(time.time() if seconds is None else seconds)


time.time = lambda now=time.time: now() + AHEAD
time.localtime, time.gmtime, time.ctime = map(ahead, (time.localtime, time.gmtime, time.ctime))
time.strftime = lambda form, moment=None, call=time.strftime: call(form, moment or time.localtime())
xlsxwriter.core.datetime = xlsxwriter.workbook.datetime = Later
os.scandir = lambda path=".", scan=os.scandir: Backwards(scan(path))
os.listdir = listed
"""
PLACES = {
    "here": {"LC_ALL": "C", "TZ": "UTC", "PYTHONHASHSEED": "0", "umask": 0o022},
    "别处 there/far": {
        "LC_ALL": "tr_TR.UTF-8",
        "LANG": "zh_CN.UTF-8",
        "TZ": "Pacific/Kiritimati",
        "PYTHONHASHSEED": "4242",
        "HOME": "/nonexistent",
        "USER": "someone",
        "umask": 0o077,
    },
}


def checkout(folder: Path) -> Path:
    """Return a copy of what builds, with a small content."""
    shutil.copytree(
        ROOT / "site_src", folder / "site_src", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copytree(ROOT / "scripts" / "locks", folder / "scripts" / "locks")
    small_content(folder)
    releases = (
        folder / "content" / "releases"
    )  # and what the golden one has not: a release, edits of single figures
    releases.mkdir()
    (releases / "releases.yml").write_text('- {version: 0.9.0, date: "2020-04-01"}\n')
    (releases / "0.9.0.csv").write_bytes(
        (ROOT / "tests/golden/expected/reports-330200-2019-figures.csv").read_bytes()
    )
    return folder


def built(folder: Path, umask: int, bundle: Path | None, **environment: str) -> dict[str, bytes]:
    """Return the files of a clean build in a copy of the checkout."""
    if bundle:
        (folder / ".cache").mkdir()
        shutil.copy(bundle, folder / ".cache")
    done = subprocess.run(
        [sys.executable, "-m", "baogao", "build", "--quiet"],
        umask=umask,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        cwd=folder / "site_src",
        env={"PATH": os.environ["PATH"], **environment},
    )
    assert (done.returncode, done.stderr) == (0, "")
    return {
        path.relative_to(folder / "build").as_posix(): path.read_bytes()
        for path in (folder / "build").rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def sites(tmp_path_factory) -> list[dict[str, bytes]]:
    """Give the site as built in two places that differ in all that must not matter."""
    found, bundle = (
        [],
        ROOT / ".cache" / vega_to_svg.SCRIPT,
    )  # Vega's, which takes most of a minute and depends on its version only
    for name, place in PLACES.items():
        folder = checkout(tmp_path_factory.mktemp("place") / name)
        if found:
            (folder / "elsewhere").mkdir()
            (folder / "elsewhere" / "sitecustomize.py").write_text(ELSEWHERE, "utf-8")
            place = place | {"PYTHONPATH": str(folder / "elsewhere")}
        found.append(built(folder, bundle=bundle if bundle.exists() else None, **place))
        bundle = folder / ".cache" / vega_to_svg.SCRIPT
    return found


def test_two_clean_builds_in_different_places_give_the_same_bytes(sites):
    one, other = sites
    assert one.keys() == other.keys()
    assert [path for path in one if one[path] != other[path]] == []
    assert {
        "data/baogao.zip",
        "data/baogao.sqlite",
        "data/baogao.xlsx",
        "feed.xml",
        "static/vega.js",
    } <= one.keys()


def test_no_code_of_ours_asks_the_clock_or_the_machine():
    asking = re.compile(
        r"\b(today|now|utcnow|time\.time|localtime|gmtime|gethostname|getuser|uname|getlocale|random|uuid4?)\("
    )
    found = {
        path.name
        for path in (ROOT / "site_src").rglob("*.py")
        if asking.search(path.read_text("utf-8"))
    }
    assert found == {
        "add.py",
        "file_cache.py",
    }  # the day a source was received is content; how long something is kept is no part of the site


def test_no_file_names_the_machine(sites, tmp_path_factory):
    places = [
        os.uname().nodename.encode(),
        str(ROOT).encode(),
        str(tmp_path_factory.getbasetemp()).encode(),
        str(Path.home()).encode() + b"/",
    ]
    assert [
        (path, place)
        for path, data in sites[0].items()
        for place in places
        if len(place) > 3 and place in data
    ] == []


def test_the_version_says_what_it_was_built_from(sites):
    said = json.loads(sites[0]["data/version.json"])
    settings = yaml.safe_load((ROOT / "tests/golden/content/site.yml").read_text("utf-8"))
    assert (said["version"], said["date"]) == (settings["version"], str(settings["date"]))
    assert said["inputs"].startswith("sha256:") and len(said["inputs"]) == 71
    assert said["reports"] == 2 and said["figures"] > 5


@pytest.fixture
def copied(tmp_path) -> Path:
    """Give a checkout to change, with little in it."""
    for path in [
        "content/site.yml",
        "content/vocabulary/units.yml",
        "content/reports/330200/2020.md",
        "site_src/baogao/pages/home_and_report_list.py",
        "site_src/templates/base.html",
        "site_src/static/site.css",
        "site_src/strings/zh.yml",
        "scripts/locks/run.txt",
        "scripts/locks/font.txt",
    ]:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(path, "utf-8")
    return tmp_path


def of(folder: Path, **settings: str) -> str:
    held, source = content_folder.read(folder / "content").held, folder / "site_src"
    return input_hash(held, take_templates(source), take_code(source), settings)


def test_the_hash_of_the_input_does_not_know_where_it_is(copied, tmp_path_factory):
    there = tmp_path_factory.mktemp("there") / "x"
    shutil.copytree(copied, there)
    (there / "site_src/baogao/__pycache__").mkdir()
    (there / "site_src/baogao/__pycache__/home.pyc").write_bytes(b"compiled")
    (there / "content/.site.yml.swp").write_bytes(b"an editor's")
    (there / "build").mkdir()
    (there / "build/index.html").write_bytes(b"")
    assert of(there) == of(copied)


@pytest.mark.parametrize(
    "name",
    [
        "content/site.yml",
        "content/vocabulary/units.yml",
        "content/reports/330200/2020.md",
        "site_src/baogao/pages/home_and_report_list.py",
        "site_src/templates/base.html",
        "site_src/static/site.css",
        "site_src/strings/zh.yml",
        "scripts/locks/run.txt",
    ],
)
def test_the_hash_of_the_input_knows_every_part(copied, name):
    seen = [of(copied)]
    (copied / name).write_text("changed")
    seen.append(of(copied))
    (copied / name).rename((copied / name).with_name("renamed"))
    seen.append(of(copied))
    assert len(set(seen)) == 3


def test_the_hash_of_the_input_knows_the_settings(copied):
    assert (
        len(
            {
                of(copied),
                of(copied, base="https://example.org/"),
                of(copied, base="https://example.org/repo/"),
            }
        )
        == 3
    )


@pytest.mark.parametrize(
    ("stated", "seconds", "day"),
    [
        ("2020-05-01", None, "2020-05-01"),
        ("2020-05-01", "1700000000", "2020-05-01"),  # the content's date is no clock's: it stands
        (None, "1700000000", "2023-11-14"),
        (None, "1700006399", "2023-11-14"),
        (None, "1700006400", "2023-11-15"),  # a day begins at midnight UTC
    ],
)
def test_the_date_is_the_contents_else_the_one_asked_for(
    tmp_path, monkeypatch, stated, seconds, day
):
    assert dated(tmp_path, monkeypatch, stated, seconds) == (day, [])


@pytest.mark.parametrize(
    ("stated", "seconds", "message"),
    [
        (None, None, "lacks date"),
        (None, "yesterday", "SOURCE_DATE_EPOCH cannot be 'yesterday'"),
        (None, "-1", "SOURCE_DATE_EPOCH cannot be '-1'"),
        (None, "9" * 30, f"SOURCE_DATE_EPOCH cannot be '{'9' * 30}'"),
        (None, "0", "SOURCE_DATE_EPOCH cannot be '0'"),
        ("1st of May", None, "date cannot be '1st of May'"),
        ("20200501", None, "date cannot be '20200501'"),
        ("1979-12-31", None, "date cannot be '1979-12-31'"),
    ],
)
def test_a_date_that_is_none_is_told(tmp_path, monkeypatch, stated, seconds, message):
    assert dated(tmp_path, monkeypatch, stated, seconds) == ("", [message])


def dated(
    folder: Path, monkeypatch, stated: str | None, seconds: str | None
) -> tuple[str, list[str]]:
    """Return the date of a content folder whose site.yml states this one, and what is wrong with
    it.
    """
    root = small_content(folder)
    lines = [
        line
        for line in (root / "site.yml").read_text("utf-8").splitlines()
        if not line.startswith("date:")
    ]
    (root / "site.yml").write_text(
        "\n".join([*lines, *([f"date: '{stated}'"] if stated else [])]) + "\n", "utf-8"
    )
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if seconds is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    found = content_folder.read(root)
    return found.site.date, [
        problem.message for problem in found.problems if problem.path == "content/site.yml"
    ]


def test_provinces_stand_in_the_order_of_their_codes():
    """The published reports are of one province: with several, the order of a set had shown (it is
    another in every process).
    """
    codes = [
        f"{number}0000" for number in (11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37)
    ]
    areas = {code: Area(code, f"省{code}", "province", "", code) for code in codes}
    corpus = SimpleNamespace(
        areas=lambda: list(areas.values()), vocabulary=SimpleNamespace(areas=areas)
    )
    found = coverage.provinces(corpus)
    assert [row["name"] for row in found] == [area.name for area in areas.values()]
