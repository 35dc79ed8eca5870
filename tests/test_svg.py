"""What a drawing promises to the page that it is put into, and that it is what Vega draws."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from baogao.charts import han_fonts, svg_stamps, vega_to_svg
from baogao.charts.lane_data import Lane, Mark
from baogao.charts.lane_layout import lane_drawing
from baogao.charts.shape_kinds import SYMBOLS
from baogao.charts.svg_markup import svg
from baogao.charts.vega_lite import Drawing, one_of_each

HOSTILE = '出口 <总额> & "其他" <a href=x>'


def mark(text: str, low: float, high: float | None = None, bound: str = "eq") -> Mark:
    """Return a mark with a link."""
    return Mark(
        text, f"{text}，看{HOSTILE}", f"../../reports/330200/2020/#f-{text[0]}", low, high, bound
    )


LANES = [
    Lane("地区生产总值", mark("6.8%", 6.8), mark("6%～6.2%", 6, 6.2, "range")),
    Lane("研发经费支出占生产总值的比重", mark("2.8%", 2.8), mark("3%以上", 3, None, "ge")),
    Lane(HOSTILE, mark("−3.2%", -3.2), mark("−5%以内", -5, None, "ge")),
    Lane("就业", mark("5", 5), mark("5左右", 5, None, "approx"), "数量", (0, 7)),
    Lane("物价", None, mark("3%以内", 3, None, "le"), "数量"),
]


def lanes() -> Drawing:
    return lane_drawing(LANES, ("2019年", "2020年"))


def stacked() -> Drawing:
    counts = [Lane(name, Mark("3", low=3), Mark("4", low=4)) for name in ("经济", "民生")]
    return lane_drawing(counts, ("已报告", "目标"), stacked=True)


def everything() -> Drawing:
    """Return a drawing with two shapes of each kind at places of their own, lines at a slant."""
    drawing = Drawing(y=90)
    kinds, spec = one_of_each()
    for number, (kind, layer) in enumerate([*zip(kinds, spec["layer"], strict=True)] * 2):
        x, y = 3.14159 * number, 2.71828 * number
        words = {"text": f"{kind} & {number}"} if layer["mark"]["type"] == "text" else {}
        link = {"href": f"#{number}", "label": kind} if kind == "link" else {}
        drawing.add(kind, x=x, y=y, x2=x + 7.77, y2=y + 3.33, **words, **link)
    return drawing


@pytest.fixture(scope="module")
def stamps() -> svg_stamps.Stamps:
    return svg_stamps.stamps()


# --- the page -------------------------------------------------------------------------------------


@dataclass
class Part:
    """An element of a drawing, with what it takes over from those that it is in."""

    tag: str
    own: dict[str, str]
    said: dict[str, str]
    text: str = ""


@dataclass
class Parts(HTMLParser):
    """Reads a drawing as a browser reads it in a page."""

    found: list[Part] = field(default_factory=list)
    open: list[Part] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag, attributes):
        above = self.open[-1].said if self.open else {}
        own = {name: value or "" for name, value in attributes}
        self.open.append(Part(tag, own, above | own))
        self.found.append(self.open[-1])

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        self.open.pop()

    def handle_endtag(self, tag):
        assert self.open.pop().tag == tag

    def handle_data(self, data):
        self.open[-1].text += data


def parts(drawn: str) -> list[Part]:
    """Return a drawing's elements; every one that is opened is closed."""
    reader = Parts()
    reader.feed(drawn)
    reader.close()
    assert reader.open == []
    return reader.found


@pytest.mark.parametrize(
    "refused",
    [" style=", "font-family", "<script", "<style", "vega.github.io", "xlink", "undefined", "NaN"]
    + [" id=", "<image", "Y-axis"],
)
def test_nothing_that_the_page_refuses(stamps, refused: str) -> None:
    for drawing in (lanes(), stacked(), everything()):
        assert refused not in svg("chart-a", drawing, stamps)


@pytest.mark.parametrize("kept", ["var(--chart-reached)", "currentColor", "地区生产总值"])
def test_colours_and_words_stay(stamps, kept: str) -> None:
    assert kept in svg("chart-a", lanes(), stamps)


def test_words_are_words_whatever_is_in_them(stamps) -> None:
    found = parts(svg("chart-a", lanes(), stamps))
    assert {part.tag for part in found} == {"svg", "g", "path", "text", "a", "title"}
    names = [part.text for part in found if part.said.get("data-kind") == "name"]
    assert HOSTILE in "".join(names)
    assert [part.text for part in found if part.tag == "title"] == [
        one.label for lane in LANES for one in lane.marks
    ]


def test_size_is_the_columns(stamps) -> None:
    root = parts(svg("chart-a", lanes(), stamps))[0].own
    assert root["viewbox"] == f"0 0 328 {lanes().y:g}"
    assert root["class"] == "chart"
    assert not {"width", "height"} & set(root)


