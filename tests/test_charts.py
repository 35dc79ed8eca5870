"""What charts show of a report, from readings and observations made by hand."""

import json
from dataclasses import replace
from decimal import Decimal
from types import SimpleNamespace

import pytest

from baogao.charts import svg_stamps
from baogao.charts.area_charts import area_charts
from baogao.charts.browser_chart_data import excerpt, template
from baogao.charts.chart import Chart
from baogao.charts.coverage_charts import coverage_charts
from baogao.charts.indicator_charts import indicator_charts
from baogao.charts.quantity_words import amount, link_label, quantity
from baogao.charts.report_charts import report_charts
from baogao.charts.shape_kinds import SHADES
from baogao.charts.target_charts import target_charts
from baogao.charts.tile_map import TILES
from baogao.charts.vega_lite import WIDTH
from baogao.charts.verdict_charts import share_charts, verdict_charts
from baogao.content.site_settings import Site
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.content.vocabulary.word_lists import WordLists
from baogao.corpus.corpus import Corpus
from baogao.corpus.panel_entry import PanelEntry
from baogao.corpus.promises_in_reports import promise_of
from baogao.corpus.report_summaries import Listed
from baogao.corpus.targets_with_outcomes import Target
from baogao.pages import drawn_charts
from baogao.records import (
    Area,
    Block,
    Excerpt,
    Figure,
    Indicator,
    Mention,
    Observation,
    Reading,
    Report,
    Section,
)
from interface import STRINGS

NINGBO = Area("330200", "宁波市", "prefecture", "330000", "宁波")
HUZHOU = Area("330500", "湖州市", "prefecture", "330000", "湖州")
AREAS = {area.code: area for area in (NINGBO, HUZHOU)}


TOPICS = {"economy": "经济财政", "safety": "平安建设"}
VOCABULARY = Vocabulary(
    areas=AREAS,
    indicators={
        id: Indicator(id, zh, "", unit, topic, "up", headline=True)
        for id, zh, unit, topic in (
            ("gdp", "地区生产总值", "元", "economy"),
            ("retail_sales", "社会消费品零售总额", "元", "economy"),
            ("exports", "出口总额", "元", "economy"),
            ("rd_intensity", "研发经费支出占生产总值比重", "%", "economy"),
            ("fdi", "实际利用外资", "美元", "economy"),
            ("accidents", "生产安全事故起数", "起", "safety"),
        )
    },
)


def seen(
    indicator: str,
    value: str,
    measure: str = "growth",
    period: str = "2018",
    status: str = "actual",
    **more,
) -> Observation:
    """Return an observation of Ningbo's report of 2019."""
    known = {
        "area": "330200",
        "year": 2019,
        "anchor": f"f-{indicator}-{measure}-{period}-{status}",
        "value_high": None,
        "unit": "%" if measure == "growth" else VOCABULARY.indicators[indicator].unit,
        "bound": "eq",
        "quote": "",
    }
    return Observation(
        **known
        | {
            "indicator": indicator,
            "value": Decimal(value),
            "measure": measure,
            "period": period,
            "status": status,
        }
        | more
    )


GROWTH = (seen("gdp", "7"), seen("exports", "-5.2"), seen("retail_sales", "8.1"))
TARGETS = (
    seen("gdp", "6.8", period="2019", status="target", bound="approx"),
    seen("retail_sales", "8", period="2019", status="target", bound="ge"),
)


def mention(indicator: str | None, status: str, block: int) -> Mention:
    figure = Figure(
        0, 1, "7%", Decimal(7), None, "%", "eq", "change", status, "2018", "", indicator, ""
    )
    return Mention(figure, "f-x", 0, 1, block, 0)


