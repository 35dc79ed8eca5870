"""What lies in a content folder and is read by nothing: each file, and what it should be called.

Only hidden and editors' files, and a README that tells people something, may lie there unread.
"""

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from unicodedata import normalize

from baogao.content.files.file_states import A_FOLDER, NO_FILE, FileState, states_below
from baogao.content.files.own_places import MAY_LACK, WORDS
from baogao.content.files.recorded_folder import content_files, is_passed_over, one_name
from baogao.content.languages import LANGUAGES
from baogao.records import Problem

# What is read, by its path in the content folder. Sources are what their list names.
READ = re.compile(
    rf"""
    site\.yml | scores\.csv | certainty\.csv
    | pages/ (?: {"|".join(LANGUAGES[1:])} / )? [^/]+ \.md
    | reports/ [^/]+ / [^/]+ \.md
    | (?: corrections|figures|reviews )/ [^/]+ / [^/]+ \.yml
    | sources/ sources\.yml
    | releases/ (?: releases\.yml | aliases\.csv | \d+\.\d+\.\d+ \.csv )
    | vocabulary/lists/ [a-z][a-z0-9_]* \.yml
    | vocabulary/ (?: {"|".join(map(re.escape, (*WORDS, *MAY_LACK)))} )
    """,
    re.X | re.A,
)
# Where files lie, for a folder with links in it, which may lead to folders.
PLACES = ("*", "*/*", "*/*/*")
README = re.compile(r"(?:.*/)?(?:[^/]+\.)?README(?:\.[^/]+)?", re.I)  # areas.README.md too
SUFFIXES = {".yaml": ".yml", ".markdown": ".md", ".mkd": ".md", ".mdown": ".md"}
AREA_AND_YEAR = re.compile(r"(?<![0-9])([0-9]{6}(?:-[a-z0-9-]+)?)/([0-9]{4})\.(md|yml)$")
REPORT_HINT = "a report is reports/<area code>/<year>.md"
BESIDE_HINT = "it belongs into corrections/, figures/ or reviews/<area code>/"
SOURCE_HINT = "list it in sources.yml, or let `baogao add` do it"
ELSEWHERE_HINT = "nothing is read from this place: move it out of the content"


def unread_files(root: Path, shown: str, sources: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each file of a content folder that nothing reads.

    `sources` are the names that the list of sources has.
    """
    there = content_states(root)
    for name in sorted(there):
        if not is_read(name, sources):
            yield Problem(f"{shown}/{name}", 1, "is not read", _hint(name, shown, there))


def is_read(name: str, sources: Collection[str]) -> bool:
    """Say whether a file is read, by its path in the content folder, or meant for people."""
    folder, _, file = one_name(name).partition("/")
    is_source = folder == "sources" and file in sources
    return is_source or bool(READ.fullmatch(name) or README.fullmatch(name))


def content_states(root: Path) -> dict[str, FileState]:
    """Return the states of a content folder's files but hidden and editors' ones, by their names.

    Links to folders are followed as far as content lies.
    """
    there = states_below(root)
    if NO_FILE in there.values():
        found = (path for place in PLACES for path in content_files(root, place))
        names = (path.relative_to(root).as_posix() for path in found if path.is_file())
        there = dict.fromkeys(names, NO_FILE) | there
        there = {name: is_ for name, is_ in there.items() if not _is_linked(root / name, is_)}
    return {
        one_name(name): state
        for name, state in sorted(there.items())
        if state != A_FOLDER and not any(map(is_passed_over, name.split("/")))
    }


def _is_linked(path: Path, state: FileState) -> bool:
    """Say whether what is no plain file is a link to a folder."""
    return state == NO_FILE and path.is_dir()


def _hint(name: str, shown: str, there: Collection[str]) -> str:
    """Return what to do about a file that is not read."""
    proper = _proper_name(name)
    if proper in there:
        return f"{shown}/{proper} is: put there what it says, or move it away"
    if proper:
        return f"call it {shown}/{proper}"
    folder, suffix = name.partition("/")[0], PurePosixPath(name).suffix
    if folder == "sources":
        return SOURCE_HINT
    if folder == "reports":
        return REPORT_HINT
    return BESIDE_HINT if AREA_AND_YEAR.search(name) and suffix == ".yml" else ELSEWHERE_HINT


def _proper_name(name: str) -> str:
    """Return the name under which a file would be read; "" where that cannot be told."""
    path = PurePosixPath(normalize("NFKC", name).lower())
    plain = str(path.with_suffix(SUFFIXES.get(path.suffix, path.suffix)))
    if READ.fullmatch(plain):
        return plain
    place = AREA_AND_YEAR.search(plain)
    if place and place[3] == "md":
        return f"reports/{place[1]}/{place[2]}.md"
    close = get_close_matches(PurePosixPath(plain).name, (*WORDS, *MAY_LACK), 1, 0.8)
    return f"vocabulary/{close[0]}" if close else ""
