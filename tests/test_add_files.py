"""`baogao add FOLDER`: each file by itself, on all processors; what became of each in a table."""

import os
import shutil
from pathlib import Path

import pytest

from baogao import add_files, cli
from baogao.cleaning.draft_file import Drafted
from test_add import SOURCES, WORDS, folder  # noqa: F401  (a fixture)


@pytest.fixture
def saved(tmp_path) -> Path:
    """Give a folder of saved files: two reports, one twice, what is none, and what is beside."""
    made = tmp_path / "saved"
    (made / "deeper").mkdir(parents=True)
    (made / "page_files").mkdir()
    shutil.copy(SOURCES[3], made / "a.txt")
    shutil.copy(SOURCES[3], made / "deeper" / "again.txt")
    (made / "deeper" / "b.txt").write_bytes(SOURCES[0].read_text("utf-8").encode("gb18030"))
    (made / "c.doc").write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    (made / "d.txt").write_text("一篇短文。", "utf-8")
    (made / ".hidden.txt").write_text("一篇短文。", "utf-8")
    (made / "page_files" / "style.css").write_text("p {}", "utf-8")
    return made


def test_every_file_of_a_folder_is_added_by_itself(folder, saved, capsys):  # noqa: F811
    assert cli.main(["add", str(saved), "--content", str(folder)]) == 1
    said = capsys.readouterr()
    assert said.out.split("\n\n")[-1].split("\n")[:-1] == [
        f"added         {saved}/a.txt: content/reports/330683/2024.md",
        f"unsure        {saved}/deeper/b.txt: content/reports/330600/2020.md, 2 doubts",
        f"here already  {saved}/deeper/again.txt: content/reports/330683/2024.md",
        f"refused       {saved}/c.doc: "
        "a legacy .doc or .wps: open it in a word processor and save it as .docx",
        f"refused       {saved}/d.txt: 一篇短文。: not a work report: "
        "5 characters of text, fewer than 3000, does not call itself 政府工作报告, "
        "no part looks back on a year, no part sets tasks for a year",
        "5 files: 1 added, 1 unsure, 1 here already, 2 refused",
    ]
    assert said.err.startswith(f"{saved}/c.doc: a legacy .doc")
    assert len(list((folder / "reports").rglob("*.md"))) == 2


def test_files_that_are_all_here_already_are_no_failure(folder, saved, capsys):  # noqa: F811
    files = [str(saved / "a.txt"), str(saved / "deeper" / "again.txt")]
    assert cli.main(["add", *files, "--content", str(folder)]) == 0
    assert cli.main(["add", *files, "--content", str(folder)]) == 0
    assert capsys.readouterr().out.endswith("2 files: 2 here already\n")


def test_an_empty_folder_is_named(folder, tmp_path, capsys):  # noqa: F811
    (tmp_path / "empty").mkdir()
    assert cli.main(["add", str(tmp_path / "empty"), "--content", str(folder)]) == 1
    assert capsys.readouterr().err == "no files to add in these folders\n"


def _end_over_d(_words, file: Path) -> Drafted:
    if file.name == "d.txt":
        os._exit(1)
    return Drafted(file, refused=("as it should be",))


def test_a_file_that_breaks_a_process_stops_no_other(saved, monkeypatch):
    monkeypatch.setattr(add_files, "draft_file", _end_over_d)
    monkeypatch.setattr(add_files, "processors", lambda: 2)
    files = sorted(saved.glob("*.*"))
    said = {one.file.name: one.refused for one in add_files._drafted(WORDS, files)}
    assert said.pop("d.txt") == (add_files.BROKE,)
    assert set(said.values()) == {("as it should be",)}
