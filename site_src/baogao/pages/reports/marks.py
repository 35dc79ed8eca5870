"""What is seen and heard of a marked figure: reported or a target, of what kind, known or not.

A mark's class says it in a letter. What is seen goes by `static/reader.css`; what is heard are
words in the style sheet, made here once for all marks.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import product

from markupsafe import Markup

from baogao.content.vocabulary.words_beyond_reading import Wordlists
from baogao.corpus.observations import clause
from baogao.pages.fast_html import class_attribute
from baogao.records import Mention, Reading

SHEET = "reader.css"  # where what is heard stands, behind what is written there
CHANGE, GROWTH = "change", "growth"
# The first of each goes without saying. The legend's switches choose marks by the same
# (`chosen_by`); what is heard tells growth from other changes.
STATUSES = {"actual": "", "target": "t"}
KINDS = {"level": "", CHANGE: "c", GROWTH: "g", "rank": "r"}
KNOWN = {"known": "", "unknown": "u"}
GROUPS = (STATUSES, KINDS, KNOWN)
CLASSES = {
    traits: class_attribute(group[trait] for group, trait in zip(GROUPS, traits, strict=True))
    for traits in product(*GROUPS)
}


def kinds(group: Sequence[Mention]) -> tuple[str, str, str]:
    """Return what a mark shows: status and kind of its first figure, and if one is known."""
    figure = group[0].figure
    known = any(mention.figure.indicator for mention in group)
    return figure.status, figure.kind, "known" if known else "unknown"


def attribute(group: Sequence[Mention], growing: Container[str]) -> Markup:
    """Return the class of a mark, as an attribute; `growing` are the anchors of growth."""
    status, kind, known = kinds(group)
    return CLASSES[status, GROWTH if group[0].anchor in growing else kind, known]


def growing(reading: Reading, wordlists: Wordlists) -> frozenset[str]:
    """Return the anchors of the figures that are a growth."""
    return frozenset(
        mention.anchor
        for mention in reading.mentions
        if mention.figure.kind == CHANGE and _measure(reading, mention, wordlists) == GROWTH
    )


def _measure(reading: Reading, mention: Mention, wordlists: Wordlists) -> str:
    figure = mention.figure
    return wordlists.measure(figure.kind, figure.unit, clause(reading, mention))


def switches(counts: Mapping[str, int], strings: dict) -> list[dict]:
    """Return the kinds of marks that a reader can hide, with their `counts`: a legend too."""
    words = strings["reader"]
    groups = {
        "statuses": strings["statuses"],
        "kinds": strings["kinds"],
        "indicators": {name: words[name] for name in ("known", "unknown")},
    }
    return [
        {
            "name": words[group],
            "switches": [
                {"id": id, "name": name, "count": counts[id], "marks": chosen_by(id)}
                for id, name in names.items()
                if counts[id]
            ],
        }
        for group, names in groups.items()
    ]


def chosen_by(trait: str) -> str:
    """Return the selector of the marks that have a trait: a status, a kind, known or not."""
    if trait == CHANGE:
        return _any_of([KINDS[CHANGE], KINDS[GROWTH]])
    group = next(group for group in GROUPS if trait in group)
    own, others = group[trait], [letter for letter in group.values() if letter]
    return f".{own}" if own else f":not({_listed(others)})"


def _any_of(letters: Sequence[str]) -> str:
    return f":is({_listed(letters)})"


def _listed(letters: Sequence[str]) -> str:
    return ",".join(f".{letter}" for letter in letters)


def sheet(strings: dict) -> str:
    """Return the rules that say behind a mark what its figure is: `8.1%`, 同比增长, 已报告."""
    return "\n".join(_rules(strings)) + "\n"


def _rules(strings: dict) -> Iterator[str]:
    comma = strings["punctuation"]["comma"]
    named = {
        "level": "",
        CHANGE: strings["kinds"][CHANGE],
        GROWTH: strings["measures"][GROWTH],
        "rank": strings["kinds"]["rank"],
    }
    for status, kind in product(STATUSES, KINDS):
        letters = "".join(f".{letter}" for letter in (STATUSES[status], KINDS[kind]) if letter)
        said = [named[kind], strings["statuses"][status]]
        words = "".join(comma + one for one in said if one)
        yield f'.text a[id|=f]{letters}{{--heard:""/"{words}"}}'
