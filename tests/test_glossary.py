"""The glossary: found in the reports where it should be, explained soberly, and its mistakes named
with path and line.
"""

import pickle
import re
from dataclasses import replace
from pathlib import Path

import pytest

from baogao import check
from baogao.content.problem_printing import line_of
from baogao.content.vocabulary import pinyin
from baogao.content.vocabulary.glossary import Glossary, Term, load
from baogao.records import Problem
from own_content import own_content

ROOT = Path(__file__).resolve().parents[1]
CONTENT = own_content()
TERMS = CONTENT.glossary.terms
PRAISE = re.compile("伟大|重大成就|显著|辉煌|成功|先进经验|金名片|走在前列|一流的|创举|有力")


def found(glossary: Glossary, text: str) -> list[str]:
    return [text[use.start : use.end] for use in glossary.uses(text)]


def glossary(**aliases: tuple[str, ...]) -> Glossary:
    return Glossary(
        tuple(
            Term(f"t-{i}", term, "", "", "", other)
            for i, (term, other) in enumerate(aliases.items())
        )
    )


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.id)
def test_a_term_is_found_in_its_examples(term):
    for text in term.examples:
        assert term in [use.term for use in CONTENT.glossary.uses(text)]
    for text in term.unlike:
        assert term not in [use.term for use in CONTENT.glossary.uses(text)]


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.id)
def test_a_term_is_explained_in_a_sentence_or_two_without_praise(term):
    assert 5 < len(term.zh) <= 90 and term.zh.endswith("。") and term.zh.count("。") <= 2
    assert not PRAISE.search(term.zh)
    assert re.fullmatch(r"[A-Za-z0-9 .,'+()-]+", term.en)
    assert re.fullmatch("t-[a-z0-9-]+", term.id)


def test_every_example_stands_in_a_report():
    bodies = [report.text[report.body :] for report in CONTENT.reports]
    assert [
        text for term in TERMS for text in term.examples if not any(text in body for body in bodies)
    ] == []


def test_there_are_many_terms_and_every_one_is_used():
    assert len(TERMS) >= 250
    assert {
        "八八战略",
        "最多跑一次",
        "六稳",
        "六保",
        "两山",
        "五水共治",
        "大禹鼎",
        "亩均论英雄",
        "标准地",
        "“四大”建设",
        "万亩千亿",
        "凤凰行动",
        "雄鹰行动",
        "雏鹰行动",
        "三服务",
        "未来社区",
        "无废城市",
        "枫桥经验",
    } <= {term.term for term in TERMS}
    assert list(check.remarks(CONTENT)) == []


def test_quotation_marks_inside_a_term_do_not_matter_and_their_other_half_is_taken_in():
    known = glossary(四大建设=(), 最多跑一次改革=())
    assert found(known, "推进“四大”建设，“最多跑一次”改革、四大建设") == [
        "“四大”建设",
        "“最多跑一次”改革",
        "四大建设",
    ]


def test_words_that_begin_inside_other_quotation_marks_are_no_term():
    assert found(glossary(强基工程=()), "实施“雁阵强基”工程和强基工程") == ["强基工程"]


def test_a_spelling_in_quotation_marks_counts_only_in_quotation_marks():
    known = glossary(一五二=("“152”",), 三改一拆=("“三改”",))
    assert found(known, "152个，“152”工程，三改三看，完成“三改”，三改一拆") == [
        "152",
        "三改",
        "三改一拆",
    ]


def test_the_longest_term_wins_and_a_number_after_the_term_is_left_alone():
    assert found(glossary(标准=(), 标准地=(), 新批标准=()), "新批标准地20亩") == ["新批标准"]
    assert found(glossary(标准=(), 标准地=()), "新批标准地20亩") == ["标准地"]


def test_words_unlike_a_term_hide_it():
    term = Term("t-1", "三位一体", "", "", "", unlike=("体制“三位一体”",))
    assert found(Glossary((term,)), "体制“三位一体”，深化“三位一体”改革") == ["三位一体"]


