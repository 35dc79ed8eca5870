"""A list of the content with one row written, replaced or taken out, all other bytes as they stand.

That is the files of `content/figures/` and `content/reviews/`, as people and the preview's review
write them side by side.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from baogao.content.yaml import yaml_writer
from baogao.content.yaml.yaml_entries import Entry, Mistake
from baogao.content.yaml.yaml_list import FIRST_ITEM, HEAD
from baogao.content.yaml.yaml_with_lines import Items, YamlMistake, load, unlined

# A line that holds nothing, a comment, or that the document ends.
ASIDE = re.compile(r"(?:[ \t]*(?:#.*)?|\.\.\..*)\r?\n?")
COMMENT = re.compile(r"[ \t]*#")
Which = Callable[[Entry], bool]


class Place(NamedTuple):
    """Which row is meant, and before which others a new one stands."""

    is_it: Which
    is_behind: Which


def with_row(text: str, entry: Entry | None, place: Place, width: int = yaml_writer.WIDEST) -> str:
    """Return a list's text with a row for an entry, or without one for None.

    A row stands on one line where that has at most so many columns. A list in braces is written
    anew. Raises `Mistake` where the text is no list, or YAML cannot hold the entry, `YamlMistake`
    where the text is no YAML.
    """
    listed = entries(text)
    at = next((i for i, one in enumerate(listed) if place.is_it(one)), None)
    new = next((i for i, one in enumerate(listed) if place.is_behind(one)), len(listed))
    wanted = list(listed)
    begin, end = (new, new) if at is None else (at, at + 1)
    wanted[begin:end] = [] if entry is None else [entry]
    if wanted == list(listed):
        return text
    rows = [] if entry is None else yaml_writer.row(entry, width).splitlines()
    plain = text.removeprefix("\ufeff")
    forms = _forms(plain, listed, (begin, end), rows, wanted)
    for form in forms:
        if _says(form, wanted):
            return text[: len(text) - len(plain)] + form
    raise Mistake("what is to be written holds a character that nobody sees", "write it anew")


def entries(text: str) -> Items:
    """Return the entries of a list with their lines; none where the text says nothing."""
    said = load(text.removeprefix("\ufeff"))
    if said is None:
        return Items(1)
    if not isinstance(said, Items) or not all(isinstance(one, dict) for one in said):
        raise Mistake("not a list of entries", "the file is a list of entries: - key: value")
    return Items(said.line, map(unlined, said), said.lines)


def _forms(
    text: str, listed: Items, span: tuple[int, int], rows: list[str], wanted: list[Any]
) -> Iterator[str]:
    """Yield ways to write the list, the one that changes least first."""
    lines = text.splitlines(keepends=True)
    end = "\r\n" if "\r\n" in text else "\n"
    first = FIRST_ITEM.search(text)
    new = [(first[1] if first else "") + row + end for row in rows]
    for begin, stop in _spans(lines, listed, span):
        before = lines[:begin]
        if before and new and not before[-1].endswith("\n"):
            before[-1] += end
        yield "".join((*before, *new, *lines[stop:]))
    head = HEAD.match(text)
    yield (head[0] if head else "") + "".join(map(yaml_writer.row, wanted))


def _spans(lines: list[str], listed: Items, span: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Yield which lines the new ones may stand instead of."""
    begin, stop = span
    if begin < stop:
        yield _begin(listed, begin), _end(lines, listed, begin)
    elif begin < len(listed):
        at = _begin(listed, begin)
        last = _end(lines, listed, begin - 1) if begin else 0
        while at > last and COMMENT.match(lines[at - 1]):
            at -= 1  # a comment right above a row is that row's
        yield at, at
        yield _begin(listed, begin), _begin(listed, begin)
    else:
        yield len(lines), len(lines)
        if listed:
            at = _end(lines, listed, begin - 1)
            yield at, at


def _begin(listed: Items, row: int) -> int:
    return listed.lines[row] - 1


def _end(lines: list[str], listed: Items, row: int) -> int:
    """Return behind which line a row ends: comments and empty lines below it are not its own.

    What looks like a comment may be the end of its last text.
    """
    begin = _begin(listed, row)
    limit = _begin(listed, row + 1) if row + 1 < len(listed) else len(lines)
    end = limit
    while end > begin + 1 and ASIDE.fullmatch(lines[end - 1]):
        end -= 1
    while end < limit and not _says("".join(lines[begin:end]), [listed[row]]):
        end += 1
    return end


def _says(text: str, wanted: list[Any]) -> bool:
    try:
        return list(entries(text)) == wanted
    except (YamlMistake, Mistake):
        return False
