"""A row of a list written, replaced or taken out: all other bytes stand as people wrote them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baogao.content.yaml import yaml_with_lines
from baogao.content.yaml.yaml_entries import Mistake
from baogao.content.yaml.yaml_rows import Place, entries, with_row

HAND = """\
# 一句话里的两个数字
- {figure: f-b, reject: true, why: 只是概数}  # ours

# another
- figure: f-d
  set: {label: 称呼}
  why: |
    两行
    # 不是注

- {figure: f-f, set: {period: "2020"}, why: 年份}
# the end
"""


def at(name: str) -> Place:
    """Return the place of a figure: rows stand in the order of their names."""
    return Place(lambda row: row["figure"] == name, lambda row: row["figure"] > name)


def new(name: str, **fields: object) -> dict:
    return {"figure": name, "reject": True, "why": "新", **fields}


@pytest.mark.parametrize(
    ("name", "line"),
    [("f-a", 0), ("f-c", 3), ("f-e", 10), ("f-g", 12)],
)
def test_a_new_row_stands_in_its_place_and_all_else_stays(name, line):
    lines = HAND.splitlines(keepends=True)
    row = f"- {{figure: {name}, reject: true, why: 新}}\n"
    assert with_row(HAND, new(name), at(name)) == "".join((*lines[:line], row, *lines[line:]))


def test_a_row_is_replaced_and_taken_out():
    replaced = with_row(HAND, new("f-d"), at("f-d"))
    whole = HAND[HAND.index("- figure: f-d") : HAND.index("\n- {figure: f-f")]
    assert replaced == HAND.replace(whole, "- {figure: f-d, reject: true, why: 新}\n")
    assert with_row(HAND, None, at("f-d")) == HAND.replace(whole, "")
    assert with_row(HAND, None, at("f-x")) == HAND


def test_a_row_that_says_so_already_stays_as_it_is_written():
    row = {"figure": "f-f", "set": {"period": "2020"}, "why": "年份"}
    assert with_row(HAND, row, at("f-f")) == HAND


def test_a_wide_row_has_a_line_a_key():
    wide = new("f-a", set={"label": "称" * 30, "period": "2020"})
    assert with_row("", wide, at("f-a")) == (
        f'- figure: f-a\n  reject: true\n  why: 新\n  set: {{label: {"称" * 30}, period: "2020"}}\n'
    )
    assert with_row("", wide, at("f-a"), 1000).count("\n") == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "- {N}\n"),
        ("# head\n", "# head\n- {N}\n"),
        ("\ufeff- {figure: f-b}", "\ufeff- {N}\n- {figure: f-b}"),
        ("- {figure: f-0}", "- {figure: f-0}\n- {N}\n"),
        ("- {figure: f-0}\r\n", "- {figure: f-0}\r\n- {N}\r\n"),
        ("  - {figure: f-0}\n", "  - {figure: f-0}\n  - {N}\n"),
        ("# head\n[{figure: f-b}]  # all\n", "# head\n- {N}\n- {figure: f-b}\n"),
        ("-\n  figure: f-b\n", "- {N}\n- {figure: f-b}\n"),
        ("- {figure: f-0}\n...\n", "- {figure: f-0}\n- {N}\n...\n"),
        ("[]\n", "- {N}\n"),
    ],
)
def test_every_way_to_write_a_list_is_taken(text, expected):
    row = "figure: f-a, reject: true, why: 新"
    assert with_row(text, new("f-a"), at("f-a")) == expected.replace("N", row)


@pytest.mark.parametrize("text", ["a: 1\n", "- one\n", "one\n"])
def test_what_is_no_list_is_refused(text):
    with pytest.raises(Mistake):
        with_row(text, new("f-a"), at("f-a"))


NAMES = st.sampled_from([f"f-{letter}" for letter in "abcdefgh"])
ASIDE = st.sampled_from(["", "\n", "# note\n", "\n# note\n\n"])
ROW = st.sampled_from(
    [
        "- {{figure: {}, reject: true, why: x}}\n",
        "- figure: {}\n  why: x\n",
        "- {{figure: {}, why: x}}  # note\n",
        "- figure: {}\n  why: |\n    # x\n\n    y\n",
    ]
)


@given(
    names=st.lists(NAMES, unique=True),
    asides=st.lists(ASIDE, min_size=9, max_size=9),
    row=ROW,
    name=NAMES,
    gone=st.booleans(),
)
def test_no_other_row_and_no_comment_is_touched(names, asides, row, name, gone):
    rows = [row.format(one) for one in names]
    pairs = zip(asides, [*rows, ""], strict=False)
    text = "".join(part for pair in pairs for part in pair)
    entry = None if gone else new(name)
    changed = with_row(text, entry, at(name))
    others = [one for one in names if one != name]
    left = [one["figure"] for one in entries(changed)]
    assert [one for one in left if one != name] == others and (name in left) is not gone
    for one, words in zip(names, rows, strict=True):
        assert one == name or words in changed
    if name not in names:
        assert changed.count("# note") == text.count("# note")
    assert yaml_with_lines.load(changed.removeprefix("\ufeff")) is not None or not left
