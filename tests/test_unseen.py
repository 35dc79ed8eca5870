"""Characters that nobody sees: as Unicode has them, and no number is read but as people see it."""

from itertools import cycle
from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from baogao.cleaning.page_to_drafts import drafts
from baogao.content.files import invisible_characters, safe_read
from baogao.reading.extract_command import explain, extract
from baogao.reading.figures import doubts
from baogao.records import Problem
from figure_cases import words
from test_add import WORDS

NUMBERS = [
    "1468.4亿元",
    "6.8%",
    "12.3万户",
    "1.77:1",
    "3-5亿元",
    "1,234人",
    "百分之五",
    "三分之一",
    "第12位",
]
SENTENCES = {
    "1468.4亿元": "地区生产总值达{}。",
    "1.77:1": "城乡居民收入比缩小到{}。",
    "第12位": "总量居全国{}。",
}
PLACES = [(number, at) for number in NUMBERS for at in range(len(number) + 1)]
LINE_ENDS = invisible_characters.characters(invisible_characters.LINE_ENDS)
SURROGATES = (0xD800, 0xDFFF)  # no file in UTF-8 has them
HIDDEN = invisible_characters.characters(
    tuple(pair for pair in invisible_characters.HIDING if pair != SURROGATES)
)
BLANKS = invisible_characters.characters(invisible_characters.BLANKS)
ALL = "".join(map(chr, range(0x110000)))
UNSEEN = {ord(character) for character in invisible_characters.UNSEEN.findall(ALL)}


def sentence(number: str, at: int, put: str) -> str:
    """Return a sentence whose number has something put in."""
    return SENTENCES.get(number, "增长{}。").format(number[:at] + put + number[at:])


def every_place(put: str) -> str:
    """Return a line for every place of every number."""
    return "\n".join(sentence(number, at, put) for number, at in PLACES)


def read(put: str, plain: str) -> list[dict]:
    """Return what is read with something put in every place; in its words it stands as `plain`."""
    return [
        {**figure, "text": figure["text"].replace(put, plain)}
        for figure in extract(every_place(put), words())
    ]


def of(pattern: str) -> set[int]:
    """Return all code points that a pattern matches."""
    return {ord(character) for character in regex.findall(pattern, ALL)}


@pytest.mark.parametrize(
    ("table", "pattern"),
    [
        (invisible_characters.DEFAULT_IGNORABLE, r"\p{Default_Ignorable_Code_Point}"),
        (invisible_characters.BLANKS, r"\p{Zs}"),
        (invisible_characters.JOINERS, r"[\p{InSC=Invisible_Stacker}\p{InSC=Number_Joiner}]"),
        (invisible_characters.NO_CHARACTERS, r"[\p{Cs}\p{Noncharacter_Code_Point}]"),
        (
            (*invisible_characters.CONTROLS, *invisible_characters.LINE_ENDS, (9, 10)),
            r"[\p{Cc}\p{Zl}\p{Zp}]",
        ),
    ],
    ids=lambda value: str(value)[:40],
)
def test_tables_are_those_of_unicode(table, pattern):
    assert set(map(ord, invisible_characters.characters(table))) == of(pattern)


def test_formats_are_unseen_unless_they_have_a_sign_of_their_own():
    assert of(r"\p{Cf}") - UNSEEN == invisible_characters.SEEN_FORMATS


def test_what_people_see_is_none_of_them():
    """Letters, marks, signs and boxes: the blank ones are listed one by one."""
    blank = (
        *invisible_characters.DEFAULT_IGNORABLE,
        *invisible_characters.JOINERS,
        *invisible_characters.NO_INK,
    )
    listed = set(map(ord, invisible_characters.characters(blank)))
    seen = of(r"[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Co}]") - listed
    assert not seen & UNSEEN
    assert not UNSEEN & set(map(ord, BLANKS + "\t\n"))


def test_content_refuses_each_in_every_place_of_a_number():
    found: list[Problem] = []
    for character in HIDDEN:
        for number, at in PLACES:
            written = f"## 一、回顾\n\n{sentence(number, at, character)}"
            assert safe_read.decode(written.encode(), Path("a.md"), "a.md", found) is None
            assert (found[-1].path, found[-1].line) == ("a.md", 3)
        assert {problem.message for problem in found} == {
            f"{invisible_characters.called(character)}, which nobody sees"
        }
        found.clear()


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\u034f", "U+034F (COMBINING GRAPHEME JOINER)"),
        ("\x00", "U+0000 (a control character)"),
        ("\ufff0", "U+FFF0 (a code point for no character)"),
        ("\U0001fffe", "U+1FFFE (a code point for no character)"),
    ],
)
def test_each_is_called_by_its_name(character, name):
    assert invisible_characters.called(character) == name


def test_the_numbers_are_read_where_nothing_hides():
    assert [figure["text"] for figure in extract(every_place(""), words())] == [
        number for number, _ in PLACES
    ]


