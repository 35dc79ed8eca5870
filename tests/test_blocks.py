"""Headings, paragraphs, leads and anchors."""

from pathlib import Path

import pytest

from baogao.content.content_folder import read
from baogao.content.reports.front_matter import parse
from baogao.content.reports.sentence_spans import sentence_spans
from baogao.reading.blocks import anchor, blocks, numbers

CONTENT = read(Path(__file__).resolve().parents[1] / "content")
REPORTS = {report.id: report for report in CONTENT.reports}
LEADS = sorted((Path(__file__).parent / "data" / "leads").glob("*.txt"))
HEAD = """---
title: 2020年宁波市政府工作报告
area: {code: "330200", name: 宁波市, level: prefecture}
year: 2020
reviews: [2019]
plans: [2020]
source: {file: a.txt, first: 各位, last: 奋斗！}
---

"""


def report_of(body: str):
    return parse("content/reports/330200/2020.md", HEAD + body)[0]


@pytest.mark.parametrize("path", LEADS, ids=[path.stem for path in LEADS])
def test_leads_are_those_a_reader_marked(path):
    """The lists were written by reading each report from end to end."""
    report = REPORTS[path.stem.replace("-", "/")]
    leads = [report.text[b.start : b.lead] for b in blocks(report, ()) if b.lead > b.start]
    assert leads == path.read_text("utf-8").split()


def test_every_report_has_its_list_of_leads():
    assert {path.stem.replace("-", "/") for path in LEADS} == set(REPORTS)


@pytest.mark.parametrize(
    ("report_id", "heading", "lead"),
    [
        ("330000/2020", "（一）着力稳企业稳增长", "民营经济持续健康发展。"),
        ("330500/2020", "（一）经济发展稳中有进", "民营企业健康发展。"),
        ("330500/2018", "（一）坚持提质增效，实体经济稳中向好", "产业转型升级迈出新步伐。"),
        ("330200/2019", "（一）抓实业，实体经济竞争力持续增强", "市场主体不断壮大。"),
        ("330200/2020", "（二）狠抓强产业，实体经济发展壮大", "推动制造业高质量发展。"),
    ],
)
def test_a_lead_opens_the_paragraph_under_its_heading(report_id, heading, lead):
    report = REPORTS[report_id]
    found = blocks(report, ())
    at = next(i for i, b in enumerate(found) if report.text[b.start : b.end] == heading)
    assert found[at].level == 3
    assert report.text[found[at + 1].start : found[at + 1].lead] == lead


def test_blocks_have_levels_and_leave_marks_out():
    report = report_of("## 一、回顾\n\n### （一）工业\n\n工业稳步增长。增长6.8%。\n")
    shown = [(b.level, report.text[b.start : b.end]) for b in blocks(report, ())]
    assert shown == [(2, "一、回顾"), (3, "（一）工业"), (0, "工业稳步增长。增长6.8%。")]


def figure_anchors(body: str) -> dict[str, str]:
    """Return anchor by number for a body's only paragraph."""
    report = report_of(body)
    [block] = blocks(report, ())
    found = numbers(report, sentence_spans(report.text, block.start, block.end))
    return {report.text[at : at + 3]: anchor(place) for at, place in found.items()}


def test_anchors_survive_mended_punctuation_and_new_neighbours():
    before = figure_anchors("生产总值6.8亿元,增长7.5%。\n")
    after = figure_anchors("新的一句8.1。生产总值 6.8 亿元，增长7.5%。\n")
    assert before["6.8"] == after["6.8"] and before["7.5"] == after["7.5"]


def test_the_same_sentence_twice_has_two_anchors():
    report = report_of("增长7.5%。增长7.5%。\n")
    [block] = blocks(report, ())
    spans = sentence_spans(report.text, block.start, block.end)
    assert len(set(map(anchor, numbers(report, spans).values()))) == 2


def test_anchors_are_unique_in_every_report():
    for report in REPORTS.values():
        found = blocks(report, ())
        spans = [span for b in found for span in sentence_spans(report.text, b.start, b.end)]
        every = [*map(anchor, numbers(report, spans).values()), *(b.anchor for b in found)]
        assert len(set(every)) == len(every)


def test_sentences_cover_every_character():
    for report in REPORTS.values():
        for b in blocks(report, ()):
            assert (
                "".join(report.text[a:z] for a, z in sentence_spans(report.text, b.start, b.end))
                == report.text[b.start : b.end]
            )
