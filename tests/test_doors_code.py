"""What CONTRIBUTING.md teaches about code, walked in a copy of the repository: nothing but what its
examples name is touched, and the site is built, checked or tested there.
"""

import csv
import re
from pathlib import Path

import pytest

from copies import Copy, copy_of_repository
from worked_examples import section


@pytest.fixture
def copy(tmp_path) -> Copy:
    return copy_of_repository(tmp_path)


def header(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return next(csv.reader(lines))


def test_a_column_is_added_after_a_release(copy):
    copy.run("release", "0.1.0", "--date", "2026-11-22", "--content", copy.content)
    first = copy.content / "releases" / "0.1.0.csv"
    published = header(first)

    copy.walk("A column")
    copy.check()
    site = copy.build(without="charts,search")
    assert header(site / "data" / "figures.csv") == [*published, "characters"]
    assert "原文里的写法有多少字" in copy.page("data/dictionary")
    assert copy.run("diff", first, site / "data") == "The data are the same.\n"
    assert "自上一版以来" not in copy.page("updates")


@pytest.mark.nightly
def test_the_next_release_has_the_column_and_both_are_told_on_one_page(copy):
    copy.run("release", "0.1.0", "--date", "2026-11-22", "--content", copy.content)
    published = header(copy.content / "releases" / "0.1.0.csv")
    copy.walk("A column")
    copy.run("release", "0.2.0", "--date", "2026-12-01", "--content", copy.content)
    assert header(copy.content / "releases" / "0.2.0.csv") == [*published, "characters"]
    copy.check()
    copy.build()
    updates = copy.page("updates")
    assert updates.index("0.2.0") < updates.index("0.1.0")


def test_a_kind_of_section(copy):
    copy.walk("A kind of section")
    text = copy.root / "text.txt"
    text.write_text("## 一、2019年工作回顾\n\n增长6%。\n\n## 四、审议意见\n\n企业30家。\n", "utf-8")
    assert "四、审议意见 (opinions, 2020)" in copy.run(
        "extract", "--year", "2020", "--explain", text
    )
    copy.test("tests/test_vocabulary.py", "审议意见 or no_mistakes")
    copy.test("tests/test_interface_words.py", "closed")


def test_a_section_of_no_kind_is_refused(copy):
    kinds = copy.content / "vocabulary" / "sections.yml"
    kinds.write_text(kinds.read_text("utf-8").replace("- kind: tasks", "- kind: taks", 1), "utf-8")
    said = copy.run("check", "--content", copy.content, fails=True)
    hint = "one of opening, review, outlook, tasks, government, appendix"
    assert re.search(rf"sections\.yml:\d+: unknown kind of section 'taks' \({hint}\)", said)


def test_a_measure(copy):
    copy.walk("A measure")
    copy.test("tests/test_wordlists.py", "month_growth")
    copy.test("tests/test_interface_words.py", "closed")
    copy.check()


def test_how_figures_are_read(copy):
    copy.walk("How figures are read")
    copy.test("tests/test_figures_quantities.py", "thousandfold")
    copy.test("tests/test_figures_pipeline.py")


def test_a_chart(copy):
    copy.walk("A chart")
    copy.build(without="search,downloads")
    area = copy.page("areas/330200")
    assert "宁波市的报告写明了2项城乡居民收入。" in area
    assert "60,134" in area
    copy.test("tests/test_architecture.py", "income_charts or page_charts")


def test_a_page(copy):
    copy.walk("A page")
    copy.build()
    page = copy.page("years")
    assert page.index("2020年宁波市政府工作报告") < page.index("2019年宁波市政府工作报告")
    assert 'href="../reports/330200/2020/"' in page
    assert '<a href="years/">各年</a>' in (copy.root / "build" / "index.html").read_text("utf-8")
    assert "/years/</loc>" in (copy.root / "build" / "sitemap.xml").read_text("utf-8")
    (copy.content / "pages" / "years.md").write_text("# 各年\n", "utf-8")
    said = copy.run("check", "--content", copy.content, fails=True)
    assert "content/pages/years.md:1: no page can be called 'years'" in said
    copy.test("tests/test_architecture.py", "pages.years")


def test_a_content_mistake(copy):
    copy.walk("A content mistake")
    copy.test("tests/test_check.py", "office or good_content")


def test_another_form_of_the_content_folder(copy):
    site = copy.content / "site.yml"
    site.write_text(site.read_text("utf-8").replace("https://", "http://"), "utf-8")
    copy.walk("Another form of the content folder")
    said = copy.run("check", "--content", copy.content, fails=True)
    assert "the content is of format 2, and 3 is read here" in said
    planned = copy.run("migrate", "--dry-run", "--content", copy.content)
    assert "format 2 to 3: the site's address begins with https" in planned
    copy.run("migrate", "--content", copy.content)
    assert "base_url: https://example.org/small/" in site.read_text("utf-8")
    copy.check()


def test_a_word_of_the_interface(copy):
    template = copy.root / "site_src" / "templates" / "areas.html"
    template.write_text(
        template.read_text("utf-8").replace("{{ t.areas.intro }}", "{{ t.areas.greeting }}"),
        "utf-8",
    )
    output = ("--output", copy.root / "build", "--without", "charts,search,downloads")
    said = copy.run("build", "--jobs", "1", "--content", copy.content, *output, fails=True)
    assert "has no attribute 'greeting'" in said
    copy.insert("site_src/strings/zh.yml", "behind", "areas:", "  greeting: 您好\n")
    copy.insert("site_src/strings/en.yml", "behind", "areas:", "  greeting: Hello\n")
    copy.build()
    assert "您好" in copy.page("areas")


def test_a_library_has_one_home(copy):
    """It is to be named where the homes are, and may be imported nowhere else."""
    line = '"regex": ("content.vocabulary.pinyin",),'
    module = copy.file("content/vocabulary/pinyin.py")
    module.write_text(module.read_text("utf-8") + "\nimport regex\n", "utf-8")
    said = copy.test("tests/test_architecture.py", "one_home and pinyin", fails=True)
    assert "content.vocabulary.pinyin imports regex, which has no home" in said
    copy.insert(
        "tests/test_architecture.py",
        "before",
        '"tornado": ("preview",),',
        f"    {line}\n",
    )
    copy.test("tests/test_architecture.py", "one_home and pinyin")


def test_every_example_is_walked():
    """A part of “Where to add things” that tells what to write has its test here."""
    titles = re.findall(
        r"^### (.+)$", (Path(__file__).parents[1] / "CONTRIBUTING.md").read_text("utf-8"), re.M
    )
    walked = "".join(
        path.read_text("utf-8") for path in Path(__file__).parent.glob("test_doors*.py")
    )
    assert [
        title for title in titles if f'walk("{title}")' not in walked and "In `" in section(title)
    ] == []
