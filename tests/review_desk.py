"""A small content under review, for the tests of it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from baogao import check
from baogao.content import content_folder
from baogao.content.problem_printing import line_of
from baogao.preview.review.desk import Desk
from sites import small_content

ID = "330200/2020"
FIGURES, REVIEWS = f"figures/{ID}.yml", f"reviews/{ID}.yml"


def files(root: Path) -> dict[str, bytes]:
    """Return all files of a folder but those that do not change."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.parent.name != "vocabulary"
    }


@dataclass
class Browser:
    """A page that reviews a report: what it has been told, and what it asks for."""

    desk: Desk
    told: dict[str, Any] = field(default_factory=dict)
    figures: dict[str, Any] = field(default_factory=dict)
    doubts: dict[str, Any] = field(default_factory=dict)

    def load(self) -> "Browser":
        """Ask for the whole report."""
        self.told = self.desk.report(ID)
        self.figures = {one["id"]: one for one in self.told["figures"]}
        self.doubts = {one["id"]: one for one in self.told["doubts"]}
        return self

    def of(self, words: str) -> str:
        """Return the id of the figure with these words."""
        return next(id for id, one in self.figures.items() if one["text"] == words)

    def place(self, words: str) -> dict[str, int]:
        """Return where words stand."""
        block = next(one for one in self.told["blocks"] if words in one["text"])
        start = block["start"] + block["text"].index(words)
        return {"start": start, "end": start + len(words)}

    def act(self, action: str, *ids: str, **more: Any) -> dict[str, Any]:
        """Do something with figures as this page knows them, and take what is answered."""
        return self._ask(action, "figures", self.figures, ids, more)

    def see_to(self, action: str, *ids: str, **more: Any) -> dict[str, Any]:
        """Confirm or mend doubts as this page knows them."""
        return self._ask(action, "doubts", self.doubts, ids, more)

    def _ask(self, action: str, kind: str, known: dict, ids: tuple, more: dict) -> dict[str, Any]:
        chosen = [{"id": id, "version": known[id]["version"]} for id in ids]
        told = self.desk.act(ID, {"action": action} | ({kind: chosen} if chosen else {}) | more)
        if told.get("again"):
            self.load()
        for one in told.get("figures", ()):
            self.figures[one["id"]] = one
        for one in told.get("doubts", ()):
            self.doubts[one["id"]] = one
        for id in told.get("gone", ()):
            del self.figures[id]
        return told

    def state(self, words: str) -> str:
        """Return what has been decided of the figure with these words."""
        return self.figures[self.of(words)]["state"]


@dataclass
class Reviewed:
    """A small content with its desk, and what was told to have been written."""

    root: Path
    written: list[Any]

    def desk(self) -> Desk:
        """Return a desk as a preview that begins anew has it."""
        return Desk(self.root, self.root.parent / "cache", self.written.append)

    def text(self, path: str) -> str:
        """Return a file of the content."""
        return (self.root / path).read_text("utf-8")

    def mistakes(self) -> list[str]:
        """Return the mistakes of the content."""
        return [line_of(one) for one in check.problems(content_folder.read(self.root))]


def reviewed(folder: Path) -> Reviewed:
    """Return a small content that can be reviewed."""
    return Reviewed(small_content(folder), [])
