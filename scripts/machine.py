"""What baogao needs of the machine itself: a Han font for charts, some programs for tests.

Standard library only: used by environment.py before anything is installed, and by the tests.
"""

import os
import shutil
import subprocess
import sys
from itertools import chain
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "site_src"))
from baogao.charts import han_fonts

CHROMIUM_COMMANDS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
CHROMIUM_APPS = [  # macOS
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
]
APT_PACKAGES = ["chromium", "fonts-noto-cjk"]
TOOLS = ["curl", "jq"]  # the examples for programs are tried with them


class SetupError(Exception):
    """What stops set-up, in one line that says what to do."""


def say(text: str) -> None:
    print(f"set-up: {text}", file=sys.stderr, flush=True)


def has_han_font() -> bool:
    """Return whether the system has a font that the charts can use."""
    return any(
        family in han_fonts.FAMILIES
        for family, _ in chain(han_fonts.installed(), han_fonts.in_folders())
    )


def find_chromium() -> str | None:
    """Return the Chromium to test with, $CHROMIUM before all others.

    None where there is none that starts.
    """
    if named := os.environ.get("CHROMIUM"):
        if not starts(named):
            raise SetupError(
                f"CHROMIUM={named} does not start: name a Chromium or Chrome, or unset it"
            )
        return named
    there = [path for name in [*CHROMIUM_COMMANDS, *CHROMIUM_APPS] if (path := shutil.which(name))]
    return next(filter(starts, there), None)


def starts(command: str) -> bool:
    """Return whether a browser says its version.

    Ubuntu's chromium-browser may be a stub that does not.
    """
    try:
        asked = [command, "--version"]
        done = subprocess.run(asked, capture_output=True, stdin=subprocess.DEVNULL)
    except OSError:
        return False
    return done.returncode == 0


def ensure_programs() -> None:
    """Install what the tests run, with the system's packages: a Chromium, and the tools.

    Raises SetupError where that is not allowed, or fails.
    """
    if not (packages := missing_packages()):
        return
    needed = f"the tests need {' and '.join(missing_names())}"
    rights = apt_rights()
    if rights is None:
        or_named = ", or set CHROMIUM to the path of one" if "chromium" in packages else ""
        raise SetupError(f"{needed}: {install_hint(packages)}{or_named}")
    say(f"installing {' and '.join(packages)} with apt-get (some minutes)")
    for arguments in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        apt_get(rights, arguments)
    if missing_packages():
        raise SetupError(f"{needed}; apt-get installed none that starts")


def missing_names() -> list[str]:
    """Return what the tests need and the machine lacks, as people call it."""
    tools = [name for name in TOOLS if not shutil.which(name)]
    return tools if find_chromium() else ["Chromium", *tools]


def missing_packages() -> list[str]:
    """Return the packages that what is missing comes in."""
    of_chromium = {"Chromium": APT_PACKAGES}
    return [package for name in missing_names() for package in of_chromium.get(name, [name])]


def apt_get(rights: list[str], arguments: list[str]) -> None:
    """Run apt-get without a question; raise SetupError where it fails."""
    quietly = ["-qq", "-o", "Dpkg::Use-Pty=0"]
    command = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", *quietly, *arguments]
    if subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr).returncode:
        raise SetupError(f"apt-get {arguments[0]} failed (see above)")


def apt_rights() -> list[str] | None:
    """Return what to put before apt-get.

    None where set-up must not install system packages by itself.
    """
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if os.environ.get("CI") and shutil.which("sudo") else None


def install_hint(packages: list[str]) -> str:
    if shutil.which("apt-get"):
        return f"sudo apt-get install {' '.join(packages)}"
    return "install it with the system's package manager"
