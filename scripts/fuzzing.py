"""What fuzzing needs: content with one file made of any bytes, and ways to spoil good bytes.

Whatever the bytes are, reading and checking the content gives problems with path and line, or content that can be understood.
"""

import random
import re
import shutil
from pathlib import Path

import yaml

from baogao import check
from baogao.content import content_folder, published_releases
from baogao.content.messages import line_of
from baogao.corpus.corpus import corpus
from baogao.engine.report_reader import read_report

ROOT = Path(__file__).resolve().parent.parent
GOLDEN, WORDS = ROOT / "tests" / "golden" / "content", ROOT / "content" / "vocabulary"
FORM = re.compile(r"content/[^\n]+?:[1-9]\d*: [^\n]+")
AREAS = "code,name,level,parent,short\n330000,浙江省,province,,浙江\n330200,宁波市,prefecture,330000,宁波\n"
ALIASES = "old,new,why\nreports/330200/2018/,reports/330200/2019/,并入\n"
EDITS = "- {figure: f-aaaaaaaa, set: {label: 甲, value: 1, bound: ge}, record: 1, why: 乙}\n- {figure: f-bbbbbbbb, reject: true, why: 丙}\n"
FEW = 4  # entries of each list of the vocabulary, and texts of each entry: enough for every form, quick to read
UNITS = 12
ODD = [
    None,
    True,
    0,
    -1,
    1.5,
    10**30,
    "",
    " ",
    "0",
    "-",
    "=1+1",
    "字" * 300,
    "a" * 2000,
    [],
    [[]],
    {},
    {"a": 1},
    [None],
    [""],
    ["a", 1],
    "(",
    "(a+)+",
    "[",
    "\\",
    "|",
    "=",
    "../../x",
    "/etc/passwd",
    "330200",
    "2020-02-30",
    "0.1.0",
    "javascript:x",
    "<b>",
    "1e999",
    "nan",
    "²",
    "٣",
    "年",
    "…",
    "2020",
    "#",
    "##",
    "f-a",
]
TOKENS = [
    "\0",
    "\u202e",
    "\ufeff",
    "\r",
    "\n",
    "\n\n",
    "\t",
    "  ",
    "---\n",
    "...\n",
    "- ",
    ": ",
    "? ",
    "&a ",
    "*a",
    "!!set ",
    "!!python/object:a.b ",
    "<<: ",
    "{",
    "}",
    "[",
    "]",
    ",",
    "'",
    '"',
    "#",
    "# ",
    "## ",
    "##### ",
    "| ",
    "> ",
    "%",
    "@",
    "`",
    "\\",
    "\\x00",
    "\ud800",
    "\U0010ffff",
    "“",
    "”",
    "（",
    "、",
    "。",
    "，",
    "；",
    "：",
    "分别",
    "和",
    "至",
    "%",
    "亿元",
    "1",
    "9" * 20,
    "1:2:3",
    "2019年",
    "十三五",
    "一、",
    "（一）",
    "百分之",
    "三分之一",
    "翻番",
    "X",
    "*",
    "...",
    "[scores]",
    "[rules]",
    "[a](javascript:b)",
    "<script>",
    "{: onclick=a }",
    "=",
    "+",
    "-",
]


class Broken(Exception):
    """Bytes that made reading fail in another way than with problems; says what happened."""


class Bench:
    """A small content folder whose files can be replaced one at a time; `seeds` are their good bytes."""

    def __init__(self, folder: Path):
        self.root = folder / "content"
        shutil.copytree(GOLDEN, self.root)
        for path in WORDS.glob("*.yml"):
            self._put(
                f"vocabulary/{path.name}",
                yaml.safe_dump(
                    _few(
                        yaml.safe_load(path.read_text("utf-8")),
                        UNITS if path.name == "units.yml" else FEW,
                    ),
                    allow_unicode=True,
                    width=10_000,
                ).encode(),
            )
        for name, text in [
            ("vocabulary/areas.csv", AREAS),
            ("figures/330200/2020.yml", EDITS),
            ("releases/aliases.csv", ALIASES),
            ("releases/releases.yml", '- {version: 0.1.0, date: "2026-11-22"}\n'),
        ]:
            self._put(name, text.encode())
        self._put("releases/0.1.0.csv", _release())
        self.seeds = {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in sorted(self.root.rglob("*"))
            if path.is_file()
        }

    def try_out(self, name: str, data: bytes) -> list[str]:
        """Read the content with these bytes in a file; return the problems as printed, raise `Broken` for anything else."""
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
            words = found.vocabulary, found.glossary
            read = [
                read_report(words, (report, found.source_texts[report.source.file]))
                for report in found.reports
            ]
            said += map(
                line_of,
                published_releases.lost_addresses(
                    found.releases,
                    found.aliases,
                    [one.reading for one in read],
                    content_folder.ALIASES_PATH,
                ),
            )
            corpus(found, read)
        for line in said:
            if not FORM.fullmatch(line):
                raise Broken(f"not path:line: message: {line!r}")
        return said

    def _put(self, name: str, data: bytes) -> None:
        (self.root / name).parent.mkdir(parents=True, exist_ok=True)
        (self.root / name).write_bytes(data)


