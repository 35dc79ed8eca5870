"""A cleaned report's file: front matter and body, to a `Report` and back."""
import re
from collections.abc import Callable, Iterator
from datetime import date

from baogao.content import yaml_with_lines
from baogao.content.limits import LONGEST_LINE, LONGEST_TITLE
from baogao.records import Excerpt, Problem, Report

FENCE = re.compile(r"---\n(.*?\n)---\n+", re.S)
REQUIRED = ("title", "area", "year", "reviews", "plans", "source")
OPTIONAL = ("date", "meeting", "speaker", "office", "area_inferred", "excerpt", "restored", "notes")
EMPTY_LIST = ("restored", "notes")
STATED = ("date", "meeting", "office", "speaker")  # kept, and empty, where the source states nothing


def _is_year(value) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1949 <= value <= 2100


def _is_years(value) -> bool:
    return isinstance(value, list) and all(map(_is_year, value))


def _is_text(value) -> bool:
    return value is None or isinstance(value, str) and len(value) <= LONGEST_LINE


def _is_texts(value) -> bool:
    return value is None or (isinstance(value, list) and all(isinstance(item, str) and len(item) <= LONGEST_LINE for item in value))


def is_day(value) -> bool:
    """Say whether a value is a day as it is written here: `2020-04-27`."""
    try:
        return date.fromisoformat(value).isoformat() == value
    except (TypeError, ValueError):
        return False


def _has_texts(*keys: str) -> Callable[[object], bool]:
    return lambda value: isinstance(value, dict) and all(isinstance(value.get(k), str) and 0 < len(value[k]) <= LONGEST_TITLE for k in keys)


RULES: dict[str, tuple[Callable[[object], bool], str]] = {
    "title": (lambda v: isinstance(v, str) and 0 < len(v) <= LONGEST_TITLE, "the report's title"),
    "area": (_has_texts("code", "name", "level"), 'area: {code: "330200", name: 宁波市, level: prefecture}'),
    "year": (_is_year, "the year of delivery, as 2020"),
    "reviews": (_is_years, "the years looked back on, as [2019]"),
    "plans": (_is_years, "the years planned, as [2020]"),
    "source": (_has_texts("file", "first", "last"), "source: file, first and last words of the report in it"),
    "date": (lambda v: v is None or is_day(v), "a date as 2020-04-27, or nothing where the source states none"),
    **{key: (_is_text, "a text, or nothing where the source states none")
       for key in ("meeting", "speaker", "office", "area_inferred")},
    "excerpt": (lambda v: isinstance(v, bool), "true where the source is an abridgement"),
    **{key: (_is_texts, "a list of texts") for key in EMPTY_LIST},
}


def problems(path: str, data: dict, lines: dict[str, int]) -> Iterator[Problem]:
    """Yield what is missing from front matter, wrong in it, or not known."""
    for key in REQUIRED:
        if key not in data:
            yield Problem(path, 1, f"front matter lacks {key}", RULES[key][1])
    for key, value in data.items():
        if key == yaml_with_lines.LINE:
            continue
        if key not in RULES:
            yield Problem(path, lines.get(key, 1), f"unknown front matter {key!r}",
                          "known are " + ", ".join(REQUIRED + OPTIONAL))
        elif not RULES[key][0](value):
            yield Problem(path, lines.get(key, 1), f"front matter {key} cannot be {value_text(value)}", RULES[key][1])


def value_text(value) -> str:
    """Return a value as a message shows it."""
    if isinstance(value, dict):
        value = {key: item for key, item in value.items() if key != yaml_with_lines.LINE}
    return repr(value)


def parse(path: str, text: str) -> tuple[Report | None, list[Problem]]:
    """Return the report in a file's text, or None with what keeps it from being read."""
    fence = FENCE.match(text)
    if not fence:
        return None, [Problem(path, 1, "no front matter", "the file begins with --- and ends its front matter with ---")]
    try:
        data = yaml_with_lines.load(fence[1], first_line=2)
    except yaml_with_lines.YamlMistake as mistake:
        return None, [Problem(path, mistake.line, f"front matter: {mistake.message}")]
    if not isinstance(data, dict):
        return None, [Problem(path, 2, "front matter is not a mapping", "one `key: value` a line")]
    lines = {m[1]: n for n, line in enumerate(fence[1].split("\n"), 2) if (m := re.match(r"(\w+):", line))}
    found = list(problems(path, data, lines))
    if not text[fence.end():].strip():
        found.append(Problem(path, text.count("\n") + 1, "the report is empty", "its text follows the front matter"))
    return (None if found else _report(path, text, fence.end(), data)), found


def _report(path: str, text: str, body: int, data: dict) -> Report:
    texts = {key: data.get(key) or "" for key in ("date", "meeting", "speaker", "office", "area_inferred")}
    source = data["source"]
    return Report(path=path, text=text, body=body, title=data["title"], area=data["area"]["code"],
                  area_name=data["area"]["name"], area_level=data["area"]["level"], year=data["year"],
                  reviews=tuple(data["reviews"]), plans=tuple(data["plans"]),
                  source=Excerpt(source["file"], source["first"], source["last"]),
                  excerpt=data.get("excerpt", False), restored=tuple(data.get("restored") or ()), notes=tuple(data.get("notes") or ()), **texts)


def render(data: dict, body: str) -> str:
    """Return a cleaned report's file from its front matter and its lines."""
    return f"---\n{yaml_with_lines.dump(data)}---\n\n{body}\n"


def key_line(report: Report, key: str) -> int:
    """Return the line of a front-matter key."""
    found = re.search(rf"^{key}:", report.text[:report.body], re.M)
    return report.text.count("\n", 0, found.start()) + 1 if found else 1
