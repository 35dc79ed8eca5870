"""Pages to bytes: the one home of jinja2. Every address in a page is relative, so any base path works."""

import hashlib
import json
import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import BytecodeCache, Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape

from baogao.content import yaml_with_lines
from baogao.content.generator_files import SITE_SRC, Files
from baogao.content.site_settings import Site
from baogao.corpus.addresses import CARD, relative
from baogao.pages.page import Page

EXAMPLES = ("table.py", "query.py", "search.sql", "table.R")
REMARK = re.compile(r"/\*.*?\*/\s*", re.DOTALL)  # of a style sheet
# GitHub Pages sends no headers of ours, so the policy stands in every page; nothing leaves the site.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'"
)
# The search is a program in WebAssembly; no other page may run one.
WASM_POLICY = POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")


def absolute(base_url: str) -> Callable[[str], str]:
    """Return the function for pages served from any depth, as 404 is: addresses from the base path."""
    base = urlsplit(base_url).path or "/"
    return lambda address: base + address


class Renderer:
    """Pages from templates and words, of the files that a build has taken: they go with it to other processes."""

    def __init__(
        self,
        site: Site,
        assets: Files,
        livereload: int = 0,
        feed: bool = False,
        compiled: BytecodeCache | None = None,
    ):
        self.site, self.assets, self.livereload, self.feed, self.compiled = (
            site,
            assets,
            livereload,
            feed,
            compiled,
        )
        self.shared = bool(site.base_url) and not livereload  # a card's address must be whole
        self.sheets: dict[tuple[str, ...], str] = {}
        self.strings = yaml_with_lines.unlined(yaml_with_lines.load(assets.text("strings/zh.yml")))
        self.environment = Environment(
            loader=FunctionLoader(self._template),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=compiled,
        )

    def __reduce__(self):
        return Renderer, (
            self.site,
            self.assets,
            self.livereload,
            self.feed,
            self.compiled,
        )  # what is compiled stays behind

    def _template(self, name: str) -> tuple[str, str, None] | None:
        """Return a template's text, and where a message says that it is."""
        file = f"templates/{name}"
        known = file in self.assets.held
        return (self.assets.text(file), str(SITE_SRC / file), None) if known else None

    def html(self, page: Page) -> bytes:
        """Render a page."""
        url = absolute(self.site.base_url) if page.address == "404.html" else relative(page.address)
        base = self.site.base_url
        context = {
            "page_class": page.template.removesuffix(".html"),
            "crumbs": (),
            "description": "",
            "title": "",
            "scripts": (),
            "styles": (),
            "charts": (),
            "card": CARD,
            "linked": None,
            "written": False,
            "canonical": base + page.address if base and page.address != "404.html" else "",
            **page.context,
        }
        styles = ("site.css", *context["styles"], *(["charts.css"] if context["charts"] else []))
        written = self.written(styles) if context.pop("written") else ""
        return (
            self.environment.get_template(page.template)
            .render(
                **context,
                site=self.site,
                t=self.strings,
                url=url,
                path=page.address,
                policy=policy(page.context.get("wasm", False), written),
                written=written,
                livereload=self.livereload,
                shared=self.shared,
                feed=self.feed,
                styles_in_one=styles,
                sheet=self.sheet,
                embedded=embedded,
                embed_code=self.embed_code,
            )
            .encode()
        )

    def sheet(self, names: Sequence[str]) -> str:
        """Return the address of the one style sheet that holds these: a page waits for no more than one."""
        return "static/" + self.sheets.setdefault(tuple(names), sheet_name(names))

    def written(self, names: Sequence[str]) -> Markup:
        """Return these style sheets as they stand in a page itself.

        A long page whose sheet is still on its way is read to its end meanwhile, and then laid out all at once.
        """
        whole = b"".join(self.assets.held[f"static/{name}"] for name in names)
        return Markup(REMARK.sub("", whole.decode()))

    def embed_code(self, address: str, title: str, height: int) -> str:
        """Return the lines that put a page of this site into a frame of another."""
        return (
            f'<iframe src="{escape(self.site.base_url + address)}" title="{escape(title)}" '
            f'width="100%" height="{height}" loading="lazy"></iframe>'
        )


def policy(wasm: bool = False, written: str = "") -> str:
    """Return a page's policy; of the styles that stand in it, it allows these and no others."""
    own = (
        f" 'sha256-{b64encode(hashlib.sha256(written.encode()).digest()).decode()}'"
        if written
        else ""
    )
    return (WASM_POLICY if wasm else POLICY).replace("style-src 'self'", "style-src 'self'" + own)


def sheet_name(names: Sequence[str]) -> str:
    """Return the name of the style sheet that holds these."""
    return "-".join(Path(name).stem for name in names) + ".css"


def embedded(data: dict) -> Markup:
    """Return data as JSON that can stand in a page's script element, whatever words are in it."""
    return Markup(
        json.dumps(data, ensure_ascii=False)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
    )


def examples(assets: Files) -> dict[str, str]:
    """Return the examples of how to use the data, by file name, the ones in Python first."""
    return {name: assets.text(f"examples/{name}") for name in EXAMPLES}


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
        return assets.held[f"static/{name}"] + made.get(name, "").encode()

    whole = [(name, data) for name, data in assets.below("static") if not name.endswith(".css")]
    return whole + [
        (f"static/{sheet_name(names)}", b"".join(map(style, names)))
        for names in sorted(set(sheets))
    ]


def for_machines(files: Iterable[str], site: Site) -> list[tuple[str, bytes]]:
    """Return robots.txt and, where the site's address is known (the standard wants it whole), sitemap.xml."""
    robots = "User-agent: *\nAllow: /\n"
    pages = sorted(
        file.removesuffix("index.html")
        for file in files
        if file.endswith("index.html") and not file.startswith("embed/")
    )
    places = "".join(f"<url><loc>{site.base_url}{address}</loc></url>\n" for address in pages)
    sitemap = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"{places}</urlset>\n"
    )
    if site.base_url:
        robots += f"Sitemap: {site.base_url}sitemap.xml\n"
    return [("robots.txt", robots.encode()), ("sitemap.xml", sitemap.encode())]
