"""The table of a report's figures: every row leads to its sentence."""

from collections.abc import Callable, Iterator

from markupsafe import Markup

from baogao.content.numerals import quantity
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.pages.controls import NONE, Column, Controls, attributes, controls, marked, measured
from baogao.pages.fast_html import filled, joined
from baogao.pages.marked_text import rows
from baogao.records import Mention, Reading

Url = Callable[[str], str]


def columns(strings: dict) -> tuple[Column, ...]:
    """Return the columns of the figure table."""
    words = strings["tables"]
    return tuple(
        Column(
            key,
            name,
            csv=words["quantity"] if key == "value" else "",
            link=words["sentence"] if key == "text" else "",
        )
        for key, name in strings["report"]["columns"].items()
    )


def figure_rows(corpus: Corpus, reading: Reading, made: Controls, strings: dict) -> Markup:
    """Return the rows of the figure table with these controls as HTML: three hundred a report, so no template loop."""
    url = addresses.relative(addresses.report(reading.report))
    return joined(
        (
            _row(corpus, reading, row_id, mention, made, url, strings)
            for row_id, mention in rows(reading)
        ),
        "\n",
    )


def figure_controls(corpus: Corpus, reading: Reading, strings: dict) -> Controls:
    """Return what the figure table can be sorted and filtered by."""
    words, report, none = strings["tables"], strings["report"], {NONE: strings["tables"]["none"]}
    indicators = corpus.vocabulary.indicators
    return controls(
        "figures",
        f"{reading.report.id.replace('/', '-')}-figures.csv",
        columns(strings),
        (_traits(corpus, reading, mention) for _, mention in rows(reading)),
        {
            "section": (report["columns"]["section"], strings["sections"]),
            "status": (report["columns"]["status"], strings["statuses"]),
            "kind": (report["columns"]["kind"], strings["kinds"]),
            "topic": (words["topic"], corpus.wordlists.topics | none),
            "indicator": (words["indicator"], {i.id: i.zh for i in indicators.values()} | none),
        },
    )


def _traits(corpus: Corpus, reading: Reading, mention: Mention) -> dict[str, str]:
    figure = mention.figure
    indicator = corpus.vocabulary.indicators.get(figure.indicator or "")
    return {
        "section": _section(reading, mention),
        "status": figure.status,
        "kind": figure.kind,
        "topic": indicator.topic if indicator else NONE,
        "indicator": indicator.id if indicator else NONE,
    }


def _section(reading: Reading, mention: Mention) -> str:
    return reading.sections[mention.section].kind if reading.sections else NONE


def _row(
    corpus: Corpus,
    reading: Reading,
    row_id: str,
    mention: Mention,
    made: Controls,
    url: Url,
    strings: dict,
) -> Markup:
    figure = mention.figure
    amount = (figure.value, figure.value_high, figure.unit)
    marks = {
        "status": marked(figure.status),
        "value": Markup(' class="number"')
        + measured(*amount, corpus.vocabulary.units, quantity(*amount)),
    }
    cells = joined(
        filled("<td{}>{}</td>", marks.get(key, ""), cell)
        for key, cell in zip(
            strings["report"]["columns"],
            _cells(corpus, reading, mention, url, strings),
            strict=True,
        )
    )
    return filled(
        '<tr id="{}"{}>{}</tr>', row_id, attributes(_traits(corpus, reading, mention), made), cells
    )


def _cells(
    corpus: Corpus, reading: Reading, mention: Mention, url: Url, strings: dict
) -> Iterator[object]:
    figure = mention.figure
    yield filled('<a href="#{}">{}</a>', mention.anchor, figure.text)
    yield _label(corpus, mention, url, strings)
    yield quantity(figure.value, figure.value_high, figure.unit)
    yield strings["kinds"][figure.kind]
    yield strings["bounds"][figure.bound]
    yield strings["statuses"][figure.status]
    yield figure.period
    yield strings["sections"].get(_section(reading, mention), "")


def _label(corpus: Corpus, mention: Mention, url: Url, strings: dict) -> Markup:
    figure = mention.figure
    indicator = corpus.vocabulary.indicators.get(figure.indicator or "")
    label = (
        filled(
            '<a href="{}">{}</a>',
            url(addresses.indicator(indicator.id)),
            figure.label or indicator.zh,
        )
        if indicator
        else filled("{}", figure.label)
    )
    area = filled(" <small>{}</small>", figure.area) if figure.area else ""
    edited = (
        filled(' <small class="edited">{}：{}</small>', strings["report"]["edited"], mention.edited)
        if mention.edited
        else ""
    )
    return label + area + edited
