"""`scripts/bench_build`: the reports it makes are good content, the peers get the same figures, and
the table says what was measured.
"""

import random
import shutil

import pytest

import annotated_corpus
import build_table
import edits
import made_reports
import measures
import peers
import runs
import scratch
import timings
from baogao import check
from baogao.area_record import Area
from baogao.content import content_folder
from baogao.reading.report_reading import as_rules_read
from measures import Result

COUNT = 12


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made") / "content"
    made_reports.write(timings.ROOT / "content", folder, COUNT)
    return folder


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    folder = tmp_path_factory.mktemp("two") / "content"
    made_reports.write(timings.ROOT / "content", folder, 2)
    return folder


def test_made_reports_are_good_content(made):
    found = content_folder.read(made)
    assert not list(check.problems(found))
    assert len({report.id for report in found.reports}) == COUNT
    assert [report.year for report in found.reports][:10] == list(range(2015, 2025))


def test_reports_are_made_only_of_areas_that_held_all_their_years():
    kept = Area("330100", "甲市", "prefecture", "330000", "甲")
    later = Area("130284", "乙市", "county", "130200", "乙", since=2018)
    former = Area("130428", "丙县", "county", "130400", "丙", until=2016)
    assert made_reports.lasting([kept, later, former]) == [kept]


def test_made_reports_are_the_same_every_time(made, two):
    both = {path.relative_to(two) for path in two.glob("reports/*/*.md")}
    assert len(both) == 2 and all(
        (two / path).read_bytes() == (made / path).read_bytes() for path in both
    )


def test_figures_differ_from_report_to_report_and_years_move_along(made):
    found = content_folder.read(made)
    first, twelfth = (
        as_rules_read(found.reports[number], found.vocabulary) for number in (0, 11)
    )  # of one model
    assert {m.figure.period for m in first.mentions if m.figure.period.isdigit()} <= {
        str(year) for year in range(2000, 2022)
    }
    assert abs(len(first.mentions) - len(twelfth.mentions)) <= 3
    values = [
        {mention.figure.value for mention in read.mentions if mention.figure.value > 100}
        for read in (first, twelfth)
    ]
    assert len(values[0] & values[1]) < len(values[0]) / 2


def test_a_range_with_other_numbers_keeps_its_order():
    assert made_reports._other("6%-6.5%", 0.7 + 0.6 * random.Random(1).random()) == "5%-5.1%"


def test_what_the_peers_get_holds_every_figure(two, tmp_path):
    read = list(annotated_corpus.annotated(two))
    figures = list(peers.projects(peers.PEERS, read, tmp_path))
    assert sum(figures) > 150 * 2
    for name, peer in peers.PEERS.items():
        pages = sorted((tmp_path / name / peer.reports).glob("*-*.md"))
        assert [page.read_text("utf-8").count('<data class="fig"') for page in pages] == figures


def test_an_edit_is_a_recorded_correction(two, tmp_path):
    folder = shutil.copytree(two, tmp_path / "content")
    for path in sorted(folder.glob("reports/*/*.md")):
        edits.edit(path, folder)
        edits.breaks(path)
    found = content_folder.read(folder)
    assert not list(check.problems(found))
    assert [len(report.corrections) for report in found.reports] == [1, 1]


