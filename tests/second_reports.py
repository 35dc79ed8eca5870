"""What is published of a report, as the second panel reads it: its figures, and its plan."""

import csv
import io
import re
from dataclasses import dataclass
from functools import cached_property

import yaml

Row = dict[str, str]
Said = dict[str, object]  # a statement: what it measures, and the figure that it is
SHARES = ("rd_intensity", "unemployment_registered", "unemployment_surveyed")
NARROW = (  # of size, of counting: what a label says takes the place of what the name has
    {"规上": "规上|规模以上", "限上": "限上|限额以上"},
    {"净增": "净增", "累计": "累计(?!新增)"},
)
OTHERS = re.compile(
    r"(?:[高低快好慢]于|高出|(?<![同环])[比较])(?!上年|去年|年初)[^，。；：\d]{2,12}$"
)
CLAUSE = re.compile(r"[，。；：！？\n]")
PLAN = re.compile("任务|思路|安排|目标|工作|实事|要求")
LOOKS_BACK = re.compile("回顾|成就|过去|政府|蓝图")


@dataclass(frozen=True, eq=False)
class Published:
    """What is published of a report: `report.md` and `figures.csv`."""

    text: str
    figures: str

    @cached_property
    def about(self) -> dict:
        """What its front matter says."""
        return yaml.safe_load(self.text.split("---\n", 2)[1])

    @cached_property
    def key(self) -> tuple[str, int]:
        """Its area and year."""
        return str(self.about["area"]["code"]), int(self.about["year"])

    @cached_property
    def rows(self) -> list[Row]:
        """Its figures."""
        return list(csv.DictReader(io.StringIO(self.figures.lstrip("\ufeff"))))

    @cached_property
    def plan(self) -> list[tuple[int, str]]:
        """The lines of its plan for the year, each with its offset."""
        lines, at, is_plan = [], 0, False
        for line in self.text.splitlines(keepends=True):
            if line.startswith("## "):
                year = str(self.key[1] - 1)
                is_plan = bool(PLAN.search(line)) and not LOOKS_BACK.search(line)
                is_plan = is_plan and year not in line
            elif is_plan and not line.startswith("#"):
                lines.append((at, line.rstrip("\n")))
            at += len(line)
        return lines


def measure_of(row: Row, id: str, text: str) -> str:
    """Return what a figure measures, by its kind, its unit, and the clause in front of it."""
    start = int(row["start"])
    clause = CLAUSE.split(text[max(0, start - 80) : start])[-1]
    if (
        row["kind"] == "rank"
        or row["unit"] == "位"
        or (row["kind"] == "change" and OTHERS.search(clause))
    ):
        return "other"
    if row["kind"] == "level":
        return "level"
    if row["unit"] == "%":
        return "average_growth" if "年均" in clause + row["label"] else "growth"
    if row["unit"] == "百分点" and id not in SHARES:
        return "growth_difference"
    return "difference"


def narrowed(label: str, name: str) -> str:
    """Return what narrows a figure: what its label says, else what its indicator's name does."""
    found = []
    for kind in NARROW:
        said = [short for short, words in kind.items() if re.search(words, label)]
        found += said or [short for short, words in kind.items() if re.search(words, name)]
    return "; ".join(found)


def bare(name: str) -> str:
    """Return a name without what narrows it: 工业增加值 of 规上工业增加值."""
    return re.sub("|".join(words for kind in NARROW for words in kind.values()), "", name)


def sentence_at(line: str, at: int) -> str:
    """Return the sentence of a line that a place is in."""
    start = max(line.rfind(mark, 0, at) for mark in "。！？") + 1
    end = min((line.find(mark, at) for mark in "。！？" if mark in line[at:]), default=len(line))
    return line[start : end + 1].strip()


def figures_in(report: Published, status: str, begin: int, end: int) -> list[Row]:
    return [r for r in report.rows if r["status"] == status and begin <= int(r["start"]) < end]


def targets_in(report: Published, start: int, line: str, quote: str) -> list[Row]:
    begin = start + line.index(quote)
    return figures_in(report, "target", begin, begin + len(quote))


def promises(report: Published, start: int, line: str, quote: str) -> bool:
    return bool(targets_in(report, start, line, quote))


def tone_in(report: Published, start: int, line: str, quote: str) -> tuple[str, str]:
    """Return tone and words of the numbers in a sentence that are not capped; plain if unlike."""
    rows = targets_in(report, start, line, quote)
    told = {(row["tone"], row["tone_words"]) for row in rows if row["tone"] != "capped"}
    return told.pop() if len(told) == 1 else ("plain", "")
