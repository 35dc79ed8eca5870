"""The words that names are made with, compiled from subjects.yml."""

import re
from functools import lru_cache
from typing import NamedTuple

from baogao.content.vocabulary.compiled_patterns import regex_of
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.reading.figures.word_patterns import from_the_end

LONGEST = 40
# 一、 or 3. or (二): the number of a paragraph; but no list of numerals, 一、二、三产业
NUMBERED = r"""
    (?: [一二三四五六七八九十]{1,3}、 (?![一二三四五六七八九十])
      | \d{1,2} [.、] \ ?
      | \( (?: \d{1,2} | [一二三四五六七八九十]{1,3} ) \)
    ) (?!\d)
"""
# When, on what ground, and under which aim: none of it is counted.
LEAD_TIME = r"""
    (?: 到|至|从|自|截至|预计|力争 )?
      (?: \d{4}年? [、和与及至到] )*              # 2024年和2025年
      (?: \d{4} (?:年|[两三四五]年) | “?十[一二三四五六]五”?(?:时期|期间)? )
      (?:末|底|初|度)? (?:前|以来)? ,? (?:我们|分别)?   # 到2020年末, 2020年度
    | [一二三四五六七八九十]{1,2}是 (?!一)          # 六是
    | [^,。、\d区港园市县]{2,10} 以来 ,?            # 试点开展以来, but no 新区设立以来
    | 使 (?! 用|馆|命|得 )
    | 拟 (?= 安排|新增|发行|建设|实施|投资|新建 )
    | 举全[国省市县区州旗]之力
    | [一两二三四五]年内                          # 三年内
    | 在此基础上 | 在[^,。]{2,12}基础上
    | [^,。\d]{0,12} 目标(?:建议)? [为是]         # 主要预期目标是
    | [^,。\d]{0,8} 的是                         # 可喜的是
    | 扣除 [^,。]{2,12} 因素(?:影响)?后?             # 扣除减税因素后
    | 按 [^,。\d]{2,6} (?:口径|计算)              # 按常住人口计算
"""


class Words(NamedTuple):
    """What is compiled from the vocabulary for the names of figures.

    The patterns `last_…` are of what ends a label: they read it from its end.
    """

    lead: re.Pattern[str]
    action: re.Pattern[str]
    last_action: re.Pattern[str]
    last_attribute: re.Pattern[str]
    outcome: re.Pattern[str]
    verb: re.Pattern[str]
    inner: re.Pattern[str]
    attributes: frozenset[str]
    free: frozenset[str]
    plain_area: re.Pattern[str]
    places: frozenset[str]
    classed: re.Pattern[str]
    flow: re.Pattern[str]
    pairs: dict[str, tuple[str, ...]]
    effect: re.Pattern[str]
    classing: frozenset[str]
    classed_nouns: tuple[str, ...]

    def without_lead(self, clause: str) -> str:
        """Return a clause without what opens it and is not counted: 2020年,力争|出口."""
        lead = self.lead.match(clause)
        return clause[lead.end() :] if lead else clause

    def without_inner_verb(self, subject: str) -> str:
        """Return a subject without a verb inside: 港口|完成|货物吞吐量."""
        if "完成" in subject or "实现" in subject:
            return self.inner.sub("", subject)
        return subject

    def action_of(self, label: str) -> str:
        """Return the verb that a label opens with: 新增|上市公司."""
        match = self.action.match(label)
        return match[0] if match and match.end() < len(label) else ""

    def action_behind(self, label: str) -> str:
        """Return the verb that a label ends with: 老旧小区|改造."""
        match = self.last_action.match(label[::-1])
        return label[-match.end() :] if match else ""

    def attribute_of(self, label: str) -> str:
        """Return what is measured, at the end of a label: 居民|人均可支配收入."""
        match = self.last_attribute.match(label[::-1])
        return label[-match.end() :] if match else ""

    def is_done(self, label: str) -> bool:
        """Say whether a label is something done (新增…, …改造), not something there."""
        return bool(self.action.match(label)) or bool(self.action_behind(label))


@lru_cache(maxsize=4)
def words_of(vocabulary: Vocabulary) -> Words:
    """Compile the words of subjects.yml."""

    def role(name: str) -> tuple[str, ...]:
        return vocabulary.words.get(name, ())

    no_actions = role("no_action")
    action = f"(?:累计)?(?!{regex_of(no_actions)}){regex_of(role('action'))}"
    outcome = regex_of(role("outcome"))
    attributes = role("attribute")
    last_actions = tuple(word for word in role("action") if not word.startswith(no_actions))
    return Words(
        lead=_lead(vocabulary, action),
        action=re.compile(action),
        last_action=from_the_end("(?:累计)? {action}", {"action": last_actions}),
        last_attribute=from_the_end("{attribute}", {"attribute": attributes}),
        outcome=re.compile(f"(?<=.)(?!(?<=全)覆盖|(?<=[自理缘])由){outcome}"),
        verb=re.compile(f"{action}|{outcome}"),
        # 港口|完成|货物吞吐量: a verb between a thing and what is measured of it
        inner=re.compile(
            r"(?:当年|年内|全年)?(?:实现|完成)(?<=..实现|..完成)(?<!、实现|、完成)"
            r"(?=[^、和与及]{0,6}" + regex_of((*attributes, "研发投入", "研发经费")) + "$)"
        ),
        attributes=frozenset(attributes),
        free=frozenset(role("free_attribute")),
        plain_area=re.compile(regex_of(role("plain_area"))),
        places=frozenset(role("place_noun")),
        # 乡村治理|示范乡镇: places of a class
        classed=re.compile(f"{regex_of(role('place_class'))}{regex_of(role('classed_place'))}$"),
        flow=re.compile(regex_of(role("flow"))),
        pairs=_pairs(role("pair")),
        effect=re.compile(regex_of(role("effect"))),
        classing=frozenset(role("classing")),
        classed_nouns=role("classed_noun"),
    )


def _lead(vocabulary: Vocabulary, action: str) -> re.Pattern[str]:
    """Compile what opens a clause and is no part of what is counted."""
    leading = regex_of(vocabulary.words.get("lead", ()))
    manner = regex_of(vocabulary.words.get("manner", ()))
    return re.compile(
        rf"""
        (?: {NUMBERED} )?
        (?: {leading} 了? (?!性)
          | {manner} (?={action}|{leading})         # 高标准|建成农田, but 高标准农田
          | {LEAD_TIME}
          | [ ,]
        )*
        """,
        re.VERBOSE,
    )


def _pairs(listed: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Return what a pair of things falls into: 城乡 is 城镇 and 农村."""
    pairs = (pair.partition("=") for pair in sorted(listed, key=len, reverse=True))
    return {pair: tuple(parts.split("|")) for pair, equal, parts in pairs if equal}
