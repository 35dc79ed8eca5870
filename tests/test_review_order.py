"""In which order figures are reviewed: what contradicts them counts as a grave reason."""

from baogao.content.yaml import yaml_writer
from baogao.preview.review.desk import Desk
from baogao.preview.review.order import by_doubt
from sites import small_content
from test_reviews import mention, write


def told(id: str, weight: int, *against: str, state: str = "open") -> dict:
    return {"id": id, "weight": weight, "against": list(against), "state": state}


def test_the_most_doubtful_come_first_and_the_others_as_they_stand():
    figures = [
        told("sure", 0),
        told("sure too", 0),
        told("contradicted", 0, "growth"),
        told("unsure", 2),
        told("unsure and contradicted", 2, "growth", "level"),
        told("grave", 3),
        told("read differently now", 0, state="void"),
    ]
    assert by_doubt(figures) == [
        "read differently now",
        "unsure and contradicted",
        "contradicted",
        "grave",
        "unsure",
        "sure",
        "sure too",
    ]


def test_what_the_report_of_the_year_before_contradicts_is_shown_first(tmp_path):
    folder = small_content(tmp_path)
    level = mention(folder, "11985亿元")
    slipped = {"figure": level.anchor, "set": {"value": 119850000000}, "why": "错了一位"}
    write(folder, yaml_writer.row(slipped), "figures")
    report = Desk(folder, tmp_path / "cache", print).report("330200/2020")
    (first,) = (one for one in report["figures"] if one["id"] == report["order"][0])
    assert first["id"] == level.anchor
    before = first["against"][0]  # beside it, that the sentence itself has another number
    assert before["said"] == "2018年是“10745.5亿元”（2019年报告），一年变化-88.8%"
    assert before["href"].startswith("/reports/330200/2019/#f-")
    assert [one["id"] for one in report["figures"] if one["against"]] == [level.anchor]
