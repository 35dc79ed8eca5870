"""Observations as SDMX-CSV 2.0, with their code lists and the structure they follow."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

from baogao.content.data_dictionary import tables
from baogao.corpus.observations import DOUBTFUL
from baogao.downloads.cells import Cells, quoted, written
from baogao.downloads.csv_files import lines_of
from baogao.records import Observation

STRUCTURE = ("datastructure", "BAOGAO:OBSERVATIONS(1.0)", "I")
# Component, its role, its code list, what it is.
COMPONENTS = (
    ("FREQ", "dimension", "CL_FREQ", "频率：都是年度。Frequency: always yearly."),
    ("REF_AREA", "dimension", "CL_AREA", "地区（GB/T 2260）。Area."),
    ("INDICATOR", "dimension", "CL_INDICATOR", "指标。Indicator."),
    ("MEASURE", "dimension", "CL_MEASURE", "量度。What is measured of it."),
    ("STATUS", "dimension", "CL_STATUS", "已报告或目标。Reported or promised."),
    ("VINTAGE", "dimension", "", "报告的年份：谁在哪一年这样说。Year of the report that says so."),
    (
        "STATEMENT",
        "dimension",
        "",
        "数字的编号和记录号：同一报告里可以有几种说法。Id of the number and its record.",
    ),
    (
        "TIME_PERIOD",
        "time dimension",
        "",
        "年份；几年的写作 2016-01-01/P5Y。Year, or first day and length.",
    ),
    ("OBS_VALUE", "measure", "", "数值；区间是下端。Value; of a range the lower end."),
    ("OBS_VALUE_HIGH", "attribute", "", "区间的上端。Upper end of a range."),
    ("BOUND", "attribute", "CL_BOUND", "界限。Bound."),
    ("UNIT_MEASURE", "attribute", "CL_UNIT", "单位。Unit."),
    (
        "OBS_STATUS",
        "attribute",
        "CL_OBS_STATUS",
        "A 正常；U 来源存疑。A: normal; U: low reliability.",
    ),
    ("COMMENT_OBS", "attribute", "", "原句。The sentence."),
    ("AGAINST", "attribute", "", "与谁相比。Whom a gap is held against."),
)
HEADER = ("STRUCTURE", "STRUCTURE_ID", "ACTION", *(name for name, *_ in COMPONENTS))
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


class Tables(Protocol):
    """The tables whose codes are listed."""

    def of(self, name: str) -> Iterator[Cells]:
        """Yield the rows of a table."""


def observation_lines(observations: Iterable[Observation]) -> bytes:
    """Return the lines of observations, which come behind `HEADER`."""
    return _lines(_row(o) for o in observations if o.period)


def write_observations(path: Path, lines: Iterable[bytes]) -> None:
    """Write the lines of observations, without a byte-order mark as the standard wants it."""
    with path.open("wb") as out:
        out.write(_lines([HEADER]))
        out.writelines(lines)


def write_codelists(path: Path, rows: Tables) -> None:
    """Write every code with its names."""
    path.write_bytes(_lines([("CODELIST", "CODE", "NAME_ZH", "NAME_EN"), *_codes(rows)]))


def write_structure(path: Path) -> None:
    """Write the components of the structure in order."""
    path.write_bytes(_lines([("COMPONENT", "ROLE", "CODELIST", "MEANING"), *COMPONENTS]))


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
    )


def _codes(rows: Tables) -> Iterator[Cells]:
    """Yield a row a code: its list, the code, its Chinese and its English name."""
    yield ("CL_FREQ", "A", "年度", "Annual")
    yield ("CL_OBS_STATUS", "A", "正常", "Normal value")
    yield ("CL_OBS_STATUS", "U", "来源存疑", "Low reliability")
    columns = {column.name: column for column in tables()["observations"].columns}
    for name in ("measure", "status", "bound"):
        for code in columns[name].values:
            yield (f"CL_{name.upper()}", code, code, code.replace("_", " "))
    for id, zh, en, *_ in rows.of("indicators"):
        yield ("CL_INDICATOR", id, zh, en)
    for unit, *_ in rows.of("units"):
        yield ("CL_UNIT", unit_code(str(unit)), unit, "")
    yield ("CL_UNIT", unit_code(""), "无单位", "Pure number")
    for area, zh, _, en, *_ in rows.of("areas"):
        yield ("CL_AREA", area, zh, en)


def _lines(rows: Iterable[Cells]) -> bytes:
    return lines_of([written(value) for value in row] for row in rows)