def test_links_lead_to_sentences_under_their_own_name(stamps) -> None:
    found = parts(svg("chart-a", lanes(), stamps))
    links = [part.own["href"] for part in found if part.tag == "a"]
    assert links == [one.href for lane in LANES for one in lane.marks]


def test_a_drawing_with_links_is_a_group_of_links_and_nothing_else_to_a_screen_reader(
    stamps,
) -> None:
    found = parts(svg("chart-a", lanes(), stamps))
    assert found[0].own["role"] == "group"
    hidden = [part for part in found if part.said.get("aria-hidden")]
    assert (
        [part for part in hidden if part.tag == "text"]
        == [part for part in found if part.tag == "text"]
        != []
    )
    assert not [part for part in hidden if part.tag in ("a", "title")]


def test_a_drawing_without_links_is_an_image(stamps) -> None:
    assert parts(svg("chart-a", stacked(), stamps))[0].own["role"] == "img"


def test_words_of_the_page_name_and_describe_the_drawing(stamps) -> None:
    root = parts(svg("chart-a", lanes(), stamps))[0].own
    assert root["aria-labelledby"] == "chart-a-title"
    assert root["aria-describedby"] == "chart-a-finding"


def test_same_input_same_bytes(stamps) -> None:
    first = svg("chart-a", lanes(), stamps)
    svg("chart-a", stacked(), stamps)
    assert svg("chart-a", lanes(), svg_stamps.stamps()) == first


def test_numbers_are_rounded(stamps) -> None:
    found = parts(svg("chart-a", everything(), stamps))
    steps = [step for part in found for step in part.own.get("d", "").split("M")[1:]]
    assert len(steps) > 15
    for step in steps:  # an arc is a little more exact, so that it stays round
        assert not re.search(r"e|\d\.\d{3}" if "a" in step else r"e|\d\.\d\d", step)


def test_what_all_shapes_of_a_kind_share_is_said_once(stamps) -> None:
    drawn = svg("chart-a", lanes(), stamps)
    for kind in lanes().shapes:
        # two ends of a range may cover each other: they are no one path
        assert drawn.count(f"data-kind={kind} ") == {"diamond": 2, "link": 0}.get(kind, 1)
    assert max(drawn.count(f'"{value}"') for value in ("13px", "end", "bold")) == 0


# --- Vega -----------------------------------------------------------------------------------------

VEGA = "{http://www.w3.org/2000/svg}"
# How marks look, with what is so without being said.
LOOKS = {"fill": "", "fill-opacity": "1", "stroke": "", "stroke-width": "1"}
TEXTS = LOOKS | {"font-size": "", "font-weight": "normal", "text-anchor": "start"}


def look(said: dict[str, str], known: dict[str, str] = LOOKS) -> dict[str, str]:
    return {name: said.get(name, otherwise) for name, otherwise in known.items()}


