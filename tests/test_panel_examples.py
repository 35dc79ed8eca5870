"""What the literature computes of targets, by the scripts that readers are given.

Whether the machinery counts right is seen on reports that are made so that the answers are known;
nothing is said of real ones.
"""

import io
import subprocess
import sys
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pandas
import pytest

from baogao.content.data_dictionary import tables
from baogao.corpus.corpus import Corpus
from baogao.corpus.join import corpus
from baogao.corpus.reading_result import ReadingResult
from baogao.downloads.csv_files import table_csv
from baogao.downloads.table_rows import OF_ALL, OF_AREA, in_column_order
from baogao.pages.rendering import EXAMPLES, OF_PANEL
from baogao.reading.report_reading import as_rules_read
from baogao.records import Excerpt, Report
from own_content import own_content

ROOT = Path(__file__).resolve().parents[1]
CONTENT = own_content()
YEARS = range(2016, 2021)
PLAN = "## 二、“十三五”时期主要目标\n\n“十三五”时期，地区生产总值年均增长{}%。\n\n"


class Goal(NamedTuple):
    """What a made report promises: how much, in which words; whether it is so of all its years."""

    percent: str
    words: str

    @property
    def sentence(self) -> str:
        return f"主要预期目标是：{self.words.format(self.percent)}。"

    @property
    def is_firm(self) -> bool:
        return "确保" in self.words or "以上" in self.words


ABOUT, AT_LEAST = "地区生产总值增长{}%左右", "地区生产总值增长{}%以上"
ENSURED = "确保地区生产总值增长{}%"
PARENTS = {"330000": "100000", "330200": "330000", "330600": "330000", "330683": "330600"}
LEVELS = {
    "100000": "country",
    "330000": "province",
    "330200": "prefecture",
    "330600": "prefecture",
    "330683": "county",
}
# The lower an area, the higher and the firmer, with some years that are otherwise.
MADE = {
    "100000": [Goal(p, ABOUT) for p in ("6.5", "6.5", "6.5", "6", "6")],
    "330000": [Goal(p, ABOUT) for p in ("7", "7", "6.5", "6.5", "6.5")],
    "330200": [
        Goal("7.5", AT_LEAST),
        Goal("7.5", ABOUT),
        Goal("7", AT_LEAST),
        Goal("6.5", AT_LEAST),
        Goal("6", ABOUT),
    ],
    "330600": [Goal("8", AT_LEAST)] * 4 + [Goal("7", AT_LEAST)],
    "330683": [Goal("8.5", ENSURED)] * 5,
}
PLANNED = {"330600": "8", "330683": "8.5"}  # on average, in the first report of five years


def read(area: str, year: int, goal: Goal) -> ReadingResult:
    """Return a made report as it is read."""
    place, before = CONTENT.vocabulary.areas[area], year - 1
    plan = PLAN.format(PLANNED[area]) if area in PLANNED and year == YEARS[0] else ""
    text = (
        f"## 一、{before}年工作回顾\n\n一年来稳步前行。\n\n"
        f"{plan}## 三、{year}年工作安排\n\n{goal.sentence}\n"
    )
    made = Report(
        path=f"content/reports/{area}/{year}.md",
        text=text,
        body=0,
        title=f"{year}年{place.name}政府工作报告",
        area=area,
        area_name=place.name,
        area_level=place.level,
        year=year,
        reviews=(before,),
        plans=(year,),
        source=Excerpt("a.txt", "", ""),
    )
    return ReadingResult(as_rules_read(made, CONTENT.vocabulary), (), ())


def written(name: str, made: Corpus) -> bytes:
    """Return a table as its CSV file has it."""
    if name in OF_ALL:
        rows = list(OF_ALL[name](made))
    else:
        rows = [row for area in made.areas() for row in OF_AREA[name](made, area.code)]
    return table_csv(tables()[name], list(in_column_order(tables()[name], rows)))


@pytest.fixture(scope="module")
def downloads(tmp_path_factory) -> Path:
    """Give a folder with the downloads of the made reports that the scripts read."""
    folder = tmp_path_factory.mktemp("data")
    goals = ((area, *one) for area, some in MADE.items() for one in zip(YEARS, some, strict=True))
    made = corpus(CONTENT, [read(*one) for one in goals])
    for name in ("target_panel", "areas"):
        (folder / f"{name}.csv").write_bytes(written(name, made))
    return folder


def told(downloads: Path, name: str) -> pandas.DataFrame:
    """Return the table that a script prints, by its first column."""
    script = ROOT / "site_src" / "examples" / name
    done = subprocess.run(
        [sys.executable, script], cwd=downloads, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    table = pandas.read_csv(io.StringIO(done.stdout), sep=r"\s+", dtype={0: str})
    return table.set_index(table.columns[0])


def of_level(level: str) -> list[tuple[str, int, Goal]]:
    return [
        (area, year, goal)
        for area, goals in MADE.items()
        if LEVELS[area] == level
        for year, goal in zip(YEARS, goals, strict=True)
    ]


def share(answers: list[bool]) -> float:
    return round(sum(answers) / len(answers), 3)


def test_lower_levels_use_firmer_words(downloads):
    table = told(downloads, "tone_by_level.py")
    for level in dict.fromkeys(LEVELS.values()):
        goals = [goal for _, _, goal in of_level(level)]
        row = table.loc[level]
        assert row["targets"] == len(goals)
        assert row["firm"] == share([goal.is_firm for goal in goals])
        assert row["soft"] == share([goal.words == ABOUT for goal in goals])
    assert table["firm"].is_monotonic_increasing and table["firm"].nunique() == 3


def test_targets_rise_from_level_to_level(downloads):
    table = told(downloads, "targets_by_level.py")
    for level in ("province", "prefecture", "county"):
        distances = [
            Decimal(goal.percent) - Decimal(MADE[PARENTS[area]][year - YEARS[0]].percent)
            for area, year, goal in of_level(level)
        ]
        row = table.loc[level]
        assert row["pairs"] == len(distances)
        assert row["points"] == round(float(sum(distances)) / len(distances), 3) > 0
        assert row["higher"] == share([distance > 0 for distance in distances])
        assert row["lower"] == share([distance < 0 for distance in distances])


def test_targets_are_repeated_year_after_year(downloads):
    by_area = told(downloads, "repeated_targets.py")
    for area, goals in MADE.items():
        pairs = list(pairwise(goals))
        repeated = [now for then, now in pairs if is_same(then, now)]
        row = by_area.loc[area]
        assert list(row) == [
            len(pairs),
            len(repeated),
            sum(now.percent == PLANNED.get(area) for now in repeated),
        ]
    assert list(by_area.loc["total"]) == list(by_area.drop("total").sum())


def is_same(then: Goal, now: Goal) -> bool:
    """Say whether two targets have the same ends: 以上 has no upper one."""
    open_ends = {"以上" in then.words, "以上" in now.words}
    return then.percent == now.percent and len(open_ends) == 1


@pytest.mark.parametrize("name", OF_PANEL)
def test_the_scripts_are_short_and_shown(name):
    script = ROOT / "site_src" / "examples" / name
    assert script.read_text("utf-8").count("\n") <= 40
    assert name not in EXAMPLES
