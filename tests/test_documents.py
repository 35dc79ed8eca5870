"""README.md and CONTRIBUTING.md name only what is there: paths, and commands with their options."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from baogao.cli import parser
from worked_examples import STEP

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ("README.md", "CONTRIBUTING.md")
# Where a path may begin, and where names without a folder are looked for.
ROOMS = ("", "site_src/baogao/", "site_src/")
NAMED_IN = ("content", "site_src", "scripts", "tests", ".github")
ENDINGS = ("css", "csv", "html", "md", "py", "toml", "tsv", "txt", "yml")
# What commands or people make where it is needed.
MADE = re.compile(
    r"""
    (?: build | \.venv | \.cache | \.git | output ) (?: / .* )?
    | /.* | \.baogao | 404\.html
    | page\.txt | content/sources/page\.txt | content/releases/aliases\.csv
    | content/reviews/ .* | data/reviews\.csv
    """,
    re.X,
)
NAME = r"(?:[\w.*-]|<[^<>/]+>)+"  # `2020`, `<area code>`, `test_figures_*`
PATH = re.compile(rf"(?:{NAME}/)+|(?:{NAME}/)*{NAME}\.(?:{'|'.join(ENDINGS)})")
COMMAND = re.compile(r"scripts/[a-z_]+(?![a-z_/])(?: [^#\n`]*)?")
PYTEST = {"--all", "-k"}  # of scripts/test; the rest is pytest's own


def text_of(document: str) -> str:
    return (ROOT / document).read_text("utf-8")


def spans(text: str) -> list[str]:
    """Return what a document sets off as code, within a line or as a block of its own."""
    blocks = re.findall(r"(?<=\n\n)((?: {4,}[^\n]*\n|\n)+)", STEP.sub("", text))
    lines = [line.strip() for block in blocks for line in block.split("\n")]
    return re.findall(r"`([^`\n]+)`", text) + lines


def paths(document: str) -> set[str]:
    """Return the paths that a document names, those in worked examples and links too."""
    text = text_of(document)
    new = {step["path"] for step in STEP.finditer(text) if step["new"]}
    linked = re.findall(r"\]\(([^)#:]+)\)", text)
    named = [span for span in spans(text) if PATH.fullmatch(span)]
    return {path for path in (*named, *linked) if not MADE.fullmatch(path)} - new


def is_there(path: str) -> bool:
    """Return whether a path leads somewhere; `<area>` and `*` stand for any name."""
    pattern = re.sub(r"<[^>]+>", "*", path).rstrip("/")
    if "/" in path.rstrip("/"):
        return any(list(ROOT.glob(f"{room}{pattern}")) for room in ROOMS)
    top = [ROOT.glob(f"{room}{pattern}") for room in ROOMS]
    below = [(ROOT / folder).rglob(pattern) for folder in NAMED_IN]
    return any(next(iter(found), None) for found in (*top, *below))


def commands(document: str) -> set[str]:
    """Return the commands of `scripts/` that a document names, without what they print."""
    found = (COMMAND.match(span) for span in spans(text_of(document)))
    return {match[0].strip() for match in found if match and "…" not in match[0]}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_path_named_is_there(document):
    found = paths(document)
    assert len(found) > 10
    assert sorted(path for path in found if not is_there(path)) == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_command_named_is_known(document):
    found = commands(document)
    assert len(found) > 5
    assert sorted(command for command in found if not is_known(command)) == []


def is_known(command: str) -> bool:
    """Return whether a command takes what stands behind it, as its `--help` says."""
    script, *words = shlex.split(command)
    name = script.removeprefix("scripts/")
    if not (ROOT / script).is_file():
        return False
    if name in ("baogao", "build", "serve"):
        return is_ours(words if name == "baogao" else [name, *words])
    options = {word.partition("=")[0] for word in words if word.startswith("-")}
    return options <= PYTEST if name == "test" else options <= told(script)


def is_ours(words: list[str]) -> bool:
    """Return whether the command line takes these words."""
    if words in ([], ["--help"]):
        return True
    if len(words) == 1 and words[0] in ("add", "diff", "extract", "release"):
        return True  # named only
    try:
        parser().parse_args(words)
    except SystemExit:
        return False
    return True


def told(script: str) -> set[str]:
    """Return the options that a script tells of."""
    text = (ROOT / script).read_text("utf-8")
    if not text.startswith("#!/usr/bin/env python3"):
        return set(re.findall(r"--[a-z-]+", text))
    asked = [sys.executable, script, "--help"] if "argparse" in text else []
    if not asked:
        return set(re.findall(r"--[a-z-]+", text))
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return set(re.findall(r"--[a-z-]+", done.stdout))


def test_what_is_not_there_is_found():
    assert not is_there("reading/figures/dreams.py") and not is_there("content/<area>/x.yml")
    assert is_there("content/figures/<area>/<year>.yml") and is_there("site.css")
    assert not is_known("scripts/baogao check --fast") and not is_known("scripts/none")
    assert not is_known("scripts/score --fast") and is_known("scripts/score --errors 20")
