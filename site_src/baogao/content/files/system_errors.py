"""What the system refuses, told for people."""

import errno

HINTS = {
    errno.ENOSPC: "the disk is full: make room and try again",
    errno.EDQUOT: "your share of the disk is used up: make room",
    errno.EFBIG: "larger than a file may be here",
    errno.EMFILE: "too many files are open",
    **dict.fromkeys(
        (errno.EACCES, errno.EPERM, errno.EROFS), "choose a folder that you may write with --output"
    ),
    **dict.fromkeys(
        (errno.EBUSY, errno.EXDEV),
        "the folder itself must be one that can be renamed: choose one inside it with --output",
    ),
    **dict.fromkeys((errno.ENOTDIR, errno.EEXIST), "choose an empty folder with --output"),
}


def message_of(error: OSError) -> str:
    """Return what the system refused, as `path: message (hint)`."""
    words = ": ".join(filter(None, (str(error.filename or ""), error.strerror or str(error))))
    hint = HINTS.get(error.errno, "") if error.errno else ""
    return f"{words} ({hint})" if hint else words