def reading(
    *mentions: Mention,
    headings: tuple[tuple[int, str], ...] = (
        (0, "各位代表："),
        (2, "一、2018年工作回顾"),
        (2, "二、2019年工作安排"),
    ),
) -> Reading:
    """Return a report that has nothing but headings (level 0: a paragraph), with a figure in some
    of them.
    """
    blocks, text = [], ""
    for number, (level, words) in enumerate(headings):
        blocks.append(Block(len(text), len(text) + len(words), level, len(text), f"p-{number}", 0))
        text += words + "\n"
    report = Report(
        path="",
        text=text,
        body=0,
        title="",
        area="330200",
        area_name="宁波市",
        area_level="prefecture",
        year=2019,
        reviews=(2018,),
        plans=(2019,),
        source=Excerpt("", "", ""),
    )
    return Reading(
        report, tuple(blocks), (Section(0, len(text), 0, "", "opening", (2018,)),), mentions
    )


def charts(*observations: Observation, read: Reading | None = None) -> dict:
    """Return a report's charts by the last part of their ids."""
    made = report_charts(read or reading(), observations, VOCABULARY, TOPICS, STRINGS)
    return {chart.id.removeprefix("330200-2019-"): chart for chart in made}


def table(chart: Chart) -> list[list[str]]:
    return [[cell.text for cell in row] for row in chart.rows]


# --- words ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("1074550000000", "元", "10745.5亿元"),  # 宁波 2019
        ("1.2E+12", "元", "1.2万亿元"),
        ("60134", "元", "60134元"),  # 宁波 2019: 城镇居民人均可支配收入
        ("50000", "个", "5万个"),  # 浙江 2020: 5G基站
        ("600", "家", "600家"),
        ("6.80", "%", "6.8%"),
        ("-5.2", "%", "−5.2%"),
        ("1.79", ":1", "1.79:1"),
        ("12", "位", "第12位"),
        ("0.56", "百分点", "0.56个百分点"),
    ],
)
def test_amounts(value: str, unit: str, text: str) -> None:
    assert amount(Decimal(value), unit, STRINGS) == text


@pytest.mark.parametrize(
    ("value", "high", "bound", "text"),
    [
        ("6", "6.5", "range", "6%～6.5%"),  # 浙江 2020
        ("8", None, "ge", "8%以上"),
        ("6.8", None, "approx", "6.8%左右"),
        ("3.5", None, "le", "3.5%以内"),
        ("-10", None, "ge", "降10%以上"),  # 浙江 2020: 一般性支出压减10%以上
        ("-5", None, "eq", "−5%"),
    ],
)
def test_quantities_keep_their_bound(value: str, high: str | None, bound: str, text: str) -> None:
    assert (
        quantity(seen("gdp", value, value_high=high and Decimal(high), bound=bound), STRINGS)
        == text
    )


def test_a_link_says_where_it_leads() -> None:
    assert (
        link_label("地区生产总值", TARGETS[0], STRINGS)
        == "地区生产总值：2019年目标6.8%左右，看原句"
    )


# --- a report's charts ----------------------------------------------------------------------------


def test_growth_is_sorted_with_the_new_targets_beside_it() -> None:
    chart = charts(*GROWTH, *TARGETS)["growth"]
    assert chart.columns == ("指标", "2018年", "2019年目标")
    assert table(chart) == [
        ["社会消费品零售总额", "8.1%", "8%以上"],
        ["地区生产总值", "7%", "6.8%左右"],
        ["出口总额", "−5.2%", ""],
    ]
    assert chart.rows[0][2].href == "#f-retail_sales-growth-2019-target"


def test_the_alternative_text_states_the_finding() -> None:
    assert (
        charts(*GROWTH, *TARGETS)["growth"].alt
        == "2018年3项主要指标中，社会消费品零售总额增速最高（8.1%），出口总额最低（−5.2%）。"
        "1项下降。其中2项说明了2019年的目标。"
    )


@pytest.mark.parametrize(
    "other",
    [
        seen("fdi", "7.2", period="2017"),
        seen("fdi", "7.2", year=2020),
        seen("fdi", "7.2", area="330500"),
        seen("fdi", "4.8", unit="倍"),
        seen("fdi", "9", measure="average_growth", unit="%"),
    ],
)
def test_growth_of_other_years_areas_reports_and_kinds_is_not_mixed_in(other: Observation) -> None:
    assert len(charts(*GROWTH, other)["growth"].rows) == 3


