"""How a report, or a sentence of it, is cited: by GB/T 7714, with the version of the data."""
from baogao.records import Area, Report, Site


def citation(report: Report, area: Area, site: Site, address: str) -> str:
    """Return the reference to a report as this site has it: who, what, when, which data, where."""
    given = report.date or str(report.year)
    data = f"{site.title}：{site.tagline}，{site.version}版".removesuffix("，版") + (f"，{site.date}" if site.date else "")
    return f"{area.name}人民政府. {report.title}[R/OL]. ({given}). {data}. {address}"


def quotation(quote: str, reference: str) -> str:
    """Return a sentence with the reference to where it stands."""
    return f"“{quote}”（{reference}）"
