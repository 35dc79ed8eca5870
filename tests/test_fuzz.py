"""Any bytes in any content file give problems with path and line, or content that can be
understood; never anything else.

A few spoilt files by day and more by night; `scripts/fuzz` goes on for as long as one likes. What
it found stays in tests/data/fuzz.
"""

import hashlib
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fuzzing
import spoiling
from baogao.build import Options, joined
from baogao.content import front_matter, yaml_with_lines
from baogao.content.compiled_patterns import compiled
from baogao.content.markdown_html import problems as prose_problems
from baogao.content.markdown_html import prose
from baogao.content.own_files_read_once import take_templates
from baogao.engine.progress import Progress
from baogao.pages.beyond_columns import MOST_ITEMS, beyond_columns
from baogao.pages.rendering import Renderer
from baogao.reading.extract_command import extract
from figure_cases import words
from sites import small_content
from test_served_safely import unsafe

FOUND = sorted((Path(__file__).parent / "data" / "fuzz").iterdir())
TOKENS = st.lists(
    st.sampled_from([*spoiling.TOKENS, "a", "字", "key", "- key: value\n", "key: [a, b]\n"]),
    max_size=30,
).map("".join)
TEXTS = st.one_of(TOKENS, st.text(max_size=80))
VALUES = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(max_size=20),
        st.sampled_from(spoiling.ODD),
    ),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=5,
)


@pytest.fixture(scope="module")
def bench(tmp_path_factory) -> fuzzing.Bench:
    return fuzzing.Bench(tmp_path_factory.mktemp("fuzz"))


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_what_once_broke_reading_is_named_now(bench, path):
    name, _, data = path.read_bytes().partition(b"\n")
    bench.try_out(name.decode(), data)


@given(number=st.integers(0, 2**32))
def test_a_spoilt_file_gives_problems_or_content(bench, number):
    chance = random.Random(number)
    name = chance.choice(sorted(bench.seeds))
    bench.try_out(name, spoiling.spoilt(name, bench.seeds, chance))


@given(text=TEXTS)
def test_any_text_is_yaml_or_a_mistake_with_its_line(text):
    try:
        yaml_with_lines.load(text.encode("utf-8", "ignore").decode())
    except yaml_with_lines.YamlMistake as mistake:
        assert 1 <= mistake.line <= text.count("\n") + 3 and mistake.message


@given(
    fields=st.dictionaries(st.sampled_from([*front_matter.RULES, "x"]), VALUES, max_size=14),
    body=TEXTS,
)
def test_any_front_matter_is_a_report_or_problems(fields, body):
    import yaml

    text = yaml.safe_dump(fields, allow_unicode=True).encode("utf-8", "ignore").decode()
    report, problems = front_matter.parse("r.md", f"---\n{text}---\n{body}")
    assert (report is None) == bool(problems) and all(problem.line >= 1 for problem in problems)


@given(text=TEXTS)
def test_any_text_is_a_page_that_runs_nothing(text):
    problems = list(prose_problems("p.md", text))
    assert all(1 <= problem.line <= text.count("\n") + 1 for problem in problems)
    assert unsafe(str(prose(text)[1])) == []


@given(text=st.text(alphabet="ab|()[]*+?{}1,9\\.^$?:=!<>-", max_size=25))
def test_any_text_is_a_pattern_or_none(text):
    try:
        compiled(text).search("ab" * 20)
    except compiled.__globals__["re"].error as error:
        assert str(error)


LONG = [
    "1234567890",
    "1,",
    "1 ",
    "1.",
    "1:",
    "三分之一",
    "百二三",
    "发展",
    "发展，",
    "发展、",
    "5亿元",
    "分别增长5%、",
    "“",
    "X亿元",
    "## 一、标题\n",
    "2019年",
    "从5%提高到",
    "改造提升小区",
    " ",
    "\n",
]


@pytest.mark.parametrize("unit", LONG)
def test_a_long_text_of_one_thing_is_read_to_its_end(unit):
    """It would not end in anybody's life where work grew with the square of the length."""
    text = "一、2019年工作回顾\n" + unit * (50_000 // len(unit))
    assert all(
        0 <= figure["start"] < figure["end"] <= len(text)
        for figure in extract(text, words(), "宁波市", 2020)
    )


def test_what_a_report_says_a_hundred_times_is_listed_a_few_times_for_each(tmp_path):
    """Each figure that lists all others like it would make a report's file grow with the square of
    its length.
    """
    folder = small_content(tmp_path)
    said = "".join(f"实现地区生产总值{value}亿元。" for value in range(10000, 10100))
    for name, end in [("sources/2020.txt", ""), ("reports/330200/2020.md", "")]:
        path = folder / name
        path.write_text(
            path.read_text("utf-8").replace(
                "三分之一的项目开工。", "三分之一的项目开工。" + said[:900] + end
            ),
            "utf-8",
        )
    listing = folder / "sources" / "sources.yml"
    listing.write_text(
        listing.read_text("utf-8").replace(
            "825451466a71b2454c9f99ac854f7aa9f126da6f9f96c17695e53eee5179f79f",
            hashlib.sha256((folder / "sources/2020.txt").read_bytes()).hexdigest(),
        ),
        "utf-8",
    )
    whole = joined(Options(content=folder, jobs=1), Progress(quiet=True))
    strings = Renderer(whole.site, take_templates()).strings
    longest = max(
        len(value)
        for reading in whole.readings
        for value in lists(beyond_columns(whole, reading, strings))
    )
    assert longest == MOST_ITEMS + 1


def lists(beyond: dict) -> Iterator[list]:
    """Yield the lists that the inspector shows of figures."""
    yield from beyond["near"].values()
    for more in beyond["more"].values():
        yield from (more[name] for name in ("target", "checks") if name in more)
