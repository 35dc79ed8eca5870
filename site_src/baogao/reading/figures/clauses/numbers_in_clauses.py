"""Where each number stands in its clause, and which numbers share one."""

import re

from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.reading.figures.bounds import bound_after
from baogao.reading.figures.candidate import Candidate, Sentence
from baogao.reading.figures.clauses.noun_behind import ENDS_IN_VERB, SAID, STANDING, noun_behind
from baogao.reading.figures.clauses.words_in_front import parse_before
from baogao.reading.figures.word_patterns import worded

# A clause is never longer than this, so that a text without punctuation stays linear.
REACH_BACK = 90
CUT = re.compile(r".*[,:](?![^(]{0,30}\))", re.S)  # up to the last comma that is in no bracket
CONJUNCTION = re.compile(
    r"""
    \ * (?: 、\ * (?:以及|并(?![网购入轨联行])|及)?
          | 以及|和|与|及|并(?![网购入轨联行])|或|至|到 )?
    、? \ *                                  # 、和美家园社区13个: here 和 begins a name
    """,
    re.VERBOSE,
)
# 人均生产总值|超过全国平均水平、|达到9万元: what is said first, without a number
SAID_FIRST = re.compile(
    r"""
    (?<=..) (?:增速|增幅)? (?:均|都)?
    (?: 超过|高于|快于|好于|优于|突破|跨越|迈上|连上|连跨|跨上|登上|站上 )
    [^,、\d的]{2,14} 、
    (?= 突破|达|[增升]至|增加到|提高|超|为|年均|增长 )
    """,
    re.VERBOSE,
)
MEASURED_BY = re.compile(r"^[村户人所]、")  # 单村供水84个|村、|二级供水管网30公里
MEDALS = {"金": "金牌", "银": "银牌", "铜": "铜牌"}
FULFILS = re.compile(r"达标|达到[^,。;、\d]{2,10}")  # 断面水质100%|达到Ⅲ类以上
SHARED_VERB = re.compile(r"(?:实施|完成|开展|推进|启动)$")
COSTS = worded("(?: (?: 总|年|计划|概算|合计|占地|建筑 )* {attribute|spent} )?")
SHORT_NOUN = 6
NO_COUNTS = frozenset(("元", "美元", "%", "百分点", "倍", ":1", "位", "", "‰", "天", "小时", "年"))
# 年内完成|60户、200人…, 建成了|城区|3条、5公里…: nothing that is counted in front of the number
BARE = worded(r"(?: {lead|manner|action|plain_area} | 使 | 了 )*")
DONE_BY_ALL = worded(r"{adverb}* {outcome}")
ALMOST = frozenset(("", "近", "约", "超", "超过"))
LONGEST_LIST = 12  # no list of counted things has more members


def parse_clauses(sentence: Sentence) -> None:
    """Fill in how each number of a sentence stands in its clause; group those that share one."""
    found, text, vocabulary = sentence.candidates, sentence.source.read, sentence.source.vocabulary
    low, last = sentence.begin, None
    for i, candidate in enumerate(found):
        if last and candidate.quantity.start < low:
            _stand_at_the_same_place(candidate, last)
        else:
            until = found[i + 1].quantity.start if i + 1 < len(found) else len(text) + 1
            _stand(candidate, last, text, low, until, vocabulary)
            low = candidate.reach
        last = candidate
    _share_nouns(found, vocabulary)
    sentence.groups = groups(found)


def groups(found: list[Candidate]) -> list[list[Candidate]]:
    """Return candidates in groups: a leader and the bare members of its list."""
    grouped: list[list[Candidate]] = []
    for candidate in found:
        if grouped and candidate.bare:
            grouped[-1].append(candidate)
        else:
            grouped.append([candidate])
    return grouped


def _stand_at_the_same_place(candidate: Candidate, last: Candidate) -> None:
    """Place the next share of a ratio of three, whose words are those of the whole ratio."""
    candidate.join, candidate.own, candidate.earlier, candidate.bare = "list", "", "", True
    candidate.subject, candidate.predicate = last.subject, last.predicate
    candidate.closing, candidate.reach, candidate.noun = last.closing, last.reach, last.noun


def _stand(
    candidate: Candidate,
    last: Candidate | None,
    text: str,
    low: int,
    until: int,
    vocabulary: Vocabulary,
) -> None:
    """Fill in how a number stands between its predecessor, which ends at `low`, and the next."""
    quantity = candidate.quantity
    counted = _noun_between(last, quantity.start, text, low)
    clause_from = low + len(counted)
    segment = text[max(clause_from, quantity.start - REACH_BACK) : quantity.start]
    cut = CUT.match(segment)
    own = segment[cut.end() :] if cut else segment
    candidate.earlier = segment[: cut.end() - 1] if cut else ""
    candidate.join = "first" if not last else "clause" if cut else "list"
    if candidate.join == "list":
        own = _without_the_noun(own, last)
        own = MEASURED_BY.sub("", own[_conjunction_end(own) :])
    candidate.own = own.strip(" ")
    said = SAID_FIRST.sub("", candidate.own) if "、" in candidate.own else candidate.own
    candidate.subject, candidate.predicate = parse_before(said, vocabulary)
    candidate.closing, candidate.reach = bound_after(text, quantity.end, vocabulary)
    candidate.noun = _noun(candidate, text, until, vocabulary)
    candidate.bare = (
        candidate.join == "list"
        and not candidate.own
        and not counted
        and not _counts_others(candidate, last, clause_from)
    )


