"""Files of the last site in the next one: whether they are what they were, and a second name."""

import hashlib
import os
import shutil
import stat

SIZE = 16  # bytes of a digest


def digest_of_bytes(data: bytes) -> str:
    """Return the digest of bytes."""
    return hashlib.blake2b(data, digest_size=SIZE).hexdigest()


def digest_of_file(path: str) -> str:
    """Return the digest of a file's bytes, an empty one where it cannot be read."""
    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, _blake2b).hexdigest()
    except OSError:
        return ""


def holds(path: str, data: bytes) -> bool:
    """Return whether a file has these bytes.

    It is read: an edit that somebody made in the folder does not stay.
    """
    try:
        if not is_regular(path, len(data)):
            return False
        with open(path, "rb", buffering=0) as file:
            return file.read() == data
    except OSError:  # what cannot be read is written anew
        return False


def is_regular(path: str, size: int) -> bool:
    """Return whether a plain file of this size is there; a link to elsewhere is none."""
    try:
        state = os.lstat(path)
    except OSError:
        return False
    return stat.S_ISREG(state.st_mode) and state.st_size == size


def link(present: str, target: str) -> None:
    """Let a file stand in another place too, until the first is removed."""
    try:
        os.link(present, target)
    except OSError:  # a file system without hard links
        shutil.copy2(present, target)


def _blake2b() -> "hashlib.blake2b":
    return hashlib.blake2b(digest_size=SIZE)
