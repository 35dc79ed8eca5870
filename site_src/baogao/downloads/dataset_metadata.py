"""What every download says of itself: title, version, date, licence, how to cite it."""

from baogao.content.site_settings import Site
from baogao.downloads.citation_texts import of_data

LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}


def metadata(site: Site) -> dict[str, str]:
    """Return it by name; the date is the content's, never the clock's."""
    address = {"address": site.base_url} if site.base_url else {}
    return {
        "title": f"{site.title}：{site.tagline}",
        "description": site.description,
        "version": site.version,
        "date": site.date,
        "licence": LICENCE["name"],
        "licence_address": LICENCE["path"],
        "citation": of_data(site, site.base_url)["gbt7714"],
        **address,
    }
