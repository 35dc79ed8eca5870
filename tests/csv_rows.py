"""The rows of a CSV file, as whoever downloads it has them."""

import csv
from pathlib import Path


def csv_rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a file by the names of its columns."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))
