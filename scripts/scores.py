"""What the hand-annotated reports of tests/gold say of the figures: their scores, as rows."""
import importlib.util
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from baogao.content import SCORES as COLUMNS
from baogao.extract import extract
from baogao.vocabulary import Vocabulary

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "tests" / "gold"
FILE = ROOT / "content" / "scores.csv"
FIELDS = ("kind", "status", "bound", "period", "label")


class Scored(NamedTuple):
    """A report, its text, its annotated rows and the figures read in it, and what the scorer says of them."""
    name: str
    text: str
    gold: list[dict]
    figures: list[dict]
    scores: dict


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
        figures += [{**figure, "start": figure["start"] + by, "end": figure["end"] + by} for figure in one.figures]
        by += len(one.text) + 1
    return scorer().score(gold, figures)


def row(name: str, scores: dict) -> dict[str, str]:
    """Return a report's row of the table, by column, with three decimals."""
    numbers = (*(scores[part][2] for part in ("span", "quantity", "record")), *scores["indicator"][:2],
               *(scores["agree"][field] for field in FIELDS))
    return dict(zip(COLUMNS, (name, str(scores["figures"]), *(f"{number:.3f}" for number in numbers))))


def rows(words: Vocabulary) -> list[dict[str, str]]:
    """Return the rows of content/scores.csv: one a report, and `all`."""
    reports = [scored(name, words) for name in names()]
    return [*(row(one.name, one.scores) for one in reports), row("all", together(reports))]


def as_csv(table: list[dict[str, str]]) -> str:
    """Return rows as the text of content/scores.csv."""
    return "".join(",".join(line) + "\n" for line in (COLUMNS, *(one.values() for one in table)))
