"""The grammar of the clause that all fields share.

A clause is `subject predicate NUMBER bound noun`: 规上工业增加值 | 增长 | 8.7% | 以上. Each part may be missing: a
member of a list (`8%和8.9%`) has only its number; `,增长7%` has no subject; `新增20家企业` names what is counted
behind the number. A `Slot` is one quantity with these parts; slots that share a predicate are a group.
"""
import re
from functools import lru_cache
from typing import NamedTuple

from baogao.reading.figures.bounds import Bound, bound_after
from baogao.reading.figures.quantities import Quantity
from baogao.content.patterns import regex_of
from baogao.content.vocabulary import Vocabulary

REACH_BACK = 90     # a clause is never longer than this, so that a text without punctuation stays linear
SENTENCE_END = re.compile(r"[。;!?\n]")
CUT = re.compile(r".*[,:](?![^(]{0,30}\))", re.S)  # up to the last of them
CONJUNCTION = re.compile(r" *(?:、 *(?:以及|并|及)?|以及|和|与|及|并|或|至|到)?、? *")  # 、和美家园社区13个: a name
MEASURED_BY = re.compile(r"^[村户人所]、")  # 单村供水84个|村、|二级供水管网30公里
MEDALS = {"金": "金牌", "银": "银牌", "铜": "铜牌"}
SHORT_NOUN = 6
FULFILS = re.compile(r"达标|达到[^,。;、\d]{2,10}")  # 断面水质100%|达到Ⅲ类以上
LISTED = 12  # no list of counted things is longer
SHARED_VERB = re.compile(r"(?:实施|完成|开展|推进|启动)$")
FURTHER = re.compile(r"(?:、[^,。;:!?\n、]{2,24}){1,8}")  # 450所公办中小学|、幼儿园、特殊学校建成“智安校园”
NOUN = re.compile(r"(?:“[^”\n]{0,30}”|\([^)\n]{0,16}\)|[^,。;:!?\n、“(]){1,50}")
ONLY_COMPARED = frozenset("高低快慢")  # 增速比全国高 is a predicate, 最高 and 加快 are none
ENJOYED = re.compile(r"享受|获|得到|受益")  # 21万户市场主体|享受税收优惠120亿元: only those who did
LOOSE_END = re.compile(r"(?:以及|和|与|及|共|并)$")


class Slot(NamedTuple):
    """One quantity in its clause.

    `join` is how it follows the figure before it: first, clause (after a comma) or list; `own` what stands
    in front of the number since then; `earlier` the part of the sentence before that comma; `reach` where
    the number with its closing bound ends; `noun` what follows it directly; `bare` a mere further number of a list.
    """
    quantity: Quantity
    join: str
    own: str
    earlier: str
    subject: str
    predicate: str
    closing: Bound | None
    reach: int
    noun: str

    bare: bool


@lru_cache(maxsize=4)
def _predicate(vocabulary: Vocabulary) -> tuple[re.Pattern, re.Pattern]:
    """Compile what a predicate is, read backwards: the whole, and one word of it."""
    words = vocabulary.words
    before = [word for place, _, some in vocabulary.bounds if place == "before" for word in some]
    directions = [word for role in ("rise", "fall") for word in words.get(role, ()) if word not in ONLY_COMPARED]
    others = [word for role in ("towards", "reach", "light") for word in words.get(role, ())]
    turned = regex_of(words.get("towards", ()), reverse=True) + regex_of(directions, reverse=True)  # 下降|至
    verbs = f"{turned}|{regex_of(directions + others + before, reverse=True)}"
    bases = regex_of(words.get("base", ()), reverse=True)
    plan = r"”?(?:五[一二三四五六]十|五[七八九十](?=“))“?"
    period = rf"(?:末|底|初|期同)?(?:年\d{{4}}|(?:末期?|期时|间期)?{plan})"
    base = rf"(?:比相)?的?(?:标目)?(?:划计|划规)?(?:{bases}|{period})[比较与同从由]|的?初年"
    dated = rf"的?(?:{bases}|{period})(?=[到至由从])|的?(?:{bases}|{period})[是为]|素因[^,]{{2,12}}除[扣剔]|\)素因[^()]{{2,10}}\("
    dated += r"|的(?:务任)?(?:划计|标目|务任)(?:资投)?(?:度年)?(?:为|成完(?:额超)?)"  # 增加|到2005年的; 是2007年的|3倍; 完成年度任务的|115%
    compared = rf"出?[高低快慢](?={base})"  # 增速比全国高
    # 突破百亿元大关, 迈上万亿元台阶
    mark = r"(?:关大|阶台新?|口关)?(?:元美|元|次人|吨|箱标)?[亿万千百十两一二三四五六七八九]{1,5}(?=破突|过[超跨]|上[跨迈站跃登]|近逼)"
    whole = regex_of(words.get("whole", ()), reverse=True)
    word = rf"(?!{whole})(?:{base}|{dated}|{compared}|{mark}|{verbs}|[ 、])"
    return re.compile(f"(?:{word})*"), re.compile(word)


