"""A report's text as HTML: marks in their places, words untouched, markup shown as text."""

import re
from dataclasses import replace
from decimal import Decimal
from html import unescape

import pytest

from baogao.content.glossary import Glossary, Term
from baogao.pages.first_term_uses import first_uses
from baogao.pages.marked_text import merged, numbered_mentions, shown_blocks
from baogao.reading.blocks import blocks
from baogao.reading.figure_places import mentions
from baogao.records import Excerpt, Figure, Note, Reading, Report
from interface import STRINGS
from own_content import own_content, own_corpus

CONTENT = own_content()
READINGS = own_corpus().readings
NOTE = STRINGS["report"]["note"]
BODY = "## 一、<回顾>\n\n工业稳步增长。增长6.8%、7%，小于5&6家。\n"


def figure(text: str, words: str, **fields) -> Figure:
    start = text.index(words)
    return replace(
        Figure(
            start,
            start + len(words),
            words,
            Decimal(1),
            None,
            "%",
            "eq",
            "change",
            "actual",
            "2019",
            "工业",
            None,
            "",
        ),
        **fields,
    )


def read(*figures: Figure, notes: tuple[Note, ...] = ()) -> Reading:
    report = Report(
        "r.md",
        BODY,
        0,
        "x",
        "330200",
        "宁波市",
        "prefecture",
        2020,
        (2019,),
        (2020,),
        Excerpt("a", "b", "c"),
    )
    lines = blocks(report, ())
    return Reading(report, lines, (), mentions(report, lines, figures), notes)


def html(item: Reading) -> list[str]:
    return [str(part.html) for part in shown_blocks(item, NOTE)]


def test_markup_in_the_text_is_shown_as_text():
    assert html(read())[0] == "一、&lt;回顾&gt;"
    assert "小于5&amp;6家" in html(read())[1]


def test_a_lead_and_a_figure_are_marked():
    item = read(figure(BODY, "6.8%"))
    anchor = item.mentions[0].anchor
    assert (
        html(item)[1]
        == f'<b>工业稳步增长。</b>增长<a id={anchor} href=#{anchor} class="c u">6.8%</a>'
        "、7%，小于5&amp;6家。"
    )


def test_several_records_of_one_number_are_one_mark_and_two_rows():
    item = read(figure(BODY, "6.8%"), figure(BODY, "6.8%", label="农业"))
    assert len({m.anchor for m in item.mentions}) == 1
    assert html(item)[1].count("<a ") == 1
    anchor = item.mentions[0].anchor[2:]
    assert [row_id for row_id, _ in numbered_mentions(item)] == [f"r-{anchor}", f"r-{anchor}-1"]


def test_a_note_stands_behind_the_changed_words_never_inside_a_figure():
    start = BODY.index("6.8%、7")
    item = read(
        figure(BODY, "6.8%"),
        figure(BODY, "7%"),
        notes=(Note(start, start + 6, "6.8%7", "6.8%、7", "顿号脱落"),),
    )
    assert re.search(
        r'7%</a><sup class="note"><a id="note-1" href="#notes-1" title="顿号脱落">注1</a></sup>，',
        html(item)[1],
    )


def test_a_note_on_removed_words_stands_where_they_were():
    at = BODY.index("小于")
    item = read(notes=(Note(at, at, "小说名", "", "夹入"),))
    assert "，<sup" in html(item)[1] and "</sup>小于" in html(item)[1]


def test_a_note_on_words_right_before_a_figure_stands_before_its_mark():
    at = BODY.index("6.8%")
    item = read(figure(BODY, "6.8%"), notes=(Note(at, at, "约", "", "夹入"),))
    assert re.search(r'增长<sup class="note">.*</sup><a id=f-[^>]*>6.8%</a>', html(item)[1])


