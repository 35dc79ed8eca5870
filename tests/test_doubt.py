"""What an editor doubts stays doubtful: on every page, in every table, chart and file."""

import csv
import json
import re

import pytest

from interface import STRINGS

WHOLE = "330600/2020"  # of whose source years and names were altered
MARK, SIGN, TITLE = (STRINGS["doubt"][name] for name in ("mark", "sign", "title"))
SENTENCE = "reports/330600/2020/#f-"


def rows(site, name):
    with (site / name).open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def html(site, page):
    return (site / page / "index.html").read_text("utf-8")


def test_a_report_in_doubt_opens_with_what_was_altered_and_what_may_be_wrong(site):
    page = html(site, f"reports/{WHOLE}")
    banner = re.search(r'<section class="quality doubtful".*?</section>', page, re.S)[0]
    assert page.index(banner) < page.index('class="summary"'), "before its numbers"
    assert "<details" not in banner, "nobody has to open it"
    for name in ("altered", "may_be_wrong"):
        assert f"<h3>{STRINGS['doubt'][name]}</h3>" in banner
    assert "部分年份被改动" in banner and "财政收入、居民收入" in banner
    assert 'class="quality doubtful"' not in html(site, "reports/330200/2020")


@pytest.mark.parametrize(
    ("page", "row"),
    [
        ("areas/330600", r"<(?:td|li)\b"),
        ("areas/330600", r"<(?:tr|li)\b"),
        ("indicators/gdp", "<tr"),
        ("targets", "<tr"),
        ("targets/330600/2020", "<tr"),
        ("targets/panel", "<td"),
        ("reports/330600/2021", "<tr|<li"),
        ("reports/330600/2021/compare/2020", "<td|<li"),
        ("updates", "<li"),
    ],
)
def test_every_number_of_it_has_the_mark_elsewhere(site, page, row):
    main = html(site, page).partition("<main")[2]
    main = re.sub(
        r"<figure class=\"?chart.*?</figure>|<table class=\"parts\".*?</table>",
        "",
        main,
        flags=re.S,
    )
    if "td" in row:  # a verdict has one mark for promise and outcome
        main = re.sub(r"<table class=\"targets.*?</table>", "", main, flags=re.S)
    ways = re.compile(r"(?:330600/)?2020/#f-")
    told = [part for part in re.split(f"(?={row})", main) if ways.search(part)]
    mine = [part for part in told if not re.search(r"href=\"?[^ >]*330[0-57-9]\d\d/2020/#f-", part)]
    assert mine
    assert not [part for part in mine if MARK not in part]


def test_charts_with_it_have_the_sign_and_say_what_it_means(site):
    for page in ("areas/330600", "indicators/gdp", f"reports/{WHOLE}", "targets/330600/2020"):
        charts = re.findall(r"<figure class=\"?chart.*?</figure>", html(site, page), re.S)
        own = [one for one in charts if SIGN in one]
        assert own, page
        assert all(STRINGS["doubt"]["in_charts"] in one for one in own)


@pytest.mark.parametrize(
    ("page", "report"),
    [
        ("reports", r'<a href="330600/2020/">(<strong>.*?)</a>'),
        ("coverage", r'<td><a [^>]*reports/330600/2020/"[^>]*aria-label[^>]*>(.*?)</a>'),
        ("areas/330600", r'reports/330600/2020/">(<strong>.*?)</a>'),
    ],
)
def test_cards_and_lists_of_reports_say_it(site, page, report):
    told = re.findall(report, html(site, page), re.S)
    assert told and all(MARK in one for one in told)


@pytest.mark.parametrize(
    ("table", "of_report"),
    [("figures", "report"), ("observations", "report"), ("targets", "target_report")],
)
def test_its_rows_are_marked_in_every_file(site, table, of_report):
    own = [row for row in rows(site, f"data/{table}.csv") if row[of_report] == WHOLE]
    assert own and all("doubtful source" in row["quality"].split("; ") for row in own)


def test_what_is_held_against_it_is_marked_too(site):
    for row in rows(site, "data/target_panel.csv"):
        used = WHOLE in (row["outcome_report"], row["plan_report"], row["report"])
        number = row["low"] or row["high"] or row["outcome"] or row["last_outcome"]
        if used and number:
            assert row["quality"] == "doubtful source", row


def test_the_table_of_reports_says_what_is_doubted(site):
    told = {row["report"]: row for row in rows(site, "data/reports.csv")}
    assert "部分年份被改动" in told[WHOLE]["altered"]
    assert "财政收入" in told[WHOLE]["may_be_wrong"]
    assert not [id for id, row in told.items() if row["altered"] and id != WHOLE]


def test_the_inspector_and_the_frame_say_it(site):
    figures = json.loads((site / f"reports/{WHOLE}/figures.json").read_text("utf-8"))
    assert all("doubtful source" in one["quality"] for one in figures["figures"])
    next_one = (site / "reports/330600/2021/figures.json").read_text("utf-8")
    assert STRINGS["doubt"]["remark"].format(text="5781亿元") in next_one
    assert TITLE in html(site, f"embed/reports/{WHOLE}")


def test_no_finding_of_the_home_page_comes_from_it(site):
    home = html(site, ".")
    found = re.search(r'<ul class="findings">.*?</ul>', home, re.S)
    assert "绍兴" not in (found[0] if found else "")
    assert "绍兴" not in re.search(r'<section class="wide".*?</section>', home, re.S)[0]
