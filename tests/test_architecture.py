"""The shape of the code: which module may import which, and how long things may be."""

import ast
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "site_src" / "baogao"
MODULES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts): path
    for path in sorted(PACKAGE.rglob("*.py"))
}
LONGEST_FUNCTION, LONGEST_MODULE = 40, 250
# Longer for a reason: name: why
LONG_MODULES: dict[str, str] = {}
LONG_FUNCTIONS: dict[str, str] = {}

# One home per library that is installed, and per part of Python that is used in one place only: a
# module, or a room where several share it.
HOMES = {
    "ada_url": ("content.web_addresses",),
    "ahocorasick_rs": ("content.glossary", "content.word_lists"),
    "altair": ("charts.vega_lite",),
    "argparse": ("cli", "commands"),
    "charset_normalizer": ("received.encodings",),
    "ctypes": ("engine.swap_folders",),
    "dask": ("engine.workers",),
    "docx": ("received.docx_text",),
    "fcntl": ("engine.folder_lock",),
    "jinja2": ("pages.rendering", "engine.template_cache"),
    "livereload": ("preview",),
    "lxml": ("received.docx_text", "received.html_text"),
    "markdown": ("content.markdown_html",),
    "markupsafe": ("pages", "content.markdown_html"),
    "numpy": (
        "charts.png_files",
        "corpus.repeated_sentences",
        "pages.section_alignment",
        "search.pair_index",
    ),
    "orjson": ("content.json_bytes",),
    "pandas": ("downloads.stata_files",),
    "pyarrow": ("downloads.parquet_files",),
    "pypdfium2": ("received.pdf_text",),
    "pypinyin": ("content.pinyin",),
    "sqlite3": (
        "downloads.sqlite_database",
        "downloads.sqlite_search",
        "downloads.sqlite_sentences",
    ),
    "tornado": ("preview",),
    "tqdm": ("engine.progress",),
    "vl_convert": ("charts",),
    "xlsxwriter": ("downloads.excel_workbook",),
    "yaml": ("content.yaml_with_lines", "content.yaml_writer"),
    "zipfile": ("downloads.zip_archive", "downloads.excel_workbook", "received.docx_text"),
}
# These neither write nor print, and are given what they read.
PURE = (
    "corpus",
    "reading.figures",
    "reading.sections",
    "reading.blocks",
    "pages",
    "charts",
    "search",
)


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
        own = library == "baogao" or library in sys.stdlib_module_names
        homes = HOMES.get(library, (name,) if own else ())
        assert homes, f"{name} imports {library}, which has no home"
        assert any(f"{name}.".startswith(f"{home}.") for home in homes), (
            f"{name} imports {library}, whose home is {homes}"
        )


@pytest.mark.parametrize(
    "name", [name for name in MODULES if f"{name}.".startswith(tuple(f"{room}." for room in PURE))]
)
def test_pure_modules_neither_write_nor_print(name):
    calls = {
        node.func.id
        for node in ast.walk(ast.parse(MODULES[name].read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert not calls & {"print", "open", "input"}


@pytest.mark.parametrize("name", MODULES)
def test_modules_and_functions_are_short(name):
    text = MODULES[name].read_text("utf-8")
    assert text.count("\n") <= LONGEST_MODULE or name in LONG_MODULES
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            assert (
                node.end_lineno - node.lineno + 1 <= LONGEST_FUNCTION
                or f"{name}.{node.name}" in LONG_FUNCTIONS
            ), f"{name}.{node.name}"


@pytest.mark.parametrize("name", MODULES)
def test_public_functions_say_what_they_do(name):
    tree = ast.parse(MODULES[name].read_text("utf-8"))
    assert ast.get_docstring(tree), name
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{name}.{node.name}"


def test_one_module_knows_where_the_generators_own_files_are():
    """In a checkout they lie beside the package, in a wheel within it."""
    knowing = [path.name for path in PACKAGE.rglob("*.py") if "__file__" in path.read_text("utf-8")]
    assert knowing == ["own_places.py"]
