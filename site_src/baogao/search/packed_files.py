"""How the files of the search are packed.

What is compressed here is compressed for good: it is a quarter as large on the disk too.
"""

import json
import zlib

File = tuple[str, bytes]

FOLDER = "search"


def json_bytes(value: object) -> bytes:
    """Return a value as compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def compressed(data: bytes) -> bytes:
    """Return data as `static/search_index.js` inflates them."""
    return zlib.compress(data)
