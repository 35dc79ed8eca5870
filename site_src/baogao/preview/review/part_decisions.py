"""What a decision on a report's metadata, headings and doubts makes of its files.

A mended key stands in the front matter, a mended heading in its line's marks; that somebody has
looked at them stands in `content/reviews/`.
"""

import re
from collections.abc import Mapping
from typing import Any

from baogao.content.reports.front_matter import FENCE, RULES
from baogao.content.reports.part_reviews import LEVELS, METADATA
from baogao.content.yaml import yaml_with_lines, yaml_writer
from baogao.preview.review.asked import DOUBTS, Refused
from baogao.preview.review.figure_json import Json
from baogao.preview.review.rows import Rows
from baogao.preview.review.seen import Seen, paths_of

ELSEWHERE = "mend it in an editor"
BLANKS = re.compile(r"\s+")


class PartDecisions:
    """What is to become of some parts of a report; `parts` are all that it has, by their ids."""

    def __init__(self, seen: Seen, parts: Mapping[str, Json]):
        self._seen, self._parts = seen, parts
        self._rows = Rows(seen)
        self._path = paths_of(seen.report.id)["reports"]

    def texts(self, told: dict[str, Any]) -> dict[str, str | None]:
        """Return the files that an action changes, as they are to be; raise `Refused`."""
        for one in told[DOUBTS]:
            part = self._parts[one["id"]]
            if told["action"] == "mend":
                self._mend(part, told["value"])
            else:
                self._confirm(part)
        return self._rows.texts

    def _confirm(self, part: Json) -> None:
        if part["kind"] == "metadata":
            self._rows.part("metadata", part["key"], part["value"])
        elif part["kind"] == "heading":
            self._rows.part("heading", _anchor(part), part["level"])
        else:
            words = part["text"] if part["kind"] == "number" else part["said"][0]
            self._rows.part("doubt", part["line"], words)

    def _mend(self, part: Json, value: Any) -> None:
        if part["kind"] == "metadata" and part["key"] != "area":
            value = BLANKS.sub(" ", value).strip() or None if isinstance(value, str) else value
            self._rows.texts[self._path] = self._with_metadata(part["key"], value)
            self._rows.part("metadata", part["key"], value)
        elif part["kind"] == "heading":
            if value not in LEVELS or isinstance(value, bool):
                raise Refused(f"a line has a level of {LEVELS}, not {value!r}", "level")
            self._rows.texts[self._path] = self._with_level(part["start"], value)
            self._rows.part("heading", _anchor(part), value)
        else:
            raise Refused(f"this cannot be mended here: {ELSEWHERE}")

    def _with_metadata(self, key: str, value: Any) -> str:
        """Return the report's file with a key of its front matter set, all else as it stands."""
        rule = RULES[key]
        if key not in METADATA or not rule.holds(value):
            raise Refused(f"{key} cannot be so: {rule.meaning}", key)
        text = self._text()
        end = "\r\n" if "\r\n" in text else "\n"
        written = yaml_writer.line(key, value)
        pattern = re.compile(rf"^{key}:[^\r\n]*(?:\r?\n[ \t]+[^\r\n]*)*", re.M)
        fence = FENCE.match(_plain(text))
        limit = text.index(f"{end}---", 3) if fence else 0
        found = pattern.search(text, 0, limit)
        begin, stop = found.span() if found else (limit, limit)
        new = written if found else end + written
        changed = text[:begin] + new + text[stop:]
        if _front_matter(changed) != _front_matter(text) | {key: value}:
            raise Refused(f"the front matter cannot be given {key}: {ELSEWHERE}", key)
        return changed

    def _with_level(self, start: int, level: int) -> str:
        """Return the report's file with the marks of one line changed."""
        report = self._seen.report
        number = report.text.count("\n", 0, start)
        lines = self._text().split("\n")
        words = lines[number].lstrip("#").lstrip(" ")
        lines[number] = f"{'#' * level} {words}" if level else words
        return "\n".join(lines)

    def _text(self) -> str:
        """Return the report's file as it is, byte for byte."""
        texts = self._rows.texts
        return (texts[self._path] if self._path in texts else self._seen.texts[self._path]) or ""


def _anchor(part: Json) -> str:
    return str(part["id"]).partition("/")[2]


def _plain(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def _front_matter(text: str) -> dict[str, Any]:
    fence = FENCE.match(_plain(text))
    data = yaml_with_lines.unlined(yaml_with_lines.load(fence[1])) if fence else {}
    return data if isinstance(data, dict) else {}