def test_offsets_are_those_of_the_text_from_where_the_search_begins():
    text = "“六稳”。“六稳”"
    assert [(use.start, use.end) for use in glossary(六稳=()).uses(text, 4)] == [(6, 8)]


def test_a_glossary_can_be_sent_to_another_process():
    known = glossary(六稳=())
    assert found(known, "六稳") == found(pickle.loads(pickle.dumps(known)), "六稳")


def test_pinyin_is_read_and_made_plain():
    assert pinyin.read("八八战略") == "bā bā zhàn lüè"
    assert pinyin.toneless("bā bā zhàn lüè 10+N") == "ba-ba-zhan-lve-10-n"


GOOD = "- term: 六稳\n  en: Six Stabilities\n  zh: 六项稳定。\n  examples: [做好“六稳”工作]\n"
MISTAKES = [
    (GOOD, []),
    (
        GOOD + "  says: x\n",
        [
            "v/glossary.yml:1: unknown key 'says' (known are aliases, en, examples, id, not,"
            " pinyin, term, zh)"
        ],
    ),
    (
        GOOD.replace("  zh: 六项稳定。\n", ""),
        ["v/glossary.yml:1: entry lacks zh (write zh: and its words)"],
    ),
    (
        GOOD.replace("[做好“六稳”工作]", "[]"),
        ["v/glossary.yml:1: entry lacks examples (quote words of a report that use the term)"],
    ),
    (
        GOOD.replace("做好“六稳”", "做好"),
        [
            "v/glossary.yml:1: 六稳 is not found in its example '做好工作' (quote words that"
            " contain the term or an alias)"
        ],
    ),
    (
        GOOD + "  not: [六项]\n",
        [
            "v/glossary.yml:1: `not` '六项' does not contain 六稳 (quote the words that only look"
            " like the term)"
        ],
    ),
    (
        GOOD + "  aliases: 稳\n",
        ["v/glossary.yml:1: aliases is not a list (write aliases: [one, another])"],
    ),
    (
        GOOD + "  aliases: ['246']\n",
        [
            "v/glossary.yml:1: 246 is only a number (put it in quotation marks, “246”: "
            "it then counts only where the report has them)"
        ],
    ),
    (
        GOOD + GOOD,
        [
            (
                "v/glossary.yml:5: t-liu-wen stands twice, first in line 1 (one entry a term; `id`"
                " gives another address)"
            ),
            (
                "v/glossary.yml:5: 六稳 stands twice, first in line 1 (one entry a term; `id` gives"
                " another address)"
            ),
        ],
    ),
    (
        "- 六稳\n",
        ["v/glossary.yml:1: not an entry: '六稳' (each entry is a mapping: - key: value)"],
    ),
    ("- term: [\n", ["v/glossary.yml:2: not YAML: did not find expected node content"]),
]


@pytest.mark.parametrize(("text", "said"), MISTAKES)
def test_mistakes_are_named(tmp_path, text, said):
    (tmp_path / "glossary.yml").write_text(text, "utf-8")
    assert [line_of(problem) for problem in load(tmp_path, "v")[1]] == said


def remarks_on_an_unused_term(**changes: object) -> list[str]:
    unused = Term("t-x", "没有的词", "", "", "", line=7)
    content = replace(CONTENT, glossary=Glossary((*TERMS, unused)), **changes)
    return [line_of(problem) for problem in check.remarks(content)]


def test_check_says_which_terms_no_report_uses():
    assert remarks_on_an_unused_term() == [
        "content/vocabulary/glossary.yml:7: no report uses 没有的词 (mend the spelling, or take it"
        " out)"
    ]
    [remark] = remarks_on_an_unused_term(shown="texts")
    assert remark.startswith("texts/vocabulary/glossary.yml:7: ")


def test_a_term_of_a_report_that_cannot_be_read_is_not_called_unused():
    unread = Problem("content/reports/330200/2020.md", 1, "cannot be read")
    assert remarks_on_an_unused_term(problems=(unread,)) == []
