"""Ranks: what is placed in an order (总量|跃居全国第12位, 增幅|居全省第2位)."""

import re

from baogao.reading.figures.candidate import Candidate, Named, Sentence
from baogao.reading.figures.subjects.subject_words import LONGEST
from baogao.reading.figures.subjects.subjects_without_openers import distinct, earlier_subject
from baogao.reading.figures.word_patterns import worded

# 连续五年, 稳定: for how long something has had its place
LASTING = re.compile(
    r"""
    (?: 持续|继续|稳定|始终
      | 连续[\d一二两三四五六七八九十]+(?:个月|个季度|年)
    ) $
    """,
    re.VERBOSE,
)
ALL_OF_THEM = re.compile(r"(?:均|都|双双|分别|稳)$")
# 经济总量|跻身…, 增速|居全省…, 出口|位列宁波市第…
PLACED = worded(
    r"""
    ( 跻身 | 上榜 | 进位至 | 入围
      | ^ (?: 位?居 (?!民) | 位?列 | 排名? | 保持 )
      | {placed} (?= 全|省|市|国|世|浙|同|第|前 | [\u4e00-\u9fff]{2,4} (?:\(市\))? 第? $ )
    ) .* $
    """
)
# 出口额|突破千亿元、增速|居全省第2位: a first place that has no number
REACHED_FIRST = re.compile(
    r"(?<=..)(?:突破|超过?|达到?|跨越|迈上|站上)[一二两三四五六七八九十百千万亿]+[^,、\d]{0,4}、.*$"
)
RANKING = re.compile(r"百强|竞争力|实力|榜|指数|排名|潜力")
ADVERB_FIRST = re.compile(r"^(?:分别|均|继续|稳|仍|连续\w年)")
# 在经济大省中增速|第1, 全国|第3: among whom, and nothing that is ranked
AMONG = re.compile(
    r"""
    (?: 在 .{2,10}? (?:中|地区|部|大省) )?
    (?: 增速|增幅|总量|规模 )? [为是]?
    (?: 在?全[国省市] | [中西]部 | 东北 | 东部 )?
    """,
    re.VERBOSE,
)
# 总量|位居全省第4 after a growth: its amount is ranked, not its speed
AMOUNTS = ("总量", "总产量", "规模", "数量", "总数")
SPEEDS = ("增速", "增幅")


def names_of_ranks(sentence: Sentence, leader: Candidate, subject: str, count: int) -> list[Named]:
    """Return names for `count` places in an order."""
    first = _name(sentence, leader, subject)
    before = distinct(sentence.named)
    one_by_one = count > 1 and "分别" in leader.own and len(before) >= count
    if one_by_one and first.label == before[-1].label:  # 分别保持全球第1和第3位
        return [one._replace(rule="ranked one by one") for one in before[-count:]]
    return [first] * count


def is_no_name(subject: str, sentence: Sentence) -> bool:
    """Say whether a rank's subject only says what of a thing is ranked: 增速, 总量."""
    return subject in sentence.source.vocabulary.words.get("unnamed", ())


def _name(sentence: Sentence, leader: Candidate, subject: str) -> Named:
    """Return what is ranked: the own subject, or what was named last; after a growth its speed."""
    subject = _ranked(sentence, leader, subject)
    faster = any(speed in leader.own for speed in SPEEDS)
    if subject:
        speed = "增速" if faster and not subject.endswith(SPEEDS) else ""
        return Named(subject[-LONGEST:] + speed, sentence.area)
    growth = "增速" if faster or _follows_a_growth(sentence, leader) else ""
    if sentence.previous:
        last = sentence.previous[-1]
        label = last.label.removesuffix(growth) + growth
        return last._replace(label=label, rule="ranked: what the figure before was about")
    label = earlier_subject(sentence, leader) + growth
    return Named(label, sentence.area, rule="ranked: the subject of an earlier clause")


def _ranked(sentence: Sentence, leader: Candidate, subject: str) -> str:
    """Return what a clause itself says is ranked, or ""."""
    subject = REACHED_FIRST.sub("", ADVERB_FIRST.sub("", subject))
    placed = PLACED(sentence.source.vocabulary).search(subject)
    scope = placed[0][len(placed[1]) :] if placed else ""
    subject = LASTING.sub("", subject[: placed.start()] if placed else subject)
    subject = ALL_OF_THEM.sub("", subject)
    if not subject and RANKING.search(scope):
        subject = scope
    if sentence.frame and 2 <= len(subject) <= 6:  # 全省高质量发展评价中,发展水平列第2位
        subject = sentence.frame + subject
    if _goes_on(sentence, leader) and len(subject) <= 4:  # 居全省第16、绍兴第1位
        subject = ""
    return "" if is_no_name(subject, sentence) or AMONG.fullmatch(subject) else subject


def _goes_on(sentence: Sentence, leader: Candidate) -> bool:
    """Say whether a rank follows another in a list: 居全省第16、|绍兴第1位."""
    after_rank = sentence.last is not None and sentence.last.quantity.unit == "位"
    return leader.join == "list" and after_rank and not leader.predicate


def _follows_a_growth(sentence: Sentence, leader: Candidate) -> bool:
    """Say whether a rank is of the change before it: 增长8%,|居全省第2位."""
    last = sentence.last
    if last is None or last.kind.kind != "change" or last.quantity.unit == "位":
        return False
    return not leader.own.startswith(AMOUNTS)
