"""Make .venv/ hold exactly what the lists in locks/ name; do nothing where it does already.

Called by the scripts beside it as `environment.py LIST...` (run; test). Uses the standard library
only, because it runs before anything is installed. All it says goes to the standard error, so that
the output of `scripts/baogao` stays clean.
"""

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import machine
from machine import SetupError, say

ROOT = Path(__file__).resolve().parent.parent
MADE = "baogao-made.txt"  # in .venv/: it was made here, and may be made anew
# In .venv/: list -> digest of what was installed; missing while work goes on.
READY = "baogao-ready.json"

# Without --no-compile pip spends half the time on byte code for modules that nobody imports.
PIP_OPTIONS = [
    "--require-hashes",
    "--only-binary=:all:",
    "--no-deps",
    "--no-compile",
    "--no-input",
    "--progress-bar=off",
]
FONT_KEPT = "NotoSansCJKsc-Regular.otf"  # free (OFL); not all of the package's other fonts are


class Environment:
    """The virtual environment of one checkout."""

    def __init__(self, root: Path):
        self.folder = root / ".venv"
        self.python = self.folder / "bin" / "python"
        self.locks = root / "scripts" / "locks"
        self.package_folder = root / "site_src"

    def prepare(self, lists: list[str]) -> None:
        """Bring the environment up to the lists named; raise SetupError where that fails."""
        wanted = {name: self.digest(name) for name in lists}
        if wanted.items() <= self.ready().items():
            return
        with alone() as lock:
            # Read again: another set-up may have done the work while this one waited.
            have = self.ready()
            if wanted.items() <= have.items():
                return
            if self.folder.is_symlink():  # what it leads to stays as it is
                self.require_ours()
            started = time.monotonic()
            (self.folder / READY).unlink(missing_ok=True)
            if not have or any(have.get(name, digest) != digest for name, digest in wanted.items()):
                self.make(lock)
                have = {}
            for name in (name for name in lists if name not in have):
                self.install(name, lock)
            self.write_ready(have | wanted)
            say(f"ready in {time.monotonic() - started:.0f} s")

    def digest(self, name: str) -> str:
        """Return what decides whether an installed list is still right."""
        files = [Path(__file__), self.locks / f"{name}.txt"]
        parts = [str(sys.version_info[:2]).encode(), *(file.read_bytes() for file in files)]
        return hashlib.sha256(b"\0".join(parts)).hexdigest()

    def ready(self) -> dict[str, str]:
        """Return the lists that are wholly installed, each with its digest.

        There are none where set-up was interrupted.
        """
        if not self.python.exists():
            return {}
        try:
            return json.loads((self.folder / READY).read_text("ascii"))
        except (FileNotFoundError, ValueError):
            return {}

    def write_ready(self, lists: dict[str, str]) -> None:
        part = self.folder / f"{READY}.part"
        part.write_text(json.dumps(lists, indent=1), "ascii")
        part.replace(self.folder / READY)

    def require_ours(self) -> None:
        """Raise SetupError where .venv/ is somebody's: it would be deleted."""
        if self.folder.is_symlink() or (self.folder.exists() and not self.is_ours()):
            raise SetupError(
                f"{self.folder} was not made by these scripts: move it away, "
                "then run the same command again"
            )

    def is_ours(self) -> bool:
        """Say whether .venv/ was made by these scripts.

        It bears their mark, or what older ones put into it, or is empty.
        """
        of_old = [self.folder / READY, *self.folder.glob("lib/python*/site-packages/baogao.pth")]
        marks = (self.folder / MADE, *of_old)
        return not any(self.folder.iterdir()) or any(path.is_file() for path in marks)

    def make(self, lock: int) -> None:
        """Make an empty environment in which `import baogao` finds the checkout.

        Whatever was there is deleted.
        """
        try:
            import venv
            from ensurepip import version  # noqa: F401  Debian keeps it in a package of its own
        except ImportError:
            hint = "install it (Debian, Ubuntu: apt-get install python3-venv)"
            raise SetupError(f"{sys.executable} lacks venv: {hint}") from None
        python = sys.version.split()[0]
        say(f"making .venv/ with Python {python} (once; again when scripts/locks/ changes)")
        if self.folder.exists():
            self.require_ours()
            shutil.rmtree(self.folder)
        self.folder.mkdir()
        (self.folder / MADE).write_text(
            "made by the scripts in scripts/, which may delete it and make it anew\n", "ascii"
        )
        venv.EnvBuilder(symlinks=True).create(self.folder)
        (packages,) = self.folder.glob("lib/python*/site-packages")
        # Relative, so that it holds for any name and encoding of the checkout's path.
        (packages / "baogao.pth").write_text(
            os.path.relpath(self.package_folder, packages) + "\n", "ascii"
        )
        self.run(["ensurepip", "--default-pip"], lock)

    def install(self, name: str, lock: int) -> None:
        """Install one list."""
        path = self.locks / f"{name}.txt"
        total = sum("==" in line for line in path.read_text("utf-8").splitlines())
        say(f"installing {total} package{'s' * (total > 1)} ({name})")
        self.run(["pip", "install", *PIP_OPTIONS, "-r", str(path)], lock, total)
        if name == "font":
            keep_one_font(self.folder)

    def run(self, module: list[str], lock: int, total: int = 0) -> None:
        """Run a module of the environment.

        The lock is handed on, so that it is held for as long as that works.
        """
        with subprocess.Popen(
            [str(self.python), "-m", *module],
            text=True,
            errors="replace",
            pass_fds=[lock],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=os.environ | {"PYTHONUNBUFFERED": "1", "PIP_USER": "0"},
        ) as process:
            said = list(shown(process.stdout, total))
        if process.returncode:
            sys.stderr.writelines(said[-15:])
            raise SetupError(
                f"{module[0]} failed (see above); "
                "once the cause is gone, run the same command again"
            )


def keep_one_font(folder: Path) -> None:
    """Delete the fonts that charts do not need: 90 MB, among them one that is not free."""
    for font in folder.glob("lib/python*/site-packages/mplfonts/fonts/*"):
        if font.name != FONT_KEPT:
            font.unlink()


def shown(lines: Iterator[str], total: int) -> Iterator[str]:
    """Pass pip's lines on; where a person watches, keep the package it is at on one line."""
    done = 0
    for line in lines:
        yield line
        step, _, rest = line.strip().partition(" ")
        done += step in {"Collecting", "Processing"}
        if sys.stderr.isatty() and step in {"Collecting", "Downloading", "Installing"}:
            package = "unpacking" if step == "Installing" else rest.partition(" ")[0][:60]
            count = f"{min(done, total)}/{total} " if total else ""
            print(f"\r\033[K  {count}{package}", end="", file=sys.stderr, flush=True)
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr, flush=True)


@contextmanager
def alone() -> Iterator[int]:
    """Hold the checkout's set-up lock, and give its descriptor.

    It ends with its holders, however they end.
    """
    with open(__file__, "rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("waiting for another set-up of this checkout")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield file.fileno()


def main(lists: list[str]) -> int:
    """Prepare the machine and the environment for the lists; return the exit status."""
    try:
        if "test" in lists:
            machine.ensure_programs()
        if "run" in lists and not machine.has_han_font():
            lists = [*lists, "font"]
        Environment(ROOT).prepare(lists)
    except SetupError as error:
        say(str(error))
        return 1
    except OSError as error:
        say(f"could not make .venv/: {error}")
        return 1
    except KeyboardInterrupt:
        say("interrupted; the next run begins anew")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
