"""Subjects: what a number is about, in the report's words, also where it is listed, left out or said after it."""
import re

from baogao.reading.figures import lists
from baogao.reading.figures.clauses import Slot, parse_before
from baogao.reading.figures.kinds import Kind
from baogao.reading.figures.phrases import MEASURED, behind, is_behind
from baogao.reading.figures.places import names_of, place_at_start
from baogao.reading.figures.ranked import UNNAMED, ranked
from baogao.reading.figures.topics import owned
from baogao.reading.figures.wording import LONGEST, Named, words_of
from baogao.content.vocabulary import Vocabulary

SAID_OF_EACH = re.compile(r"分别(占到?|惠及|覆盖)")
RELATION = re.compile(r"约?占|相当于|对.+贡献率$")
LEVELLED = re.compile(r"[^级以]{0,10}?(?:级及?以[上下]|级|以[上下])的?")
STAGED = re.compile(r"(?:辅导|报会|过会|备案|签约|股改|入库)(企业|项目)$")
TO = re.compile(r"^到(?![位港岗账期])")
FRAME = re.compile(r"([^,。;]{2,16}(?:评价|考核|评估|测评))中,$")
RUNNING = re.compile(r"^(?:已|目前|全[市省])?累计(?!达|突破|完成投资)")
YIELD = re.compile(r"(?:年|总)?产量$")
SYMBOL = re.compile(r"[A-Za-z][A-Za-z\d.]*$")
TRADE = re.compile(r"(?:行业|产业|业|企业)$")
ENTITY = re.compile(r"(?:经济|企业|产业|行业|业|园|区|港)$")
SHARED = re.compile(r"(.{2,}?)占.+(?:比重|比例)$")
NOTE = re.compile(r"\((?:预计|下同|快报|初步)[^()]*\)")
ABROAD = re.compile(r"在全[国省市][^,]{2,20}(?:排名|评比|考核|评选)中[^,]*$|在(?:全[国省市球区疆]|[国省市]内)(?:的?(?:位次|排名|位置))?$")
AIMS = frozenset(("目标", "任务", "预期目标", "年度目标", "计划目标", "预期"))
BEHIND = "the noun behind the number"
KEPT = 12  # what a sentence named further back is inherited by nothing
MODIFIED = re.compile(r"国家|省|市|全国|“")  # 新增…企业2家,省企业研究院2家: the verb holds on over the comma
SHARES = frozenset(("%", "百分点", "倍", ":1", "位"))


def _predicated(subject: str) -> tuple[str, str]:
    """Split “跑一次”和“零上门”事项|分别占到全部办事事项 and 补助政策和保险制度|分别惠及."""
    said = SAID_OF_EACH.search(subject)
    return (subject[:said.start()], said[1].removesuffix("到") + subject[said.end():]) if said else (subject, "")


