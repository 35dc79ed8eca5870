"""The data set, each report's figures and each indicator as schema.org tells search engines."""

from baogao.content.site_settings import Site
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.downloads.dataset_metadata import metadata
from baogao.downloads.dcat_catalogue import FILES
from baogao.downloads.json_files import Document
from baogao.records import Area, Indicator, Reading, Report

CHINA = {"@type": "Place", "name": "中国"}


def corpus_dataset(corpus: Corpus) -> Document:
    """Return the whole corpus as a schema.org Dataset."""
    reports = [reading.report for reading in corpus.readings]
    years = [year for report in reports for year in (*report.reviews, *report.plans)]
    indicators = corpus.vocabulary.indicators.values()
    files = {f"data/{name}": kind for name, kind in FILES.items()}
    site = corpus.site
    return _dataset(corpus, "data/", site.description, site.tagline, files) | {
        "temporalCoverage": f"{min(years)}/{max(years)}" if years else "",
        "spatialCoverage": [_place(area) for area in corpus.areas()] or CHINA,
        "variableMeasured": [indicator.zh for indicator in indicators if indicator.headline],
    }


def report_dataset(corpus: Corpus, reading: Reading, description: str) -> Document:
    """Return a report's figures as a schema.org Dataset, based on the report itself."""
    report = reading.report
    address = addresses.report(report)
    files = {f"{address}figures.csv": "text/csv", f"{address}figures.json": "application/json"}
    return _dataset(corpus, address, description, report.title, files) | {
        "temporalCoverage": f"{min(report.reviews)}/{max(report.plans)}",
        "spatialCoverage": _place(corpus.area(report.area, report.year)),
        "isBasedOn": _original(report),
        "isPartOf": _whole(corpus),
    }


def indicator_dataset(corpus: Corpus, item: Indicator, description: str) -> Document:
    """Return an indicator's observations as a schema.org Dataset."""
    address = f"indicators/{item.id}"
    files = {f"{address}.csv": "text/csv", f"{address}.json": "application/json"}
    return _dataset(corpus, f"{address}/", description, item.zh, files) | {
        "alternateName": item.en,
        "variableMeasured": {"@type": "PropertyValue", "name": item.zh, "unitText": item.unit},
        "isPartOf": _whole(corpus),
    }


def _dataset(
    corpus: Corpus, address: str, description: str, name: str, files: dict[str, str]
) -> Document:
    said, site = metadata(corpus.site), corpus.site
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": name,
        "description": description,
        "license": said["licence_address"],
        "version": said["version"],
        "dateModified": said["date"],
        "inLanguage": "zh-CN",
        "creator": {"@type": "Organization", "name": corpus.site.title},
        "isAccessibleForFree": True,
        "citation": said["citation"],
        **_whole_addresses(site, address, files),
    }


def _whole_addresses(site: Site, page: str, files: dict[str, str]) -> Document:
    """Return where a page and its files are: nothing, where the site's own address is not known."""
    if not site.base_url:
        return {}
    address: Document = {"url": site.address(page)}
    downloads = [_download(site.address(path), kind) for path, kind in files.items()]
    return address | ({"distribution": downloads} if downloads else {})


def _download(address: str, kind: str) -> Document:
    return {"@type": "DataDownload", "contentUrl": address, "encodingFormat": kind}


def _original(report: Report) -> Document:
    """Return the report that the figures were read from; date and speaker where they are known."""
    original: Document = {"@type": "Report", "name": report.title, "inLanguage": "zh-CN"}
    if report.date:
        original["datePublished"] = report.date
    if report.speaker:
        original["author"] = {"@type": "Person", "name": report.speaker}
    return original


def _whole(corpus: Corpus) -> Document:
    """Return the data set that a part belongs to."""
    whole: Document = {"@type": "Dataset", "name": metadata(corpus.site)["title"]}
    return whole | _whole_addresses(corpus.site, "data/", {})


def _place(area: Area) -> Document:
    return {"@type": "Place", "name": area.name, "identifier": area.code}
