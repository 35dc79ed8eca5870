"""The site built again at every edit, and what the browser must know of it."""

from collections import OrderedDict
from collections.abc import Callable, Collection
from dataclasses import replace
from html import escape
from pathlib import Path

from tornado import ioloop

from baogao.build import ContentMistakes, Options, build
from baogao.content.files.file_states import FileState
from baogao.content.files.folder_ownership import NotOurs
from baogao.content.files.own_files_read_once import CodeChanged
from baogao.content.files.system_errors import message_of
from baogao.content.files.unread_files import content_states
from baogao.content.problem_printing import line_of
from baogao.engine.next_site import NotWhole
from baogao.engine.progress import Progress
from baogao.engine.site_parts import OF_DOWNLOADS, OF_SEARCH

LATER = frozenset((*OF_DOWNLOADS, *OF_SEARCH))  # the downloads and the search
MOST_SEEN = 1000  # pages; of one that is forgotten the browser is told once too often
IDLE = 2  # seconds without an edit until what takes long is built too
REVIEW_IDLE = 5  # seconds without a decision until what was reviewed is built


class Preview:
    """Builds into a folder of its own and remembers what is wrong with the last edit."""

    def __init__(self, options: Options, progress: Progress):
        self.options = options
        self.progress = progress
        self.mistakes: list[str] = []
        self._edits = 0
        # How many edits a page had seen when it was last given, by its address; the last ones.
        self._seen: OrderedDict[str, int] = OrderedDict()
        self._waiting: object = None
        # What the files of the content were at the last look, and what the review made of some.
        self._states: dict[str, FileState] = {}
        self._reviewed: dict[str, FileState | None] = {}
        self.is_quiet = False  # whether the last edit was the review's own
        self.reload: Callable[[], None] = lambda: None  # every page that listens

    @property
    def folder(self) -> Path:
        """Return where the site is."""
        return self.options.output

    def edited(self) -> None:
        """Build the pages anew at once, and what takes long when nobody edits for a moment.

        What the review has written waits: a reviewer decides on the next figure meanwhile.
        """
        self.is_quiet = self._is_of_review()
        if self.is_quiet:
            self._when_idle(REVIEW_IDLE, self._build_reviewed)
            return
        self.rebuild(LATER)
        self._edits += 1
        self._when_idle(IDLE, self.rebuild)

    def reviewed(self, paths: Collection[str]) -> None:
        """Note that the review has written files of the content."""
        now = content_states(self.options.content)
        self._reviewed |= {path: now.get(path) for path in paths}

    def _is_of_review(self) -> bool:
        """Say whether all that has changed in the content is what the review has written."""
        before, now = self._states, content_states(self.options.content)
        self._states = now
        changed = {name for name in before | now if before.get(name) != now.get(name)}
        own = self._reviewed
        return bool(changed) and all(name in own and own[name] == now.get(name) for name in changed)

    def _build_reviewed(self) -> None:
        self.rebuild()
        self._edits += 1
        self.reload()

    def _when_idle(self, seconds: float, build: Callable[[], None]) -> None:
        loop = ioloop.IOLoop.current()
        if self._waiting:
            loop.remove_timeout(self._waiting)
        self._waiting = loop.call_later(seconds, build)

    def rebuild(self, later: frozenset[str] = frozenset()) -> None:
        """Build, with some parts left as they were.

        On a mistake keep the last good site and show the message.
        """
        self._states = content_states(self.options.content)
        self._reviewed.clear()
        try:
            # For the few parts of an edit no process is worth beginning: what this one has loaded,
            # and the drawing program that runs in it, are at hand.
            jobs = 1 if later else self.options.jobs
            options = replace(self.options, later=later, jobs=jobs)
            total, changed = build(options, Progress(quiet=True))
        except ContentMistakes as error:
            self.mistakes = [line_of(problem) for problem in error.problems]
            self.progress.problems(error.problems)
        except OSError as error:
            self._failed(message_of(error))
        except (NotOurs, NotWhole, CodeChanged) as error:
            self._failed(str(error))
        except Exception as error:  # a mistake in a template or the code must not end the preview
            self._failed(f"{type(error).__name__}: {error}")
        else:
            self.mistakes = []
            self.progress.say(f"built: {changed} of {total} files changed")

    def _failed(self, message: str) -> None:
        self.mistakes = [message]
        self.progress.say(message)

    def banner(self) -> bytes:
        """Return what every page shows at its end while there are mistakes."""
        if not self.mistakes:
            return b""
        items = "".join(f"<li>{escape(line)}</li>" for line in self.mistakes)
        return f'<aside class="mistakes" role="alert"><ul>{items}</ul></aside>'.encode()

    def given(self, address: str) -> None:
        """Note that a page was given as it is now."""
        self._seen[address] = self._edits
        self._seen.move_to_end(address)
        if len(self._seen) > MOST_SEEN:
            self._seen.popitem(last=False)

    def is_stale(self, address: str) -> bool:
        """Say whether a page was given before the last edit, or is not known to be newer."""
        return self._seen.get(address, -1) < self._edits