def test_a_scratch_folder_is_empty_or_one_of_ours(tmp_path):
    (tmp_path / "100").mkdir()
    with pytest.raises(SystemExit, match="holds other things than a measurement left"):
        scratch.own(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["100"]
    ours = scratch.own(tmp_path / "100")
    (ours / "content").mkdir()
    assert scratch.own(ours) == ours


def ran(wall: float, said: str = "") -> runs.Run:
    return runs.Run(wall, 2 * wall, 2**20, said)


def test_a_ratio_is_the_median_of_the_pairs_not_the_ratio_of_the_medians():
    found = {
        "bare": [ran(2), ran(9), ran(3)],
        "pelican": [ran(10), ran(10), ran(30)],
        "whole": [
            ran(
                1,
                "  corpus   0.60 s\n  parts   0.20 s\n    pages   3.00 s of work\n    charts  1.00"
                " s of work\n",
            )
        ],
    }
    results = list(measures.of_rounds(found, "bc", 100))
    assert results[0] == Result("b", "bare pelican", 100, 0.2, 0.9, (3, 10))
    assert {one.name: one.value for one in results[1:]} == {
        "whole pelican": 0.1,
        "stage corpus": 0.6,
        "stage pages": pytest.approx(0.15),
        "stage charts": 0.05,
    }


def test_a_bar_may_be_another_for_more_reports():
    bars = {100: 4, 1000: 10}
    assert [measures.at_most(bars, count) for count in (100, 1000, 4000)] == [4, 10, None]
    assert [measures.at_most(bar, 100) for bar in (0.6, None)] == [0.6, None]


def test_growth_is_an_exponent():
    (found,) = measures.of_growth(
        [Result("e", "cpu", 100, 20), Result("e", "memory", 1000, 5), Result("e", "cpu", 10, 2)]
    )
    assert (found.value, found.bar) == (pytest.approx(1), 1.03)


RESULTS = [
    Result("a", "cached hugo", 100, 1.2, 1.5, (0.6, 0.5)),
    Result("a", "cached hugo", 1000, 1.6, 1.5, (8, 5)),
    Result("c", "stage pages", 1000, 6),
    Result("c", "stage charts", 1000, 2),
    Result("d", "differing sites", 1000, 0, 0),
    Result("a", "turns", 100, 3),
    Result("a", "turns", 1000, 1),
    Result("d", "preview", 11, 1.25, 1.5),
    Result("e", "bytes", 1000, 500, 450),
    Result("e", "all bytes", 1000, 800),
]


def test_the_table_says_for_the_most_reports_whether_a_bar_is_met():
    text = build_table.table(RESULTS, ["Hugo 1.0"], "2026-11-22")
    assert (
        f"| {build_table.WORDS['cached hugo']} | 1.20（0.60 比 0.50 秒） | 1.60（8.0 比 5.0 秒） |"
        " ≤ 1.5，未达到 |" in text
    )
    assert f"| {build_table.WORDS['bytes']} |  | 500 KB | ≤ 450 KB，未达到 |" in text
    assert f"| {build_table.WORDS['differing sites']} |  | 相同 | 相同，达到 |" in text
    assert f"| {build_table.WORDS['preview']}（11 篇） | 1.25 秒 | ≤ 1.50 秒，达到 |" in text
    assert (
        "网页 75%、图 25%" in text
        and "1,250 篇" in text
        and "2026-11-22" in text
        and "（100 篇 3 轮，1,000 篇 1 轮）" in text
    )


def test_the_table_goes_between_the_marks_of_the_page_about_building():
    page = (timings.ROOT / "content" / "pages" / "building.md").read_text("utf-8")
    once = build_table.put("一\n\n", page)
    assert once.startswith(page[:200]) and build_table.put("二\n\n", once).count("二\n\n") == 1
    with pytest.raises(ValueError):
        build_table.put("一", "## 没有标记")


def test_parts_that_were_measured_again_take_the_place_of_the_old_ones(tmp_path):
    path = tmp_path / "results.json"
    build_table.merged(path, RESULTS, "acde")
    again = build_table.merged(
        path, [Result("a", "cached hugo", 1000, 1.1, 1.5), Result("a", "turns", 1000, 2)], "a"
    )
    assert [one.value for one in again if one.name == "cached hugo"] == [1.2, 1.1] and len(
        again
    ) == len(RESULTS)
    assert [one.value for one in again if one.name == "turns"] == [3, 2]


def test_what_a_program_takes_is_told_with_its_children():
    found = runs.run(
        [
            "python3",
            "-c",
            (
                "import subprocess, sys; subprocess.run([sys.executable, '-c', 'x ="
                " bytearray(50_000_000); print(1)'])"
            ),
        ],
        timings.ROOT,
        timings.ours(),
    )
    assert found.memory > 50_000_000 and found.cpu > 0 and found.said == "1\n"
    with pytest.raises(runs.Failed, match="ended with 3"):
        runs.run(["python3", "-c", "raise SystemExit(3)"], timings.ROOT, timings.ours())
