"""What a part of the site asks of the corpus, and whether the answers are still the same.

A part that asks the same and is given the same answers is the same part: it need not be made again.
"""

from collections.abc import Callable, Iterable
from typing import Any

Question = tuple[str, ...]  # `("stated_in", "330200/2020")`: what is asked, and of what
Answer = tuple[Question, str]  # with its digest


class TrackedCorpus:
    """Stands for a corpus while a part is made, and notes what is asked of it."""

    def __init__(self, corpus: Any):
        self._corpus = corpus
        self.questions: set[Question] = set()

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._corpus, name)
        if callable(value):
            value = self._noting(name, value)
        else:
            self.questions.add((name,))
        # Kept, so that Python finds it by itself the next time: a table asks thousands of times.
        setattr(self, name, value)
        return value

    def _noting(self, name: str, method: Callable[..., Any]) -> Callable[..., Any]:
        def noted(*of: str) -> Any:
            self.questions.add((name, *of))
            return method(*of)

        return noted


class Answers:
    """The answers of a corpus, each as a digest; `digest_of` gives that of a question."""

    def __init__(self, digest_of: Callable[..., str]):
        self._digest_of = digest_of
        self._known: dict[Question, str] = {}
        # Whether an answer of the last build is one of now: several parts were given the same one.
        self._same: dict[int, tuple[Answer, bool]] = {}

    def to(self, questions: Iterable[Question]) -> tuple[Answer, ...]:
        """Return the answers to some questions, sorted."""
        return tuple((question, self.answer(question)) for question in sorted(questions))

    def are(self, answers: Iterable[Answer]) -> bool:
        """Say whether the answers would be the same now."""
        return all((self._same.get(id(one)) or self._compared(one))[1] for one in answers)

    def _compared(self, one: Answer) -> tuple[Answer, bool]:
        question, known = one
        compared = self._same[id(one)] = one, self.answer(question) == known
        return compared

    def answer(self, question: Question) -> str:
        """Return the digest of an answer; empty for a question that can no longer be asked."""
        if question not in self._known:
            try:
                self._known[question] = self._digest_of(*question)
            except KeyError:
                self._known[question] = ""
        return self._known[question]
