"""The page of a report: its figures marked, its charts, its figure table, its source."""

from collections.abc import Iterable, Iterator
from functools import partial

from markupsafe import Markup

from baogao.content.languages import is_chinese, phrases
from baogao.content.reports.published_addresses import earlier_anchors
from baogao.content.vocabulary.outcome_and_check_rules import JUDGED
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.downloads import citation_texts
from baogao.downloads.schema_org import report_dataset
from baogao.pages import mistakes, transliterated
from baogao.pages.citations import citations
from baogao.pages.comparison import compare, compare_any
from baogao.pages.counts_in_words import summary
from baogao.pages.fast_html import attribute, fill_html, join_html
from baogao.pages.page import Charts, Page
from baogao.pages.reports.attention_tables import of_report
from baogao.pages.reports.figure_table import figure_controls, first_rows
from baogao.pages.reports.folded_appendices import folded
from baogao.pages.reports.headline_tiles import headlines
from baogao.pages.reports.marked_text import ShownBlock, figure_kinds, shown_blocks
from baogao.pages.reports.marks import growing, switches
from baogao.pages.reports.neighbour_values import near_areas, near_links, neighbours
from baogao.pages.reports.number_check_block import checks, disagreements
from baogao.pages.reports.review_findings import share_checked
from baogao.pages.tables.controls import STEP
from baogao.pages.targets.target_table import target_table
from baogao.pages.targets.targets import outcome_counts
from baogao.pages.terms import ADDRESS as TERMS
from baogao.pages.terms import terms_of_report
from baogao.records import Reading

PARAGRAPH = "<p id={0} data-width={1}>{2}<a href=#{0}{3}></a>\n"
HEADING = "<{0} id={1}>{2}{3}</{0}>\n"
KIND = ' <span class="kind {}">{}</span>'


def page(corpus: Corpus, reading: Reading, charts: Charts, strings: dict) -> Page:
    """Return the page of one report."""
    context = {
        "styles": ("reader.css", "terms.css"),
        "scripts": ("reader.js", "terms.js", "tables.js", "marked.js", "copy.js"),
        "report": reading.report,
        "card": addresses.report(reading.report) + addresses.CARD,
        "charts": charts,
        "embed": addresses.embedded_report(reading.report),
        **_head(corpus, reading, strings),
        **_text(corpus, reading, strings),
        **_table(corpus, reading, strings),
        **_beside(corpus, reading, strings),
        **_source(corpus, reading, strings),
        "attention": of_report(corpus, reading.report.id),
    }
    return Page(addresses.report(reading.report), "report.html", context)


def _head(corpus: Corpus, reading: Reading, strings: dict) -> dict:
    """Return what stands above the text."""
    report = reading.report
    area = corpus.area(report.area, report.year)
    said = description(corpus, reading, strings)
    return {
        "title": _title(corpus, reading, strings),
        "here": strings["reader"]["here"].format(area=area.name, year=report.year),
        "crumbs": [
            (strings["reports"]["title"], addresses.REPORTS),
            (area.name, addresses.area(area.code)),
            (str(report.year), None),
        ],
        "description": said,
        "transliterated": transliterated.note([area], strings),
        "linked": report_dataset(corpus, reading, said),
        "summary": summary(corpus, reading, strings),
        "reviewed": share_checked(reading, strings),
        "quality": quality(reading, strings),
        "ways": [
            *near_links(corpus, reading),
            *compare.comparison_links(corpus, report.area, strings, report),
            (strings["compare_any"]["report"], compare_any.of_report(report)),
        ],
        "headlines": headlines(corpus, report, strings),
    }


def _text(corpus: Corpus, reading: Reading, strings: dict) -> dict:
    """Return the text, its contents, and what can be marked in it.

    A page in another language takes text and terms from the Chinese one.
    """
    around = {"contents": contents(reading), "switches": switches(figure_kinds(reading), strings)}
    if not is_chinese(strings):
        return around | {"text": "", "words": "", "near_areas": near_areas(corpus, reading)}
    marked, words = terms_of_report(corpus, reading)
    moved = earlier_anchors(corpus.aliases, addresses.report(reading.report), reading.rejected)
    way = addresses.relative(addresses.report(reading.report))(TERMS) + "#"
    grown = growing(reading, corpus.wordlists)
    blocks = tuple(shown_blocks(reading, strings["report"]["note"], marked, moved, way, grown))
    return around | {
        "text": join_html(folded(blocks, _lines(blocks, kinds(reading), strings))),
        "words": join_html(words, "\n"),
        "words_count": len(words),
    }


