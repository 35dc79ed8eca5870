"""The table of a report's figures: every row leads to its sentence."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from baogao.content.decimal_text import quantity
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.pages.controls import (
    NONE,
    Column,
    Controls,
    attributes,
    controls,
    marked,
    measured,
)
from baogao.pages.fast_html import fill_html, join_html
from baogao.pages.marked_text import numbered_mentions
from baogao.records import Indicator, Mention, Reading


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


def figure_controls(corpus: Corpus, reading: Reading, strings: dict) -> Controls:
    """Return what the figure table can be sorted and filtered by."""
    words, heads = strings["tables"], strings["report"]["columns"]
    none = {NONE: words["none"]}
    names = {indicator.id: indicator.zh for indicator in corpus.vocabulary.indicators.values()}
    return controls(
        "figures",
        f"{reading.report.id.replace('/', '-')}-figures.csv",
        columns(strings),
        (_traits(corpus, reading, mention) for mention in reading.mentions),
        {
            "section": (heads["section"], strings["sections"]),
            "status": (heads["status"], strings["statuses"]),
            "kind": (heads["kind"], strings["kinds"]),
            "topic": (words["topic"], corpus.wordlists.topics | none),
            "indicator": (words["indicator"], names | none),
        },
    )


def figure_rows(corpus: Corpus, reading: Reading, made: Controls, strings: dict) -> Markup:
    """Return the rows as HTML: there are three hundred a report, so they are no template loop."""
    url = addresses.relative(addresses.report(reading.report))
    table = _Table(corpus, reading, made, url, strings)
    rows = (table.row(row_id, mention) for row_id, mention in numbered_mentions(reading))
    return join_html(rows, "\n")


def _indicator(corpus: Corpus, mention: Mention) -> Indicator | None:
    return corpus.vocabulary.indicators.get(mention.figure.indicator or "")


def _section(reading: Reading, mention: Mention) -> str:
    return reading.sections[mention.section].kind if reading.sections else NONE


def _traits(corpus: Corpus, reading: Reading, mention: Mention) -> dict[str, str]:
    """Return the values that a row is filtered by."""
    indicator = _indicator(corpus, mention)
    return {
        "section": _section(reading, mention),
        "status": mention.figure.status,
        "kind": mention.figure.kind,
        "topic": indicator.topic if indicator else NONE,
        "indicator": indicator.id if indicator else NONE,
    }


@dataclass(frozen=True, slots=True)
class _Table:
    """What every row of the table needs."""

    corpus: Corpus
    reading: Reading
    controls: Controls
    url: Callable[[str], str]
    strings: dict

    def row(self, row_id: str, mention: Mention) -> Markup:
        """Return a row."""
        traits = attributes(_traits(self.corpus, self.reading, mention), self.controls)
        keys = self.strings["report"]["columns"]
        marks = self._marks(mention)
        cells = join_html(
            fill_html("<td{}>{}</td>", marks.get(key, ""), cell)
            for key, cell in zip(keys, self._cells(mention), strict=True)
        )
        return fill_html('<tr id="{}"{}>{}</tr>', row_id, traits, cells)

    def _marks(self, mention: Mention) -> dict[str, Markup]:
        """Return the attributes of the cells that have some, by the column's key."""
        figure = mention.figure
        low, high, unit = figure.value, figure.value_high, figure.unit
        amount = measured(low, high, unit, self.corpus.vocabulary.units, quantity(low, high, unit))
        return {"status": marked(figure.status), "value": Markup(' class="number"') + amount}

    def _cells(self, mention: Mention) -> Iterator[object]:
        """Yield what the cells show, in the order of the columns."""
        figure, words = mention.figure, self.strings
        yield fill_html('<a href="#{}">{}</a>', mention.anchor, figure.text)
        yield self._label(mention)
        yield quantity(figure.value, figure.value_high, figure.unit)
        yield words["kinds"][figure.kind]
        yield words["bounds"][figure.bound]
        yield words["statuses"][figure.status]
        yield figure.period
        yield words["sections"].get(_section(self.reading, mention), "")

    def _label(self, mention: Mention) -> Markup:
        """Return what a figure says, with its area and an editor's reason where there are such."""
        figure, indicator = mention.figure, _indicator(self.corpus, mention)
        label = fill_html("{}", figure.label)
        if indicator:
            address = self.url(addresses.indicator(indicator.id))
            label = fill_html('<a href="{}">{}</a>', address, figure.label or indicator.zh)
        if figure.area:
            label += fill_html(" <small>{}</small>", figure.area)
        if mention.edited:
            edited = self.strings["report"]["edited"]
            label += fill_html(' <small class="edited">{}：{}</small>', edited, mention.edited)
        return label
