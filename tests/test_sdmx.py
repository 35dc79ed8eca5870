"""What reads SDMX reads the observations and their structure, and knows what every code means."""

import csv
from decimal import Decimal
from types import SimpleNamespace

import pysdmx.io
import pytest
import sdmx
from lxml import etree

from baogao.content.data_dictionary import tables
from baogao.downloads import sdmx_structure
from baogao.downloads.sdmx import COMPONENTS
from baogao.downloads.sdmx_codes import CODED, Code

OURS = {one.id for one in COMPONENTS}
NAMES = "{http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common}Name"


@pytest.fixture(scope="module")
def folder(site):
    return site / "data" / "sdmx"


@pytest.fixture(scope="module")
def stated(site):
    with (site / "data" / "observations.csv").open(encoding="utf-8-sig", newline="") as lines:
        return [row for row in csv.DictReader(lines) if row["period"]]


@pytest.fixture(scope="module")
def listed(folder):
    lists: dict[str, list[str]] = {}
    with (folder / "codelists.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            lists.setdefault(row["CODELIST"], []).append(row["CODE"])
    return lists


def test_pysdmx_reads_structure_and_data(folder, stated, listed):
    """It holds the structure against the schemas of SDMX-ML 2.1, and the data against it."""
    structure = pysdmx.io.read_sdmx(folder / "structure.xml", validate=True)
    lists = {one.id: [code.id for code in one] for one in structure.get_codelists()}
    assert lists == listed
    [concepts], [flow] = structure.get_concept_schemes(), structure.get_dataflows()
    assert {concept.id for concept in concepts} == OURS and flow.id == "OBSERVATIONS"
    [data] = pysdmx.io.get_datasets(folder / "observations.csv", folder / "structure.xml")
    assert {component.id for component in data.structure.components} == OURS
    values = [Decimal(value) for value in data.data["OBS_VALUE"].astype(str)]
    assert values == [Decimal(row["value"]) for row in stated]
    assert list(data.data["COMMENT_OBS"]) == [row["quote"] for row in stated]


def test_sdmx1_reads_structure_and_data(folder, stated):
    """In both languages, and a county below its city."""
    message = sdmx.read_sdmx(folder / "structure.xml")
    structure, lists = message.structure["OBSERVATIONS"], message.codelist
    read = sdmx.read_sdmx(folder / "observations.csv", structure=structure).data[0].obs
    assert [Decimal(one.value) for one in read] == [Decimal(row["value"]) for row in stated]
    for one, row in zip(read, stated, strict=True):
        key = [one.key[name].value for name in ("REF_AREA", "INDICATOR", "MEASURE")]
        assert key == [row["area"], row["indicator"], row["measure"]]
        assert one.attrib["UNIT_MEASURE"].value in lists["CL_UNIT"]
    growth, ningbo = lists["CL_MEASURE"]["growth"], lists["CL_AREA"]["330200"]
    assert growth.name.localizations == {"zh": "同比增长", "en": "growth"}
    assert ningbo.name.localizations == {"zh": "宁波市", "en": "Ningbo City"}
    assert (ningbo.parent.id, lists["CL_AREA"]["330212"].parent) == ("330000", ningbo)


def test_every_code_of_the_dictionary_is_called_something(folder, listed):
    columns = {column.name: column for column in tables()["observations"].columns}
    for name in CODED:
        assert tuple(listed[f"CL_{name.upper()}"]) == columns[name].values
    root = etree.parse(folder / "structure.xml").getroot()
    for code in root.iter("{*}Code"):
        assert (code.findtext(NAMES) or "").strip(), code.get("id")


def test_a_name_with_markup_stays_a_name(tmp_path, monkeypatch):
    odd = Code("CL_UNIT", 'U"1', '<b>&"', "a & b", "<")
    monkeypatch.setattr(sdmx_structure, "codes", lambda *_: [odd])
    site = SimpleNamespace(date="2026-11-22")
    sdmx_structure.write_structure_message(tmp_path / "x.xml", None, {}, site)
    [code] = etree.parse(tmp_path / "x.xml").getroot().iter("{*}Code")
    assert (code.get("id"), [name.text for name in code.iter(NAMES)]) == (odd.id, [odd.zh, odd.en])
    assert code.find("{*}Parent/Ref").get("id") == "<"