def test_without_targets_there_is_no_column_for_them() -> None:
    assert charts(*GROWTH)["growth"].columns == ("指标", "2018年")


def test_statements_that_disagree_are_both_shown() -> None:
    chart = charts(seen("gdp", "7"), seen("gdp", "7.1"), seen("gdp", "7.0"))["growth"]
    assert table(chart) == [["地区生产总值", "7.1%"], ["地区生产总值", "7%"]]


def test_what_is_promised_stands_beside_what_was_reached() -> None:
    chart = charts(
        *TARGETS,
        seen("rd_intensity", "2.6", "level"),
        seen("fdi", "1.1E+9", "level", "2019", "target"),
        seen("rd_intensity", "2.8", "level", "2019", "target", bound="ge"),
    )["promises"]
    assert table(chart) == [
        ["增长速度 地区生产总值", "", "6.8%左右"],
        ["增长速度 社会消费品零售总额", "", "8%以上"],
        ["数量和水平 研发经费支出占生产总值比重", "2.6%", "2.8%以上"],
        ["数量和水平 实际利用外资", "", "11亿美元"],
    ]
    assert (
        chart.alt == "这里列出2019年的4项目标：增长速度2项，数量和水平2项。如地区生产总值6.8%左右、"
        "社会消费品零售总额8%以上、研发经费支出占生产总值比重2.8%以上。"
        "没有同类数字可比的只列在数据里。"
    )


def test_a_level_in_another_unit_is_no_comparison() -> None:
    chart = charts(
        seen("fdi", "7E+9", "level", unit="元"),
        seen("fdi", "1.1E+9", "level", "2019", "target"),
        *TARGETS,
    )
    assert table(chart["promises"])[-1] == ["数量和水平 实际利用外资", "11亿美元"]


def test_figures_are_counted_by_part_and_by_topic() -> None:
    made = charts(
        read=reading(
            mention("gdp", "actual", 1),
            mention(None, "actual", 1),
            mention("gdp", "target", 2),
            mention("accidents", "actual", 1),
        )
    )
    assert table(made["parts"]) == [
        ["一、2018年工作回顾", "3", ""],
        ["二、2019年工作安排", "", "1"],
    ]
    assert [row[0].href or row[1].href or row[2].href for row in made["parts"].rows] == [
        "#p-1",
        "#p-2",
    ]
    assert (
        made["parts"].alt
        == "2个部分共有4个数字，其中已报告3个，目标数字1个；最多的是一、2018年工作回顾，3个。"
    )
    assert table(made["topics"]) == [["经济财政", "1", "1"], ["平安建设", "1", ""]]


@pytest.mark.parametrize(
    ("count", "rows"),
    [
        (
            5,
            [
                ["第0节 开头", "1"],
                ["第0节 第1节", "1"],
                ["第0节 第2节", "1"],
                ["第3节 开头", "1"],
                ["第3节 第4节", "1"],
            ],
        ),
        (25, [["第0节", "3"], ["第3节", "22"]]),
    ],
)
def test_parts_are_as_fine_as_a_chart_can_hold(count: int, rows: list) -> None:
    headings = tuple((2 if n in (0, 3) else 3, f"第{n}节") for n in range(count))
    read = reading(*(mention(None, "actual", n) for n in range(count)), headings=headings)
    assert table(charts(read=read)["parts"]) == rows


def test_a_lane_without_anything_to_draw_stands_in_the_table_only() -> None:
    chart = charts(*TARGETS, seen("fdi", "1.1E+9", "level", "2019", "target"))["promises"]
    assert table(chart)[-1] == ["数量和水平 实际利用外资", "11亿美元"]
    drawn = chart.drawing.shapes
    assert [row["text"] for kind in ("group", "name") for row in drawn[kind]] == [
        "增长速度",
        "地区生产总值",
        "社会消费品零售总额",
    ]


