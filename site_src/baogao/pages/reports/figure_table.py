"""The table of a report's figures: every row leads to its sentence.

The page has the first rows; `static/figure_rows.js` adds the others, of the same form, once they
are wanted. Without scripts the page of the report's figures (`embeds.figures`) has them all.
"""

from collections.abc import Iterator
from itertools import islice

from markupsafe import Markup

from baogao.charts.quantity_words import unit_name, with_bound_words
from baogao.content.decimal_text import quantity
from baogao.content.languages import is_chinese
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.corpus.observations import doubtful
from baogao.pages.fast_html import fill_html, join_html
from baogao.pages.reports.marked_text import numbered_mentions
from baogao.pages.tables.controls import NONE, STEP, Column, Controls, Filter, headed
from baogao.records import Indicator, Mention, Reading

ROW = "<tr id={}><td><a href=#{}>{}</a><td>{}<td>{}<td>{}<td>{}<td{}>{}<td>{}<td>{}"
PROMISED = Markup(" class=target")


def columns(strings: dict) -> tuple[Column, ...]:
    """Return the columns of the figure table."""
    words = strings["tables"]
    csv, links = {"value": words["quantity"]}, {"text": words["sentence"]}
    return headed(strings["report"]["columns"], csv, links)


def figure_controls(reading: Reading, strings: dict) -> Controls:
    """Return what the figure table can be sorted and filtered by.

    What there is to choose from comes with the rows.
    """
    heads, words = strings["report"]["columns"], strings["tables"]
    labels = {name: heads[name] for name in ("section", "status", "kind")}
    labels |= {name: words[name] for name in ("topic", "indicator", "reviewed")}
    return Controls(
        "figures",
        f"{reading.report.area}-{reading.report.year}-figures.csv",
        columns(strings),
        len(reading.mentions),
        tuple(Filter(name, label, ()) for name, label in labels.items()),
        shown=min(STEP, len(reading.mentions)),
    )


def first_rows(corpus: Corpus, reading: Reading, strings: dict) -> Markup:
    """Return the first rows as HTML."""
    url = addresses.relative(addresses.report(reading.report))
    numbered = islice(numbered_mentions(reading), STEP)
    return join_html(
        (_row(corpus, reading, id, mention, url, strings) for id, mention in numbered), "\n"
    )


def _row(
    corpus: Corpus, reading: Reading, id: str, mention: Mention, url: addresses.Url, words: dict
) -> Markup:
    f = mention.figure
    return fill_html(
        ROW,
        id,
        mention.anchor,
        with_bound_words(f, reading.quote(mention)),
        join_html(_label(corpus, reading, mention, url, words), " "),
        quantity(f.value, f.value_high, unit_name(f.unit, words)),
        words["kinds"][f.kind],
        words["bounds"][f.bound],
        PROMISED if f.status == "target" else "",
        words["statuses"][f.status],
        f.period,
        words["sections"].get(section(reading, mention), ""),
    )


def _label(
    corpus: Corpus, reading: Reading, mention: Mention, url: addresses.Url, words: dict
) -> Iterator[Markup]:
    """Yield what a figure is about, with its area, an editor's reason, and that it is doubtful."""
    figure = mention.figure
    indicator = corpus.vocabulary.indicators.get(figure.indicator or "")
    if indicator:
        address = url(addresses.indicator(indicator.id))
        yield fill_html('<a href="{}">{}</a>', address, _called(figure.label, indicator, words))
    else:
        yield fill_html("{}", figure.label)
    if figure.area:
        yield fill_html("<small>{}</small>", figure.area)
    if mention.edited:
        edited = words["report"]["edited"]
        yield fill_html("<small>{}：{}</small>", edited, mention.edited)
    if doubtful(reading, figure.start, figure.end):
        yield fill_html("<small class=doubt>{}</small>", words["doubt"]["mark"])


def _called(label: str, indicator: Indicator, words: dict) -> str:
    """Return what a figure is called: as its report does, where that is in this language."""
    return label or indicator.name if is_chinese(words) else indicator.name


def section(reading: Reading, mention: Mention) -> str:
    """Return the kind of the section that a figure stands in."""
    return reading.sections[mention.section].kind if reading.sections else NONE
