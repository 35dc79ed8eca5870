"""What other registers call the areas: known ids by hand, and every mistake of the file named."""

import csv
import re
from pathlib import Path

import pytest

from baogao.content.vocabulary import area_ids
from baogao.content.vocabulary.vocabulary_layers import as_layers

FOLDER = Path(__file__).parents[1] / "content" / "vocabulary"
with (FOLDER / area_ids.NAME).open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))
with (FOLDER / "areas.csv").open(encoding="utf-8", newline="") as file:
    AREAS = {row["code"]: row for row in csv.DictReader(file)}
IDS = {row["code"]: (row["wikidata"], row["iso_3166_2"]) for row in ROWS}
# From what is known of these places, not from the file.
KNOWN = [
    ("100000", "Q148", ""),
    ("110000", "Q956", "CN-BJ"),
    ("310000", "Q8686", "CN-SH"),
    ("330000", "Q16967", "CN-ZJ"),
    ("330100", "Q4970", ""),
    ("330200", "Q42780", ""),
    ("330600", "Q42666", ""),
    ("420100", "Q11746", ""),
    ("440300", "Q15174", ""),
    ("540000", "Q17269", "CN-XZ"),
    ("610000", "Q47974", "CN-SN"),
    ("140000", "Q46913", "CN-SX"),
    ("710000", "", "CN-TW"),
    ("810000", "Q8646", "CN-HK"),
    ("820000", "Q14773", "CN-MO"),
]


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: known[0])
def test_known_id(known):
    assert IDS[known[0]] == known[1:]


def test_all_provinces_have_a_code_of_iso_and_no_other_area():
    provinces = {code for code, area in AREAS.items() if area["level"] == "province"}
    assert {code for code, (_, iso) in IDS.items() if iso} == provinces


def test_most_areas_of_today_have_an_item():
    """How many lack one stands in the file about the areas."""
    lacking = [code for code in AREAS if not IDS.get(code, ("",))[0]]
    said = (FOLDER / "areas.README.md").read_text("utf-8")
    assert f"{len(lacking)} areas of today have no item" in " ".join(said.split())
    assert len(lacking) < 0.06 * len(AREAS)


def test_rows_are_sorted_and_nothing_is_wrong():
    assert [row["code"] for row in ROWS] == sorted(IDS)
    found, problems = area_ids.load(as_layers(FOLDER), AREAS)
    assert not problems and found == IDS


def test_source_is_named():
    said = (FOLDER / "areas.README.md").read_text("utf-8")
    assert all(word in said for word in ("Wikidata", "P442", "CC0", "iso3166-2", "areacodes"))


MISTAKES = [
    ("339999,Q1,", "'339999' is the code of no area"),
    ("330200,42780,", "area 330200 has '42780' as wikidata"),
    ("330200,,ZJ", "area 330200 has 'ZJ' as iso_3166_2"),
    ("330200,,", "area 330200 has no id"),
    ("330200,Q16967,", "'Q16967' stands twice"),
    ("330000,Q1,", "'330000' stands twice"),
]


@pytest.mark.parametrize(("row", "message"), MISTAKES, ids=[m[1] for m in MISTAKES])
def test_a_mistake_is_named(tmp_path, row, message):
    text = f"code,wikidata,iso_3166_2\n330000,Q16967,CN-ZJ\n{row}\n"
    (tmp_path / area_ids.NAME).write_text(text, "utf-8")
    found, [problem] = area_ids.load(as_layers(tmp_path), ["330000", "330200"])
    assert (problem.path, problem.line) == (f"{tmp_path}/{area_ids.NAME}", 3)
    assert (problem.message, problem.hint) == (message, area_ids.HINT)
    assert found == {"330000": ("Q16967", "CN-ZJ")}


def test_the_content_has_the_last_word(tmp_path):
    (tmp_path / area_ids.NAME).write_text("code,wikidata,iso_3166_2\n330000,Q7,\n", "utf-8")
    layers = (*as_layers(FOLDER), *as_layers(tmp_path))
    found, problems = area_ids.load(layers, AREAS)
    assert (problems, found["330000"], found["330200"][0]) == ([], ("Q7", ""), "Q42780")


def test_no_two_areas_have_the_same_item():
    items = [row["wikidata"] for row in ROWS if row["wikidata"]]
    assert len(items) == len(set(items)) and all(re.fullmatch(r"Q\d+", item) for item in items)
