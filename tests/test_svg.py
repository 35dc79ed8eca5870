"""What a drawing promises to the page that it is put into."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from baogao.charts import han_fonts, vega_to_svg

ROWS = [
    {"name": "地区生产总值", "value": 6.8, "href": "#f-1", "label": "增长6.8%，看原句"},
    {
        "name": "出口 <总额> & 其他",
        "value": -3.2,
        "href": "../../reports/330200/2020/#f-2",
        "label": "下降3.2%，看原句",
    },
]


def bars(**more: object) -> dict:
    """Return a specification with what makes drawings collide or break the policy: clips, blends,
    links.
    """
    x, y = (
        {"field": "value", "type": "quantitative"},
        {"field": "name", "type": "nominal", "title": "指标"},
    )
    link = {"href": {"field": "href"}, "description": {"field": "label"}}
    fill = {
        "gradient": "linear",
        "stops": [
            {"offset": 0, "color": "var(--chart-reached)"},
            {"offset": 1, "color": "currentColor"},
        ],
    }
    bar = {"type": "bar", "clip": True, "blend": "multiply", "fill": fill}
    return {
        "name": "chart-a",
        "description": "出口下降3.2%。",
        "usermeta": {"title": "增速"},
        "width": 200,
        "data": {"values": ROWS},
        "layer": [{"mark": bar, "encoding": {"x": x, "y": y} | link}],
    } | more


def unlinked() -> dict:
    """Return a specification without links."""
    return bars(
        layer=[{"mark": "bar", "encoding": {"y": {"field": "name"}, "x": {"field": "value"}}}]
    )


def parts(drawn: str, tag: str) -> list[ElementTree.Element]:
    """Return a drawing's elements of one kind."""
    return list(ElementTree.fromstring(drawn).iter("{http://www.w3.org/2000/svg}" + tag))


@pytest.mark.parametrize(
    "refused",
    [
        " style=",
        "font-family",
        "<script",
        "<style",
        "vega.github.io",
        "xlink",
        "Y-axis",
        "undefined",
        "NaN",
        "<image",
    ],
)
def test_nothing_that_the_page_refuses(refused: str) -> None:
    assert refused not in vega_to_svg.render(bars())


@pytest.mark.parametrize(
    "kept", ["var(--chart-reached)", "currentColor", "地区生产总值", "出口 &lt;总额&gt; &amp; 其他"]
)
def test_colours_and_words_stay(kept: str) -> None:
    assert kept in vega_to_svg.render(bars())


def test_size_is_the_columns() -> None:
    root = ElementTree.fromstring(vega_to_svg.render(bars()))
    assert root.get("viewBox", "").startswith("0 0 ")
    assert root.get("class") == "chart"
    assert not {"width", "height"} & set(root.attrib)


def test_links_lead_to_sentences_under_their_own_name() -> None:
    links = {
        link.get("href"): link.get("aria-label") for link in parts(vega_to_svg.render(bars()), "a")
    }
    assert links == {row["href"]: row["label"] for row in ROWS}


def test_a_drawing_with_links_is_a_group_of_links_and_nothing_else_to_a_screen_reader() -> None:
    root = ElementTree.fromstring(vega_to_svg.render(bars()))
    assert root.get("role") == "group"
    hidden = {
        text
        for part in root.iter()
        if part.get("aria-hidden")
        for text in part.iter()
        if text.tag.endswith("}text")
    }
    assert hidden == {text for text in root.iter() if text.tag.endswith("}text")} != set()


def test_a_drawing_without_links_is_an_image() -> None:
    assert ElementTree.fromstring(vega_to_svg.render(unlinked())).get("role") == "img"


@pytest.mark.parametrize("spec", [bars(), unlinked()])
def test_title_and_description_name_the_drawing(spec: dict) -> None:
    drawn = vega_to_svg.render(spec)
    root = ElementTree.fromstring(drawn)
    by_id = {part.get("id"): part.text for part in root.iter() if part.get("id")}
    assert by_id[root.get("aria-labelledby")] == "增速"
    assert by_id[root.get("aria-describedby")] == "出口下降3.2%。"


def test_drawings_on_one_page_share_no_id() -> None:
    one, other = (
        set(re.findall(r' id="([^"]+)"', vega_to_svg.render(bars(name=name))))
        for name in ("chart-a", "chart-b")
    )
    assert len(one) == len(other) > 2
    assert not one & other


def test_every_reference_inside_a_drawing_has_its_target() -> None:
    drawn = vega_to_svg.render(bars())
    assert set(re.findall(r"url\(#([^)]+)\)", drawn)) <= set(re.findall(r' id="([^"]+)"', drawn))
    assert "url(#" in drawn


def test_same_input_same_bytes() -> None:
    first = vega_to_svg.render(bars())
    vega_to_svg.render(unlinked())
    assert vega_to_svg.render(bars()) == first


def test_numbers_are_rounded() -> None:
    assert not re.search(r"\d\.\d{3}", vega_to_svg.render(bars()))


def placed(autosize: str) -> dict:
    """Return a specification of texts and links at places of their own, fitted to them or not."""
    texts = [{"x": 10 * place, "t": text} for place, text in enumerate(["一", "二 & 三", "四"])]
    x = {"field": "x", "type": "quantitative", "scale": None, "axis": None}
    places = [{"x": 10 * place} | row for place, row in enumerate(ROWS)]
    link = {"x": x, "href": {"field": "href"}, "description": {"field": "label"}}
    return {
        "name": "chart-a",
        "autosize": autosize,
        "padding": 0,
        "width": 400,
        "height": 20,
        "layer": [
            {
                "mark": {"type": "text", "aria": False},
                "data": {"values": texts},
                "encoding": {"x": x, "text": {"field": "t"}},
            },
            {"mark": {"type": "point"}, "data": {"values": places}, "encoding": link},
        ],
    }


def test_texts_and_links_put_in_afterwards_are_as_vega_puts_them() -> None:
    fitted, put_in = (vega_to_svg.render(placed(autosize)) for autosize in ("pad", "none"))
    for tag, count in (("text", 3), ("a", 2)):
        drawn = [ElementTree.tostring(part) for part in parts(put_in, tag)]
        assert drawn == [ElementTree.tostring(part) for part in parts(fitted, tag)]
        assert len(drawn) == count


def test_data_from_elsewhere_is_refused() -> None:
    with pytest.raises(ValueError, match="not allowed"):
        vega_to_svg.render(
            {"data": {"url": "data.csv"}, "mark": "point", "encoding": {"x": {"field": "value"}}}
        )


# --- the font -------------------------------------------------------------------------------------

A, B = Path("a"), Path("b")


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


def test_fonts_that_do_not_measure_han_stop_the_drawing(
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
        vega_to_svg.render(bars())


def test_without_a_font_nothing_is_drawn_and_the_message_says_how_to_get_one(
    forgotten, monkeypatch: pytest.MonkeyPatch
) -> None:
    for source in ("installed", "in_folders", "packaged"):
        monkeypatch.setattr(han_fonts, source, lambda *_: iter(()))
    with pytest.raises(han_fonts.FontMissing, match=r"scripts/build.*fonts-noto-cjk"):
        vega_to_svg.render(bars())
