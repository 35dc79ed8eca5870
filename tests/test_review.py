"""What a reviewer decides becomes rows as a person would write them, and can be undone."""

import pytest

from baogao.preview.review.asked import Refused
from baogao.preview.review.desk import Changed
from baogao.preview.review.seen import Mistakes, NoReport
from baogao.preview.review.steps import CannotUndo
from review_desk import FIGURES, ID, REVIEWS, Browser, Reviewed, files, reviewed

GDP, GROWTH, RANK, SHARE = "11985亿元", "6.8%", "第12位", "三分之一"
GDP_READ = '{value: 1198500000000, unit: 元, period: "2019", label: 地区生产总值, indicator: gdp}'

EMPTY = {
    "value": None,
    "value_high": None,
    "unit": "",
    "bound": "eq",
    "kind": "level",
    "status": "actual",
    "period": "",
    "label": "",
    "indicator": None,
    "area": "",
}


@pytest.fixture
def here(tmp_path) -> Reviewed:
    return reviewed(tmp_path)


@pytest.fixture
def page(here) -> Browser:
    return Browser(here.desk()).load()


def test_a_figure_that_is_right_has_a_review(here, page):
    told = page.act("right", page.of(GDP))
    assert here.text(REVIEWS) == f"- {{figure: {page.of(GDP)}, read: {GDP_READ}}}\n"
    assert not (here.root / FIGURES).exists() and here.mistakes() == []
    assert page.state(GDP) == "right" and told["step"]["action"] == "right"
    assert told["progress"]["checked"] == 1 and told["figures"] == [page.figures[page.of(GDP)]]
    assert here.written == [{REVIEWS: here.text(REVIEWS)}]


def test_a_whole_sentence_is_one_step(here, page):
    page.act("right", *map(page.of, (RANK, GDP, GROWTH)))
    rows = here.text(REVIEWS).splitlines()
    anchors = [page.of(GDP), page.of(GROWTH), page.of(RANK)]  # in the order of the text
    assert [row.split(",")[0] for row in rows] == [f"- {{figure: {one}" for one in anchors]
    page.act("undo")
    assert page.state(GDP) == page.state(RANK) == "open" and not (here.root / REVIEWS).exists()


def test_what_is_wrong_is_set_and_checked_as_it_is_then(here, page):
    id = page.of(GROWTH)
    page.act("wrong", id, set={"label": " 生产总值 ", "value": "6.8", "period": "2018"})
    assert here.text(FIGURES) == (
        f'- figure: {id}\n  set: {{period: "2018", label: 生产总值}}\n'
        "  why: 人工校对：年份 2019→2018、说的是什么 地区生产总值→生产总值\n"
    )
    assert 'period: "2018", label: 生产总值' in here.text(REVIEWS)
    mended = page.figures[id]
    assert mended["state"] == "mended" and here.mistakes() == []
    assert (mended["read"]["period"], mended["rules"]["period"]) == ("2018", "2019")
    page.act("wrong", id, set={"kind": "level"})
    assert "类型 变化→水平、年份 2019→2018、" in here.text(FIGURES)
    page.act("wrong", id, set={"period": "2019", "kind": "change"}, why="原句如此")
    assert f"- {{figure: {id}, set: {{label: 生产总值}}, why: 原句如此}}\n" == here.text(FIGURES)
    page.act("wrong", id, set=page.figures[id]["rules"])
    assert page.figures[id]["state"] == "right" and not (here.root / FIGURES).exists()


def test_what_is_no_figure_is_rejected_and_can_be_taken_back(here, page):
    id = page.of(SHARE)
    page.act("right", id)
    page.act("reject", id, why="只是概数")
    assert here.text(FIGURES) == f"- {{figure: {id}, reject: true, why: 只是概数}}\n"
    assert not (here.root / REVIEWS).exists() and here.mistakes() == []
    assert page.figures[id]["state"] == "rejected" and page.figures[id]["read"]["value"]
    page.act("right", id)
    assert page.figures[id]["state"] == "right" and not (here.root / FIGURES).exists()
    page.act("reopen", id)
    assert page.figures[id]["state"] == "open" and not (here.root / REVIEWS).exists()


