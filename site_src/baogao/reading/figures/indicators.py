"""Stage 8: indicators, which known statistic a label is, if it is one."""

from baogao.content.vocabulary.indicator_names import named
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.reading.figures.candidate import Candidate, Known, Sentence, Source
from baogao.reading.figures.done_or_there import is_done
from baogao.reading.figures.subjects.places import own_name
from baogao.records import Indicator

UNKNOWN = Known()
OTHER_AREA = Known(refused="not the report's own area")
RUNNING_TOTAL = Known(refused="a running total")
OF_CHANGES = frozenset(("%", "百分点", "位", "倍", "番", "‰", ""))


def decide_indicators(sentence: Sentence) -> None:
    """Fill in which indicator each figure is of, if it is of one."""
    for group in sentence.groups:
        for candidate in group:
            candidate.known = _known(sentence, candidate, group[0])


def _known(sentence: Sentence, candidate: Candidate, leader: Candidate) -> Known:
    """Return the indicator of a figure: none for another area, and none for a running total."""
    if candidate.named.area:
        return OTHER_AREA
    total = "累计" in candidate.own or candidate.named.label.startswith("累计")
    running = total and candidate.time.span != "累计"
    if running and is_done(candidate, leader, sentence):
        return RUNNING_TOTAL
    label, unit, kind = candidate.named.label, candidate.quantity.unit, candidate.kind.kind
    return _of_own_area(label, unit, kind, sentence.source)


def _of_own_area(label: str, unit: str, kind: str, source: Source) -> Known:
    """Return the indicator of a label, also behind the report's own name: 宁波|口岸出口通关时间."""
    known = _of_label(label, unit, kind, source.vocabulary)
    mine = own_name(source.vocabulary, source.area, source.year)
    if known.alias or not mine or not label.startswith(mine):
        return known
    return _of_label(label[len(mine) :], unit, kind, source.vocabulary)


def _of_label(label: str, unit: str, kind: str, vocabulary: Vocabulary) -> Known:
    """Return the indicator that a label names and a unit fits, with the name that matched."""
    known = named(label, vocabulary)
    if known is None:
        return UNKNOWN
    return Known(known.indicator.id if _fits(known.indicator, unit, kind) else None, known.alias)


def _fits(indicator: Indicator, unit: str, kind: str) -> bool:
    if kind == "rank":
        return unit == "位"
    return unit in indicator.units or (kind == "change" and unit in OF_CHANGES)
