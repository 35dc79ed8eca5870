"""A cleaned report's file: front matter and body, to a `Report` and back."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from baogao.content import yaml_with_lines, yaml_writer
from baogao.content.limits import FIRST_YEAR, LAST_YEAR, LONGEST_LINE, LONGEST_TITLE, MOST_NOTES
from baogao.content.recorded_folder import one_name
from baogao.content.yaml_entries import Entry
from baogao.records import Excerpt, Problem, Report

FENCE = re.compile(r"---\n(.*?\n)---\n+", re.S)
KEY = re.compile(r"(\w+):")
REQUIRED = ("title", "area", "year", "reviews", "plans", "source")
EMPTY_LIST = ("restored", "altered", "may_be_wrong", "notes")
OPTIONAL = ("date", "meeting", "speaker", "office", "area_inferred", "excerpt", *EMPTY_LIST)
STATED = ("date", "meeting", "office", "speaker")  # kept, and empty, where the source has nothing
OPTIONAL_TEXTS = (*STATED, "area_inferred")
FENCES_HINT = "the file begins with --- and ends its front matter with ---"


class Rule(NamedTuple):
    """What the value of a key must fulfil, and in words what it is."""

    holds: Callable[[object], bool]
    meaning: str


def _is_year(value: object) -> bool:
    return (
        isinstance(value, int) and not isinstance(value, bool) and FIRST_YEAR <= value <= LAST_YEAR
    )


def _is_years(value: object) -> bool:
    return isinstance(value, list) and len(value) <= MOST_NOTES and all(map(_is_year, value))


def _is_title(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and len(value) <= LONGEST_TITLE


def _is_line(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST_LINE


def _says_a_line(value: object) -> bool:
    return _is_line(value) and bool(str(value).strip())


def _is_line_or_nothing(value: object) -> bool:
    return value is None or _is_line(value)


def _is_lines_or_nothing(value: object) -> bool:
    if value is None:
        return True
    return isinstance(value, list) and len(value) <= MOST_NOTES and all(map(_says_a_line, value))


def _is_day_or_nothing(value: object) -> bool:
    return value is None or is_day(value)


def is_day(value: object) -> bool:
    """Say whether a value is a day as it is written here: `2020-04-27`."""
    if not isinstance(value, str):
        return False
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _has_titles(*keys: str) -> Callable[[object], bool]:
    return lambda value: isinstance(value, dict) and all(_is_title(value.get(key)) for key in keys)


RULES = {
    "title": Rule(_is_title, "the report's title"),
    "area": Rule(
        _has_titles("code", "name", "level"),
        'area: {code: "330200", name: 宁波市, level: prefecture}',
    ),
    "year": Rule(_is_year, "the year of delivery, as 2020"),
    "reviews": Rule(_is_years, "the years looked back on, as [2019]"),
    "plans": Rule(_is_years, "the years planned, as [2020]"),
    "source": Rule(
        _has_titles("file", "first", "last"),
        "source: file, first and last words of the report in it",
    ),
    **dict.fromkeys(
        OPTIONAL_TEXTS,
        Rule(_is_line_or_nothing, "a text, or nothing where the source states none"),
    ),
    "date": Rule(
        _is_day_or_nothing, "a date as 2020-04-27, or nothing where the source states none"
    ),
    "excerpt": Rule(
        lambda value: isinstance(value, bool), "true where the source is an abridgement"
    ),
    **dict.fromkeys(EMPTY_LIST, Rule(_is_lines_or_nothing, "a list of texts")),
}


def problems(path: str, data: Entry, lines: dict[str, int]) -> Iterator[Problem]:
    """Yield what is missing from front matter, wrong in it, or not known."""
    for key in REQUIRED:
        if key not in data:
            yield Problem(path, 1, f"front matter lacks {key}", RULES[key].meaning)
    for key, value in data.items():
        line = lines.get(key, 1)
        if key == yaml_with_lines.LINE:
            continue
        if key not in RULES:
            known = "known are " + ", ".join(REQUIRED + OPTIONAL)
            yield Problem(path, line, f"unknown front matter {key!r}", known)
        elif not RULES[key].holds(value):
            message = f"front matter {key} cannot be {value_text(value)}"
            yield Problem(path, line, message, RULES[key].meaning)


def value_text(value: object) -> str:
    """Return a value as a message shows it."""
    if isinstance(value, dict):
        value = {key: item for key, item in value.items() if key != yaml_with_lines.LINE}
    return repr(value)


def parse(path: str, text: str) -> tuple[Report | None, list[Problem]]:
    """Return the report in a file's text, or None with what keeps it from being read."""
    fence = FENCE.match(text)
    if not fence:
        return None, [Problem(path, 1, "no front matter", FENCES_HINT)]
    try:
        data = yaml_with_lines.load(fence[1], first_line=2)
    except yaml_with_lines.YamlMistake as mistake:
        return None, [Problem(path, mistake.line, f"front matter: {mistake.message}")]
    if not isinstance(data, dict):
        return None, [Problem(path, 2, "front matter is not a mapping", "one `key: value` a line")]
    found = list(problems(path, data, _key_lines(fence[1])))
    if not text[fence.end() :].strip():
        last = text.count("\n") + 1
        hint = "its text follows the front matter"
        found.append(Problem(path, last, "the report is empty", hint))
    return (None if found else _report(path, text, fence.end(), data)), found


def _key_lines(front_matter: str) -> dict[str, int]:
    """Return the lines in the file on which the keys stand."""
    lines = enumerate(front_matter.split("\n"), 2)
    return {match[1]: number for number, line in lines if (match := KEY.match(line))}


def _report(path: str, text: str, body: int, data: Entry) -> Report:
    area, source = data["area"], data["source"]
    return Report(
        path=path,
        text=text,
        body=body,
        title=data["title"],
        area=area["code"],
        area_name=area["name"],
        area_level=area["level"],
        year=data["year"],
        reviews=tuple(data["reviews"]),
        plans=tuple(data["plans"]),
        source=Excerpt(one_name(source["file"]), source["first"], source["last"]),
        date=data.get("date") or "",
        meeting=data.get("meeting") or "",
        speaker=data.get("speaker") or "",
        office=data.get("office") or "",
        area_inferred=data.get("area_inferred") or "",
        excerpt=data.get("excerpt", False),
        **{key: tuple(data.get(key) or ()) for key in EMPTY_LIST},
    )


def render(data: Entry, body: str) -> str:
    """Return a cleaned report's file from its front matter and its lines."""
    return f"---\n{yaml_writer.dump(data)}---\n\n{body}\n"


def key_line(report: Report, key: str) -> int:
    """Return the line of a front-matter key."""
    found = re.search(rf"^{key}:", report.text[: report.body], re.M)
    return report.text.count("\n", 0, found.start()) + 1 if found else 1
