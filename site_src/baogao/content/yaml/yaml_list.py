"""A list of the content with one entry more, whatever way people have written it.

That is `sources.yml`, and `releases.yml`.
"""

import re
from collections.abc import Iterator
from textwrap import indent

from baogao.content.yaml import yaml_with_lines, yaml_writer
from baogao.content.yaml.yaml_entries import Entry, Mistake

END_MARK = re.compile(r"^\.\.\.[ \t]*(#.*)?\s*\Z", re.M)
FIRST_ITEM = re.compile(r"^( *)- ", re.M)
HEAD = re.compile(r"(?:[ \t]*(?:#.*)?\n)*")  # the comments that a file begins with


def with_entry(text: str, entry: Entry) -> str:
    """Return the text of a list with an entry at its end, all else as it stands.

    A list in braces, or one that nothing can be put behind, is written anew, without the comments
    between its entries. Raises `Mistake` where the text is no list, `YamlMistake` where no YAML.
    """
    listed = _entries(text)
    if not isinstance(listed, list):
        raise Mistake("not a list", "the file is a list of entries: - key: value")
    wanted = [*listed, entry]
    return next(form for form in _forms(text, wanted) if _says(form, wanted))


def _forms(text: str, wanted: list[Entry]) -> Iterator[str]:
    """Yield ways to write the list, the one that changes least first."""
    end = "\r\n" if "\r\n" in text else "\n"
    added = yaml_writer.dump(wanted[-1:])
    first = FIRST_ITEM.search(text)
    for before in (text, END_MARK.sub("", text)):
        closed = before if not before or before.endswith("\n") else before + end
        yield closed + indent(added, first[1] if first else "").replace("\n", end)
    yield HEAD.match(text)[0] + yaml_writer.dump(wanted)  # type: ignore[index]  # may be empty


def _says(text: str, wanted: list[Entry]) -> bool:
    try:
        return bool(_entries(text) == wanted)
    except yaml_with_lines.YamlMistake:
        return False


def _entries(text: str) -> object:
    """Return what a list says; an empty one where the file says nothing."""
    said = yaml_with_lines.unlined(yaml_with_lines.load(text.removeprefix("\ufeff")))
    return [] if said is None else said
