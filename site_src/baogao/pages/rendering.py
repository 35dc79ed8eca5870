"""Pages to bytes, by jinja2. Every address in a page is relative, so any base path works."""

import hashlib
import json
import re
from base64 import b64encode
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape

from baogao.content import interface_words, languages
from baogao.content.files.own_files_read_once import Files
from baogao.content.files.own_places import SITE_SRC
from baogao.content.languages import CHINESE
from baogao.content.site_settings import Site
from baogao.corpus.addresses import CARD, relative
from baogao.pages.chinese_marked import chinese_marked
from baogao.pages.other_language import absolute, beside
from baogao.pages.page import Page
from baogao.pages.words_in_templates import with_words

EXAMPLES = ("table.py", "query.py", "search.sql", "table.R")
OF_PANEL = ("tone_by_level.py", "targets_by_level.py", "repeated_targets.py")  # more of them
STYLE_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
# GitHub Pages sends no headers of ours, so the policy stands in every page.
# Nothing leaves the site.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'"
)

MISSING = "404.html"
JSON = {"ensure_ascii": False, "separators": (",", ":")}  # how templates write data: no larger
SPOKEN = ("reader.css", "tables.css")  # style sheets with words: each language has its own
# What a page says where it says nothing else.
DEFAULTS: dict[str, Any] = {
    "crumbs": (),
    "description": "",
    "title": "",
    "scripts": (),
    "styles": (),
    "charts": (),
    "card": CARD,
    "linked": None,
    "written": False,  # whether the styles stand in the page itself
}
ESCAPED_IN_SCRIPTS = {ord(c): f"\\u{ord(c):04x}" for c in "<>&"}


