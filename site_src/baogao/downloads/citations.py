"""How to cite: the original report and this data set, told apart, in the styles people are asked for.

GB/T 7714-2015, APA (7th edition), BibTeX. `{address}` and `{quote}` may stand for what only the browser knows.
"""

import re

from baogao.content.site_settings import Site
from baogao.records import Area, Indicator, Report

STYLES = ("gbt7714", "apa", "bibtex")
SPECIAL = re.compile(r"([&%$#_{}])")


def of_data(site: Site, address: str, part: str = "") -> dict[str, str]:
    """Return how to cite the data set, or a part of it, by style."""
    title = f"{site.tagline}：{part}" if part else site.tagline
    year = site.date[:4] or "n.d."
    return {
        "gbt7714": f"{site.title}. {title}[DS/OL]. 版本 {site.version}. ({site.date}). {address}",
        "apa": f"{site.title}. ({year}). {title} (Version {site.version}) [Data set]. {address}",
        "bibtex": _entry(
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


def of_report(report: Report, area: Area, site: Site, address: str) -> dict[str, str]:
    """Return how to cite a report and its data, by style: first the original, then what this site made of it."""
    author, data = f"{area.name}人民政府", of_data(site, address, report.title)
    original = {
        "gbt7714": f"{author}. {report.title}[R]. ({report.date or report.year}).",
        "apa": f"{author}. ({report.year}). {report.title} [Government work report].",
        "bibtex": _entry(
            "techreport",
            f"report-{report.area}-{report.year}",
            author=author,
            title=report.title,
            institution=author,
            year=str(report.year),
            note=report.date,
        ),
    }
    return {style: f"{original[style]}\n{data[style]}" for style in STYLES}


def of_indicator(indicator: Indicator, site: Site, address: str) -> dict[str, str]:
    """Return how to cite an indicator's observations, by style."""
    return of_data(site, address, indicator.zh)


def of_figure(report: Report, area: Area, site: Site) -> dict[str, str]:
    """Return how to cite a sentence of a report: its words before the references, as a remark in BibTeX."""
    said = of_report(report, area, site, "{address}")
    return {
        style: f"% {{quote}}\n{text}" if style == "bibtex" else f"“{{quote}}”\n{text}"
        for style, text in said.items()
    }


def _entry(kind: str, key: str, **fields: str) -> str:
    lines = [
        f"  {name} = {{{{{_escaped(value)}}}}},"
        if name in ("author", "title", "institution")
        else f"  {name} = {{{_escaped(value, name)}}},"
        for name, value in fields.items()
        if value
    ]
    return "\n".join([f"@{kind}{{{key},", *lines, "}"])


def _escaped(text: str, name: str = "") -> str:
    """Return a text as BibTeX takes it; addresses stay as they are."""
    return text if name == "url" else SPECIAL.sub(r"\\\1", text.replace("\\", "\\textbackslash "))
