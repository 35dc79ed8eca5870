"""Releases: what was published stays where it was, and what changed can be read."""

import csv
import shutil
from xml.etree import ElementTree

import pytest

from baogao.build import ContentMistakes, Options, joined
from baogao.cli import main
from baogao.content import content_folder, csv_table
from baogao.content.published_addresses import FIRST_COLUMNS
from baogao.content.recorded_folder import Folder
from baogao.downloads.data_diff import as_markdown, differences
from baogao.downloads.release_and_diff import read_figures
from baogao.engine.progress import Progress
from baogao.records import Problem
from sites import build_here, small_content

QUIET = Progress(quiet=True)
ATOM = "{http://www.w3.org/2005/Atom}"
# A sentence of the golden report of 2019, and how it might be corrected later.
BEFORE, AFTER = "实现地区生产总值10745.5亿元", "全市实现地区生产总值10745.5亿元"


@pytest.fixture
def content(tmp_path):
    return small_content(tmp_path)


@pytest.fixture(scope="module")
def first_release(tmp_path_factory):
    content = small_content(tmp_path_factory.mktemp("released"))
    assert main(["release", "0.1.0", "--date", "2026-11-22", "--content", str(content)]) == 0
    return content


@pytest.fixture
def released(first_release, tmp_path):
    return shutil.copytree(first_release, tmp_path / "content", symlinks=True)


def made(content, output, base_url="https://example.org/repo/"):
    return build_here(content, output, base_url=base_url)


def reworded(content) -> None:
    """Change a published sentence, as a correction that is recorded."""
    report, source = content / "reports/330200/2019.md", content / "sources/2019.txt"
    corrections = content / "corrections/330200/2019.yml"
    assert BEFORE in report.read_text("utf-8") and BEFORE in source.read_text("utf-8")
    report.write_text(report.read_text("utf-8").replace(BEFORE, AFTER), "utf-8")
    corrections.write_text(
        corrections.read_text("utf-8") + f"- {{found: {BEFORE}, now: {AFTER}, why: 脱字}}\n",
        "utf-8",
    )


def test_a_release_is_a_file_with_every_figure_and_becomes_the_sites_version(released):
    with (released / "releases/0.1.0.csv").open(encoding="utf-8-sig", newline="") as lines:
        kept = list(csv.DictReader(lines))
    whole = joined(Options(content=released, jobs=1), QUIET)
    assert [(row["report"], row["figure"], row["text"]) for row in kept] == [
        (reading.report.id, m.anchor, m.figure.text)
        for reading in whole.readings
        for m in reading.mentions
    ]
    assert (whole.site.version, whole.site.date) == ("0.1.0", "2026-11-22")
    assert "title:" in (released / "site.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("version", "day", "message"),
    [
        ("1.0", "2026-11-23", "not a version: '1.0' (three numbers: 0.2.0)"),
        ("0.2.0", "2026-13-01", "not a date: '2026-13-01' (as 2026-11-22)"),
        ("0.1.0", "2026-11-23", "0.1.0 of 2026-11-22 is there: releases go on from it"),
        ("0.0.9", "2026-11-23", "0.1.0 of 2026-11-22 is there: releases go on from it"),
        ("0.2.0", "2026-11-21", "0.1.0 of 2026-11-22 is there: releases go on from it"),
    ],
)
def test_a_release_that_cannot_be_is_refused(released, capsys, version, day, message):
    before = sorted(path.name for path in (released / "releases").iterdir())
    assert main(["release", version, "--date", day, "--content", str(released)]) == 1
    assert capsys.readouterr().err.strip() == message
    assert sorted(path.name for path in (released / "releases").iterdir()) == before


def test_a_published_anchor_that_would_be_lost_stops_the_build(released, tmp_path):
    site = made(released, tmp_path / "site")
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    reworded(released)
    with pytest.raises(ContentMistakes) as error:
        made(released, site)
    first = error.value.problems[0]
    assert first.path == "content/releases/0.1.0.csv" and first.line > 1
    assert (
        first.message.startswith("f-")
        and f"“{BEFORE}" in first.message
        and f"now “{AFTER}" in first.message
    )
    assert first.hint.startswith(
        "give it a new address in content/releases/aliases.csv: reports/330200/2019/#f-"
    )
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


