"""What answers a question at once: all that is stated of an indicator, or by an area, in rows.

`static/search_answers.js` reads them: a question that names an indicator or an area needs one file.
"""

from collections.abc import Iterable, Iterator

from baogao.corpus.corpus import Corpus
from baogao.corpus.observations import DOUBTFUL
from baogao.corpus.promises_in_reports import Promise
from baogao.corpus.targets_with_outcomes import Target
from baogao.records import Observation
from baogao.search.packed_files import FOLDER, File, compressed, json_bytes

Row = tuple[object, ...]
TARGET = "target"


def of_indicator(corpus: Corpus, id: str) -> Iterator[File]:
    """Yield what all reports state of an indicator, if they do."""
    yield from _file(id, _rows(corpus.stated_of(id), corpus.promised_of(id)))


def of_area(corpus: Corpus, code: str) -> Iterator[File]:
    """Yield what an area's reports state of indicators."""
    yield from _file(code, _rows(corpus.stated_for(code), corpus.targets_of(code)))


def _file(name: str, rows: Iterable[Row]) -> Iterator[File]:
    """Yield rows as a file, if there are any; what is said twice stands once."""
    distinct: dict[Row, Row] = {}
    for row in rows:
        distinct.setdefault((row[0], *row[3:]), row)
    if distinct:
        yield f"{FOLDER}/stated/{name}.bin", compressed(json_bytes(list(distinct.values())))


def _rows(stated: Iterable[Observation], targets: Iterable[Target]) -> Iterator[Row]:
    yield from (_row(item) for item in stated if item.status != TARGET)
    yield from (_row_of_target(target) for target in targets)


def _row(o: Observation) -> Row:
    """Return a statement in the order that the scripts read."""
    doubtful = int(DOUBTFUL in o.quality)
    return o.area, o.year, o.anchor, o.indicator, o.measure, o.period, printed(o), doubtful


def _row_of_target(target: Target) -> Row:
    """Return a target likewise, with its state, and where its outcome stands."""
    p, outcome = target.promise, target.outcome
    said = (outcome.year, outcome.anchor, printed(outcome)) if outcome else ()
    about = p.area, p.year, p.anchor, p.indicator, p.measure, p.period, printed(p)
    return *about, int(target.doubtful), target.code, *said


def printed(item: Observation | Promise) -> str:
    """Return a number as its sentence has it, with the words that bound it: `6.5%左右`."""
    around = (item.bound_words + item.text, item.text + item.bound_words)
    return next((words for words in around if words in item.quote), item.text)
