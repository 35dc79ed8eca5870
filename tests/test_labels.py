"""The labels of cells where rows are cards or lines: one for every column that a table's head has,
in the head's words.
"""

import re
from pathlib import Path

import pytest

from baogao.pages import cell_label_styles
from baogao.pages.tables.controls import Column

PAGES = [
    "reports/330200/2020/",
    "reports/330200/2020/compare/2019/",
    "indicators/gdp/",
    "targets/",
    "targets/all/",
    "targets/330200/2019/",
    "corrections/",
    "updates/",
    "data/dictionary/",
]
# What is heard alone stands behind what is seen: ` · "/"规范值　`.
RULE = re.compile(
    r"table\.(\w+) td:nth-child\((\d+)\)::before"
    r'\{content:(?:" · ";content:" · "/)?"(?: · |\\A )?([^"]*)　"\}'
)
STACKED = re.compile(r'<table class="([\w ]*\bstacked\b[\w ]*)".*?<thead>(.*?)</thead>', re.DOTALL)


def sheet(page: Path) -> str:
    names = re.findall(r'<link rel="stylesheet" href="(.+?)"', page.read_text("utf-8"))
    return "\n".join((page.parent / name).read_text("utf-8") for name in names)


@pytest.mark.parametrize("address", PAGES)
def test_every_column_of_a_table_has_a_label_in_the_words_of_its_head(site, address):
    page = site / address / "index.html"
    rules = RULE.findall(sheet(page))
    tables = STACKED.findall(page.read_text("utf-8"))
    assert tables
    for classes, head in tables:
        names = re.findall(r"<th[^>]*>(.*?)</th>", head)
        own = {
            int(at): label for table, at, label in rules if table in classes.split()
        }  # of two kinds, the later's
        labelled = [own[at] for at in range(1, len(names) + 1)]
        assert [re.sub(r"^\d{4}年", "", name) for name in names] == [
            re.sub("^[前后]一份", "", label) for label in labelled
        ]
        assert "compared" in classes or names == labelled


def test_a_label_is_quoted(monkeypatch):
    monkeypatch.setattr(cell_label_styles, "tables", lambda strings: {"t": [Column("a", 'a"\\')]})
    assert 'table.t td:nth-child(1)::before{content:"a\\"\\\\　"}' in cell_label_styles.sheet({})