def test_a_missed_number_is_proposed_as_the_rules_would_read_it_and_added(here, page):
    proposed = page.act("propose", **page.place("4月"))["proposed"]
    assert (proposed["text"], proposed["read"]["value"]) == ("4月", "4")
    sentence = proposed.pop("sentence")
    assert sentence["start"] <= proposed["start"] < sentence["end"]
    place = page.place("第十五届")
    proposed = page.act("propose", **place)["proposed"]  # no rule knows this one
    assert proposed.pop("sentence")
    assert proposed == {"text": "第十五届", "read": EMPTY} | place
    assert files(here.root).keys() & {FIGURES, REVIEWS} == set()
    with pytest.raises(Refused, match="value is not a number"):
        page.act("add", **place)
    told = page.act("add", **place, set={"value": 15, "label": "会议届数", "period": "2020"})
    [added] = told["figures"]
    assert added["state"] == "added" and added["rules"] is None and added["text"] == "第十五届"
    assert told["step"]["ids"] == [added["id"]] and told["progress"]["added"] == 1
    assert here.mistakes() == []
    page.act("wrong", added["id"], set={"unit": "次"})
    assert "unit: 次" in here.text(FIGURES) and here.mistakes() == []
    assert page.act("reopen", added["id"])["gone"] == [added["id"]]
    assert not (here.root / FIGURES).exists() and not (here.root / REVIEWS).exists()


def test_a_reason_that_goes_by_itself_says_what_was_and_is(here, page):
    id = page.of(GDP)
    page.act("wrong", id, set={"kind": "change"})
    assert page.figures[id]["why"] == "人工校对：类型 水平→变化"
    page.act("wrong", id, set={"indicator": None})
    assert page.figures[id]["why"] == "人工校对：类型 水平→变化、指标 gdp→空"
    page.act("wrong", id, set={"period": ""}, why="依原文")
    page.act("wrong", id, set={"kind": "level"})
    assert page.figures[id]["why"] == "依原文"


@pytest.mark.parametrize(
    ("selected", "proposed", "unit"),
    [
        ("11年", "11年", "年"),
        ("历时11年", "11年", "年"),
        ("历时11", "11", ""),
        ("年的项目", "年的项目", ""),
    ],
)
def test_what_is_selected_behind_a_missed_number_is_its_unit(here, selected, proposed, unit):
    report = here.root / "reports" / f"{ID}.md"
    told = report.read_text("utf-8")
    report.write_text(told.replace("三分之一的", "历时11年的项目建成。三分之一的"), "utf-8")
    page = Browser(here.desk()).load()
    place = page.place(selected)
    found = page.act("propose", **place)["proposed"]
    assert (found["text"], found["read"]["unit"]) == (proposed, unit)
    if unit:
        place = {"start": found["start"], "end": found["end"]}
        [added] = page.act("add", **place)["figures"]
        assert (added["text"], added["read"]["unit"]) == (proposed, unit)


def test_what_cannot_be_is_refused_and_nothing_is_written(here, page):
    before, id = files(here.root), page.of(GDP)
    for fields, name in (
        ({"kind": "amount"}, "kind"),
        ({"value": "many"}, "value"),
        ({"value": None}, "value"),
        ({"indicator": "happiness"}, "indicator"),
        ({"colour": "red"}, ""),
        ({"label": "长" * 201}, "label"),
        ({"label": "左\u202e右"}, "label"),
    ):
        with pytest.raises(Refused) as refused:
            page.act("wrong", id, set=fields)
        assert refused.value.field == name
    for words in ("一、2019年工作回顾\n\n实现", "各位", "亿元"):
        block = page.told["blocks"][0]
        place = (
            page.place(words)
            if any(words in one["text"] for one in page.told["blocks"])
            else {"start": block["start"], "end": block["end"] + 3}
        )
        with pytest.raises(Refused):
            page.act("add", **place, set={"value": 1})
    assert files(here.root) == before and here.written == []


