"""The search index as files: Pagefind's, and a map of what is in it. The one home of Pagefind.

Pagefind is the program that splits an index so that a browser loads only what a search needs; it wants HTML files in a
folder and leaves its own there. Its own interface is left out: it would not ask for phrases.
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
from baogao.search.bigrams import Shadow, shadows

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


def files(corpus: Corpus) -> Iterator[tuple[str, bytes]]:
    """Yield the index of all reports and the map of what is in it."""
    index = dict(
        indexed(tuple(shadow for reading in corpus.readings for shadow in shadows(reading)))
    )
    parts = _parts(index)
    yield (
        MAP,
        _json(
            {
                "reports": [_report(corpus, r.report, parts) for r in corpus.readings],
                "names": list(names(corpus)),
                "traditional": [
                    "".join(characters) for characters in zip(*corpus.vocabulary.traditional)
                ],
            }
        ),
    )
    yield from index.items()


def indexed(texts: tuple[Shadow, ...]) -> tuple[tuple[str, bytes], ...]:
    """Return the files that Pagefind makes of the shadows."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        for shadow in texts:
            path = place / "in" / shadow.report / shadow.kind / "index.html"
            path.parent.mkdir(parents=True)
            path.write_text(shadow.html, "utf-8")
        (place / "in").mkdir(exist_ok=True)
        _run(place / "in", place / "pagefind", _signs(texts))
        return tuple(
            (path.relative_to(place).as_posix(), _steady(path))
            for path in _needed(place / "pagefind")
        )


def names(corpus: Corpus) -> Iterator[list[object]]:
    """Yield what a search offers by its name: kind, name, address, further names."""
    stated = {observation.indicator for observation in corpus.observations}
    for indicator in corpus.vocabulary.indicators.values():
        if indicator.id in stated:
            yield [
                "indicators",
                indicator.zh,
                addresses.indicator(indicator.id),
                *indicator.aliases,
            ]
    used = {use.term.id for uses in corpus.uses.values() for use in uses}
    for term in corpus.glossary.terms:
        if term.id in used:
            yield ["terms", term.term, f"terms/#{term.id}", *term.aliases]
    for area in corpus.areas():
        yield ["areas", area.name, addresses.area(area.code)]


def _run(source: Path, output: Path, signs: str) -> None:
    done = subprocess.run(
        [
            str(get_executable()),
            "--site",
            str(source),
            "--output-path",
            str(output),
            "--silent",
            "--force-language",
            LANGUAGE,
            "--include-characters",
            signs,
        ],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    if done.returncode:
        said = (done.stderr or done.stdout).strip()
        raise OSError(
            f"pagefind: {said or f'ended with {done.returncode}'} (is there room for temporary files?)"
        )


def _signs(texts: Iterable[Shadow]) -> str:
    """Return every character that Pagefind would take for punctuation and drop, in a fixed order."""
    return "".join(
        sorted(
            {
                sign
                for shadow in texts
                for sign in shadow.html
                if not sign.isalnum() and not sign.isspace()
            }
        )
    )


def _needed(folder: Path) -> list[Path]:
    return sorted(path for pattern in NEEDED for path in folder.glob(pattern))


def _steady(path: Path) -> bytes:
    """Return a file's bytes; those of the entry with its characters in order, which Pagefind writes in any."""
    data = path.read_bytes()
    if path.name != "pagefind-entry.json":
        return data
    entry = json.loads(data)
    return _json({**entry, "include_characters": sorted(entry["include_characters"])})


def _parts(index: dict[str, bytes]) -> dict[str, dict[str, str]]:
    """Return the hash by which Pagefind knows each kind of section of each report."""
    found: dict[str, dict[str, str]] = {}
    for path, data in index.items():
        if path.endswith(".pf_fragment"):
            report, _, kind = (
                json.loads(gzip.decompress(data)[SIGNATURE:])["url"].strip("/").rpartition("/")
            )
            found.setdefault(report, {})[kind] = Path(path).stem
    return found


def _report(corpus: Corpus, report: Report, parts: dict[str, dict[str, str]]) -> list[object]:
    area = corpus.area(report.area)
    return [
        area.code,
        report.year,
        area.name,
        area.level,
        dict(sorted(parts.get(report.id, {}).items())),
    ]


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
