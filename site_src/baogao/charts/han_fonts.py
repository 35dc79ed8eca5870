"""Fonts with Chinese characters on this machine: the system's, else the one that set-up brought."""

import subprocess
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

# Families with Simplified Chinese, the preferred first, and how their files are called.
FAMILIES = {
    "Noto Sans CJK SC": "NotoSansCJK[-s]*",
    "Noto Sans SC": "NotoSansSC*",
    "Source Han Sans SC": "SourceHanSansSC*",
    "Source Han Sans CN": "SourceHanSansCN*",
    "PingFang SC": "PingFang*",
    "Hiragino Sans GB": "Hiragino Sans GB*",
    "Heiti SC": "STHeiti*",
    "Microsoft YaHei": "msyh*",
    "WenQuanYi Micro Hei": "wqy-microhei*",
    "WenQuanYi Zen Hei": "wqy-zenhei*",
    "Droid Sans Fallback": "DroidSansFallback*",
    "SimHei": "simhei*",
}
FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.fonts",
    "~/.local/share/fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "~/Library/Fonts",
    "C:/Windows/Fonts",
)


class FontMissing(Exception):
    """No font with Chinese characters was found, so that no picture of text can be made."""

    def __init__(self) -> None:
        super().__init__(
            "no font with Chinese characters was found for the pictures "
            "(run scripts/build, which sets one up, or install fonts-noto-cjk)"
        )


def han_fonts() -> list[tuple[str, Path]]:
    """Return the families to write Chinese text with, and their folders, the best first."""
    return preferred([*installed(), *in_folders(), *packaged()])


def preferred(fonts: Iterable[tuple[str, Path]]) -> list[tuple[str, Path]]:
    """Put pairs of family and folder in order of preference, without unknown families."""
    known = [font for font in dict.fromkeys(fonts) if font[0] in FAMILIES]
    return sorted(known, key=lambda font: list(FAMILIES).index(font[0]))


def installed() -> Iterator[tuple[str, Path]]:
    """Yield what fontconfig knows; nothing where it is not installed."""
    try:
        listing = subprocess.run(
            ["fc-list", "--format", "%{family}\t%{file}\n"],
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return
    for line in sorted(listing.splitlines()):
        families, _, file = line.partition("\t")
        for family in families.split(","):
            yield family, Path(file).parent


def in_folders(folders: Iterable[str] = FOLDERS) -> Iterator[tuple[str, Path]]:
    """Yield the known files below these folders."""
    for folder in (Path(name).expanduser() for name in folders):
        for family, pattern in FAMILIES.items():
            for file in sorted(folder.rglob(f"{pattern}.[to]t[fc]")):
                yield family, file.parent


def packaged() -> Iterator[tuple[str, Path]]:
    """Yield the font that set-up brought as a Python package; its code is not run."""
    package = find_spec("mplfonts")
    if package and package.origin:
        yield from in_folders([str(Path(package.origin).parent / "fonts")])
