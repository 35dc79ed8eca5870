"""The command line: `baogao init | add | check | serve | build | extract | release | …`."""

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

# The first import of ours takes the code: what is imported later is held against it.
from baogao.content.files.own_files_read_once import CODE as CODE  # isort: skip
from baogao import commands
from baogao.content.files import own_places
from baogao.content.files.folder_ownership import NotOurs
from baogao.content.files.own_places import OwnFileMissing
from baogao.record_decorator import collect_garbage_seldom

MOST_PORT = 65535
CONTENT_HELP = "the content folder (default: content/ here, or the checkout's)"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return its exit status: 0, or 1 with the reason on standard error."""
    collect_garbage_seldom()
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # as JSON is, everywhere
    try:
        own_places.require()
        options = parser().parse_args(arguments)
        status: int = options.run(options)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # `baogao extract … | head`
        sys.stderr.close()
        return 0
    except (NotOurs, OwnFileMissing) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        from baogao.content.files.system_errors import message_of

        print(message_of(error), file=sys.stderr)
        return 1
    return status


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    top = argparse.ArgumentParser(
        prog="baogao", description="Open data from China's government work reports."
    )
    names = top.add_subparsers(required=True, metavar="COMMAND")

    def command(run: Callable, text: str) -> argparse.ArgumentParser:
        capital = text[0].upper() + text[1:] + "."
        made = names.add_parser(run.__name__, help=text, description=capital)
        made.set_defaults(run=run)
        return made

    build = command(commands.build, "check the content and build the site")
    serve = command(commands.serve, "preview the site, rebuilt at every edit")
    check = command(commands.check, "name every mistake in the content")
    add = command(commands.add, "turn saved pages into cleaned reports")
    init = command(commands.init, "make a folder with a site of your own")
    migrate = command(
        commands.migrate, "bring content of an older format to this one, and say what changes"
    )
    release = command(commands.release, "keep the data as they are now as a version")
    diff = command(commands.diff, "say which figures were added, removed and corrected")
    extract = command(commands.extract, "print the figures of any text, a JSON object a line")
    for reader in (build, serve, check, add, migrate, release):
        reader.add_argument("--content", type=Path, help=CONTENT_HELP)
    for builder in (build, serve):
        _site_options(builder)
    _build_options(build)
    serve.add_argument("--port", type=_port, default=5500, help="0: any that is free")
    _check_options(check)
    _add_options(add)
    _init_options(init)
    migrate.add_argument("--dry-run", action="store_true", help="say it only")
    _release_options(release)
    for name in ("old", "new"):
        what = "a release's file, or a build/data folder"
        diff.add_argument(name, type=Path, metavar=name.upper(), help=what)
    _extract_options(extract)
    return top


def _check_options(check: argparse.ArgumentParser) -> None:
    check.add_argument(
        "--unsure",
        action="store_true",
        help="then list the figures that are not surely read, the least sure first",
    )


def _site_options(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--jobs",
        type=_process_count,
        help="how many processes work at once (default: one a processor)",
    )
    command.add_argument(
        "--cache",
        type=Path,
        help="for what need not be made again (default: .cache/ here, or the checkout's)",
    )
    command.add_argument(
        "--output", type=Path, help="where the site goes (default: build/ here, or the checkout's)"
    )
    command.add_argument(
        "--base-url", default="", help="the site's public address, for 404.html and the site map"
    )
    command.add_argument("--quiet", action="store_true", help="print problems only")


def _build_options(build: argparse.ArgumentParser) -> None:
    build.add_argument(
        "--without",
        type=_left_out,
        default=frozenset(),
        metavar="charts,search,downloads",
        help="leave these out, for a quick look",
    )
    build.add_argument(
        "--executor",
        type=_cluster_address,
        metavar="dask://HOST:PORT",
        help="work on a Dask cluster that has the same disk",
    )
    build.add_argument("--profile", action="store_true", help="say where the time goes")
    build.add_argument(
        "--verify",
        action="store_true",
        help="read all bytes, also of files whose size, date and inode are as they were",
    )


def _left_out(text: str) -> frozenset[str]:
    from baogao.engine.site_parts import OPTIONAL

    kinds = frozenset(text.split(","))
    if unknown := kinds - set(OPTIONAL):
        names, known = ", ".join(sorted(unknown)), ", ".join(OPTIONAL)
        raise argparse.ArgumentTypeError(f"{names}: what can be left out is {known}")
    return kinds


def _cluster_address(text: str) -> str:
    from baogao.engine.workers import DASK

    if not text.startswith(DASK):
        raise argparse.ArgumentTypeError(f"{text!r} is no cluster's address: {DASK}HOST:PORT")
    return text


def _process_count(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes: 1 or more")
    return int(text)


def _port(text: str) -> int:
    if not re.fullmatch("[0-9]{1,5}", text) or int(text) > MOST_PORT:
        raise argparse.ArgumentTypeError(f"{text!r} is no port: 0 to {MOST_PORT}")
    return int(text)


def _year(text: str) -> int:
    from baogao.content.limits import FIRST_YEAR, LAST_YEAR

    if not re.fullmatch("[0-9]{4}", text) or not FIRST_YEAR <= int(text) <= LAST_YEAR:
        message = f"{text!r} is no year of a report: {FIRST_YEAR} to {LAST_YEAR}"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _release_options(release: argparse.ArgumentParser) -> None:
    release.add_argument("version", metavar="VERSION", help="three numbers: 0.2.0")
    release.add_argument("--date", required=True, metavar="YYYY-MM-DD")


def _add_options(add: argparse.ArgumentParser) -> None:
    add.add_argument(
        "file",
        type=Path,
        nargs="+",
        metavar="FILE",
        help="a page, PDF, Word document or text, or a folder of such files",
    )
    add.add_argument(
        "--area",
        default="",
        metavar="AREA",
        help="the area's code or full name, where the page does not tell it",
    )
    add.add_argument(
        "--year", type=_year, help="the year of delivery, where the page does not tell it"
    )
    add.add_argument("--origin", default="", help="where the page came from")
    add.add_argument(
        "--again", action="store_true", help="draft anew what is here already: hand work is lost"
    )


def _init_options(init: argparse.ArgumentParser) -> None:
    init.add_argument("folder", type=Path, metavar="FOLDER", help="a new or an empty one")
    where = "its workflows install baogao from it (default: where this one was installed from)"
    init.add_argument("--repository", default="", metavar="ADDRESS", help=where)
    init.add_argument(
        "--version",
        default="",
        help="a tag or commit of it (default: v and the version of this one)",
    )


def _extract_options(extract: argparse.ArgumentParser) -> None:
    extract.add_argument(
        "file", metavar="FILE", help="a text, page, PDF or Word file; - is standard input"
    )
    extract.add_argument("--area", help="the area's name or code, where the text does not tell it")
    extract.add_argument(
        "--year", type=_year, help="the year of delivery, where the text does not tell it"
    )
    extract.add_argument(
        "--explain",
        action="store_true",
        help="say for people which rule and which words set each field",
    )
