"""Nothing of a report's words is lost, and every change is a recorded correction with a reason."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from baogao.cleaning.fidelity import Unfit, cleaned_characters, notes, source_words
from baogao.content.content_folder import read
from baogao.records import Correction, Excerpt, Report

CONTENT = read(Path(__file__).resolve().parents[1] / "content")
REPORTS = {report.id: report for report in CONTENT.reports}
BY_HAND = yaml.safe_load((Path(__file__).parent / "data" / "reports.yml").read_text("utf-8"))


def test_every_report_has_its_first_and_last_sentence():
    assert sorted(REPORTS) == sorted(BY_HAND) and len(REPORTS) >= 11


@pytest.mark.parametrize("name", sorted(BY_HAND))
def test_first_and_last_sentence(name):
    body = REPORTS[name].text[REPORTS[name].body :].strip()
    assert body.startswith(BY_HAND[name]["first"])
    assert body.endswith(BY_HAND[name]["last"])


@pytest.mark.parametrize("name", sorted(BY_HAND))
def test_every_han_character_letter_digit_and_percent_sign_is_there(name):
    """Compared apart from the pipeline's own arithmetic: source minus what corrections took, plus
    what they put.
    """

    def counted(text: str) -> list[str]:
        return [c for c in text if c == "%" or c.isalnum()]

    report = REPORTS[name]
    source = source_words(report, CONTENT.source_texts[report.source.file])
    for correction in report.corrections:
        assert correction.why
        if correction.now is not None:
            source = source.replace(correction.found, correction.now)
    assert counted("".join(report.text[i] for i in cleaned_characters(report))) == counted(source)


@pytest.mark.parametrize("name", sorted(BY_HAND))
def test_notes_stand_where_the_words_changed(name):
    report = REPORTS[name]
    for note in notes(report, CONTENT.source_texts[report.source.file]):
        there = "".join(report.text[note.start : note.end].replace("#", "").split())
        assert there == (note.found if note.now is None else note.now)


def report_of(body: str, *corrections: Correction, first="今年", last="完。") -> Report:
    head = "---\ntitle: x\n---\n\n"
    return Report(
        "content/reports/330200/2020.md",
        head + body,
        len(head),
        "x",
        "330200",
        "宁波市",
        "prefecture",
        2020,
        (2019,),
        (2020,),
        Excerpt("x.txt", first, last),
        corrections=corrections,
    )


SOURCE = "首页 今年增长7.5%8.6%,小说名完成任务。今年完。 返回"


def test_a_faithful_report_has_no_notes():
    assert notes(report_of("今年增长7.5%8.6%，小说名完成任务。\n\n今年完。\n"), SOURCE) == ()


def test_corrections_are_applied_and_noted():
    corrections = (
        Correction("7.5%8.6%", "7.5%、8.6%", "顿号脱落", 1),
        Correction("小说名", "", "夹入", 5),
    )
    report = report_of("今年增长7.5%、8.6%，完成任务。\n\n今年完。\n", *corrections)
    separator, removal = notes(report, SOURCE)
    assert report.text[separator.start : separator.end] == "7.5%、8.6%"
    assert removal.start == removal.end and report.text[removal.start :].startswith("完成任务")


def test_a_doubt_leaves_the_words():
    report = report_of(
        "今年增长7.5%8.6%，小说名完成任务。\n\n今年完。\n",
        Correction("7.5%8.6%", None, "疑脱落", 1),
    )
    [note] = notes(report, SOURCE)
    assert note.now is None and report.text[note.start : note.end] == "7.5%8.6%"


BROKEN = [
    (
        "今年增长7.5%8.5%，小说名完成任务。\n\n今年完。\n",
        (),
        (
            "the text differs from its source: '7.5%8.5%，小说名完成任务。今' here, '7.5%8.6%，"
            "小说名完成任务。今' there"
        ),
    ),
    (
        "今年增长7.5%8.6%，小说名完成任务。\n",
        (),
        "the text differs from its source: '名完成任务。' here, '名完成任务。今年完。' there",
    ),
    (
        "今年增长7.5%8.6%，小说名完成任务。\n\n今年完。\n",
        (Correction("8.7%", "8.8%", "错字", 3),),
        "correction no longer applies: '8.7%' stands 0 times in the source, not 1",
    ),
    (
        "今年增长7.5%8.6%，小说名完成任务。\n\n今年完。\n",
        (Correction("今年", "去年", "错字", 3),),
        "correction no longer applies: '今年' stands 2 times in the source, not 1",
    ),
    (
        "今年增长7.5%8.6%，小说名完成任务。\n\n今年完。\n",
        (Correction("7.5%8", "7.5%、8", "x", 1), Correction("8.6%", "8.7%", "x", 4)),
        "correction '8.6%' overlaps another",
    ),
]


@pytest.mark.parametrize(("body", "corrections", "message"), BROKEN)
def test_what_is_not_recorded_is_named(body, corrections, message):
    with pytest.raises(Unfit) as unfit:
        notes(report_of(body, *corrections), SOURCE)
    assert unfit.value.message == message


def test_an_excerpt_that_is_not_in_the_source_is_named():
    report = replace(report_of("今年完。\n"), source=Excerpt("x.txt", "明年", "完。"))
    with pytest.raises(Unfit) as unfit:
        notes(report, SOURCE)
    assert unfit.value.message == "source.first '明年' is not in x.txt"
