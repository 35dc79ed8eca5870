"""Ranks: what is placed in an order (总量跃居全国第12位, 增幅居全省第2位)."""
import re

from baogao.reading.figures.clauses import Slot
from baogao.reading.figures.wording import LONGEST, Named

LASTING = re.compile(r"(?:持续|继续|稳定|始终|连续[\d一二两三四五六七八九十]+(?:个月|个季度|年))$")
PLACED = re.compile(r"(跻身|上榜|进位至|入围|^(?:位?居|位?列|排名?|保持)|(?:位?居|位?列|列入|排名?|名列|跃居|保持|领跑|首次进入|进入)(?=全|省|市|国|世|浙|同|第|前|[\u4e00-\u9fff]{2,4}(?:\(市\))?第?$)).*$")
RANKING = re.compile(r"百强|竞争力|实力|榜|指数|排名|潜力")
ADVERB_FIRST = re.compile(r"^(?:分别|均|继续|稳|仍|连续\w年)")
AMONG = re.compile(r"(?:在.{2,10}?(?:中|地区|部|大省))?(?:增速|增幅|总量|规模)?(?:[为是])?(?:在?全[国省市]|[中西]部|东北|东部)?")  # 在经济大省中增速|第1
# What a rank is said of, and no name by itself
UNNAMED = frozenset(("增速", "增幅", "总量", "规模", "数量", "总产量", "位次", "排名", "增长", "增长、增幅", "增长、增速"))


def ranked(sentence, slot: Slot, subject: str, count: int) -> list[Named]:
    """Return names for `count` places in an order; `sentence` knows what was named before."""
    first = _rank(sentence, slot, subject)
    distinct = list({(one.label, one.area): one for one in sentence.named}.values())
    if count > 1 and "分别" in slot.own and len(distinct) >= count and first.label == distinct[-1].label:
        return [one._replace(rule="ranked one by one") for one in distinct[-count:]]  # 分别保持全球第1和第3位
    return [first] * count


def _rank(sentence, slot: Slot, subject: str) -> Named:
    """Ranks are of what was named last; after a growth, of its speed."""
    subject = ADVERB_FIRST.sub("", subject)
    placed = PLACED.search(subject)
    scope = placed[0][len(placed[1]):] if placed else ""
    subject = LASTING.sub("", subject[:placed.start()] if placed else subject)
    if not subject and RANKING.search(scope):
        subject = scope
    if sentence.frame and 2 <= len(subject) <= 6:  # 全省高质量发展评价中,发展水平列第2位
        subject = sentence.frame + subject
    if slot.join == "list" and sentence.unit == "位" and not slot.predicate and len(subject) <= 4:
        subject = ""  # 居全省第16、绍兴第1位
    subject = "" if subject in UNNAMED or AMONG.fullmatch(subject) else subject
    last = sentence.previous[-1] if sentence.previous else None
    faster = "增幅" in slot.own or "增速" in slot.own
    changed = sentence.kind and sentence.kind.kind == "change" and sentence.unit != "位" and not slot.own.startswith(("总量", "总产量", "规模", "数量", "总数"))
    growth = "增速" if faster or changed else ""
    if subject:
        return Named(subject[-LONGEST:] + ("增速" if faster and not subject.endswith(("增速", "增幅")) else ""), sentence.area)
    if last:
        return last._replace(label=last.label.removesuffix(growth) + growth, rule="ranked: what the figure before was about")
    return Named(sentence.earlier(slot) + growth, sentence.area, rule="ranked: the subject of an earlier clause")
