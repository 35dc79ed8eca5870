"""What CONTRIBUTING.md and README.md teach about content, walked in a copy of it: each path leads
where it says. The paths about code are in `test_doors_code.py`.
"""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

import made_page
from baogao import check
from baogao.build import Options, joined
from baogao.content import content_folder
from baogao.content.problem_printing import line_of
from baogao.content.vocabulary import glossary, vocabulary, words_beyond_reading
from baogao.corpus.corpus import Corpus
from baogao.corpus.promises_in_reports import promises_by_growth
from baogao.engine.progress import Progress
from baogao.reading.report_reading import as_rules_read
from copies import Copy, copy_of_repository
from sites import INDICATORS, small_content
from test_vocabulary import is_read_as_said
from worked_examples import blocks

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def copy(tmp_path) -> Copy:
    return copy_of_repository(tmp_path)


@pytest.fixture
def content(tmp_path) -> Path:
    return small_content(tmp_path)


def append(file: Path, text: str) -> None:
    """Write text at the end of a file that may not be there."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf-8") as end:
        end.write(text)


def mistakes(content: Path) -> list[str]:
    return [line_of(problem) for problem in check.problems(content_folder.read(content))]


def corpus_of(content: Path) -> Corpus:
    """Return the corpus of a content folder, or fail with its mistakes."""
    options = Options(content=content, cache=content.parent / "cache", jobs=1)
    return joined(options, Progress(quiet=True))


# --- words ----------------------------------------------------------------------------------------

# An entry of its own at the end of a file of the vocabulary, and the example that it brings.
ENTRIES = {
    "a unit": (
        "units.yml",
        "- {unit: 克拉, dimension: 宝石, base: 克拉, example: 钻石2克拉}\n",
        "钻石2克拉",
    ),
    "a non-figure": (
        "nonfigures.yml",
        "- why: a race\n  after: 人三足\n  examples:\n    - 举办2人三足比赛\n",
        "举办2人三足比赛",
    ),
    "a heading": (
        "sections.yml",
        "- kind: tasks\n  pattern: 冲刺安排\n  examples:\n    - 四、冲刺安排\n",
        "四、冲刺安排",
    ),
    "an opening sentence": (
        "sections.yml",
        '- kind: tasks\n  opener: "放眼全年,"\n  examples:\n    - 放眼全年，信心满怀。\n',
        "放眼全年，信心满怀。",
    ),
    "a traditional character": (
        "traditional.yml",
        "- written: 隻\n  read: 只\n  examples:\n    - {text: 造船20隻, unit: 只}\n",
        "造船20隻",
    ),
}
# A word that goes beside another of its kind, and its example.
WORDS = {
    "a bound word": ("bounds.yml", "逼近", "直逼", "旅游收入直逼300亿元", "bound: approx"),
    "a word of tone": (
        "tones.yml",
        "确保",
        "力保",
        "年内争取新增学校8所，到年底力保新增公园9个",
        "value: 9, tone: firm",
    ),
    "a word of rising": ("predicates.yml", "攀升", "劲增", "出口额劲增8%", "label: 出口额"),
    "a word around what is counted": (
        "subjects.yml",
        "连续多年",
        "悉数",
        "5家企业悉数入选省级名单",
        "label: 入选省级名单企业",
    ),
}


def read_before_and_after(content: Path, text: str, before: vocabulary.Vocabulary) -> list[bool]:
    """Return whether an example that was added is read as it says, by the words before and now."""
    after = vocabulary.load(content / "vocabulary")
    (example,) = (one for one in after.examples if one.text == text)
    assert after.problems == () and mistakes(content) == []
    return [is_read_as_said(example, words) for words in (before, after)]


@pytest.mark.parametrize("door", ENTRIES)
def test_an_entry_is_read_once_it_is_added(content, door):
    file, entry, text = ENTRIES[door]
    before = vocabulary.load(content / "vocabulary")
    append(content / "vocabulary" / file, entry)
    assert read_before_and_after(content, text, before) == [False, True]


@pytest.mark.parametrize("door", WORDS)
def test_a_word_is_read_once_it_is_added(content, door):
    name, beside, word, text, told = WORDS[door]
    file, before = content / "vocabulary" / name, vocabulary.load(content / "vocabulary")
    above, below = file.read_text("utf-8").split(f"    - {beside}\n")
    own, others = below.split("  examples:\n", 1)
    example = f"    - {{text: {text}, {told}}}\n"
    file.write_text(
        f"{above}    - {beside}\n    - {word}\n{own}  examples:\n{example}{others}", "utf-8"
    )
    assert read_before_and_after(content, text, before) == [False, True]


def test_a_cue_word_tells_a_plan_where_no_heading_does(content):
    file, text = content / "vocabulary" / "sections.yml", "誓夺新增就业5万人，誓夺企业300家。"
    before, old = vocabulary.load(content / "vocabulary"), file.read_text("utf-8")
    above, below = old.split('  cue: sure\n  pattern: "', 1)
    own, others = below.split("  examples:\n", 1)
    new = f'{above}  cue: sure\n  pattern: "誓夺|{own}  examples:\n    - {text}\n{others}'
    file.write_text(new, "utf-8")
    assert read_before_and_after(content, text, before) == [False, True]


def test_words_of_the_page_are_taken_out(content):
    folder = content / "vocabulary"
    page = (
        '- id: app\n  pattern: "打开APP.*"\n  examples:\n    - 打开APP阅读\n  not:\n    - 打开门\n'
    )
    word = "- text: 绝世神功\n  why: 小说名\n  examples:\n    - 绝世神功稳中\n  not:\n    - 神功\n"
    append(folder / "boilerplate.yml", page)
    append(folder / "injected.yml", word)
    lists, problems = words_beyond_reading.load(folder, "v")
    assert problems == [] and mistakes(content) == []
    assert any(pattern.fullmatch("打开APP阅读全文") for pattern in lists.boilerplate)
    assert ("绝世神功", "小说名") in lists.injected


def test_a_term_is_explained(content):
    entry = (
        "- term: 十四个五\n  en: Fourteen Fives\n  zh: 一句话。\n  examples:\n    - 推进十四个五\n"
    )
    append(content / "vocabulary" / "glossary.yml", entry)
    terms, problems = glossary.load(content / "vocabulary", "v")
    assert problems == [] and mistakes(content) == []
    assert [use.term.en for use in terms.uses("全力推进十四个五建设")] == ["Fourteen Fives"]


def test_a_rule_of_outcomes_makes_a_promise(content):
    """“大体同步” is no basis yet."""
    read = content_folder.read(content)
    report = next(report for report in read.reports if report.year == 2020)
    words = "城乡居民收入增长与经济增长大体同步。"
    planned = as_rules_read(replace(report, text=report.text + words), read.vocabulary)

    def promised() -> list[str]:
        rules = words_beyond_reading.load(content / "vocabulary", "v")[0].rules
        return [one.indicator for one in promises_by_growth(planned, read.vocabulary, rules)]

    rule = """\
