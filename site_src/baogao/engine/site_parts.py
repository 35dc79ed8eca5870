"""The parts that the site is made of, each of which can be made by itself, in any process."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from baogao.content.languages import CHINESE, LANGUAGES
from baogao.corpus.corpus import Corpus
from baogao.search.index_pieces import index_pieces

CHARTS, DOWNLOADS, SEARCH = "charts", "downloads", "search"
# Parts of which the site has one.
SINGLE = (
    "home",
    "lists",
    "targets",
    "terms",
    "corrections",
    "updates",
    "words",
    "api",
)


# The downloads of all reports: the rows of the areas are put together in them.
FILES_OF_ALL = ("workbook", "database", "parquet", "text")
OF_DOWNLOADS = ("rows", *FILES_OF_ALL, "data")
# The search: the index in pieces, and what answers a question about an area or an indicator.
OF_SEARCH = ("index", "map", "answers_of_area", "answers_of_indicator")
# What may be left out, and the kinds of parts that it is.
KINDS_OF = {CHARTS: ("scripts",), SEARCH: OF_SEARCH, DOWNLOADS: OF_DOWNLOADS}
OPTIONAL = tuple(KINDS_OF)


@dataclass(frozen=True, slots=True)
class SitePart:
    """A part of the site: its kind, and what tells it from others of that kind.

    What has words is made for each language; the others have files of all.
    """

    kind: str
    key: tuple[str, ...] = ()
    language: str = CHINESE


PACKED = SitePart("data")  # what packs those downloads


# What packs them takes one process alone a while: the others make these meanwhile.
BESIDE_PACKED = ("indicator",)


def wave(part: SitePart) -> int:
    """Return how many waves of parts are made before this one, which needs what they leave."""
    if part.kind == PACKED.kind:  # the page in another language tells of what was packed
        return 2 + LANGUAGES.index(part.language)
    return 2 if part.kind in BESIDE_PACKED else int(part.kind in FILES_OF_ALL)


def in_each_language(kind: str, *key: str) -> Iterator[SitePart]:
    """Yield a part for every language: they ask for the same."""
    return (SitePart(kind, key, language) for language in LANGUAGES)


def site_parts(corpus: Corpus, without: frozenset[str] = frozenset()) -> Iterator[SitePart]:
    """Yield the parts of the site, those that take longest first; `without` leaves some out."""
    left_out = {kind for one in without for kind in KINDS_OF[one]}
    return (part for part in _every(corpus) if part.kind not in left_out)


def _every(corpus: Corpus) -> Iterator[SitePart]:
    yield from _of_index(corpus)
    yield SitePart("scripts")
    for kind in SINGLE:
        yield from in_each_language(kind)
    for id in corpus.vocabulary.indicators:
        yield from in_each_language("indicator", id)
        yield SitePart("answers_of_indicator", (id,))
    for one in corpus.vocabulary.headline:
        yield from in_each_language("panel", one.id)
    for id in corpus.wordlists.word_lists.by_id:
        yield from in_each_language("word_list", id)
    for area in corpus.areas():
        yield from _of_area(corpus, area.code)
    yield from map(SitePart, FILES_OF_ALL)
    yield from in_each_language(PACKED.kind)


def _of_area(corpus: Corpus, area: str) -> Iterator[SitePart]:
    """Yield the parts of an area together: they ask for the same readings."""
    reports = [one.id for one in corpus.listed_of(area)]
    for id in reports:
        yield from in_each_language("report", id)
    for pair in pairwise(reports):
        yield from in_each_language("compare", *pair)
    yield from in_each_language("area", area)
    yield SitePart("answers_of_area", (area,))
    for year in corpus.years_of_targets(area):
        yield from in_each_language("target", area, year)
    yield SitePart("rows", (area,))


def _of_index(corpus: Corpus) -> Iterator[SitePart]:
    """Yield the pieces of the index, each with its reports, and the map that names the pieces."""
    pieces = index_pieces(one.id for one in corpus.listed)
    yield from (SitePart("index", (name, *reports)) for name, reports in pieces.items())
    yield SitePart("map", tuple(pieces))