def test_with_the_proposed_aliases_old_addresses_lead_on(released, tmp_path):
    reworded(released)
    with pytest.raises(ContentMistakes) as error:
        made(released, tmp_path / "site")
    proposed = [
        problem.hint.split(": ", 1)[1].replace(",why", ",改正脱字")
        for problem in error.value.problems
    ]
    (released / "releases/aliases.csv").write_text(
        "old,new,why\n" + "\n".join(proposed) + "\n", "utf-8"
    )
    site = made(released, tmp_path / "site")
    html = (site / "reports/330200/2019/index.html").read_text("utf-8")
    for old, new, _ in (row.split(",") for row in proposed):
        before, now = old.split("#")[1], new.split("#")[1]
        assert html.count(f'id="{before}"') == 1 and f" id={now}" in html
    assert "updates/" in (site / "sitemap.xml").read_text("utf-8")
    # the words around them changed, the figures did not
    assert "自上一版以来" not in (site / "updates/index.html").read_text("utf-8")


def test_a_report_that_is_gone_needs_an_address_and_leaves_a_note(released, tmp_path):
    for kind, name in [("reports", "2019.md"), ("corrections", "2019.yml")]:
        (released / kind / "330200" / name).unlink()
    with pytest.raises(ContentMistakes) as error:
        made(released, tmp_path / "site")
    assert {p.message for p in error.value.problems} == {
        "report 330200/2019 was published and is gone"
    }
    (released / "releases/aliases.csv").write_text(
        "old,new,why\nreports/330200/2019/,reports/330200/2020/,并入\n", "utf-8"
    )
    note = (made(released, tmp_path / "site") / "reports/330200/2019/index.html").read_text("utf-8")
    assert "这一页换了地址" in note and 'href="../2020/"' in note and "并入" in note


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (
            "old,new,why\na,b\n",
            (
                "content/releases/aliases.csv:2: not a row of this table (its columns are old, new,"
                " why)"
            ),
        ),
        (
            "from,to\n",
            (
                "content/releases/aliases.csv:1: not a row of this table (its columns are old, new,"
                " why)"
            ),
        ),
        (
            "old,new,why\nreports/330200/2019/#f-aaaaaaaa,reports/330200/2019/#f-bbbbbbbb,x\n",
            (
                "content/releases/aliases.csv:2: leads to reports/330200/2019/#f-bbbbbbbb, which is"
                " not there (the address of a figure, a paragraph or a report)"
            ),
        ),
    ],
)
def test_mistakes_in_aliases_are_named(released, tmp_path, capsys, rows, message):
    (released / "releases/aliases.csv").write_text(rows, "utf-8")
    assert (
        main(["build", "--quiet", "--content", str(released), "--output", str(tmp_path / "site")])
        == 1
    )
    assert message in capsys.readouterr().err.splitlines()


@pytest.mark.parametrize(
    ("listing", "message"),
    [
        (
            "- {version: 0.1.0}\n",
            (
                "content/releases/releases.yml:1: not a release (- {version: …, date: …}, as"
                " `baogao release` writes it)"
            ),
        ),
        (
            '- {version: 0.3.0, date: "2026-11-22"}\n',
            (
                "content/releases/0.3.0.csv:1: missing (releases are written by `baogao release`"
                " and stay as they are)"
            ),
        ),
    ],
)
def test_mistakes_in_the_list_of_releases_are_named(released, tmp_path, capsys, listing, message):
    (released / "releases/releases.yml").write_text(listing, "utf-8")
    assert (
        main(["build", "--quiet", "--content", str(released), "--output", str(tmp_path / "site")])
        == 1
    )
    assert message in capsys.readouterr().err.splitlines()


# --- columns that came later ---------------------------------------------------------------------