def test_hand_written_rows_and_comments_stay(here, page):
    path = here.root / FIGURES
    path.parent.mkdir(parents=True)
    by_hand = f"# 总量\n- figure: {page.of(GDP)}\n  set: {{label: 总量}}\n  why: 依原文\n\n# 末尾\n"
    path.write_text(by_hand, "utf-8")
    page.load()
    page.act("reject", page.of(SHARE))
    page.act("wrong", page.of(GDP), set={"period": "2018"})
    row = f'- {{figure: {page.of(GDP)}, set: {{period: "2018", label: 总量}}, why: 依原文}}'
    assert here.text(FIGURES) == (
        f"# 总量\n{row}\n\n# 末尾\n- {{figure: {page.of(SHARE)}, reject: true,"
        " why: 人工校对，不是说明情况的数字}\n"
    )
    page.act("undo")
    page.act("undo")
    assert here.text(FIGURES) == by_hand


def test_two_browsers_lose_nothing(here, page):
    other = Browser(here.desk()).load()
    page.act("right", page.of(GDP))
    other.act("right", other.of(RANK))
    assert here.text(REVIEWS).count("\n") == 2
    with pytest.raises(Changed) as changed:
        other.act("wrong", other.of(GDP), set={"period": "2018"})
    [now] = changed.value.now["figures"]
    assert now["state"] == "right" and now["id"] == page.of(GDP)
    page.act("undo")  # the older step, over the newer one of the other browser
    assert here.text(REVIEWS).count("\n") == 1 and f"figure: {page.of(RANK)}" in here.text(REVIEWS)


def test_an_edit_by_hand_meanwhile_is_seen(here, page):
    id, version = page.of(GROWTH), page.told["version"]
    assert page.desk.report(ID, version) == {"version": version}
    path = here.root / FIGURES
    path.parent.mkdir(parents=True)
    path.write_text(f"- {{figure: {id}, set: {{label: 总量}}, why: x}}\n", "utf-8")
    assert page.desk.report(ID, version)["version"] != version
    with pytest.raises(Changed):
        page.act("right", id)
    page.load().act("right", id)
    assert "label: 总量" in here.text(REVIEWS) and page.figures[id]["state"] == "mended"


def test_later_is_remembered_and_nothing_is_written(here, page):
    before = files(here.root)
    told = page.act("later", page.of(GDP))
    assert told["progress"]["later"] == 1 and files(here.root) == before
    again = Browser(here.desk()).load()
    assert again.figures[again.of(GDP)]["later"] and not again.figures[again.of(RANK)]["later"]
    again.act("right", again.of(GDP))
    assert not again.figures[again.of(GDP)]["later"]


def test_a_preview_that_begins_anew_can_undo(here, page):
    before = files(here.root)
    page.act("right", page.of(GDP))
    page.act("reject", page.of(SHARE))
    again = Browser(here.desk()).load()
    assert [step["action"] for step in again.told["undo"]] == ["reject", "right"]
    again.act("undo")
    again.act("undo")
    assert files(here.root) == before
    with pytest.raises(CannotUndo):
        again.act("undo")


def test_what_was_edited_since_is_not_undone(here, page):
    step = page.act("right", page.of(GDP))["step"]
    edited = here.text(REVIEWS).replace("地区生产总值", "生产总值")
    (here.root / REVIEWS).write_text(edited, "utf-8")
    with pytest.raises(CannotUndo):
        page.act("undo", step=step["id"])
    assert here.text(REVIEWS) == edited


def test_a_reading_that_changed_comes_back(here, page):
    page.act("right", page.of(GDP), page.of(SHARE))
    path = here.root / "vocabulary" / "indicators.yml"
    path.write_text(path.read_text("utf-8").replace("id: gdp\n", "id: gdp_total\n"), "utf-8")
    page.load()
    assert (page.state(GDP), page.state(SHARE)) == ("void", "right")
    void = page.figures[page.of(GDP)]
    assert (void["reviewed"]["indicator"], void["read"]["indicator"]) == ("gdp", "gdp_total")
    page.act("right", page.of(GDP))
    assert page.state(GDP) == "right" and "indicator: gdp_total" in here.text(REVIEWS)