def _release() -> bytes:
    """Return a release of three figures of a report that is here."""
    head, *rows = (
        (ROOT / "content" / "releases" / "0.1.0.csv").read_bytes().splitlines(keepends=True)
    )
    return head + b"".join([row for row in rows if b",330200/2020," in row][:3])


def _few(entries: list[dict], most: int) -> list[dict]:
    return [
        {key: value[:most] if isinstance(value, list) else value for key, value in entry.items()}
        for entry in entries[:most]
    ]


def spoilt(name: str, seeds: dict[str, bytes], chance: random.Random) -> bytes:
    """Return a file's good bytes, spoilt in a few places."""
    data = seeds[name]
    if name.endswith(".yml") and chance.random() < 0.6:
        return _field_changed(data, chance)
    if name.startswith("reports/") and data.count(b"---\n") > 1 and chance.random() < 0.3:
        _, front, body = data.split(b"---\n", 2)
        return b"---\n" + _field_changed(front, chance) + b"---\n" + body
    for _ in range(chance.randint(1, 4)):
        data = chance.choice(WAYS)(data, chance, seeds)
    return data


def _field_changed(data: bytes, chance: random.Random) -> bytes:
    """Put something odd in the place of a field, a key, or an item."""
    try:
        tree = yaml.safe_load(data)
        places = list(_places(tree))
    except (
        yaml.YAMLError,
        ValueError,
        TypeError,
        RecursionError,
    ):  # what is spoilt already need not be YAML
        return data
    for _ in range(chance.randint(1, 2)):
        if places:
            inside, key = chance.choice(places)
            odd = chance.choice(ODD)
            if chance.random() < 0.15 and isinstance(inside, dict) and key in inside:
                value = inside.pop(key)
                inside.update({str(odd): value} if chance.random() < 0.5 else {})
            else:
                inside[key] = (
                    odd
                    if chance.random() < 0.8
                    or not isinstance(
                        inside[key] if key in inside or isinstance(inside, list) else None, str
                    )
                    else inside[key] + str(odd)
                )
    return yaml.safe_dump(tree, allow_unicode=True, width=10_000, sort_keys=False).encode(
        "utf-8", "surrogatepass"
    )


def _places(tree):
    for key, value in (
        tree.items()
        if isinstance(tree, dict)
        else enumerate(tree)
        if isinstance(tree, list)
        else ()
    ):
        yield tree, key
        yield from _places(value)


def _cut(data, chance, seeds):
    start, end = sorted(chance.randint(0, len(data)) for _ in range(2))
    return data[:start] + data[end:] if chance.random() < 0.5 else data[:start]


def _repeated(data, chance, seeds):
    start = chance.randint(0, len(data))
    part = data[start : start + chance.choice((1, 3, 10, 100))]
    return data[:start] + part * chance.choice((2, 10, 500)) + data[start:]


def _inserted(data, chance, seeds):
    place, token = (
        chance.randint(0, len(data)),
        chance.choice(TOKENS).encode("utf-8", "surrogatepass"),
    )
    return data[:place] + token * chance.choice((1, 1, 1, 2, 100)) + data[place:]


def _replaced(data, chance, seeds):
    lines = data.split(b"\n")
    lines[chance.randrange(len(lines))] = chance.choice(TOKENS).encode("utf-8", "surrogatepass")
    return b"\n".join(lines)


def _swapped(data, chance, seeds):
    lines = data.split(b"\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _flipped(data, chance, seeds):
    place = chance.randrange(len(data)) if data else 0
    return data[:place] + bytes([chance.randrange(256)]) + data[place + 1 :]


def _crossed(data, chance, seeds):
    other = seeds[chance.choice(sorted(seeds))]
    return data[: chance.randint(0, len(data))] + other[chance.randint(0, len(other)) :]


WAYS = (_cut, _repeated, _inserted, _inserted, _replaced, _swapped, _flipped, _crossed)
