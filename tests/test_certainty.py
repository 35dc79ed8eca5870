"""How sure a reading is: its reasons, its grades, where they are told, and that they hold."""

import re
from pathlib import Path

import pytest

import certainty
from baogao.charts.certainty_curve import APART, certainty_charts
from baogao.cli import main
from baogao.content.content_folder import read as read_content
from baogao.content.measured_certainty import CertaintyPoint
from baogao.reading.extract_command import read
from baogao.reading.figures.certainty import GRADES, WEIGHTS, grade, weight
from baogao.unsure import unsure
from figure_cases import words
from interface import STRINGS
from sites import small_content
from test_check import said
from test_inspector import one

ROOT = Path(__file__).resolve().parent.parent
REVIEW = "一、2024年工作回顾\n"
FIVE_YEARS = "一、“十四五”时期工作回顾\n"
LONG = "各项事业都有了新的进展，群众的日子一年比一年好。" * 25
WORDS = STRINGS["certainty"]


def told(text: str) -> tuple[str, set[str]]:
    """Return how surely the last figure of a text is read, and the kinds of reasons against it."""
    last = list(read(text, words(), year=2026))[-1]
    return last.certainty, {caveat.rule for caveat in last.caveats}


@pytest.mark.parametrize(
    "sentence",
    [
        "全市生产总值增长6.8%以上。",
        "新建口袋公园35个。",
        "城镇登记失业率2.1%。",
        "2024年，全县粮食总产量达到42万吨。",
    ],
)
def test_what_is_said_in_full_is_surely_read(sentence):
    assert told(REVIEW + sentence) == ("high", set())


@pytest.mark.parametrize(
    ("text", "certainty_", "reason"),
    [
        (REVIEW + "粮食总产量42万吨，增长3%。", "medium", "a subject that stands elsewhere"),
        (REVIEW + "城镇、农村居民人均可支配收入分别增长5%、7%。", "medium", "a subject that"),
        (REVIEW + "惠及群众3万。", "medium", "a unit that stands elsewhere"),
        (REVIEW + "2022年、2023年和2024年新增企业30家。", "medium", "several years in one"),
        (REVIEW + "我们把增速稳在5%。", "low", "a level that is named as a change"),
        (REVIEW + "获得补贴的农户60%。", "medium", "a per cent of what is no share"),
        (FIVE_YEARS + "五年来，建成水库12座。", "medium", "several years to choose from"),
        (FIVE_YEARS + LONG + "建成水库12座。", "low", "several years that nothing near names"),
        ("建成水库12座。", "low", "no year known"),
    ],
)
def test_every_reason_makes_a_reading_less_sure(text, certainty_, reason):
    if reason == "no year known":
        last = list(read(text, words()))[-1]
        graded, reasons = last.certainty, {caveat.rule for caveat in last.caveats}
    else:
        graded, reasons = told(text)
    assert graded == certainty_
    assert any(one.startswith(reason) for one in reasons), reasons


def test_a_number_that_may_only_describe_is_not_sure():
    first, second = read(REVIEW + "入选国家58项重点任务的12个试点县。", words())
    assert [caveat.rule for caveat in first.caveats] == ["inside what another number counts"]
    assert (first.certainty, second.certainty) == ("medium", "high")


@pytest.mark.parametrize(
    ("rules", "wanted"),
    [
        ([], "high"),
        (["a kind that nobody has weighed"], "medium"),
        (["a kind that nobody has weighed"] * 5, "medium"),
        (["one", "another"], "medium"),
        (["one", "another", "a third"], "low"),
        (["no year known"], "low"),
    ],
)
def test_reasons_add_up(rules, wanted):
    assert grade(rules) == wanted


def test_the_more_is_against_a_reading_the_less_sure_it_is():
    weights = [weight(rules) for rules in ([], ["one"], ["one", "two"], ["one", "no year known"])]
    assert weights == sorted(weights)
    assert all(value > 1 for value in WEIGHTS.values())


def test_what_is_sure_is_right():
    judged = certainty.of_gold(words())
    right = {
        name: [one.right for one in judged if one.candidate.certainty in grades]
        for name, grades in (("high", GRADES[:1]), ("high or medium", GRADES[:2]))
    }
    assert len(right["high"]) >= 0.5 * len(judged)
    assert sum(right["high"]) >= 0.99 * len(right["high"])
    assert len(right["high or medium"]) >= 0.95 * len(judged)
    assert sum(right["high or medium"]) >= 0.98 * len(right["high or medium"])


def test_the_curve_that_readers_see_is_what_is_reached():
    rows = [
        certainty.as_row(point) for point in certainty.points("gold", certainty.of_gold(words()))
    ]
    lines = certainty.FILE.read_text("utf-8").splitlines()
    assert [line for line in lines if line.startswith("gold,")] == [
        ",".join(row) for row in rows
    ], "run scripts/score --certainty --write"


def test_writing_keeps_the_rows_of_texts_that_are_not_here(tmp_path, monkeypatch):
    monkeypatch.setattr(certainty, "FILE", tmp_path / "certainty.csv")
    certainty.write([CertaintyPoint("whole", "high", 0, 7, 1)])
    certainty.write(
        [CertaintyPoint("gold", "low", 3, 5, 2), CertaintyPoint("gold", "high", 0, 9, 0)]
    )
    assert (tmp_path / "certainty.csv").read_text("utf-8").splitlines() == [
        "texts,certainty,against,figures,wrong",
        "gold,high,0,9,0",
        "gold,low,3,5,2",
        "whole,high,0,7,1",
    ]


