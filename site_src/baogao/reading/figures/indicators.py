"""Stage 8: indicators, which known statistic a label is, if it is one."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from baogao.content.patterns import regex_of
from baogao.content.vocabulary import Vocabulary
from baogao.reading.figures.candidate import Candidate, Known, Sentence, Source
from baogao.reading.figures.periods import is_done
from baogao.reading.figures.subjects.places import own_name
from baogao.reading.figures.word_patterns import worded
from baogao.records import Indicator

UNKNOWN = Known()
LOOSE = re.compile(r"[“”‘’\"'()《》、,。的 —–-]")
NOTE = re.compile(r"\([^()]*\)$")  # 实际利用外资(验资)
# 全市|出口, 累计|完成投资, 再|投资; but not 再生能源
SCOPE = worded(r"^ (?: {scope} | 再 (?!生|就业|开发|次) )+")
TASKS = ("任务", "工作")
SHORT = 6
GROWTH = re.compile(r"(?:增速|增幅|降幅|涨幅|增长率|完成额|完成|总额|总量|数)$")
# Two ways to say the same, and the one that names are compared in
SAME = {
    "城市化": "城镇化",
    "规模以上": "规上",
    "规模工业": "规上工业",
    "综合能耗": "能耗",
    "常住居民": "居民",
}
ANY_OF_SAME = re.compile(regex_of(SAME))
OF_CHANGES = frozenset(("%", "百分点", "位", "倍", "番", "‰", ""))


class Name(NamedTuple):
    """An indicator and one of its names."""

    indicator: Indicator
    alias: str


def decide_indicators(sentence: Sentence) -> None:
    """Fill in which indicator each figure is of, if it is of one."""
    for group in sentence.groups:
        for candidate in group:
            candidate.known = _known(sentence, candidate, group[0])


def _known(sentence: Sentence, candidate: Candidate, leader: Candidate) -> Known:
    """Return the indicator of a figure: none for another area, and none for a running total."""
    if candidate.named.area:
        return UNKNOWN
    running = "累计" in candidate.own and candidate.time.span != "累计"
    if running and is_done(candidate, leader, sentence):
        return UNKNOWN
    label, unit, kind = candidate.named.label, candidate.quantity.unit, candidate.kind.kind
    return _of_own_area(label, unit, kind, sentence.source)


def _of_own_area(label: str, unit: str, kind: str, source: Source) -> Known:
    """Return the indicator of a label, also behind the report's own name: 宁波|口岸出口通关时间."""
    known = _of_label(label, unit, kind, source.vocabulary)
    mine = own_name(source.vocabulary, source.area)
    if known.alias or not mine or not label.startswith(mine):
        return known
    return _of_label(label[len(mine) :], unit, kind, source.vocabulary)


def _of_label(label: str, unit: str, kind: str, vocabulary: Vocabulary) -> Known:
    """Return the indicator that a label names and a unit fits, with the name that matched."""
    name = _canonical(label)
    if name.endswith(TASKS) and len(name) > SHORT:  # 农村人口饮用水达标提标|任务
        name = name[:-2]
    known = _named(name, vocabulary)
    if known is None and (plain := NOTE.sub("", label)) not in ("", label):
        return _of_label(plain, unit, kind, vocabulary)
    if known is None and (shorter := GROWTH.sub("", name)) != name:
        known = _named(shorter, vocabulary)
    if known is None:
        return UNKNOWN
    return Known(known.indicator.id if _fits(known.indicator, unit, kind) else None, known.alias)


def _named(name: str, vocabulary: Vocabulary) -> Name | None:
    """Return the indicator of that name, or of that name without its scope (全市…)."""
    exact, loose = _names(vocabulary)
    return exact.get(name) or loose.get(SCOPE(vocabulary).sub("", name))


@lru_cache(maxsize=4)
def _names(vocabulary: Vocabulary) -> tuple[dict[str, Name], dict[str, Name]]:
    """Return the indicators by all their names, and by their names without a scope."""
    exact: dict[str, Name] = {}
    for indicator in vocabulary.indicators.values():
        for alias in (indicator.zh, *indicator.aliases):
            exact.setdefault(_canonical(alias), Name(indicator, alias))
    loose: dict[str, Name] = {}
    for name, known in exact.items():
        loose.setdefault(SCOPE(vocabulary).sub("", name) or name, known)
    return exact, loose


def _canonical(label: str) -> str:
    """Return a label in the form in which names are compared."""
    label = LOOSE.sub("", unicodedata.normalize("NFKC", label))
    return ANY_OF_SAME.sub(lambda said: SAME[said[0]], label).upper()


def _fits(indicator: Indicator, unit: str, kind: str) -> bool:
    if kind == "rank":
        return unit == "位"
    return unit in indicator.units or (kind == "change" and unit in OF_CHANGES)
