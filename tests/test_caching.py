"""What is kept on disk is made once, and again when it is gone."""

from pathlib import Path

from baogao.charts import vega_to_svg
from baogao.engine import file_cache
from baogao.engine.file_cache import get_or_make


def test_what_is_kept_is_made_once(tmp_path: Path) -> None:
    made = []
    for _ in range(2):
        assert (
            get_or_make(tmp_path / "folder" / "file", lambda: made.append(1) or b"text") == b"text"
        )
    assert made == [1]
    assert [path.name for path in (tmp_path / "folder").iterdir()] == ["file"]


def test_a_folder_that_refuses_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "folder").touch()
    assert get_or_make(tmp_path / "folder" / "file", lambda: b"text") == b"text"


def test_what_the_cache_is_given_is_known_as_its_own(tmp_path):
    file_cache.claim_folder(tmp_path)
    file_cache.put(tmp_path / vega_to_svg.SCRIPT, b"script")
    file_cache.put(tmp_path / "drawings" / ("0" * 32), b"drawing")
    file_cache.claim_folder(tmp_path)
    assert file_cache.get(tmp_path / vega_to_svg.SCRIPT) == b"script"
