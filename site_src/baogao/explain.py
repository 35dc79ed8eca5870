"""`baogao extract --explain`: which rule and which words set each field of a figure, in a block of lines for people."""
from collections.abc import Iterator
from heapq import merge

from baogao.figures import Decided, decided, doubts, judged
from baogao.figures.clauses import predicate_words
from baogao.figures.nonfigures import Reason
from baogao.figures.quantities import Quantity
from baogao.figures.unsafe import Unread
from baogao.normalise import normalise, pages
from baogao.records import Figure, Section
from baogao.vocabulary import Vocabulary

DOUBTS = {"unit": "a measure is told, but no unit stands there", "masked": "a masked value",
          "letters": "glued to letters that are no name", "join": "may be one number or two"}
TITLE = 24  # in a scraped text a heading runs into what follows


def explained(text: str, sections: tuple[Section, ...], vocabulary: Vocabulary, *, area: str = "",
              year: int | None = None, start: int = 0) -> Iterator[str]:
    """Yield a block for every figure, and a line for every number that is none, or a doubt, in the order of the text.

    The arguments are those of `figures`, which reads the same way.
    """
    read = normalise(text, vocabulary.traditional)
    found = _blocks(decided(text, sections, vocabulary, area=area, year=year, start=start), read, vocabulary)
    rejected = ((quantity.start, _rejected(quantity, reason, read))
                for quantity, reason in judged(text, vocabulary, start) if reason and not reason.doubt)
    unread = ((one.start, _unread(one)) for one in doubts(text, vocabulary, start))
    numbered = ((page.start(), f"{page[0].strip()} ({page.start()}-{page.end()}) is no figure: a page number")
                for page in pages(text) if page.start() >= start)
    for _, block in merge(found, rejected, unread, numbered, key=lambda item: item[0]):
        yield block


def _blocks(found: Iterator[Decided], read: str, vocabulary: Vocabulary) -> Iterator[tuple[int, str]]:
    """Yield the offset of each figure, and its block."""
    labelled: dict[str, Figure] = {}
    last = None
    for one in found:
        yield one.figure.start, _block(one, labelled.get(one.figure.label, last), read, vocabulary)
        last = labelled[one.figure.label] = one.figure


def _block(one: Decided, before: Figure | None, read: str, vocabulary: Vocabulary) -> str:
    """Return the block of a figure; `before` is the last one with its label, or the last one."""
    figure, quantity = one.figure, one.slot.quantity
    ends = [str(value) for value in (figure.value, figure.value_high) if value is not None]
    rows = [("value", "..".join(ends), _numeral(quantity, read)),
            ("unit", figure.unit, _unit(quantity, read)),
            ("bound", figure.bound, " ".join(filter(None, (one.bound.word, one.bound.place))) or "no word"),
            ("kind", figure.kind, _kind(one, vocabulary)),
            ("status", figure.status, _time(one)),
            ("period", figure.period, one.time.span or "that year"),
            ("label", figure.label, _label(one, before)),
            ("indicator", figure.indicator or "-", _indicator(one)),
            ("area", figure.area or "-", _area(one))]
    lines = (f"  {name:10}{value or '?'}: {why}" for name, value, why in rows)
    return "\n".join([f"{figure.text} ({figure.start}-{figure.end})".replace("\n", "⏎"), *lines])


def _rejected(quantity: Quantity, reason: Reason, read: str) -> str:
    words = f": {reason.words}" if reason.words else ""
    return (f"{read[quantity.start:quantity.end]} ({quantity.start}-{quantity.end}) is no figure: "
            f"{reason.rule}{words}").replace("\n", "⏎")


def _unread(one: Unread) -> str:
    return f"doubt: {one.words} ({one.start}-{one.end}): {DOUBTS[one.reason]}".replace("\n", "⏎")


def _numeral(quantity: Quantity, read: str) -> str:
    written = read[quantity.start:quantity.number_end]
    form = "" if quantity.form == "plain" else f", a {quantity.form}"
    size = f", times {quantity.size}" if quantity.size > 1 else ""
    return f"{written}{form}{size}"


def _unit(quantity: Quantity, read: str) -> str:
    spelt = read[quantity.number_end:quantity.end].strip()
    return ", ".join(filter(None, (spelt and f"{spelt} behind the numeral", quantity.unit_from))) or "none stated"


def _kind(one: Decided, vocabulary: Vocabulary) -> str:
    words = " ".join(predicate_words(one.slot.predicate, vocabulary))
    said = [f"{one.kind.rule} {one.kind.words}".strip(), words and f"predicate {words}",
            "as the first of its list" if one.slot.bare else ""]
    return "; ".join(filter(None, said))


def _time(one: Decided) -> str:
    """Say which section a figure stands in, and what its sentence states over that."""
    section = one.section
    years = "-".join(dict.fromkeys(map(str, (section.years[0], section.years[-1])))) if section and section.years else "no year"
    said = [f"the section {section.title[:TITLE] or 'at the beginning'} ({section.kind}, {years})" if section else "no section",
            "" if one.time.rule == "the section" else f"{one.time.rule} {one.time.words}".strip()]
    return "; ".join(filter(None, said))


def _label(one: Decided, before: Figure | None) -> str:
    return f"{one.named.rule}: {before.text} {before.label}" if before and "before" in one.named.rule else one.named.rule


def _indicator(one: Decided) -> str:
    if one.named.area:
        return "not the report's own area"
    if not one.known.alias:
        return "no indicator of that name"
    return f"alias {one.known.alias}" + ("" if one.known.id else f", but its unit is not {one.figure.unit or 'none'}")


def _area(one: Decided) -> str:
    if not one.named.area:
        return "the report's own"
    return "named in its clause" if one.named.area in one.slot.own else "named earlier in the sentence"
