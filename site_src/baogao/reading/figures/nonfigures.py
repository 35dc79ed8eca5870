"""What looks like a quantity and is none: names, dates, ordinals, and the criteria of a class."""
import re
from bisect import bisect_right
from functools import lru_cache
from string import ascii_letters
from typing import NamedTuple

from baogao.reading.figures.quantities import Quantity
from baogao.reading.figures.unsafe import glued, joined, lost_unit, masks
from baogao.content.vocabulary import Vocabulary

NAMED = re.compile(r"“[^“”\n]{0,26}”|《[^《》\n]{0,40}》")
LETTERS = frozenset(ascii_letters)
# Units whose 以上 or 以下 before a noun opens a class; counts and shares (70%以上民生事项实现…) do not.
CLASSING = frozenset(("money", "money_usd", "area", "mass", "age", "length", "power", "time", "energy", "volume"))
LIMIT_AFTER = re.compile(r"(?:及?以上|及?以下|以内)(?=[^,。;:!?\n、和与及或并且的])(?!增|居|占|,|力争|确保)|(?:及?以上|及?以下|以内)的(?!速度|增速|增幅|增长|目标)")
# 年收入30万元且经营收入10万元以下的薄弱村, 12万元以下、其他县域20万元以下薄弱村: the limits of one class
LIMIT_CHAIN = re.compile(r"(?:以[上下]、|且)[^,。;、]{0,14}?\d[\d.]*[万亿]*元以[上下](?=[^,。;、])")
LIMIT_BEFORE = re.compile(r"(?:超过?|过|不足|低于|高于|大于|小于|不低于)$")
REACHING = re.compile(r"(?:突破|达到?)$")  # 销售收入突破100亿元|的企业
LIMITS_SHARED = re.compile(r"、[^,。;:!?\n、]{2,16}的(?=[\u4e00-\u9fff])")  # 耕地低于0.3亩|、满60周岁的农民
GAINED = re.compile(r"(?:完成|实现|投入|争取|引进|发放|筹集|筹措|获得|落实|到位|新增|达到?|安排|拨付|累计|减免|撬动|带动)(?:超过?|近|约|资金)?$")
CLASS_NOUN = re.compile(r"的?[^,。;:!?\n、]{0,16}?(?:企业|项目|村|户|园区|人|机构|家庭|群众|产业|集群|平台|船|锅炉|泊位|产品|单位|建筑|工程|婴幼儿|儿童|老人|基地|景区|林|店|区|街)")
DIRECT_NOUN = re.compile(r"的?(?=[\u4e00-\u9fff“])[^,。;:!?\n、]{2,24}?\d")
CLOSED = re.compile(r"(?:以上|左右|以内)?(?:[,。;!\n、]|$)")
CROWD = re.compile(r"(?:及?以上|及?以下)的?(?:自然村|行政村|村|企业|单位|学校|班|团队|机构|乡镇|社区)")
# 70%的行政村集体经济收入达到|100万元以上: what the 70% fulfil
FULFILLED = re.compile(r"(?:%|\d/\d)(?:以上)?(?:的?[^,。;:!?\n、\d]{2,20})?(?:达到?|超过?|突破|高于)$")
AROUND = re.compile(r"范围内?[^,。;、\d]{2,}")
GRADE = re.compile(r"级(?!以上|别)")


class Reason(NamedTuple):
    """Why a quantity is no figure: the rule (of nonfigures.yml: its `why`), and the words it found.

    With `doubt` it tells a measure that could not be read safely.
    """
    rule: str
    words: str = ""
    doubt: bool = False


class Rules(NamedTuple):
    """What is compiled from nonfigures.yml: what vetoes by what follows alone and by what stands in front alone, each as
    one pattern with a group for each reason in `whys`; of each other rule what follows, what stands in front, and the reason."""
    behind: re.Pattern
    front: re.Pattern
    whys: dict[str, str]
    around: list[tuple[re.Pattern, re.Pattern, str]]


@lru_cache(maxsize=4)
def _rules(vocabulary: Vocabulary) -> Rules:
    rules = {f"rule{i}": rule for i, rule in enumerate(vocabulary.nonfigures)}
    return Rules(_any({group: rule.after for group, rule in rules.items() if not rule.before}),
                 _any({group: rule.before for group, rule in rules.items() if not rule.after}),
                 {group: rule.why for group, rule in rules.items()},
                 [(rule.after, rule.before, rule.why) for rule in rules.values() if rule.before and rule.after])


def _any(patterns: dict[str, re.Pattern]) -> re.Pattern:
    return re.compile("|".join(f"(?P<{group}>{pattern.pattern})" for group, pattern in patterns.items()) or "(?!)")