@pytest.mark.parametrize("observations", [(), GROWTH[:1], TARGETS[:1]])
def test_too_little_for_a_chart_leaves_it_out(observations: tuple) -> None:
    assert charts(*observations) == {}


# --- across reports -------------------------------------------------------------------------------


def address(one: Observation) -> str:
    return f"../../reports/{one.area}/{one.year}/#{one.anchor}"


def of_gdp(*observations: Observation, areas: dict = AREAS) -> dict:
    """Return the charts of an indicator by the last part of their ids."""
    made = indicator_charts(VOCABULARY.indicators["gdp"], observations, areas, address, STRINGS)
    return {chart.id.removeprefix("gdp-"): chart for chart in made}


HUZHOUS = {"area": "330500", "year": 2019}


def test_areas_stand_in_the_order_of_the_newest_year_beside_their_next_target() -> None:
    made = of_gdp(*GROWTH, *TARGETS, seen("gdp", "8.5", **HUZHOUS), seen("gdp", "1E+12", "level"))
    assert list(made) == ["growth-ranked"]
    assert table(made["growth-ranked"]) == [["湖州", "8.5%", ""], ["宁波", "7%", "6.8%左右"]]
    assert made["growth-ranked"].rows[0][1].href == (
        "../../reports/330500/2019/#f-gdp-growth-2018-actual"
    )
    assert made["growth-ranked"].columns == ("地区", "2018年", "2019年目标")
    assert made["growth-ranked"].title == (
        "2018年地区生产总值增速：2个地级地区中湖州最高（8.5%），宁波最低（7%）"
    )


def test_an_indicator_through_the_years_has_a_panel_for_each_area_that_goes_on() -> None:
    made = of_gdp(
        *GROWTH,
        *TARGETS,
        seen("gdp", "8.5", period="2017", **HUZHOUS),
        seen("gdp", "7.9", period="2017"),
        seen("gdp", "6", period="2016-2020"),
    )
    assert table(made["growth"]) == [
        ["宁波 2017年", "7.9%", ""],
        ["宁波 2018年", "7%", ""],
        ["宁波 2019年", "", "6.8%左右"],
    ]
    assert made["growth"].title == "宁波地区生产总值增速：2018年7%，上一年7.9%"
    assert "最高为宁波 2017年（7.9%），最低为宁波 2018年（7%）" in made["growth"].alt


def many(count: int, value: str = "7", **more) -> tuple[Observation, ...]:
    """Return what so many provinces state of two years."""
    return tuple(
        seen("gdp", f"{int(value) + n % 5}.{n % 3}", area=code, period=period, year=2019, **more)
        for n, code in enumerate([*TILES][:count])
        for period in ("2017", "2018")
    )


PROVINCES = {code: Area(code, f"{code}省", "province", "", code[:2]) for code in TILES}


def test_of_many_areas_through_the_years_there_is_a_heat_table() -> None:
    few, more = of_gdp(*many(12), areas=PROVINCES), of_gdp(*many(13), areas=PROVINCES)
    assert "line" in few["growth"].drawing.shapes and "line" not in more["growth"].drawing.shapes
    cells = [row for kind in SHADES for row in more["growth"].drawing.shapes[kind]]
    assert len(cells) == 13 * 2 + len(SHADES)  # and those of the key
    assert len(more["growth"].rows) == 26


def test_provinces_stand_on_a_map_and_what_is_not_stated_is_no_value() -> None:
    chart = of_gdp(*many(10), areas=PROVINCES)["growth-map"]
    assert len(chart.drawing.shapes["track"]) == len(TILES) - 10
    assert len(chart.drawing.shapes["link"]) == len(chart.rows) == 10
    assert chart.title == "2018年地区生产总值增速：10个省级地区的中位数是9.15%"


