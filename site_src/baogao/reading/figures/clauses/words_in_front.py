"""What stands in front of a number: its subject, and the words that lead to the number."""

import re
from functools import lru_cache

from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.reading.figures.word_patterns import from_the_end

# 增速比全国高 is a predicate, 最高 and 加快 are none
ONLY_COMPARED = frozenset("高低快慢")

# One word of a predicate, after the last of which the number stands.
WORD = r"""
    (?: {basis} | {dated} | {compared} | {mark} | {lasting}
      | {direction}{towards} | {verb} | [ 、] )
    (?<! {whole} )                            # but 签约 ends in no 约
"""
# 比上年, 较“十二五”期末, 与2015年同期相比, 年初的
BASIS = r"""
    [比较与同从由] (?:{base}|{period}) (?:计划|规划)? (?:目标)? 的? (?:相比)?
    | [比较] [^,、比较]{0,10} (?: 之初|初期|之前|以前
        | (?: 实施|改革|整治|治理|启动|调整|建设|投用|集采 )前 ) (?:相比)?   # 比制度建立之初
    | 年初的?
"""
# 2015年末, 十年前, 十三五时期, “九五”期末
PERIOD = r"""
    (?: \d{4}年
      | (?: \d{1,2} | [一二两三四五六七八九十] )年前
      | “? (?: 十[一二三四五六]五 | (?<=“)[七八九十]五 ) ”? (?:期?末|时期|期间)? )
    (?:末|底|初|同期)?
"""
DATED = r"""
    (?<=[到至由从]) (?:{base}|{period}) 的?     # 增加到|2005年的
    | (?: [是为] | 相当于 ) (?:{base}|{period}) 的?     # 是2007年的|3倍
    | [扣剔]除 [^,]{2,12} 因素                  # 扣除减税因素
    | \( [^()]{2,10} 因素 \)                   # (剔除价格因素)
    | (?: 为 | (?:超额)?完成 )                  # 完成年度任务的|115%
      (?:年度?|全年)? (?:投资)? (?:计划|目标|任务) (?:任务)? 的
    | (?<! [\d\-至到] ) \d{4}年 (?:末|底)?           # 成交额|2030年|达到
"""
# 近三年|提升, 5年|增长, 连续18年|稳定在: over what time it changed or lasted
LASTING = r"""
    (?: 近|过去|前|这 )? (?<![\d第]) (?: \d{1,2} | [一二两三四五六七八九十]{1,2} )
    年 (?:来|间|内)?
    (?= 增长|增加|提高|提升|上升|下降|降低|减少|缩小|累计|分别|年均 )
  | 连续 (?: \d{1,2} | [一二两三四五六七八九十]{1,3} ) (?: 年|个月|个季度 ) (?= [^,、] )
"""
# 增速比全国|高, 比|增8%; but 收入比|降至2.1
COMPARED = r"(?<={basis}) [高低快慢] 出? | (?<! 收入|[同环可之] ) 比 (?= [增降] )"
# 突破|百亿元大关, 迈上|万亿元台阶
MARK = r"""
    (?<= 突破 | [超跨]过 | [跨迈站跃登]上 | 逼近 )
    [亿万千百十两一二三四五六七八九]{1,5}
    (?:美元|元|人次|吨|标箱)? (?:大关|新?台阶|关口)?
"""


@lru_cache(maxsize=4)
def _patterns(vocabulary: Vocabulary) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Compile what a predicate is, read from its end: the whole, and one word of it."""
    roles = {role: vocabulary.words.get(role, ()) for role in ("base", "towards", "whole")}
    roles["direction"] = _directions(vocabulary)
    roles["verb"] = roles["direction"] + _others(vocabulary)
    parts = {
        "dated": DATED,
        "compared": COMPARED,
        "mark": MARK,
        "lasting": LASTING,
        "basis": BASIS,
        "period": PERIOD,
    }
    word = from_the_end(WORD, roles, **parts)
    return re.compile(f"(?:{word.pattern})*"), word


def _directions(vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the words of a change that can stand by themselves."""
    words = vocabulary.words
    both = words.get("rise", ()) + words.get("fall", ())
    return tuple(word for word in both if word not in ONLY_COMPARED)


def _others(vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the words of a predicate that tell no change: 达到, 分别, 超过."""
    roles = [vocabulary.words.get(role, ()) for role in ("towards", "reach", "light")]
    bounds = [words for place, _, words in vocabulary.bounds if place == "before"]
    return tuple(word for words in roles + bounds for word in words)


def parse_before(own: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """Split what stands before a number into subject and predicate: 出口, 比上年增长."""
    found = _patterns(vocabulary)[0].match(own[::-1])
    cut = len(own) - (found.end() if found else 0)
    return own[:cut], own[cut:]


@lru_cache(maxsize=10_000)  # few say almost everything: 达到, 增长
def predicate_words(predicate: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the words that a predicate was read as, in order: 年均, 增长."""
    found = _patterns(vocabulary)[1].findall(predicate[::-1])
    return tuple(word[::-1] for word in reversed(found) if word.strip(" 、"))
