"""The words that say how firmly something is promised, as tones.yml lists them."""

import re
from typing import NamedTuple

from baogao.content.vocabulary.compiled_patterns import regex_of
from baogao.content.yaml.yaml_entries import Entry, Mistake, text_of, texts_of

PLAIN = "plain"  # nothing says how firmly
CAPPED = "capped"
TONES = ("firm", "striving", CAPPED, "expected")  # of several in a clause the first counts
NUMBER, CLAUSE, STATEMENTS = HOLDS = ("number", "clause", "statements")


class ToneWords(NamedTuple):
    """Words of a tone: the pattern that finds them (`found`), and how far they hold.

    `of_estimates` are those that say of what was reached that it is not known for sure yet.
    """

    tone: str
    words: tuple[str, ...]
    found: re.Pattern[str]
    holds: str
    of_estimates: bool


def tone_words(entry: Entry) -> ToneWords:
    """Return what an entry of tones.yml says; raise `Mistake` for one that says something else."""
    tone, holds = text_of(entry, "tone"), text_of(entry, "holds")
    if tone not in TONES:
        raise Mistake(f"unknown tone {tone!r}", "one of " + ", ".join(TONES))
    if holds not in HOLDS:
        raise Mistake(f"words cannot hold for {holds!r}", "one of " + ", ".join(HOLDS))
    if not (words := texts_of(entry, "words")):
        raise Mistake("lacks words", "write words: and a list")
    after = "".join(f"(?<!{re.escape(word)})" for word in texts_of(entry, "unless_after"))
    before = f"(?!{regex_of(unless)})" if (unless := texts_of(entry, "unless_before")) else ""
    only = f"(?={regex_of(behind)})" if (behind := texts_of(entry, "only_before")) else ""
    found = re.compile(f"{after}{regex_of(words)}{before}{only}")
    return ToneWords(tone, words, found, holds, bool(entry.get("of_estimates")))
