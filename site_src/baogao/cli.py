"""The command line: `baogao build | check | serve | add | extract | release | diff | migrate`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from baogao.content.folder_ownership import NotOurs
from baogao.content.generator_files import (
    CodeChanged,  # the first import: what comes later is held against it
)
from baogao.engine.progress import Progress

CONTENT_HELP = "the content folder (default: the checkout's content/)"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return its exit status: 0, or 1 with the reason on standard error."""
    options = parser().parse_args(arguments)
    try:
        return options.run(options)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # `baogao extract … | head`
        sys.stderr.close()
        return 0
    except NotOurs as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        from baogao.content.system_errors import told

        print(told(error), file=sys.stderr)
        return 1


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    top = argparse.ArgumentParser(
        prog="baogao", description="Open data from China's government work reports."
    )
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    build = _command(commands, "build", _build, "check the content and build the site")
    serve = _command(commands, "serve", _serve, "preview the site, rebuilt at every edit")
    check = _command(commands, "check", _check, "name every mistake in the content")
    check.add_argument(
        "--unsure",
        action="store_true",
        help="then list the figures that are not surely read, the least sure first",
    )
    add = _command(commands, "add", _add, "turn a scraped page into cleaned reports")
    migrate = _command(
        commands,
        "migrate",
        _migrate,
        "bring content of an older format to this one, and say what changes",
    )
    migrate.add_argument("--dry-run", action="store_true", help="say it only")
    for command in (build, serve, check, add, migrate):
        command.add_argument("--content", type=Path, help=CONTENT_HELP)
    _build_options(build)
    for command in (build, serve):
        command.add_argument(
            "--jobs", type=_count, help="how many processes work at once (default: one a processor)"
        )
        command.add_argument(
            "--cache",
            type=Path,
            help="where it is kept what need not be made again (default: the checkout's .cache/)",
        )
        command.add_argument("--output", type=Path, help="where the site goes")
        command.add_argument(
            "--base-url",
            default="",
            help="the site's public address, for 404.html and the site map",
        )
        command.add_argument("--quiet", action="store_true", help="print problems only")
    serve.add_argument("--port", type=int, default=5500, help="0: any that is free")
    _release_options(commands)
    _add_options(add)
    _extract_options(
        _command(
            commands, "extract", _extract, "print the figures of any text, a JSON object a line"
        )
    )
    return top


def _command(commands, name: str, run, text: str) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
    command.set_defaults(run=run)
    return command


def _build_options(build: argparse.ArgumentParser) -> None:
    build.add_argument(
        "--without",
        type=_kinds,
        default=frozenset(),
        metavar="charts,search,downloads",
        help="leave these out, for a quick look",
    )
    build.add_argument(
        "--executor",
        type=_cluster,
        metavar="dask://HOST:PORT",
        help="read the reports on a Dask cluster",
    )
    build.add_argument("--profile", action="store_true", help="say where the time goes")


def _kinds(text: str) -> frozenset[str]:
    from baogao.engine.site_parts import OPTIONAL

    kinds = frozenset(text.split(","))
    if unknown := kinds - set(OPTIONAL):
        raise argparse.ArgumentTypeError(
            f"{', '.join(sorted(unknown))}: what can be left out is {', '.join(OPTIONAL)}"
        )
    return kinds


def _cluster(text: str) -> str:
    from baogao.engine.workers import DASK

    if not text.startswith(DASK):
        raise argparse.ArgumentTypeError(f"{text!r} is no cluster's address: {DASK}HOST:PORT")
    return text


