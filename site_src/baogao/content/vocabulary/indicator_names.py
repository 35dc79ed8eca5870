"""Names of indicators: what a label names, whatever spelling, scope and growth are in it."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from baogao.content.vocabulary.compiled_patterns import regex_of
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.records import Indicator

LOOSE = re.compile(r"[“”‘’\"'()《》、,。的_ —–-]")
NOTE = re.compile(r"\([^()]*\)")  # 实际利用外资(验资), 中欧班列(城东站)开行
# Whose figure it is, where that is the area itself, and on what basis: 区本级|固定资产投资.
# A city's or a province's own level is a part of it.
OWN = re.compile(r"^(?:(?:[区县旗]?本级|同口径)(?!财政收入)|港(?=集装箱|货物))")
TASKS = ("任务", "工作")
# What a growth, an aim or a rank is of: 生产总值|增长预期目标, 经济|总量和增速, 安全感|连续五年
GROWTH = re.compile(
    r"(?:总量和增速|(?:增长|增速|增幅|涨幅)?(?:预期)?目标|增速|增幅|降幅|涨幅|增长|增长率|降低率"
    r"|下降率|同口径|完成额|完成|数量|(?<!总)[数额]|规模|连续[0-9一二三四五六七八九十两]+年)$"
)
TOTAL = re.compile(r"(?:总额|总量|总数)$")
ADDED = ("新增", "净增")  # of 净增经营主体总量 the total is not what was added
TAXED = "(?:(?:各类|市场|经营)*(?:企业|主体|个人|群众|社会)[和及与]?)+"
HOMES = "(?:困难|特殊|经济|居家|环境|家庭|老年?人|智能|高龄|失能|失智|独居|生活|[的和、])"
# Two ways to say the same, and the one that names are compared in: words, then patterns.
SAME_WORDS = (
    ("城市化", "城镇化"),
    ("规模以上", "规上"),
    ("规模工业", "规上工业"),
    ("综合能耗", "能耗"),
    ("常住居民", "居民"),
    ("研究与试验发展R&D", "研发"),
    ("研究与试验发展", "研发"),
    ("R&D", "研发"),
    ("人大及其常委会", "人大"),
    ("人大常委会会议", "人大"),
    ("人大常委会", "人大"),
    ("国家地表水", "地表水"),
    ("农村道路", "农村公路"),
    ("住宅小区", "小区"),
    ("城镇老旧小区", "老旧小区"),
    ("紧密型", ""),
    ("补贴性职业", "职业"),
    ("投向民生", "用于民生"),
    ("投入民生", "用于民生"),
    ("用于民生领域", "用于民生"),
)
HAS_FORM = re.compile(
    "GDP|生产总值|占|比[重例率]|规上工业企业|人大|政协|规章|断面|研发|适老化|减负|负担|减税|以旧换新|加装"
)
# 以旧换新补贴拉动|消费, 消费品以旧换新带动|商品销售额
TRADED_IN = re.compile(
    r"""
    ^ (?: 消费品|汽车|家电|政策|扩围|实施 )* 以旧换新 (?: 补贴|政策|资金|活动 )*
    [带拉]动 (?:相关|商品)* (?:消费|销售)(?:[总金]?额|收入)? $
    """,
    re.VERBOSE,
)
SAME_FORMS = (
    (re.compile("规上工业企业(?=.)"), "规上工业"),
    (re.compile("(?:全[市省区县州旗国]|地区|国内|本地)*(?:生产总值|GDP)"), "GDP"),
    (re.compile("在GDP中所?占?(?=比重|比例)"), "占GDP"),
    (re.compile("(?:相当于|与)GDP(?:比例|比重|比率|之比|比)$"), "占GDP"),
    (re.compile("(?:比重|比例|比率)$"), "占比"),
    (re.compile("(占.+)占比$"), r"\1"),
    (re.compile("占规上工业增加值$"), "占规上工业"),
    (re.compile("占(?:地方|公共|一般|财政)*(?:财政|公共)(?:总|预算)?(?=[收支])"), "占财政"),
    (re.compile("(?:各级|自治区|[省市县区州旗])+(?:两级)?(?=人大|政协|政府规章)"), ""),
    (re.compile("研发(?:经费)?(?:投入|支出)|研发经费"), "研发投入"),
    # 为企业和个人|减税降费, 减轻|各类经营主体税费|负担
    (re.compile(f"^为?{TAXED}(?=减)"), "企业"),
    (re.compile(f"^(?:减|减轻|降低){TAXED}?(?:税费|各类|税收|成本)*负担?$"), "减轻企业负担"),
    (re.compile("^企业减轻(?:税费|各类|税收)*负担$"), "企业减负"),
    (TRADED_IN, "以旧换新带动消费"),
    (
        re.compile(
            "^(?:实施|完成|推进)?为?(?:既有|多层|老旧|城镇|小区|住宅|老楼)*(?=加装(?:更新)?电梯$)"
        ),
        "",
    ),
    # 完成|居家环境|适老化改造, 特殊困难老年人家庭|适老化改造
    (re.compile(f"^(?:实施|完成|进行|开展|推进)?{HOMES}*适老化改造$"), "适老化改造"),
    (re.compile("(?:(?:[国省市县]{1,2}[控考]|考核)(?:及以上|以上)?)+(?=(?:水质)?断面)"), ""),
)
SHORT = 6  # a name no longer than this keeps 任务 and 工作


class Name(NamedTuple):
    """An indicator and one of its names."""

    indicator: Indicator
    alias: str


@lru_cache(maxsize=20_000)  # the same label stands in report after report
def named(label: str, vocabulary: Vocabulary) -> Name | None:
    """Return the indicator that a label names, with the name that matched, or None."""
    known = _named(compared(label, vocabulary), vocabulary)
    if known is None and (plain := NOTE.sub("", label)) not in ("", label):
        return named(plain, vocabulary)
    return known


def _named(name: str, vocabulary: Vocabulary) -> Name | None:
    """Return what a name is, if need be without whose it is, how it grew and that it is all."""
    names = _names(vocabulary)
    if name.endswith(TASKS) and len(name) > SHORT:  # 农村人口饮用水达标提标|任务
        name = name[:-2]
    own = OWN.sub("", name)
    own = own if own == name else _unscoped(own, vocabulary)  # 区本级|全社会|固定资产投资
    plain = GROWTH.sub("", own)
    whole = plain if plain.startswith(ADDED) else TOTAL.sub("", plain)
    found = names.get(name) or names.get(own) or names.get(plain) or names.get(whole)
    return found or _by_their_acts(vocabulary).get(_acted(own, vocabulary))


@lru_cache(maxsize=4)
def _names(vocabulary: Vocabulary) -> dict[str, Name]:
    """Return the indicators by all their names, as they are compared."""
    names: dict[str, Name] = {}
    for indicator in vocabulary.indicators.values():
        for alias in (indicator.zh, *indicator.aliases):
            names.setdefault(compared(alias, vocabulary), Name(indicator, alias))
    return names


@lru_cache(maxsize=4)
def _by_their_acts(vocabulary: Vocabulary) -> dict[str, Name]:
    """Return the indicators by what is done, whatever verb says so; none that two could be."""
    found: dict[str, Name] = {}
    doubtful = set()
    for name, known in _names(vocabulary).items():
        acted = _acted(name, vocabulary)
        if acted and found.setdefault(acted, known).indicator != known.indicator:
            doubtful.add(acted)
    return {acted: known for acted, known in found.items() if acted not in doubtful}


def _acted(name: str, vocabulary: Vocabulary) -> str:
    """Return a name with one verb for all of that sense, or "": 新建|公园, 公园|建成, 新增|公园."""
    for verb, pattern in _acts(vocabulary):
        if found := pattern.fullmatch(name):
            return verb + (found["behind"] or found["front"])
    return ""


@lru_cache(maxsize=4)
def _acts(vocabulary: Vocabulary) -> list[tuple[str, re.Pattern[str]]]:
    """Return the first verb of each sense, with a pattern of a thing in front or behind any."""
    senses = [words.split("|") for words in vocabulary.words.get("same_act", ())]
    return [
        (words[0], re.compile(f"{any_of}(?P<behind>.{{2,}})|(?P<front>.{{2,}}?){any_of}"))
        for words in senses
        for any_of in (regex_of(words),)
    ]


def compared(label: str, vocabulary: Vocabulary) -> str:
    """Return a label as it is compared with the names of indicators: in one spelling, no scope."""
    name = LOOSE.sub("", unicodedata.normalize("NFKC", label)).upper()
    for word, meant in SAME_WORDS:
        name = name.replace(word, meant)
    if HAS_FORM.search(name):
        for form, meant in SAME_FORMS:
            name = form.sub(meant, name)
    return _unscoped(name, vocabulary)


def _unscoped(name: str, vocabulary: Vocabulary) -> str:
    """Return a name without what stands in front of it and changes nothing."""
    return _scope(vocabulary).sub("", name) or name


@lru_cache(maxsize=4)
def _scope(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Return what stands in front of a name: 全市|出口, 累计|完成投资, 再|投资 (but 再生能源)."""
    words = regex_of(vocabulary.words.get("scope", ()))
    return re.compile(rf"^(?:{words}|再(?!生|就业|开发|次))+")
