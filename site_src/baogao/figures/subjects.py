"""Subjects: what a number is about, in the report's words, also where it is listed, left out or said after it."""
import re
from functools import lru_cache
from typing import NamedTuple

from baogao.figures import lists
from baogao.figures.clauses import Slot, parse_before
from baogao.figures.kinds import Kind
from baogao.figures.places import names_of, place_at_start
from baogao.vocabulary import Vocabulary, regex_of

OPEN_END = re.compile(r"(?:和|与|(?<![惠普涉])及|以及|、|等|在|对|为|由|将|把|向|有|共|的)$")
RELATION = re.compile(r"约?占|相当于")
LEVELLED = re.compile(r"[^级以]{0,10}?(?:级及?以[上下]|级|以[上下])的?")
ENTITY = re.compile(r"(?:经济|企业|产业|行业|业|园|区|港)$")
NUMBERED = r"(?:\d{1,2}[.、] ?|\(\d{1,2}\))(?!\d)"
LEAD_TIME = (r"(?:到|至|从|自|截至|预计|力争)?(?:\d{4}|“?十[一二三四五六]五”?)(?:年|时期|期间)?(?:末|底|初)?,?(?:我们)?"
             r"|[一两二三四五]年内|在此基础上|在[^,。]{2,12}基础上")
PLACED = re.compile(r"(跻身|上榜|进位至|入围|^(?:位?居|位?列|排名?|保持)|(?:位?居|位?列|列入|排名?|名列|跃居|保持|领跑|首次进入|进入)(?=全|省|市|国|世|浙|同|第|前|[\u4e00-\u9fff]{2,4}第?$)).*$")
RANKING = re.compile(r"百强|竞争力|实力|榜|指数|排名|潜力")
ADVERB_FIRST = re.compile(r"^(?:分别|均|继续|稳|仍|连续\w年)")
ADVERB = re.compile(r"(?:分别|全部|均|都|共|也|已)$")
PROGRESS = re.compile(r"(?:实现)?全覆盖$|(?:建设|工作)?(?:稳步|有序|扎实|加快|全面|顺利|深入|积极|持续|加速|同步|圆满|基本|提前)(?:推进|启动|实施|开展|建设|进行|完成)$")
MEASURED = frozenset(("元", "美元", "倍", ":1", "位", "百分点", "%", "岁", "天", "工作日", "小时", "分钟"))
KEPT = 12  # what a sentence named further back is inherited by nothing
LONGEST = 40
MODIFIED = re.compile(r"国家|省|市|全国|“")  # 新增…企业2家,省企业研究院2家: the verb holds on over the comma
SHARES = frozenset(("%", "百分点", "倍", ":1", "位"))
WHOLE = 14  # a subject up to here is kept with what stands behind the number


class Named(NamedTuple):
    """A label, the area it is about ("" for the whole), and whether it is something done (新增…), not something there."""
    label: str
    area: str
    done: bool = False


class Words(NamedTuple):
    """What is compiled from the vocabulary for this stage."""
    lead: re.Pattern
    action: re.Pattern
    last_action: re.Pattern
    attribute: re.Pattern
    outcome: re.Pattern
    verb: re.Pattern
    inner: re.Pattern
    attributes: frozenset[str]
    free: frozenset[str]
    places: frozenset[str]
    pairs: dict[str, tuple[str, ...]]


@lru_cache(maxsize=4)
def words_of(vocabulary: Vocabulary) -> Words:
    """Compile the words of subjects.yml."""
    words = vocabulary.words
    pairs = (pair.split("=") for pair in words.get("pair", ()) if "=" in pair)
    action, outcome = regex_of(words.get("action", ())), regex_of(words.get("outcome", ()))
    action = f"(?!{regex_of(words.get('no_action', ()))}){action}"
    return Words(lead=re.compile(f"(?:{NUMBERED})?(?:{regex_of(words.get('lead', ()))}(?!性)|{LEAD_TIME}|[ ,])*"),
                 action=re.compile(action), last_action=re.compile(f"{action}$"),
                 attribute=re.compile(f"{regex_of(words.get('attribute', ()))}$"),
                 outcome=re.compile(f"(?<=.){outcome}"), verb=re.compile(f"{action}|{outcome}"),
                 inner=re.compile(f"(?<=..)(?:实现|完成)(?={regex_of(words.get('attribute', ()))})"),
                 attributes=frozenset(words.get("attribute", ())), free=frozenset(words.get("free_attribute", ())),
                 places=frozenset(words.get("place_noun", ())),
                 pairs={one: tuple(parts.split("|")) for one, parts in pairs})


