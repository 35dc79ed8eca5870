"""The table of a report's figures: every row leads to its sentence."""
from collections.abc import Iterator

from markupsafe import Markup

from baogao.annotated import rows
from baogao.corpus import Corpus
from baogao.numerals import quantity
from baogao.pages import addresses
from baogao.records import Mention, Reading

COLUMNS = ("text", "label", "value", "kind", "bound", "status", "period", "section")


def figure_rows(corpus: Corpus, reading: Reading, strings: dict) -> Markup:
    """Return the rows of the figure table as HTML: three hundred a report, so no template loop."""
    return Markup("\n").join(_row(corpus, reading, row_id, mention, strings) for row_id, mention in rows(reading))


def _row(corpus: Corpus, reading: Reading, row_id: str, mention: Mention, strings: dict) -> Markup:
    cells = Markup("").join(Markup('<td data-label="{}"{}>{}</td>').format(
        strings["report"]["columns"][key], Markup(' class="number"') if key == "value" else "", cell)
        for key, cell in zip(COLUMNS, _cells(corpus, reading, mention, strings)))
    return Markup('<tr id="{}">{}</tr>').format(row_id, cells)


def _cells(corpus: Corpus, reading: Reading, mention: Mention, strings: dict) -> Iterator[object]:
    figure = mention.figure
    yield Markup('<a href="#{}">{}</a>').format(mention.anchor, figure.text)
    yield _label(corpus, reading, mention, strings)
    yield quantity(figure.value, figure.value_high, figure.unit)
    yield strings["kinds"][figure.kind]
    yield strings["bounds"][figure.bound]
    yield Markup('<span class="status {}">{}</span>').format(figure.status, strings["statuses"][figure.status])
    yield figure.period
    yield strings["sections"].get(reading.sections[mention.section].kind, "") if reading.sections else ""


def _label(corpus: Corpus, reading: Reading, mention: Mention, strings: dict) -> Markup:
    url = addresses.relative(addresses.report(reading.report))
    figure = mention.figure
    indicator = corpus.vocabulary.indicators.get(figure.indicator or "")
    label = Markup('<a href="{}">{}</a>').format(url(addresses.indicator(indicator.id)), figure.label or indicator.zh) \
        if indicator else Markup("{}").format(figure.label)
    area = Markup(" <small>{}</small>").format(figure.area) if figure.area else ""
    edited = Markup(' <small class="edited">{}：{}</small>').format(strings["report"]["edited"], mention.edited) if mention.edited else ""
    return label + area + edited
