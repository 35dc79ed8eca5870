"""Figures: every quantity that a text states about the world, with what must be known of it.

The stages, each in its module: `numbers` → `quantities` → `nonfigures` → `clauses` → `bounds`,
`kinds`, `subjects`, `times` → `indicators`. Each returns its reasons beside its values, so that
`decided` can say why a figure is what it is. `tests/gold/README.md` says what a figure is.
"""
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from decimal import Decimal
from heapq import merge
from itertools import groupby
from typing import NamedTuple

from baogao.reading.figures.bounds import Bound, bounds_of
from baogao.reading.figures.clauses import SENTENCE_END, Slot, groups, slots
from baogao.reading.figures.indicators import Known, UNKNOWN, indicator_of
from baogao.reading.figures.kinds import Kind, kind_of
from baogao.reading.figures.nonfigures import Reason, Veto
from baogao.reading.normalise import normalise, unbroken
from baogao.reading.figures.places import district_at, districts, own_name
from baogao.reading.figures.quantities import Quantity, quantities
from baogao.reading.figures.subjects import Sentence
from baogao.reading.figures.times import Time, is_base, time_of
from baogao.reading.figures.unsafe import Unread, masks
from baogao.reading.figures.wording import Named, words_of
from baogao.records import Figure, Section
from baogao.content.vocabulary import Vocabulary

SENTENCE_BACK = 400
OPENING = 40
AFTER = 24
ONE = Decimal(1)
TOPIC_BACK = 160  # how far back what a bare measure belongs to is looked for
Judged = tuple[Quantity, Reason | None]  # a quantity, and why it is no figure


class Source(NamedTuple):
    """A text as written and as `read` (normalised), what is known of it, and the districts its paragraphs are about."""
    text: str
    read: str
    sections: tuple[Section, ...]
    vocabulary: Vocabulary
    area: str
    year: int | None
    districts: list[tuple[int, str]]
    section_starts: list[int]


class Decided(NamedTuple):
    """A figure and what decided it, stage by stage."""
    figure: Figure
    slot: Slot
    bound: Bound
    kind: Kind
    named: Named
    time: Time
    known: Known
    section: Section | None


def figures(text: str, sections: tuple[Section, ...], vocabulary: Vocabulary, *, area: str = "",
            year: int | None = None, start: int = 0) -> tuple[Figure, ...]:
    """Return the figures of a text from `start` on, in order.

    `area` is the name or code of the report's own area, `year` its year of delivery.
    """
    return tuple(one.figure for one in decided(text, sections, vocabulary, area=area, year=year, start=start))


def decided(text: str, sections: tuple[Section, ...], vocabulary: Vocabulary, *, area: str = "",
            year: int | None = None, start: int = 0, among: Iterable[Judged] | None = None) -> Iterator[Decided]:
    """Yield the figures of a text, in order, each with what decided it; `among` are its quantities as `judged`, if they are at hand."""
    read = _read(text, vocabulary)
    found = (quantity for quantity, reason in among or _judged(read, vocabulary, start) if reason is None)
    ends = [match.end() for match in SENTENCE_END.finditer(read)]
    source = Source(text, read, sections, vocabulary, area, year, districts(read, ends, start),
                    [section.start for section in sections])
    stops = [end for end in ends if read[end - 1] != ";"]  # a year holds on over a semicolon, a subject does not
    said, sentence = -1, None
    for at, members in groupby(found, key=lambda quantity: bisect_right(ends, quantity.start)):
        begin = max(ends[at - 1] if at else 0, start)
        at = bisect_right(stops, begin)
        stop = max(stops[at - 1] if at else 0, start)
        sentence = _opened(source, begin, sentence if said == stop else None)
        said = stop
        yield from _sentence(source, sentence, stop, begin, list(members))


def judged(text: str, vocabulary: Vocabulary, start: int = 0) -> Iterator[Judged]:
    """Yield the quantities of a text from `start` on, each with the reason why it is no figure, or None."""
    return _judged(_read(text, vocabulary), vocabulary, start)


def doubts(text: str, vocabulary: Vocabulary, start: int = 0, among: Iterable[Judged] | None = None) -> Iterator[Unread]:
    """Yield, in order, what tells a measure from `start` on and could not be read safely: no figures, each with its reason."""
    read, last = _read(text, vocabulary), 0
    hidden = ((*span, "masked") for span in masks(read, vocabulary) if span[0] >= start)
    told = ((quantity.start, quantity.end, reason.rule) for quantity, reason in among or _judged(read, vocabulary, start)
            if reason and reason.doubt and reason.rule != "masked")
    for begin, end, reason in merge(hidden, told):
        if begin >= last:
            yield Unread(begin, end, text[begin:end], reason)
        last = max(last, end)