class Veto:
    """Decides for one normalised text which quantities are no figures."""

    def __init__(self, text: str, vocabulary: Vocabulary):
        self.text, self.vocabulary = text, vocabulary
        names = [match.span() for match in NAMED.finditer(text)]
        self.masks = masks(text, vocabulary)
        self.name_starts, self.name_ends = [a for a, _ in names], [b for _, b in names]

    def reason(self, quantity: Quantity) -> Reason | None:
        """Return why a quantity is no figure, or None."""
        text, start, end = self.text, quantity.start, quantity.number_end
        if self.masks and (masked := self._masked(quantity)):
            return Reason("masked", masked, doubt=True)
        if text[start - 1:start] in LETTERS or (not quantity.unit and text[end:end + 1] in LETTERS):
            letters = glued(text, quantity)
            return Reason("letters", letters, doubt=True) if letters else Reason("against a letter", text[start - 1:end + 1])
        if text[start - 1:start] == "-" and text[start - 2:start - 1].isalnum() and text[start - 2:start - 1].isascii():
            return Reason("behind a dash", text[start - 2:end])
        named = bisect_right(self.name_starts, start) - 1
        if named >= 0 and end <= self.name_ends[named]:
            return Reason("in quotation marks", text[self.name_starts[named]:self.name_ends[named]])
        if not quantity.unit and not self._goes_without(quantity):
            return self._listed(quantity) or self._unitless(quantity)
        return self._listed(quantity) or self._criterion(quantity) or self._broken(quantity)

    def _masked(self, quantity: Quantity) -> str:
        at = bisect_right(self.masks, (quantity.end,)) - 1  # spans follow each other: the last that begins before its end
        return self.text[slice(*self.masks[at])] if at >= 0 and self.masks[at][1] > quantity.start else ""

    def _unitless(self, quantity: Quantity) -> Reason:
        told = lost_unit(self.text, quantity, self.vocabulary)
        return Reason("unit", told, doubt=True) if told else Reason("no unit", self.text[quantity.number_end:quantity.number_end + 2])

    def _broken(self, quantity: Quantity) -> Reason | None:
        words = joined(self.text, quantity)
        return Reason("join", words, doubt=True) if words else None

    def _goes_without(self, quantity: Quantity) -> bool:
        """Fractions and ratios, and large numbers that end their clause: 点击量近4000万."""
        if quantity.form in ("fraction", "ratio"):
            return True
        return quantity.size > 1 and quantity.form == "plain" and bool(CLOSED.match(self.text, quantity.end))

    def _listed(self, quantity: Quantity) -> Reason | None:
        if quantity.form == "rank" and quantity.unit != "位":
            return Reason("an ordinal without 位")
        text, begin, start, end = self.text, max(0, quantity.start - 8), quantity.start, quantity.number_end
        rules = _rules(self.vocabulary)
        if found := rules.behind.match(text, end) or rules.front.search(text, begin, start):
            return Reason(rules.whys[found.lastgroup], found[0])
        for behind, front, why in rules.around:
            if behind.match(text, end) and (found := front.search(text, begin, start)):
                return Reason(why, found[0])
        return None

    def _criterion(self, quantity: Quantity) -> Reason | None:
        """Return a reason where the quantity only delimits a class: 10亿元以上项目, 超100亩产业项目."""
        text, end = self.text, quantity.end
        if text.startswith("级", end) and GRADE.match(text, end):
            return Reason("a grade", "级")
        unit = self.vocabulary.units.get(quantity.unit)
        if unit is not None and unit.dimension == "people" and (crowd := CROWD.match(text, end)):
            return Reason("a class by its people", crowd[0])
        if unit is None or unit.dimension not in CLASSING or quantity.form != "plain":
            return None
        before = text[max(0, quantity.start - 10):quantity.start]
        if unit.dimension == "money" and (share := FULFILLED.search(text, max(0, quantity.start - 36), quantity.start)):
            return Reason("what a share of a class fulfils", share[0])
        if unit.dimension == "length" and (around := AROUND.match(text, end)):
            return Reason("a class by a distance", around[0][:2])
        limited = LIMIT_AFTER.match(text, end)
        reaching = REACHING.search(before) if text.startswith("的", end) else None
        if GAINED.search(before) and not reaching:
            return Reason("a class of what was gained", limited[0]) if limited and DIRECT_NOUN.match(text, limited.end()) else None
        if closed := limited or LIMIT_CHAIN.match(text, end):
            return Reason("a class by a limit behind", closed[0])
        opened = LIMIT_BEFORE.search(before) or reaching
        if opened and (DIRECT_NOUN.match(text, end) or CLASS_NOUN.match(text, end) or LIMITS_SHARED.match(text, end)):
            return Reason("a class by a limit in front", opened[0])
        return None