class Sentence:
    """What the figures of a sentence have left so far for those that follow: labels, the area, the last verb."""

    def __init__(self, opening: str, own_area: str, vocabulary: Vocabulary):
        self.vocabulary, self.words = vocabulary, words_of(vocabulary)
        self.area_names = names_of(vocabulary, own_area)
        self.area = place_at_start(opening, self.words.lead)
        self.named: list[Named] = []
        self.previous: list[Named] = []
        self.kind: Kind | None = None
        self.unit = ""

    def name(self, group: list[Slot], kind: Kind) -> list[Named]:
        """Return a name for each slot of a group, whose leader has the kind given."""
        leader = group[0]
        subject, among = self._clean(kind.subject), "其中" in leader.own
        if leader.quantity.form == "rank":
            named = [self._rank(leader, subject)] * len(group)
        elif leader.noun and self._behind(leader, subject, kind):
            named = [self._after(leader, subject)] * len(group)
        else:
            named = self._before(leader, subject, len(group), among)
        if leader.quantity.form != "rank":
            self.named = (self.named + named[-KEPT:])[-KEPT:]
        self.previous, self.kind, self.unit = named, kind, leader.quantity.unit
        return [one._replace(done=self._done(one.label) and "达" not in leader.predicate) for one in named]

    def _done(self, label: str) -> bool:
        return bool(self.words.action.match(label) or self.words.last_action.search(label))

    def _clean(self, subject: str) -> str:
        """Take off what opens a clause and is no part of what is counted, and remember an area in it."""
        if lead := self.words.lead.match(subject):
            subject = subject[lead.end():]
        if (area := self.area_names.match(subject)) and area.end() < len(subject):
            self.area, subject = area[1], subject[area.end():]
        elif self.area and subject.startswith(self.area):
            subject = subject[len(self.area):]
        return self.words.inner.sub("", subject).strip(" 的、")

    def _behind(self, slot: Slot, subject: str, kind: Kind) -> bool:
        """Whether what is counted stands behind the number: 新增20家“品字标”企业."""
        if kind.kind == "change":
            return False
        unit = slot.quantity.unit
        if unit in MEASURED and unit != "%" and self.words.verb.match(slot.noun):
            return False
        if not subject or OPEN_END.search(subject):
            return True
        if unit == "%":
            return not slot.predicate and not self.words.attribute.search(subject)
        if self.words.last_action.search(subject):
            return True
        return unit not in MEASURED and not self.words.attribute.search(subject)

    def _after(self, slot: Slot, subject: str) -> Named:
        noun, before = PROGRESS.sub("", slot.noun.lstrip("的")), subject
        if subject.endswith("等"):  # 打造北麂石头屋等3家特色民宿
            action = self.words.action.match(subject) or self.words.action.search(subject)
            before = action[0] if action else ""
        elif len(subject) > WHOLE and slot.quantity.unit != "%" and not self.words.action.match(subject):
            action = self.words.last_action.search(subject)
            before = action[0] if action else ""
        elif OPEN_END.search(subject):  # 捷克站、迪拜站和12个境外经贸合作区
            before = ""
        outcome = self.words.outcome.search(noun)
        if not subject and not outcome and slot.join == "list" and self.previous:
            before = self._action_of(self.previous[-1].label)
        if outcome:  # 4家企业|跻身“全国文化企业30强”
            noun = noun[outcome.start():] + ADVERB.sub("", noun[:outcome.start()])
        return Named((before + noun).strip("的")[:LONGEST], self.area)

    def _action_of(self, label: str) -> str:
        match = self.words.action.match(label)
        return match[0] if match and match.end() < len(label) else ""

    def _rank(self, slot: Slot, subject: str) -> Named:
        """Ranks are of what was named last; after a growth, of its speed."""
        subject = ADVERB_FIRST.sub("", subject)
        placed = PLACED.search(subject)
        scope = placed[0][len(placed[1]):] if placed else ""
        subject = subject[:placed.start()] if placed else subject
        if not subject and RANKING.search(scope):
            subject = scope
        subject = "" if subject in ("增速", "增幅", "总量", "规模", "数量") else subject
        last = self.previous[-1] if self.previous else None
        faster = "增幅" in slot.own or "增速" in slot.own
        changed = self.kind and self.kind.kind == "change" and self.unit != "位" and not slot.own.startswith(("总量", "规模", "数量", "总数"))
        growth = "增速" if faster or changed else ""
        if subject:
            return Named(subject[-LONGEST:] + ("增速" if faster and not subject.endswith(("增速", "增幅")) else ""), self.area)
        if last:
            return last._replace(label=last.label + growth)
        return Named(self._earlier(slot) + growth, self.area)

    def _earlier(self, slot: Slot) -> str:
        """The subject of the clause before the comma."""
        return self._clean(parse_before(slot.earlier[slot.earlier.rfind(",") + 1:], self.vocabulary)[0])

    def _before(self, leader: Slot, subject: str, count: int, among: bool) -> list[Named]:
        if not subject and leader.earlier and not self.previous:
            subject = self._earlier(leader)
        if not subject:
            return self._inherited(count)
        found = lists.members(subject, count, self.words.attribute, self.words.pairs) if count > 1 else []
        if not found:
            return [self._whole(subject, leader, among)] * count
        first = self._whole(found[0], leader, among)
        return [first] + [self._of_area(member) for member in found[1:]]

    def _of_area(self, member: str) -> Named:
        area = self.area_names.match(member)
        if area and area.end() < len(member):
            return Named(member[area.end():], area[1])
        return Named(member[-LONGEST:], self.area)

    def _inherited(self, count: int) -> list[Named]:
        """Labels for numbers without a subject: the last so many things that the sentence named."""
        if not self.named:
            return [self.previous[-1] if self.previous else Named("", self.area)] * count
        distinct = list(dict.fromkeys(self.named))
        return distinct[-count:] if len(distinct) >= count > 1 else [self.named[-1]] * count

    def _whole(self, subject: str, leader: Slot, among: bool) -> Named:
        """Give a subject what it leaves out: the thing measured, the verb of its list."""
        named = self._of_area(subject)
        if not self.previous:
            return named
        last, listed = self.previous[-1], leader.join == "list"
        if RELATION.match(subject) or subject in ("占比", "比重"):
            base = last.label[:last.label.find("占", 1)] if "占" in last.label[1:] else last.label
            return Named(base + subject.removeprefix("约"), last.area)
        if subject.endswith(("级", "以上", "以下")) and (among or LEVELLED.match(last.label)):
            action = self._action_of(last.label)  # 新增A级景区村庄3018个,其中3A级429个
            return Named(action + subject + LEVELLED.sub("", last.label[len(action):], count=1), last.area)
        if not among and subject in self.words.attributes and (listed or subject not in self.words.free):
            if head := self._head(last.label, subject):
                return Named(head + subject, last.area)
        alike = listed or leader.quantity.unit == self.unit
        if alike and subject not in self.words.free and self.words.action.fullmatch(subject):
            return Named(self._redone(last.label, subject), last.area)
        grows = among and leader.quantity.unit in SHARES
        if grows and not self.words.attribute.search(subject) and (measure := self.words.attribute.search(last.label)):
            return named._replace(label=named.label + measure[0])
        if among or self.words.action.match(subject) or leader.quantity.unit == "百分点":
            return named
        whole = lists.completed(named.label, last.label, self.words.places) if listed else named.label
        counts = leader.quantity.unit not in MEASURED and not leader.predicate and MODIFIED.match(leader.own)
        done = leader.own.startswith(("实现", "完成"))
        if whole == named.label and not done and (counts or listed and leader.quantity.unit not in SHARES):
            if not self.words.last_action.search(subject):
                whole = self._action_of(last.label) + whole
        return named._replace(label=whole[-LONGEST:])

    def _redone(self, label: str, action: str) -> str:
        """开工55个、竣工35个, 建设12座、改造5座: the same things, another verb."""
        if tail := self.words.last_action.search(label):
            return label[:tail.start()] + action
        first = self._action_of(label)
        return action + label[len(first):] if first else label + action

    def _head(self, label: str, attribute: str) -> str:
        tail = self.words.attribute.search(label)
        if not tail and label[-1:] == attribute[-1:]:  # 办复率100%,满意率98.7%
            return ""
        head = label[:tail.start()] if tail else label
        return head if attribute not in self.words.free or ENTITY.search(head) else ""
