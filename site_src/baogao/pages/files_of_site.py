"""Which files pages are served from, and those that belong to no page: styles, scripts, the map."""

from collections.abc import Iterable, Mapping

from baogao.content.files.own_files_read_once import Files
from baogao.content.site_settings import Site
from baogao.pages.rendering import sheet_name

ROBOTS = "User-agent: *\nAllow: /\n"
SITEMAP = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    "{places}</urlset>\n"
)


def file_of(address: str) -> str:
    """Return the file below `build/` that an address is served from."""
    return address + "index.html" if address.endswith("/") or not address else address


def static_files(
    sheets: Iterable[tuple[str, ...]], made: Mapping[str, str], assets: Files
) -> list[tuple[str, bytes]]:
    """Return the site's scripts and pictures, and its styles as the pages ask for them together.

    `made` goes behind what a style sheet has.
    """

    def style(name: str) -> bytes:
        return assets.held.get(f"static/{name}", b"") + made.get(name, "").encode()

    others = [(name, data) for name, data in assets.below("static") if not name.endswith(".css")]
    styles = [
        (f"static/{sheet_name(names)}", b"".join(map(style, names)))
        for names in sorted(set(sheets))
    ]
    return others + styles


def for_machines(files: Iterable[str], site: Site) -> list[tuple[str, bytes]]:
    """Return robots.txt and sitemap.xml.

    Without an address of the site no program is told of the map, as the standard wants addresses
    whole.
    """
    pages = sorted(
        file.removesuffix("index.html")
        for file in files
        if file.endswith("index.html") and not file.startswith("embed/")
    )
    places = "".join(f"<url><loc>{site.base_url}{address}</loc></url>\n" for address in pages)
    robots = f"{ROBOTS}Sitemap: {site.base_url}sitemap.xml\n" if site.base_url else ROBOTS
    return [
        ("robots.txt", robots.encode()),
        ("sitemap.xml", SITEMAP.format(places=places).encode()),
    ]