def _count(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes: 1 or more")
    return int(text)


def _release_options(commands) -> None:
    release = _command(commands, "release", _release, "keep the data as they are now as a version")
    release.add_argument("version", metavar="VERSION", help="three numbers: 0.2.0")
    release.add_argument("--date", required=True, metavar="YYYY-MM-DD")
    release.add_argument("--content", type=Path, help=CONTENT_HELP)
    diff = _command(commands, "diff", _diff, "say which figures were added, removed and corrected")
    for name in ("old", "new"):
        diff.add_argument(
            name, type=Path, metavar=name.upper(), help="a release's file, or a build/data folder"
        )


def _add_options(add: argparse.ArgumentParser) -> None:
    add.add_argument("file", type=Path, nargs="+", metavar="FILE")
    add.add_argument(
        "--area",
        default="",
        metavar="CODE",
        help="the area's code, where the page does not tell it",
    )
    add.add_argument(
        "--year", type=int, help="the year of delivery, where the page does not tell it"
    )
    add.add_argument("--origin", default="", help="where the page came from")
    add.add_argument(
        "--again", action="store_true", help="draft anew what is here already: hand work is lost"
    )


def _extract_options(extract: argparse.ArgumentParser) -> None:
    extract.add_argument("file", metavar="FILE", help="a UTF-8 text; - is standard input")
    extract.add_argument("--area", help="the area's name or code, where the text does not tell it")
    extract.add_argument(
        "--year", type=int, help="the year of delivery, where the text does not tell it"
    )
    extract.add_argument(
        "--explain",
        action="store_true",
        help="say for people which rule and which words set each field",
    )


def _options(options: argparse.Namespace):
    from baogao.build import Options

    given = {
        name: getattr(options, name, None)
        for name in ("content", "output", "base_url", "cache", "jobs", "executor", "without")
    }
    return Options(
        **{
            key: value.absolute() if isinstance(value, Path) else value
            for key, value in given.items()
            if value
        }
    )


def _build(options: argparse.Namespace) -> int:
    from concurrent.futures import BrokenExecutor

    from baogao.build import ContentMistakes, build
    from baogao.charts.svg import FontMissing
    from baogao.content.data_dictionary import NotAsDescribed
    from baogao.content.system_errors import told
    from baogao.engine.next_site import NotWhole
    from baogao.engine.output_folder import LeftAside

    progress = Progress(options.quiet, options.profile)
    try:
        total, changed = build(_options(options), progress)
    except ContentMistakes as error:
        return _mistaken(error.problems)
    except BrokenExecutor:
        print(
            "not built: a process ended before its work was done (out of memory? fewer need less: --jobs 1); the last site is as it was",
            file=sys.stderr,
        )
        return 1
    except LeftAside as error:
        print(error, file=sys.stderr)
        return 1
    except (NotOurs, NotWhole, FontMissing, NotAsDescribed, CodeChanged, OSError) as error:
        print(told(error) if isinstance(error, OSError) else error, file=sys.stderr)
        print("not built; the last site is as it was", file=sys.stderr)
        return 1
    progress.done(f"{total} files, {changed} changed, in {_options(options).output}")
    return 0


def _mistaken(problems) -> int:
    Progress.problems(problems)
    print(
        f"not built: {len(set(problems))} mistakes in the content; the last site is as it was",
        file=sys.stderr,
    )
    return 1


def _check(options: argparse.Namespace) -> int:
    from baogao import check
    from baogao.content import content_folder

    read = content_folder.read(_options(options).content)
    found = tuple(check.problems(read))
    Progress.problems((*found, *check.remarks(read)))
    print(f"{len(set(found))} mistakes" if found else "no mistakes", file=sys.stderr)
    if options.unsure:
        from baogao.content.messages import line_of
        from baogao.unsure import unsure

        for figure in unsure(read):
            print(line_of(figure))
    return 1 if found else 0


def _serve(options: argparse.Namespace) -> int:
    from baogao.preview.serve import PortTaken, serve

    try:
        serve(_options(options), options.port, Progress(options.quiet))
    except PortTaken as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _add(options: argparse.Namespace) -> int:
    from baogao.cleaning.add import CannotAdd, Wishes, add

    wishes = Wishes(options.area, options.year, options.origin, options.again)
    status = 0
    for file in options.file:
        try:
            print("\n".join(add(file, _options(options).content, wishes)))
        except CannotAdd as error:
            print(error, file=sys.stderr)
            status = 1
    return status


def _migrate(options: argparse.Namespace) -> int:
    from baogao.content.migrate import CannotMigrate, migrate

    try:
        for line in migrate(_options(options).content, options.dry_run):
            print(line)
    except CannotMigrate as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _release(options: argparse.Namespace) -> int:
    from baogao.build import ContentMistakes, joined
    from baogao.downloads.release import CannotRelease, release

    try:
        print(
            "\n".join(
                release(
                    options.version,
                    options.date,
                    _options(options).content,
                    joined(_options(options), Progress(quiet=True)),
                )
            )
        )
    except ContentMistakes as error:
        Progress.problems(error.problems)
        return 1
    except (CannotRelease, CodeChanged) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _diff(options: argparse.Namespace) -> int:
    from baogao.downloads.release import CannotRelease, diff

    try:
        print("\n".join(diff(options.old, options.new)))
    except CannotRelease as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _extract(options: argparse.Namespace) -> int:
    from baogao.reading.extract import run

    return run(options.file, options.area, options.year, why=options.explain)
