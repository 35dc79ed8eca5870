"""What follows a number directly and can name what it counts: 20家|“品字标”企业."""

import re

from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.reading.figures.clauses.words_in_front import parse_before
from baogao.reading.figures.word_patterns import worded

# Whatever stands up to the next punctuation mark; what is quoted, or a note, is passed over whole.
NOUN = re.compile(
    r"""
    (?: “[^”\n]{0,30}”           # “品字标”
      | \([^)\n]{0,16}\)         # (含新区)
      | [^,。;:!?\n、“(]
    ){1,50}
    """,
    re.VERBOSE,
)
# 450所公办中小学|、幼儿园、特殊学校建成“智安校园”
FURTHER = re.compile(r"(?:、[^,。;:!?\n、]{2,24}){1,8}")
PEACEFUL = re.compile(r"和[美谐平睦]")  # 打造30个|和美乡村: no 和 between two things
# 稳定在5%左右|的较低水平, 跨越3个|千亿元台阶: where it stands, and nothing that is counted
STANDING = re.compile(
    r"""
    的?
    (?: 较[低高快好] | 最[低高好] | 合理|历史|相对|同期|近年|这一|先进|领先|新|大
      | [十百千万亿]{1,3}元? )*
    (?: 水平|区间|高位|低位|台阶|关口|大关|速度|增速|状态|范围 ) 上?
    """,
    re.VERBOSE,
)
OTHERS = re.compile(r"、(?:所有|各|其他|其余|全部)")  # 6个县通了高铁|、所有县通了高速
ENJOYED = re.compile(r"享受|获|得到|受益")  # 21万户市场主体|享受税收优惠120亿元: only those who did
LOOSE_END = re.compile(r"(?:以及|和|与|及|共|并|已|均)$")
# 60个|粮食产能提升|重点县: what is done there says what places they are
OF_PLACES = worded("{place_class} {classed_place}")
ONLY_ENTERPRISES = "企业"  # 企业|完成…: too little to leave its verb out

EFFECT = worded("{effect}")  # 3亿元购车补贴|拉动消费20亿元
SAID = worded("{outcome}")
SAID_OR_DONE = worded("{outcome|action}")
ENDS_IN_VERB = worded("{action}$")
NAMES_NOTHING = worded("{no_noun}")
# 75家龙头企业|年销售收入18.4亿元
MEASURES = worded(
    "(?<= 企业|公司|项目|园区|产业 ) (?:年|总|年度|新增|增加|实现|完成)? {attribute} $"
)


def noun_behind(text: str, at: int, until: int, vocabulary: Vocabulary) -> str:
    """Return what follows a number at an offset, as far as it can name what was counted.

    `until` is where the next number begins.
    """
    match = NOUN.match(text, at, until)
    if not match or match[0].startswith("("):  # 1207.76亿元(预计,下同)
        return ""
    noun = match[0] + _further(text, match.end(), until, vocabulary)
    if match.end() == until:
        noun = _before_the_next(noun, vocabulary)
    if NAMES_NOTHING(vocabulary).match(noun) and not PEACEFUL.match(noun):
        return ""
    return noun.rstrip()


def _further(text: str, at: int, until: int, vocabulary: Vocabulary) -> str:
    """Return what goes on after 、 with the same noun, where it is no number and no other act."""
    further = FURTHER.match(text, at) if text.startswith("、", at) else None
    if not further or further.end() >= until:
        return ""
    verbs = SAID_OR_DONE(vocabulary)
    if OTHERS.match(further[0]):
        return ""
    if any(verbs.match(member) for member in further[0][1:].split("、")):
        return ""
    return "" if any(character.isdigit() for character in further[0]) else further[0]


def _before_the_next(noun: str, vocabulary: Vocabulary) -> str:
    """Return the noun without what begins the next figure: 16个项目|完成投资72.2亿元."""
    if LOOSE_END.search(noun):
        return LOOSE_END.sub("", noun)
    noun = parse_before(noun, vocabulary)[0]
    if measured := MEASURES(vocabulary).search(noun):
        noun = noun[: measured.start()]
    if (effect := EFFECT(vocabulary).search(noun)) and effect.start() > 1:
        noun = noun[: effect.start()]
    verb = SAID_OR_DONE(vocabulary).search(noun)
    if verb and OF_PLACES(vocabulary).match(noun, verb.end()):
        return LOOSE_END.sub("", noun)
    if verb and verb.start() > 1 and not ENJOYED.match(verb[0]):
        noun = noun[: verb.start()] if noun[: verb.start()] != ONLY_ENTERPRISES else noun
    return LOOSE_END.sub("", noun)
