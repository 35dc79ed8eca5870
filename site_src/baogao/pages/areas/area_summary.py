"""An area in two or three sentences: what was reached, what is promised, what became of it."""

from collections.abc import Iterator

from markupsafe import Markup

from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus, Listed
from baogao.pages.areas.area_promises import LIVELIHOOD, topics_for_citizens
from baogao.pages.counts_in_words import targets_in_short
from baogao.pages.fast_html import fill_html, fill_words, join_html
from baogao.pages.reports.headline_tiles import headlines
from baogao.pages.tables.statement_cells import doubt_mark

MOST_REACHED = 3  # things in the sentence of what was reached, each of another topic


def sentences(
    corpus: Corpus,
    newest: Listed,
    promises: dict | None,
    verdicts: dict | None,
    strings: dict,
) -> Iterator[Markup]:
    """Yield the sentences; each number leads to its evidence."""
    words, url = strings["area"]["said"], addresses.relative(addresses.area(newest.area))
    if reached := _reached(corpus, newest, url, strings):
        year = max(newest.reviews, default=newest.year - 1)
        items = join_html(reached, strings["punctuation"]["next"])
        yield fill_words(words["reached"], report=newest.year, year=year, items=items)
    if promises:
        yield _promised(newest, promises, strings) + doubt_mark(newest.doubtful, strings)
    if verdicts:
        yield _judged(verdicts["group"], url, strings)


def _promised(newest: Listed, promises: dict, strings: dict) -> Markup:
    """Say how many targets there are, and how many of them are of people's livelihood."""
    words = strings["area"]["said"]
    own = [topic for topic in promises["topics"] if topic["id"] == LIVELIHOOD]
    said = {"year": newest.year, "targets": targets_in_short(newest.targets, strings)}
    if not own:
        return fill_words(words["promised"], **said)
    livelihood = {"topic": own[0]["name"], "count": own[0]["total"]}
    return fill_words(words["promised_with"], **said, **livelihood)


def _judged(group: dict, url: addresses.Url, strings: dict) -> Markup:
    """Say how many targets were reached of those that can be judged."""
    words = strings["area"]["said"]
    said = words["targets"].format(year=group["year"]) + doubt_mark(group["doubtful"], strings)
    targets = fill_html('<a href="{}">{}</a>', url(group["address"]), said)
    counts = {name: group[name] for name in ("total", "judged", "good")}
    return fill_words(words["verdicts"], **counts, targets=targets)


def _reached(corpus: Corpus, newest: Listed, url: addresses.Url, strings: dict) -> list[Markup]:
    """Return the first headline indicator of each topic with what was reached."""
    by_topic: dict[str, dict] = {}
    for tile in headlines(corpus, newest, strings):
        by_topic.setdefault(tile["topic"], tile)
    first = [by_topic[topic] for topic in topics_for_citizens(corpus) if topic in by_topic]
    return [_thing(tile, url, strings) for tile in first[:MOST_REACHED]]


def _thing(tile: dict, url: addresses.Url, strings: dict) -> Markup:
    """Return a name with its level and its growth, each where it is stated."""
    words, stated = strings["area"]["said"], [m for m in ("level", "growth") if tile[m]]
    values = {measure: _link(tile[measure], url, strings) for measure in stated}
    return fill_words(words["_".join(stated)], name=tile["name"], **values)


def _link(value: dict, url: addresses.Url, strings: dict) -> Markup:
    link = fill_html('<a href="{}">{}</a>', url(value["address"]), value["text"])
    return link + doubt_mark(value["doubtful"], strings)