def test_amounts_are_put_on_no_map_and_each_panel_of_them_has_its_own_scale() -> None:
    made = of_gdp(
        *(
            seen("gdp", f"{value}E+8", "level", area=code, period=period)
            for code, value in (("110000", 9), ("120000", 90000), *((c, 50) for c in [*TILES][9:]))
            for period in ("2017", "2018")
        ),
        areas=PROVINCES,
    )
    assert list(made) == ["level"]  # in one year they are too unlike for one axis
    labels = {row["text"] for row in made["level"].drawing.shapes["axis-right"]}
    assert {"10亿元", "10万亿元"} <= labels


def test_another_quantity_is_in_no_line() -> None:
    own = seen("gdp", "7"), seen("gdp", "8", period="2017")
    other = seen("gdp", "60", period="2016", qualifiers=("省级",))
    assert len(of_gdp(*own, other)["growth"].rows) == 2


def test_a_line_breaks_where_a_year_is_not_stated() -> None:
    values = {"2013": "7", "2014": "8", "2016": "9", "2017": "9.5"}
    chart = of_gdp(*(seen("gdp", value, period=year) for year, value in values.items()))["growth"]
    assert len(chart.drawing.shapes["dot"]) == 4
    assert len(chart.drawing.shapes["line"]) == 2


def test_a_doubtful_source_is_marked_and_never_the_highest() -> None:
    doubted = seen("gdp", "99", area="330500", quality=("doubtful source",))
    chart = of_gdp(
        seen("gdp", "7"),
        seen("gdp", "6", area="110000"),
        doubted,
        areas=AREAS | {"110000": Area("110000", "北京市", "prefecture", "", "北京")},
    )["growth-ranked"]
    assert table(chart)[0] == ["湖州", "99%※"]
    assert "宁波最高（7%）" in chart.title and chart.alt.endswith("带※的数字，来源存疑。")
    assert len(chart.drawing.shapes["ring"]) == 1


def test_of_too_many_areas_both_ends_are_shown() -> None:
    areas = {f"33{n:04}": Area(f"33{n:04}", "", "county", "", f"县{n}") for n in range(50)}
    stated = (seen("gdp", str(n), area=code) for n, code in enumerate(areas))
    chart = of_gdp(*stated, areas=areas)["growth-ranked"]
    assert len(chart.drawing.tops) == len(chart.rows) == 32
    assert "中间18个见本页的排序" in [row["text"] for row in chart.drawing.shapes["axis"]]


def test_an_area_through_the_years_shows_the_target_of_a_year_beside_what_was_reached() -> None:
    made = area_charts(
        NINGBO,
        (
            *GROWTH[:1],
            *TARGETS,
            seen("gdp", "6.8", period="2019", year=2020),
            seen("exports", "8E+9", "level", "2018"),
            seen("exports", "9E+9", "level", "2019"),
        ),
        VOCABULARY,
        address,
        STRINGS,
    )
    assert [chart.id for chart in made] == ["330200-growth", "330200-level"]
    assert table(made[0]) == [
        ["地区生产总值 2018年", "7%", ""],
        ["地区生产总值 2019年", "6.8%", "6.8%左右"],
    ]
    assert made[0].title == "宁波市地区生产总值：2019年增长6.8%，上一年7%"
    assert table(made[1])[0] == ["出口总额 2018年", "80亿元"]


def test_where_little_is_reached_the_text_says_which_target_is_highest() -> None:
    observations = (
        seen("gdp", "7"),
        seen("gdp", "8", period="2019", status="target", area="330500"),
        TARGETS[0],
    )
    chart = of_gdp(*observations)["growth-ranked"]
    assert chart.title == (
        "2019年地区生产总值增速的目标：2个地级地区中湖州最高（8%），宁波最低（6.8%左右）"
    )
    assert table(chart) == [["湖州", "8%"], ["宁波", "6.8%左右"]]


def held(
    indicator: str, target: str, outcome: str, state: str, measure: str = "growth", **more
) -> Target:
    """Return a target of Ningbo for 2018 with its outcome."""
    said = seen(indicator, target, measure, status="target", year=2018, **more)
    return Target(promise_of(said), state, (seen(indicator, outcome, measure),))


