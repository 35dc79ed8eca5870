"""Of a target set years ahead: a line of what reports say of each year up to the one it is for."""

from markupsafe import Markup

from baogao.charts.quantity_words import as_printed
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.corpus.targets_with_outcomes import Target
from baogao.pages.fast_html import fill_html, join_html
from baogao.pages.tables.statement_cells import doubt_mark, is_doubtful
from baogao.records import Observation

LINE = "<small class=years>{}{}</small>"
YEAR = "{}<a href={}>{}</a>{}"
# Average growth over years has the growth of each year beside it.
YEARLY = {"average_growth": "growth"}


def years_line(corpus: Corpus, target: Target, url: addresses.Url, strings: dict) -> Markup:
    """Return the line, each number with the way to its sentence; nothing where nothing is said."""
    said, words = said_each_year(corpus, target), strings["targets"]["each_year"]
    if not said:
        return Markup()
    parts = (
        fill_html(
            YEAR,
            words["year"].format(year=o.period),
            url(addresses.sentence(o)),
            as_printed(o, strings),
            doubt_mark(is_doubtful(o), strings),
        )
        for o in said
    )
    return fill_html(LINE, words["lead"], join_html(parts, words["between"]))


def said_each_year(corpus: Corpus, target: Target) -> list[Observation]:
    """Return what is said of each year in order, of the same quantity, by the newest report.

    Nothing where the target is for the year of its report.
    """
    promise = target.promise
    set_in = int(promise.report.rpartition("/")[2])
    if promise.year <= set_in:
        return []
    indicator = promise.indicator
    own = (o for o in corpus.stated_for(promise.area) if o.indicator == indicator)
    stated = (o for o in own if _is_alike(o, target))
    newest_last = sorted(stated, key=lambda o: (not is_doubtful(o), o.year))
    by_year = {o.period: o for o in newest_last if set_in - 1 <= int(o.period) <= promise.year}
    return [by_year[year] for year in sorted(by_year)]


def _is_alike(o: Observation, target: Target) -> bool:
    """Say whether a statement of its indicator is what was reached in a year of a target."""
    promise = target.promise
    measure = YEARLY.get(promise.measure, promise.measure)
    return (
        (o.measure, o.unit) == (measure, promise.unit)
        and (o.against, o.qualifiers) == (promise.against, promise.qualifiers)
        and o.status == "actual"
        and o.period.isdigit()
    )