def _read(text: str, vocabulary: Vocabulary) -> str:
    return unbroken(normalise(text, vocabulary.traditional))


def _judged(read: str, vocabulary: Vocabulary, start: int) -> Iterator[Judged]:
    veto = Veto(read, vocabulary)
    return ((quantity, veto.reason(quantity)) for quantity in quantities(read, vocabulary) if quantity.start >= start)


def _opened(source: Source, begin: int, before: Sentence | None) -> Sentence:
    """Return what is to be known of the sentence part that begins at `begin`, after the part `before` of the same sentence."""
    topic = district_at(source.read, source.districts, begin)
    return Sentence(source.read[begin:begin + OPENING], source.area, source.vocabulary, topic, before.named if before else [])


def _sentence(source: Source, sentence: Sentence, stop: int, begin: int, found: list[Quantity]) -> Iterator[Decided]:
    """Yield the figures of the sentence part that begins at `begin`; its sentence begins at `stop`."""
    vocabulary = source.vocabulary
    at = bisect_right(source.section_starts, found[0].start) - 1
    section = source.sections[max(at, 0)] if source.sections else None
    back = _sentence_before(source.read, begin)
    for group in groups(slots(source.read, begin, found, vocabulary)):
        kind = _carried(kind_of(group[0], vocabulary), group[0], sentence.kind)
        clause = group[0].quantity.start - len(group[0].own)
        names = sentence.name(group, kind, source.read[max(back, clause - TOPIC_BACK):clause])
        for slot, named, bound in zip(group, names, bounds_of(group, vocabulary)):
            yield _decided(source, stop, slot, group[0], named, bound, kind, section)


def _sentence_before(read: str, begin: int) -> int:
    """Return where the sentence before begins, if it stands in the same paragraph."""
    back = max(begin - TOPIC_BACK, 0)
    return max(read.rfind("\n", back, begin) + 1, read.rfind("。", back, max(begin - 1, back)) + 1, back)


def _carried(kind: Kind, leader: Slot, last: Kind | None) -> Kind:
    """A list goes on with the verb that opened it: 压减会议41.8%、文件35.6%."""
    if last and last.turned and leader.join == "list" and kind.kind == "level" and leader.quantity.unit == "%":
        return kind._replace(kind="change", sign=last.sign, turned=last.turned, rule="verb that opened the list",
                             words=last.turned)
    return kind


def _decided(source: Source, stop: int, slot: Slot, leader: Slot, named: Named, bound: Bound, kind: Kind,
             section: Section | None) -> Decided:
    quantity, label = slot.quantity, named.label
    of_kind = "change" if quantity.unit == "百分点" else kind.kind
    sign = kind.sign if of_kind == "change" else 1
    before = source.read[max(stop, quantity.start - SENTENCE_BACK):quantity.start]
    after = source.read[quantity.end:quantity.end + AFTER].partition("。")[0]
    base = of_kind == "level" and is_base(slot, source.read)

    def done() -> bool:
        return "达" not in leader.predicate and words_of(source.vocabulary).is_done(label)

    time = time_of(before, section, source.year, kind=of_kind, unit=quantity.unit, label=label,
                   own=slot.own or leader.own, base=base, done=done, after=after)
    running = "累计" in slot.own and done() and time.span != "累计"  # a running total is not what a year added
    known = UNKNOWN if named.area or running else _known(source, label, quantity.unit, of_kind)
    low, high = quantity.value * sign, None if quantity.high is None else quantity.high * sign
    if high is not None and high < low:
        low, high = high, low
    figure = Figure(start=quantity.start, end=quantity.end, text=source.text[quantity.start:quantity.end],
                    value=plain(low), value_high=None if high is None else plain(high), unit=quantity.unit,
                    bound=bound.bound, kind=of_kind, status=time.status, period=time.period, label=label,
                    area=named.area, indicator=known.id)
    return Decided(figure, slot, bound, kind, named, time, known, section)


def _known(source: Source, label: str, unit: str, kind: str) -> Known:
    """Return the indicator of a label, also behind the report's own name: 宁波|口岸出口整体通关时间."""
    known = indicator_of(label, unit, kind, source.vocabulary)
    mine = own_name(source.vocabulary, source.area)
    if known.alias or not mine or not label.startswith(mine):
        return known
    return indicator_of(label[len(mine):], unit, kind, source.vocabulary)


def plain(value: Decimal) -> Decimal:
    """Return a number as a reader writes it: 8.0 is 8, 1E+8 is 100000000."""
    return value.quantize(ONE) if value == value.to_integral_value() else value.normalize()
