"""How sure readings are against how often they are wrong, on annotated texts.

Those are the reports of tests/gold and, where a folder of them is given, passages of whole reports
(the folder has windows.tsv, and a text and an annotation of each name in it).
"""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from baogao.content.measured_certainty import COLUMNS, CertaintyPoint
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.reading.extract_command import as_json, read
from baogao.reading.figures import Candidate
from baogao.reading.figures.certainty import weight
from scores import FIELDS, GOLD, ROOT, names, scorer

FILE = ROOT / "content" / "certainty.csv"
IN_RECORD = FIELDS[:-1]  # all but the label
Windows = list[tuple[int, int]]


class Judged(NamedTuple):
    """A figure that was found, and whether all of its record is right."""

    candidate: Candidate
    right: bool


def of_gold(words: Vocabulary) -> list[Judged]:
    """Judge the figures of the reports of tests/gold."""
    return [one for name in names() for one in _judged(GOLD, name, None, words)]


def of_whole(folder: Path, words: Vocabulary) -> list[Judged]:
    """Judge the figures in the annotated passages of whole reports."""
    return [
        one
        for name, windows in _windows(folder).items()
        for one in _judged(folder, name, windows, words)
    ]


def _windows(folder: Path) -> dict[str, Windows]:
    found: dict[str, Windows] = defaultdict(list)
    with (folder / "windows.tsv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            found[row["name"]].append((int(row["start"]), int(row["end"])))
    return found


def _judged(
    folder: Path, name: str, windows: Windows | None, words: Vocabulary
) -> Iterator[Judged]:
    """Yield the figures of a text that are right or wrong: borderline ones are neither."""
    score = scorer()
    text = (folder / f"{name}.txt").read_bytes().decode()
    found = [
        candidate
        for candidate in read(text, words)
        if windows is None or any(low <= candidate.figure.start < high for low, high in windows)
    ]
    figures = [as_json(candidate.figure) for candidate in found]
    result = score.score(score.load_gold(folder / f"{name}.tsv", text), figures)
    right = {id(figure): _is_right(row, figure) for row, figure in result["_pairs"]}
    right |= {id(figure): False for figure in result["_spurious"]}
    for candidate, figure in zip(found, figures, strict=True):
        if id(figure) in right:
            yield Judged(candidate, right[id(figure)])


def _is_right(row: dict, figure: dict) -> bool:
    """Say whether value, unit, kind, status, bound and period are as annotated."""
    score = scorer()
    return (
        score.same_value(row, figure)
        and score.unit_of(row["unit"]) == score.unit_of(figure["unit"])
        and all((row[field] or "") == str(figure[field] or "") for field in IN_RECORD)
    )


def points(texts: str, judged: Iterable[Judged]) -> list[CertaintyPoint]:
    """Return the rows of certainty.csv for some texts, the surest first."""
    figures: Counter[tuple[int, str]] = Counter()
    wrong: Counter[tuple[int, str]] = Counter()
    for one in judged:
        rules = (caveat.rule for caveat in one.candidate.caveats)
        key = weight(rules), one.candidate.certainty
        figures[key] += 1
        wrong[key] += not one.right
    return [
        CertaintyPoint(texts, grade, against, number, wrong[against, grade])
        for (against, grade), number in sorted(figures.items())
    ]


def reasons(judged: Iterable[Judged]) -> list[tuple[str, int, int]]:
    """Return every kind of reason with its figures and how many are wrong, the worst first."""
    figures: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for one in judged:
        for rule in {caveat.rule for caveat in one.candidate.caveats}:
            figures[rule] += 1
            wrong[rule] += not one.right
    return sorted(
        ((rule, number, wrong[rule]) for rule, number in figures.items()),
        key=lambda row: (-row[2] / row[1], -row[1], row[0]),
    )


def write(found: list[CertaintyPoint]) -> None:
    """Write certainty.csv; rows of texts that were not read this time stay."""
    read_now = {point.texts for point in found}
    kept = [row for row in _rows_there() if row["texts"] not in read_now]
    lines = [tuple(row.values()) for row in kept] + [as_row(point) for point in found]
    FILE.write_text(as_csv(sorted(lines, key=lambda line: (line[0], int(line[2])))), "utf-8")


def _rows_there() -> list[dict[str, str]]:
    if not FILE.exists():
        return []
    with FILE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def as_row(point: CertaintyPoint) -> tuple[str, ...]:
    """Return a point as the cells of its row."""
    return tuple(str(getattr(point, name)) for name in COLUMNS)


def as_csv(lines: Iterable[tuple[str, ...]]) -> str:
    """Return rows as the text of certainty.csv."""
    return "".join(",".join(line) + "\n" for line in (COLUMNS, *lines))


def report(texts: str, judged: list[Judged]) -> Iterator[str]:
    """Yield lines for people: what each grade holds, and what each kind of reason is worth."""
    total = len(judged)
    found = points(texts, judged)
    for grades in (("high",), ("high", "medium"), ("high", "medium", "low")):
        rows = [point for point in found if point.certainty in grades]
        figures, wrong = sum(row.figures for row in rows), sum(row.wrong for row in rows)
        share = 1 - wrong / figures if figures else 0
        yield (
            f"{texts:8}{' and '.join(grades):24}{figures:6}{figures / max(1, total):8.3f} of all"
            f"{wrong:6} wrong{share:8.3f} right"
        )
    for rule, figures, wrong in reasons(judged):
        yield f"  {figures:6}{wrong:6} wrong  {rule}"
