"""All tables, one file each, in one zip, with README, licence and checksums."""

import hashlib
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from shutil import copyfileobj

from baogao.content.data_dictionary import Table, tables

LICENCE_TEXT = """数据以知识共享署名 4.0（CC BY 4.0）许可发布：https://creativecommons.org/licenses/by/4.0/
政府工作报告原文属官方文件，不受著作权法保护（《中华人民共和国著作权法》第五条）。

The data are published under the Creative Commons Attribution 4.0 International licence (CC BY 4.0).
The reports themselves are official documents, which Chinese copyright law does not \
protect (article 5).
"""
CHUNK = 1 << 20  # bytes that are read at once
READABLE = 0o644 << 16  # by all, writable by the owner, where zip files keep Unix permissions
CHECKSUMS = "SHA256SUMS"


def write_checksums(path: Path, names: Sequence[str]) -> None:
    """Write the SHA-256 of the files beside `path`, in the form of `sha256sum`."""
    lines = (f"{_sha256(path.parent / name)}  {name}\n" for name in names)
    path.write_text("".join(lines), "utf-8", newline="\n")


def _sha256(path: Path) -> str:
    with path.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()


def write_archive(path: Path, names: Sequence[str], metadata: dict[str, str]) -> None:
    """Pack the files beside `path` with README, licence and their checksums, which stand there too.

    The same files give the same bytes.
    """
    folder = f"baogao-{metadata['version']}"
    sums = (path.parent / CHECKSUMS).read_text("utf-8").splitlines(keepends=True)
    texts = {
        "README.md": readme(metadata),
        "LICENSE.txt": LICENCE_TEXT,
        CHECKSUMS: "".join(line for line in sums if line.split()[1] in names),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, text in texts.items():
            out.writestr(_entry(f"{folder}/{name}", metadata), text.encode())
        for name in names:
            with (
                (path.parent / name).open("rb") as data,
                out.open(_entry(f"{folder}/{name}", metadata), "w") as packed,
            ):
                copyfileobj(data, packed, CHUNK)


def _entry(name: str, metadata: dict[str, str]) -> zipfile.ZipInfo:
    year, month, day = map(int, metadata["date"].split("-"))
    entry = zipfile.ZipInfo(name, (year, month, day, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = READABLE
    return entry


def readme(metadata: dict[str, str]) -> str:
    """Return what the archive holds: every table and every column."""
    lines = [
        f"# {metadata['title']}",
        "",
        metadata["description"],
        "",
        f"- 版本 version: {metadata['version']}",
        f"- 日期 date: {metadata['date']}",
        f"- 许可 licence: {metadata['licence']} <{metadata['licence_address']}>",
        f"- 引用 citation: {metadata['citation']}",
    ]
    for table in tables().values():
        lines += _described(table)
    return "\n".join(lines) + "\n"


def _described(table: Table) -> Iterator[str]:
    yield from ("", f"## {table.name} {table.zh}", "", table.about, "")
    yield from ("| column | type | 说明 | meaning | empty |", "|---|---|---|---|---|")
    for column in table.columns:
        cells = (column.name, column.type, column.zh, column.en, column.empty)
        yield f"| {' | '.join(cells)} |"
