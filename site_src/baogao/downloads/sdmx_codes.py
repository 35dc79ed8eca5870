"""The codes of SDMX observations: list by list, each with its names and the code above it."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, Protocol

from baogao.content.data_dictionary import tables
from baogao.downloads.cells import Cells
from baogao.downloads.csv_files import lines_of
from baogao.downloads.sdmx import unit_code

CODED = ("measure", "status", "bound", "tone")  # columns of observations
HEADER = ("CODELIST", "CODE", "NAME_ZH", "NAME_EN")
Names = Mapping[str, Mapping[str, str]]  # of a column's values: what each is called


class Tables(Protocol):
    """The tables whose codes are listed."""

    def of(self, name: str) -> Iterator[Cells]:
        """Yield the rows of a table."""


class Code(NamedTuple):
    """A code: its list, itself, its names, and the code above it."""

    list: str
    id: str
    zh: str
    en: str = ""
    parent: str = ""


def write_codelists(path: Path, rows: Tables, names: Names) -> None:
    """Write every code with its names, which `names` say of those of observations."""
    listed = ((one.list, one.id, one.zh, one.en) for one in codes(rows, names))
    path.write_bytes(lines_of([HEADER, *listed]))


def codes(rows: Tables, names: Names) -> Iterator[Code]:
    """Yield every code, list by list."""
    yield Code("CL_FREQ", "A", "年度", "Annual")
    yield Code("CL_OBS_STATUS", "A", "正常", "Normal value")
    yield Code("CL_OBS_STATUS", "U", "来源存疑", "Low reliability")
    columns = {column.name: column for column in tables()["observations"].columns}
    for name in CODED:
        for code in columns[name].values:
            yield Code(f"CL_{name.upper()}", code, names[name][code], code.replace("_", " "))
    for id, zh, en, *_ in rows.of("indicators"):
        yield Code("CL_INDICATOR", str(id), str(zh), str(en or ""))
    for unit, *_ in rows.of("units"):
        yield Code("CL_UNIT", unit_code(str(unit)), str(unit))
    yield Code("CL_UNIT", unit_code(""), "无单位", "Pure number")
    for area, zh, _, en, _, parent, *_ in rows.of("areas"):
        yield Code("CL_AREA", str(area), str(zh), str(en or ""), str(parent or ""))
