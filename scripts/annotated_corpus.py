"""The reports of a content folder as other site generators get them.

Markdown in which every figure is marked already.

The figures are those that baogao itself reads: each is a `<data>` element in the text and a row of
an HTML table below it (raw HTML, which is quicker for the others than a Markdown table). They find,
draw and export nothing.
"""

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from html import escape
from pathlib import Path

from baogao.content import content_folder
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.reading.report_reading import as_rules_read
from baogao.records import Mention, Reading, Report
from peers import Annotated

HEADS = ("数字", "指标", "数值", "单位", "年份", "原文")
QUOTED = 80  # characters of the sentence in front of a figure: 128 kB of Markdown a report


def annotated(folder: Path) -> Iterator[Annotated]:
    """Yield the reports of a content folder, read by as many processes as there are processors."""
    found = content_folder.read(folder)
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        yield from pool.map(
            partial(_annotated, vocabulary=found.vocabulary), found.reports, chunksize=10
        )


def _annotated(report: Report, vocabulary: Vocabulary) -> Annotated:
    read = as_rules_read(report, vocabulary)
    return Annotated(
        report.id.replace("/", "-"),
        report.title,
        report.area_name,
        report.year,
        report.date or f"{report.year}-01-15",
        f"{_marked(read)}\n\n## 数据表\n\n{_table(read)}\n",
        len({mention.figure.start for mention in read.mentions}),
    )


def _marked(read: Reading) -> str:
    """Return the body with every figure in a `<data>` element; records of one number share one."""
    text, at, parts = read.report.text, read.report.body, []
    for mention in read.mentions:
        figure = mention.figure
        if figure.start >= at:
            parts += [
                text[at : figure.start],
                _open(mention),
                text[figure.start : figure.end],
                "</data>",
            ]
            at = figure.end
    return "".join([*parts, text[at:]]).strip()


def _open(mention: Mention) -> str:
    figure = mention.figure
    about = f"{figure.label} {figure.period}年 {figure.value}{figure.unit}"
    fields = {
        "class": "fig",
        "id": mention.anchor,
        "value": figure.value,
        "data-unit": figure.unit,
        "data-indicator": _indicator(mention),
        "data-year": figure.period,
        "title": about,
    }
    return "".join(
        ["<data", *(f' {name}="{escape(str(value))}"' for name, value in fields.items()), ">"]
    )


def _indicator(mention: Mention) -> str:
    return mention.figure.indicator or mention.figure.label


def _quote(read: Reading, mention: Mention) -> str:
    return read.report.text[
        max(mention.sentence_start, mention.figure.start - QUOTED) : mention.figure.end
    ]


def _table(read: Reading) -> str:
    head = "".join(f"<th>{head}</th>" for head in HEADS)
    body = "\n".join(_row(read, mention) for mention in read.mentions)
    return (
        f'<table class="figures">\n<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{body}\n</tbody>\n</table>"
    )


def _row(read: Reading, mention: Mention) -> str:
    figure = mention.figure
    link = f'<a href="#{mention.anchor}">{escape(figure.text)}</a>'
    texts = (
        _indicator(mention),
        str(figure.value),
        figure.unit,
        figure.period,
        _quote(read, mention),
    )
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in (link, *map(escape, texts)))}</tr>"
