"""The picture of a report that is passed on: its headline numbers, as the report says them."""

import zlib
from xml.etree import ElementTree

import numpy as np
import pytest

from baogao.charts import png_files, vega_to_svg
from baogao.pages.social_cards import card, headlines
from interface import STRINGS
from own_content import own_corpus


@pytest.fixture(scope="module")
def whole():
    return own_corpus()


def test_a_report_is_shown_by_what_it_says_of_the_year_it_looks_back_on(whole):
    reading = next(r for r in whole.readings if r.report.id == "330200/2020")
    assert headlines(whole, reading, STRINGS)[:2] == [
        ("2019年地区生产总值", "11985亿元"),
        ("2019年一般公共预算收入", "1468.4亿元"),
    ]


def test_markup_in_a_name_is_shown_as_text():
    drawn = ElementTree.fromstring(card("<b>市", "&", [("增长", "<1%")]))
    assert [text.text for text in drawn.iter("{http://www.w3.org/2000/svg}text")] == [
        "<b>市",
        "&",
        "增长",
        "<1%",
    ]


def test_a_card_is_the_same_bytes_each_time_and_its_text_is_drawn():
    one, two, bare = (
        vega_to_svg.png(card(name, "政府工作报告", [])) for name in ("宁波市", "宁波市", "")
    )
    assert one == two != bare
    assert one.startswith(b"\x89PNG") and one.endswith(b"IEND\xaeB`\x82")


def written(pixels: np.ndarray, filter: int = 1) -> bytes:
    """Return a picture as vl-convert writes it: each pixel less the one to its left."""
    height, width, _ = pixels.shape
    steps = np.diff(pixels, axis=1, prepend=np.zeros((height, 1, 4), np.uint8))
    lines = np.hstack([np.full((height, 1), filter, np.uint8), steps.reshape(height, -1)])
    header = width.to_bytes(4) + height.to_bytes(4) + bytes([8, 6, 0, 0, 0])
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(lines.tobytes())), (b"IEND", b"")]
    return png_files.SIGNATURE + b"".join(png_files._chunk(kind, data) for kind, data in chunks)


def test_a_picture_keeps_the_colours_of_its_areas():
    pixels = np.full((4, 6, 4), 255, np.uint8)
    pixels[:2, :, :3], pixels[2:, :3, :3] = (11, 107, 98), (157, 42, 42)
    chunks = dict(png_files._chunks(png_files.packed(written(pixels))))
    palette = np.frombuffer(chunks[b"PLTE"], np.uint8).reshape(-1, 3)
    places = np.frombuffer(zlib.decompress(chunks[b"IDAT"]), np.uint8).reshape(4, 7)[:, 1:]
    assert np.array_equal(palette[places], pixels[..., :3])


def test_a_picture_that_cannot_be_packed_so_says_it():
    many = np.random.default_rng(1).integers(0, 256, (20, 50, 4), np.uint8)
    with pytest.raises(ValueError, match="more colours"):
        png_files.packed(written(many))
    with pytest.raises(ValueError, match="another way"):
        png_files.packed(written(many, filter=4))
