"""The data set as linked data for harvesters: a DCAT catalogue, and which files it offers."""

from baogao.downloads.dataset_metadata import LICENCE
from baogao.downloads.json_files import Document

# The files that are offered, below `data/`, and their media types.
FILES = {
    "baogao.zip": "application/zip",
    "baogao.sqlite": "application/vnd.sqlite3",
    "baogao.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "figures.csv": "text/csv",
    "observations.csv": "text/csv",
    "targets.csv": "text/csv",
    "target_panel.csv": "text/csv",
    "figures.parquet": "application/vnd.apache.parquet",
    "observations.parquet": "application/vnd.apache.parquet",
    "target_panel.parquet": "application/vnd.apache.parquet",
    "target_panel.dta": "application/x-stata-dta",
    "sdmx/observations.csv": "application/vnd.sdmx.data+csv;version=2.0.0",
    "sdmx/structure.xml": "application/vnd.sdmx.structure+xml;version=2.1",
    "datapackage.json": "application/json",
}
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def catalogue(metadata: dict[str, str]) -> Document:
    """Return the catalogue with the one data set.

    Addresses are whole where the site's is known, else they set out from the catalogue's own place.
    """
    base = f"{metadata['address']}data/" if "address" in metadata else "./"
    return {
        "@context": CONTEXT,
        "@id": base,
        "@type": "dcat:Catalog",
        "dct:title": metadata["title"],
        "dcat:dataset": [_dataset(base, metadata)],
    }


def _dataset(base: str, metadata: dict[str, str]) -> Document:
    return {
        "@id": f"{base}#dataset",
        "@type": "dcat:Dataset",
        "dct:title": metadata["title"],
        "dct:description": metadata["description"],
        "dct:license": {"@id": LICENCE["path"]},
        "dct:modified": {"@value": metadata["date"], "@type": "xsd:date"},
        "dcat:version": metadata["version"],
        "dct:language": "zh-CN",
        "dct:bibliographicCitation": metadata["citation"],
        "dct:publisher": {"@type": "foaf:Organization", "foaf:name": metadata["title"]},
        "dcat:landingPage": {"@id": base},
        "dcat:distribution": [_distribution(base, name, kind) for name, kind in FILES.items()],
    }


def _distribution(base: str, name: str, kind: str) -> Document:
    return {
        "@type": "dcat:Distribution",
        "dct:title": name,
        "dcat:downloadURL": {"@id": f"{base}{name}"},
        "dcat:mediaType": kind,
        "dct:license": {"@id": LICENCE["path"]},
    }
