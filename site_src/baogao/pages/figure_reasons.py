"""How the figures of a report were read: for each field the rules that set it, each way once."""

from decimal import Decimal
from itertools import groupby

from baogao.content.decimal_text import grouped
from baogao.reading.field_reasons import Reason
from baogao.records import Mention

CERTAINTY = "certainty"
FIELDS = (
    "value",
    "unit",
    "bound",
    "kind",
    "status",
    "period",
    "label",
    "indicator",
    "area",
    CERTAINTY,
)
NOT_READ = -1  # the number of the reasons of a field that has none


class Reasons:
    """The ways in which the fields of figures were read, each once."""

    def __init__(self, strings: dict):
        self.why: dict[str, list[list[list[object]]]] = {field: [] for field in FIELDS}
        self._doubts = strings["certainty"]["reasons"].keys()
        self._numbers: dict[str, dict[tuple, int]] = {field: {} for field in FIELDS}

    def of(self, mention: Mention) -> list[int]:
        """Return for each field the number of its reasons; noughts at the end go without saying."""
        found = dict.fromkeys(FIELDS, NOT_READ)
        for field, group in groupby(mention.reasons, key=lambda reason: reason.field):
            found[field] = self._number(field, self._told(field, list(group), mention))
        if found[CERTAINTY] == NOT_READ:
            found[CERTAINTY] = self._number(CERTAINTY, ())
        numbers = list(found.values())
        while numbers and not numbers[-1]:
            numbers.pop()
        return numbers

    def _number(self, field: str, told: tuple) -> int:
        numbers = self._numbers[field]
        if told not in numbers:
            numbers[told] = len(numbers)
            self.why[field].append([list(reason) for reason in told])
        return numbers[told]

    def _told(self, field: str, reasons: list[Reason], mention: Mention) -> tuple:
        """Return the reasons of a field that are told of.

        Of what an editor has set there is no doubt. A predicate that another rule found, too, is
        not named twice.
        """
        if field == CERTAINTY:
            known = [one for one in reasons if one.rule in self._doubts and not mention.edited]
            return tuple((one.rule, *one.words) for one in known)
        found = {one.words for one in reasons if one.rule != "predicate"}
        return tuple(
            _reason(one, mention)
            for one in reasons
            if one.rule != "predicate" or one.words not in found
        )


def _reason(reason: Reason, mention: Mention) -> tuple[object, ...]:
    """Return a rule with its words: 0 is the label, another number the beginning of the figure."""
    if reason.field == "value":
        if reason.rule == "times":
            return "times", *(grouped(Decimal(word)) for word in reason.words)
        text = mention.figure.text
        return reason.rule, *(_beginning(word, text) for word in reason.words)
    label = mention.figure.label
    return reason.rule, *(0 if word == label else word for word in reason.words)


def _beginning(word: str, text: str) -> int | str:
    return len(word) if word and text.startswith(word) else word
