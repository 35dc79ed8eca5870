"""What holds for any text: no exception, valid offsets, the words as they stand; and time that
grows with length only.
"""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from figure_cases import read, words

REPORT = (Path(__file__).parent / "gold" / "huzhou-2018.txt").read_text(encoding="utf-8")
PIECES = st.sampled_from(
    [
        "增长",
        "下降",
        "8%",
        "6.5",
        "万",
        "亿元",
        "个",
        "、",
        "，",
        ",",
        "。",
        "分别",
        "和",
        "以上",
        "第",
        "位",
        "从",
        "提高到",
        "“",
        "”",
        "(",
        ")",
        "2019年",
        "每立方米",
        "1:1",
        "1/0",
        "三分之一",
        "翻",
        "番",
        "新增",
        "企业",
        "其中",
        "占",
        "\n",
        "## ",
        "一、",
        "---\n",
        "５",
        "％",
        ":",
        "-",
        "市区",
        "全市",
        "居全省",
        " ",
    ]
)


def check(text: str) -> None:
    for start, end, words_of_it, _period in read(text, "start", "end", "text", "period"):
        assert 0 <= start < end <= len(text)
        assert text[start:end] == words_of_it


@given(st.text(max_size=300))
@example("1/0")
@example("---\n: :\n---\n增长5%")
def test_any_text(text):
    check(text)


@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_clauses(text):
    check(text)


@given(
    st.integers(0, len(REPORT)),
    st.integers(0, 400),
    st.text(max_size=20),
    st.integers(0, len(REPORT)),
)
def test_a_damaged_report(at, gone, put, broken):
    text = REPORT[:at] + put + REPORT[at + gone :]
    check(text[:broken] + "\n" + text[broken : broken + 3000])


@pytest.mark.parametrize(
    "text",
    [
        "1" * 1_000_000,
        "(" * 500_000 + ")" * 500_000,
        "“" * 300_000,
        " " * 1_000_000,
        "增长" * 300_000,
        "# " * 300_000,
    ],
    ids=["digits", "brackets", "quotes", "blanks", "verbs", "marks"],
)
def test_long_lines_end(text):
    assert read(text, "text") == []


def test_long_lists_end():
    assert len(read("增长" + "8%、" * 20_000, "text")) == 20_000


def test_the_vocabulary_can_be_sent_to_another_process():
    import pickle

    sent = pickle.loads(pickle.dumps(words()))
    from baogao.reading.extract_command import extract

    assert list(extract(REPORT[:3000], sent)) == list(extract(REPORT[:3000], words()))
