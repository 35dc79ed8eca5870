"""The structure of the observations as SDMX-ML 2.1: what reads SDMX needs no word of ours.

It holds the code lists, the concepts, the data structure definition, and the dataflow.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from baogao.content.site_settings import Site
from baogao.downloads.sdmx import (
    AGENCY,
    ATTRIBUTE,
    COMPONENTS,
    DIMENSION,
    ID,
    MEASURE,
    TIME,
    VERSION,
    Component,
)
from baogao.downloads.sdmx_codes import Code, Names, Tables, codes

SCHEMAS = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1"
CONCEPTS = "CS_BAOGAO"
ABOUT = ("政府工作报告里的观测", "Observations from government work reports")
OF_US = f"agencyID={quoteattr(AGENCY)} version={quoteattr(VERSION)}"
IS_NEEDED = ("UNIT_MEASURE", "BOUND", "OBS_STATUS", "COMMENT_OBS")  # every observation has them


def write_structure_message(path: Path, rows: Tables, names: Names, site: Site) -> None:
    """Write the structure message; `names` say what the codes of observations are called."""
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(f"{line}\n" for line in _message(codes(rows, names), site.date))


def _message(every: Iterable[Code], day: str) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    spaces = (("mes", "message"), ("str", "structure"), ("com", "common"))
    declared = " ".join(f'xmlns:{short}="{SCHEMAS}/{name}"' for short, name in spaces)
    yield f"<mes:Structure {declared}>"
    yield f"<mes:Header><mes:ID>{AGENCY}_{ID}</mes:ID><mes:Test>false</mes:Test>"
    yield f"<mes:Prepared>{day}T00:00:00</mes:Prepared><mes:Sender id={quoteattr(AGENCY)}/>"
    yield "</mes:Header>"
    yield "<mes:Structures>"
    yield from _within("Dataflows", _dataflow())
    yield from _within("Codelists", _code_lists(every))
    yield from _within("Concepts", _concepts())
    yield from _within("DataStructures", _data_structure())
    yield "</mes:Structures>"
    yield "</mes:Structure>"


def _within(name: str, lines: Iterable[str], attributes: str = "") -> Iterator[str]:
    yield f"<str:{name}{attributes and ' '}{attributes}>"
    yield from lines
    yield f"</str:{name}>"


def _named(zh: str, en: str) -> str:
    """Return names in the languages that have one."""
    said = (("zh", zh), ("en", en))
    return "".join(
        f'<com:Name xml:lang="{language}">{escape(text)}</com:Name>'
        for language, text in said
        if text
    )


def _ours(id: str) -> str:
    return f"id={quoteattr(id)} {OF_US}"


def _dataflow() -> Iterator[str]:
    refers = f'{_ours(ID)} package="datastructure" class="DataStructure"'
    lines = [_named(*ABOUT), f"<str:Structure><Ref {refers}/></str:Structure>"]
    yield from _within("Dataflow", lines, _ours(ID))


def _code_lists(every: Iterable[Code]) -> Iterator[str]:
    """Yield the code lists, each with the name of what it is a list for."""
    named = {one.codes: (one.named("zh"), one.named("en")) for one in COMPONENTS}
    for name, listed in groupby(every, lambda code: code.list):
        lines = (_named(*named[name]), *map(_code, listed))
        yield from _within("Codelist", lines, _ours(name))


def _code(code: Code) -> str:
    above = f"<str:Parent><Ref id={quoteattr(code.parent)}/></str:Parent>" if code.parent else ""
    return f"<str:Code id={quoteattr(code.id)}>{_named(code.zh, code.en)}{above}</str:Code>"


def _concepts() -> Iterator[str]:
    lines = [_named("观测的各部分", "Parts of an observation")]
    for one in COMPONENTS:
        names = _named(one.named("zh"), one.named("en"))
        said = "".join(
            f'<com:Description xml:lang="{language}">{escape(text)}</com:Description>'
            for language, text in (("zh", one.zh), ("en", one.en))
        )
        lines.append(f"<str:Concept id={quoteattr(one.id)}>{names}{said}</str:Concept>")
    yield from _within("ConceptScheme", lines, _ours(CONCEPTS))


def _data_structure() -> Iterator[str]:
    lists = [
        *_within("DimensionList", _dimensions(), 'id="DimensionDescriptor"'),
        *_within("AttributeList", _attributes(), 'id="AttributeDescriptor"'),
        *_within("MeasureList", _measure(), 'id="MeasureDescriptor"'),
    ]
    lines = [_named(*ABOUT), *_within("DataStructureComponents", lists)]
    yield from _within("DataStructure", lines, _ours(ID))


def _dimensions() -> Iterator[str]:
    dimensions = [one for one in COMPONENTS if one.role in (DIMENSION, TIME)]
    for position, one in enumerate(dimensions, 1):
        name = "TimeDimension" if one.role == TIME else "Dimension"
        attributes = f'id={quoteattr(one.id)} position="{position}"'
        yield from _within(name, _values(one), attributes)


def _attributes() -> Iterator[str]:
    of = "<str:AttributeRelationship><str:PrimaryMeasure>"
    of += '<Ref id="OBS_VALUE"/></str:PrimaryMeasure></str:AttributeRelationship>'
    for one in COMPONENTS:
        if one.role == ATTRIBUTE:
            status = "Mandatory" if one.id in IS_NEEDED else "Conditional"
            attributes = f'id={quoteattr(one.id)} assignmentStatus="{status}"'
            yield from _within("Attribute", (*_values(one), of), attributes)


def _measure() -> Iterator[str]:
    for one in COMPONENTS:
        if one.role == MEASURE:
            yield from _within("PrimaryMeasure", _values(one), f"id={quoteattr(one.id)}")


def _values(one: Component) -> Iterator[str]:
    """Yield what a component is, and which values it has."""
    scheme = f'maintainableParentID="{CONCEPTS}" maintainableParentVersion="{VERSION}"'
    refers = f'id={quoteattr(one.id)} {scheme} agencyID="{AGENCY}"'
    concept = f'<Ref {refers} package="conceptscheme" class="Concept"/>'
    yield f"<str:ConceptIdentity>{concept}</str:ConceptIdentity>"
    if one.codes:
        refers = f'<Ref {_ours(one.codes)} package="codelist" class="Codelist"/>'
        values = f"<str:Enumeration>{refers}</str:Enumeration>"
    else:
        values = f'<str:TextFormat textType="{one.type}"/>'
    yield f"<str:LocalRepresentation>{values}</str:LocalRepresentation>"
