"""What answers a question at once: all that is stated of an indicator, or by an area, in rows.

`static/search_answers.js` reads them: a question that names an indicator or an area needs one file.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from baogao.corpus.corpus import Corpus
from baogao.corpus.observations import DOUBTFUL
from baogao.corpus.targets_with_outcomes import Target
from baogao.records import Observation
from baogao.search.packed_files import FOLDER, File, compressed, json_bytes

Row = tuple[object, ...]
Said = str | tuple[str, ...]  # in Chinese and in English, or in both alike
TARGET = "target"


@dataclass(frozen=True, slots=True)
class Wording:
    """How numbers are written, in all languages: what is stated, and what is promised."""

    stated: Callable[[Observation], Said]
    promised: Callable[[Target], Said]


def said_in_all(write: Callable[..., str], words: Iterable[dict], item: object) -> Said:
    """Return how `write` says something with the words of each language, once where all agree."""
    said = tuple(dict.fromkeys(write(item, strings=own) for own in words))
    return said if len(said) > 1 else said[0]


def of_indicator(corpus: Corpus, id: str, wording: Wording) -> Iterator[File]:
    """Yield what all reports state of an indicator, if they do."""
    yield from _file(id, _rows(corpus.stated_of(id), corpus.promised_of(id), wording))


def of_area(corpus: Corpus, code: str, wording: Wording) -> Iterator[File]:
    """Yield what an area's reports state of indicators."""
    yield from _file(code, _rows(corpus.stated_for(code), corpus.targets_of(code), wording))


def _file(name: str, rows: Iterable[Row]) -> Iterator[File]:
    """Yield rows as a file, if there are any; what is said twice stands once."""
    distinct: dict[Row, Row] = {}
    for row in rows:
        distinct.setdefault((row[0], *row[3:]), row)
    if distinct:
        yield f"{FOLDER}/stated/{name}.bin", compressed(json_bytes(list(distinct.values())))


def _rows(
    stated: Iterable[Observation], targets: Iterable[Target], wording: Wording
) -> Iterator[Row]:
    yield from (_row(item, wording) for item in stated if item.status != TARGET)
    yield from (_row_of_target(target, wording) for target in targets)


def _row(o: Observation, wording: Wording) -> Row:
    """Return a statement in the order that `static/search_rows.js` reads."""
    about = o.area, o.year, o.anchor, o.indicator, o.measure, o.period
    return *about, wording.stated(o), int(DOUBTFUL in o.quality)


def _row_of_target(target: Target, wording: Wording) -> Row:
    """Return a target likewise, with its state, and where its outcome stands."""
    p, outcome = target.promise, target.outcome
    said = (outcome.year, outcome.anchor, wording.stated(outcome)) if outcome else ()
    year = int(p.report.rpartition("/")[2])
    about = p.area, year, p.anchor, p.indicator, p.measure, p.period
    return *about, wording.promised(target), int(target.doubtful), target.code, *said