def _noun_between(last: Candidate | None, start: int, text: str, low: int) -> str:
    """Return the noun of the number before, where this number follows it directly, or "".

    7个|公共法律服务中心|、107个….
    """
    noun = last.noun if last else ""
    ends = low + len(noun)
    if noun and (ends < start or noun[-1] == "前") and start == _conjunction_end(text, ends):
        return noun
    return ""


def _without_the_noun(own: str, last: Candidate | None) -> str:
    """Return a clause without what the number before it counts: 60个|重点项目、|完成投资90亿元."""
    noun = last.noun if last else ""
    return own[len(noun) :] if noun and own.startswith(noun + "、") else own


def _conjunction_end(text: str, at: int = 0) -> int:
    found = CONJUNCTION.match(text, at)
    return found.end() if found else at


def _counts_others(candidate: Candidate, last: Candidate | None, clause_from: int) -> bool:
    """Say whether a number directly behind another counts other things than that one."""
    return bool(
        last
        and candidate.noun
        and clause_from == candidate.quantity.start
        and last.noun != candidate.noun
    )


def _noun(candidate: Candidate, text: str, until: int, vocabulary: Vocabulary) -> str:
    """Return what is counted behind a number, or what a share of it fulfils."""
    quantity = candidate.quantity
    noun = noun_behind(text, candidate.reach, until, vocabulary)
    if noun.startswith("口") and text[quantity.end - 1] == "人":  # 14亿人|口: the unit is 人口
        return f"人{noun}"
    if quantity.unit == "枚":
        return MEDALS.get(text[quantity.end - 1], noun)
    if quantity.unit == "%" and not noun and (fulfils := FULFILS.match(text, candidate.reach)):
        return fulfils[0]
    return noun


def _share_nouns(found: list[Candidate], vocabulary: Vocabulary) -> None:
    """Give numbers the noun that only a later one of their list states."""
    for i in range(len(found) - 2, -1, -1):
        this, following = found[i], found[i + 1]
        if following.join != "list":
            continue
        if this.noun.endswith("级") and "级" in following.noun:
            this.noun += following.noun.partition("级")[2]  # 2个国家级、5个市级|医疗中心
        elif _doubled(this, following, vocabulary):
            this.noun, following.subject = following.noun, this.subject
            following.bare = not following.own
        elif not this.noun:
            shared = following.noun.startswith("的") and not STANDING.fullmatch(following.noun)
            if shared and following.own and COSTS(vocabulary).fullmatch(following.subject):
                this.noun = following.noun  # 推进97个、总投资939亿元的续建项目
        elif (
            following.noun
            and not following.own
            and not following.bare
            and not this.predicate.endswith("分别")
        ):
            this.noun += _said_of_all(found, i, vocabulary)


def _doubled(this: Candidate, following: Candidate, vocabulary: Vocabulary) -> bool:
    """Say whether two numbers count the same in two units: 60户、160人|迁入新居."""
    if this.noun or not following.noun or following.noun.startswith("的"):
        return False
    units = {this.quantity.unit, following.quantity.unit}
    if len(units) < 2 or units & NO_COUNTS or following.own not in ALMOST:
        return False
    if this.predicate.endswith("分别"):
        return False
    names_nothing = BARE(vocabulary).fullmatch(this.subject) is not None
    return names_nothing or DONE_BY_ALL(vocabulary).match(following.noun) is not None


def _said_of_all(found: list[Candidate], i: int, vocabulary: Vocabulary) -> str:
    """Return what a list of counted things says of them all at its end, or "".

    20家工业园区、23个乡镇|建成零直排区; 实施15条街路、7条河道|整治提升.
    """
    this, following = found[i], found[i + 1]
    first = _first_of_list(found, i)
    if ENDS_IN_VERB(vocabulary).search(this.noun):
        return ""
    if SHARED_VERB.search(first.own):
        done = ENDS_IN_VERB(vocabulary).search(following.noun)
        return done[0] if done and done.start() > 1 and len(this.noun) <= SHORT_NOUN else ""
    if first.own or first.join == "list":
        return ""
    said = SAID(vocabulary).search(following.noun)
    return following.noun[said.start() :] if said and said.start() > 1 else ""


def _first_of_list(found: list[Candidate], i: int) -> Candidate:
    """Return the candidate that opens the list in which the one at `i` stands."""
    for candidate in reversed(found[max(i - LONGEST_LIST + 1, 0) : i + 1]):
        if candidate.join != "list":
            return candidate
    return found[i]
