"""What people found who checked figures: by how surely these were read."""

from collections.abc import Iterable, Iterator

from baogao.content.measured_certainty import GRADES
from baogao.corpus.corpus import Corpus
from baogao.records import ReviewCount


def review_findings(corpus: Corpus, strings: dict) -> dict:
    """Return in a sentence and in rows what people found, in all reports that they checked."""
    counts = [count for own in corpus.review_counts.values() for count in own]
    words = strings["reviews"]
    if not counts:
        return {"said": words["none"], "rows": []}
    figures, checked = sum(one.figures for one in counts), sum(one.checked for one in counts)
    said = words["said"].format(
        reports=len(corpus.review_counts),
        figures=f"{figures:,}",
        checked=f"{checked:,}",
        share=checked * 100 // figures,
        missed=sum(one.missed for one in counts),
    )
    return {"said": said, "rows": list(_rows(counts, strings["certainty"]["grades"]))}


def _rows(counts: Iterable[ReviewCount], names: dict[str, str]) -> Iterator[list[str]]:
    """Yield a row for each grade of which figures were checked."""
    for grade in GRADES:
        own = [one for one in counts if one.certainty == grade]
        checked, right = sum(one.checked for one in own), sum(one.right for one in own)
        if checked:
            found = checked, right, sum(one.wrong for one in own), sum(one.rejected for one in own)
            yield [names[grade], *map("{:,}".format, found), f"{right / checked * 100:.1f}%"]
