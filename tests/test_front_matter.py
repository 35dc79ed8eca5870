"""Front matter: what must be there, and what is said where it is not."""

import pytest

from baogao.content.front_matter import parse
from baogao.content.problem_printing import line_of

GOOD = """---
title: 2020年宁波市政府工作报告
area: {code: "330200", name: 宁波市, level: prefecture}
year: 2020
reviews: [2019]
plans: [2020]
date: 2020-04-27
source: {file: a.txt, first: 各位, last: 奋斗！}
---

各位代表。
"""


def test_a_report_is_read():
    report, problems = parse("r.md", GOOD)
    assert problems == []
    assert (report.id, report.date, report.reviews) == ("330200/2020", "2020-04-27", (2019,))
    assert report.text[report.body :] == "各位代表。\n"


BROKEN = [
    (
        "各位代表。\n",
        ["r.md:1: no front matter (the file begins with --- and ends its front matter with ---)"],
    ),
    (
        GOOD.replace("year: 2020\n", ""),
        ["r.md:1: front matter lacks year (the year of delivery, as 2020)"],
    ),
    (
        GOOD.replace("year: 2020\n", "year: 20xx\n"),
        ["r.md:4: front matter year cannot be '20xx' (the year of delivery, as 2020)"],
    ),
    (
        GOOD.replace("2020-04-27", "2020-04-31"),
        [
            "r.md:7: front matter date cannot be '2020-04-31' (a date as 2020-04-27, or nothing"
            " where the source states none)"
        ],
    ),
    (
        GOOD.replace("year: 2020\n", "year: 2020\naltered: ['']\nmay_be_wrong: [' ']\n"),
        [
            "r.md:5: front matter altered cannot be [''] (a list of texts)",
            "r.md:6: front matter may_be_wrong cannot be [' '] (a list of texts)",
        ],
    ),
    (
        GOOD.replace("plans: [2020]", "plans: 2020"),
        ["r.md:6: front matter plans cannot be 2020 (the years planned, as [2020])"],
    ),
    (
        GOOD.replace("title:", "titel:"),
        [
            "r.md:1: front matter lacks title (the report's title)",
            (
                "r.md:2: unknown front matter 'titel' (known are title, area, year, reviews, plans,"
                " source, date, meeting, speaker, office, area_inferred, excerpt, restored,"
                " altered, may_be_wrong, notes)"
            ),
        ],
    ),
    (
        GOOD.replace('code: "330200"', "code: 330200"),
        [
            "r.md:3: front matter area cannot be {'code': 330200, 'name': '宁波市', 'level':"
            " 'prefecture'} (area: {code: \"330200\", name: 宁波市, level: prefecture})"
        ],
    ),
    (
        GOOD.replace("year: 2020\n", "year: 2020\nyear: 2021\n"),
        ["r.md:5: front matter: key 'year' stands twice"],
    ),
    (
        GOOD.replace("reviews: [2019]", "reviews: [2019"),
        ["r.md:6: front matter: not YAML: did not find expected ',' or ']'"],
    ),
    (
        GOOD.replace("各位代表。\n", ""),
        ["r.md:11: the report is empty (its text follows the front matter)"],
    ),
    (
        "---\n- a\n---\n\n各位代表。\n",
        ["r.md:2: front matter is not a mapping (one `key: value` a line)"],
    ),
]


@pytest.mark.parametrize(("text", "messages"), BROKEN)
def test_mistakes_are_named_with_their_line(text, messages):
    report, problems = parse("r.md", text)
    assert report is None
    assert [line_of(problem) for problem in problems] == messages
