"""What a reading says that the words beside its number, its sentence and its section do not.

Most of it is right: a reviewer is told where to look, nothing is decided.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from baogao.content.decimal_text import exact
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.preview.review.figure_json import Json
from baogao.preview.review.seen import Seen
from baogao.records import Mention

NEAR = 8  # characters beside a number
SHORTEST = 2  # a word of a bound or of rising; one character alone is often part of another word
MAGNITUDES = {
    "": 1,
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "十万": 10**5,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "万亿": 10**12,
}
NUMBER = re.compile(r"([0-9,]*[0-9](?:\.[0-9]+)?)[多余几]?(万亿|[千百十]?万|[亿千百十]|)")
NO_PLAIN_NUMBER = re.compile(r"[/／:：分倍翻]")
SHARES = ("%", "个百分点")
# What figures of a kind of section are not.
OTHER_STATUS = {"review": "target", "outlook": "actual", "tasks": "actual", "government": "actual"}


def beyond_sentence(seen: Seen, mention: Mention, words: Json) -> list[Json]:
    """Return what a figure's own words do not say of it, by field, for people."""
    return [
        {"kind": "beyond", "field": field, "said": words[field], "href": ""}
        for field, is_beyond in LOOKED_AT.items()
        if is_beyond(seen, mention)
    ]


def _value(seen: Seen, mention: Mention) -> bool:
    """A value that the digits and magnitudes in print do not give; of fractions they cannot."""
    figure = mention.figure
    printed = [
        (exact(digits.replace(",", "")), size) for digits, size in NUMBER.findall(figure.text)
    ]
    if not printed or NO_PLAIN_NUMBER.search(figure.text):
        return False
    last = printed[-1][1]
    given = {
        number * MAGNITUDES[size]
        for number, own in printed
        if number is not None
        for size in _sizes(own, last, figure.unit)
    }
    return any(
        end is not None and abs(end) not in given for end in (figure.value, figure.value_high)
    )


def _sizes(own: str, last: str, unit: str) -> tuple[str, ...]:
    """Return what a number can be counted in: 500千瓦 are 500 of 千瓦, the 3 of 3～5万 are 万."""
    if not own:
        return "", last
    return (own, "") if unit.startswith(own) else (own,)


def _status(seen: Seen, mention: Mention) -> bool:
    sections = seen.reading.sections
    kind = sections[mention.section].kind if sections else ""
    return mention.figure.status == OTHER_STATUS.get(kind)


def _period(seen: Seen, mention: Mention) -> bool:
    report, quote = seen.report, seen.reading.quote(mention)
    known = {str(year) for year in (*report.reviews, *report.plans)}
    years = [year for year in mention.figure.period.split("-") if year]
    if years and mention.figure.status == "target" and int(years[-1]) < report.year:
        return True  # what is promised is to come
    return any(not (year in known or year in quote or f"{year[2:]}年" in quote) for year in years)


def _area(seen: Seen, mention: Mention) -> bool:
    area, quote = mention.figure.area, seen.reading.quote(mention)
    return bool(area) and not any(name in quote for name in area.split("、"))


def _unit(seen: Seen, mention: Mention) -> bool:
    """A unit that is not printed with the number; money and what is printed in another spelling."""
    figure = mention.figure
    printed = {one for spelt, (one, _) in seen.vocabulary.spellings.items() if spelt in figure.text}
    return bool(printed) and figure.unit not in printed and figure.unit not in figure.text


def _indicator(seen: Seen, mention: Mention) -> bool:
    """An indicator that is not the one of that name."""
    figure = mention.figure
    named = _named(seen.vocabulary).get(figure.label)
    return named is not None and figure.indicator not in (None, named)


@lru_cache(maxsize=1)
def _named(vocabulary: Vocabulary) -> dict[str, str]:
    """Return the indicators by all that they are called."""
    indicators = vocabulary.indicators.values()
    return {name: one.id for one in indicators for name in (one.zh, *one.aliases)}


def _kind(seen: Seen, mention: Mention) -> bool:
    figure, words = mention.figure, seen.vocabulary.words
    if figure.kind != "level" or figure.unit not in SHARES:
        return False
    return _before(seen, mention).endswith(_long((*words["rise"], *words["fall"])))


def _bound(seen: Seen, mention: Mention) -> bool:
    if mention.figure.bound != "eq":
        return False
    end = mention.figure.end
    behind = seen.report.text[end : end + NEAR]
    before, after = (_bound_words(seen.vocabulary, place) for place in ("before", "after"))
    return behind.startswith(after) or _before(seen, mention).endswith(before)


def _before(seen: Seen, mention: Mention) -> str:
    start = mention.figure.start
    return seen.report.text[max(mention.sentence_start, start - NEAR) : start]


@lru_cache(maxsize=2)
def _bound_words(vocabulary: Vocabulary, place: str) -> tuple[str, ...]:
    found: Iterator[str] = (
        word for where, _, words in vocabulary.bounds if where == place for word in words
    )
    return _long(found)


def _long(words: Iterator[str] | tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if len(word) >= SHORTEST)


LOOKED_AT: dict[str, Callable[[Seen, Mention], bool]] = {
    "value": _value,
    "indicator": _indicator,
    "status": _status,
    "period": _period,
    "area": _area,
    "unit": _unit,
    "kind": _kind,
    "bound": _bound,
}
