"""The vocabulary's files in layers: baogao's own words, and over them those of a content folder.

An entry of the content takes the place of baogao's entry of the same name, or is a further one. A
site that says `vocabulary: own` has its own words alone; so has this repository, whose words are
those that baogao comes with.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from baogao.content.files import safe_read
from baogao.content.files.own_places import CONTENT, VOCABULARY, WORDS
from baogao.content.files.recorded_folder import Folder
from baogao.content.yaml import yaml_with_lines
from baogao.content.yaml.yaml_entries import Entry, read_data, read_entries
from baogao.records import Problem

OWN = "own"
LISTS = "lists/"  # the folder of the lists of words that are counted
LACKING_HINT = "bring it back, or leave out `vocabulary: own` in site.yml to have baogao's words"
# What an entry is known by: two with the same values are one, and the content's counts. In a file
# that is not here, entries have no names, and only one that is the same takes another's place.
NAMES = {
    "boilerplate.yml": ("pattern",),
    "checks.yml": ("check", "indicator", "indicators"),
    "glossary.yml": ("term",),
    "indicators.yml": ("id",),
    "injected.yml": ("text",),
    "measures.yml": ("kind", "measure", "unit", "words"),
    "outcomes.yml": ("rule", "state", "measure", "of", "lies", "pattern", "name", "qualifier"),
    "predicates.yml": ("role",),
    "subjects.yml": ("role",),
    "topics.yml": ("id",),
    "units.yml": ("unit",),
}
# Where the first entry that fits decides, the content's own are asked first.
FIRST_FITS = ("measures.yml", "nonfigures.yml", "sections.yml")


@dataclass(frozen=True, slots=True)
class Layer:
    """A folder of words, as messages show it, and what notes what is read of it."""

    folder: Path
    shown: str
    within: Folder


Layers = tuple[Layer, ...]  # a later one counts before an earlier one
Where = Layers | Path | str


def as_layers(where: Where, shown: str = "") -> Layers:
    """Return layers as they are, and a folder as the only one."""
    if isinstance(where, tuple):
        return where
    return (Layer(Path(where), shown or str(where), Folder(Path(where))),)


def of_content(content: Folder) -> Layers:
    """Return the layers of a content folder."""
    root = content.root
    own = Layer(root / "vocabulary", f"{root.name}/vocabulary", content)
    settings, path = {}, root / "site.yml"
    if safe_read.exists(path):
        settings = read_data(path, content, f"{root.name}/site.yml", [], dict)
    if settings.get("vocabulary") == OWN:
        return (own,)
    return Layer(VOCABULARY, str(VOCABULARY), Folder(CONTENT, called="baogao")), own


def lacking(layers: Layers) -> Iterator[Problem]:
    """Yield a problem for each file of words that no layer has."""
    for name in WORDS:
        if not any(safe_read.exists(layer.folder / name) for layer in layers):
            yield Problem(f"{layers[-1].shown}/{name}", 1, "missing", LACKING_HINT)


def read_layers(
    layers: Layers, name: str, found: list[Problem]
) -> Iterator[tuple[str, list[Entry]]]:
    """Yield the file of each layer as messages show it, with the entries that count."""
    files = [(f"{layer.shown}/{name}", layer) for layer in layers]
    listed = [read_entries(layer.folder / name, layer.within, at, found) for at, layer in files]
    taken: set[str] = set()
    counting: list[tuple[str, list[Entry]]] = []
    for (shown, _), entries in zip(reversed(files), reversed(listed), strict=True):
        counting.append((shown, [one for one in entries if called(one, name) not in taken]))
        taken |= {called(one, name) for one in entries}
    yield from counting if name in FIRST_FITS else reversed(counting)


def in_order(layers: Layers, name: str) -> list[str]:
    """Return what the entries of a file are called, in order, those of a later layer last."""
    files = ((f"{layer.shown}/{name}", layer) for layer in layers)
    read = (read_entries(layer.folder / name, layer.within, shown, []) for shown, layer in files)
    return list(dict.fromkeys(called(entry, name) for entries in read for entry in entries))


def called(entry: Entry, name: str) -> str:
    """Return what an entry of a file is called: the same for two that are one."""
    names = ("list", "term") if name.startswith(LISTS) else NAMES.get(name)
    known_by = [entry.get(key) for key in names] if names else entry
    return repr(yaml_with_lines.unlined(known_by))
