"""Numbers as a Chinese reader says them, and the words that stand in charts."""

from decimal import Decimal

from baogao.content.numerals import plain_decimal
from baogao.records import Observation

MAGNITUDES = (("万亿", Decimal(10) ** 12), ("亿", Decimal(10) ** 8), ("万", Decimal(10) ** 4))
WITHOUT_MAGNITUDE = frozenset({"%", "‰", "百分点", "位", "倍", ":1", "岁", "年", "天"})
BOUNDS = {"ge": "以上", "le": "以内", "approx": "左右"}
STATES = {"actual": "已达到", "target": "目标"}
DATA = ("名称", "年份", "状态", "写法", "数值", "上限", "界限", "单位", "原句", "地址")
AS_PRINTED, BY_VALUE, BY_YEAR = "原来的顺序", "{}从高到低", "年份从近到远"


def number(value: Decimal) -> str:
    """Write a number with a true minus."""
    return plain_decimal(value).replace("-", "−")


def amount(value: Decimal, unit: str) -> str:
    """Write an amount with its unit, in 万亿, 亿 or 万 where that is no longer than two decimals."""
    if unit == "位":
        return f"第{number(value)}位"
    if unit in ("%", ":1"):
        return number(value) + unit
    if unit in WITHOUT_MAGNITUDE:
        return number(value) + ("个" if unit == "百分点" else "") + unit
    for name, size in MAGNITUDES:
        scaled = value / size
        # 60134元 stays as it is, 10745.5亿元 does not become 1.07455万亿元
        if abs(scaled) >= 1 and scaled == round(scaled, 2):
            return number(scaled) + name + unit
    return number(value) + unit


def quantity(seen: Observation) -> str:
    """Write an observation's value with its bound: `8%以上`, `6%～6.5%`, `2000亿元以上`, `−5%`."""
    if seen.value_high is not None:
        return f"{amount(seen.value, seen.unit)}～{amount(seen.value_high, seen.unit)}"
    bound = BOUNDS.get(seen.bound, "")
    # "下降10%以上" is at most −10: a bound works on the size of what is said.
    if bound and seen.value < 0:
        return f"降{amount(-seen.value, seen.unit)}{bound}"
    return amount(seen.value, seen.unit) + bound


def sentence(name: str, seen: Observation) -> str:
    """Say what a link leads to: `地区生产总值：2019年目标6.8%左右，看原句`."""
    return f"{name}：{seen.period}年{STATES[seen.status]}{quantity(seen)}，看原句"
