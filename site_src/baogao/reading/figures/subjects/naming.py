"""Labels: the name of each figure of a sentence, also where a list or an earlier clause has it."""

import re

from baogao.reading.figures.candidate import Candidate, Named, Sentence
from baogao.reading.figures.subjects import list_members
from baogao.reading.figures.subjects.filled_from_before import completed
from baogao.reading.figures.subjects.investments import spending, spent_on
from baogao.reading.figures.subjects.labels_behind import BEHIND, is_behind, label_behind
from baogao.reading.figures.subjects.ranks import names_of_ranks
from baogao.reading.figures.subjects.subject_words import LONGEST
from baogao.reading.figures.subjects.subjects_without_openers import (
    distinct,
    earlier_subject,
    named_in,
    stripped,
)
from baogao.reading.figures.subjects.topics import with_owner
from baogao.reading.figures.subjects.trimming import divided, told, trimmed
from baogao.reading.figures.subjects.words_list_members_share import is_measured

TOPIC_BACK = 160  # how far back what a bare measure belongs to is looked for
KEPT = 12  # of so many figures a sentence remembers the names
# 全省高质量发展评价|中,: figures that follow are those of a ranking
FRAME = re.compile(r"([^,。;]{2,16}(?:评价|考核|评估|测评))中,$")
RUNNING = re.compile(r"^(?:已|目前|全[市省])?累计(?!达|突破|完成投资)")
SHARED = re.compile(r"(.{2,}?)占.+(?:比重|比例)$")
REACHED = re.compile(r"累计(?:已|共|分别)*达")
# 里程新增1700公里、|突破7000公里: so many there are, not so many more
IN_ALL = re.compile(r"突破|达|增[至到加]+到?|[升增]至|总计|超过")
# 确定5%左右|的增长目标: that of the economy
AIMED_GROWTH = re.compile(r"的(?:经济)?(?:年均|预期)?(?:增长|增速)(?:预期)?目标")
ADDED = re.compile(r"^(?:新增|净增)|(?:新增|净增)$")
ALL_OF_THEM = ("均", "都")


def name_subjects(sentence: Sentence) -> None:
    """Fill in the name of each figure of a sentence, group after group."""
    read = sentence.source.read
    back = _sentence_before(read, sentence.begin)
    for group in sentence.groups:
        clause = group[0].quantity.start - len(group[0].own)
        before = read[max(back, clause - TOPIC_BACK) : clause]
        names = [
            told(named, group[0], sentence.source.vocabulary)
            for named in _names(sentence, group, before)
        ]
        for candidate, named in zip(group, names, strict=True):
            candidate.named = named
        _remember(sentence, group[0], names)


def _sentence_before(read: str, begin: int) -> int:
    """Return where the sentence before begins, if it stands in the same paragraph."""
    back = max(begin - TOPIC_BACK, 0)
    line = read.rfind("\n", back, begin) + 1
    return max(line, read.rfind("。", back, max(begin - 1, back)) + 1, back)


def _remember(sentence: Sentence, leader: Candidate, names: list[Named]) -> None:
    """Keep what later groups inherit; a place in an order is inherited by nothing."""
    if leader.quantity.form != "rank":
        sentence.named = (sentence.named + names[-KEPT:])[-KEPT:]
    sentence.previous, sentence.last = names, leader


def _names(sentence: Sentence, group: list[Candidate], before: str) -> list[Named]:
    """Return a name for each figure of a group; `before` is the text up to its clause."""
    leader = group[0]
    subject = stripped(sentence, leader.kind.subject)
    if before.endswith("中,") and (frame := FRAME.search(before)):
        sentence.frame = frame[1]
    names = _own_names(sentence, leader, subject, len(group))
    if before:
        names = [with_owner(one, before, sentence.source.vocabulary) for one in names]
    if "累计" in leader.own:
        names = [_running(sentence, one, leader) for one in names]
    return [_without_blanks(one) for one in names]


def _without_blanks(named: Named) -> Named:
    """Return a name without blanks around its label; most have none, and are not made anew."""
    label = named.label.strip()
    return named if label == named.label else named._replace(label=label)


def _own_names(sentence: Sentence, leader: Candidate, subject: str, count: int) -> list[Named]:
    """Return the names that a group has by itself and by the figures before it."""
    words = sentence.source.words
    if leader.quantity.form == "rank":
        return _ranks(sentence, leader, subject, count)
    if money := spending(leader, subject, sentence.source.vocabulary):
        return [spent_on(sentence, leader, money)] * count
    if leader.noun and is_behind(leader, subject, words):
        last = sentence.previous[-1].label if sentence.previous else ""
        label = label_behind(leader, subject, last, sentence.source.vocabulary)
        names = [Named(label, sentence.area, rule=BEHIND)] * count
    else:
        names = _names_in_front(sentence, leader, subject, count)
    return [_of_a_part(sentence, one) for one in names]


def _ranks(sentence: Sentence, leader: Candidate, subject: str, count: int) -> list[Named]:
    """Return the names of ranks; a bare measure with what it is one of: 产量增长5%、|出口量居…."""
    names = names_of_ranks(sentence, leader, subject, count)
    label = names[0].label
    measure = label in sentence.source.words.attributes and label.endswith(("量", "额"))
    if count == 1 and sentence.previous and measure:
        return [completed(sentence, leader, label)]
    return names