def test_no_new_mistake_is_written(here, page):
    """Three levels of headings follow each other without a gap: the content's own rule."""
    heading = next(id for id, one in page.doubts.items() if one["kind"] == "heading")
    before = files(here.root)
    with pytest.raises(Refused, match="heading of level 4 under one of level 1"):
        page.see_to("mend", heading, value=4)
    assert files(here.root) == before


def test_metadata_and_headings_are_confirmed_and_mended(here, page):
    report = f"reports/{ID}.md"
    before = files(here.root)
    assert page.doubts["metadata/date"]["state"] == "sure"
    page.see_to("confirm", "metadata/date", "metadata/reviews")
    told = page.see_to("mend", "metadata/speaker", value=" 张三 ")
    assert told["again"] and page.doubts["metadata/speaker"]["value"] == "张三"
    assert here.text(report) == before[report].decode().replace("speaker:\n", "speaker: 张三\n")
    assert here.text(REVIEWS) == (
        '- {metadata: reviews, read: [2019]}\n- {metadata: date, read: "2020-04-27"}\n'
        "- {metadata: speaker, read: 张三}\n"
    )
    first = next(id for id, one in page.doubts.items() if one["kind"] == "heading")
    page.see_to("mend", first, value=0)
    assert "\n一、2019年工作回顾\n" in here.text(report)
    assert page.doubts[first]["level"] == 0 and page.doubts[first]["state"] == "right"
    page.see_to("mend", first, value=2)
    assert "\n## 一、2019年工作回顾\n" in here.text(report) and here.mistakes() == []
    for _ in range(4):
        page.act("undo")
    assert files(here.root) == before


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("date", "gestern"),
        ("date", "2019-04-27"),  # not in the year of the report
        ("reviews", ["2019"]),
        ("reviews", []),
        ("title", None),
        ("title", "x" * 300),
        ("meeting", {"a": 1}),
        ("area", "330100"),
    ],
)
def test_metadata_that_cannot_be_is_refused(here, page, key, value):
    before = files(here.root)
    with pytest.raises(Refused):
        page.see_to("mend", f"metadata/{key}", value=value)
    assert files(here.root) == before


@pytest.mark.parametrize("id", ["330200/1999", "../2020", "330200/2020.md", "330200/", "x" * 3000])
def test_there_is_no_other_report(page, id):
    with pytest.raises(NoReport):
        page.desk.report(id)
    with pytest.raises(NoReport):
        page.desk.act(id, {"action": "undo"})


def test_content_that_cannot_be_read_is_named(here, page):
    path = here.root / f"reports/{ID}.md"
    path.write_text(path.read_text("utf-8").replace("year: 2020", "year: soon"), "utf-8")
    with pytest.raises(Mistakes) as mistakes:
        page.load()
    [line] = mistakes.value.lines
    assert line.startswith(f"content/reports/{ID}.md:4: front matter year cannot be 'soon'")


def test_a_disk_that_refuses_leaves_both_files_as_they_were(here, page, monkeypatch):
    before = files(here.root)

    def refuse(*_):
        raise OSError("full")

    with monkeypatch.context() as patching:
        patching.setattr("baogao.content.files.atomic_write.os.replace", refuse)
        with pytest.raises(OSError, match="full"):
            page.act("wrong", page.of(GDP), set={"period": "2018"})
    assert files(here.root) == before and page.told["undo"] == []
    page.load().act("wrong", page.of(GDP), set={"period": "2018"})
    assert page.state(GDP) == "mended"


def test_a_number_that_could_not_be_read_is_confirmed_or_added(here):
    path = here.root / f"reports/{ID}.md"
    path.write_text(path.read_text("utf-8").replace("的项目开工", "的项目投资**亿元"), "utf-8")
    page = Browser(here.desk()).load()
    [doubt] = [one for one in page.doubts.values() if one["kind"] == "number"]
    assert (doubt["text"], doubt["state"], doubt["said"]) == ("**亿元", "open", ["数值被遮去"])
    page.see_to("confirm", doubt["id"])
    assert f'- {{doubt: {doubt["line"]}, read: "**亿元"}}' in here.text(REVIEWS)
    assert page.doubts[doubt["id"]]["state"] == "right" and page.figures == page.load().figures
