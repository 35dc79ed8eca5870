"""What fuzzing needs: content with one file made of any bytes.

Whatever the bytes are, reading and checking the content gives problems with path and line, or
content that can be understood.
"""

import re
import shutil
from pathlib import Path

import yaml

from baogao import check
from baogao.content import content_folder
from baogao.content.problem_printing import line_of
from baogao.content.reports import published_addresses
from baogao.corpus.join import corpus
from baogao.engine.read_one_report import read_report

ROOT = Path(__file__).resolve().parent.parent
GOLDEN, WORDS = ROOT / "tests" / "golden" / "content", ROOT / "content" / "vocabulary"
FORM = re.compile(r"content/[^\n]+?:[1-9]\d*: [^\n]+")
AREAS = (
    "code,name,level,parent,short\n"
    "330000,浙江省,province,,浙江\n"
    "330200,宁波市,prefecture,330000,宁波\n"
)
ALIASES = "old,new,why\nreports/330200/2018/,reports/330200/2019/,并入\n"
EDITS = (
    "- {figure: f-aaaaaaaa, set: {label: 甲, value: 1, bound: ge}, record: 1, why: 乙}\n"
    "- {figure: f-bbbbbbbb, reject: true, why: 丙}\n"
)
RELEASES = '- {version: 0.1.0, date: "2026-11-22"}\n'
# What the golden content lacks.
FURTHER = {
    "vocabulary/areas.csv": AREAS,
    "figures/330200/2020.yml": EDITS,
    "releases/aliases.csv": ALIASES,
    "releases/releases.yml": RELEASES,
}
# Entries of each list of the vocabulary, and texts of each entry: enough for every form, quick to
# read
FEW = 4
UNITS = 12


class Broken(Exception):
    """Bytes that made reading fail in another way than with problems; says what happened."""


class Bench:
    """A small content folder whose files can be replaced one at a time.

    `seeds` are their good bytes.
    """

    def __init__(self, folder: Path):
        self.root = folder / "content"
        shutil.copytree(GOLDEN, self.root)
        for path in WORDS.glob("*.yml"):
            self._put(f"vocabulary/{path.name}", _few_entries(path))
        for name, text in FURTHER.items():
            self._put(name, text.encode())
        self._put("releases/0.1.0.csv", _release())
        self.seeds = {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in sorted(self.root.rglob("*"))
            if path.is_file()
        }

    def try_out(self, name: str, data: bytes) -> list[str]:
        """Read the content with these bytes in a file.

        Return the problems as printed, raise `Broken` for anything else.
        """
        self._put(name, data)
        try:
            return self._read()
        except (Broken, KeyboardInterrupt):
            raise
        except BaseException as error:  # a panic of a library in Rust is no Exception
            raise Broken(f"{name}: {type(error).__name__}: {error}") from error
        finally:
            self._put(name, self.seeds[name])

    def _read(self) -> list[str]:
        found = content_folder.read(self.root)
        said = [line_of(problem) for problem in check.problems(found)]
        wrong = {line.split("/")[1] for line in said}
        if not wrong & {"vocabulary", "sources", "reports", "corrections"}:
            said += _joined(found)
        for line in said:
            if not FORM.fullmatch(line):
                raise Broken(f"not path:line: message: {line!r}")
        return said

    def _put(self, name: str, data: bytes) -> None:
        (self.root / name).parent.mkdir(parents=True, exist_ok=True)
        (self.root / name).write_bytes(data)


def _joined(found: content_folder.Content) -> list[str]:
    """Read the reports and join them; return what is said to be lost."""
    words = found.vocabulary, found.glossary
    sources = found.source_texts
    read = [read_report(words, (one, sources[one.source.file])) for one in found.reports]
    lost = published_addresses.lost_addresses(
        found.releases,
        found.aliases,
        [one.reading for one in read],
        content_folder.ALIASES_PATH,
    )
    said = list(map(line_of, lost))
    corpus(found, read)
    return said


def _release() -> bytes:
    """Return a release of three figures of a report that is here."""
    head, *rows = (
        (ROOT / "content" / "releases" / "0.1.0.csv").read_bytes().splitlines(keepends=True)
    )
    return head + b"".join([row for row in rows if b",330200/2020," in row][:3])


def _few_entries(path: Path) -> bytes:
    """Return the first entries of a list of the vocabulary, with the first of their texts."""
    most = UNITS if path.name == "units.yml" else FEW
    few = [
        {key: value[:most] if isinstance(value, list) else value for key, value in entry.items()}
        for entry in yaml.safe_load(path.read_text("utf-8"))[:most]
    ]
    return yaml.safe_dump(few, allow_unicode=True, width=10_000).encode()