def test_targets_stand_at_one_line_and_outcomes_beside_it() -> None:
    targets = (
        held("gdp", "7", "7.1", "达到"),
        held("exports", "5", "3", "未达到"),
        held("retail_sales", "8", "8.5", "区间内", value_high=Decimal(9)),
        held("gdp", "1E+12", "1.1E+12", "达到", "level"),
        held("exports", "2E+12", "1.1E+12", "未达到", "level"),
    )
    made = target_charts(NINGBO, "2018", targets, VOCABULARY, address, STRINGS)
    assert [chart.id for chart in made] == ["330200-2018-targets", "330200-2018-targets-level"]
    assert made[0].title == "宁波市2018年3项增速目标的结果：达到1项，未达到1项，区间内1项"
    assert [row[0].text for row in made[0].rows] == [
        "地区生产总值",
        "社会消费品零售总额",
        "出口总额",
    ]
    words = [row["text"] for row in made[0].drawing.shapes["name"]]
    assert words[1::2] == ["+0.1 达到", "0 区间内", "−2 未达到"]
    assert len({row["x"] for row in made[0].drawing.shapes["zero"]}) == 1
    assert made[1].title == "宁波市2018年2项数量目标的结果：达到1项，未达到1项"


PLACES = {"330200": NINGBO, "330500": HUZHOU}


def panel(area: str, year: int, target: Target) -> PanelEntry:
    return PanelEntry(area, year, "gdp", "growth", "%", (), "", f"{area}/{year}", target)


def test_verdicts_stand_by_area_and_year_and_say_so_in_words_too() -> None:
    told = {2016: "达到", 2017: "未达到", 2018: "区间内"}
    entries = [
        panel("330200", year, held("gdp", "7", "7.1", state, period=str(year)))
        for year, state in told.items()
    ]
    entries.append(panel("330200", 2019, Target(held("gdp", "7", "7", "达到").promise, "无法判定")))
    (chart,) = verdict_charts(VOCABULARY.indicators["gdp"], entries, PLACES, address, STRINGS)
    assert chart.title == ("地区生产总值，2016—2018年1个地区：能判定的3个目标中2个达到或在区间内")
    assert [row["text"] for row in chart.drawing.shapes["cell"]] == ["达", "未", "内"]
    assert [len(chart.drawing.shapes[kind]) for kind in ("heat-3", "missed", "heat-1")] == [2] * 3
    assert table(chart)[1] == ["宁波 2017年", "7.1%", "7%"]


def test_the_share_of_targets_that_was_met_leads_to_the_year_s_page() -> None:
    targets = [
        replace(
            (one := held("gdp", "7", "7.1", state)),
            promise=replace(one.promise, area=area, year=year),
        )
        for area, year in (("330200", 2017), ("330200", 2018), ("330500", 2018))
        for state in ("达到", "未达到", "无法判定")
    ]
    (chart,) = share_charts(targets, PLACES, lambda code, year: f"{code}/{year}/", STRINGS)
    assert table(chart)[0] == ["宁波 2017年", "1/2"]
    assert chart.rows[0][1].href == "330200/2017/"
    assert chart.title.endswith("能判定的6项目标中3项达到或在区间内")


@pytest.mark.parametrize(("count", "rows", "words"), [(3, 3, "3个数字"), (41, 1, "41篇报告")])
def test_reports_stand_by_area_and_where_these_are_many_by_province(count, rows, words) -> None:
    areas = {f"33{n:04}": Area(f"33{n:04}", f"县{n}", "county", "", f"县{n}") for n in range(count)}
    listed = [
        Listed(
            f"{code}/2020", code, 2020, "", (), excerpt=False, doubtful=False, figures=3, targets=1
        )
        for code in areas
    ]
    (chart,) = coverage_charts(listed, areas, lambda one: one.id, STRINGS)
    assert len(chart.rows) == len(chart.drawing.tops) == rows
    assert table(chart)[0][1] in words
    assert words.endswith("报告") or words in chart.drawing.linked[0].label


