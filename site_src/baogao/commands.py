"""What each command does; its exit status is 0, or 1 with the reason on standard error.

Every command imports what it needs when it runs: `baogao --help` need not wait for large libraries.
"""

import sys
from argparse import Namespace
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from baogao.content.files.folder_ownership import NotOurs
from baogao.content.files.own_files_read_once import CodeChanged
from baogao.content.files.own_places import IS_INSTALLED, ROOT
from baogao.content.files.recorded_folder import Folder
from baogao.engine.progress import Progress
from baogao.records import Problem

if TYPE_CHECKING:
    from baogao.build import Options
    from baogao.content.content_folder import Content

GIVEN = ("content", "output", "base_url", "cache", "jobs", "executor", "without", "verify")
KEPT = "the last site is as it was"
OUT_OF_MEMORY = (
    "not built: a process ended before its work was done "
    f"(out of memory? fewer need less: --jobs 1); {KEPT}"
)


def build(options: Namespace) -> int:
    """Check the content and build the site."""
    from concurrent.futures import BrokenExecutor

    from baogao.build import ContentMistakes
    from baogao.build import build as build_site
    from baogao.charts.han_fonts import FontMissing
    from baogao.content.data_dictionary import NotAsDescribed
    from baogao.engine.next_site import NotWhole
    from baogao.engine.replace_site import LeftAside

    progress = Progress(options.quiet, options.profile)
    try:
        total, changed = build_site(_options(options), progress)
    except ContentMistakes as error:
        Progress.problems(error.problems)
        return _failed(f"not built: {_count(error.problems)} in the content; {KEPT}")
    except BrokenExecutor:
        return _failed(OUT_OF_MEMORY)
    except LeftAside as error:
        return _failed(error)
    except (NotOurs, NotWhole, FontMissing, NotAsDescribed, CodeChanged, OSError) as error:
        return _failed(_message(error), f"not built; {KEPT}")
    progress.done(f"{total} files, {changed} changed, in {_options(options).output}")
    return 0


def check(options: Namespace) -> int:
    """Name every mistake in the content."""
    from baogao import check
    from baogao.content import content_folder

    read = content_folder.read(_options(options).content)
    found = tuple(check.problems(read))
    Progress.problems((*found, *check.remarks(read)))
    print(_count(found) if found else "no mistakes", file=sys.stderr)
    if options.unsure:
        _print_unsure(read)
    return 1 if found else 0


def _print_unsure(content: "Content") -> None:
    from baogao.content.problem_printing import line_of
    from baogao.unsure import unsure

    for figure in unsure(content):
        print(line_of(figure))


def serve(options: Namespace) -> int:
    """Preview the site, rebuilt at every edit."""
    from baogao.preview.server_and_watcher import PortTaken
    from baogao.preview.server_and_watcher import serve as serve_site

    try:
        serve_site(_options(options, ".preview"), options.port, Progress(options.quiet))
    except PortTaken as error:
        return _failed(error)
    return 0


def add(options: Namespace) -> int:
    """Turn saved pages into cleaned reports, each by itself."""
    from baogao.add_files import add_files, files_in, table
    from baogao.cleaning.add import CannotAdd, Desk, Result, Wishes

    wishes = Wishes(options.area, options.year, options.origin, options.again)
    files = list(files_in(options.file))
    if not files:
        return _failed("no files to add in these folders")
    try:
        desk = Desk(_options(options).content, wishes)
        told = add_files(files, desk, Progress())
    except CannotAdd as error:
        return _failed(error)
    for line in desk.completed:
        print(line)
    for one in told:
        aloud = sys.stderr if one.result is Result.REFUSED else sys.stdout
        print("\n".join(one.lines), file=aloud)
    if len(told) > 1:
        print("", *table(told), sep="\n")
    return 1 if any(one.result is Result.REFUSED for one in told) else 0


def init(options: Namespace) -> int:
    """Make a folder with a site of your own."""
    from baogao.content.new_site import init as make_site

    print("\n".join(make_site(options.folder, options.repository, options.version)))
    return 0


def migrate(options: Namespace) -> int:
    """Bring content of an older format to this one, and say what changes."""
    from baogao.content.migrate import CannotMigrate
    from baogao.content.migrate import migrate as migrate_folder

    try:
        for line in migrate_folder(_options(options).content, options.dry_run):
            print(line)
    except CannotMigrate as error:
        return _failed(error)
    return 0


def release(options: Namespace) -> int:
    """Keep the data as they are now as a version."""
    from baogao.build import ContentMistakes, joined
    from baogao.content import content_folder
    from baogao.downloads.release_and_diff import CannotRelease, go_on
    from baogao.downloads.release_and_diff import release as release_data

    given = _options(options)
    this = options.version, options.date, given.content
    try:
        is_done, lines = go_on(*this)
        if not is_done:
            if unfit := content_folder.not_content(given.content):
                raise ContentMistakes((unfit,))
            lines += release_data(*this, joined(given, Progress(quiet=True)))
    except ContentMistakes as error:
        Progress.problems(error.problems)
        return 1
    except (CannotRelease, CodeChanged) as error:
        return _failed(error)
    print("\n".join(lines))
    return 0


def diff(options: Namespace) -> int:
    """Say which figures were added, removed and corrected."""
    from baogao.downloads.release_and_diff import CannotRelease
    from baogao.downloads.release_and_diff import diff as compare

    try:
        print("\n".join(compare(options.old, options.new)))
    except CannotRelease as error:
        return _failed(error)
    return 0


def extract(options: Namespace) -> int:
    """Print the figures of any text, a JSON object a line."""
    from baogao.content.vocabulary.vocabulary import load
    from baogao.content.vocabulary.vocabulary_layers import of_content
    from baogao.reading.extract_command import run

    content = _home() / "content"
    is_site = (content / "site.yml").exists()  # whose own words count too
    words = load(of_content(Folder(content))) if is_site else None
    return run(options.file, options.area, options.year, words, why=options.explain)


def _options(options: Namespace, output: str = "build") -> "Options":
    """Return the options of a build, paths as seen from here, defaults where none are given."""
    from baogao.build import Options

    home = _home()
    defaults = {"content": home / "content", "output": home / output, "cache": home / ".cache"}
    given = {name: value for name in GIVEN if (value := getattr(options, name, None))}
    if "content" not in given and not defaults["content"].exists():
        hint = "baogao init FOLDER makes a site of your own; or name it: --content"
        raise NotOurs(f"{defaults['content']}: missing ({hint})")
    absolute: dict[str, Any] = {
        name: value.absolute() if isinstance(value, Path) else value
        for name, value in (defaults | given).items()
    }
    return Options(**absolute)


def _home() -> Path:
    """Return the folder that has content and site: the current one, or the checkout.

    It is the current one where its content is a site's, and where baogao runs from no checkout.
    """
    here = Path.cwd()
    return here if IS_INSTALLED or (here / "content" / "site.yml").exists() else ROOT


def _message(error: Exception) -> object:
    from baogao.content.files.system_errors import message_of

    return message_of(error) if isinstance(error, OSError) else error


def _count(problems: Collection[Problem]) -> str:
    return f"{len(set(problems))} mistakes"


def _failed(*lines: object) -> int:
    """Say why a command could not do its work; return its exit status."""
    for line in lines:
        print(line, file=sys.stderr)
    return 1