@pytest.mark.parametrize("item", READINGS, ids=lambda r: r.report.id)
def test_no_word_of_a_report_is_lost_on_its_page(item):
    for block, part in zip(item.blocks, shown_blocks(item, NOTE), strict=True):
        shown = re.sub(r'<sup class="note">.*?</sup>', "", str(part.html))
        assert unescape(re.sub("<[^>]+>", "", shown)) == item.report.text[block.start : block.end]


@pytest.mark.parametrize("item", READINGS, ids=lambda r: r.report.id)
def test_every_figure_has_a_mark_and_every_note_its_place(item):
    page = "".join(str(part.html) for part in shown_blocks(item, NOTE))
    assert all(f" id={m.anchor} " in page for m in item.mentions)
    assert all(f'id="note-{i}"' in page for i in range(1, len(item.notes) + 1))


@pytest.mark.parametrize("item", READINGS, ids=lambda r: r.report.id)
def test_figures_stand_in_their_sentence_and_block(item):
    for m in item.mentions:
        assert m.sentence_start <= m.figure.start < m.figure.end <= m.sentence_end
        block = item.blocks[m.block]
        assert block.start <= m.sentence_start and m.sentence_end <= block.end
        assert item.report.text[m.figure.start : m.figure.end] == m.figure.text


def test_overlapping_figures_are_merged():
    item = read(figure(BODY, "6.8%、7%"), figure(BODY, "7%"))
    assert [len(group) for group in merged(list(item.mentions))] == [2]
    assert html(item)[1].count("<a ") == 1 and html(item)[1].count("<span id=") == 1


def marked(item: Reading) -> list[str]:
    known = CONTENT.glossary.uses(item.report.text, item.report.body)
    return [str(part.html) for part in shown_blocks(item, NOTE, first_uses(item, known))]


@pytest.mark.parametrize("item", READINGS, ids=lambda r: r.report.id)
def test_marked_terms_change_no_word_and_stand_in_no_other_link(item):
    for block, html in zip(item.blocks, marked(item), strict=True):
        shown = re.sub(r'<sup class="note">.*?</sup>', "", html)
        assert unescape(re.sub("<[^>]+>", "", shown)) == item.report.text[block.start : block.end]
        assert block.level == 0 or "href=#t-" not in html
        assert re.fullmatch(
            r"(?:(?!</?a\b).)*(?:<a\b(?:(?!</?a\b).)*</a>(?:(?!</?a\b).)*)*", html, re.S
        )
        assert all(
            not re.search("</?(?:b|sup)", words)
            for words in re.findall("<a href=#t-[^>]*>(.*?)</a>", html)
        )


@pytest.mark.parametrize("item", READINGS, ids=lambda r: r.report.id)
def test_a_term_is_marked_once_in_each_part(item):
    part, seen = 0, set()
    for block, html in zip(item.blocks, marked(item), strict=True):
        part += block.level == 2
        for term in re.findall("<a href=#(t-[^>]+)>", html):
            assert (part, term) not in seen
            seen.add((part, term))
    assert len(seen) > 80


TERM = Term("t-gong-ye", "工业", "", "", "", aliases=("增长6.8%",))


def terms_in(item: Reading) -> list[str]:
    return [
        str(part.html)
        for part in shown_blocks(
            item, NOTE, first_uses(item, Glossary((TERM,)).uses(item.report.text))
        )
    ]


def test_a_term_is_marked_at_its_first_use_that_is_no_figure():
    assert "<b><a href=#t-gong-ye>工业</a>稳步增长。</b>增长" in terms_in(read())[1]
    item = read(figure(BODY, "6.8%"))
    item = replace(item, report=replace(item.report, text=BODY.replace("工业", "农业")))
    assert "href=#t-" not in terms_in(item)[1]
    assert "<a href=#t-gong-ye>增长6.8%</a>、7%" in terms_in(replace(item, mentions=()))[1]


def test_a_note_stands_behind_a_term_never_inside_it():
    at = BODY.index("业稳")
    assert (
        '<a href=#t-gong-ye>工业</a><sup class="note">'
        in terms_in(read(notes=(Note(at, at, "小说", "", "夹入"),)))[1]
    )
