"""What `content/site.yml` sets, each value held to what it can be."""
import os
import re
from collections.abc import Callable
from datetime import datetime, timezone

from baogao.content import yaml_with_lines
from baogao.content.front_matter import is_day
from baogao.records import Problem, Site

FIRST_DAY = "1980-01-01"  # from it on ZIP counts
EPOCH = "SOURCE_DATE_EPOCH"
# Nothing that ends an attribute, a line of a script, or an address; http alone leads a reader where it says.
ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~%+-]*)*")
FORMS: dict[str, tuple[Callable[[str], object], str]] = {
    **{key: (ADDRESS.fullmatch, "an address as https://example.org/baogao/") for key in ("base_url", "repository_url")},
    "version": (re.compile("[0-9A-Za-z.+-]{1,40}").fullmatch, "as 0.1.0"),
    "date": (lambda value: is_day(value) and value >= FIRST_DAY, "a date as 2020-04-27"),
}


def site(data: dict, shown: str) -> tuple[Site, list[Problem]]:
    """Return the settings, empty where they are mistaken, and what is wrong with them."""
    known = sorted({*Site.__dataclass_fields__, "format"})
    found = [Problem(shown, 1, f"unknown setting {key!r}", "known are " + ", ".join(known)) for key in sorted(data.keys() - {*known, yaml_with_lines.LINE})]
    values = {}
    for key in Site.__dataclass_fields__:
        value = data.get(key) or ""
        holds, form = FORMS.get(key, (bool, "a text"))
        fits = value == "" or isinstance(value, str) and holds(value)
        found += [] if fits else [Problem(shown, 1, f"{key} cannot be {value!r}", form)]
        values[key] = value if fits else ""
    found += [Problem(shown, 1, f"lacks {key}") for key in ("title", "description") if data and not data.get(key)]
    if data and not data.get("date"):
        values["date"] = _asked_for(os.environ.get(EPOCH, ""), shown, found)
    if values["base_url"] and not values["base_url"].endswith("/"):
        values["base_url"] += "/"
    return Site(**values), found


def _asked_for(seconds: str, shown: str, found: list[Problem]) -> str:
    """Return the day, in UTC, of the SOURCE_DATE_EPOCH of reproducible builds: where content states none, never the clock's."""
    if not seconds:
        found.append(Problem(shown, 1, "lacks date", "the day of the data, as 2020-04-27"))
        return ""
    try:
        day = datetime.fromtimestamp(int(seconds), timezone.utc).date().isoformat()
    except (ValueError, OverflowError, OSError):
        day = ""
    if day >= FIRST_DAY:
        return day
    found.append(Problem(shown, 1, f"{EPOCH} cannot be {seconds!r}", f"whole seconds since 1970, not before {FIRST_DAY}"))
    return ""
