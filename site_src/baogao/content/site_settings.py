"""What `content/site.yml` sets, each value held to what it can be."""

import os
import re
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, datetime

from baogao.content.front_matter import is_day
from baogao.content.languages import CHINESE
from baogao.content.limits import LONGEST_TITLE
from baogao.content.vocabulary_layers import OWN
from baogao.content.web_addresses import is_web_address
from baogao.content.yaml_entries import Entry
from baogao.content.yaml_with_lines import LINE
from baogao.record_decorator import record
from baogao.records import Problem


@record
class Site:
    """What `content/site.yml` says.

    Mistakes are told at `repository_url`, the tracker, else at `contact`, a mailbox or a page.
    """

    title: str
    tagline: str
    description: str
    base_url: str
    repository_url: str
    version: str = ""
    date: str = ""
    vocabulary: str = ""
    operator: str = ""
    contact: str = ""
    english_title: str = ""
    english_tagline: str = ""
    english_description: str = ""

    def in_language(self, language: str) -> "Site":
        """Return the settings with the words of a language, where there are some."""
        if language == CHINESE:
            return self
        return replace(
            self,
            title=self.english_title or self.title,
            tagline=self.english_tagline or self.tagline,
            description=self.english_description or self.description,
        )

    def address(self, page: str) -> str:
        """Return the whole address of a page; empty where the site's own is not known."""
        return self.base_url + page if self.base_url else ""


FIRST_DAY = "1980-01-01"  # from it on ZIP counts
EPOCH = "SOURCE_DATE_EPOCH"
KEYS = tuple(field.name for field in fields(Site))
# Nothing that ends an attribute, a line of a script, or an address; http alone leads a reader where
# it says: https://example.org:8000/baogao/
ADDRESS = re.compile(
    r"""
    https?://
    [A-Za-z0-9.-]+            # example.org
    (:[0-9]{1,5})?            # :8000
    (/[A-Za-z0-9._~%+-]*)*    # /baogao/
    """,
    re.X,
)
MAILBOX = re.compile(r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}")
VERSION = re.compile("[0-9A-Za-z.+-]{1,40}")
Form = tuple[Callable[[str], object], str]  # what a value must fulfil, and in words what it is


def _is_address(value: str) -> bool:
    """Say whether a value is the address of a site, as browsers understand addresses."""
    is_plain = len(value) <= LONGEST_TITLE and bool(ADDRESS.fullmatch(value))
    return is_plain and is_web_address(value)


def _is_contact(value: str) -> bool:
    return bool(MAILBOX.fullmatch(value)) or _is_address(value)


ADDRESS_FORM: Form = (_is_address, "an address as https://example.org/baogao/")
TITLE_FORM: Form = (
    lambda value: len(value) <= LONGEST_TITLE and len(value.strip().splitlines()) == 1,
    f"a line of {LONGEST_TITLE} characters at most",
)
FORMS: dict[str, Form] = {
    "title": TITLE_FORM,
    "tagline": TITLE_FORM,
    "description": TITLE_FORM,
    "english_title": TITLE_FORM,
    "english_tagline": TITLE_FORM,
    "english_description": TITLE_FORM,
    "base_url": ADDRESS_FORM,
    "repository_url": ADDRESS_FORM,
    "operator": TITLE_FORM,
    "contact": (
        _is_contact,
        "a mailbox as name@example.org, or an address as https://example.org/",
    ),
    "version": (VERSION.fullmatch, "as 0.1.0"),
    "vocabulary": (OWN.__eq__, "own: the site's words alone; left out: baogao's, and the site's"),
    "date": (lambda value: is_day(value) and value >= FIRST_DAY, "a date as 2020-04-27"),
}


def site(data: Entry, shown: str) -> tuple[Site, list[Problem]]:
    """Return the settings, empty where they are mistaken, and what is wrong with them."""
    known = sorted({*KEYS, "format"})
    found = [
        Problem(shown, 1, f"unknown setting {key!r}", "known are " + ", ".join(known))
        for key in sorted(data.keys() - {*known, LINE})
    ]
    values = {key: _value(key, data.get(key) or "", shown, found) for key in KEYS}
    lacking = [key for key in ("title", "description") if data and not data.get(key)]
    found += [Problem(shown, 1, f"lacks {key}") for key in lacking]
    if data and not data.get("date"):
        values["date"] = _asked_for(os.environ.get(EPOCH, ""), shown, found)
    if values["base_url"] and not values["base_url"].endswith("/"):
        values["base_url"] += "/"
    return Site(**values), found


def _value(key: str, value: object, shown: str, found: list[Problem]) -> str:
    """Return the value of a setting, empty where it cannot be that."""
    holds, form = FORMS[key]
    if isinstance(value, str) and (value == "" or holds(value)):
        return value
    found.append(Problem(shown, 1, f"{key} cannot be {value!r}", form))
    return ""


def _asked_for(seconds: str, shown: str, found: list[Problem]) -> str:
    """Return the day, in UTC, of the SOURCE_DATE_EPOCH of reproducible builds.

    It counts where content states no day; the clock's never does.
    """
    if not seconds:
        found.append(Problem(shown, 1, "lacks date", "the day of the data, as 2020-04-27"))
        return ""
    try:
        day = datetime.fromtimestamp(int(seconds), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        day = ""
    if day >= FIRST_DAY:
        return day
    hint = f"whole seconds since 1970, not before {FIRST_DAY}"
    found.append(Problem(shown, 1, f"{EPOCH} cannot be {seconds!r}", hint))
    return ""
