"""What is kept on disk is made once, and again when it is gone."""
from pathlib import Path

from baogao.engine.file_cache import kept


def test_what_is_kept_is_made_once(tmp_path: Path) -> None:
    made = []
    for _ in range(2):
        assert kept(tmp_path / "folder" / "file", lambda: made.append(1) or b"text") == b"text"
    assert made == [1]
    assert [path.name for path in (tmp_path / "folder").iterdir()] == ["file"]


def test_a_folder_that_refuses_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "folder").touch()
    assert kept(tmp_path / "folder" / "file", lambda: b"text") == b"text"
