"""Where the decisions of a review are taken: each is looked at, tried, written and remembered.

A decision is of a figure as the reviewer saw it: where it has changed meanwhile, by another browser
or an editor, nothing is written and the page is told what is there now. What is written is one
step: both files or none. Nothing is written that would be a new mistake of the content.
"""

from collections.abc import Callable, Collection
from pathlib import Path

from baogao.content.content_folder import Content
from baogao.content.files import write_journal
from baogao.content.files.write_journal import FilePlan
from baogao.content.value_digest import digest
from baogao.engine import taken_content
from baogao.engine.taken_content import Mistaken
from baogao.preview.review.against import Against
from baogao.preview.review.asked import DOUBTS, FIGURES, Refused
from baogao.preview.review.decisions import Decisions
from baogao.preview.review.doubts_of_source import doubts_of_source
from baogao.preview.review.figure_json import Json, figures, known_figures
from baogao.preview.review.part_decisions import PartDecisions
from baogao.preview.review.part_json import parts
from baogao.preview.review.seen import Mistakes, Seen, Texts, look, texts_of
from baogao.preview.review.steps import Steps
from baogao.preview.review.table import Table, by_id, proposal
from baogao.preview.review.words import interface

WORDS_MISTAKEN = "the vocabulary or the settings have a mistake: `baogao check` names it"


class Changed(Exception):
    """Figures or doubts are not as the reviewer saw them; has them as they are now."""

    def __init__(self, now: Json):
        super().__init__("changed meanwhile")
        self.now = now


class Desk:
    """The reviews of one content folder; `written` is told the paths that were written."""

    def __init__(self, root: Path, cache: Path, written: Callable[[Collection[str]], None]):
        self._root, self._cache, self._written = root, cache, written
        self._against = Against(root)
        self._steps: dict[str, Steps] = {}
        self._tables: dict[str, Table] = {}

    def report(self, id: str, since: str = "") -> Json:
        """Return a report with its figures; its version alone where that is `since`."""
        content, texts = self.content(), texts_of(self._root, id)
        version = self._version(id, texts, content)
        if version == since:
            return {"version": version}
        table = self._table(id, texts, content)
        return table.told() | {"undo": self._steps_of(id).newest()}

    def act(self, id: str, told: Json) -> Json:
        """Do what the page asks for, and return what has changed.

        Raises `Refused`, `Changed`, `CannotUndo`, `NoReport`, `Mistakes`, OSError, `NotOurs`.
        """
        write_journal.go_on(self._root)
        content, texts = self.content(), texts_of(self._root, id)
        table = self._table(id, texts, content)
        if told["action"] == "propose":
            return proposal(table.seen, told)
        if told["action"] == "undo":
            return self._undo(id, table, told.get("step"))
        _require_unchanged(table, told)
        changes = self._changes(table, told)
        after = self._write(table, changes)
        step = None
        if changes or told["action"] == "later":
            ids = [one["id"] for one in told.get(FIGURES) or told.get(DOUBTS) or ()]
            ids = ids or [one for one in known_figures(after) if one not in table.figures]
            step = self._steps_of(id).add(told["action"], ids, texts, changes).told()
        return self._answer(table, after) | {"step": step}

    def content(self) -> Content:
        """Return the words that reports are read with; raise `Mistakes`."""
        try:
            return taken_content.words(self._root, self._cache)
        except Mistaken:
            raise Mistakes([WORDS_MISTAKEN]) from None

    def _changes(self, table: Table, told: Json) -> dict[str, str | None]:
        if told["action"] == "later":
            return {}
        if DOUBTS in told:
            return PartDecisions(table.seen, table.parts).texts(told)
        return Decisions(table.seen, interface()).texts(told)

    def _undo(self, id: str, table: Table, number: int | None) -> Json:
        step, changes = self._steps_of(id).undone(number, table.seen.texts)
        after = self._write(table, changes)
        self._steps_of(id).forget(step)
        return self._answer(table, after) | {"step": None}

    def _write(self, table: Table, changes: Texts) -> Seen:
        """Write files in one step, and return the report as it is then.

        Raises `Refused` where that would be a new mistake.
        """
        before = table.seen
        try:
            after = look(before.report.id, {**before.texts, **changes}, before.content)
        except Mistakes as mistakes:
            raise Refused(mistakes.lines[0]) from None
        if new := [line for line in after.problems if not _is_known(line, before.problems)]:
            raise Refused(new[0])
        plan = FilePlan(self._root, "serve")
        for path, text in changes.items():
            if text is None:
                plan.remove(path)
            else:
                plan.write(path, text.encode())
        plan.carry_out()
        self._written(changes)
        return after

    def _answer(self, before: Table, seen: Seen) -> Json:
        """Return what is different now from what a table said."""
        undo = self._steps_of(seen.report.id).newest()
        return self._laid(seen).since(before) | {"undo": undo}

    def _table(self, id: str, texts: Texts, content: Content) -> Table:
        """Return a report as these texts say it; the last one is at hand."""
        last = self._tables.get(id)
        if last and last.version == self._version(id, texts, content):
            return last
        return self._laid(look(id, texts, content))

    def _laid(self, seen: Seen) -> Table:
        id = seen.report.id
        words = interface()
        told = figures(seen, self._steps_of(id).later(), self._against.told(seen, words), words)
        rest = parts(seen, doubts_of_source(seen, self._root), words)
        version = self._version(id, seen.texts, seen.content)
        self._tables = {id: Table(seen, by_id(told), by_id(rest), version)}
        return self._tables[id]

    def _version(self, id: str, texts: Texts, content: Content) -> str:
        later = sorted(self._steps_of(id).later())
        return digest((sorted(texts.items()), later, list(content.held.items())))

    def _steps_of(self, id: str) -> Steps:
        if id not in self._steps:
            self._steps[id] = Steps(self._cache, self._root, id)
        return self._steps[id]


def _is_known(line: str, before: Collection[str]) -> bool:
    """Say whether a mistake was there before, on whichever line."""
    return _unplaced(line) in map(_unplaced, before)


def _unplaced(line: str) -> str:
    path, _, rest = line.partition(":")
    return path + rest.partition(":")[2]


def _require_unchanged(table: Table, told: Json) -> None:
    """Raise `Changed` unless all that is decided on is as the reviewer saw it."""
    for kind, here in ((FIGURES, table.figures), (DOUBTS, table.parts)):
        asked = told.get(kind, ())
        if any(here.get(one["id"], {}).get("version") != one["version"] for one in asked):
            now = {kind: [here[one["id"]] for one in asked if one["id"] in here]}
            raise Changed(now | {"gone": [one["id"] for one in asked if one["id"] not in here]})
