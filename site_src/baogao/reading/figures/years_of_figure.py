"""Which of the years told of a figure is about: their whole, the last of them, or some others.

What was done over the years (新增, 累计, 每年) is about all of them, what there is at their end
(达到, 增至, a rate, a rank) about the last; a growth over another year (比2010年) sets out from it.
"""

import re

from baogao.content.vocabulary.vocabulary import PLAN, five_years
from baogao.reading.figures.done_or_there import STOCK, Clause, done, running_total
from baogao.reading.figures.stated_years import A_YEAR, COUNT, NUMERALS, TERM

Years = tuple[int, ...]
# 由2000年的|2003亿元增加到2005年的|4070亿元; 比“九五”末的|23.4%; 从去年的|8%
DATED = re.compile(
    rf"""
    [由从到至比较与]
    (?: (?P<year> {A_YEAR} )年 (?:末|底|初)?
      | “? (?P<plan> {PLAN} ) ”? (?P<end> (?:时期|期间|期)? (?:末|底|初)? )
      | 去年
    ) 的? $
    """,
    re.VERBOSE,
)
# 由2000年的2003亿元增加到2005年的|4070亿元, 年均增长15%: the years between them
SPANNED = re.compile(rf"[由从]({A_YEAR})年[^。;]*?[到至]({A_YEAR})年的")
# 比2010年|增加, 是十年前的|3倍, 是“十一五”时期的|2.6倍
SINCE = re.compile(
    rf"""
    (?: 比|较|是|为|相当于|相比|与 )
    (?: (?P<year> {A_YEAR} )年 (?:末|底)?
      | (?P<ago> {COUNT} )年前
      | “? (?P<plan> {PLAN} ) ”? (?P<end> (?:时期|期间|期)? (?:末|底)? )
    )
    """,
    re.VERBOSE,
)
FROM_TO = re.compile(rf"(?:{A_YEAR})年(?:末|底)?[到至]")
FROM = re.compile(r"[由从]")
ON_LAST_YEAR = re.compile(r"(?:比|较)(?:上|去)年|同比")
AVERAGED = re.compile(r"年均|每年|连续(?:[一两二三四五六七八九十]|\d{1,2})年")
KEPT = re.compile(r"(?:控制|保持|稳定|维持)在")
SPENT_SHARE = re.compile(r"(?:用于|投向|投入到?|花在).+占比$")  # 支出八成以上投向民生: in all years
RATES = frozenset(("%", ":1", "倍", "岁", "位", "微克/立方米", "百分点"))
# 贡献|七成|出口增量, 占全国增量的|三成: what came to be in all the years
INCREMENT = re.compile(r"(?:贡献|占|对)[^,]*增量|贡献\|[^,]*新增")
NEWLY = re.compile(r"(?:新增|净增|新登记|新设|新建)(?:约|近|超过?)?$")  # 医院数量|新增|7家
# The rules by which a period is all of several years, not the last of them.
WHOLE = frozenset(
    (
        "since a year named",
        "a change over all the years",
        "what lasts",
        "累计",
        "done in all the years",
    )
)


def own_year(clause: Clause, years: Years) -> str:
    """Return the period that stands at a level itself, or "": 从2010年的|…, 比“十三五”末的|…."""
    dated = DATED.search(clause.before)
    if not dated:
        return ""
    if dated["year"]:
        return dated["year"]
    if not dated["plan"]:
        return str(years[-1])  # 去年, the last looked back on
    plan = five_years(dated["plan"])
    return str(plan[-1]) if dated["end"] not in ("时期", "期间") else f"{plan[0]}-{plan[-1]}"


def year_before(years: Years, clause: Clause) -> str:
    """Return the year from which a change sets out.

    It is the one before it, 年初 of its own, or the first of 2015年到2020年; of a change to come
    that ends in years, the one before delivery.
    """
    if "年初" in clause.before[-8:]:
        return str(years[-1])
    if len(years) > 1 and FROM_TO.search(clause.before):
        return str(years[0])
    delivered = clause.sentence.source.year
    return str(min(years[0], delivered or years[0]) - 1)


def changing_years(years: Years, status: str, clause: Clause) -> Years:
    """Return the years over which something changes: since one it is held against, or a term."""
    if status != "actual":
        return years
    if (since := SINCE.search(clause.chain)) and _is_since(clause):
        return _years_since(since, years)
    if clause.kind != "change":
        return years
    if len(years) > 1 and FROM_TO.search(clause.before):
        ends = len(years) == TERM + 1 or FROM.search(clause.before)
        return years[1:] if ends else years
    return _averaged_years(years, clause) if "年均" in clause.own else years


def _averaged_years(years: Years, clause: Clause) -> Years:
    """Return the years of an average growth: those between two that are named, or a term."""
    if spanned := SPANNED.search(clause.before):
        return tuple(range(int(spanned[1]) + 1, int(spanned[2]) + 1)) or years
    return tuple(range(years[0] - TERM + 1, years[0] + 1)) if len(years) == 1 else years


def _is_since(clause: Clause) -> bool:
    """Say whether a figure is a growth over a year that its clause names: 比2010年|增加."""
    grows = clause.kind == "change" or clause.unit == "倍"
    return grows and SINCE.search(clause.chain) is not None


def _years_since(since: re.Match[str], years: Years) -> Years:
    """Return the years after the one compared with; those of a plan held against one before it."""
    last = years[-1]
    if since["year"]:
        first = int(since["year"]) + 1
    elif since["ago"]:
        first = last - (NUMERALS.get(since["ago"]) or int(since["ago"])) + 1
    elif since["end"] in ("时期", "期间"):
        first = years[0] if len(years) > 1 else last - TERM + 1
    else:
        first = five_years(since["plan"])[-1] + 1
    return tuple(range(first, last + 1)) or years


def period(years: Years, status: str, clause: Clause) -> tuple[str, str]:
    """Return the period and why: one year, or of several the last for a state, all for what was
    done.
    """
    if len(years) == 1:
        return str(years[0]), ""
    rule = _span_rule(status, clause)
    return (f"{years[0]}-{years[-1]}" if rule in WHOLE else str(years[-1])), rule


def _span_rule(status: str, clause: Clause) -> str:
    """Return the rule that takes the last of several years, or all of them (those of `WHOLE`)."""
    if status == "actual" and _is_since(clause):
        return "since a year named"
    if clause.kind == "change":
        on_last = ON_LAST_YEAR.search(clause.own)
        return "a change on the year before" if on_last else "a change over all the years"
    if clause.kind == "level" and _lasts(status, clause):
        return "what lasts"
    if total := running_total(clause):
        return total
    state = clause.kind == "rank" or clause.unit in RATES or STOCK.search(clause.label)
    came = _came_to_be(clause) or (not state and done(clause))
    return "done in all the years" if came else "a state"


def _came_to_be(clause: Clause) -> bool:
    """Say whether a figure is of so many more, or a share of them: 数量新增7家, 占增量的1/4."""
    if clause.unit in RATES or clause.candidate.quantity.form == "fraction":
        return INCREMENT.search(f"{clause.own}|{clause.behind}") is not None
    return NEWLY.search(clause.own) is not None


def _lasts(status: str, clause: Clause) -> bool:
    """Say whether a level is one of all the years: 每年…, or in a review 保持在…."""
    states = KEPT.search(clause.own) or SPENT_SHARE.search(clause.label)
    kept = status == "actual" and states
    return bool(kept or AVERAGED.search(clause.own))
