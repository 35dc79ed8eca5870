"""How to cite the original report and this data set, told apart, in the styles people ask for.

GB/T 7714-2015, APA (7th edition), BibTeX.
"""

import re
from collections.abc import Mapping

from baogao.content.site_settings import Site
from baogao.content.vocabulary.areas import OTHER
from baogao.records import Indicator, Report

STYLES = ("gbt7714", "apa", "bibtex")
SPECIAL = re.compile(r"([&%$#_{}])")  # what means something to TeX
# What stands before a report's citation where a sentence of it is cited, in BibTeX as a remark.
QUOTED = dict.fromkeys(STYLES, "“{quote}”\n") | {"bibtex": "% {quote}\n"}
IN_CHINESE = {"part": "{whole}：{part}", "version": "版本"}  # of files, which are there once
KEPT = ("author", "title", "institution")  # of BibTeX's fields, those that styles would change


def of_data(
    site: Site, address: str, part: str = "", words: Mapping[str, str] = IN_CHINESE
) -> dict[str, str]:
    """Return how to cite the data set, or a part of it, by style; `words` are a language's.

    `address` is whole, or empty where it is not known: then none is named.
    """
    at = f" {address}" if address else ""
    title = words["part"].format(whole=site.tagline, part=part) if part else site.tagline
    version = f"{words['version']} {site.version}"
    year = site.date[:4] or "n.d."
    return {
        "gbt7714": f"{site.title}. {title}[DS/OL]. {version}. ({site.date}).{at}",
        "apa": f"{site.title}. ({year}). {title} (Version {site.version}) [Data set].{at}",
        "bibtex": _bibtex(
            "misc",
            f"baogao-{site.version}",
            author=site.title,
            title=title,
            year=year,
            version=site.version,
            howpublished="Data set",
            url=address,
        ),
    }


def of_report(
    report: Report, site: Site, address: str, words: Mapping[str, str] = IN_CHINESE
) -> dict[str, str]:
    """Return how to cite a report and its data, by style.

    The original comes first, then what this site made of it.
    """
    data = of_data(site, address, report.title, words)
    original = _of_original(report, _author(report))
    return {style: f"{original[style]}\n{data[style]}" for style in STYLES}


def _author(report: Report) -> str:
    """Return whose report it is; what a zone's government is called only its report says."""
    if report.area_level == "country":
        return "国务院"
    return report.area_name if report.area_level == OTHER else f"{report.area_name}人民政府"


def _of_original(report: Report, author: str) -> dict[str, str]:
    return {
        "gbt7714": f"{author}. {report.title}[R]. ({report.date or report.year}).",
        "apa": f"{author}. ({report.year}). {report.title} [Government work report].",
        "bibtex": _bibtex(
            "techreport",
            f"report-{report.area}-{report.year}",
            author=author,
            title=report.title,
            institution=author,
            year=str(report.year),
            note=report.date,
        ),
    }


def of_indicator(
    indicator: Indicator, site: Site, address: str, words: Mapping[str, str] = IN_CHINESE
) -> dict[str, str]:
    """Return how to cite an indicator's observations, by style."""
    return of_data(site, address, indicator.name, words)


def _bibtex(kind: str, key: str, **fields: str) -> str:
    lines = [f"  {name} = {_braced(name, value)}," for name, value in fields.items() if value]
    return "\n".join([f"@{kind}{{{key},", *lines, "}"])


def _braced(name: str, value: str) -> str:
    """Return a field's value in braces; two pairs keep a name's or title's letters as they are."""
    if name == "url":
        return f"{{{value}}}"
    escaped = SPECIAL.sub(r"\\\1", value.replace("\\", "\\textbackslash "))
    return f"{{{{{escaped}}}}}" if name in KEPT else f"{{{escaped}}}"