def test_no_number_is_read_in_which_one_hides():
    """All of them, each in another place; and in every place they are passed over alike."""
    lines = [sentence(*place, character) for character, place in zip(HIDDEN, cycle(PLACES))]
    assert [figure["text"] for figure in extract("\n".join(lines), words())] == []
    plain = every_place("")
    gaps = invisible_characters.seen(every_place(HIDDEN[0])).gaps
    for character in HIDDEN:
        shown = invisible_characters.seen(every_place(character))
        assert (shown.text, shown.gaps) == (plain, gaps)


@pytest.mark.parametrize(
    "character",
    [chr(first) for first, _ in invisible_characters.HIDING if first != SURROGATES[0]],
    ids=invisible_characters.called,
)
def test_each_such_number_is_a_doubt_that_names_what_hides(character):
    written = every_place(character)
    told = [line for line in explain(written, words()) if line.startswith("doubt: ")]
    lines = zip(told, PLACES, written.split("\n"), strict=True)
    begin = 0
    for line, (number, at), here in lines:
        start = begin + SENTENCES.get(number, "增长{}。").index("{") + (at == 0)
        end = start + len(number) + (0 < at < len(number))
        assert (
            line == f"doubt: {number} ({start}-{end}): in it or beside it is "
            f"{invisible_characters.called(character)}, which nobody sees"
        )
        begin += len(here) + 1


@pytest.mark.parametrize("blank", BLANKS, ids=invisible_characters.called)
def test_every_space_separator_is_read_as_a_blank(blank):
    assert read(blank, " ") == read(" ", " ")


@pytest.mark.parametrize("end", LINE_ENDS, ids=invisible_characters.called)
def test_every_line_end_is_read_as_one(end):
    assert read(end, "\n") == read("\n", "\n")


PLAIN = (
    "一、2018年工作回顾\n全市地区生产总值1468.4亿元，增长6.8%，新增12.3万户。"
    "城乡居民收入比由1.79:1缩小到1.77:1，每立方米下降5微克。"
)


@given(
    st.dictionaries(st.integers(0, len(PLAIN)), st.text(HIDDEN, min_size=1, max_size=5), max_size=8)
)
def test_a_text_is_read_as_people_see_it(put):
    """A figure is as it would be without what hides, and stands where its words are; or a doubt."""
    written = "".join(put.get(at, "") + PLAIN[at : at + 1] for at in range(len(PLAIN) + 1))
    plain, found = list(extract(PLAIN, words())), list(extract(written, words()))
    untouched = [one for one in plain if not any(one["start"] <= at <= one["end"] for at in put)]
    assert all(written[one["start"] : one["end"]] == one["text"] for one in found)
    assert [unplaced(one) for one in found] == [unplaced(one) for one in untouched]
    told = [line for line in explain(written, words()) if line.startswith("doubt: ")]
    assert len(told) == len(plain) - len(found)


def unplaced(figure: dict) -> dict:
    return {**figure, "start": None, "end": None}


def test_a_label_is_read_as_people_see_it():
    [figure] = extract("地区生\u200b\u2800\u200b\u200b\u200b产总值达1468.4亿元", words())
    assert (figure["label"], figure["indicator"], figure["start"]) == ("地区生产总值", "gdp", 12)


NOUGHTS = ["00亿元", "007家", "00.5%", "05亿元", "0,500家", "第007位", "3-05%", "1:007"]


@pytest.mark.parametrize("number", NOUGHTS)
def test_a_number_that_begins_with_a_nought_is_a_doubt(number):
    text = f"新增{number}。"
    assert [(one.words, one.reason) for one in doubts(text, words())] == [(number, "zeros")]
    assert list(extract(text, words())) == []
    assert f"doubt: {number} (2-{2 + len(number)}): begins with a nought" in list(
        explain(text, words())
    )


@pytest.mark.parametrize(
    "text",
    [
        "2020-01-02",
        "05月07日",
        "07:30开会",
        "00:30",
        "电话010-63691781",
        "打造“00”号公路",
        "邮编056000",
        "0.5%",
        "100.05亿元",
        "1,005家",
        "1.05:1",
        "1 005亿元",
        "0%",
    ],
)
def test_dates_times_and_codes_are_no_such_doubts(text):
    assert not [one for one in doubts(f"已有{text}。", words()) if one.reason == "zeros"]


@pytest.mark.parametrize(
    "between",
    [" ", "\u00a0", "\u034f", "\u200b", "\u2800", "\ufe0f"],
    ids=invisible_characters.called,
)
def test_a_draft_says_where_digits_stand_apart_in_the_source(between):
    tasks = "二、2020年工作任务，坚持稳中求进工作总基调，全面做好各项工作，推动高质量发展。" * 3
    page = "\n".join(
        [
            "2020年宁波市政府工作报告",
            "各位代表：现在，我代表市人民政府，向大会报告工作。",
            f"一、2019年工作回顾，生产总值12{between}35亿元，各项任务全面完成。",
            *[tasks] * 40,
        ]
    )
    [draft] = drafts("a.txt", page, WORDS)
    text, doubts_of_draft = draft.written(draft.area, draft.year, "a.txt")
    lines = text.split("\n")
    [line] = [number for number, line in enumerate(lines, 1) if "1235亿元" in line]
    said = "digits stand apart in the source: '产总值12 35亿元，'; is it one number?"
    assert (line, said) in doubts_of_draft
