"""What holds for the figures of the published reports, however they are cut, glued and written.

The reports were read right, figure by figure. Here they stand in for what is pasted, printed, sent
by e-mail or copied from a page: cut anywhere, one behind the other, in lines of any width.
"""

import json
import re
import sys
import unicodedata
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baogao.content.figure_edits import CHOICES, PERIOD
from baogao.reading import extract_command
from baogao.reading.normalise import normalise
from figure_cases import words

PLACES = ("start", "end", "text")
QUANTITY = ("value", "value_high", "unit", "bound", "kind", "status")
BLANK = re.compile(r"\s+")


class Passage(NamedTuple):
    """Words of a report, and what is known of them."""

    text: str
    area: str
    year: int


def published() -> list[Passage]:
    found = []
    for path in sorted((Path(__file__).parents[1] / "content" / "reports").rglob("*.md")):
        text = path.read_text("utf-8")
        front = extract_command.front_matter(text)
        found.append(Passage(text[front.start :].strip("\n") + "\n", front.area, front.year))
    return found


def sections(report: Passage) -> list[Passage]:
    """Return the parts of a report that a heading of its own opens."""
    parts = re.split(r"(?m)^(?=## )", report.text)[1:]
    return [report._replace(text=part) for part in parts]


REPORTS = published()
SECTIONS = [section for report in REPORTS for section in sections(report)]
DATED = [section for section in SECTIONS if re.match(r"## .*20\d\d年", section.text)]
LONG = [section for section in SECTIONS if len(section.text) > 1500]


@st.composite
def pieces(draw) -> str:
    """Draw words of some report, cut anywhere: within a line, a word or a number."""
    text = draw(st.sampled_from(REPORTS)).text
    begin = draw(st.integers(0, len(text)))
    return text[begin : begin + draw(st.integers(0, 2500))]


@st.composite
def excerpts(draw) -> Passage:
    """Draw up to six paragraphs that follow one another in some section."""
    section = draw(st.sampled_from(LONG))
    paragraphs = section.text.split("\n\n")
    begin = draw(st.integers(0, len(paragraphs) - 1))
    text = "\n\n".join([paragraphs[0], *paragraphs[max(1, begin) : begin + 6]])
    return section._replace(text=text.strip("\n") + "\n")


@lru_cache(maxsize=256)
def figures(passage: Passage) -> tuple[dict, ...]:
    return tuple(extract_command.extract(passage.text, words(), passage.area, passage.year))


def said(found, fields=None) -> list[tuple]:
    """Return what figures say, wherever they stand, and their words without white space."""
    return [
        (
            normalise(BLANK.sub("", figure["text"])),
            {
                name: normalise(BLANK.sub("", value)) if name == "label" else value
                for name, value in figure.items()
                if name not in PLACES and (fields is None or name in fields)
            },
        )
        for figure in found
    ]


def check_same(passage: Passage, written: str) -> None:
    """See that a passage says the same when it is written in another way."""
    again = figures(passage._replace(text=written))
    assert said(again) == said(figures(passage))
    assert all(written[one["start"] : one["end"]] == one["text"] for one in again)


def check_sound(text: str) -> None:
    """See that figures have their words, in order, and nothing that no list has."""
    last = (0, 0)
    for candidate in extract_command.read(text, words()):
        figure, form = candidate.figure, candidate.quantity.form
        assert text[figure.start : figure.end] == figure.text != ""
        span = (figure.start, figure.end)
        assert last[1] <= figure.start or (span == last and form == "share")  # 4.5:48.3:47.2
        last = span
        for field, choices in CHOICES.items():
            assert getattr(figure, field) in choices
        assert figure.certainty in ("high", "medium", "low")
        assert PERIOD.fullmatch(figure.period)
        assert (figure.bound == "range") == (figure.value_high is not None)
        assert figure.indicator is None or figure.indicator in words().indicators
        assert figure.label == figure.label.strip() and "\n" not in figure.label
        printed = json.dumps(extract_command.as_json(figure))
        assert json.loads(printed, parse_float=Decimal)["value"] == figure.value


@given(pieces())
def test_a_report_cut_anywhere_has_sound_figures(text):
    check_sound(text)


@given(st.lists(pieces(), min_size=2, max_size=4), st.sampled_from(["", "\n", " ", "\n\n## "]))
def test_pieces_of_reports_glued_in_any_order_have_sound_figures(parts, glue):
    check_sound(glue.join(parts))


BREAKS = st.sampled_from(["\n", "\r\n", " ", "\u200b", "\u200b\n", "\u3000\n\t"])


@given(pieces(), st.lists(st.tuples(st.integers(0, 2500), BREAKS), max_size=12))
def test_pieces_broken_anywhere_have_sound_figures(text, breaks):
    for at, put in breaks:
        text = text[:at] + put + text[at:]
    check_sound(text)


@given(st.sampled_from(REPORTS), st.data())
def test_a_cut_at_the_end_of_a_paragraph_changes_no_figure_before_it(report, data):
    ends = [end.start() + 1 for end in re.finditer(r"\n\n", report.text)]
    at = data.draw(st.sampled_from(ends))
    before = [figure for figure in figures(report) if figure["end"] <= at]
    assert list(figures(report._replace(text=report.text[:at]))) == before


@given(st.sampled_from(SECTIONS), st.sampled_from(SECTIONS))
def test_a_section_glued_behind_another_changes_no_figure_of_it(first, second):
    both = figures(first._replace(text=first.text + second.text))
    assert tuple(one for one in both if one["start"] < len(first.text)) == figures(first)


