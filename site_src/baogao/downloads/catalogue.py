"""The data set as linked data: a DCAT catalogue for harvesters, and schema.org for search engines, in the pages."""

from baogao.corpus.corpus import Corpus
from baogao.downloads.about import LICENCE, about
from baogao.records import Indicator, Reading

FILES = {
    "baogao.zip": "application/zip",
    "baogao.sqlite": "application/vnd.sqlite3",
    "baogao.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "figures.csv": "text/csv",
    "observations.csv": "text/csv",
    "targets.csv": "text/csv",
    "figures.parquet": "application/vnd.apache.parquet",
    "observations.parquet": "application/vnd.apache.parquet",
    "sdmx/observations.csv": "application/vnd.sdmx.data+csv;version=2.0.0",
    "datapackage.json": "application/json",
}
CHINA = {"@type": "Place", "name": "中国"}


def catalogue(said: dict[str, str]) -> dict:
    """Return the DCAT catalogue with the one data set; addresses are whole where the site's is known."""
    base = said.get("address", "")
    dataset = {
        "@id": f"{base}data/#dataset",
        "@type": "dcat:Dataset",
        "dct:title": said["title"],
        "dct:description": said["description"],
        "dct:license": {"@id": LICENCE["path"]},
        "dct:modified": {"@value": said["date"], "@type": "xsd:date"},
        "dcat:version": said["version"],
        "dct:language": "zh-CN",
        "dct:bibliographicCitation": said["citation"],
        "dct:publisher": {"@type": "foaf:Organization", "foaf:name": said["title"]},
        "dcat:landingPage": {"@id": f"{base}data/"},
        "dcat:distribution": [_distribution(base, name, kind) for name, kind in FILES.items()],
    }
    return {
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": f"{base}data/",
        "@type": "dcat:Catalog",
        "dct:title": said["title"],
        "dcat:dataset": [dataset],
    }


def _distribution(base: str, name: str, kind: str) -> dict:
    return {
        "@type": "dcat:Distribution",
        "dct:title": name,
        "dcat:downloadURL": {"@id": f"{base}data/{name}"},
        "dcat:mediaType": kind,
        "dct:license": {"@id": LICENCE["path"]},
    }


def corpus_dataset(corpus: Corpus) -> dict:
    """Return the whole corpus as a schema.org Dataset."""
    years = sorted(
        {
            year
            for reading in corpus.readings
            for year in (*reading.report.reviews, *reading.report.plans)
        }
    )
    return _dataset(
        corpus,
        "data/",
        corpus.site.description,
        corpus.site.tagline,
        {f"data/{name}": kind for name, kind in FILES.items()},
    ) | {
        "temporalCoverage": f"{years[0]}/{years[-1]}" if years else "",
        "spatialCoverage": [_place(corpus, area.code) for area in corpus.areas()] or CHINA,
        "variableMeasured": [
            indicator.zh
            for indicator in corpus.vocabulary.indicators.values()
            if indicator.headline
        ],
    }


def report_dataset(corpus: Corpus, reading: Reading, description: str) -> dict:
    """Return a report's figures as a schema.org Dataset, based on the report itself."""
    report, address = reading.report, f"reports/{reading.report.id}/"
    original = {"@type": "Report", "name": report.title, "inLanguage": "zh-CN"} | (
        {"datePublished": report.date} if report.date else {}
    )
    if report.speaker:
        original["author"] = {"@type": "Person", "name": report.speaker}
    return _dataset(
        corpus,
        address,
        description,
        report.title,
        {address + "figures.csv": "text/csv", address + "figures.json": "application/json"},
    ) | {
        "temporalCoverage": f"{min(report.reviews)}/{max(report.plans)}",
        "spatialCoverage": _place(corpus, report.area),
        "isBasedOn": original,
        "isPartOf": {
            "@type": "Dataset",
            "name": about(corpus.site)["title"],
            "url": f"{corpus.site.base_url}data/",
        },
    }


def indicator_dataset(corpus: Corpus, item: Indicator, description: str) -> dict:
    """Return an indicator's observations as a schema.org Dataset."""
    address = f"indicators/{item.id}"
    return _dataset(
        corpus,
        address + "/",
        description,
        item.zh,
        {address + ".csv": "text/csv", address + ".json": "application/json"},
    ) | {
        "alternateName": item.en,
        "variableMeasured": {"@type": "PropertyValue", "name": item.zh, "unitText": item.unit},
        "isPartOf": {
            "@type": "Dataset",
            "name": about(corpus.site)["title"],
            "url": f"{corpus.site.base_url}data/",
        },
    }


def _dataset(
    corpus: Corpus, address: str, description: str, name: str, files: dict[str, str]
) -> dict:
    said, base = about(corpus.site), corpus.site.base_url
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": name,
        "description": description,
        "url": base + address,
        "license": said["licence_address"],
        "version": said["version"],
        "dateModified": said["date"],
        "inLanguage": "zh-CN",
        "creator": {"@type": "Organization", "name": corpus.site.title},
        "isAccessibleForFree": True,
        "citation": said["citation"],
        "distribution": [
            {"@type": "DataDownload", "contentUrl": base + path, "encodingFormat": kind}
            for path, kind in files.items()
        ],
    }


def _place(corpus: Corpus, code: str) -> dict:
    return {"@type": "Place", "name": corpus.area(code).name, "identifier": code}
