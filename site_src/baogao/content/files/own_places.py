"""Where the generator's own files are: templates, words of the interface, vocabulary, and the rest.

In a checkout they lie where people edit them; an installed package has them in its folder `own/`,
laid out as in the checkout (pyproject.toml says which).
"""

from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2]
IS_INSTALLED = (PACKAGE / "own").is_dir()
ROOT = PACKAGE / "own" if IS_INSTALLED else PACKAGE.parents[1]
SITE_SRC = ROOT / "site_src"
CONTENT = ROOT / "content"  # of an installed package: vocabulary and pages in words alone
VOCABULARY = CONTENT / "vocabulary"
LISTS = ("api.yml", "dictionary.yml", "licences.yml")  # of SITE_SRC; the code's, as constants are
FOLDERS = (
    "examples",
    "static",
    "strings",
    "templates",
)  # of SITE_SRC; `starter` is for init, `review` for serve
WORDS = (
    "areas.csv",
    *(
        f"{name}.yml"
        for name in (
            "boilerplate",
            "bounds",
            "checks",
            "glossary",
            "indicators",
            "injected",
            "measures",
            "nonfigures",
            "outcomes",
            "predicates",
            "sections",
            "subjects",
            "tones",
            "topics",
            "traditional",
            "units",
        )
    ),
)  # the files of a vocabulary
MAY_LACK = (
    "area_ids.csv",
    "areas_english.csv",
    "areas_former.csv",
    "areas_own.csv",
)  # others that it may have
HINT = "baogao cannot work without it: bring it back, or install baogao again"


class OwnFileMissing(Exception):
    """A file of the generator's own is not there; says which."""


def missing(path: Path) -> OwnFileMissing:
    """Return the exception that says that a file is not there."""
    return OwnFileMissing(f"{path}: missing ({HINT})")


def require() -> None:
    """Raise `OwnFileMissing` with the first of the generator's files that is not there."""
    for path in _needed():
        if not path.exists():
            raise missing(path)


def _needed() -> Iterator[Path]:
    yield from (SITE_SRC / name for name in (*LISTS, *FOLDERS, "review"))
    yield from (SITE_SRC / "strings" / f"{name}.yml" for name in ("zh", "en", "en.phrases"))
    yield SITE_SRC / "templates" / "base.html"
    yield from (VOCABULARY / name for name in WORDS)
