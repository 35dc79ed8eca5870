"""Topics: what a bare head belongs to, where that stands in an earlier clause (推动服务业创新融合发展,增加值增长8.7%).

Heads and what may own them are words (`subjects.yml`): 里程 belongs to a line or a road, 增加值 to a trade. An
owner that does not fit is none, so that a clause about something else lends nothing.
"""
import re
from functools import lru_cache
from typing import NamedTuple

from baogao.content.patterns import regex_of
from baogao.content.vocabulary import Vocabulary

# A noun phrase has no digits and no comma in it, unless within quotation marks: “1+N”工业互联网平台.
PHRASE = r"(?:“[^”\n]{1,20}”|[^\d,。;:、!?\n“”]){0,30}"
MODIFIED = re.compile(r"^.*(?:[的向]|[^、](?:和|以及)(?=“))")  # 建成区范围内的|城中村, 汽摩配产业向|新能源产业
OPENED = re.compile(r"^(?:(?:深入|扎实|全面|加快|大力|积极|精准|有序|持续|统筹|率先|着力|全力|强势|进一步|高质量|高标准|分类|年度|市内)"
                    r"|(?:推进|推动|实施|开展|做好|抓好|打好|建设|建强|做大|做强|扶持|深化|发展|打造|加强|强化|支持|重组|整合|入围|提升|改造|新建|新增|帮扶|帮助|促进|建成|投用|创建"
                    r"|完善|优化|办好|设立|推出|推行|扩建|续建|加大|扩大|鼓励|引导|规范|启动|完成|力争|确保|全国|全市|所有)(?!性))+")
SLOGAN = re.compile(r"^“[^”]{1,20}”(?=[^”]{4,})")
CLAUSES = re.compile(r"[,;:。!?\n]")
SHORTEST, LONGEST = 2, 24


class Head(NamedTuple):
    """Bare heads that share their owners: what each label of them looks like, and the phrase that owns it."""
    label: re.Pattern
    owner: re.Pattern
    thing: bool


@lru_cache(maxsize=4)
def _heads(vocabulary: Vocabulary) -> dict[str, list[Head]]:
    """Compile the heads, by the last two characters of the labels that they fit."""
    words = vocabulary.words
    qualifier = f"{regex_of(words.get('qualifier', ()))}{{0,4}}"
    action = regex_of(words.get("action", ()))
    found: dict[str, list[Head]] = {}
    for role, first in (("measure_of", qualifier), ("thing_of", f"(?P<first>(?:{action}|累计){{0,4}}){qualifier}")):
        for entry in words.get(role, ()):
            heads, _, owners = entry.partition("=")
            made = Head(re.compile(f"{first}(?:{heads})(?:建设)?"), re.compile(f"{PHRASE}(?:{owners})"), role == "thing_of")
            for tail in {head.removesuffix("建设")[-2:] for head in heads.split("|")}:
                found.setdefault(tail, []).append(made)
    return found


def owned(label: str, before: str, vocabulary: Vocabulary) -> str:
    """Return a bare label with what it belongs to, found in the text before its clause; "" where nothing lends itself."""
    for head in _heads(vocabulary).get(label.removesuffix("建设")[-2:], ()) if before else ():
        if fits := head.label.fullmatch(label):
            if owner := _owner(head, before):
                first = fits["first"] if head.thing else ""
                return first + joined(owner, label[len(first):])
    return ""


def _owner(head: Head, before: str) -> str:
    for clause in reversed(CLAUSES.split(before)):
        if found := head.owner.search(clause):
            counted = clause[:found.start()][-1:].isdigit()  # 推进4条高铁建设: the measure word is no part of it
            phrase = MODIFIED.sub("", found[0][1:] if counted else found[0])
            owner = SLOGAN.sub("", OPENED.sub("", phrase)).strip(" 的、")
            if SHORTEST <= len(owner) <= LONGEST:
                return owner + ("等" if clause[found.end():found.end() + 1] == "、" else "")
    return ""


def joined(owner: str, head: str) -> str:
    """Put owner and head together, once what both say: 跨境人民币结算 + 结算额."""
    for size in range(min(len(owner), len(head)), 1, -1):
        if owner.endswith(head[:size]):
            return owner + head[size:]
    return owner + head
