"""Topics: what a bare head belongs to, where that stands in an earlier clause.

推动服务业创新融合发展,|增加值增长8.7%. Heads and what may own them are words (`subjects.yml`): 里程
belongs to a line or a road, 增加值 to a trade. An owner that does not fit is none, so that a clause
about something else lends nothing.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from baogao.content.vocabulary.compiled_patterns import regex_of
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.reading.figures.candidate import Named
from baogao.reading.figures.subjects.subject_words import LONGEST
from baogao.reading.figures.word_patterns import worded

# A noun phrase has digits and commas only within quotation marks: “1+N”工业互联网平台.
PHRASE = r"(?:“[^”\n]{1,20}”|[^\d,。;:、!?\n“”]){0,30}"
# 建成区范围内的|城中村, 汽摩配产业向|新能源产业
MODIFIED = re.compile(r"^.*(?:[的向]|[^、](?:和|以及)(?=“))")
# 深入推进|城中村改造, 加快|老旧小区改造, 片区化推进|乡村振兴; but not 实施性规划
OPENED = worded(
    "^ (?: {topic_manner} | [^,、]{1,3} 化 (?= {topic_verb} ) | {topic_verb} (?!性) 了? )+"
)
SLOGAN = re.compile(r"^“[^”]{1,20}”(?=[^”]{4,})")
CLAUSES = re.compile(r"[,;:。!?\n]")
OWNED = "a head of what a clause before names"
# 推行集中采购,|惠及2万人; 门诊费用|实现|直接结算,|惠及…: whom the clause before was good for
BENEFIT = re.compile(r"(?:每年|累计|共|已|直接)*(?:惠及|受益)")
REALISED = re.compile(r"(?P<of>[^,。;\d]{2,14})(?:全面|基本|已)?实现(?P<what>[^,。;\d]{2,14})$")
ASPECT = "方面"  # 公路方面,|新开工2个项目
SHORTEST_OWNER, LONGEST_OWNER = 2, 24


class Head(NamedTuple):
    """Bare heads that share their owners: what each label of them looks like, and what owns it.

    Of a `thing` the verb stays in front: 推进|未来社区|在建项目.
    """

    label: re.Pattern[str]
    owner: re.Pattern[str]
    thing: bool


@lru_cache(maxsize=4)
def _heads(vocabulary: Vocabulary) -> dict[str, list[Head]]:
    """Compile the heads, by the last two characters of the labels that they fit."""
    words = vocabulary.words
    qualifier = f"{regex_of(words.get('qualifier', ()))}{{0,4}}"
    action = regex_of(words.get("action", ()))
    with_verb = f"(?P<first>(?:{action}|累计){{0,4}}){qualifier}"
    found: dict[str, list[Head]] = {}
    for role, first in (("measure_of", qualifier), ("thing_of", with_verb)):
        for entry in words.get(role, ()):
            heads, _, owners = entry.partition("=")
            made = Head(
                re.compile(f"{first}(?:{heads})(?:建设)?"),
                re.compile(f"{PHRASE}(?:{owners})"),
                role == "thing_of",
            )
            for tail in {_tail(head) for head in heads.split("|")}:
                found.setdefault(tail, []).append(made)
    return found


def _tail(label: str) -> str:
    return label.removesuffix("建设")[-2:]


def with_owner(named: Named, before: str, vocabulary: Vocabulary) -> Named:
    """Return a name, a bare one with what it belongs to in the text before its clause."""
    for head, verb in _fitting(named.label, vocabulary):
        if owner := _owner(head, before, vocabulary):
            label = verb + _joined(owner, named.label[len(verb) :])
            return named._replace(label=label[-LONGEST:], rule=OWNED)
    if BENEFIT.match(named.label) and (good := _what_was_good(before, vocabulary)):
        return named._replace(label=(good + named.label)[-LONGEST:], rule=OWNED)
    return named


@lru_cache(maxsize=20_000)  # the same label stands in report after report
def _fitting(label: str, vocabulary: Vocabulary) -> list[tuple[Head, str]]:
    """Return the heads that a label is, each with the verb that stays in front."""
    found = (
        (head, head.label.fullmatch(label)) for head in _heads(vocabulary).get(_tail(label), ())
    )
    return [(head, fits["first"] if head.thing else "") for head, fits in found if fits]


def _what_was_good(before: str, vocabulary: Vocabulary) -> str:
    """Return what the clause in front says was done, or came to be, for those behind; or ""."""
    clause = before.rpartition("。")[2].removesuffix(",").rpartition(",")[2]
    if not before.endswith(",") or any(character.isdigit() for character in clause):
        return ""
    if realised := REALISED.match(clause):
        return realised["of"] + realised["what"]
    opened = OPENED(vocabulary).match(clause)
    done = clause[opened.end() :] if opened else ""
    return done if SHORTEST_OWNER < len(done) <= LONGEST_OWNER else ""


def _owner(head: Head, before: str, vocabulary: Vocabulary) -> str:
    """Return what owns a head in the nearest clause that names such a thing, or ""."""
    for clause in reversed(CLAUSES.split(before)):
        found = head.owner.search(clause)
        if not found or (found[0].endswith(ASPECT) and found[0] != clause):
            continue
        # 推进4|条高铁建设: the measure word is no part of it
        counted = clause[: found.start()][-1:].isdigit()
        phrase = MODIFIED.sub("", found[0][1:] if counted else found[0]).removesuffix(ASPECT)
        owner = SLOGAN.sub("", OPENED(vocabulary).sub("", phrase)).strip(" 的、")
        if SHORTEST_OWNER <= len(owner) <= LONGEST_OWNER:
            return owner + ("等" if clause.startswith("、", found.end()) else "")
    return ""


def _joined(owner: str, head: str) -> str:
    """Put owner and head together, once what both say: 跨境人民币结算 + 结算额."""
    for size in range(min(len(owner), len(head)), 1, -1):
        if owner.endswith(head[:size]):
            return owner + head[size:]
    return owner + head
