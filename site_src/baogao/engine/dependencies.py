"""What a part of the site asks of the corpus, and whether the answers are still the same.

A part that asks the same and is given the same answers is the same part: it need not be made again.
"""
import inspect
from collections.abc import Iterable

from baogao.corpus.corpus import Corpus
from baogao.engine.fingerprints import digest

Question = tuple[str, ...]  # `("stated_in", "330200/2020")`: what is asked, and of what


class Asking:
    """A corpus to the part that is made from it, which notes what is asked."""

    def __init__(self, corpus: Corpus):
        self._corpus, self.questions = corpus, set()

    def __getattr__(self, name: str):
        value = getattr(self._corpus, name)
        if inspect.ismethod(value):
            return lambda *of: self._noted((name, *of)) or value(*of)
        self._noted((name,))
        return value

    def _noted(self, question: Question) -> None:
        self.questions.add(question)


class Answers:
    """The answers of a corpus, each as a digest; `readings` are the digests of what each report was read from."""

    def __init__(self, corpus: Corpus, readings: dict[str, str]):
        self.corpus, self.readings, self._known = corpus, readings, {}

    def to(self, questions: Iterable[Question]) -> dict[Question, str]:
        """Return the answers to some questions, sorted."""
        return {question: self.digest(question) for question in sorted(questions)}

    def digest(self, question: Question) -> str:
        """Return the digest of an answer; that of a question which can no longer be asked is empty."""
        if question not in self._known:
            self._known[question] = self._digest(*question)
        return self._known[question]

    def _digest(self, name: str, *of: str) -> str:
        if name == "reading":
            return self.readings.get(of[0], "")
        if name == "readings":
            return digest(sorted(self.readings.items()))
        value = getattr(self.corpus, name, None)
        try:
            return digest(value(*of) if inspect.ismethod(value) else value)
        except KeyError:
            return ""