def _table(corpus: Corpus, reading: Reading, strings: dict) -> dict:
    """Return the beginning of the figure table, and its files."""
    address = addresses.report(reading.report)
    return {
        "figures": figure_controls(reading, strings),
        "rows": first_rows(corpus, reading, strings),
        "csv": address + "figures.csv",
        "markdown": address + "report.md",
    }


def _beside(corpus: Corpus, reading: Reading, strings: dict) -> dict:
    """Return what other numbers, of this report and of others, say of its figures."""
    return {
        "checks": checks(corpus, reading, strings),
        "disagreements": disagreements(corpus, reading, strings),
        "last": last_targets(corpus, reading, strings),
        "neighbours": neighbours(corpus, reading, strings),
    }


def _source(corpus: Corpus, reading: Reading, strings: dict) -> dict:
    """Return where the report comes from, how it is cited, and where mistakes are told."""
    report, site = reading.report, corpus.site
    cited = partial(citation_texts.of_report, report, site, words=strings["cite"])
    return {
        **citations(site, addresses.report(report), cited),
        "cite_styles": citation_texts.STYLES,
        "source": corpus.source(report.source.file),
        "mistake": mistakes.told(site, addresses.report(report), report.title, strings),
        "notes": reading.notes,
    }


# --- the head -------------------------------------------------------------------------------------


def _title(corpus: Corpus, reading: Reading, strings: dict) -> str:
    report = reading.report
    area = corpus.area(report.area, report.year)
    return strings["report"]["title"].format(year=report.year, area=area.name)


def description(corpus: Corpus, reading: Reading, strings: dict) -> str:
    """Return whose report it is and what is marked in it."""
    title = _title(corpus, reading, strings)
    if reading.report.doubtful:
        title = strings["doubt"]["remark"].format(text=title)
    return strings["report"]["description"].format(
        title=title, summary=summary(corpus, reading, strings)
    )


def quality(reading: Reading, strings: dict) -> list[str]:
    """Return what is known to be wrong with the source, and what was restored or inferred."""
    report, words = reading.report, strings["report"]
    said = [report.area_inferred] if report.area_inferred else []
    said += report.notes
    if report.restored:
        listed = phrases(report.restored, strings)
        said.append(words["restored_by_editor"].format(parts=listed))
    if reading.notes:
        changed = sum(note.now is not None for note in reading.notes)
        kept = len(reading.notes) - changed
        said.append(words["changes"].format(changed=changed, kept=kept))
    return said


def last_targets(corpus: Corpus, reading: Reading, strings: dict) -> dict | None:
    """Return the targets that the report before set for the year under review, with states."""
    report = reading.report
    year = report.year - 1
    own = [t for t in corpus.promised_in(f"{report.area}/{year}") if t.next_report == report.id]
    if not own:
        return None
    counts = outcome_counts(corpus, report.area, str(year), own, strings)
    own.sort(key=lambda target: target.state not in JUDGED)
    table = target_table(corpus, own, strings, addresses.report(report), shown=STEP)
    return {"group": counts, **table}


# --- the text -------------------------------------------------------------------------------------


def _lines(blocks: Iterable[ShownBlock], kinds: Iterable[str], strings: dict) -> Iterator[Markup]:
    """Yield headings and paragraphs; a paragraph ends with the link that is its address."""
    for number, (block, kind) in enumerate(zip(blocks, kinds, strict=True), 1):
        if block.tag == "p":
            here = attribute("aria-label", strings["reader"]["paragraph"].format(number))
            yield fill_html(PARAGRAPH, block.anchor, block.width, block.html, here)
        else:
            named = fill_html(KIND, kind, strings["sections"][kind]) if kind else ""
            yield fill_html(HEADING, block.tag, block.anchor, block.html, named)


def contents(reading: Reading) -> list[dict]:
    """Return the headings for the table of contents."""
    return [
        {
            "tag": f"h{block.level}",
            "anchor": block.anchor,
            "text": reading.report.text[block.start : block.end],
            "kind": kind,
        }
        for block, kind in zip(reading.blocks, kinds(reading), strict=True)
        if block.level
    ]


def kinds(reading: Reading) -> Iterator[str]:
    """Yield for every block the kind of its section if it is a heading that opens another kind."""
    last = "opening"
    for block in reading.blocks:
        kind = reading.sections[block.section].kind if reading.sections else last
        yield kind if block.level and kind not in (last, "opening") else ""
        last = kind if block.level else last
