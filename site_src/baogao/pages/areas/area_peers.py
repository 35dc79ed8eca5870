"""The areas that one can be held beside: those of its level, in its province and elsewhere."""

from bisect import bisect
from collections.abc import Sequence

from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus, Listed
from baogao.pages.comparison import compare_any
from baogao.records import Area

MOST = 12  # of a group; the list of areas has the others


def peers(corpus: Corpus, area: Area, strings: dict) -> list[dict]:
    """Return the areas of an area's level that have a report, those of its province first."""
    level = [one for one in corpus.areas() if one.level == area.level and one.code != area.code]
    near = [one for one in level if _province(one) == _province(area)]
    far = [one for one in level if _province(one) != _province(area)]
    words = strings["area"]["peers"]
    groups = {words["province"]: near, words["elsewhere" if near else "level"]: far}
    newest, beside = corpus.listed_of(area.code)[-1], strings["compare_any"]
    return [_group(name, newest, ones, beside) for name, ones in groups.items() if ones]


def _province(area: Area) -> str:
    return area.code[:2]


def _group(name: str, newest: Listed, ones: Sequence[Area], words: dict) -> dict:
    """Return the areas of a group that stand around an area in the order of codes."""
    behind = bisect(ones, newest.area, key=lambda one: one.code)
    first = max(0, min(behind - MOST // 2, len(ones) - MOST))
    shown = ones[first : first + MOST]
    return {
        "name": name,
        "areas": [
            {
                "name": one.name,
                "address": addresses.area(one.code),
                "beside": compare_any.of_report(newest, one.code),
                "beside_label": words["area"].format(name=one.name),
            }
            for one in shown
        ],
        "left_out": len(ones) - len(shown),
    }
