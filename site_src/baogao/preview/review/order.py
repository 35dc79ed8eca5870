"""In which order figures are reviewed: the most doubtful first."""

from baogao.preview.review.figure_json import VOID, Json
from baogao.reading.figures.certainty import GRAVE


def by_doubt(figures: list[Json]) -> list[str]:
    """Return the ids of figures, the most doubtful first, those alike in the order of the text.

    What was checked and reads differently now comes before all. Whatever speaks against a figure
    weighs as a grave reason does that makes its reading less than sure.
    """
    return [one["id"] for one in sorted(figures, key=_doubt, reverse=True)]


def _doubt(told: Json) -> tuple[bool, int]:
    return told["state"] == VOID, told["weight"] + GRAVE * bool(told["against"])
