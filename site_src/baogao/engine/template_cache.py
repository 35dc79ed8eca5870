"""Templates as compiled once: to compile them takes longer than to render a page."""

from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from baogao.content.value_digest import digest
from baogao.engine import file_cache
from baogao.engine.code_fingerprint import code_fingerprint

COMPILER = "pages/rendering.py"  # decides how templates are compiled


class TemplateCache(BytecodeCache):
    """Compiled templates in a folder."""

    def __init__(self, folder: Path):
        self.folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template's code, if it is kept whole; Jinja compares it with the template."""
        if data := file_cache.get(self._path(bucket)):
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code."""
        file_cache.put(self._path(bucket), bucket.bytecode_to_string())

    def _path(self, bucket: Bucket) -> Path:
        return self.folder / digest((code_fingerprint(COMPILER), bucket.key))
