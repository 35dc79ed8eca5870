"""Areas: the list, and for each its reports and its headline indicators through the years."""

from collections.abc import Iterable, Iterator, Sequence

from baogao.charts.quantity_words import as_printed, unit_name
from baogao.content.decimal_text import quantity
from baogao.content.languages import is_chinese
from baogao.content.vocabulary.english_names import EnglishNames
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.pages import transliterated
from baogao.pages.areas import area_family
from baogao.pages.areas.area_peers import peers
from baogao.pages.areas.area_promises import last_verdicts, promises
from baogao.pages.areas.area_summary import sentences
from baogao.pages.areas.area_years import missing, other_targets, to_superior, years
from baogao.pages.comparison import compare_any
from baogao.pages.page import Charts, Page
from baogao.pages.reports import attention_tables
from baogao.pages.tables.rankings import places
from baogao.pages.tables.statement_cells import is_doubtful
from baogao.records import Area, Indicator, Observation

SHOWN = ("level", "growth")


def listing(corpus: Corpus, strings: dict) -> Page:
    """Return the list of areas with a report."""
    title = strings["areas"]["title"]
    context = {
        "title": title,
        "description": strings["areas"]["intro"],
        "crumbs": [(title, None)],
        "transliterated": transliterated.note(corpus.areas(), strings),
        "cards": [
            {
                "name": area.name,
                "address": addresses.area(area.code),
                "meta": _years(corpus, area, strings),
            }
            for area in corpus.areas()
        ],
    }
    return Page(addresses.AREAS, "areas.html", context)


def pages(corpus: Corpus, area: Area, charts: Charts, strings: dict) -> Iterator[Page]:
    """Yield an area's page, and those of years whose tables it has no room for.

    It has what is new first, then its years, its peers, its indicators.
    """
    words = strings["area"]
    family, pages_of_years = area_family.tables(corpus, area, strings)
    context = {
        "styles": ("tables.css", "area.css"),
        "title": area.name,
        "english": _english(corpus, area, strings),
        "transliterated": transliterated.note([area], strings),
        "crumbs": [(strings["areas"]["title"], addresses.AREAS), (area.name, None)],
        "description": words["description"].format(
            name=area.name, years=_years(corpus, area, strings)
        ),
        "meta": f"{strings['levels'][area.level]} · {area.code}",
        "parent": _parent(corpus, area),
        "before": [_linked(corpus, one, strings) for one in corpus.vocabulary.before(area.code)],
        "after": [_linked(corpus, corpus.area(code), strings) for code in _after(area)],
        "children": _children(corpus, area),
        "years": years(corpus, area, strings),
        "superior": to_superior(corpus, area, strings),
        "other_targets": other_targets(corpus, area),
        **_newest(corpus, area, strings),
        "family": family,
        "family_years": area_family.ways(pages_of_years),
        "places": places(corpus, area.code, strings),
        "peers": peers(corpus, area, strings),
        "charts": charts,
        "attention": attention_tables.of_area(corpus, area.code),
        "table": profile(corpus, area, strings),
    }
    yield Page(addresses.area(area.code), "area.html", context)
    yield from pages_of_years


def _english(corpus: Corpus, area: Area, strings: dict) -> str:
    """Return the English name that stands below the Chinese one."""
    if not is_chinese(strings):
        return ""
    return EnglishNames(corpus.wordlists.area_names).of(area).whole


def _newest(corpus: Corpus, area: Area, strings: dict) -> dict:
    """Return what the newest report promises, and what the newest verdicts are, in short too."""
    own = corpus.listed_of(area.code)
    verdicts = last_verdicts(corpus, area, strings)
    promised = promises(corpus, own[-1], strings)
    return {
        "missing": missing(own, strings),
        "beside": compare_any.of_report(own[-1]),
        "promises": promised,
        "verdicts": verdicts,
        "said": list(sentences(corpus, own[-1], promised, verdicts, strings)),
    }


def _years(corpus: Corpus, area: Area, strings: dict) -> str:
    """Return the years of an area's reports: `2018、2019`."""
    years = (str(one.year) for one in corpus.listed_of(area.code))
    return strings["punctuation"]["and"].join(years)


def _parent(corpus: Corpus, area: Area) -> dict | None:
    """Return the area that this one belongs to, with its address if it has a page."""
    parent = corpus.vocabulary.area(area.parent, area.until)
    if parent is None:
        return None
    return {"name": parent.name, "address": _address(corpus, parent)}


def _after(area: Area) -> list[str]:
    return [code for code in area.after if code != area.code]


def _linked(corpus: Corpus, area: Area, strings: dict) -> dict:
    """Return an area before or after this one, with its address if it has a page."""
    said = strings["area"]["until"].format(name=area.name, code=area.code, year=area.until)
    return {"name": said if area.until else area.name, "address": _address(corpus, area)}


def _address(corpus: Corpus, area: Area) -> str:
    there = any(other.code == area.code for other in corpus.areas())
    return addresses.area(area.code) if there else ""


def _children(corpus: Corpus, area: Area) -> list[dict]:
    return [
        {"name": other.name, "address": addresses.area(other.code)}
        for other in corpus.areas()
        if other.parent == area.code
    ]


def profile(corpus: Corpus, area: Area, strings: dict) -> dict | None:
    """Return headline indicators by year, the values as printed; None where none is stated."""
    own = [o for o in corpus.stated_for(area.code) if o.measure in SHOWN and len(o.period) == 4]
    stated = {o.indicator for o in own}
    headline = [
        indicator
        for indicator in corpus.vocabulary.indicators.values()
        if indicator.headline and indicator.id in stated
    ]
    if not headline:
        return None
    ids = {indicator.id for indicator in headline}
    years = sorted({o.period for o in own if o.indicator in ids}, reverse=True)
    return {
        "years": years,
        "rows": [_profile_row(indicator, own, years, strings) for indicator in headline],
    }


def _profile_row(
    indicator: Indicator, own: Iterable[Observation], years: Sequence[str], strings: dict
) -> dict:
    stated = [o for o in own if o.indicator == indicator.id]
    return {
        "name": indicator.name,
        "address": addresses.indicator(indicator.id),
        "cells": [
            [_value(o, strings) for o in _distinct(o for o in stated if o.period == year)]
            for year in years
        ],
    }


def _distinct(stated: Iterable[Observation]) -> list[Observation]:
    """Return each statement once: the first of those that are alike, in order of the last."""
    newest_first = reversed(list(stated))
    once = {(o.measure, o.status, o.value, o.value_high): o for o in newest_first}
    return list(once.values())[::-1]


def _value(item: Observation, strings: dict) -> dict:
    title = strings["area"]["value"].format(
        status=strings["statuses"][item.status],
        measure=strings["measures"][item.measure],
        quantity=quantity(item.value, item.value_high, unit_name(item.unit, strings)),
    )
    return {
        "text": as_printed(item, strings),
        "doubtful": is_doubtful(item),
        "status": item.status,
        "address": addresses.sentence(item),
        "title": title,
    }
