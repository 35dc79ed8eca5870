"""Digests: of values, and of the code that makes the site, so that what older code has made is not taken for its own."""
import hashlib
import io
import pickle
from dataclasses import fields, is_dataclass
from functools import lru_cache
from pathlib import Path

SITE_SRC = Path(__file__).resolve().parents[2]
SIZE = 16  # bytes
LOCKS = SITE_SRC.parent / "scripts" / "locks"
# What a report is read with: the rooms and modules that `engine/report_reader.py` imports.
READING = ("cleaning", "content", "corpus/reading_result.py", "engine/cached_readings.py",
           "engine/report_reader.py", "reading", "record.py", "records.py")


def digest(value: object) -> str:
    """Return the digest of a value: the same for equal ones, whichever of their parts are one object."""
    out = io.BytesIO()
    pickler = pickle.Pickler(out, protocol=5)
    pickler.fast = True  # writes an object that comes back in full: what is shared in memory does not count
    # what a record has worked out and keeps beside its fields is not part of it
    pickler.dump({f.name: getattr(value, f.name) for f in fields(value)} if is_dataclass(value) else value)
    return hashlib.blake2b(out.getbuffer(), digest_size=SIZE).hexdigest()


@lru_cache
def code(*parts: str) -> str:
    """Return the digest of code, templates, styles and locked libraries; of some modules and folders of the package alone with `parts`."""
    places = [SITE_SRC / "baogao" / part for part in parts] or [SITE_SRC]
    files = [path for place in places for path in ([place] if place.is_file() else sorted(place.rglob("*")))]
    seen = hashlib.blake2b(digest_size=SIZE)
    for path in (*(path for path in files if path.is_file() and path.suffix != ".pyc"), *sorted(LOCKS.glob("*.txt"))):
        seen.update(f"{path.relative_to(SITE_SRC.parent).as_posix()}\0".encode() + path.read_bytes() + b"\0")
    return seen.hexdigest()
