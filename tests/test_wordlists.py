"""The word lists that cleaning and observations use: stored examples, and that ids are known."""

import re
from pathlib import Path

import pytest

from baogao.cleaning.typography import compact
from baogao.content.yaml import yaml_with_lines
from own_content import own_content

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "content" / "vocabulary"
CONTENT = own_content()
MARKED = re.compile(r"⟦(.*?)⟧")


def entries(name: str) -> list[dict]:
    return yaml_with_lines.load((FOLDER / name).read_text("utf-8"))


@pytest.mark.parametrize("entry", entries("boilerplate.yml"), ids=lambda entry: entry["id"])
def test_boilerplate(entry):
    for example in entry["examples"]:
        assert re.fullmatch(entry["pattern"], compact(example)), example
    for text in entry["not"]:
        assert not any(
            pattern.fullmatch(compact(text)) for pattern in CONTENT.wordlists.boilerplate
        ), text


@pytest.mark.parametrize("entry", entries("injected.yml"), ids=lambda entry: entry["text"])
def test_injected_words(entry):
    assert all(entry["text"] in example for example in entry["examples"])
    assert not any(word in text for word, _ in CONTENT.wordlists.injected for text in entry["not"])


def test_no_injected_word_is_left_in_a_report():
    for report in CONTENT.reports:
        assert not [word for word, _ in CONTENT.wordlists.injected if word in report.text]


def measured(entry: dict, example: str) -> str:
    figure = MARKED.search(example)
    unit = entry.get("unit") or re.sub(r"^第?[\d.]+(万|亿)?", "", figure[1])
    return CONTENT.wordlists.measure(entry["kind"], unit, example[: figure.start()])


def held_against(entry: dict, example: str) -> str:
    unit = entry.get("unit") or "百分点"
    clause = example[: MARKED.search(example).start()]
    return CONTENT.wordlists.against(entry["kind"], unit, clause)


@pytest.mark.parametrize(
    "entry", entries("measures.yml"), ids=lambda entry: f"{entry['kind']}-{entry['measure']}"
)
def test_measures(entry):
    for example in entry["examples"]:
        assert measured(entry, example) == entry["measure"]
    for example in entry.get("not", ()):
        assert measured(entry, example) != entry["measure"]
    assert [held_against(entry, example) for example in entry["examples"]] == entry.get(
        "held", [""] * len(entry["examples"])
    )


def test_areas_with_a_report_have_an_english_name():
    named = {code for code, _ in CONTENT.wordlists.area_names}
    assert {report.area for report in CONTENT.reports} <= named


def test_indicators_have_known_topics():
    assert {i.topic for i in CONTENT.vocabulary.indicators.values()} <= set(
        CONTENT.wordlists.topics
    )
