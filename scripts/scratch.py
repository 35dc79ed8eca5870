"""A folder that a measurement fills and clears.

Made here, or empty, or it is somebody's and nothing in it is touched.
"""

from pathlib import Path

MARK = "baogao-scratch.txt"


def own(folder: Path) -> Path:
    """Return a folder that is ours to fill and clear, marked as such.

    End with a message where it holds other things.
    """
    marked = (folder / MARK).is_file()
    if folder.exists() and not marked and any(folder.iterdir()):
        raise SystemExit(
            f"{folder}: holds other things than a measurement left (choose an empty folder)"
        )
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).write_text(
        "filled and cleared by scripts/bench_build; it can be deleted\n", "ascii"
    )
    return folder
