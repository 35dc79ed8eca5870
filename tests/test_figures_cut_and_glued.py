"""What holds for the figures of the published reports, cut anywhere and one behind the other."""

import json
import re
import sys
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baogao.content.reports.figure_fields import CHOICES, PERIOD
from baogao.reading import extract_command
from figure_cases import words
from report_passages import DATED, REPORTS, SECTIONS, figures, pieces, said


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
