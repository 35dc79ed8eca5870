"""The site in English: every page has a counterpart, and Chinese stands only where it is marked."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from baogao.content import interface_words
from baogao.content.data_dictionary import tables
from baogao.content.files.own_files_read_once import Files
from baogao.content.languages import CHINESE, ENGLISH
from baogao.content.vocabulary.english_names import EnglishNames
from baogao.pages.chinese_marked import chinese_marked
from baogao.pages.licence_table import shipped_parts
from baogao.records import Area
from interface import ENGLISH_STRINGS, FILES
from own_content import own_content

HAN = re.compile(r"[\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
# What readers see or hear of an element beside its text; codes of data are in others.
SAID = ("alt", "aria-label", "content", "placeholder", "title")
ALONE = ("404.html", "embed/")  # pages that have no other language
CONTENT = own_content()


def pages(site: Path) -> Iterator[str]:
    """Yield the files of the pages that have a counterpart, of both languages."""
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        if not name.startswith(ALONE):
            yield name


def unmarked(page: bytes) -> Iterator[str]:
    """Yield what a page says in Chinese outside elements that are marked as such."""
    for element in html.document_fromstring(page).iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style"):
            continue
        own, around = (is_chinese(one) for one in (element, element.getparent()))
        said = [element.get(name, "") for name in SAID] + [element.text or ""]
        yield from (words for words in said if HAN.search(words) and not own)
        if HAN.search(element.tail or "") and not around:
            yield element.tail


def is_chinese(element) -> bool:
    while element is not None:
        if language := element.get("lang"):
            return language.startswith("zh")
        element = element.getparent()
    return False


def test_every_page_has_its_counterpart(site):
    there = set(pages(site))
    english = {name.removeprefix("en/") for name in there if name.startswith("en/")}
    chinese = {name for name in there if not name.startswith("en/")}
    assert english == chinese and len(english) > 100


def test_the_marks_of_a_chart_are_those_of_the_chinese_one_which_has_the_sentences(site):
    """A browser looks a sentence up by the place of its mark."""
    charts = 0
    for path in sorted(site.glob("en/**/charts.json")):
        own = json.loads(path.read_bytes())
        other = json.loads((site / path.relative_to(site / "en")).read_bytes())
        assert own.keys() == other.keys()
        for name, chart in own.items():
            charts += 1
            assert (chart["lanes"], chart["links"]) == (other[name]["lanes"], other[name]["links"])
            values = [[side.get("value") for side in one["said"]] for one in (chart, other[name])]
            assert values[0] == values[1]
            assert not any("quote" in side for side in chart["said"])
    assert charts > 100


def test_no_chinese_stands_unmarked_on_a_page_in_english(site):
    found = {
        f"{name}: {words.strip()[:60]}"
        for name in pages(site)
        if name.startswith("en/")
        for words in unmarked((site / name).read_bytes())
    }
    assert sorted(found)[:20] == []


def test_words_of_the_interface_and_names_are_never_chinese(site):
    """Marked as Chinese is what reports and editors say, and no name that has an English one."""
    named = {one.zh for one in CONTENT.vocabulary.indicators.values()}
    words = {str(word.said) for word in interface_words.listed(FILES, CHINESE)}
    known = (words | {area.name for area in CONTENT.vocabulary.areas.values()}) - named - {"元"}
    for name in ("index", "areas/330200/index", "targets/330200/2019/index", "coverage/index"):
        page = html.document_fromstring((site / f"en/{name}.html").read_bytes())
        marked = {one.text_content() for one in page.iterfind(".//span[@lang='zh-Hans']")}
        assert marked & known - {"中文"} == set(), name


def test_both_languages_name_each_other(site):
    """Where the address of the site is known, as programs ask for it."""
    for name in pages(site):
        page = html.document_fromstring((site / name).read_bytes())
        told = {
            link.get("hreflang"): link.get("href")
            for link in page.iterfind(".//head/link[@rel='alternate'][@hreflang]")
        }
        if page.find(".//a[@class='language']") is None:
            continue  # to stand in a frame
        address = name.removesuffix("index.html")
        own = address.removeprefix("en/")
        base = told["en"].removesuffix(f"en/{own}")
        assert told == {
            "zh-Hans": base + own,
            "en": f"{base}en/{own}",
            "x-default": base + own,
        }, name
        assert page.find(".//link[@rel='canonical']").get("href") == base + address, name


def test_what_is_missing_is_told_in_both_languages(site):
    page = html.parse(site / "404.html")
    (english,) = page.xpath("//section[@lang='en']")
    assert english.findtext("h2") == ENGLISH_STRINGS["missing"]["title"]
    assert not HAN.search(english.text_content())
    assert all("/en/" in link for link in english.xpath(".//a/@href"))


def test_a_chart_is_embedded_in_the_language_of_its_page(site):
    page = html.parse(site / "en/indicators/gdp/index.html")
    charts = page.xpath("//figure[@class='chart']")
    for chart in charts:
        assert f"en/indicators/gdp/?alone={chart.get('id')}&quot;" in html.tostring(
            chart.xpath(".//textarea")[0], encoding="unicode"
        ).replace('"', "&quot;")
    assert charts


def test_names_that_are_transliterated_are_told_where_they_stand(site):
    told = ENGLISH_STRINGS["transliterated"]["few"].format(names="Shengzhou")
    assert told in copied(site, "en/areas/330683/")
    assert told in copied(site, "en/reports/330683/2024/")
    assert "Transliterated" not in copied(site, "en/areas/330200/")


def copied(site: Path, address: str) -> str:
    return html.parse(site / address / "index.html").find(".//main").text_content()


def test_every_indicator_that_reports_state_is_defined_in_english(site):
    for file in (site / "search/stated").glob("[a-z]*.bin"):
        (intro,) = html.parse(site / f"en/indicators/{file.stem}/index.html").xpath(
            "//p[@class='intro']"
        )
        assert not HAN.search(intro.text_content()), file.stem


@pytest.mark.parametrize(
    ("page", "marked"),
    [
        ("<p>Net 净增12家 here", '<p>Net <span lang="zh-Hans">净增12家</span> here'),
        ('<p lang="zh-Hans">净增</p>', '<p lang="zh-Hans">净增</p>'),
        ('<a title="净增">x</a>', '<a title="净增">x</a>'),
        ("<option value=1>净增", '<option lang="zh-Hans" value=1>净增'),
        ("<script>净增</script>", "<script>净增</script>"),
        ("<p>none", "<p>none"),
    ],
)
def test_chinese_words_are_marked(page, marked):
    assert chinese_marked(page) == marked


# --- words ----------------------------------------------------------------------------------------


def test_every_word_is_there_in_english():
    assert list(interface_words.problems(FILES)) == []


def test_every_word_in_english_was_looked_at_since_its_chinese_changed():
    assert list(interface_words.stale(FILES, ENGLISH)) == []


def with_word(name: str, old: str, new: str) -> Files:
    text = FILES.held[f"strings/{name}.yml"].decode()
    assert old in text
    return Files({**FILES.held, f"strings/{name}.yml": text.replace(old, new, 1).encode()})


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("en", "  skip: Skip to the content\n", "", "site.skip is not there in en"),
        ("en", "  skip: Skip", "  jump: X\n  skip: Skip", "site.jump is of no use"),
        ("en", "of {area}, {year}", "of {area}", "report.title has other fields"),
    ],
)
def test_a_word_that_is_lacking_or_other_is_told_with_its_line(name, old, new, message):
    [problem] = interface_words.problems(with_word(name, old, new))
    assert (problem.message, problem.path[:17]) == (message, "site_src/strings/")
    file = with_word(name, old, new).text(problem.path.removeprefix("site_src/"))
    assert message.split()[0].split(".")[-1] in file.split("\n")[problem.line - 1]


def test_chinese_that_changes_makes_its_english_stale():
    changed = with_word("zh", "  skip: 跳到内容\n", "  skip: 跳到正文\n")
    [problem] = interface_words.stale(changed, ENGLISH)
    assert problem.message == "site.skip was written from another Chinese text"


def phrases_needed() -> Iterator[str]:
    """Yield what other files of our own say that pages show."""
    yield from CONTENT.vocabulary.units
    yield from (unit for one in CONTENT.vocabulary.indicators.values() for unit in one.units)
    yield from (words for _, words in CONTENT.wordlists.rules.sayings)
    yield from CONTENT.wordlists.rules.sides
    yield from (one.name for one in CONTENT.wordlists.rules.qualifiers.known)
    yield from (one.about for one in CONTENT.wordlists.rules.qualifiers.known)
    for table in tables().values():
        yield from (table.zh, table.about)
        yield from (column.empty for column in table.columns)
    for one in CONTENT.wordlists.word_lists.lists:
        yield from (one.counts, one.proposed_by, *(word.term for word in one.terms))
    for part in shipped_parts():
        yield from (value for value in part.values() if isinstance(value, str))


def test_every_phrase_of_other_files_is_there_in_english():
    known = ENGLISH_STRINGS["phrases"]
    assert {words for words in phrases_needed() if HAN.search(words)} - known.keys() == set()
    assert not [english for english in known.values() if HAN.search(english)]


def test_every_indicator_and_topic_has_an_english_name():
    names = [one.en for one in CONTENT.vocabulary.indicators.values()]
    names += CONTENT.wordlists.topics_in_english.values()
    assert [name for name in names if not name or HAN.search(name)] == []


# --- areas ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "english"),
    [
        ("330000", "Zhejiang Province"),
        ("310000", "Shanghai Municipality"),
        ("330200", "Ningbo City"),
        ("330381", "Rui'an City"),
        ("610000", "Shaanxi Province"),
        ("140000", "Shanxi Province"),
        ("540400", "Nyingchi City"),
        ("540100", "Lhasa City"),
        ("540200", "Xigazê City"),
        ("653200", "Hotan Prefecture"),
        ("653100", "Kashgar Prefecture"),
        ("650100", "Ürümqi City"),
        ("150700", "Hulunbuir City"),
        ("152500", "Xilingol League"),
        ("150702", "Hailar District"),
        ("150421", "Ar Horqin Banner"),
        ("650000", "Xinjiang Uygur Autonomous Region"),
        ("533100", "Dehong Dai and Jingpo Autonomous Prefecture"),
        ("341322", "Xiaoxian County"),
        ("230100", "Harbin City"),
        ("411100", "Luohe City"),
        ("140400", "Changzhi City"),
        ("211300", "Chaoyang City"),
        ("220381", "Gongzhuling City"),
    ],
)
def test_areas_are_called_as_they_are_in_english(code, english):
    area = CONTENT.vocabulary.area(code)
    assert EnglishNames(CONTENT.wordlists.area_names).of(area).whole == english


def test_an_area_that_is_not_listed_is_spelled_and_says_so():
    zone = Area("330200-x", "西岸新区", "other", "330200", "西岸新区")
    name = EnglishNames({}).of(zone)
    assert (name.whole, name.source) == ("Xi'an New Area", "pinyin")
