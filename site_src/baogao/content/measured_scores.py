"""`content/scores.csv`: how well the figures of annotated reports are read; a page may show it."""

import re

from baogao.content.files import safe_read
from baogao.content.files.csv_table import Row, read_rows
from baogao.content.files.recorded_folder import Folder
from baogao.records import Problem

SCORES = (
    "report",
    "figures",
    "span_f1",
    "quantity_f1",
    "record_f1",
    "indicator_precision",
    "indicator_recall",
    "kind",
    "status",
    "bound",
    "period",
    "label",
)
SCORES_HINT = "write the file with `scripts/score --write`"
NUMBER = re.compile(r"\d{1,9}(\.\d{1,9})?", re.A)


def measured_scores(folder: Folder, prose: dict[str, str], found: list[Problem]) -> tuple[Row, ...]:
    """Return the rows of scores.csv, which a page may show.

    They say what is reached on each annotated report, and on all.
    """
    path = folder.root / "scores.csv"
    shown = f"{folder.root.name}/scores.csv"
    if not safe_read.exists(path) and not any("[scores]" in page for page in prose.values()):
        return ()
    rows = read_rows(path, folder, shown, SCORES, found, SCORES_HINT)
    for line, row in rows:
        _, *numbers = row.values()
        if not all(map(NUMBER.fullmatch, numbers)):
            found.append(Problem(shown, line, "not a row of scores", SCORES_HINT))
            return ()
    return tuple(row for _, row in rows)
