"""Changes that no word of change in front of their number tells.

Gaps to others, multiples of what was, a word behind the number, and what is below nought.
"""

import re

from baogao.reading.figures.candidate import Candidate, Kind

# 增速|高于全国平均水平|0.5个百分点
COMPARED = re.compile(
    r"""
    (?: 高于|快于|高出|领先|好于|(?<!或)优于|多于
        | 超[过出] (?= 全[国省市] | [^,]{0,6} 平均 )
        | (?P<behind> 低于|慢于|落后|少于|差于 ) )
    (?! [^,]{1,14} (?:高于|快于|优于|低于|慢于) )                # 好于Ⅲ类水体比例|优于全省
    [^,]{1,16} (?<! [率额数] ) (?<! 比[例重] ) (?<! 占比 ) $            # 优于Ⅲ类水质比例|96.9%
    | [比较] (?! 例|重|率|较 ) [^,比较]{2,14} (?<! 最 )                    # 较目标值低|3个百分点
      (?: [高快多好] | (?P<less> [低慢少] ) ) 出? $
    """,
    re.VERBOSE,
)
SHARING = re.compile(r"(?:分别|均|都)$")
SPEED = re.compile(
    r"(?:增速|增幅|涨幅|增长率|降幅|减幅|跌幅|[降减]低?率|(?:下降|降低|压减|减少|压降)(?:率|比例))$"
)
# 降本|幅度达到|10%, 建设用地|减量|50平方公里: by how much it is less
LESSENED_BY = re.compile(r"[降减压缩省][本费耗支负排税碳损]$")
LESSENED = re.compile(r"(?<=..)减量$")
SPEED_IN = re.compile(r"(?:增速|增幅|涨幅|增长幅度|(?P<down>降幅|跌幅))(?=.*[由从到至])")
NATURAL = "增长率"  # 人口自然|增长率为-1.2‰: births less deaths, an amount
# 是2010年的|2.6倍, 是十年前的|3倍, 相当于“十一五”时期的|3倍: as many times as at an earlier time
TIMES_OF = re.compile(
    r"""
    (?: [是为] | 相当于 | 达到? )
    (?: \d{4}年 | (?: [一二两三四五六七八九十] | \d{1,2} )年前
      | “?[七八九十][一二三四五六]?五”? | 上一?年 | 去年 | 上届 | 前[三四五]年 )
    [^,的]{0,4} 的 [^,的]{0,2} $
    """,
    re.VERBOSE,
)
# 实现5%以上|的增长, 力争3%|的降幅: the change stands behind its number
CHANGE_BEHIND = re.compile(
    r"""
    的 (?:年均|平均|正|较快|同比)?
    (?: (?P<rise> 增长率?|增速|增幅|涨幅|升幅|回升|提升 ) | 负增长|降幅|下降|降低|跌幅|减幅 )
    (?: 速度|目标|预期|水平|幅度|态势|率 )*
    (?= [,。;:!?\n、)和与及] | 安排|增加|增长|推进|编制|测算 | $ )
    """,
    re.VERBOSE,
)
# 经济|增长预期目标为5%, 能耗|下降目标3%: an aim that is named by the change it is of
AIM = re.compile(
    r"""
    (?: 同比|年均 )? (?: (?P<rise> 增长|增速|增幅|增长率|增长速度 ) | 下降|降低|降幅|压减|减排 ) 的?
    (?: 预期|预定|年度|全年|主要|考核|约束性|基本 )* 目标值?
    (?: 设定|确定|定 )?
    """
    "$",
    re.VERBOSE,
)
CHANGING = re.compile(r"增长为|同比|环比|比上年|比去年")  # 出口同比|-3.9%


def natural(leader: Candidate) -> Kind | None:
    """Return the kind of a rate that is named as a change and is none: 自然增长率."""
    if not (leader.subject.endswith("自然") and leader.predicate.startswith(NATURAL)):
        return None
    return Kind("level", 1, leader.subject + NATURAL, rule="a rate by its name", words=NATURAL)


def lessened(leader: Candidate) -> Kind | None:
    """Return the kind of what is named as a lessening: 降本幅度达到|10%, 用地减量|50平方公里."""
    subject, rule = leader.subject, "a lessening by its name"
    if found := LESSENED.search(subject):
        return Kind("change", -1, subject[: found.start()], rule=rule, words=found[0])
    found = LESSENED_BY.search(subject)
    if not found or leader.quantity.unit != "%" or not leader.predicate.startswith("幅度"):
        return None
    return Kind("change", -1, subject, rule=rule, words=found[0])


def aimed_at(leader: Candidate) -> Kind | None:
    """Return the kind of an aim that is named by its change: 增长预期目标为|5%."""
    aim = AIM.search(leader.subject)
    if leader.quantity.unit != "%" or not aim:
        return None
    sign, subject = 1 if aim["rise"] else -1, leader.subject[: aim.start()]
    return Kind("change", sign, subject, rule="an aim by its name", words=aim[0])


def below_nought(leader: Candidate) -> Kind | None:
    """Return the kind of what only its sign tells to be a change: 同比|-3.9%."""
    changing = CHANGING.search(leader.predicate)
    if leader.quantity.value >= 0 or not changing:
        return None
    return Kind("change", 1, leader.subject, rule="below nought", words=changing[0])


def change_behind(leader: Candidate, text: str) -> Kind | None:
    """Return the kind of what a word of change follows: 实现5%以上|的增长."""
    if leader.quantity.unit != "%":
        return None
    behind = CHANGE_BEHIND.match(text, leader.reach)
    if not behind:
        return None
    sign = 1 if behind["rise"] else -1
    return Kind("change", sign, leader.subject, rule="word of change behind", words=behind[0])


def times_of(leader: Candidate) -> Kind | None:
    """Return the kind of what is so many times what it was: 是2010年的2.6倍."""
    if leader.quantity.unit != "倍":
        return None
    times = TIMES_OF.search(leader.predicate)
    if not times:
        return None
    return Kind("change", 1, leader.subject, rule="times of an earlier time", words=times[0])


def compared(leader: Candidate) -> Kind | None:
    """Return the kind of what is held against another: 增速高于全国|0.5个百分点."""
    if leader.quantity.unit not in ("百分点", "%", "位"):
        return None
    found = COMPARED.search(leader.subject)
    if not found:
        return None
    subject = SPEED.sub("", SHARING.sub("", leader.subject[: found.start()]))
    sign = -1 if found["behind"] or found["less"] else 1
    return Kind("change", sign, subject, rule="compared with another", words=found[0])
