"""Everything in one zip, with README, licence and checksums."""

import hashlib
import zipfile
from collections.abc import Sequence
from pathlib import Path

from baogao.content.data_dictionary import tables

LICENCE_TEXT = """数据以知识共享署名 4.0（CC BY 4.0）许可发布：https://creativecommons.org/licenses/by/4.0/
政府工作报告原文属官方文件，不受著作权法保护（《中华人民共和国著作权法》第五条）。

The data are published under the Creative Commons Attribution 4.0 International licence (CC BY 4.0).
The reports themselves are official documents, which Chinese copyright law does not protect (article 5).
"""
CHUNK = 1 << 20


def write_checksums(path: Path, names: Sequence[str]) -> None:
    """Write the SHA-256 of the files beside `path`, in the form of `sha256sum`."""
    path.write_text(
        "".join(f"{_sha256(path.parent / name)}  {name}\n" for name in names), "utf-8", newline="\n"
    )


def _sha256(path: Path) -> str:
    with path.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()


def write_archive(path: Path, names: Sequence[str], about: dict[str, str]) -> None:
    """Pack the files beside `path` with README and licence; the same bytes for the same files."""
    folder = f"baogao-{about['version']}"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in [
            ("README.md", readme(about).encode()),
            ("LICENSE.txt", LICENCE_TEXT.encode()),
        ]:
            out.writestr(_entry(f"{folder}/{name}", about), data)
        for name in names:
            with (
                (path.parent / name).open("rb") as data,
                out.open(_entry(f"{folder}/{name}", about), "w") as packed,
            ):
                while chunk := data.read(CHUNK):
                    packed.write(chunk)


def _entry(name: str, about: dict[str, str]) -> zipfile.ZipInfo:
    year, month, day = map(int, about["date"].split("-"))
    entry = zipfile.ZipInfo(name, (year, month, day, 0, 0, 0))
    entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
    return entry


def readme(about: dict[str, str]) -> str:
    """Return what the archive holds: every table and every column."""
    lines = [
        f"# {about['title']}",
        "",
        about["description"],
        "",
        f"- 版本 version: {about['version']}",
        f"- 日期 date: {about['date']}",
        f"- 许可 licence: {about['licence']} <{about['licence_address']}>",
        f"- 引用 citation: {about['citation']}",
    ]
    for table in tables().values():
        lines += [
            "",
            f"## {table.name} {table.zh}",
            "",
            table.about,
            "",
            "| column | type | 说明 | meaning | empty |",
            "|---|---|---|---|---|",
        ]
        lines += [f"| {c.name} | {c.type} | {c.zh} | {c.en} | {c.empty} |" for c in table.columns]
    return "\n".join(lines) + "\n"
