"""What the hand-annotated reports of tests/gold say of the figures: their scores, as rows."""

import importlib.util
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from baogao.content.measured_scores import SCORES as COLUMNS
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.reading.extract_command import extract

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "tests" / "gold"
FILE = ROOT / "content" / "scores.csv"
GAPS, DISPUTED = ROOT / "tests" / "data" / "known_gaps.tsv", GOLD / "disputed.md"
WHOLE = ("missed", "no figure")
FIELDS = ("kind", "status", "bound", "period", "label")


class Scored(NamedTuple):
    """A report and its text, its annotated rows, the figures read in it, and the scorer's word."""

    name: str
    text: str
    gold: list[dict]
    figures: list[dict]
    scores: dict


class Error(NamedTuple):
    """One field of a figure read otherwise than it was annotated; `k` is the gold's number of it.

    `field` is missed or no figure where it is not one field; then `k` of what is no figure is its
    offset.
    """

    report: str
    k: str
    field: str
    wanted: str
    read: str
    place: str


@lru_cache(maxsize=1)
def scorer():
    """Return the module tests/gold/score.py."""
    spec = importlib.util.spec_from_file_location("gold_score", GOLD / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def names() -> list[str]:
    """Return the names of the annotated reports."""
    return sorted(path.stem for path in GOLD.glob("*.tsv"))


def scored(name: str, words: Vocabulary) -> Scored:
    """Read one annotated report and score it."""
    text = (GOLD / f"{name}.txt").read_text(encoding="utf-8")
    gold, figures = scorer().load_gold(GOLD / f"{name}.tsv", text), list(extract(text, words))
    return Scored(name, text, gold, figures, scorer().score(gold, figures))


def together(reports: list[Scored]) -> dict:
    """Score several reports as one, their offsets shifted."""
    gold, figures, by = [], [], 0
    for one in reports:
        gold += [{**row, "span": (row["span"][0] + by, row["span"][1] + by)} for row in one.gold]
        figures += [
            {**figure, "start": figure["start"] + by, "end": figure["end"] + by}
            for figure in one.figures
        ]
        by += len(one.text) + 1
    return scorer().score(gold, figures)


def row(name: str, scores: dict) -> dict[str, str]:
    """Return a report's row of the table, by column, with three decimals."""
    numbers = (
        *(scores[part][2] for part in ("span", "quantity", "record")),
        *scores["indicator"][:2],
        *(scores["agree"][field] for field in FIELDS),
    )
    cells = name, str(scores["figures"]), *(f"{number:.3f}" for number in numbers)
    return dict(zip(COLUMNS, cells, strict=True))


def rows(words: Vocabulary) -> list[dict[str, str]]:
    """Return the rows of content/scores.csv: one a report, and `all`."""
    reports = [scored(name, words) for name in names()]
    return [*(row(one.name, one.scores) for one in reports), row("all", together(reports))]


def errors(one: Scored) -> list[Error]:
    """Return everything in which a report's figures differ from its annotation."""
    return [*_missed(one), *_spurious(one), *_misread(one)]


def _missed(one: Scored) -> Iterator[Error]:
    for row in one.scores["_missed"]:
        yield Error(one.name, row["k"], "missed", row["raw"], "", _place(one.text, *row["span"]))


def _spurious(one: Scored) -> Iterator[Error]:
    for figure in one.scores["_spurious"]:
        place = _place(one.text, figure["start"], figure["end"])
        yield Error(one.name, f"@{figure['start']}", "no figure", "", figure["text"], place)


def _misread(one: Scored) -> Iterator[Error]:
    for row, figure in one.scores["_pairs"]:
        place = _place(one.text, *row["span"])
        for field, wanted, read in _wrong(row, figure):
            yield Error(one.name, row["k"], field, str(wanted or ""), str(read or ""), place)


def _wrong(row: dict, figure: dict) -> Iterator[tuple[str, object, object]]:
    """Yield the fields that the scorer counts as wrong, as annotated and as read."""
    score = scorer()
    for field in FIELDS[:-1]:
        if (row[field] or "") != str(figure[field] or ""):
            yield field, row[field], figure[field]
    if not score.same_value(row, figure):
        yield (
            "value",
            row["value"],
            "..".join(
                str(figure[end]) for end in ("value", "value_high") if figure[end] is not None
            ),
        )
    if score.unit_of(row["unit"]) != score.unit_of(figure["unit"]):
        yield "unit", row["unit"], figure["unit"]
    if not score.same_label(row["label"], figure["label"]):
        yield "label", row["label"], figure["label"]
    said, annotated = (
        figure["indicator"] if figure["indicator"] in score.ANNOTATED_IDS else "",
        row["id"].strip("-"),
    )
    if annotated != (said or ""):
        yield "indicator", annotated, figure["indicator"]


def _place(text: str, start: int, end: int) -> str:
    around = text[max(0, start - 28) : start] + "[" + text[start:end] + "]" + text[end : end + 14]
    return " ".join(around.split())


def gaps(words: Vocabulary) -> list[Error]:
    """Return all errors but those of rows that disputed.md holds to be wrong."""
    disputed = set(
        re.findall(r"^- `(\S+) (\S+) (\S+)`", DISPUTED.read_text(encoding="utf-8"), re.M)
    )
    return [
        error
        for name in names()
        for error in errors(scored(name, words))
        if error[:3] not in disputed
    ]


def write(words: Vocabulary) -> None:
    """Write the table of scores and the list of known gaps."""
    FILE.write_text(as_csv(rows(words)), encoding="utf-8")
    GAPS.write_text(
        "".join("\t".join(line) + "\n" for line in (Error._fields, *gaps(words))), encoding="utf-8"
    )


def as_csv(table: list[dict[str, str]]) -> str:
    """Return rows as the text of content/scores.csv."""
    return "".join(",".join(line) + "\n" for line in (COLUMNS, *(one.values() for one in table)))
