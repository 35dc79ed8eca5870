"""Digests of values: the same for equal ones, so that what was made of them can be found again."""

import hashlib
import io
import pickle
from dataclasses import fields, is_dataclass

SIZE = 16  # bytes


def digest(value: object) -> str:
    """Return the digest of a value: the same for equal ones, whichever of their parts are shared.

    Of a record its fields count, not what it has worked out and keeps beside them.
    """
    out = io.BytesIO()
    pickler = pickle.Pickler(out, protocol=5)
    pickler.fast = True  # writes in full a part that comes back, shared in memory or not
    if is_dataclass(value):
        pickler.dump({field.name: getattr(value, field.name) for field in fields(value)})
    else:
        pickler.dump(value)
    return hashlib.blake2b(out.getbuffer(), digest_size=SIZE).hexdigest()
