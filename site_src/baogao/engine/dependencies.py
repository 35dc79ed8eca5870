"""What a part of the site asks of the corpus, and whether the answers are still the same.

A part that asks the same and is given the same answers is the same part: it need not be made again.
"""

import inspect
from collections.abc import Callable, Iterable
from typing import Any

from baogao.content.value_digest import digest
from baogao.corpus.corpus import Corpus

Question = tuple[str, ...]  # `("stated_in", "330200/2020")`: what is asked, and of what


class TrackedCorpus:
    """Stands for a corpus while a part is made, and notes what is asked of it."""

    def __init__(self, corpus: Corpus):
        self._corpus = corpus
        self.questions: set[Question] = set()

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._corpus, name)
        if inspect.ismethod(value):
            return self._noting(name, value)
        self.questions.add((name,))
        return value

    def _noting(self, name: str, method: Callable[..., Any]) -> Callable[..., Any]:
        def noted(*of: str) -> Any:
            self.questions.add((name, *of))
            return method(*of)

        return noted


class Answers:
    """The answers of a corpus, each as a digest.

    `readings` are the digests of what each report was read from, by the report's id.
    """

    def __init__(self, corpus: Corpus, readings: dict[str, str]):
        self.corpus = corpus
        self.readings = readings
        self._known: dict[Question, str] = {}

    def to(self, questions: Iterable[Question]) -> dict[Question, str]:
        """Return the answers to some questions, sorted."""
        return {question: self.answer(question) for question in sorted(questions)}

    def answer(self, question: Question) -> str:
        """Return the digest of an answer; empty for a question that can no longer be asked."""
        if question not in self._known:
            self._known[question] = self._asked(*question)
        return self._known[question]

    def _asked(self, name: str, *of: str) -> str:
        if name == "reading":
            return self.readings.get(of[0], "")
        if name == "readings":
            return digest(sorted(self.readings.items()))
        value = getattr(self.corpus, name, None)
        try:
            return digest(value(*of) if callable(value) and inspect.ismethod(value) else value)
        except KeyError:
            return ""
