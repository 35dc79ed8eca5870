"""What was done in review, step by step, and how each step is undone.

Kept in the cache, a line a step, so that a preview that begins anew can still undo. A step holds of
each file the lines that it changed: where the file is as the step left it, undoing gives the bytes
that were there before; where others have written since, it takes back these lines alone.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from itertools import takewhile
from pathlib import Path
from typing import Any

from baogao.preview.review.seen import Texts

FOLDER = "reviews"  # in the cache
SHOWN = 10  # steps that the page is told of
DECISIONS = frozenset(("right", "wrong", "reject", "reopen", "add"))


class CannotUndo(Exception):
    """The step is not there, was undone already, or what it wrote has been changed since."""


@dataclass(frozen=True, slots=True)
class Splice:
    """What a step changed in a file: some lines, and those around them; digests of the whole."""

    path: str
    before: str  # "" where there was no file
    after: str
    at: int  # the number of the first line that changed
    above: str
    removed: str
    added: str
    below: str

    def undone(self, text: str | None) -> str | None:
        """Return a file without the change; raise `CannotUndo` where it cannot be told apart."""
        lines = _lines(text)
        at = self.at if _digest(text) == self.after else self._place(lines)
        new = "".join((*lines[:at], self.removed, *lines[at + len(_lines(self.added)) :]))
        return new if new or self.before == _digest("") else None

    def _place(self, lines: list[str]) -> int:
        """Return the line with which what was added begins, or before which it was taken out.

        Of several it is the one nearest to where that was.
        """
        added = _lines(self.added)
        found = [
            at
            for at in range(len(lines) - len(added) + 1)
            if lines[at : at + len(added)] == added and (added or self._lay_at(lines, at))
        ]
        if added and not found:
            raise CannotUndo(f"{self.path} was changed since")
        return min(found or [min(self.at, len(lines))], key=lambda at: abs(at - self.at))

    def _lay_at(self, lines: list[str], at: int) -> bool:
        """Say whether what was taken out lay before a line, by one of those that were around it."""
        above = lines[at - 1] if at else ""
        below = lines[at] if at < len(lines) else ""
        return above == self.above or below == self.below


@dataclass(frozen=True, slots=True)
class Step:
    """One action: its number, what it was and on what, and what it changed."""

    id: int
    action: str
    ids: tuple[str, ...]
    splices: tuple[Splice, ...]

    def told(self) -> dict[str, Any]:
        """Return the step as the page is told of it."""
        return {"id": self.id, "action": self.action, "ids": list(self.ids)}


class Steps:
    """The steps of one report that can be undone, the newest last."""

    def __init__(self, cache: Path, root: Path, id: str):
        name = hashlib.sha256(f"{root.resolve()}/{id}".encode()).hexdigest()
        self._path = cache / FOLDER / name
        self._steps: dict[int, Step] = {}
        self._last = 0
        with suppress(OSError):
            for line in self._path.read_text("utf-8").splitlines():
                self._take(line)

    def _take(self, line: str) -> None:
        """Take a line of the file; one that was not written whole says nothing."""
        with suppress(ValueError, KeyError, TypeError):
            told = json.loads(line)
            if "undone" in told:
                self._steps.pop(told["undone"], None)
                return
            splices = tuple(Splice(**one) for one in told["splices"])
            step = Step(told["id"], told["action"], tuple(told["ids"]), splices)
            self._steps[step.id] = step
            self._last = max(self._last, step.id)

    def add(self, action: str, ids: Iterable[str], before: Texts, after: Texts) -> Step:
        """Remember a step, which made of some files others."""
        splices = tuple(splice(path, before[path], text) for path, text in after.items())
        step = Step(self._last + 1, action, tuple(ids), splices)
        self._last = step.id
        self._steps[step.id] = step
        self._keep(asdict(step))
        return step

    def undone(self, number: int | None, texts: Texts) -> tuple[Step, dict[str, str | None]]:
        """Return a step, or the newest, and the files without it; raise `CannotUndo`."""
        step = self._steps.get(max(self._steps, default=0) if number is None else number)
        if step is None:
            raise CannotUndo("there is no such step, or it was undone")
        self._require_last_word(step)
        return step, {one.path: one.undone(texts[one.path]) for one in step.splices}

    def _require_last_word(self, step: Step) -> None:
        """Raise `CannotUndo` where a later step took out what this one wrote.

        The same words may have been written again since: they are not this step's.
        """
        later = [
            one
            for number, other in self._steps.items()
            if number > step.id
            for one in other.splices
        ]
        for own in step.splices:
            if own.added and any((one.path, one.removed) == (own.path, own.added) for one in later):
                raise CannotUndo(f"{own.path} was changed since")

    def forget(self, step: Step) -> None:
        """Remember that a step was undone."""
        del self._steps[step.id]
        self._keep({"undone": step.id})

    def newest(self) -> list[dict[str, Any]]:
        """Return the steps that are undone first."""
        return [step.told() for step in list(self._steps.values())[: -SHOWN - 1 : -1]]

    def later(self) -> frozenset[str]:
        """Return the ids of the figures that were put off, and not decided since."""
        put_off: set[str] = set()
        for step in self._steps.values():
            if step.action == "later":
                put_off.update(step.ids)
            elif step.action in DECISIONS:
                put_off.difference_update(step.ids)
        return frozenset(put_off)

    def _keep(self, told: Mapping[str, Any]) -> None:
        """Write a line; where the disk refuses, the step can be undone until the preview ends."""
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with open(self._path, "a", encoding="utf-8") as file:
                file.write(json.dumps(told, ensure_ascii=False) + "\n")


def splice(path: str, before: str | None, after: str | None) -> Splice:
    """Return what changed between two texts of a file."""
    old, new = _lines(before), _lines(after)
    begin = sum(1 for _ in takewhile(_same, zip(old, new, strict=False)))
    rest = zip(reversed(old[begin:]), reversed(new[begin:]), strict=False)
    behind = sum(1 for _ in takewhile(_same, rest))
    stop, new_stop = len(old) - behind, len(new) - behind
    return Splice(
        path,
        "" if before is None else _digest(before),
        "" if after is None else _digest(after),
        begin,
        old[begin - 1] if begin else "",
        "".join(old[begin:stop]),
        "".join(new[begin:new_stop]),
        old[stop] if behind else "",
    )


def _same(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]


def _lines(text: str | None) -> list[str]:
    r"""Return the lines of a text with their ends, which are \n alone."""
    parts = (text or "").split("\n")
    return [line + "\n" for line in parts[:-1]] + ([parts[-1]] if parts[-1] else [])


def _digest(text: str | None) -> str:
    return "" if text is None else hashlib.sha256(text.encode()).hexdigest()
