"""`baogao extract --explain`: what set each field of a figure, in a block of lines for people."""

from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import groupby

from baogao.content.files.invisible_characters import Seen, called
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.reading.field_reasons import Reason, reasoned
from baogao.reading.figures import Candidate, candidates, decided, doubts
from baogao.reading.figures.vetoes.unreadable_numbers import Unread
from baogao.reading.normalise import normalise, pages
from baogao.records import Figure, Section

DOUBTS = {
    "unit": "a measure is told, but no unit stands there",
    "masked": "a masked value",
    "letters": "glued to letters that are no name",
    "join": "may be one number or two",
    "zeros": "begins with a nought",
}
WORDING = {
    "as written": "{}",
    "times": "times {}",
    "alias": "alias {0}",
    "alias of another unit": "alias {0}, but its unit is not {1}",
}


def explained(
    shown: Seen,
    sections: tuple[Section, ...],
    vocabulary: Vocabulary,
    *,
    area: str = "",
    year: int | None = None,
    start: int = 0,
) -> Iterator[str]:
    """Yield a block for every figure, and a line for every number that is none, or a doubt.

    In the order of the text. The other arguments are those of `figures`, which reads the same way.
    Offsets are those of the text as written.
    """
    text = shown.text
    read = normalise(text, vocabulary.traditional)
    found = decided(text, sections, vocabulary, area=area, year=year, start=start)
    told = (
        _blocks(found, read, vocabulary, shown),
        _rejected(candidates(text, vocabulary, start), read, shown),
        _unread(doubts(text, vocabulary, start), shown),
        _page_numbers(text, start, shown),
    )
    for _, block in merge(*told, key=lambda item: item[0]):
        yield block


def _place(shown: Seen, start: int, end: int) -> str:
    """Return where words stand in the text as written."""
    return "({}-{})".format(*shown.span(start, end))


def _blocks(
    found: Iterable[Candidate], read: str, vocabulary: Vocabulary, shown: Seen
) -> Iterator[tuple[int, str]]:
    """Yield the offset of each figure, and its block; or, where something hides in it, a doubt."""
    for one, reasons in reasoned(found, read, vocabulary):
        figure = one.figure
        place = _place(shown, figure.start, figure.end)
        unseen = shown.hidden(figure.start, figure.end)
        if unseen:
            why = f"in it or beside it is {called(unseen)}, which nobody sees"
            yield figure.start, _doubt(figure.text, place, why)
        else:
            yield figure.start, _block(figure, place, (*reasons, *_tone(one)))


def _tone(one: Candidate) -> Iterator[Reason]:
    """Yield by what the tone of a target was told; what is no target mostly has none."""
    if one.tone.tone:
        yield Reason("tone", one.tone.rule, (one.tone.words,) if one.tone.words else ())


def _block(figure: Figure, place: str, reasons: tuple[Reason, ...]) -> str:
    """Return the block of a figure: a line for each field."""
    ends = [str(value) for value in (figure.value, figure.value_high) if value is not None]
    values = {
        "value": "..".join(ends),
        "indicator": figure.indicator or "-",
        "area": figure.area or "-",
    }
    lines = []
    for field, own in groupby(reasons, key=lambda reason: reason.field):
        said = (", " if field in ("value", "unit") else "; ").join(map(_said, own))
        lines.append(f"  {field:10}{values.get(field, getattr(figure, field)) or '?'}: {said}")
    return "\n".join([f"{figure.text} {place}".replace("\n", "⏎"), *lines])


def _said(reason: Reason) -> str:
    """Say a reason in English; one that has no wording of its own is its rule and its words."""
    if reason.rule == "the section":
        title, kind, years = reason.words
        return f"the section {title or 'at the beginning'} ({kind}, {years or 'no year'})"
    if reason.rule in WORDING:
        return WORDING[reason.rule].format(*reason.words)
    if "#" in reason.rule:
        return reason.rule.replace("#", "{}").format(*reason.words)
    if reason.field in ("unit", "bound"):
        return " ".join([*reason.words, reason.rule])
    mark = ":" if reason.field == "label" and reason.words else ""
    return " ".join([reason.rule + mark, *reason.words])


def _rejected(found: Iterable[Candidate], read: str, shown: Seen) -> Iterator[tuple[int, str]]:
    """Yield the offset of each number that is no figure, and a line that says why."""
    for candidate in found:
        quantity, veto = candidate.quantity, candidate.veto
        if veto and not veto.doubt:
            number = read[quantity.start : quantity.end]
            why = f"{veto.rule}: {veto.words}" if veto.words else veto.rule
            place = _place(shown, quantity.start, quantity.end)
            yield quantity.start, f"{number} {place} is no figure: {why}".replace("\n", "⏎")


def _unread(found: Iterable[Unread], shown: Seen) -> Iterator[tuple[int, str]]:
    """Yield the offset of each number that cannot be read safely, and a line that says why."""
    for one in found:
        yield one.start, _doubt(one.words, _place(shown, one.start, one.end), DOUBTS[one.reason])


def _page_numbers(text: str, start: int, shown: Seen) -> Iterator[tuple[int, str]]:
    """Yield the offset of each page number, and a line that says so."""
    for page in pages(text):
        if page.start() >= start:
            place = _place(shown, *page.span())
            yield page.start(), f"{page[0].strip()} {place} is no figure: a page number"


def _doubt(words: str, place: str, why: str) -> str:
    return f"doubt: {words} {place}: {why}".replace("\n", "⏎")
