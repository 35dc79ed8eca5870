"""The search index as files: Pagefind's, and a map of what is in it. The one home of Pagefind.

Pagefind is the program that splits an index so that a browser loads only what a search needs; it
wants HTML files in a folder and leaves its own there. Its own interface is left out: it would not
ask for phrases.
"""

import gzip
import json
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from pagefind_bin import get_executable

from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.records import Report
from baogao.search.indexed_documents import Document, documents

MAP = "search/map.json"
LANGUAGE = "und"  # undetermined: no stemming, no word segmentation, here and in the browser
NEEDED = (
    "pagefind.js",
    "pagefind-entry.json",
    "wasm.unknown.pagefind",
    "*.pf_meta",
    "index/*.pf_index",
    "fragment/*.pf_fragment",
)
SIGNATURE = len(b"pagefind_dcd")  # stands before the data in Pagefind's compressed files
Fragments = dict[str, dict[str, str]]  # by report: the hash of each kind of section


def files(corpus: Corpus) -> Iterator[tuple[str, bytes]]:
    """Yield the index of all reports and the map of what is in it."""
    indexed = tuple(one for reading in corpus.readings for one in documents(reading))
    index = dict(pagefind_files(indexed))
    yield MAP, _map(corpus, _fragments(index))
    yield from index.items()


def pagefind_files(indexed: tuple[Document, ...]) -> tuple[tuple[str, bytes], ...]:
    """Return the files that Pagefind makes of documents."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        given, made = place / "in", place / "pagefind"
        _write(given, indexed)
        _run(given, made, _signs(indexed))
        needed = sorted(path for pattern in NEEDED for path in made.glob(pattern))
        return tuple((path.relative_to(place).as_posix(), _steady(path)) for path in needed)


def _write(folder: Path, indexed: Iterable[Document]) -> None:
    folder.mkdir()
    for one in indexed:
        path = folder / one.report / one.kind / "index.html"
        path.parent.mkdir(parents=True)
        path.write_text(one.html, "utf-8")


def _run(source: Path, output: Path, signs: str) -> None:
    options = {
        "--site": str(source),
        "--output-path": str(output),
        "--force-language": LANGUAGE,
        "--include-characters": signs,
    }
    command = [str(get_executable()), "--silent"]
    for option, value in options.items():
        command += [option, value]
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if done.returncode:
        said = (done.stderr or done.stdout).strip() or f"ended with {done.returncode}"
        raise OSError(f"pagefind: {said} (is there room for temporary files?)")


def _signs(indexed: Iterable[Document]) -> str:
    """Return every character that Pagefind would drop as punctuation, in a fixed order."""
    characters = {character for one in indexed for character in one.html}
    return "".join(sorted(c for c in characters if not c.isalnum() and not c.isspace()))


def _steady(path: Path) -> bytes:
    """Return a file's bytes, the same every time.

    Pagefind writes the characters of its entry in any order: they are sorted.
    """
    data = path.read_bytes()
    if path.name != "pagefind-entry.json":
        return data
    entry = json.loads(data)
    return _json({**entry, "include_characters": sorted(entry["include_characters"])})


def _fragments(index: dict[str, bytes]) -> Fragments:
    """Return the hash by which Pagefind knows each kind of section of each report."""
    found: Fragments = {}
    for path, data in index.items():
        if path.endswith(".pf_fragment"):
            address = json.loads(gzip.decompress(data)[SIGNATURE:])["url"]
            report, _, kind = address.strip("/").rpartition("/")
            found.setdefault(report, {})[kind] = Path(path).stem
    return found


def _map(corpus: Corpus, fragments: Fragments) -> bytes:
    """Return what the search page loads first, as `static/search_index.js` reads it."""
    reports = (reading.report for reading in corpus.readings)
    traditional = zip(*corpus.vocabulary.traditional, strict=True)
    return _json(
        {
            "reports": [_report(corpus, one, fragments.get(one.id, {})) for one in reports],
            "names": [*_indicators(corpus), *_terms(corpus), *_areas(corpus)],
            "traditional": ["".join(characters) for characters in traditional],
        }
    )


def _report(corpus: Corpus, report: Report, fragments: dict[str, str]) -> list[object]:
    area = corpus.area(report.area, report.year)
    return [area.code, report.year, area.name, area.level, dict(sorted(fragments.items()))]


# What a search offers by its name: kind, name, address, further names.


def _indicators(corpus: Corpus) -> Iterator[list[str]]:
    stated = {observation.indicator for observation in corpus.observations}
    for one in corpus.vocabulary.indicators.values():
        if one.id in stated:
            yield ["indicators", one.zh, addresses.indicator(one.id), *one.aliases]


def _terms(corpus: Corpus) -> Iterator[list[str]]:
    used = {use.term.id for uses in corpus.uses.values() for use in uses}
    for term in corpus.glossary.terms:
        if term.id in used:
            yield ["terms", term.term, f"terms/#{term.id}", *term.aliases]


def _areas(corpus: Corpus) -> Iterator[list[str]]:
    for area in corpus.areas():
        yield ["areas", area.name, addresses.area(area.code)]


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
