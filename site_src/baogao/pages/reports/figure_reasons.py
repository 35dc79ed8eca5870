"""How the figures of a report were read: for each field the rules that set it, each way once."""

from decimal import Decimal

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
PLACES = {field: place for place, field in enumerate(FIELDS)}
OWN = frozenset(("value", "label", "indicator"))  # whose reasons name the figure's own words
Group = tuple[Reason, ...]  # of one field
Told = tuple[tuple[object, ...], ...]
NOT_READ = -1  # the number of the reasons of a field that has none


class Reasons:
    """The ways in which the fields of figures were read, each once."""

    def __init__(self, strings: dict):
        self.why: dict[str, list[Told]] = {field: [] for field in FIELDS}
        self._doubts = strings["certainty"]["reasons"].keys()
        self._numbers: dict[str, dict[Told, int]] = {field: {} for field in FIELDS}
        # The field's place and the number of reasons that say the same of every figure.
        self._seen: dict[Group, tuple[int, int]] = {}

    def of(self, mention: Mention) -> list[int]:
        """Return for each field the number of its reasons; noughts at the end go without saying."""
        numbers = [NOT_READ] * len(FIELDS)
        for group in _by_field(mention.reasons):
            number = None if mention.edited else self._seen.get(group)
            if number is None:
                field = group[0].field
                number = PLACES[field], self._number(field, self._told(field, group, mention))
                is_own = field in OWN and any(one.words for one in group)
                if not is_own and not mention.edited:
                    self._seen[group] = number
            numbers[number[0]] = number[1]
        if numbers[-1] == NOT_READ:
            numbers[-1] = self._number(CERTAINTY, ())
        while numbers and not numbers[-1]:
            numbers.pop()
        return numbers

    def _number(self, field: str, told: Told) -> int:
        numbers = self._numbers[field]
        if told not in numbers:
            numbers[told] = len(numbers)
            self.why[field].append(told)
        return numbers[told]

    def _told(self, field: str, reasons: Group, mention: Mention) -> Told:
        """Return the reasons of a field that are told of.

        Of what an editor has set there is no doubt. A predicate that another rule found, too, is
        not named twice.
        """
        if field == CERTAINTY:
            known = [one for one in reasons if one.rule in self._doubts and not mention.edited]
            return tuple((one.rule, *one.words) for one in known)
        if len(reasons) > 1:
            found = {one.words for one in reasons if one.rule != "predicate"}
            reasons = tuple(
                one for one in reasons if one.rule != "predicate" or one.words not in found
            )
        return tuple(_reason(one, mention) for one in reasons)


def _by_field(reasons: Group) -> list[Group]:
    """Return the reasons of each field, which stand together."""
    groups: list[Group] = []
    last = ""
    for reason in reasons:
        if reason[0] == last:
            groups[-1] += (reason,)
        else:
            groups.append((reason,))
            last = reason[0]
    return groups


def _reason(reason: Reason, mention: Mention) -> tuple[object, ...]:
    """Return a rule with its words: 0 is the label, another number the beginning of the figure."""
    if reason.field not in OWN:
        return reason.rule, *reason.words
    if reason.field != "value":
        label = mention.figure.label
        return reason.rule, *(0 if word == label else word for word in reason.words)
    if reason.rule == "times":
        return "times", *(grouped(Decimal(word)) for word in reason.words)
    text = mention.figure.text
    return reason.rule, *(_beginning(word, text) for word in reason.words)


def _beginning(word: str, text: str) -> int | str:
    return len(word) if word and text.startswith(word) else word
