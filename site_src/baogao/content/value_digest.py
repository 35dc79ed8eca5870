"""Digests of values: the same for equal ones, so that what was made of them can be found again."""

import hashlib
import io
import pickle
from dataclasses import fields, is_dataclass

SIZE = 16  # bytes


def digest(value: object) -> str:
    """Return the digest of a value: the same for equal ones, whichever of their parts are one object."""
    out = io.BytesIO()
    pickler = pickle.Pickler(out, protocol=5)
    pickler.fast = (
        True  # writes an object that comes back in full: what is shared in memory does not count
    )
    # what a record has worked out and keeps beside its fields is not part of it
    pickler.dump(
        {f.name: getattr(value, f.name) for f in fields(value)} if is_dataclass(value) else value
    )
    return hashlib.blake2b(out.getbuffer(), digest_size=SIZE).hexdigest()