@given(st.sampled_from(SECTIONS), st.sampled_from(DATED))
def test_a_section_that_names_its_year_says_the_same_behind_any_other(first, second):
    """One that does not goes on with the time of the one before: 切实加强政府自身建设."""
    both = figures(second._replace(text=first.text + second.text))
    assert said(one for one in both if one["start"] >= len(first.text)) == said(figures(second))


def broken(paragraph: str, width: int, *, in_columns: bool, keep: str) -> list[str]:
    """Return a paragraph in lines of some width; none begins with a mark of `keep`."""
    lines, line, used = [], "", 0
    for character in paragraph:
        takes = 2 if in_columns and character >= "\u2010" else 1
        if used + takes > width * (1 + in_columns) and character not in keep:
            lines.append(line)
            line, used = "", 0
        line, used = line + character, used + takes
    return [*lines, line]


@given(
    passage=st.sampled_from(LONG),
    width=st.integers(12, 120),
    in_columns=st.booleans(),
    keep=st.sampled_from(["", "，。、；：）”"]),
    indent=st.sampled_from(["", "\u3000\u3000", "    "]),
    end=st.sampled_from(["\n", " \n", "\r\n"]),
)
def test_a_text_broken_into_lines_of_any_width_says_the_same(
    passage, width, in_columns, keep, indent, end
):
    """Paragraphs are told by an indent, or by a blank line between them."""
    lines: list[str] = []
    for paragraph in passage.text.split("\n\n"):
        if paragraph.startswith("#"):
            lines += [paragraph, ""]
        else:
            indented = indent + paragraph
            lines += broken(indented, width, in_columns=in_columns, keep=keep)
            lines += [] if indent else [""]
    check_same(passage, end.join(lines))


@given(
    passage=excerpts(),
    between=st.sampled_from(["\n", "\n\n", "\n\n\n", "\r\n", "\r\n\r\n", "\u2028", "\x0c"]),
    indent=st.sampled_from(["", " ", "\t", "\u3000\u3000", "\u00a0\u00a0"]),
    behind=st.sampled_from(["", " ", "\u3000"]),
    mark=st.sampled_from(["", "\ufeff"]),
)
def test_blank_lines_indents_line_ends_and_a_byte_order_mark_change_nothing(
    passage, between, indent, behind, mark
):
    paragraphs = re.sub(r"(?m)^#+ ", "", passage.text).split("\n\n")
    plain = passage._replace(text="\n\n".join(paragraphs))
    written = between.join(f"{indent}{paragraph.strip()}{behind}" for paragraph in paragraphs)
    check_same(plain, mark + written)


FULL_WIDTH = {code: chr(code + 0xFEE0) for code in range(0x21, 0x7F) if chr(code) != "#"}
DIGITS = {code: full for code, full in FULL_WIDTH.items() if chr(code).isdigit()}
LIKE_OTHERS = {
    ord(unicodedata.normalize("NFKC", chr(code))): chr(code)
    for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFB00))
}


@given(excerpts(), st.sampled_from([DIGITS, FULL_WIDTH]))
def test_full_width_digits_and_marks_change_nothing_but_words(passage, forms):
    check_same(passage, passage.text.translate(forms))


@given(excerpts(), st.sampled_from(["NFC", "NFD"]), st.booleans())
def test_forms_of_characters_that_print_the_same_change_nothing(passage, form, other):
    """A PDF's text has radicals for characters: ⽉ for 月."""
    written = passage.text.translate(LIKE_OTHERS) if other else passage.text
    check_same(passage, unicodedata.normalize(form, written))


@given(st.sampled_from(LONG), st.data())
def test_digits_torn_by_a_line_end_are_read_whole_or_not_at_all(passage, data):
    figure = data.draw(st.sampled_from(figures(passage)))
    inside = [
        figure["start"] + found.end()
        for found in re.finditer(r"\d(?=[\d.])|\.(?=\d)", figure["text"])
    ]
    if not inside:
        return
    at = data.draw(st.sampled_from(inside))
    text = passage.text[:at] + "\n" + passage.text[at:]
    there = [
        (one["value"], one["value_high"])
        for one in figures(passage._replace(text=text))
        if one["start"] <= figure["end"] and figure["start"] < one["end"]
    ]
    assert there in ([], [(figure["value"], figure["value_high"])])


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: f"{report.area}-{report.year}")
def test_a_report_in_one_line_keeps_what_was_counted_and_whether_it_was_reached(report):
    """A heading runs into its paragraph: labels, areas and a year said of one paragraph may not."""
    unmarked = re.sub(r"(?m)^#+ ", "", report.text)
    in_one = report._replace(text=BLANK.sub("", unmarked))
    assert said(figures(in_one), QUANTITY) == said(figures(report), QUANTITY)


@pytest.mark.parametrize(
    "written",
    [str, lambda text: text.replace("\n", ""), lambda text: re.sub("(.{30})", r"\1\n", text)],
    ids=["paragraphs", "one line", "lines"],
)
def test_the_work_grows_with_the_length_of_the_text_only(written):
    """Counted in calls, not in seconds: of a report, and of eight."""
    once = written(REPORTS[-1].text)
    few, many = calls(once), calls(once * 8)
    assert many < 9 * few


def calls(text: str) -> int:
    """Return how many calls it takes to read a text."""
    count = 0

    def counted(*_):
        nonlocal count
        count += 1

    sys.setprofile(counted)
    try:
        list(extract_command.extract(text, words(), "台州市", 2019))
    finally:
        sys.setprofile(None)
    return count
