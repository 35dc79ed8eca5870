"""A site written from files given at once, for tests of what is done to a folder."""
from collections.abc import Iterable
from pathlib import Path

from baogao.engine import output_folder


def write(files: Iterable[tuple[str, output_folder.Written]], output: Path) -> tuple[int, int]:
    """Make `output` hold these files; return how many there are and how many changed."""
    return output_folder.replaced(output, lambda coming: [coming.put(files)])