def test_a_file_may_lack_columns_behind_the_first_ones(tmp_path):
    path, found = tmp_path / "x.csv", []
    path.write_text("a,b\n1,2\n", "utf-8")
    assert csv_table.read_rows(
        path, Folder(tmp_path), "x.csv", ("a", "b", "c"), found, least=2
    ) == [(2, {"a": "1", "b": "2"})]
    assert found == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\n1\n", 1),  # one of the first is not there
        ("b,a\n1,2\n", 1),  # columns keep their places
        ("a,b,d\n1,2,3\n", 1),  # and their names
        ("a,b,c,d\n1,2,3,4\n", 1),  # what was published is not taken away
        ("a,b\n1,2\n1,2,3\n", 3),
        ("", 1),
    ],
)
def test_a_file_with_other_columns_is_refused(tmp_path, text, line):
    path, found = tmp_path / "x.csv", []
    path.write_text(text, "utf-8")
    assert (
        csv_table.read_rows(path, Folder(tmp_path), "x.csv", ("a", "b", "c"), found, least=2) == []
    )
    assert [(problem.line, problem.message) for problem in found] == [
        (line, "not a row of this table")
    ]


def test_a_release_that_lacks_a_column_of_the_first_one_is_named(released, capsys):
    path = released / "releases/0.1.0.csv"
    lines = path.read_text("utf-8-sig").splitlines()
    fewer = [",".join(next(csv.reader([line]))[: FIRST_COLUMNS - 1]) for line in lines[:1]]
    path.write_text("\n".join(fewer) + "\n", "utf-8-sig")
    assert main(["check", "--content", str(released)]) == 1
    assert "content/releases/0.1.0.csv:1: not a row of this table" in capsys.readouterr().err
    assert main(["diff", str(path), str(path)]) == 1
    assert (
        f"{path}:1: lacks the columns quality (a release's file, or figures.csv)"
        in capsys.readouterr().err
    )


ROW = {
    "report": "a/1",
    "figure": "f-1",
    "record": "0",
    "text": "1%",
    "label": "x",
    "period": "2019",
    "status": "actual",
    "quote": "x 1%",
}


@pytest.mark.parametrize(
    ("old", "new"), [(ROW, ROW | {"quality": "edited"}), (ROW | {"quality": "edited"}, ROW)]
)
def test_a_column_that_only_one_state_has_is_no_correction(old, new):
    assert differences([old], [new]) == ()


def test_where_both_have_a_column_a_change_in_it_is_a_correction():
    (one,) = differences([ROW | {"quality": ""}], [ROW | {"quality": "edited"}])
    assert [pair.columns for pair in one.corrected] == [("quality",)]


def test_a_doubt_is_no_correction():
    assert differences([ROW | {"quality": ""}], [ROW | {"quality": "doubtful source"}]) == ()


# --- rows that no release has ---------------------------------------------------------------------


def rewritten(release, change) -> None:
    """Give a release's file other rows: `change` has each row by its columns."""
    with release.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.DictReader(lines)
        header, kept = reader.fieldnames, [change(row) for row in reader]
    with release.open("w", encoding="utf-8-sig", newline="") as lines:
        writer = csv.DictWriter(lines, header, lineterminator="\n")
        writer.writeheader()
        writer.writerows(kept)


@pytest.mark.parametrize("record", ["0", "1"])
def test_every_record_of_every_release_is_looked_for(released, record):
    """A figure of an earlier release is published for ever, and so is one with a second record."""
    first = released / "releases" / "0.1.0.csv"
    shutil.copy(first, released / "releases" / "0.2.0.csv")
    with (released / "releases" / "releases.yml").open("a") as listing:
        listing.write('- {version: 0.2.0, date: "2026-11-23"}\n')
    lost = read_figures(first)[0]["figure"]
    rewritten(
        first,
        lambda row: (
            row | {"figure": "f-zzzzzzzz", "record": record} if row["figure"] == lost else row
        ),
    )
    with pytest.raises(ContentMistakes) as error:
        joined(Options(content=released, jobs=1), QUIET)
    [problem] = error.value.problems
    assert (problem.path, problem.line) == ("content/releases/0.1.0.csv", 2)
    assert problem.message.startswith("f-zzzzzzzz (")


CELLS = [
    ("report", "../../x"),
    ("report", "330200/2019/#f-a"),
    ("report", ""),
    ("figure", "f-<b>"),
    ("figure", "p-aaaaaaaa"),
    ("record", "-1"),
    ("record", "９"),
    ("start", "1e9"),
    ("value", "NaN"),
    ("value", "1" * 35),
]