- rule: basis
  pattern: "与经济增长大体同步"
  bound: approx
  points: "1"
  say: “大体同步”的，相差不超过1个百分点算达到。
  examples:
    - 与经济增长大体同步
  not:
    - 与经济增长同步
"""
    assert promised() == []
    append(content / "vocabulary" / "outcomes.yml", rule)
    assert mistakes(content) == []
    assert promised() == ["income_urban", "income_rural"]


# --- an indicator ---------------------------------------------------------------------------------


def test_an_indicator(copy):
    (step,) = copy.walk("An indicator")
    (entry,) = yaml.safe_load(step.text)
    page = f"/indicators/{entry['id']}/"
    assert page in (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    first = (copy.content / "vocabulary" / "indicators.yml").read_text("utf-8")
    line = first[: first.index(step.text)].count("\n") + 1
    said = copy.test("tests/test_vocabulary.py", f"indicators.yml:{line}:")
    assert f"{len(entry['examples']) + len(entry['not'])} passed" in said
    copy.check()
    copy.build()
    assert entry["definition"] in copy.page(page.strip("/"))
    assert f"{page}</loc>" in (copy.root / "build" / "sitemap.xml").read_text("utf-8")


def test_the_golden_site_does_not_hang_on_the_whole_vocabulary(content):
    """Another indicator makes another page; no expected file is to change for it."""
    assert set(vocabulary.load(content / "vocabulary").indicators) == set(INDICATORS)


def test_an_alias_of_another_indicator_is_refused(content):
    file = content / "vocabulary" / "indicators.yml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("  - 国内生产总值\n", "  - 研发投入强度\n", 1), "utf-8")
    (said,) = mistakes(content)
    assert re.fullmatch(
        r"content/vocabulary/indicators\.yml:\d+: indicator rd_intensity: 研发投入强度 is a name of"
        r" gdp already \(a name has one indicator: say more, or leave it out\)",
        said,
    )


# --- a report, its corrections, its figures -------------------------------------------------------


CALLED = "f-7k2m9qxa"  # a figure, in what is taught


def add(copy: Copy) -> Path:
    """Add the made page as README.md says, with its correction, its edit and its review.

    Return the report.
    """
    command, correction, override, review = blocks("Adding a report", "README.md")
    page = copy.root / made_page.FILE
    page.write_text(made_page.page(), "utf-8")
    assert command == "scripts/baogao add page.html\n"
    copy.run("add", page, "--content", copy.content)
    report = copy.content / "reports" / f"{made_page.REPORT}.md"
    text = report.read_text("utf-8")
    assert "增长7.5%8.6%" in text
    report.write_text(text.replace("增长7.5%8.6%", "增长7.5%、8.6%"), "utf-8")
    append(copy.content / "corrections" / f"{made_page.REPORT}.yml", correction)

    (figure,) = (
        mention.anchor
        for mention in corpus_of(copy.content).reading(made_page.REPORT).mentions
        if mention.figure.text == "300万平方米"
    )
    edits = copy.content / "figures" / f"{made_page.REPORT}.yml"
    append(edits, override.replace(CALLED, figure))
    append(copy.content / "reviews" / f"{made_page.REPORT}.yml", review.replace(CALLED, figure))
    return report


def test_a_report_its_correction_and_a_corrected_figure(copy):
    add(copy)
    copy.check()
    copy.build()
    page = copy.page(f"reports/{made_page.REPORT}")
    assert made_page.FIRST in page and made_page.LAST in page and "上一篇" not in page
    assert "原文顿号脱落" in page and "原文顿号脱落" in copy.page("corrections")
    assert "编者改正：主语在上一段" in page
    seen = corpus_of(copy.content).reading(made_page.REPORT).mentions
    assert [one.figure.text for one in seen if one.reviewed] == ["300万平方米"]
    assert made_page.ENGLISH in copy.page("areas/330300")


def test_a_word_that_is_changed_without_a_correction_is_refused(copy):
    report = add(copy)
    report.write_text(report.read_text("utf-8").replace("亮丽", "明亮"), "utf-8")
    said = copy.run("check", "--content", copy.content, fails=True)
    assert "the text differs from its source" in said


@pytest.mark.nightly
def test_a_report_beside_all_others_passes_their_tests(copy):
    """With its first and last sentence, its leads, and the area's English name."""
    shutil.rmtree(copy.content)
    shutil.copytree(ROOT / "content", copy.content)
    add(copy)
    told = f"{made_page.REPORT}:\n  first: {made_page.FIRST}\n  last: {made_page.LAST}\n"
    append(copy.root / "tests" / "data" / "reports.yml", told)
    append(copy.root / "tests" / "data" / "leads" / "330300-2021.txt", "")
    copy.check()
    for file in ("test_fidelity", "test_blocks", "test_wordlists", "test_glossary", "test_add"):
        copy.test(f"tests/{file}.py")