def test_nothing_stated_is_no_chart() -> None:
    assert (
        indicator_charts(VOCABULARY.indicators["gdp"], (), AREAS, address, STRINGS)
        == area_charts(NINGBO, (), VOCABULARY, address, STRINGS)
        == ()
    )


# --- the drawing ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def stamps() -> svg_stamps.Stamps:
    return svg_stamps.stamps()


def test_bars_of_a_falling_indicator_lead_to_the_left_of_nought() -> None:
    rising, _, falling = charts(*GROWTH)["growth"].drawing.shapes["bar"]
    assert falling["x2"] == pytest.approx(rising["x"])
    assert falling["x"] < falling["x2"] < rising["x2"]


def test_every_sentence_has_a_link_of_a_finger_s_size() -> None:
    links = charts(*GROWTH, *TARGETS)["growth"].drawing.shapes["link"]
    assert [link["href"].split("-")[1] for link in links] == [
        "retail_sales",
        "retail_sales",
        "gdp",
        "gdp",
        "exports",
    ]
    assert min(link["x2"] - link["x"] for link in links) >= 32
    assert min(link["y2"] - link["y"] for link in links) >= 28


def test_nothing_is_drawn_outside() -> None:
    drawing = charts(*GROWTH, *TARGETS)["growth"].drawing
    places = [
        row[name]
        for rows in drawing.shapes.values()
        for row in rows
        for name in ("x", "x2")
        if name in row
    ]
    assert 0 <= min(places) <= max(places) <= WIDTH


def test_charts_draw_their_text_and_links(stamps) -> None:
    for chart in charts(
        *GROWTH, *TARGETS, read=reading(mention("gdp", "actual", 1), mention("gdp", "target", 2))
    ).values():
        drawn = chart.svg(stamps)
        assert all(cell.text in drawn for row in chart.rows for cell in row[1:])
        links = [cell.href for row in chart.rows for cell in row if cell.href]
        assert links and all(f"<a href={link}>" in drawn for link in links)


WHOLE = Corpus(
    Site("报告", "", "", "", ""),
    VOCABULARY,
    SimpleNamespace(topics=TOPICS, word_lists=WordLists()),
    (reading(),),
    (*GROWTH, *TARGETS, seen("gdp", "7.9", period="2017", quote="增长7.9%。", text="7.9%")),
    (),
    {},
    {},
)


def test_every_page_gets_its_charts_with_links_that_hold_from_there(stamps) -> None:
    made = {
        "report": drawn_charts.of_report(WHOLE, STRINGS, "330200/2019"),
        "area": drawn_charts.of_area(WHOLE, STRINGS, "330200"),
        **{
            id: drawn_charts.of_indicator(WHOLE, STRINGS, id)
            for id in ("gdp", "retail_sales", "fdi")
        },
    }
    assert {name: [chart.id for chart in charts] for name, charts in made.items()} == {
        "report": ["330200-2019-growth", "330200-2019-promises"],
        "area": ["330200-growth"],
        "gdp": ["gdp-growth"],
        "retail_sales": [],
        "fdi": [],
    }
    first = next(drawn_charts.drawn(made["gdp"], stamps))
    assert first.rows[1].cells == ("宁波 2018年", "7%", "")
    assert first.rows[1].href == "../../reports/330200/2019/#f-gdp-growth-2018-actual"
    assert "<a href=../../reports/330200/2019/#f-gdp-growth-2018-actual>" in first.svg


# --- what a browser needs -------------------------------------------------------------------------


def test_a_browser_knows_every_kind_of_shape_that_it_reads_off_the_drawing(stamps) -> None:
    known = {data["name"] for data in template()["data"]}
    assert {*stamps, "band", "level"} - {"link"} <= known


