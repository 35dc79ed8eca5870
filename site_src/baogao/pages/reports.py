"""The reader page: a report with its figures marked, its charts, its figure table, its source."""

from collections.abc import Iterator

from baogao.content.published_releases import earlier_anchors
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.downloads import citations
from baogao.downloads.catalogue import report_dataset
from baogao.pages import compare
from baogao.pages.arithmetic import checks, disagreements
from baogao.pages.figure_table import figure_controls, figure_rows
from baogao.pages.headlines import headlines
from baogao.pages.inspector import FIELDS
from baogao.pages.marked_text import marked_kinds, parts
from baogao.pages.neighbours import near, neighbours
from baogao.pages.page import Charts, Page
from baogao.pages.target_table import target_table
from baogao.pages.targets import group
from baogao.pages.terms import of_report
from baogao.records import Reading


def reader(corpus: Corpus, reading: Reading, charts: Charts, strings: dict) -> Page:
    """Return the page of one report."""
    report, address = reading.report, addresses.report(reading.report)
    area = corpus.area(report.area)
    marked, words = of_report(corpus, reading)
    figures = figure_controls(corpus, reading, strings)
    return Page(
        address,
        "report.html",
        {
            "styles": ("reader.css", "terms.css"),
            "written": True,
            "scripts": ("reader.js", "terms.js", "tables.js", "marked.js", "copy.js"),
            "title": f"{report.year}年{area.name}政府工作报告",
            "report": report,
            "crumbs": [
                (strings["reports"]["title"], "reports/"),
                (area.name, addresses.area(area.code)),
                (str(report.year), None),
            ],
            "description": description(corpus, reading, strings),
            "linked": report_dataset(corpus, reading, description(corpus, reading, strings)),
            "card": address + addresses.CARD,
            "summary": summary(reading, strings),
            "quality": quality(reading),
            "ways": [*ways(corpus, reading), *compare.ways(corpus, report.area, strings, report)],
            "checks": checks(corpus, reading),
            "disagreements": disagreements(corpus, reading, strings),
            "last": last_targets(corpus, reading, strings),
            "neighbours": neighbours(corpus, reading, strings),
            "charts": charts,
            "headlines": headlines(corpus, reading),
            "contents": contents(reading),
            "kinds": list(kinds(reading)),
            "parts": list(parts(reading, marked, earlier_anchors(corpus.aliases, address))),
            "words": words,
            "switches": switches(reading, strings),
            "inspected": [f for f in FIELDS if f not in ("quote", "why")],
            "figures": figures,
            "rows": figure_rows(corpus, reading, figures, strings),
            "csv": address + "figures.csv",
            "markdown": address + "report.md",
            "citations": citations.of_report(
                report, area, corpus.site, corpus.site.base_url + address
            ),
            "cite_styles": citations.STYLES,
            "embed": addresses.embedded_report(report),
            "source": corpus.source(report.source.file),
            "notes": reading.notes,
        },
    )


def description(corpus: Corpus, reading: Reading, strings: dict) -> str:
    """Return whose report it is and what is marked in it."""
    return f"{reading.report.year}年{corpus.area(reading.report.area).name}政府工作报告：{summary(reading, strings)}"


def summary(reading: Reading, strings: dict) -> str:
    """Return in one sentence how many figures there are, and of what status."""
    statuses = [m.figure.status for m in reading.mentions]
    return strings["report"]["summary"].format(
        figures=len(statuses),
        actual=statuses.count("actual"),
        target=statuses.count("target"),
        known=sum(bool(m.figure.indicator) for m in reading.mentions),
    )


def quality(reading: Reading) -> list[str]:
    """Return what is known to be wrong with the source, and what was restored or inferred."""
    report = reading.report
    restored = [f"由编者恢复：{'、'.join(report.restored)}。"] if report.restored else []
    changed = sum(note.now is not None for note in reading.notes)
    kept = len(reading.notes) - changed
    counts = [f"更正 {changed} 处，存疑保留 {kept} 处，逐条列在页末。"] if reading.notes else []
    return [*filter(None, [report.area_inferred]), *report.notes, *restored, *counts]


def ways(corpus: Corpus, reading: Reading) -> list[tuple[str, str]]:
    """Return names and addresses of the near reports: `‹ 2019`, `2020 ›`, and the parent's."""
    report = reading.report
    names = {True: "‹ {}", False: "{} ›"}
    return [
        (
            names[item.year < report.year].format(item.year)
            if item.area == report.area
            else f"{corpus.area(item.area).name} {item.year}",
            addresses.report(item),
        )
        for item in near(corpus, reading)
    ]


def last_targets(corpus: Corpus, reading: Reading, strings: dict) -> dict | None:
    """Return the targets that the same area's report of the year before set for the year under review, with their states."""
    report = reading.report
    before = f"{report.area}/{report.year - 1}"
    own = [t for t in corpus.promised_in(before) if t.next_report == report.id]
    if not own:
        return None
    year = str(report.year - 1)
    return {"group": group(corpus, report.area, year, own), **target_table(corpus, own, strings)}


def contents(reading: Reading) -> list[dict]:
    """Return the headings for the table of contents."""
    return [
        {
            "tag": f"h{block.level}",
            "anchor": block.anchor,
            "text": reading.report.text[block.start : block.end],
            "kind": kind,
        }
        for block, kind in zip(reading.blocks, kinds(reading))
        if block.level
    ]


def kinds(reading: Reading) -> Iterator[str]:
    """Yield for every block the kind of its section where a heading opens another kind, else nothing."""
    last = "opening"
    for block in reading.blocks:
        kind = reading.sections[block.section].kind if reading.sections else last
        yield kind if block.level and kind not in (last, "opening") else ""
        last = kind if block.level else last


def switches(reading: Reading, strings: dict) -> list[dict]:
    """Return the kinds of figures that a reader can show or not, with their counts: a legend too."""
    counts, t = marked_kinds(reading), strings["reader"]
    groups = {
        "statuses": strings["statuses"],
        "kinds": strings["kinds"],
        "indicators": {"known": t["known"], "unknown": t["unknown"]},
    }
    return [
        {
            "name": t[group],
            "switches": [
                {"id": id, "name": name, "count": counts[id]}
                for id, name in names.items()
                if counts[id]
            ],
        }
        for group, names in groups.items()
    ]
