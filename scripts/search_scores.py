"""How well the search finds.

Terms drawn by a seed, the paragraphs that hold them, and what a browser shows.
"""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass

from playwright.sync_api import Page

from baogao.build import ROOT, Options, joined
from baogao.content.yaml import yaml_with_lines
from baogao.corpus.corpus import Corpus
from baogao.engine.progress import Progress
from baogao.records import Reading

DRAWN = {"terms": 15, "indicators": 15, "places": 10, "numbers": 10, "phrases": 10}
SEED = 20260101
FOUND = """
    [...document.querySelectorAll('#results ul a')]
        .map(link => new URL(link.href))
        .map(url => url.pathname + url.hash)
"""


@dataclass(frozen=True, slots=True)
class Score:
    """Paragraphs of one kind of terms: found and right, found, to be found.

    `wrong` tells of each term that is not perfect.
    """

    right: int
    found: int
    true: int
    wrong: tuple[str, ...]

    @property
    def recall(self) -> float:
        """Return the share of the paragraphs that hold a term which were found."""
        return self.right / self.true

    @property
    def precision(self) -> float:
        """Return the share of the paragraphs found which hold the term."""
        return self.right / self.found if self.found else 0.0


def corpus() -> Corpus:
    """Return the corpus of all reports."""
    return joined(Options(), Progress(quiet=True))


def read() -> tuple[tuple[Reading, ...], object]:
    """Return the readings of all reports and the vocabulary."""
    whole = corpus()
    return whole.readings, whole.vocabulary


def paragraphs(read_reports: tuple[Reading, ...]) -> dict[str, str]:
    """Return every heading and paragraph without blanks, by the end of its address."""
    return {
        f"reports/{reading.report.id}/#{block.anchor}": "".join(
            reading.report.text[block.start : block.end].split()
        )
        for reading in read_reports
        for block in reading.blocks
    }


def drawn(
    read_reports: tuple[Reading, ...], vocabulary, texts: dict[str, str]
) -> dict[str, list[str]]:
    """Return the terms by kind.

    Names that no report uses would measure nothing, so they are not drawn.
    """
    every = "\n".join(texts.values())
    draw = random.Random(SEED)
    pools = {
        "terms": glossary(),
        "indicators": [i.zh for i in vocabulary.indicators.values()],
        "places": [area.name for area in vocabulary.areas.values()],
        "numbers": [
            m.figure.text for reading in read_reports for m in reading.mentions if m.figure.unit
        ],
    }
    used = {kind: sorted({word for word in pool if word in every}) for kind, pool in pools.items()}
    chosen = {kind: draw.sample(pool, DRAWN[kind]) for kind, pool in used.items()}
    return {**chosen, "phrases": list(_phrases(draw, sorted(texts.values())))}


def glossary() -> list[str]:
    """Return the terms of the glossary."""
    entries = yaml_with_lines.unlined(
        yaml_with_lines.load((ROOT / "content" / "vocabulary" / "glossary.yml").read_text("utf-8"))
    )
    return [entry["term"] for entry in entries]


def _phrases(draw: random.Random, texts: list[str]) -> Iterator[str]:
    for _ in range(DRAWN["phrases"]):
        text = draw.choice([text for text in texts if len(text) >= 12])
        length = draw.randint(2, 12)
        start = draw.randint(0, len(text) - length)
        yield text[start : start + length]


def scores(
    page: Page, address: str, terms: dict[str, list[str]], texts: dict[str, str]
) -> dict[str, Score]:
    """Return the score of each kind of terms, searched for in the page at `address`."""
    page.goto(address + "search/")
    return {kind: _score(page, address, words, texts) for kind, words in terms.items()}


def _score(page: Page, address: str, words: list[str], texts: dict[str, str]) -> Score:
    right = found = true = 0
    wrong = []
    for word in words:
        got, wanted = (
            shown(page, address, word),
            {place for place, text in texts.items() if word in text},
        )
        right, found, true = right + len(got & wanted), found + len(got), true + len(wanted)
        if got != wanted:
            wrong.append(f"{word}: {len(wanted - got)} missed, {len(got - wanted)} wrong")
    return Score(right, found, true, tuple(wrong))


def shown(page: Page, address: str, word: str) -> set[str]:
    """Return the addresses of the paragraphs that the page lists for a word, to the last."""
    page.locator("#q").fill(word)
    while True:
        page.wait_for_selector(
            f"#results[aria-busy=false][data-query={json.dumps(word, ensure_ascii=False)}]",
            state="attached",
        )
        if page.locator("#more").is_hidden():
            return {found[found.index("reports/") :] for found in page.evaluate(FOUND)}
        page.evaluate("document.querySelector('#more').click()")
