"""Words compared in a real Chromium: the address says which, every count opens its sentences."""

import csv
import re
from collections import Counter

import pytest
from playwright.sync_api import expect

ASKED = "words/?t=opening_up:外资&t=environment:绿色&t=own:机器人&t=glossary:两山"
CELLS = """() => [...document.querySelectorAll("#reports tr.report")].map((row) =>
  [row.querySelector("a").getAttribute("href"), ...[...row.cells].map((cell) => cell.textContent)])
"""
CELL = re.compile(r"[\d.]+（(\d+)）")


@pytest.fixture(scope="module")
def hits(site) -> Counter:
    with (site / "data" / "term_counts.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    found: Counter = Counter()
    for row in rows:
        found[row["report"], row["term"]] += int(row["hits"])
    return found


def test_every_count_opens_its_sentences(page, served, hits, site):
    page.goto(served("/repo/") + ASKED)
    rows = page.locator("#reports tr.report")
    expect(rows).to_have_count(len(list((site / "reports").glob("*/*/report.md"))))
    shown = page.evaluate(CELLS)
    for address, _, *cells in shown:
        report = "/".join(address.split("/")[-3:-1])
        for word, cell in zip(("外资", "绿色"), cells, strict=False):
            assert int(found[1] if (found := CELL.fullmatch(cell)) else 0) == hits[report, word]
        text = (site / "reports" / report / "report.md").read_text("utf-8")
        assert int(found[1] if (found := CELL.fullmatch(cells[2])) else 0) == text.count("机器人")
    for row in rows.all()[:3]:
        for button in row.locator("button").all():
            button.click()
            count = int(CELL.fullmatch(button.text_content() or "")[1])
            marked = page.locator("td.sentences mark")
            expect(marked).to_have_count(count)
            word = (button.get_attribute("aria-label") or "").split("：")[1].split("，")[0]
            assert set(marked.all_text_contents()) == {word.removesuffix("（自选）")}
            button.click()


def test_a_word_is_added_taken_away_and_stands_in_the_address(page, served):
    page.goto(served("/repo/") + "words/")
    field = page.get_by_label("加一个词")
    field.fill("绿色")
    field.press("Enter")
    expect(page).to_have_url(re.compile(r"words/\?t=environment%3A"))
    expect(page.locator("#chosen li")).to_have_count(1)
    page.locator("#chosen button").click()
    expect(page).to_have_url(re.compile(r"words/$"))
    expect(page.locator("#curve")).to_be_hidden()