@pytest.mark.parametrize(("column", "cell"), CELLS)
def test_a_row_that_no_release_has_is_named(released, column, cell):
    rewritten(released / "releases" / "0.1.0.csv", lambda row: row | {column: cell})
    problems = content_folder.read(released).problems
    hint = "releases are written by `baogao release` and stay as they are"
    assert problems[0] == Problem(
        "content/releases/0.1.0.csv", 2, f"{column} cannot be {cell!r}", hint
    )


# --- what changed ---------------------------------------------------------------------------------


def test_diff_tells_added_removed_and_corrected_figures(released, tmp_path, capsys):
    site = made(released, tmp_path / "site")
    old, new = released / "releases/0.1.0.csv", site / "data"
    assert main(["diff", str(old), str(new)]) == 0
    assert capsys.readouterr().out == "The data are the same.\n"
    header, first, *rest = old.read_text("utf-8-sig").splitlines()
    changed = tmp_path / "old.csv"
    changed.write_text(
        "\n".join(
            [header, first.replace(",eq,", ",ge,"), *rest[1:], rest[0].replace("f-", "f-x", 1)]
        )
        + "\n",
        "utf-8-sig",
    )
    assert main(["diff", str(changed), str(new)]) == 0
    said = capsys.readouterr().out
    assert "| 330200/2019 | 1 | 1 | 1 |" in said
    assert "bound ge → eq" in said and said.count("- added ") == said.count("- removed ") == 1


def test_a_text_with_markup_stays_text_in_a_diff():
    row = {
        "report": "a/1",
        "figure": "f-1",
        "record": "0",
        "text": "1%",
        "label": "<b>x</b>",
        "period": "2019",
        "status": "actual",
        "quote": "a|b <script> [x](y)",
    }
    line = list(as_markdown(differences([{**row, "report": "a/1", "figure": "f-0"}], [row])))[-2]
    assert "<script>" not in line.replace("\\<", "") and "](" not in line.replace("\\]", "")


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: None, "cannot be read: No such file or directory"),
        (lambda path: path.write_text("a,b\n1,2\n"), "lacks the columns area, "),
        (lambda path: path.write_bytes(b"\xff\xfe\xfa"), "cannot be read: not UTF-8"),
    ],
)
def test_what_cannot_be_compared_is_named(tmp_path, capsys, make, message):
    make(tmp_path / "x.csv")
    assert main(["diff", str(tmp_path / "x.csv"), str(tmp_path / "x.csv")]) == 1
    assert message in capsys.readouterr().err


def test_before_the_first_release_the_page_says_so(content, tmp_path):
    site = made(content, tmp_path / "site")
    assert "还没有发布过版本" in (site / "updates/index.html").read_text("utf-8")
    assert not (site / "feed.xml").exists()


def test_a_second_release_is_listed_with_what_it_changed(released, tmp_path):
    (released / "figures" / "330200").mkdir(parents=True)
    figure = read_figures(released / "releases/0.1.0.csv")[0]
    (released / "figures/330200/2019.yml").write_text(
        f"- {{figure: {figure['figure']}, reject: true, why: 试验}}\n", "utf-8"
    )
    assert main(["release", "0.2.0", "--date", "2026-12-01", "--content", str(released)]) == 0
    site = made(released, tmp_path / "site")
    report = (site / "reports/330200/2019/index.html").read_text("utf-8")
    assert f'><span id="{figure["figure"]}"></span>' in report  # where its paragraph begins
    page = (site / "updates/index.html").read_text("utf-8")
    assert page.index("0.2.0") < page.index("0.1.0") and figure["quote"] in page
    feed = ElementTree.parse(site / "feed.xml").getroot()
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.find(f"{ATOM}title").text for entry in entries] == [
        "宁波市 2019 0.2.0",
        "宁波市 2019 0.1.0",
        "宁波市 2020 0.1.0",
    ]
    assert feed.find(f"{ATOM}updated").text == "2026-12-01T00:00:00Z"
    assert len({entry.find(f"{ATOM}id").text for entry in entries}) == 3
    assert all(
        entry.find(f"{ATOM}{name}") is not None
        for entry in entries
        for name in ("id", "title", "updated", "link", "summary")
    )
    for entry in entries:
        address = entry.find(f"{ATOM}link").get("href").removeprefix("https://example.org/repo/")
        assert (site / address / "index.html").exists()
