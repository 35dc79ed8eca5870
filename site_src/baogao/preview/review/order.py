"""In which order figures are reviewed: the most doubtful first."""

from baogao.preview.review.figure_json import Json
from baogao.reading.figures.certainty import GRADES


def by_doubt(figures: list[Json]) -> list[str]:
    """Return the ids of figures, the most doubtful first, those alike in the order of the text.

    What contradicts a figure counts first, then how little sure its reading is.
    """
    return [one["id"] for one in sorted(figures, key=_doubt, reverse=True)]


def _doubt(told: Json) -> tuple[int, int, int]:
    grade = told["certainty"]
    return len(told["against"]), GRADES.index(grade) if grade else 0, told["weight"]
