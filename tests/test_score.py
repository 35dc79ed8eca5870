"""`scripts/score`: the rules that decide only one figure, and what has changed since a commit."""

import pytest

import changes
import rules
import scores
from baogao.content.vocabulary import Vocabulary
from baogao.reading.extract_command import extract
from figure_cases import words

TEXT = (
    "一、2018年工作回顾\n“十二五”时期累计引进10亿元以上项目近45个。城镇、"
    "农村居民人均可支配收入分别增长8%、9%。"
)


def fired(text: str) -> set[str]:
    return {one.rule for one in rules.of_text(text, words())}


@pytest.mark.parametrize(
    "rule",
    [
        "veto: a class of what was gained",
        "veto: a date",
        "numeral: plain",
        "units.yml: 个",
        "bounds.yml: before 近",
        "kind: rise",
        "predicates.yml: 分别",
        "predicates.yml: 增长",
        "label: member N of a list of N",
        "label: the subject in front",
        "time: some years “十二五”时期",
        "sections.yml: review",
        "indicators.yml: income_rural: 农村居民人均可支配收入",
    ],
)
def test_rules_of_a_text(rule):
    assert rule in fired(TEXT)


def test_the_place_is_the_sentence_part_with_the_figure_marked():
    places = [
        one.place for one in rules.of_text(TEXT, words()) if one.rule == "bounds.yml: before 近"
    ]
    assert places == ["作回顾⏎“十二五”时期累计引进10亿元以上项目近[45个]。城镇、农村居民人均可支"]


def test_only_what_fires_once_is_listed():
    once = list(rules.once(words()))
    listed = [one.rule for one in once]
    assert listed == sorted(set(listed))
    assert "kind: rise" not in listed and all("[" in one.place for one in once)


FIGURE = {"start": 3, "text": "8%", "label": "收入", "bound": "eq"}


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        (FIGURE, FIGURE, ""),
        (None, FIGURE, "gained 8% | 收入"),
        (FIGURE, None, "lost 8% | 收入"),
        (
            FIGURE,
            FIGURE | {"bound": "ge", "label": "居民收入"},
            "8% | label: 收入 → 居民收入; bound: eq → ge",
        ),
    ],
)
def test_differences(before, now, said):
    assert changes.difference(before, now) == said


def test_the_working_copy_is_read_in_a_process_of_its_own(monkeypatch):
    path = scores.GOLD / "huzhou-2018.txt"
    assert path in changes.texts() and len(changes.texts()) > 10
    monkeypatch.setattr(changes, "texts", lambda: [path])
    found = changes.read(scores.ROOT)
    assert {key[0] for key in found} == {str(path)}
    assert list(found.values()) == list(extract(path.read_text(encoding="utf-8"), words()))


def test_errors_name_field_place_and_both_readings():
    one = scores.scored("huzhou-2018", words())
    figure = next(figure for figure in one.figures if figure["bound"] == "eq")
    wrong = [other | {"bound": "le"} if other is figure else other for other in one.figures]
    again = one._replace(figures=wrong, scores=scores.scorer().score(one.gold, wrong))
    extra = [error for error in scores.errors(again) if error.field == "bound"]
    assert [(error.wanted, error.read) for error in extra] == [("eq", "le")]
    assert f"[{figure['text']}]" in extra[0].place


def test_what_is_missed_is_an_error():
    one = scores.scored("huzhou-2018", Vocabulary())
    assert {error.field for error in scores.errors(one)} >= {"missed"}
