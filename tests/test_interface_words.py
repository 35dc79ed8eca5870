"""Words that readers see stand in `strings/`, so that another language can stand there, too."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest

from baogao.content.data_dictionary import tables
from baogao.content.vocabulary.section_kinds import SECTION_KINDS
from baogao.corpus.figure_in_base_units import GROWTH_UNITS
from interface import STRINGS

PACKAGE = Path(__file__).resolve().parents[1] / "site_src" / "baogao"
MODULES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts): path
    for room in ("pages", "charts")
    for path in sorted((PACKAGE / room).rglob("*.py"))
}
HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
# What no reader sees, by what it begins with: the module, and why.
UNSEEN = {
    "汉字宽度": ("charts.vega_to_svg", "measured, to know whether a font has Han characters"),
    "\n      ^[（(]?[一二三": (
        "pages.comparison.section_alignment",
        "numbers of headings, which are left out of comparisons",
    ),
}


def literals(code: str) -> Iterator[str]:
    """Yield the string literals of a module, also those in f-strings, but no docstrings."""
    tree = ast.parse(code)
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value


def with_han(code: str) -> list[str]:
    return [text for text in literals(code) if HAN.search(text)]


@pytest.mark.parametrize("name", MODULES)
def test_no_word_of_the_interface_stands_in_code(name):
    unseen = tuple(start for start, (module, _) in UNSEEN.items() if module == name)
    assert [
        text
        for text in with_han(MODULES[name].read_text("utf-8"))
        if not text.startswith(unseen or "\0")
    ] == []


def test_every_exception_is_needed():
    for start, (module, _) in UNSEEN.items():
        assert any(
            text.startswith(start) for text in with_han(MODULES[module].read_text("utf-8"))
        ), start


def test_words_are_found_wherever_a_literal_may_stand():
    code = """
        '''说明'''
        A = "甲"  # 注释
        B = f"{A}年"
        def f(x="乙"):
            '''作用'''
            return {"丙": x}
    """
    assert sorted(with_han(dedent(code))) == sorted(["甲", "年", "乙", "丙"])


FIGURES, OBSERVATIONS, TARGETS = (
    {column.name: column.values for column in tables()[name].columns}
    for name in ("figures", "observations", "targets")
)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("kinds", FIGURES["kind"]),
        ("bounds", FIGURES["bound"]),
        ("statuses", FIGURES["status"]),
        ("measures", OBSERVATIONS["measure"]),
        ("measures", TARGETS["measure"]),
        ("sections", SECTION_KINDS),
    ],
)
def test_every_value_of_a_closed_list_has_its_word(name, values):
    assert set(STRINGS[name]) == set(values)


def test_units_are_told_of_known_measures():
    assert set(GROWTH_UNITS) <= set(OBSERVATIONS["measure"])
