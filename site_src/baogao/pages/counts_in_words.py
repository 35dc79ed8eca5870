"""How many figures and targets there are, said in the same words on every page."""

from collections.abc import Iterable, Iterator

from baogao.corpus.corpus import Corpus, Listed
from baogao.corpus.target_counts import TargetCount, target_count
from baogao.records import Reading


def figures_and_targets(one: Listed, strings: dict) -> str:
    """Return how many figures a report has, how many are targets, and of known indicators."""
    words = strings["counts"]
    figures = words["figures"].format(figures=one.figures)
    counts = words["both"].format(figures=figures, targets=targets_in_short(one.targets, strings))
    return strings["doubt"]["counted"].format(counts=counts) if one.doubtful else counts


def targets_in_short(count: TargetCount, strings: dict) -> str:
    """Return how many targets a report sets, in two numbers."""
    return _targets(count, strings, ())


def targets_set(count: TargetCount, strings: dict) -> str:
    """Return how many targets a report sets: what has no number, or is for another year, too."""
    return _targets(count, strings, _details(count, strings["counts"]))


def _targets(count: TargetCount, strings: dict, details: Iterable[str]) -> str:
    words = strings["counts"]
    listed = strings["punctuation"]["comma"].join(details)
    return words["targets"].format(
        figures=count.figures,
        known=count.known,
        details=words["details"].format(listed=listed) if listed else "",
    )


def _details(count: TargetCount, words: dict) -> Iterator[str]:
    if len(count.years) > 1:
        yield from (words["year"].format(year=year, count=own) for year, own in count.years)
    if count.worded:
        yield words["worded"].format(worded=count.worded)


def summary(corpus: Corpus, reading: Reading, strings: dict) -> str:
    """Return in one sentence how many figures there are, and of what status."""
    statuses = [mention.figure.status for mention in reading.mentions]
    set_here = target_count(reading, corpus.promised_in(reading.report.id))
    return strings["report"]["summary"].format(
        figures=len(statuses),
        actual=statuses.count("actual"),
        targets=targets_set(set_here, strings),
        known=sum(bool(mention.figure.indicator) for mention in reading.mentions),
    )


def reports_setting(corpus: Corpus, area: str, year: str, strings: dict) -> str:
    """Return how many targets the reports set that an area's targets for a year come from."""
    words = strings["counts"]["of_report"]
    return "".join(
        words.format(year=one.year, targets=_with_doubt(one, strings))
        for one in corpus.listed_of(area)
        if year in dict(one.targets.years)
    )


def _with_doubt(one: Listed, strings: dict) -> str:
    counts = targets_set(one.targets, strings)
    return strings["doubt"]["counted"].format(counts=counts) if one.doubtful else counts


def targets_of_all(corpus: Corpus, strings: dict) -> str:
    """Return how many targets all reports set together."""
    every = [one.targets for one in corpus.listed]
    return strings["counts"]["of_all"].format(
        reports=len(every),
        figures=sum(one.figures for one in every),
        known=sum(one.known for one in every),
    )


def told(counts: dict, strings: dict) -> str:
    """Return how many of some targets can be judged, and how many of these were reached."""
    words = strings["targets"]["said" if counts["judged"] else "waiting"]
    return words.format_map(counts)
