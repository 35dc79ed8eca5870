"""Counts of words made a second time, by nothing but substrings: no code of baogao is used here."""

from pathlib import Path

import yaml

GLOSSARY = "glossary"


def body_of(report: str) -> str:
    """Return what follows the front matter of a `report.md`."""
    return report.split("\n---\n", 1)[1]


def lists_in(vocabulary: Path) -> dict[str, dict[str, list[str]]]:
    """Return for each list its words, and with each the words within which it does not count."""
    found = {}
    for path in sorted((vocabulary / "lists").glob("*.yml")):
        entries = yaml.safe_load(path.read_text("utf-8"))
        words = [entry for entry in entries if "term" in entry]
        found[entries[0]["list"]] = {entry["term"]: entry.get("not", []) for entry in words}
    return found


def plain_forms(vocabulary: Path) -> set[str]:
    """Return the glossary's spellings of which plain counts are right.

    They need no quotation marks and have no counter-examples, and none shares words with another.
    """
    entries = yaml.safe_load((vocabulary / "glossary.yml").read_text("utf-8"))
    spellings = {form for one in entries for form in (one["term"], *one.get("aliases", []))}
    spoilt = {form for one in entries for form in one.get("not", [])}
    others = {bare(form) for form in spellings | spoilt}
    free = {form for form in spellings if not (form[0] == "“" and form[-1] == "”")}
    return {
        form for form in map(bare, free) if not any(meet(form, other) for other in others - {form})
    }


def meet(one: str, other: str) -> bool:
    """Say whether two words may share characters of a text: two or more, or all of one."""
    ends = range(2, min(len(one), len(other)))
    return (
        one in other
        or other in one
        or any(one[-n:] == other[:n] or other[-n:] == one[:n] for n in ends)
    )


def bare(text: str) -> str:
    """Return a text without quotation marks."""
    return text.replace("“", "").replace("”", "")


def count(text: str, word: str, unlike: list[str]) -> int:
    """Return how often a word stands in a text, but within words that only look like it."""
    for other in unlike:
        text = text.replace(other, "\n")
    return text.count(word)