# --- where it is told -----------------------------------------------------------------------------


def test_the_inspector_says_it_with_its_reasons(told):
    assert one(told, "330200/2020", "3.5%")["certainty"] == ["大"]
    reason = WORDS["reasons"]["a subject that stands elsewhere"]
    assert one(told, "330200/2020", "6.8%")["certainty"] == ["中", reason]
    edited = one(told, "330683/2024", "1/4 = 0.25")
    assert edited["certainty"] == ["大"]  # somebody has looked at it


def test_every_reason_of_the_code_has_its_words():
    figures = ROOT / "site_src" / "baogao" / "reading" / "figures"
    code = "\n".join(path.read_text("utf-8") for path in figures.rglob("*.py"))
    rules = set(re.findall(r'(?:Caveat|caution)\(\s*"\w+",\s*"([^"]+)"', code))
    assert len(rules) > 12
    assert rules - WORDS["reasons"].keys() == set()
    assert WEIGHTS.keys() <= rules


def test_a_maintainer_gets_the_least_sure_first(tmp_path):
    found = [problem.message.split(":")[0] for problem in unsure(read_content(ROOT / "content"))]
    assert found == sorted(found, key=("low", "medium").index) and set(found) == {"low", "medium"}


def test_check_lists_what_is_not_sure_with_its_line(tmp_path, capsys):
    folder = small_content(tmp_path)
    assert main(["check", "--content", str(folder)]) == 0
    assert capsys.readouterr().out == ""
    assert main(["check", "--unsure", "--content", str(folder)]) == 0
    first, *_ = capsys.readouterr().out.splitlines()
    assert re.fullmatch(
        r"content/reports/330200/20\d\d\.md:\d+: (low|medium): \S+ f-\w+ .+, .+ \(.+\)", first
    )


# --- the curve ------------------------------------------------------------------------------------

POINTS = (
    CertaintyPoint("gold", "high", 0, 80, 0),
    CertaintyPoint("gold", "medium", 1, 20, 0),
    CertaintyPoint("whole", "high", 0, 60, 0),
    CertaintyPoint("whole", "medium", 1, 20, 1),
    CertaintyPoint("whole", "medium", 2, 10, 1),
    CertaintyPoint("whole", "low", 3, 10, 4),
)


def test_the_chart_shows_every_stop_and_its_table_every_grade():
    (chart,) = certainty_charts(POINTS, STRINGS)
    rows = [[cell.text for cell in row] for row in chart.rows]
    assert rows[2:] == [
        ["别处的十二篇", "大", "60", "60.0%", "0", "100.0%"],
        ["别处的十二篇", "中", "30", "30.0%", "2", "93.3%"],
        ["别处的十二篇", "小", "10", "10.0%", "4", "60.0%"],
    ]
    assert len(chart.drawing.shapes["rule"]) == 4  # one for each point
    assert len(chart.drawing.shapes["circle"]) == 3  # one for each grade
    ends = [shape["y2"] for shape in chart.drawing.shapes["rule"]]
    assert ends == sorted(ends, reverse=True)  # upwards: the less sure, the more are wrong
    assert "把握大的占60.0%，其中100.0%读对；全部数字里94.0%读对" in chart.alt


def test_what_people_found_is_drawn_beside_the_texts_before_and_named_apart():
    found = (
        CertaintyPoint("reviewed", "high", 0, 30, 0),
        CertaintyPoint("reviewed", "low", 3, 5, 2),
    )
    (chart,) = certainty_charts((*POINTS, *found), STRINGS)
    shapes = chart.drawing.shapes
    assert (len(shapes["rule"]), len(shapes["zero"])) == (2, 4)
    (first,), (*_, second) = shapes["promised"], shapes["reached"]
    assert (first["text"], second["text"]) == ("由人核对完的报告", "别处的十二篇")
    assert second["y"] - first["y"] >= APART
    assert {row[0].text for row in chart.rows} >= {"最初标注的五篇", first["text"]}


def test_without_points_there_is_no_chart():
    assert certainty_charts((), STRINGS) == ()


def test_the_methods_page_shows_curve_and_table(site):
    html = (site / "methods" / "index.html").read_text("utf-8")
    assert "[certainty]" not in html
    figure = html[html.index('id="chart-certainty"') :]
    assert figure.index("<svg") < figure.index("<table") < figure.index("最初标注的五篇</th>")


@pytest.mark.parametrize(
    "row",
    [
        "whole,sure,0,5,1",
        "whole,high,-1,5,1",
        "whole,high,0,5,6",
        "whole,high,0,0,0",
        "whole,high,0,五,1",
        "whole,high,0,5,1.5",
    ],
)
def test_a_row_that_is_none_is_named(tmp_path, row):
    folder = small_content(tmp_path)
    header = "texts,certainty,against,figures,wrong\n"
    (folder / "certainty.csv").write_text(f"{header}whole,high,0,5,1\n{row}\n", "utf-8")
    hint = "write the file with `scripts/score --certainty --write`"
    assert said(folder) == [f"content/certainty.csv:3: not a row of certainty ({hint})"]