def test_a_browser_gets_what_is_not_in_the_page_and_which_link_belongs_to_which_mark() -> None:
    chart = charts(
        *TARGETS,
        seen("gdp", "6.5", "level", quote="达到6.5元。"),
        seen("rd_intensity", "2.6", "level"),
        seen("rd_intensity", "2.8", "level", "2019", "target", bound="ge"),
        seen("fdi", "1.1E+9", "level", "2019", "target"),
    )["promises"]
    own = chart.live
    assert [cell.text for row in chart.rows for cell in row[1:] if cell.text] == [
        "6.8%左右",
        "8%以上",
        "2.6%",
        "2.8%以上",
        "11亿美元",
    ]
    assert own["lanes"] == [0, 1, 2, 2, -1]  # what is not drawn is in no lane, and has no link
    assert own["links"] == [0, 1, 2, 3]
    assert len(chart.drawing.shapes["link"]) == len(own["links"])
    reached = {"period": "2018", "status": "已报告", "value": "2.6", "high": "", "bound": ""}
    assert own["said"] == [
        reached | {"unit": "%"},
        {
            "period": "2019",
            "status": "目标",
            "value": ["6.8", "8", "2.8", "1100000000"],
            "high": "",
            "bound": ["左右", "以上", "以上", ""],
            "unit": ["%", "%", "%", "美元"],
        },
    ]
    assert own["tops"] == [58, 100, 176] and own["heights"] == [42, 42, 59]
    assert own["levels"][2] is None and None not in own["levels"][:2]


def test_a_sentence_of_another_page_comes_with_the_chart() -> None:
    own = seen("gdp", "7", quote="增长7%。", text="7%"), seen("gdp", "8", period="2017"), TARGETS[0]
    assert [side["quote"] for side in of_gdp(*own)["growth"].live["said"]] == [["", "增长7%。"], ""]


def test_counts_say_no_more_than_their_table() -> None:
    made = charts(read=reading(mention("gdp", "actual", 1), mention("gdp", "target", 2)))
    assert made["parts"].live["said"] == [{}, {}]


def test_lanes_can_be_put_in_other_orders() -> None:
    provinces = (seen("gdp", v, area=f"3{n}0000") for n, v in enumerate(("5", "6", "7", "8")))
    targets = (
        seen("gdp", value, period="2019", status="target", area=f"3{n}0000")
        for n, value in enumerate(("9", "6", "7", "8.5"))
    )
    areas = {f"3{n}0000": Area(f"3{n}0000", "", "province", "", f"省{n}") for n in range(4)}
    chart = of_gdp(*provinces, *targets, areas=areas)["growth-ranked"]
    assert chart.orders == ("2018年从高到低", "2019年目标从高到低")
    assert chart.live["orders"] == [[0, 1, 2, 3], [3, 0, 1, 2]]


def test_an_order_that_changes_nothing_or_groups_are_left_alone() -> None:
    made = charts(*GROWTH, *TARGETS)
    assert made["growth"].live["orders"] == made["promises"].live["orders"] == []
    assert made["growth"].orders == made["promises"].orders == ()


@pytest.mark.parametrize(
    ("sentence", "figure", "text"),
    [
        ("增长7%。", "7%", "增长7%。"),
        ("甲" * 80 + "7%。", "7%", "…" + "甲" * 65 + "7%。"),
        ("增长7%，" + "乙" * 80, "7%", "增长7%，" + "乙" * 65 + "…"),
    ],
)
def test_a_hint_shows_the_part_of_the_sentence_that_holds_the_figure(
    sentence: str, figure: str, text: str
) -> None:
    shown = excerpt(sentence, figure)
    assert figure in shown and len(shown) <= 72
    assert shown.startswith(text[:5]) and shown.endswith(text[-3:])


def test_pages_with_charts_get_a_file_for_the_browser(stamps) -> None:
    made = drawn_charts.of_area(WHOLE, STRINGS, "330200")
    path, data = drawn_charts.live("areas/330200/", tuple(drawn_charts.drawn(made, stamps)))
    assert path == "areas/330200/charts.json"
    assert set(json.loads(data)) == {"330200-growth"}
