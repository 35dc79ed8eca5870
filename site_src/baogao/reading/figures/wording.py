"""Wording: what a name of a figure is, and the compiled words that names are made with."""
import re
from functools import lru_cache
from typing import NamedTuple

from baogao.content.patterns import regex_of
from baogao.content.vocabulary import Vocabulary

LONGEST = 40
NUMBERED = r"(?:[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十])|\d{1,2}[.、] ?|\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\))(?!\d)"
LEAD_TIME = (r"(?:到|至|从|自|截至|预计|力争)?(?:\d{4}年|“?十[一二三四五六]五”?(?:时期|期间)?)(?:末|底|初)?,?(?:我们)?"
             r"|[一两二三四五]年内|在此基础上|在[^,。]{2,12}基础上|[^,。\d]{0,12}目标(?:建议)?[为是]|[^,。\d]{0,8}的是|扣除[^,。]{2,12}因素后?|按[^,。\d]{2,6}(?:口径|计算)")


class Named(NamedTuple):
    """A label and the area it is about ("" for the whole); `rule` says where the words of the label come from."""
    label: str
    area: str
    rule: str = "the subject in front"


class Words(NamedTuple):
    """What is compiled from the vocabulary for this stage; the patterns `last_…` are of what ends a label, read backwards."""
    lead: re.Pattern
    action: re.Pattern
    last_action: re.Pattern
    last_attribute: re.Pattern
    outcome: re.Pattern
    verb: re.Pattern
    inner: re.Pattern
    attributes: frozenset[str]
    free: frozenset[str]
    plain_area: re.Pattern
    places: frozenset[str]
    pairs: dict[str, tuple[str, ...]]

    def action_of(self, label: str) -> str:
        """Return the verb that a label opens with: 新增|上市公司."""
        match = self.action.match(label)
        return match[0] if match and match.end() < len(label) else ""

    def action_behind(self, label: str) -> str:
        """Return the verb that a label ends with: 老旧小区|改造."""
        match = self.last_action.match(label[::-1])
        return label[-match.end():] if match else ""

    def attribute_of(self, label: str) -> str:
        """Return what is measured, at the end of a label: 居民|人均可支配收入."""
        match = self.last_attribute.match(label[::-1])
        return label[-match.end():] if match else ""

    def is_done(self, label: str) -> bool:
        """Whether a label is something done (新增…, …改造), not something there."""
        return bool(self.action.match(label)) or bool(self.action_behind(label))


@lru_cache(maxsize=4)
def words_of(vocabulary: Vocabulary) -> Words:
    """Compile the words of subjects.yml."""
    words = vocabulary.words
    pairs = (pair.split("=") for pair in words.get("pair", ()) if "=" in pair)
    actions, no_actions = words.get("action", ()), words.get("no_action", ())
    action, outcome = f"(?:累计)?(?!{regex_of(no_actions)}){regex_of(actions)}", regex_of(words.get("outcome", ()))
    last = regex_of((word for word in actions if not word.startswith(no_actions)), reverse=True)
    manner, verb = regex_of(words.get("manner", ())), f"(?:{action}|{regex_of(words.get('lead', ()))})"
    return Words(lead=re.compile(f"(?:{NUMBERED})?(?:{regex_of(words.get('lead', ()))}(?!性)|{manner}(?={verb})|{LEAD_TIME}|[ ,])*"),
                 action=re.compile(action), last_action=re.compile(f"{last}(?:计累)?"),
                 last_attribute=re.compile(regex_of(words.get("attribute", ()), reverse=True)),
                 outcome=re.compile(f"(?<=.){outcome}"), verb=re.compile(f"{action}|{outcome}"),
                 inner=re.compile(f"(?:实现|完成)(?<=..实现|..完成)(?=[^、和与及]{{0,6}}{regex_of(words.get('attribute', ()))}$)"),
                 attributes=frozenset(words.get("attribute", ())), free=frozenset(words.get("free_attribute", ())),
                 plain_area=re.compile(regex_of(words.get("plain_area", ()))),
                 places=frozenset(words.get("place_noun", ())),
                 pairs={one: tuple(parts.split("|")) for one, parts in pairs})
