"""What holds for the figures of the published reports, however their text is written.

The reports were read right, figure by figure. Here they stand in for what is pasted, printed, sent
by e-mail or copied from a page: in lines of any width, with blanks and characters of many kinds.
"""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_passages import BLANK, LONG, REPORTS, Passage, excerpts, figures, said

QUANTITY = ("value", "value_high", "unit", "bound", "kind", "status")


def check_same(passage: Passage, written: str) -> None:
    """See that a passage says the same when it is written in another way."""
    again = figures(passage._replace(text=written))
    assert said(again) == said(figures(passage))
    assert all(written[one["start"] : one["end"]] == one["text"] for one in again)


def broken(paragraph: str, width: int, *, in_columns: bool, keep: str) -> list[str]:
    """Return a paragraph in lines of some width; none begins with a blank or one of `keep`."""
    lines, line, used = [], "", 0
    for character in paragraph:
        takes = 2 if in_columns and character >= "\u2010" else 1
        if used + takes > width * (1 + in_columns) and character not in keep + " ":
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
