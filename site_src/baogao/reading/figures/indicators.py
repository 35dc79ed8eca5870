"""Indicators: which known statistic a label is, if it is one."""
import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from baogao.records import Indicator
from baogao.content.vocabulary import Vocabulary

LOOSE = re.compile(r"[“”‘’\"'()《》、,。的 —–-]")
NOTE = re.compile(r"\([^()]*\)$")  # 实际利用外资(验资)
SCOPE = re.compile(r"^(?:全市|全省|全县|全区|全州|全旗|全疆|全社会|设区市|预计|完成|实现|实施|开展|推进|组织|全年|年末|年度|累计|当年|再(?!生|就业|开发|次)|进一步|继续|持续)+")
TASKS = ("任务", "工作")
GROWTH = re.compile(r"(?:增速|增幅|降幅|涨幅|增长率|完成额|完成|总额|总量|数)$")


class Name(NamedTuple):
    """An indicator and one of its names."""
    indicator: Indicator
    alias: str


class Known(NamedTuple):
    """The id of the indicator that a label is, or None, and the name by which it was found."""
    id: str | None = None
    alias: str = ""


UNKNOWN = Known()


@lru_cache(maxsize=4)
def _names(vocabulary: Vocabulary) -> tuple[dict[str, Name], dict[str, Name]]:
    exact: dict[str, Name] = {}
    for indicator in vocabulary.indicators.values():
        for alias in (indicator.zh, *indicator.aliases):
            exact.setdefault(_canonical(alias), Name(indicator, alias))
    loose: dict[str, Name] = {}
    for name, known in exact.items():
        loose.setdefault(SCOPE.sub("", name) or name, known)
    return exact, loose


def _canonical(label: str) -> str:
    return LOOSE.sub("", unicodedata.normalize("NFKC", label)).replace("城市化", "城镇化").replace("规模以上", "规上").replace("规模工业", "规上工业").replace("综合能耗", "能耗").replace("常住居民", "居民").upper()


def indicator_of(label: str, unit: str, kind: str, vocabulary: Vocabulary) -> Known:
    """Return the indicator that a label names and a unit fits, with the name that matched."""
    exact, loose = _names(vocabulary)
    name = _canonical(label)
    if name.endswith(TASKS) and len(name) > 6:  # 农村人口饮用水达标提标|任务
        name = name[:-2]
    known = exact.get(name) or loose.get(SCOPE.sub("", name))
    if known is None and (plain := NOTE.sub("", label)) not in ("", label):
        return indicator_of(plain, unit, kind, vocabulary)
    if known is None and (shorter := GROWTH.sub("", name)) != name:
        known = exact.get(shorter) or loose.get(SCOPE.sub("", shorter))
    if known is None:
        return UNKNOWN
    return Known(known.indicator.id if _fits(known.indicator, unit, kind) else None, known.alias)


def _fits(indicator: Indicator, unit: str, kind: str) -> bool:
    if kind == "rank":
        return unit == "位"
    if unit in indicator.units:
        return True
    return kind == "change" and unit in ("%", "百分点", "位", "倍", "番", "‰", "")
