"""The documents of the index. Each says where things are; all addresses begin at its `root`."""

from collections.abc import Iterator

from baogao.content.data_dictionary import tables
from baogao.content.files.json_bytes import json_bytes
from baogao.content.reports.published_addresses import Release
from baogao.corpus import addresses as pages
from baogao.corpus.corpus import Corpus
from baogao.corpus.report_summaries import Listed
from baogao.downloads.api.addresses import OPENAPI, SCHEMA, filled, root
from baogao.downloads.api.changes import checksum
from baogao.downloads.dataset_metadata import metadata
from baogao.downloads.json_files import Document
from baogao.downloads.reference_rows import area_row
from baogao.records import Area, Indicator

Entry = tuple[str, bytes]


def index(corpus: Corpus, files: dict[str, tuple[str, ...]]) -> Entry:
    """Return the index; `files` are the files of each table, by the table's name."""
    address = filled("index")
    about: Document = {
        **metadata(corpus.site),
        "root": root(corpus.site, address),
        "schema": SCHEMA,
        "openapi": OPENAPI,
        "tables": [_table(name, paths) for name, paths in files.items()],
        "areas": [_listed_area(corpus, area) for area in corpus.areas()],
        "indicators": [_listed_indicator(item) for item in corpus.vocabulary.indicators.values()],
        "releases": [one.version for one in corpus.releases],
    }
    return address, json_bytes(about)


def _table(name: str, paths: tuple[str, ...]) -> Document:
    table = tables()[name]
    return {"table": name, "key": list(table.key), "zh": table.zh, "files": list(paths)}


def _listed_area(corpus: Corpus, area: Area) -> Document:
    row = area_row(corpus, area)
    years = [one.year for one in corpus.listed_of(area.code)]
    return {name: row[name] for name in ("area", "name", "english")} | {"years": years}


def _listed_indicator(item: Indicator) -> Document:
    return {"indicator": item.id, "zh": item.zh, "en": item.en}


def of_area(corpus: Corpus, area: Area) -> Entry:
    """Return what there is of an area."""
    address = filled("area", area=area.code)
    row = {name: value for name, value in area_row(corpus, area).items() if value not in ("", None)}
    return address, json_bytes(
        {
            "root": root(corpus.site, address),
            "area": row,
            "page": pages.area(area.code),
            "reports": [_report_address(one) for one in corpus.listed_of(area.code)],
            "targets": {
                year: pages.targets(area.code, year) for year in corpus.years_of_targets(area.code)
            },
        }
    )


def of_indicator(corpus: Corpus, item: Indicator) -> Entry:
    """Return what there is of an indicator."""
    address = filled("indicator", indicator=item.id)
    return address, json_bytes(
        {
            "root": root(corpus.site, address),
            **_listed_indicator(item),
            "unit": item.unit,
            "page": pages.indicator(item.id),
            "observations": filled("indicatorObservations", indicator=item.id),
            "observations_csv": filled("indicatorObservationsTable", indicator=item.id),
            "panel": pages.panel_of(item, corpus.vocabulary.headline) if item.headline else None,
        }
    )


def of_report(corpus: Corpus, id: str) -> Entry:
    """Return what there is of a report."""
    area, year = id.split("/")
    before, here, after = _neighbours(corpus.listed_of(area), id)
    address, names = filled("report", area=area, year=year), {"area": area, "year": year}
    return address, json_bytes(
        {
            "root": root(corpus.site, address),
            "report": id,
            "title": here.title,
            "area": filled("area", area=area),
            "page": pages.report(here),
            "sentence": f"{pages.report(here)}#{{figure}}",
            "text": filled("reportText", **names),
            "figures": filled("reportFigures", **names),
            "figures_csv": filled("reportFiguresTable", **names),
            "targets": pages.targets(area, year) if year in corpus.years_of_targets(area) else None,
            "earlier": _report_address(before) if before else None,
            "later": _report_address(after) if after else None,
            "comparison": pages.compare(here, before) if before else None,
        }
    )


def _neighbours(listed: tuple[Listed, ...], id: str) -> tuple[Listed | None, Listed, Listed | None]:
    """Return a report between those of its area before and after it."""
    (place,) = (at for at, one in enumerate(listed) if one.id == id)
    before, after = listed[:place][-1:], listed[place + 1 :][:1]
    return next(iter(before), None), listed[place], next(iter(after), None)


def _report_address(report: Listed) -> str:
    return filled("report", area=report.area, year=str(report.year))


def of_releases(corpus: Corpus) -> Iterator[Entry]:
    """Yield what there is of each release."""
    before: Release | None = None
    for release in corpus.releases:
        address = filled("release", version=release.version)
        changes = filled("changes", version=release.version)
        yield (
            address,
            json_bytes(
                {
                    "root": root(corpus.site, address),
                    "version": release.version,
                    "date": release.date,
                    "figures": len(release.rows),
                    "sha256": checksum(release.rows),
                    "previous": filled("release", version=before.version) if before else None,
                    "changes": changes if before else None,
                }
            ),
        )
        before = release
