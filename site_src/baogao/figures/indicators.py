"""Indicators: which known statistic a label is, if it is one."""
import re
import unicodedata
from functools import lru_cache

from baogao.records import Indicator
from baogao.vocabulary import Vocabulary

LOOSE = re.compile(r"[“”‘’\"'()《》、,。的 —–-]")
SCOPE = re.compile(r"^(?:全市|全省|全县|全区|全州|全社会|设区市|预计|完成|实现|实施|开展|推进|组织|全年|年度|地方|累计|当年)+")
GROWTH = re.compile(r"(?:增速|增幅|降幅|涨幅|增长率|完成额|完成|总额|总量|数)$")


@lru_cache(maxsize=4)
def _names(vocabulary: Vocabulary) -> tuple[dict[str, Indicator], dict[str, Indicator]]:
    exact: dict[str, Indicator] = {}
    for indicator in vocabulary.indicators.values():
        for name in (indicator.zh, *indicator.aliases):
            exact.setdefault(_canonical(name), indicator)
    loose: dict[str, Indicator] = {}
    for name, indicator in exact.items():
        loose.setdefault(SCOPE.sub("", name) or name, indicator)
    return exact, loose


def _canonical(label: str) -> str:
    return LOOSE.sub("", unicodedata.normalize("NFKC", label)).replace("城市化", "城镇化").replace("规模以上", "规上").replace("常住居民", "居民").upper()


def indicator_of(label: str, unit: str, kind: str, vocabulary: Vocabulary) -> str | None:
    """Return the id of the indicator that a label names and a unit fits, or None."""
    exact, loose = _names(vocabulary)
    name = _canonical(label)
    indicator = exact.get(name) or loose.get(SCOPE.sub("", name))
    if indicator is None and (shorter := GROWTH.sub("", name)) != name:
        indicator = exact.get(shorter) or loose.get(SCOPE.sub("", shorter))
    if indicator is None or not _fits(indicator, unit, kind):
        return None
    return indicator.id


def _fits(indicator: Indicator, unit: str, kind: str) -> bool:
    if kind == "rank":
        return unit == "位"
    if unit in indicator.units:
        return True
    return kind == "change" and unit in ("%", "百分点", "位", "倍", "番", "‰", "")
