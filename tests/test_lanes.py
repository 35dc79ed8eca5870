"""How lanes are laid out and drawn."""

import pytest

from baogao.charts.lane_data import Lane, Mark
from baogao.charts.lane_layout import lane_drawing
from baogao.charts.letters import text_width, wrap
from baogao.charts.shape_kinds import SYMBOLS


@pytest.mark.parametrize(
    ("bound", "low", "high", "drawn"),
    [
        ("eq", 5, None, ["diamond"]),
        ("approx", 5, None, ["diamond"]),
        ("range", 5, 6, ["diamond", "diamond"]),
        ("ge", 5, None, ["triangle-right", "diamond"]),
        ("le", 5, None, ["triangle-left", "diamond"]),
        ("ge", -5, None, ["triangle-left", "diamond"]),
        ("le", -5, None, ["triangle-right", "diamond"]),
    ],
)
def test_a_promise_is_hollow_and_shows_its_bound(
    bound: str, low: float, high: float | None, drawn: list[str]
) -> None:
    drawing = lane_drawing(
        [Lane("甲", Mark("5"), Mark("5", low=low, high=high, bound=bound))], ("", "")
    )
    assert [kind for kind in SYMBOLS for _ in drawing.shapes.get(kind, ())] == drawn
    hollow = [layer["mark"] for layer in drawing.specification()["layer"]]
    assert {mark["stroke"] for mark in hollow if mark["type"] == "point"} == {
        "var(--chart-promised)"
    }


@pytest.mark.parametrize(
    ("name", "width", "lines"),
    [
        ("地区生产总值", 100, ["地区生产总值"]),
        ("研发经费支出占生产总值比重", 100, ["研发经费支出占", "生产总值比重"]),
        ("（一）狠抓稳增长，经济保持平稳运行", 208, ["（一）狠抓稳增长，", "经济保持平稳运行"]),
        ("一二三四五，六七八", 65, ["一二三四五，", "六七八"]),
        ("一二三四五六七八九十一二三", 65, ["一二三四五", "六七八九…"]),
    ],
)
def test_long_names_take_two_lines(name: str, width: float, lines: list[str]) -> None:
    assert wrap(name, width) == lines
    assert all(text_width(line) <= width + 13 for line in lines)
