"""The digest of the code that makes the site: what older code has made is not taken for its own."""

from functools import lru_cache

from baogao.content.files.own_files_read_once import CODE
from baogao.content.value_digest import digest

# What a report is read with: the rooms and modules that `engine/read_one_report.py` imports.
READING = (
    "area_record.py",
    "check.py",
    "cleaning",
    "content",
    "corpus/reading_result.py",
    "engine/kept_readings.py",
    "engine/read_one_report.py",
    "engine/taken_content.py",
    "indicator_record.py",
    "reading",
    "received",
    "override_records.py",
    "record_decorator.py",
    "records.py",
)
# What the readings of an area are joined with.
JOINING = (*READING, "corpus", "engine/joined_areas.py")


@lru_cache
def code_fingerprint(*parts: str) -> str:
    """Return the digest of this process's code and locked libraries.

    With `parts`, of some modules and folders of the package alone, and of the libraries.
    """
    places = ("locks/", *map(_place, parts))
    hashes = CODE.hashes().items()
    return digest([one for one in hashes if not parts or one[0].startswith(places)])


def _place(part: str) -> str:
    """Return how the names of a part's files begin: a module's whole name, or a folder with `/`."""
    return f"baogao/{part}" if part.endswith(".py") else f"baogao/{part}/"
