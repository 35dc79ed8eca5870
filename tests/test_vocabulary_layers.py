"""Words of a content folder over those that baogao comes with, entry by entry."""

import hashlib
import shutil
from pathlib import Path

import pytest

from baogao import check
from baogao.content import content_folder, new_site
from baogao.content.files.own_places import MAY_LACK, VOCABULARY, WORDS
from baogao.content.problem_printing import line_of
from baogao.content.vocabulary.vocabulary import load
from baogao.content.vocabulary.vocabulary_layers import NAMES

OURS = load(VOCABULARY)
GDP = """\
- id: gdp
  zh: 示例总值
  en: Sample product
  unit: 元
  topic: economy
  direction: up
"""
LANTERNS = """\
- id: lanterns
  zh: 灯笼
  en: Lanterns
  unit: 个
  topic: economy
  direction: none
"""


@pytest.fixture
def content(tmp_path) -> Path:
    """Give the content folder of a new site."""
    new_site.init(tmp_path / "site")
    return tmp_path / "site" / "content"


def write(content: Path, name: str, text: str) -> None:
    (content / "vocabulary" / name).write_text(text, "utf-8")


def said(content: Path) -> list[str]:
    return [line_of(problem) for problem in check.problems(content_folder.read(content))]


def test_a_new_site_has_baogaos_words(content):
    shutil.rmtree(content / "vocabulary")
    read = content_folder.read(content)
    assert read.vocabulary.indicators == OURS.indicators
    assert read.vocabulary.areas == OURS.areas
    assert (len(read.glossary.terms), read.wordlists.topics != {}) != (0, False)


def test_an_entry_takes_the_place_of_baogaos_or_is_a_further_one(content):
    write(content, "indicators.yml", GDP + LANTERNS)
    read = content_folder.read(content)
    assert said(content) == []
    assert list(read.vocabulary.indicators) == [*OURS.indicators, "lanterns"]
    assert read.vocabulary.indicators["gdp"].zh == "示例总值"
    assert read.vocabulary.indicators["gdp"].aliases == ()


def test_areas_units_topics_terms_and_names_are_added_too(content):
    write(content, "units.yml", "- unit: 窝\n  dimension: 窝\n  base: 窝\n  example: 蜂群5窝\n")
    write(content, "topics.yml", "- id: lights\n  zh: 灯\n")
    write(content, "areas_english.csv", "code,name,english,source\n990100,示例市,Sample,known\n")
    term = "- term: 一盏灯\n  zh: 例子。\n  en: An example.\n  examples:\n    - 一盏灯工程\n"
    write(content, "glossary.yml", term)
    read = content_folder.read(content)
    assert said(content) == []
    assert read.vocabulary.areas.keys() - OURS.areas.keys() == {"990000", "990100"}
    assert read.vocabulary.units.keys() - OURS.units.keys() == {"窝"}
    assert (read.wordlists.topics["lights"], read.wordlists.area_names["990100", "示例市"]) == (
        "灯",
        ("Sample", "known"),
    )
    assert [one.term for one in read.glossary.terms if one.is_own] == ["一盏灯"]
    [unused] = check.remarks(read)
    assert unused.message == "no report uses 一盏灯"


def test_where_the_first_that_fits_decides_the_contents_own_is_asked_first(content):
    own = '- kind: change\n  unit: "%"\n  words: "环比"\n  measure: difference\n'
    write(content, "measures.yml", own + "  examples:\n    - 环比增长⟦3%⟧\n")
    lists = content_folder.read(content).wordlists
    assert lists.measure("change", "%", "工业增加值环比增长3%") == "difference"


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (
            "indicators.yml",
            LANTERNS.replace("灯笼", "常住人口"),
            "indicators.yml:1: indicator lanterns: 常住人口 is a name of ",
        ),
        (
            "indicators.yml",
            GDP.replace("示例总值", "常住人口"),
            "indicators.yml:1: indicator gdp: 常住人口 is a name of ",
        ),
        ("units.yml", "- unit: 元\n", "units.yml:1: lacks dimension"),
        ("topics.yml", "- id: x\n", "topics.yml:1: entry lacks zh"),
        ("areas.csv", "code,name\n990000,示例省\n", "areas.csv:1: not a row of this table"),
    ],
)
def test_a_mistake_names_the_file_that_a_person_can_edit(content, name, text, message):
    write(content, name, text)
    assert said(content)[0].startswith(f"content/vocabulary/{message}")


def test_a_term_that_baogao_explains_already_is_named_in_the_contents_file(content):
    [first, *_] = content_folder.read(content).glossary.terms
    text = f"- term: 别的\n  aliases: [{first.term}]\n  zh: x\n  en: x\n  examples: [别的]\n"
    write(content, "glossary.yml", text)
    [told] = said(content)
    assert told.startswith(
        f"content/vocabulary/glossary.yml:1: {first.term} stands twice, first in"
    )
    assert "of baogao's own terms" in told


def test_the_words_that_were_read_are_known_by_their_bytes(content):
    held = content_folder.read(content).held
    ours = {name for name in held if name.startswith("baogao/vocabulary/")}
    lists = [f"lists/{path.name}" for path in (VOCABULARY / "lists").glob("*.yml")]
    assert ours == {f"baogao/vocabulary/{name}" for name in (*WORDS, *MAY_LACK, *lists)}
    for name in ours:
        data = (VOCABULARY.parent / name.removeprefix("baogao/")).read_bytes()
        assert held[name] == hashlib.sha256(data).hexdigest()


def test_a_site_with_its_own_words_alone_needs_all_files(content):
    site = content / "site.yml"
    site.write_text(site.read_text("utf-8") + "vocabulary: own\n", "utf-8")
    told = [line for line in said(content) if ": missing" in line]
    hint = "bring it back, or leave out `vocabulary: own` in site.yml to have baogao's words"
    lacking = [name for name in WORDS if name != "areas.csv"]
    assert told == [f"content/vocabulary/{name}:1: missing ({hint})" for name in lacking]
    shutil.copytree(VOCABULARY, content / "vocabulary", dirs_exist_ok=True)
    assert [line for line in said(content) if ": missing" in line] == []


def test_a_setting_that_is_not_understood_is_named(content):
    site = content / "site.yml"
    site.write_text(site.read_text("utf-8") + "vocabulary: mine\n", "utf-8")
    assert "content/site.yml:1: vocabulary cannot be 'mine'" in said(content)[0]


def test_every_name_of_an_entry_is_a_key_that_our_own_entries_have():
    for name, keys in NAMES.items():
        text = (VOCABULARY / name).read_text("utf-8")
        assert all(f"{key}:" in text for key in keys), name