class Sentence:
    """What the figures of a sentence have left so far for those that follow: labels, the area, the last verb."""

    def __init__(self, opening: str, own_area: str, vocabulary: Vocabulary, topic: str = "",
                 told: list[Named] | None = None):
        self.vocabulary, self.words = vocabulary, words_of(vocabulary)
        self.area_names = names_of(vocabulary, own_area)
        self.area = place_at_start(opening, self.words.lead) or topic
        self.told = told or []  # named before a semicolon
        self.named: list[Named] = []
        self.previous: list[Named] = []
        self.kind: Kind | None = None
        self.unit = ""
        self.frame = ""

    def name(self, group: list[Slot], kind: Kind, before: str = "") -> list[Named]:
        """Return a name for each slot of a group, whose leader has the kind given; `before` is the text up to its clause."""
        leader = group[0]
        subject, among = self._clean(kind.subject), "其中" in leader.own
        last = self.previous[-1].label if self.previous else ""
        if before.endswith("中,") and (frame := FRAME.search(before)):
            self.frame = frame[1]
        if leader.quantity.form == "rank":
            named = ranked(self, leader, subject, len(group))
        elif leader.noun and is_behind(leader, subject, kind, self.words):
            named = [self._inner(Named(behind(leader, subject, last, self.words), self.area, rule=BEHIND))] * len(group)
        else:
            named = [self._inner(one) for one in self._before(leader, subject, len(group), among)]
        if before:
            named = [self._of_owner(one, before) for one in named]
        if "累计" in leader.own:
            named = [self._running(one, leader) for one in named]
        if leader.quantity.form != "rank":
            self.named = (self.named + named[-KEPT:])[-KEPT:]
        self.previous, self.kind, self.unit = named, kind, leader.quantity.unit
        return named

    def _inner(self, named: Named) -> Named:
        """Take a part of the area out of a label: 启动|中心城区|老旧住宅小区改造."""
        label, action = named.label, self.words.action_of(named.label)
        inner = self.words.plain_area.match(label, len(action)) if action else None
        return named._replace(label=action + label[inner.end():], area=inner[0]) if inner and inner.end() < len(label) - 1 else named

    def _of_owner(self, named: Named, before: str) -> Named:
        label = owned(named.label, before, self.vocabulary)
        return named._replace(label=label[-LONGEST:], rule="a head of what a clause before names") if label else named

    def _running(self, named: Named, leader: Slot) -> Named:
        """A running total is called so: 累计建成电商专业村1720个 is not what a year added."""
        total = RUNNING.search(leader.own) and self.words.is_done(named.label) and not named.label.startswith("累计")
        return named._replace(label="累计" + named.label) if total else named

    def _clean(self, subject: str) -> str:
        """Take off what opens a clause and is no part of what is counted, and remember an area in it."""
        if "(" in subject:
            subject = NOTE.sub("", subject)
        if "在" in subject:
            subject = ABROAD.sub("", subject)
        if lead := self.words.lead.match(subject):
            subject = subject[lead.end():]
        if subject.endswith("等"):  # 海曙高桥等58个: an example is no area
            return subject
        if (area := self.area_names.match(subject)) and area.end() < len(subject):
            self.area, subject = area[1], subject[area.end():]
            subject = subject[self.words.lead.match(subject).end():]  # 宁波舟山港|完成|货物吞吐量
        elif self.area and subject.startswith(self.area):
            subject = subject[len(self.area):]
        subject = "" if subject.isdigit() else TO.sub("", subject)  # 6、|完成100座…; 争取|到能耗指标
        return self.words.inner.sub("", subject).strip(" 的、")

    def earlier(self, slot: Slot) -> str:
        """The subject of the clause before the comma."""
        return self._clean(parse_before(slot.earlier[slot.earlier.rfind(",") + 1:], self.vocabulary)[0])

    def _before(self, leader: Slot, subject: str, count: int, among: bool) -> list[Named]:
        if subject in AIMS or leader.quantity.unit == "位" and subject in UNNAMED:  # 高于12%的目标2个百分点; 总量在全省升2位
            subject = ""
        if not subject and leader.earlier and not self.previous:
            subject = self.earlier(leader)
        if not subject:
            return self._joint(leader) if count == 1 and leader.predicate.startswith(("均", "都")) else [
                self._of_last(one, leader) for one in self._inherited(count)]
        subject, whole = _predicated(subject)
        found = lists.members(subject, count, self.words.attribute_of, self.words.pairs) if count > 1 else []
        if found and (action := self.words.action_of(found[0])) and not any(map(self.words.action.match, found[1:])):
            found[1:] = [action + member for member in found[1:]]  # 新增|公路、铁路里程3639公里和87公里
        found = [member + whole for member in found]
        subject += whole
        if self.previous and self.area_names.fullmatch(subject):  # 武汉城市圈经济总量达到3万亿元,武汉|达到1.7万亿元
            return [self.previous[-1]._replace(area=subject, rule="the same of another area")] * count
        if not found:
            return [self._whole(subject, leader, among)] * count
        first = self._whole(found[0], leader, among)
        measure = first.label.removeprefix(found[0]) if among and first.label.startswith(found[0]) else ""
        listed = [first] + [self._of_area(member + measure) for member in found[1:]]
        return [one._replace(rule=f"member {i} of a list of {count}") for i, one in enumerate(listed, 1)]

    def _of_last(self, last: Named, leader: Slot) -> Named:
        """What a clause without a subject says of what was named before it: its head count (人均), what its share is a share of."""
        label, rule = last.label, "inherited from a figure before"
        if leader.predicate.startswith("人均") and label.endswith("生产总值") and "人均" not in label:
            label, rule = "人均" + label, "a head of what was named before"
        elif self.kind and self.kind.kind == "level" and "增长" in leader.predicate and (share := SHARED.match(label)):
            label, rule = share[1], "what the share before is a share of"  # 民生投入占预算支出的比重达到52%,年均增长29%
        return last._replace(label=label, rule=rule)

    def _of_area(self, member: str) -> Named:
        area = self.area_names.match(member)
        if area and area.end() < len(member):
            return Named(member[area.end():], area[1])
        return Named(member[-LONGEST:], self.area)

    def _joint(self, leader: Slot) -> list[Named]:
        """One number of all that was named: 城乡居民收入分别达到33550元、15200元,均增长8.5%."""
        distinct = list({(one.label, one.area): one for one in (self.previous if len(self.previous) > 1 else self.named[-2:])}.values())
        if len(distinct) < 2:
            return [self._of_last(one, leader) for one in self._inherited(1)]
        label = lists.joint([one.label for one in distinct], self.words.pairs)
        return [distinct[-1]._replace(label=label[-LONGEST:], rule="all that was named before")]

    def _inherited(self, count: int) -> list[Named]:
        """Labels for numbers without a subject: the last so many things that the sentence named."""
        if not self.named:
            return [(self.previous or self.told or [Named("", self.area)])[-1]] * count
        distinct = list({(one.label, one.area): one for one in self.named}.values())
        return distinct[-count:] if len(distinct) >= count > 1 else [self.named[-1]] * count

    def _whole(self, subject: str, leader: Slot, among: bool) -> Named:
        """Give a subject what it leaves out: the thing measured, the verb of its list."""
        named = self._of_area(subject)
        if not self.previous:
            return named
        last, listed = self.previous[-1], leader.join == "list"
        if again := self._again(named, last, leader, among):
            return again
        if RELATION.match(subject) or subject in ("占比", "比重"):
            base = last.label[:last.label.find("占", 1)] if "占" in last.label[1:] else last.label
            return Named(base + subject.removeprefix("约"), last.area, rule="a share of what was named before")
        if subject.endswith(("级", "以上", "以下")) and (among or LEVELLED.match(last.label)):
            action = self.words.action_of(last.label)  # 新增A级景区村庄3018个,其中3A级429个
            return Named(action + subject + LEVELLED.sub("", last.label[len(action):], count=1), last.area,
                         rule="another level of what was named before")
        if not among and subject in self.words.attributes and (listed or subject not in self.words.free):
            if head := self._head(last.label, subject):
                head = head.removeprefix("新增") if subject.startswith("总") else head  # 新增11个,总数达到39个
                return Named(head + subject, last.area, rule="another measure of what was named before")
        alike = listed or leader.quantity.unit == self.unit
        if alike and subject not in self.words.free and self.words.action.fullmatch(subject):
            return Named(self._redone(last.label, subject), last.area, rule="another verb for what was named before")
        grows = leader.quantity.unit in SHARES and (among or listed and self.unit == leader.quantity.unit and TRADE.search(subject))
        if grows and not self.words.attribute_of(subject) and (measure := self.words.attribute_of(last.label)):
            symbol = SYMBOL.search(last.label.removesuffix(measure))  # 重点行业|VOCs|排放总量
            return named._replace(label=named.label + (symbol[0] if symbol else "") + measure, rule="a part, measured as the whole before")
        if among and leader.quantity.unit == self.unit not in SHARES:
            return self._part(named, last.label)
        if (listed or not leader.predicate and len(subject) <= 3) and leader.quantity.unit == self.unit == "吨" and (yield_ := YIELD.search(last.label)) and not YIELD.search(subject):
            return named._replace(label=named.label + yield_[0])  # 蔬菜年产量340万吨、肉产品18.5万吨
        if among or self.words.action.match(subject) or leader.quantity.unit == "百分点":
            return named
        whole = lists.completed(named.label, last.label, self.words.places) if listed else named.label
        counts = leader.quantity.unit not in MEASURED and not leader.predicate and MODIFIED.match(leader.own)
        done = leader.own.startswith(("实现", "完成"))
        if whole == named.label and not done and (counts or listed and leader.quantity.unit not in SHARES):
            if not self.words.action_behind(subject) or subject.endswith("应用"):
                whole = self.words.action_of(last.label) + whole
        return named if whole == named.label else named._replace(label=whole[-LONGEST:], rule="completed from the label before")

    def _again(self, named: Named, last: Named, leader: Slot, among: bool) -> Named | None:
        """Return the name of what was named just before and is named again, by all its words or by its head."""
        subject = named.label
        if leader.join == "list" and last.rule == BEHIND and len(subject) > 4 and subject[:4] in last.label:
            return named  # 21万户市场主体享受优惠|120亿元
        if subject == "总量" and last.label.endswith(("总值", "GDP")):
            return last._replace(rule="named by its head")
        if subject in self.words.free and subject != last.label and last.label.endswith(subject) and "完成" in leader.own and not among:
            return last._replace(rule="named by its head")  # 固定资产投资增长23.5%,累计完成投资1008亿元
        return None

    def _part(self, named: Named, whole: str) -> Named:
        """A part of what was counted: 招引亿元以上项目50个,其中10亿元以上项目15个, 产业项目8个."""
        action, part = self.words.action_of(whole), named.label
        whole = whole.removesuffix("建设")
        if not action or self.words.action.match(part):
            return named
        of_class, at = LEVELLED.match(whole, len(action)), whole.find(part[-2:], len(action))
        if of_class and not LEVELLED.match(part) and whole[-2:] == part[-2:]:
            action += of_class[0]
        elif 0 < at < len(whole) - 2:  # 新增境内外上市公司47家,其中科创板上市8家
            part += whole[at + 2:]
        return named._replace(label=(action + part)[-LONGEST:], rule="a part of what was counted before")

    def _redone(self, label: str, action: str) -> str:
        """开工55个、竣工35个, 建设12座、改造5座: the same things, another verb."""
        if label.startswith("新增") and (stage := STAGED.search(label)):  # 新增上市报会辅导企业2家、股改29家
            return f"新增{action}{stage[1]}"
        if tail := self.words.action_behind(label):
            return label.removesuffix(tail) + action
        first = self.words.action_of(label)
        return action + label[len(first):] if first else label + action

    def _head(self, label: str, attribute: str) -> str:
        tail = self.words.attribute_of(label)
        if not tail and label[-1:] == attribute[-1:]:  # 办复率100%,满意率98.7%
            return ""
        head = label.removesuffix(tail)
        return head if attribute not in self.words.free or ENTITY.search(head) else ""
