"""The shape of the code: which module may import which, and how long things may be."""
import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "site_src" / "baogao"
MODULES = {".".join(path.relative_to(PACKAGE).with_suffix("").parts): path for path in sorted(PACKAGE.rglob("*.py"))}
LONGEST_FUNCTION, LONGEST_MODULE = 40, 250
# Longer for a reason: name: why
LONG_MODULES: dict[str, str] = {}
LONG_FUNCTIONS: dict[str, str] = {}

# One home per library.
HOMES = {
    "yaml": {"yamls"}, "jinja2": {"rendering"}, "markdown": {"markdowns"}, "pandas": {"targets"}, "vl_convert": {"svg", "fonts"},
    "livereload": {"serve"}, "tornado": {"serve"}, "tqdm": {"progress"}, "argparse": {"cli"}, "altair": {"charts"},
    "pyarrow": {"downloads"}, "xlsxwriter": {"downloads"}, "sqlite3": {"downloads"}, "zipfile": {"downloads"},
    "ahocorasick_rs": {"glossary"}, "pypinyin": {"pinyin"}, "pagefind_bin": {"search_index"}, "ctypes": {"swapping"}, "fcntl": {"claims"},
}
# Stages are pure: they know records and words, not the stages around them, and neither read nor write nor print.
STAGES = {"sections", "figures", "blocks", "observations", "annotated", "numerals", "shadows", "cleaning", "intervals", "names", "rules", "unheaded"}
KNOWN_TO_STAGES = {"limits", "records", "glossary", "vocabulary", "patterns", "wordlists", "rules", "names", "normalise", "numerals", "front_matter", "yamls", "unheaded", "markups", "unseen"}


def imports(path: Path) -> set[str]:
    """Return the modules that a file imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def top(module: str) -> str:
    return module.split(".")[0]


@pytest.mark.parametrize("name", MODULES)
def test_libraries_have_one_home(name):
    for library in map(top, imports(MODULES[name])):
        assert library not in HOMES or top(name) in HOMES[library], f"{name} imports {library}"


@pytest.mark.parametrize("name", [name for name in MODULES if top(name) in STAGES])
def test_stages_do_not_import_each_other(name):
    own = {m.removeprefix("baogao.") for m in imports(MODULES[name]) if m.startswith("baogao.")}
    foreign = {m for m in own if top(m) not in KNOWN_TO_STAGES | {top(name)}}
    assert not foreign, f"{name} imports {foreign}"


@pytest.mark.parametrize("name", [name for name in MODULES if top(name) in STAGES])
def test_stages_neither_read_nor_write_nor_print(name):
    calls = {node.func.id for node in ast.walk(ast.parse(MODULES[name].read_text("utf-8")))
             if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    assert not calls & {"print", "open", "input"}


@pytest.mark.parametrize("name", MODULES)
def test_modules_and_functions_are_short(name):
    text = MODULES[name].read_text("utf-8")
    assert text.count("\n") <= LONGEST_MODULE or name in LONG_MODULES
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            assert node.end_lineno - node.lineno + 1 <= LONGEST_FUNCTION or f"{name}.{node.name}" in LONG_FUNCTIONS, \
                f"{name}.{node.name}"


@pytest.mark.parametrize("name", MODULES)
def test_public_functions_say_what_they_do(name):
    tree = ast.parse(MODULES[name].read_text("utf-8"))
    assert ast.get_docstring(tree), name
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{name}.{node.name}"