def _names_in_front(sentence: Sentence, leader: Candidate, subject: str, count: int) -> list[Named]:
    """Return the names of figures whose subject stands in front of them, or is left out."""
    subject = trimmed(sentence, leader, subject)
    if not subject and leader.earlier and not sentence.previous:
        subject = earlier_subject(sentence, leader)
    if not subject and count == 1 and leader.predicate.startswith(ALL_OF_THEM):
        return _joint(sentence, leader)
    if not subject and not sentence.named and _aimed_growth(sentence, leader):
        rule = "the growth that is aimed at"
        return [Named("经济增长", sentence.area, rule=rule)] * count
    if not subject:
        return _inherited(sentence, leader, count)
    act, subject, said = divided(subject, leader, count)
    if sentence.previous and sentence.source.area_names.fullmatch(subject + said):
        # 武汉城市圈经济总量达到3万亿元,武汉|达到1.7万亿元
        rule = "the same of another area"
        return [sentence.previous[-1]._replace(area=subject + said, rule=rule)] * count
    members = _members(sentence, subject, count)
    if members:
        return _listed(sentence, leader, [act + member + said for member in members])
    return [completed(sentence, leader, act + subject + said)] * count


def _aimed_growth(sentence: Sentence, leader: Candidate) -> bool:
    """Say whether a number is the growth that a report aims at, with no word of what grows."""
    aimed = AIMED_GROWTH.match(sentence.source.read, leader.reach)
    return leader.kind.kind == "change" and aimed is not None


def _members(sentence: Sentence, subject: str, count: int) -> list[str]:
    """Return the things that a subject lists, as many as there are numbers, or []."""
    words = sentence.source.words
    if count == 1:
        return []
    found = list_members.members(subject, count, words)
    action = words.action_of(found[0]) if found else ""
    if action and not any(map(words.action.match, found[1:])):
        # 新增|公路、铁路里程3639公里和87公里, but 接待|游客、旅游收入
        alike = is_measured(found[0], words)
        found[1:] = [
            action + member if is_measured(member, words) == alike else member
            for member in found[1:]
        ]
    return found


def _listed(sentence: Sentence, leader: Candidate, members: list[str]) -> list[Named]:
    """Return a name for each member of a list."""
    first = completed(sentence, leader, members[0])
    among = "其中" in leader.own and first.label.startswith(members[0])
    measure = first.label.removeprefix(members[0]) if among else ""
    named = [first, *(named_in(sentence, member + measure) for member in members[1:])]
    return [
        one._replace(rule=f"member {i} of a list of {len(members)}")
        for i, one in enumerate(named, 1)
    ]


def _inherited(sentence: Sentence, leader: Candidate, count: int) -> list[Named]:
    """Return names for numbers without a subject: so many things that the sentence named last."""
    if not sentence.named:
        nothing = [Named("", sentence.area)]
        last = (sentence.previous or sentence.told or nothing)[-1]
        return [_said_of(sentence, last, leader)] * count
    before = distinct(sentence.named)
    several = len(before) >= count > 1
    names = before[-count:] if several else [sentence.named[-1]] * count
    return [_said_of(sentence, one, leader) for one in names]


def _joint(sentence: Sentence, leader: Candidate) -> list[Named]:
    """Return one name for all that was named: 城乡居民收入分别达到33550元、15200元,|均增长8.5%."""
    previous = sentence.previous
    before = distinct(previous if len(previous) > 1 else sentence.named[-2:])
    if len(before) < 2:
        return _inherited(sentence, leader, 1)
    label = list_members.joint([one.label for one in before], sentence.source.words.pairs)
    return [before[-1]._replace(label=label[-LONGEST:], rule="all that was named before")]


def _said_of(sentence: Sentence, last: Named, leader: Candidate) -> Named:
    """Return what a clause without a subject speaks of, where what was named before is `last`.

    The same; or it for each head (生产总值…,人均|…); or what its share is a share of
    (民生投入占预算支出的比重达到52%,年均增长|29%).
    """
    label, rule = last.label, "inherited from a figure before"
    per_head = leader.predicate.startswith("人均") and "人均" not in label
    if per_head and label.endswith("生产总值"):
        label, rule = "人均" + label, "a head of what was named before"
    elif _there_in_all(sentence, leader) and (stock := ADDED.sub("", label)):
        label, rule = stock, "all there is of what was added"
    elif _grows_after_a_level(sentence, leader) and (share := SHARED.match(label)):
        label, rule = share[1], "what the share before is a share of"
    return last._replace(label=label, rule=rule)


def _there_in_all(sentence: Sentence, leader: Candidate) -> bool:
    """Say whether a larger amount follows one that was added."""
    if sentence.last is None or not IN_ALL.search(leader.predicate):
        return False
    added, there = sentence.last.quantity, leader.quantity
    return added.unit == there.unit and added.value < there.value


def _grows_after_a_level(sentence: Sentence, leader: Candidate) -> bool:
    level = sentence.last is not None and sentence.last.kind.kind == "level"
    return level and "增长" in leader.predicate


def _of_a_part(sentence: Sentence, named: Named) -> Named:
    """Take a part of the area out of a label: 启动|中心城区|老旧住宅小区改造."""
    label, words = named.label, sentence.source.words
    action = words.action_of(label)
    opens = action or named.rule == BEHIND
    part = words.plain_area.match(label, len(action)) if opens else None
    if not part or part.end() >= len(label) - 1 or label[part.end()] in "至到和与、及":
        return named
    return named._replace(label=action + label[part.end() :], area=part[0])


def _running(sentence: Sentence, named: Named, leader: Candidate) -> Named:
    """Call a running total so: 累计建成电商专业村1720个 is not what a year added."""
    if REACHED.search(leader.own):  # 新增20家,|累计达到300家: so many there are
        return named._replace(label=named.label.removeprefix("新增") or named.label)
    if "累计" in named.label or not RUNNING.search(leader.own):
        return named
    done = sentence.source.words.is_done(named.label)
    return named._replace(label="累计" + named.label) if done else named