def numbers(text: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?[\d.]+", text)]


def of_vega(drawing: Drawing) -> Iterator[tuple]:
    """Yield all marks that Vega draws: place, words, address, and look."""
    root = ElementTree.fromstring(vega_to_svg.drawn(drawing.specification()))
    for group in root.iter(f"{VEGA}g"):
        if "layer_" not in group.get("class", ""):
            continue
        for one in group:
            link = one.tag == f"{VEGA}a"
            href = next(iter(one.attrib.values())).rsplit("datasets/", 1)[1] if link else ""
            yield _of_vega(one[0] if link else one, href)


def _of_vega(one: ElementTree.Element, href: str) -> tuple:
    at = numbers(one.get("transform", "translate(0,0)"))
    if one.tag == f"{VEGA}line":
        x2, y2 = (at[side] + float(one.get(name, 0)) for side, name in enumerate(("x2", "y2")))
        return [*at, x2, y2], "", "", look({"fill": "none"} | one.attrib)
    path = one.get("d", "")
    if "h" in path:
        x, y, width, height = numbers(path)[:4]
        at = [x, y, x + width, y + height]
    if one.text:
        return at, one.text, "", look(one.attrib, TEXTS)
    return at, "", href, look({"fill": "none"} | one.attrib)


def of_page(drawn: str) -> Iterator[tuple]:
    """Yield all marks of a drawing in a page in the same way."""
    href = ""
    for part in parts(drawn):
        if part.tag == "a":
            href = part.own["href"]
        elif part.tag == "text":
            aside = numbers(part.said.get("transform", "0"))[0]
            at = [aside + float(part.own.get("x", 0)), float(part.own["y"])]
            yield at, part.text, "", look(part.said, TEXTS)
        elif part.tag == "path":
            for step in part.own["d"].split("M")[1:]:
                yield _place(step), "", href, look({"fill": "none"} | part.said)


def _place(step: str) -> list[float]:
    """Return where a box, a line or a symbol is; a symbol is around its place."""
    x, y, *way = numbers(step)
    if "h" in step:
        return [x, y, x + way[0], y + way[1]]
    if "H" in step:
        return [x, y, way[0], y]
    if "V" in step:
        return [x, y, x, way[0]]
    if "L" in step:
        return [x, y, *way]
    if "a" in step:
        return [x + way[5] / 2, y]
    ends = [0.0, way[0], way[0] + way[2], sum(way[0:6:2])]
    return [x + (min(ends) + max(ends)) / 2, y]


@pytest.mark.parametrize("drawing", [lanes, stacked, everything])
def test_the_drawing_in_the_page_is_the_one_that_vega_makes_of_the_whole(stamps, drawing) -> None:
    ours, vegas = (
        sorted(found, key=lambda one: (str(sorted(one[3].items())), one[1:3], one[0]))
        for found in (of_page(svg("chart-a", drawing(), stamps)), of_vega(drawing()))
    )
    assert [one[1:] for one in ours] == [one[1:] for one in vegas]
    for one, other in zip(ours, vegas, strict=True):
        assert one[0] == pytest.approx(other[0], abs=0.11), one


def test_symbols_keep_their_size_and_circles_are_round(stamps) -> None:
    for kind, (form, area, _, _) in SYMBOLS.items():
        way = numbers(stamps[kind]["outline"])
        if form == "circle":
            radius, across = way[0], abs(way[5])
            assert radius == pytest.approx((area / 4) ** 0.5, abs=0.01)
            assert across == pytest.approx(2 * radius, abs=0.02)
        else:  # as Vega has them: half the diagonal of a square, a side of a triangle
            side = 6.3 if "triangle" in kind else 4.5
            assert max(way) == side


def test_what_covers_another_is_drawn_in_the_same_order(stamps) -> None:
    kinds = [part.own.get("data-kind") for part in parts(svg("chart-a", lanes(), stamps))]
    shown = list(dict.fromkeys(filter(None, kinds)))
    assert shown == [kind for kind in one_of_each()[0] if kind in shown]


def test_data_from_elsewhere_is_refused() -> None:
    with pytest.raises(ValueError, match="not allowed"):
        vega_to_svg.drawn(
            {"data": {"url": "data.csv"}, "mark": "point", "encoding": {"x": {"field": "value"}}}
        )


# --- the font -------------------------------------------------------------------------------------

A, B = Path("a"), Path("b")
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'


@pytest.mark.parametrize(
    ("found", "preferred"),
    [
        ([("Noto Sans CJK SC", A)], [("Noto Sans CJK SC", A)]),
        (
            [("SimHei", A), ("DejaVu Sans", A), ("PingFang SC", B)],
            [("PingFang SC", B), ("SimHei", A)],
        ),
        (
            [("Noto Sans CJK SC", B), ("Noto Sans CJK SC", A)],
            [("Noto Sans CJK SC", B), ("Noto Sans CJK SC", A)],
        ),
        ([("DejaVu Sans", A), ("Noto Sans CJK JP", A)], []),
    ],
)
def test_fonts_in_order_of_preference(found: list, preferred: list) -> None:
    assert han_fonts.preferred(found) == preferred


@pytest.mark.parametrize(
    ("file", "families"),
    [
        ("opentype/noto/NotoSansCJK-Regular.ttc", ["Noto Sans CJK SC"]),
        ("NotoSansCJKsc-Regular.otf", ["Noto Sans CJK SC"]),
        ("NotoSansCJKjp-Regular.otf", []),
        ("wqy/wqy-zenhei.ttc", ["WenQuanYi Zen Hei"]),
        ("msyh.ttc", ["Microsoft YaHei"]),
        ("DejaVuSans.ttf", []),
        ("NotoSansCJK-Regular.txt", []),
    ],
)
def test_fonts_are_known_by_their_files(tmp_path: Path, file: str, families: list[str]) -> None:
    path = tmp_path / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    assert list(han_fonts.in_folders([str(tmp_path)])) == [
        (family, path.parent) for family in families
    ]


def test_without_fontconfig_nothing_is_installed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert list(han_fonts.installed()) == []


@pytest.fixture
def forgotten():
    """Forget the font before and after."""
    vega_to_svg._font.cache_clear()
    yield
    vega_to_svg._font.cache_clear()


def test_fonts_that_do_not_measure_han_stop_the_picture(
    forgotten, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(
        han_fonts, "han_fonts", lambda: [("No Such Font", tmp_path), ("Nor This", tmp_path)]
    )
    # what vl-convert gives for ten characters at 100 px where the family is not there
    monkeypatch.setattr(
        vega_to_svg.vl_convert, "vegalite_to_svg", lambda *_, **__: '<svg viewBox="0 0 1727 100"/>'
    )
    with pytest.raises(han_fonts.FontMissing):
        vega_to_svg.png(PICTURE)


def test_without_a_font_there_is_no_picture_and_the_message_says_how_to_get_one(
    forgotten, monkeypatch: pytest.MonkeyPatch
) -> None:
    for source in ("installed", "in_folders", "packaged"):
        monkeypatch.setattr(han_fonts, source, lambda *_: iter(()))
    with pytest.raises(han_fonts.FontMissing, match=r"scripts/build.*fonts-noto-cjk"):
        vega_to_svg.png(PICTURE)
