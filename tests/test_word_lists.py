"""Lists of words: their mistakes, what counts in them, and every count made a second time."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from baogao.content import vocabulary_layers, word_lists
from baogao.content.problem_printing import line_of
from own_content import own_content
from second_counts import GLOSSARY, bare, body_of, count, lists_in, plain_forms

ROOT = Path(__file__).resolve().parents[1]
VOCABULARY = ROOT / "content" / "vocabulary"
CONTENT = own_content()
LISTS = CONTENT.wordlists.word_lists
WORDS = [(one.id, word) for one in LISTS.lists for word in one.terms]
each_word = pytest.mark.parametrize(
    ("id", "word"), WORDS, ids=[f"{id}-{word.term}" for id, word in WORDS]
)


def hits(text: str, lists: word_lists.WordLists = LISTS) -> list[tuple[str, str]]:
    return [(hit.list, hit.term) for hit in lists.hits(text)]


@each_word
def test_a_word_counts_in_its_examples_and_not_in_its_counter_examples(id, word):
    for text in word.examples:
        assert (id, word.term) in hits(text)
    for text in word.unlike:
        assert (id, word.term) not in hits(text)
        assert hits(f"{text}，{word.term}").count((id, word.term)) == 1


def test_there_is_a_list_for_each_matter():
    assert {one.id for one in LISTS.lists} >= {
        "business_environment",
        "digital_economy",
        "environment",
        "glossary",
        "innovation",
        "livelihood",
        "opening_up",
        "risk_and_security",
        "rural_revitalisation",
    }
    assert all(len(one.terms) >= 15 for one in LISTS.lists if one.id != GLOSSARY)


def test_places_of_a_word_do_not_overlap_and_words_of_two_lists_each_count():
    word = word_lists.CountedTerm("人人", "ren-ren", (), (), 1)
    two = [word_lists.WordList(id, "", "", 1, "", "", (word,)) for id in ("a", "b")]
    assert Counter(hits("人人人人人", word_lists.WordLists(tuple(two)))) == {
        ("a", "人人"): 2,
        ("b", "人人"): 2,
    }


HEAD = "- {list: x, zh: 词, en: Words, version: 1, proposed_by: 某人, counts: 全部}\n"
GOOD = HEAD + "- {term: 绿色, id: lv, examples: [绿色发展]}\n"
MISTAKES = [
    (GOOD, []),
    (
        GOOD.replace("list: x", "list: y"),
        ["1: the list is called 'y' (as its file: x)", WHAT := ""],
    ),
    (GOOD.replace("version: 1", "version: 0"), ["1: the list lacks version", WHAT]),
    (GOOD.replace("version: 1", "version: a"), ["1: version cannot be 'a'", WHAT]),
    (GOOD.replace("version: 1", "version: true"), ["1: version cannot be True", WHAT]),
    (GOOD.replace("version: 1", f"version: {10**20}"), ["1: version cannot be 1000", WHAT]),
    (GOOD.replace("zh: 词", "zh: [词]"), ["1: zh cannot be ['词']", WHAT]),
    (GOOD.replace("counts: 全部", "counts: true"), ["1: counts cannot be True", WHAT]),
    (GOOD.replace("zh: 词", "zh: ' '"), ["1: zh cannot be ' '", WHAT]),
    (GOOD.replace("en: Words", "en: " + "w" * 251), ["1: en is a text of 251 characters", WHAT]),
    (GOOD.replace("id: lv", "id: ../../x"), ["2: 绿色 cannot have the address '../../x'"]),
    (GOOD.replace("id: lv", "id: a b"), ["2: 绿色 cannot have the address 'a b'"]),
    (GOOD.replace("id: lv", "id: 12"), ["2: 绿色 cannot have the address 12"]),
    (GOOD.replace("id: lv", "id: [lv]"), ["2: 绿色 cannot have the address ['lv']"]),
    (GOOD + "- {term: 绿色, id: lu, examples: [绿色]}\n", ["3: 绿色 stands twice"]),
    (GOOD + "- {term: 🎉🎉, examples: [🎉🎉]}\n", ["3: 🎉🎉 cannot have the address"]),
    (GOOD.replace("counts: 全部", "counts: ''"), ["1: the list lacks counts", WHAT]),
    (GOOD.replace("term: 绿色", "term: 绿"), ["2: '绿' cannot be counted"]),
    (GOOD.replace("[绿色发展]", "[]"), ["2: lacks examples"]),
    (GOOD.replace("[绿色发展]", "[低碳发展]"), ["2: 绿色 does not count in its example"]),
    (GOOD.replace("]}", "], not: [红色]}"), ["2: `not` '红色' does not contain 绿色"]),
    (GOOD.replace("]}", "], not: [绿色发展]}"), ["2: 绿色 does not count in its example"]),
    (GOOD.replace("]}", "], says: x}"), ["2: unknown key 'says'"]),
    (GOOD + "- {term: 绿色低碳, examples: [绿色低碳]}\n", ["2: 绿色 is part of 绿色低碳"]),
    (GOOD + "- {term: 低碳, id: lv, examples: [低碳]}\n", ["3: 低碳 has the address of 绿色"]),
]


@pytest.mark.parametrize(("text", "said"), MISTAKES)
def test_mistakes_are_named_with_their_line(tmp_path, text, said):
    folder = tmp_path / "v"
    (folder / "lists").mkdir(parents=True)
    (folder / "lists" / "x.yml").write_text(text, "utf-8")
    lists, problems = word_lists.load(vocabulary_layers.as_layers(folder, "v"))
    lines = [line_of(problem).removeprefix("v/lists/x.yml:") for problem in problems]
    wanted = [one or "1: the list says not what it is" for one in said]
    assert len(lines) == len(wanted)
    assert all(line.startswith(one) for line, one in zip(lines, wanted, strict=True)), lines
    assert bool(lists.lists) == (not any(one.startswith("1:") for one in wanted))


def test_no_list_takes_the_name_of_a_file_of_the_site(tmp_path):
    (tmp_path / "lists").mkdir()
    path = tmp_path / "lists" / "reports.yml"
    path.write_text(GOOD.replace("list: x", "list: reports"), "utf-8")
    _, problems = word_lists.load(vocabulary_layers.as_layers(tmp_path, "v"))
    assert line_of(problems[0]) == (
        "v/lists/reports.yml:1: no list can be called reports (the site has a file of that name)"
    )


def test_a_word_of_ones_own_has_an_address_of_its_own(tmp_path):
    """Whatever the lines on which it stands here and the other in the words of baogao."""
    texts = {"baogao": "\n\n" + GOOD, "own": "- {term: 低碳, id: lv, examples: [低碳]}\n"}
    layers = []
    for name, text in texts.items():
        (tmp_path / name / "lists").mkdir(parents=True)
        (tmp_path / name / "lists" / "x.yml").write_text(text, "utf-8")
        layers += vocabulary_layers.as_layers(tmp_path / name, name)
    _, problems = word_lists.load(tuple(layers))
    assert [line_of(one) for one in problems] == [
        "own/lists/x.yml:1: 低碳 has the address of 绿色 (say another id:)"
    ]


@pytest.fixture(scope="module")
def counted(site) -> Counter:
    with (site / "data" / "term_counts.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    totals: Counter = Counter()
    for row in rows:
        totals[row["report"], row["list"], row["term"]] += int(row["hits"])
    return totals


@pytest.fixture(scope="module")
def bodies(site) -> dict[str, str]:
    paths = (site / "reports").glob("*/*/report.md")
    return {
        path.parent.relative_to(site / "reports").as_posix(): body_of(path.read_text("utf-8"))
        for path in paths
    }


def test_every_count_of_a_list_is_the_same_when_it_is_made_again(counted, bodies):
    again: Counter = Counter()
    lists = lists_in(VOCABULARY)
    for report, body in bodies.items():
        for list_, words in lists.items():
            for word, unlike in words.items():
                again[report, list_, word] = count(body, word, unlike)
    assert +again == Counter({key: n for key, n in counted.items() if key[1] != GLOSSARY})
    assert len(+again) > 1000


def test_counts_of_terms_are_those_of_their_plain_spellings(counted, bodies):
    """Where quotation marks stand within the words, the glossary has a rule of its own."""
    forms = plain_forms(VOCABULARY)
    plain = {
        (report, GLOSSARY, form): body.count(form)
        for report, body in bodies.items()
        for form in forms
        if body.count(form) == bare(body).count(form)
    }
    assert {key: counted[key] for key in plain} == plain
    assert sum(number > 0 for number in plain.values()) > 500
