"""Observations as SDMX-CSV 2.0, with their code lists and the structure they follow."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from baogao.corpus.observations import DOUBTFUL
from baogao.downloads.cells import Cells, list_cell, quoted, written
from baogao.downloads.csv_files import lines_of
from baogao.records import Observation

AGENCY, ID, VERSION = "BAOGAO", "OBSERVATIONS", "1.0"
STRUCTURE = ("datastructure", f"{AGENCY}:{ID}({VERSION})", "I")
DIMENSION, TIME, MEASURE, ATTRIBUTE = "dimension", "time dimension", "measure", "attribute"
YEAR, PERIOD, NUMBER, TEXT = "GregorianYear", "ObservationalTimePeriod", "Decimal", "String"


class Component(NamedTuple):
    """A part of the structure: its code list, or the type of its values; what it is."""

    id: str
    role: str
    codes: str
    type: str
    zh: str
    en: str

    def named(self, language: str) -> str:
        """Return its name, which stands before what more is said of it."""
        return re.split("[：；:;]", self.zh if language == "zh" else self.en)[0]


COMPONENTS = tuple(
    Component(*said)
    for said in (
        ("FREQ", DIMENSION, "CL_FREQ", "", "频率：都是年度", "Frequency: always yearly"),
        ("REF_AREA", DIMENSION, "CL_AREA", "", "地区（GB/T 2260）", "Area"),
        ("INDICATOR", DIMENSION, "CL_INDICATOR", "", "指标", "Indicator"),
        ("MEASURE", DIMENSION, "CL_MEASURE", "", "量度", "What is measured of it"),
        ("STATUS", DIMENSION, "CL_STATUS", "", "已报告或目标", "Reported or promised"),
        (
            "VINTAGE",
            DIMENSION,
            "",
            YEAR,
            "报告的年份：谁在哪一年这样说",
            "Year of the report that says so",
        ),
        (
            "STATEMENT",
            DIMENSION,
            "",
            TEXT,
            "数字的编号和记录号：同一报告里可以有几种说法",
            "Id of the number and its record",
        ),
        (
            "TIME_PERIOD",
            TIME,
            "",
            PERIOD,
            "年份；几年的写作 2016-01-01/P5Y",
            "Year, or first day and length",
        ),
        ("OBS_VALUE", MEASURE, "", NUMBER, "数值；区间是下端", "Value; of a range the lower end"),
        ("OBS_VALUE_HIGH", ATTRIBUTE, "", NUMBER, "区间的上端", "Upper end of a range"),
        ("BOUND", ATTRIBUTE, "CL_BOUND", "", "界限", "Bound"),
        ("UNIT_MEASURE", ATTRIBUTE, "CL_UNIT", "", "单位", "Unit"),
        (
            "OBS_STATUS",
            ATTRIBUTE,
            "CL_OBS_STATUS",
            "",
            "观测状态：A 正常；U 来源存疑",
            "Observation status: A normal, U low reliability",
        ),
        ("COMMENT_OBS", ATTRIBUTE, "", TEXT, "原句", "The sentence"),
        ("AGAINST", ATTRIBUTE, "", TEXT, "与谁相比", "Whom a gap is held against"),
        ("BOUND_WORDS", ATTRIBUTE, "", TEXT, "写明界限的词", "Words of the bound, as printed"),
        ("TONE_WORDS", ATTRIBUTE, "", TEXT, "表示语气的词", "Words of the tone, as printed"),
        (
            "TONE",
            ATTRIBUTE,
            "CL_TONE",
            "",
            "语气：目标说得有多坚定",
            "Tone: how firm it is",
        ),
        ("QUALIFIERS", ATTRIBUTE, "", TEXT, "限定", "Qualifiers: what narrows what is measured"),
    )
)
HEADER = ("STRUCTURE", "STRUCTURE_ID", "ACTION", *(one.id for one in COMPONENTS))
STANDARD_UNITS = {
    "": "PURE_NUMB",
    "元": "CNY",
    "美元": "USD",
    "欧元": "EUR",
    "港元": "HKD",
    "日元": "JPY",
    "%": "PT",
    "百分点": "PC_PT",
}


def observation_lines(observations: Iterable[Observation]) -> bytes:
    """Return the lines of observations, which come behind `HEADER`."""
    return _lines(_row(o) for o in observations if o.period)


def write_observations(path: Path, lines: Iterable[bytes]) -> None:
    """Write the lines of observations, without a byte-order mark as the standard wants it."""
    with path.open("wb") as out:
        out.write(_lines([HEADER]))
        out.writelines(lines)


def write_structure(path: Path) -> None:
    """Write the components of the structure in order."""
    rows = ((one.id, one.role, one.codes, f"{one.zh}。{one.en}.") for one in COMPONENTS)
    path.write_bytes(_lines([("COMPONENT", "ROLE", "CODELIST", "MEANING"), *rows]))


def unit_code(unit: str) -> str:
    """Return a unit's code: a standard's, or U and its characters in hexadecimal: `U4EA9`."""
    return STANDARD_UNITS.get(unit) or "U" + "_".join(f"{ord(sign):X}" for sign in unit)


def period(years: str) -> str:
    """Return a year as it is, and `2016-2020` as its first day and its length."""
    first, _, last = years.partition("-")
    return f"{first}-01-01/P{int(last) - int(first) + 1}Y" if last else first


def _row(o: Observation) -> Cells:
    return (
        *STRUCTURE,
        "A",
        o.area,
        o.indicator,
        o.measure,
        o.status,
        o.year,
        f"{o.anchor}-{o.nth}",
        period(o.period),
        o.value,
        o.value_high,
        o.bound,
        unit_code(o.unit),
        "U" if DOUBTFUL in o.quality else "A",
        quoted(o.quote),
        o.against,
        o.bound_words,
        o.tone_words,
        o.tone,
        list_cell(o.qualifiers),
    )


def _lines(rows: Iterable[Cells]) -> bytes:
    return lines_of([written(value) for value in row] for row in rows)