def parse_before(own: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """Split what stands before a number into subject and predicate."""
    cut = len(own) - _predicate(vocabulary)[0].match(own[::-1]).end()
    return own[:cut], own[cut:]


def predicate_words(predicate: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the words that a predicate was read as, in order: 年均, 增长."""
    found = _predicate(vocabulary)[1].findall(predicate[::-1])
    return tuple(word[::-1] for word in reversed(found) if word.strip(" 、"))


def slots(text: str, begin: int, found: list[Quantity], vocabulary: Vocabulary) -> list[Slot]:
    """Return the slots of one sentence that begins at an offset."""
    made: list[Slot] = []
    low = begin
    for i, quantity in enumerate(found):
        if quantity.start < low:  # a three-part ratio: the same place again
            made.append(made[-1]._replace(quantity=quantity, join="list", own="", earlier="", bare=True))
            continue
        until = found[i + 1].start if i + 1 < len(found) else len(text) + 1
        made.append(_slot(text, low, quantity, until, made[-1] if made else None, vocabulary))
        low = made[-1].reach
    return _completed(made, text, vocabulary)


def _completed(made: list[Slot], text: str, vocabulary: Vocabulary) -> list[Slot]:
    """Give numbers the noun that only a later one of their list states."""
    for i in range(len(made) - 2, -1, -1):
        this, following = made[i], made[i + 1]
        if following.join != "list":
            continue
        if not this.noun and following.noun.startswith("的") and following.own:
            made[i] = this._replace(noun=following.noun)  # 推进97个、总投资939亿元的续建项目
        elif this.noun and following.noun and not following.own and not following.bare and not this.predicate.endswith("分别"):
            if tail := _tail(made, i, vocabulary):
                made[i] = this._replace(noun=this.noun + tail)
    return made


def _tail(made: list[Slot], i: int, vocabulary: Vocabulary) -> str:
    """What a list of counted things says of them all at its end: 20家工业园区、23个乡镇|建成零直排区."""
    this, following = made[i], made[i + 1]
    first = next((slot for slot in made[i:max(i - LISTED, -1) if i >= LISTED else None:-1] if slot.join != "list"), this)
    if _ends_in_verb(vocabulary).search(this.noun):
        return ""
    if SHARED_VERB.search(first.own):  # 实施15条街路、7条河道整治提升
        done = _ends_in_verb(vocabulary).search(following.noun)
        return done[0] if done and done.start() > 1 and len(this.noun) <= SHORT_NOUN else ""
    if first.own or first.join == "list":
        return ""
    said = _said(vocabulary).search(following.noun)
    return following.noun[said.start():] if said and said.start() > 1 else ""


def _slot(text: str, low: int, quantity: Quantity, until: int, last: Slot | None, vocabulary: Vocabulary) -> Slot:
    counted = last.noun if last else ""
    ends = low + len(counted)
    if counted and (ends < quantity.start or counted[-1] == "前") and quantity.start == CONJUNCTION.match(text, ends).end():
        low += len(counted)  # 7个公共法律服务中心、107个…: the noun belongs to the 7
    else:
        counted = ""
    segment = text[max(low, quantity.start - REACH_BACK):quantity.start]
    cut = CUT.match(segment)
    own, earlier = (segment[cut.end():], segment[:cut.end() - 1]) if cut else (segment, "")
    join = "first" if not last else "clause" if cut else "list"
    if join == "list":
        own = MEASURED_BY.sub("", own[CONJUNCTION.match(own).end():])
    own = own.strip(" ")
    subject, predicate = parse_before(own, vocabulary)
    closing, reach = bound_after(text, quantity.end, vocabulary)
    noun = _noun(text, reach, until, vocabulary)
    if quantity.unit == "枚":
        noun = MEDALS.get(text[quantity.end - 1], noun)
    elif quantity.unit == "%" and not noun and (fulfils := FULFILS.match(text, reach)):
        noun = fulfils[0]
    return Slot(quantity, join, own, earlier, subject, predicate, closing, reach, noun,
                join == "list" and not own and not counted and not (noun and low == quantity.start and last.noun != noun))


@lru_cache(maxsize=4)
def _outcome(vocabulary: Vocabulary) -> re.Pattern:
    return re.compile(regex_of(vocabulary.words.get("outcome", ()) + vocabulary.words.get("action", ())))


@lru_cache(maxsize=4)
def _said(vocabulary: Vocabulary) -> re.Pattern:
    return re.compile(regex_of(vocabulary.words.get("outcome", ())))


@lru_cache(maxsize=4)
def _ends_in_verb(vocabulary: Vocabulary) -> re.Pattern:
    return re.compile(regex_of(vocabulary.words.get("action", ())) + "$")


@lru_cache(maxsize=4)
def _no_noun(vocabulary: Vocabulary) -> re.Pattern:
    return re.compile(regex_of(vocabulary.words.get("no_noun", ())))


def _further(text: str, at: int, until: int, vocabulary: Vocabulary) -> str:
    """Return what goes on after 、 with the same noun, where it is neither a further number nor another act."""
    if not text.startswith("、", at) or not (further := FURTHER.match(text, at)) or further.end() >= until:
        return ""
    verbs = _outcome(vocabulary)
    if any(verbs.match(member) for member in further[0][1:].split("、")):
        return ""
    return further[0] if not any(c.isdigit() for c in further[0]) else ""


def _thing(noun: str, vocabulary: Vocabulary) -> str:
    """Take off a measure of the things counted, which the next figure states: 75家龙头企业|年销售收入18.4亿元."""
    measured = _measure(vocabulary).search(noun)
    return noun[:measured.start()] if measured else noun


@lru_cache(maxsize=4)
def _measure(vocabulary: Vocabulary) -> re.Pattern:
    return re.compile(rf"(?<=企业|公司|项目|园区)(?:年|总|年度)?{regex_of(vocabulary.words.get('attribute', ()))}$")


def _noun(text: str, at: int, until: int, vocabulary: Vocabulary) -> str:
    """Return what follows a number directly, up to the next figure, where it can name what was counted."""
    match = NOUN.match(text, at, until)
    if not match:
        return ""
    if match[0].startswith("("):  # 1207.76亿元(预计,下同)
        return ""
    noun = match[0] + _further(text, match.end(), until, vocabulary)
    if match.end() == until and LOOSE_END.sub("", noun) == noun:  # 16个项目|完成投资72.2亿元
        noun = parse_before(noun, vocabulary)[0]
        noun = _thing(noun, vocabulary)
        if (verb := _outcome(vocabulary).search(noun)) and verb.start() > 1 and not ENJOYED.match(verb[0]):
            noun = noun[:verb.start()] if noun[:verb.start()] != "企业" else noun
    noun = LOOSE_END.sub("", noun) if match.end() == until else noun
    return "" if _no_noun(vocabulary).match(noun) else noun.rstrip()


def groups(made: list[Slot]) -> list[list[Slot]]:
    """Return the slots in groups: a leader and the bare members of its list."""
    grouped: list[list[Slot]] = []
    for slot in made:
        if grouped and slot.bare:
            grouped[-1].append(slot)
        else:
            grouped.append([slot])
    return grouped
