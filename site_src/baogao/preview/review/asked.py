"""What the reviewer's page asks for: a JSON object, looked at before anything is done with it."""

import json
from collections.abc import Callable
from typing import Any

from baogao.content.limits import LONGEST_LINE

MOST_AT_ONCE = 100  # figures or doubts of one action
FIGURES, DOUBTS = "figures", "doubts"


class Bad(Exception):
    """The request is none: no JSON, no known action, or not the fields that it needs."""


class Refused(Exception):
    """What is asked for cannot be: a field cannot be so, or what is written could not be read."""

    def __init__(self, message: str, field: str = ""):
        super().__init__(message)
        self.message, self.field = message, field


Rule = Callable[[Any], bool]


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_line(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST_LINE and "\n" not in value


def _is_mapping(value: Any) -> bool:
    return isinstance(value, dict)


def _are_chosen(value: Any) -> bool:
    """Say whether a value is a list of things with the versions that the reviewer has seen."""
    if not isinstance(value, list) or not 0 < len(value) <= MOST_AT_ONCE:
        return False
    return all(
        isinstance(one, dict)
        and one.keys() == {"id", "version"}
        and all(isinstance(text, str) for text in one.values())
        for one in value
    )


def _is_one(value: Any) -> bool:
    return _are_chosen(value) and len(value) == 1


MANY: dict[str, Rule] = {FIGURES: _are_chosen}
PLACE: dict[str, Rule] = {"start": _is_count, "end": _is_count}
WHY: dict[str, Rule] = {"why": _is_line}
SET: dict[str, Rule] = {"set": _is_mapping}
# What each action needs, and what it may have.
ACTIONS: dict[str, tuple[dict[str, Rule], dict[str, Rule]]] = {
    "right": (MANY, {}),
    "wrong": ({FIGURES: _is_one} | SET, WHY),
    "reject": (MANY, WHY),
    "reopen": (MANY, {}),
    "later": (MANY, {}),
    "propose": (PLACE, {}),
    "add": (PLACE, SET | WHY),
    "confirm": ({DOUBTS: _are_chosen}, {}),
    "mend": ({DOUBTS: _is_one, "value": lambda value: True}, {}),
    "undo": ({}, {"step": _is_count}),
}


def asked(body: bytes) -> dict[str, Any]:
    """Return the action that a request asks for; raise `Bad` where it is none."""
    try:
        told = json.loads(body, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise Bad("not JSON") from None
    action = told.get("action") if isinstance(told, dict) else None
    if not isinstance(action, str) or action not in ACTIONS:
        raise Bad("no known action")
    needs, may = ACTIONS[action]
    rules = needs | may
    for name in needs:
        if name not in told:
            raise Bad(f"{action} lacks {name}")
    for name, value in told.items():
        if name != "action" and not (name in rules and rules[name](value)):
            raise Bad(f"{action} cannot have this {name}"[:LONGEST_LINE])
    return dict(told)


def _refuse(word: str) -> None:
    raise ValueError(word)  # NaN and Infinity are no JSON
