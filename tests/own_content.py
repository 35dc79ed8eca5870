"""The content of this site, and what is joined of it: read once for all tests of a process."""

from functools import lru_cache

from baogao.build import ROOT, Options, joined
from baogao.content import content_folder
from baogao.content.content_folder import Content
from baogao.corpus.corpus import Corpus
from baogao.engine.progress import Progress


@lru_cache(maxsize=1)
def own_content() -> Content:
    """Return the content of this site, its vocabulary with it."""
    return content_folder.read(ROOT / "content")


@lru_cache(maxsize=1)
def own_corpus() -> Corpus:
    """Return what is joined of all its reports."""
    return joined(Options(), Progress(quiet=True))
