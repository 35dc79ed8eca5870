"""What a build is made of, as one hash: two sites with the same one hold the same bytes.

Content (the vocabulary is part of it), code, templates, styles, scripts and words, the locked
versions of the libraries, and what the command line and the environment set. Not in it: the
machine's font for Chinese, which the cards' text is of, and its processor. Nothing is read for
it: what is hashed is what the build has read.
"""

import hashlib
from collections.abc import Mapping

from baogao.content.files.own_files_read_once import Files


def input_hash(
    content: Mapping[str, str], own: Files, code: Files, settings: Mapping[str, str]
) -> str:
    """Return `sha256:` and the hash of all files, by name and SHA-256, and of the settings."""
    whole = hashlib.sha256()
    files = {**content, **own.hashes(), **code.hashes()}
    for name, known in sorted(files.items()):
        whole.update(f"{known}  {name}\n".encode())
    for name, value in sorted(settings.items()):
        whole.update(f"{value}  --{name}\n".encode())
    return f"sha256:{whole.hexdigest()}"