class Renderer:
    """Renders pages from templates and words, which are the files that a build has taken.

    They go with it to other processes.
    """

    def __init__(
        self,
        site: Site,
        assets: Files,
        livereload: int = 0,
        feed: bool = False,
        compiled: BytecodeCache | None = None,
        empty: bool = False,
        language: str = CHINESE,
    ):
        self.given = site, assets, livereload, feed, compiled, empty
        self.language = language
        self.site = site.in_language(language)
        self.assets = assets
        self.livereload = livereload
        self.feed = feed
        self.compiled = compiled
        self.empty = empty  # no report is there: every page says so
        self.shared = bool(site.base_url) and not livereload  # a card's address must be whole
        self.sheets: dict[tuple[str, ...], str] = {}
        self.around: dict[tuple[str, int], dict[str, Markup]] = {}
        self.strings = interface_words.words(assets, language)
        self.others: dict[str, Renderer] = {language: self}
        self.environment = Environment(
            loader=FunctionLoader(self._template),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=compiled,
        )
        self.environment.policies["json.dumps_kwargs"] = JSON
        self.environment.globals.update(self._told())

    def _told(self) -> dict[str, Any]:
        """Return what every template is told."""
        return {
            "site": self.site,
            "t": self.strings,
            "chinese": self.language == CHINESE,
            "livereload": self.livereload,
            "shared": self.shared,
            "feed": self.feed,
            "empty": self.empty,
            "sheet": self.sheet,
            "embedded": embedded,
            "embed_code": self.embed_code,
        }

    def __reduce__(self) -> tuple:
        """Go to another process as what it was made of: compiled templates stay behind."""
        return Renderer, (*self.given, self.language)

    def in_language(self, language: str) -> "Renderer":
        """Return what renders in a language; all of them note the same style sheets."""
        if language not in self.others:
            other = Renderer(*self.given, language)
            other.sheets, other.others = self.sheets, self.others
            self.others[language] = other
        return self.others[language]

    def _template(self, name: str) -> tuple[str, str, None]:
        """Return a template's text, and where a message says that it is: for each language."""
        file = f"templates/{name}"
        where = f"{SITE_SRC / file} {languages.folder(self.language)}".rstrip()
        return with_words(self.assets.text(file), self.strings), where, None

    def html(self, page: Page) -> bytes:
        """Render a page."""
        context = DEFAULTS | {"canonical": self._canonical(page.address)} | page.context
        if self.language != CHINESE:  # programs are told of the data once
            context["linked"] = None
        charts = ("charts.css",) if context["charts"] else ()
        styles = ("site.css", *context["styles"], *charts)
        inline = self.inline_styles(styles) if context["written"] else ""
        context |= {
            "page_class": page.template.removesuffix(".html"),
            "path": page.address,
            "url": self._url(page.address),
            "policy": policy(inline),
            "written": inline,
            "styles_in_one": styles,
            **self._around(page.address),
            **beside(page.address, self.language, self.site.base_url, page.address == MISSING),
        }
        html = self.environment.get_template(page.template).render(context)
        is_marked = self.language != CHINESE and page.template.endswith(".html")
        return (chinese_marked(html) if is_marked else html).encode()

    def _around(self, address: str) -> dict[str, Markup]:
        """Return the navigation and the footer.

        They are the same for all pages that lie as deep in the same part of the site.
        """
        place = address.partition("/")[0], address.count("/")
        if place not in self.around:
            made = vars(self.environment.get_template("around.html").module)
            url = self._url(address)
            self.around[place] = {
                "navigation": made["navigation"](url, address),
                "footer": made["footer"](url),
            }
        return self.around[place]

    def _canonical(self, address: str) -> str:
        """Return a page's whole address, where it has one: 404 stands for many."""
        base = self.site.base_url
        return base + self.placed(address) if base and address != MISSING else ""

    def _url(self, address: str) -> Callable[[str], str]:
        """Return the function by which a page's template makes addresses."""
        if address == MISSING:
            return absolute(self.site.base_url)
        way = relative(self.placed(address))
        return way if self.language == CHINESE else lambda other: way(self.placed(other))

    def placed(self, address: str) -> str:
        """Return where a page stands in this language; what is no page stands for all of them."""
        return languages.placed(address, self.language)

    def sheet(self, names: Sequence[str]) -> str:
        """Return the address of the one style sheet that holds these.

        A page waits for no more than one.
        """
        spoken = (self.spoken(name) for name in names if name in SPOKEN)
        whole = tuple(dict.fromkeys((*names, *spoken)))
        return "static/" + self.sheets.setdefault(whole, sheet_name(whole))

    def spoken(self, sheet: str) -> str:
        """Return the style sheet in which this language's words for another one stand."""
        return sheet if self.language == CHINESE else sheet.replace(".", f"-{self.language}.")

    def inline_styles(self, names: Sequence[str]) -> Markup:
        """Return these style sheets as they stand in a page itself.

        A long page whose sheet is still on its way is read to its end meanwhile, and then laid out
        all at once.
        """
        whole = b"".join(self.assets.held[f"static/{name}"] for name in names)
        return Markup(STYLE_COMMENT.sub("", whole.decode()))

    def embed_code(self, address: str, title: str, height: int, way: str = "") -> str:
        """Return the lines that put a page of this site into a frame of another.

        Where the site's address is not known there stands the way to the page, `way`, which a
        script makes whole.
        """
        base = self.site.base_url
        source = base + self.placed(address) if base else way
        return (
            f'<iframe src="{escape(source)}" title="{escape(title)}" '
            f'width="100%" height="{height}" loading="lazy"></iframe>'
        )


def policy(inline: str = "") -> str:
    """Return a page's policy; of the styles that stand in it, it allows these and no others."""
    if not inline:
        return POLICY
    digest = b64encode(hashlib.sha256(inline.encode()).digest()).decode()
    return POLICY.replace("style-src 'self'", f"style-src 'self' 'sha256-{digest}'")


def sheet_name(names: Sequence[str]) -> str:
    """Return the name of the style sheet that holds these."""
    return "-".join(Path(name).stem for name in names) + ".css"


def embedded(data: dict) -> Markup:
    """Return data as JSON that can stand in a page's script element, whatever words are in it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(ESCAPED_IN_SCRIPTS))


def examples(assets: Files) -> dict[str, str]:
    """Return the examples of how to use the data, by file name, the ones in Python first."""
    return {name: assets.text(f"examples/{name}") for name in (*EXAMPLES, *OF_PANEL)}


def api_examples(assets: Files) -> dict[str, dict[str, str]]:
    """Return the tasks of the page for programs: the code of each, by the name of its language."""
    tasks: dict[str, dict[str, str]] = {}
    for path, code in assets.below("examples/api"):
        task, _, kind = path.removeprefix("examples/api/").partition(".")
        tasks.setdefault(task, {})[kind] = code.decode()
    return tasks
