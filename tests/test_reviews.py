"""What a person has checked is kept with what was read, and holds as long as that is read."""

from dataclasses import replace
from pathlib import Path

import pytest

from baogao.content.content_folder import read
from baogao.content.problem_printing import line_of
from baogao.content.reports.figure_fields import FIELDS, stated, written
from baogao.content.yaml import yaml_writer
from baogao.engine.read_one_report import read_or_raise
from baogao.preview.review.rows import ONE_LINE
from baogao.records import Checked, Mention, Reading
from baogao.unsure import unsure
from sites import small_content
from test_check import said

PATH = "content/reviews/330200/2020.yml"


@pytest.fixture
def folder(tmp_path) -> Path:
    return small_content(tmp_path)


def reading(folder: Path) -> Reading:
    content = read(folder)
    report = next(r for r in content.reports if r.year == 2020)
    return read_or_raise(report, content.source_texts[report.source.file], content.vocabulary)


def mention(folder: Path, words: str) -> Mention:
    return next(m for m in reading(folder).mentions if m.figure.text == words)


def write(folder: Path, text: str, kind: str = "reviews") -> None:
    path = folder / kind / "330200" / "2020.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def review(found: Mention, **differently: object) -> str:
    """Return a row that says that a figure was read so, or differently."""
    read = written((dict(stated(found.figure)) | differently).items())
    return yaml_writer.row({"figure": found.anchor, "read": read}, ONE_LINE)


def reviewed(folder: Path) -> list[str]:
    return [m.figure.text for m in reading(folder).mentions if m.reviewed]


def test_what_was_checked_as_it_is_read_is_reviewed(folder):
    write(folder, review(mention(folder, "6.8%")) + review(mention(folder, "三分之一")))
    assert said(folder) == [] and reviewed(folder) == ["6.8%", "三分之一"]
    assert [(one.outcome, one.fields) for one in reading(folder).checked] == [("right", ())] * 2
    assert reading(folder).voided == ()


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_that_is_read_differently_voids_the_review(folder, name):
    others = {
        "value": 6.9,
        "value_high": 7,
        "unit": "元",
        "bound": "ge",
        "kind": "level",
        "status": "target",
        "period": "2018",
        "label": "别的",
        "indicator": "income_urban",
        "area": "慈溪市",
    }
    growth = mention(folder, "6.8%")
    write(folder, review(growth, **{name: others[name]}) + review(mention(folder, "11985亿元")))
    assert said(folder) == []  # no mistake
    assert reviewed(folder) == ["11985亿元"]
    assert [one.anchor for one in reading(folder).voided] == [growth.anchor]
    [first, *_] = map(line_of, unsure(read(folder)))
    assert first.startswith(f"{PATH}:1: checked {growth.anchor} is read differently now: {name} ")
    assert first.endswith(" (look at it again, then remove or renew the review)")


def test_what_was_edited_is_checked_as_it_was_edited(folder):
    growth = mention(folder, "6.8%")
    row = {"figure": growth.anchor, "set": {"label": "生产总值增速"}, "why": "依原文"}
    write(folder, yaml_writer.row(row), "figures")
    write(folder, review(growth))
    assert reviewed(folder) == []
    write(folder, review(growth, label="生产总值增速"))
    assert reviewed(folder) == ["6.8%"]
    assert reading(folder).checked == (
        Checked(growth.anchor, 0, "mended", growth.figure.certainty, ("label",)),
    )


def test_what_was_rejected_has_been_seen_to(folder):
    share = mention(folder, "三分之一")
    row = {"figure": share.anchor, "reject": True, "why": "只是概数"}
    write(folder, yaml_writer.row(row), "figures")
    write(folder, review(share))
    assert reading(folder).checked == (
        Checked(share.anchor, 0, "rejected", share.figure.certainty),
    )
    assert reading(folder).voided == () and said(folder) == []


def test_a_figure_that_is_gone_is_named(folder):
    growth = mention(folder, "6.8%")
    write(folder, review(replace(growth, anchor="f-nowhere2")))
    assert next(iter(map(line_of, unsure(read(folder))))) == (
        f"{PATH}:1: checked f-nowhere2 is no figure any more "
        "(look at it again, then remove or renew the review)"
    )


def test_the_rest_of_a_report_can_be_checked(folder):
    write(
        folder,
        '- {metadata: date, read: "2020-04-27"}\n- {metadata: reviews, read: [2019]}\n'
        "- {heading: p-abcdefgh, read: 2}\n- {doubt: p-abcdefgh, read: is it one number?}\n",
    )
    assert said(folder) == []
    parts = next(r for r in read(folder).reports if r.year == 2020).part_reviews
    assert [(one.kind, one.key, one.read) for one in parts] == [
        ("metadata", "date", "2020-04-27"),
        ("metadata", "reviews", (2019,)),
        ("heading", "p-abcdefgh", 2),
        ("doubt", "p-abcdefgh", "is it one number?"),
    ]


LACKS = (
    "a review lacks figure or read"
    " (figure: its anchor, as f-7k2m9qxa; read: {value: …}, as it was read)"
)
PARTS = "metadata: a key of the front matter, heading or doubt: a line's anchor; and read"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("{read: {value: 1}}", LACKS),
        ("{figure: f-a}", LACKS),
        ("{figure: f-a, read: right}", LACKS),
        ("{figure: f-a, read: {label: x}}", LACKS),
        ("{figure: f-a, record: one, read: {value: 1}}", LACKS),
        (
            "{figure: f-a, read: {value: 1, tone: x}}",
            "a figure has no field 'tone' (the fields of `baogao extract`)",
        ),
        (
            "{figure: f-a, read: {value: 1}, by: me}",
            "unknown key 'by' (known are figure, read, record)",
        ),
        ("{metadata: date}", f"a review lacks what it is of, or read ({PARTS})"),
        ("{metadata: date, read: x}", f"metadata date cannot have been read as 'x' ({PARTS})"),
        ("{metadata: tone, read: x}", f"metadata tone cannot have been read as 'x' ({PARTS})"),
        ("{heading: p-a, read: 1}", f"heading p-a cannot have been read as 1 ({PARTS})"),
        (
            "{heading: p-a, metadata: date, read: 2}",
            f"a review lacks what it is of, or read ({PARTS})",
        ),
    ],
)
def test_what_is_no_review_is_named(folder, row, message):
    write(folder, f"- {row}\n")
    assert said(folder) == [f"{PATH}:1: {message}"]


def test_one_row_a_figure(folder):
    growth = review(mention(folder, "6.8%"))
    write(folder, growth + growth)
    anchor = mention(folder, "6.8%").anchor
    assert said(folder) == [
        f"{PATH}:2: a second review of {anchor} (the first is in line 1: one row a figure)"
    ]


def test_a_review_is_written_on_one_line_and_says_only_what_is_not_usual(folder):
    gdp = mention(folder, "11985亿元")
    assert review(gdp) == (
        f'- {{figure: {gdp.anchor}, read: {{value: 1198500000000, unit: 元, period: "2019",'
        " label: 地区生产总值, indicator: gdp}}\n"
    )
