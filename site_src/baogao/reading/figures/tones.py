"""Stage 8: tones, how firmly a number is promised (力争|增长8%, 控制在|3%以内, 预期目标为:…).

The words of a number's own clause count before those of the statements that it goes on from, and
these before the heading of its list. A target of which no word says it is promised plainly.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from baogao.content.vocabulary.compiled_patterns import regex_of
from baogao.content.vocabulary.tone_words import CAPPED, NUMBER, PLAIN, STATEMENTS, TONES, ToneWords
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.reading.figures.candidate import Candidate, Sentence, Tone
from baogao.reading.figures.word_patterns import worded

REACH_BACK = 120  # how far in front of a number its words are looked for
COMMA = re.compile(r"[,:](?![^(]{0,30}\))")
STATES = worded("{rise|fall|reach} | 同步 | 持平 | 清零")
# 确保|按照时限要求|,完成…: what stands beside a statement
BESIDE = re.compile(r"(?:按照?|在|经|通过|围绕)[^,]*")
MOVES = re.compile(r"推动|促进|带动|加快|抓好")  # what begins an action, and is no part of its name
GOALS = ("目标", "指标")
NONE = Tone()


class Said(NamedTuple):
    """The tone that a clause says, how far its words hold, and what stands before and behind."""

    tone: Tone
    holds: str
    before: str
    behind: str


class Holding(NamedTuple):
    """A tone that holds for further statements; it `acts` where verbs follow it (力争|新增…)."""

    tone: Tone
    acts: bool


def decide_tones(sentence: Sentence) -> None:
    """Fill in the tone of each figure."""
    clauses = Clauses(sentence) if _says_any(sentence) else None
    last: Candidate | None = None
    for candidate in sentence.candidates:
        tone = clauses.tone_of(candidate, last) if clauses else NONE
        if not tone.tone and candidate.time.status == "target":
            tone = _heading(sentence, candidate.quantity.start)
        candidate.tone = tone
        last = candidate


def _says_any(sentence: Sentence) -> bool:
    """Say whether any word of tone stands in a sentence: in most there is none."""
    source = sentence.source
    until = sentence.candidates[-1].quantity.start
    return _any_word(source.vocabulary).search(source.read, sentence.begin, until) is not None


@lru_cache(maxsize=4)
def _any_word(vocabulary: Vocabulary) -> re.Pattern[str]:
    return re.compile(regex_of(word for some in vocabulary.tones for word in some.words))


class Clauses:
    """The clauses of a sentence one after the other: what holds for the number that comes next.

    `listed` holds for the further members of a list, `further` for further statements.
    """

    def __init__(self, sentence: Sentence):
        self.source, self.begin = sentence.source, sentence.begin
        self.listed = NONE
        self.further: Holding | None = None

    def tone_of(self, candidate: Candidate, last: Candidate | None) -> Tone:
        """Return the tone that the clauses say of the next number, none where they say none."""
        before, own = self._clauses(candidate, last)
        said = self._said(own, candidate)
        if said:
            self._hold(said)
            return said.tone
        if last and (candidate.join == "list" or not candidate.subject.strip()):
            return self._of_list(candidate)
        for clause in before:
            self.further = self._after(clause, own, candidate)
        if self._acts(own) and not (self.further and self.further.acts):
            self.further = None
        self.listed = self.further.tone if self.further else NONE
        return self.listed

    def _clauses(self, candidate: Candidate, last: Candidate | None) -> tuple[list[str], str]:
        """Return the clauses in front of a number that have none, and its own up to it."""
        start = candidate.quantity.start
        begin = last.reach if last else self.begin
        clauses = COMMA.split(self.source.read[max(begin, start - REACH_BACK) : start])
        # the first one is what is left of the clause of the number before
        return clauses[1 if last else 0 : -1], clauses[-1]

    def _said(self, clause: str, candidate: Candidate) -> Said | None:
        is_target = candidate.time.status == "target"
        return said_in(clause, self.source.vocabulary, of_estimates=not is_target)

    def _hold(self, said: Said) -> None:
        """Note for what words hold beyond their number."""
        self.listed = said.tone.by("its list")
        if said.holds == NUMBER:
            return
        opens = not self.source.words.without_lead(said.before)
        carries = said.holds == STATEMENTS and opens
        self.further = holding(said, self._acts(said.behind)) if carries else None

    def _of_list(self, candidate: Candidate) -> Tone:
        """Return the tone of a further member of a list; a cap holds for bare numbers only."""
        if self.listed.tone != CAPPED or candidate.bare:
            return self.listed
        return self.further.tone if self.further else NONE

    def _after(self, clause: str, own: str, candidate: Candidate) -> Holding | None:
        """Return what holds behind a clause that has no number."""
        said = self._said(clause, candidate)
        if said:
            opens = not self.source.words.without_lead(said.before)
            if said.holds != STATEMENTS or not opens or said.behind.startswith(GOALS):
                return None
            if self._is_beside(said.behind):
                return holding(said, self._acts(own))
            return holding(said, False) if self._states(said.behind) else None
        if self._is_beside(clause):
            return self.further
        kept = self.further if self._states(clause) else None
        return kept and kept._replace(acts=False)

    def _is_beside(self, words: str) -> bool:
        """Say whether words only tell when or on what ground something is."""
        return BESIDE.fullmatch(words) is not None or not self.source.words.without_lead(words)

    def _states(self, clause: str) -> bool:
        """Say whether a clause says something of a thing, as those with numbers do."""
        found = STATES(self.source.vocabulary).search(clause)
        return found is not None and not self._acts(clause)

    def _acts(self, clause: str) -> bool:
        """Say whether a clause begins with what is done: 新增|…, 推进|…."""
        words = self.source.words
        moves = MOVES.match(clause) is not None
        return moves or words.action.match(words.without_lead(clause)) is not None


def holding(said: Said, acts: bool) -> Holding:
    """Return the tone of a clause as what holds for the statements behind it."""
    return Holding(said.tone.by("the statement before"), acts)


def said_in(clause: str, vocabulary: Vocabulary, *, of_estimates: bool = False) -> Said | None:
    """Return the tone that a clause says, if it says one; with `of_estimates` only theirs.

    Of words of several tones the firmest counts, of one tone the last; where others stand beside
    it, all are named: 确保…控制在.
    """
    found = [
        (match, words)
        for words in vocabulary.tones
        if words.of_estimates or not of_estimates
        for match in words.found.finditer(clause)
    ]
    if not found:
        return None
    last = {words.tone: (match, words) for match, words in sorted(found, key=_place)}
    match, words = min(last.values(), key=lambda one: TONES.index(one[1].tone))
    printed, end = "", 0
    for other, _ in sorted(last.values(), key=_place):
        printed += ("…" if printed and other.start() > end else "") + other[0]
        end = other.end()
    before = clause[: min(other.start() for other, _ in last.values())]
    tone = Tone(words.tone, printed, "its clause")
    return Said(tone, words.holds, before, clause[match.end() :])


def _place(found: tuple[re.Match[str], ToneWords]) -> int:
    return found[0].start()


def _heading(sentence: Sentence, at: int) -> Tone:
    """Return the tone of the list that a number stands in, or of its section's heading."""
    source, section = sentence.source, sentence.section
    for one in source.lists:
        if one.start <= at < one.end:
            return one.tone
    title = section.title.rstrip(":： ") if section else ""
    said = said_in(title, source.vocabulary) if title.endswith(GOALS) else None
    return said.tone.by("the section's heading") if said else Tone(PLAIN, "", "no word")
