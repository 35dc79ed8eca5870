"""Questions put to the search in a real Chromium: the pages that answer stand among the first
three results.
"""

import csv
from pathlib import Path

QUESTIONS = Path(__file__).parent / "data" / "questions.tsv"
WANTED = 36  # of forty
# Puts one question after the other, and tells the first three pages that each leads to.
ASK = """async (questions) => {
    const field = document.querySelector("#q"), results = document.querySelector("#results");
    const made = (question) => results.dataset.query === question
        && results.getAttribute("aria-busy") === "false";
    const links = "#answers .chips a, #names a, #near a, #results h2 a";
    const told = [];
    for (const question of questions) {
        field.value = question;
        await new Promise((resolve) => {
            const watch = new MutationObserver(() => {
                if (made(question)) { watch.disconnect(); resolve(); }
            });
            watch.observe(results, { attributes: true });
            field.dispatchEvent(new Event("input", { bubbles: true }));
        });
        told.push([...document.querySelectorAll(links)].slice(0, 3).map((a) => a.pathname));
    }
    return told;
}"""


def questions() -> dict[str, list[str]]:
    with QUESTIONS.open(encoding="utf-8") as file:
        return {
            row["question"]: row["pages"].split() for row in csv.DictReader(file, delimiter="\t")
        }


def test_questions_lead_to_the_pages_that_answer(page, served):
    asked = questions()
    page.goto(served("/") + "search/")
    told = dict(zip(asked, page.evaluate(ASK, list(asked)), strict=True))
    missed = {
        question: told[question]
        for question, pages in asked.items()
        if not any(path.startswith(f"/{one}") for path in told[question] for one in pages)
    }
    assert len(asked) - len(missed) >= WANTED * len(asked) / 40, missed
