"""What people have checked: the share of a report, and what they found in all of them."""

from collections.abc import Iterable, Iterator

from baogao.content.measured_certainty import GRADES
from baogao.corpus.corpus import Corpus
from baogao.records import Reading, ReviewCount


def share_checked(reading: Reading, strings: dict) -> str:
    """Say how many of a report's figures a person has checked."""
    words, figures = strings["report"]["reviewed"], len(reading.mentions)
    checked = sum(mention.reviewed for mention in reading.mentions)
    said = words["none"] if not checked else words["all" if checked == figures else "some"]
    return said.format(figures=figures, checked=checked, share=checked * 100 // max(1, figures))


def review_findings(corpus: Corpus, strings: dict) -> dict:
    """Return in a sentence and in rows what people found, by how surely figures were read."""
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
