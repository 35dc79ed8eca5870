"""Writing the site: all or nothing, and only what changed."""
import pytest

from baogao.site import MARK, NotOurs, recover, write

FILES = [("index.html", b"one"), ("a/index.html", b"two"), (MARK, b"")]


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_site_is_written(tmp_path):
    assert write(FILES, tmp_path / "build") == (3, 3)
    assert contents(tmp_path / "build") == dict(FILES)
    assert [path.name for path in tmp_path.iterdir()] == ["build"]


def test_unchanged_files_keep_inode_and_date(tmp_path):
    output = tmp_path / "build"
    write(FILES, output)
    before = (output / "a/index.html").stat()
    assert write([("index.html", b"new"), *FILES[1:]], output) == (3, 1)
    after = (output / "a/index.html").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert (output / "index.html").read_bytes() == b"new"


def test_what_no_longer_belongs_goes(tmp_path):
    write(FILES, tmp_path / "build")
    write([FILES[0], FILES[2]], tmp_path / "build")
    assert contents(tmp_path / "build") == {"index.html": b"one", MARK: b""}


def test_a_failure_half_way_leaves_the_last_site(tmp_path):
    def failing():
        yield ("index.html", b"half")
        raise OSError("disk full")
    write(FILES, tmp_path / "build")
    with pytest.raises(OSError):
        write(failing(), tmp_path / "build")
    assert contents(tmp_path / "build") == dict(FILES)


def test_a_build_killed_between_the_renames_is_recovered(tmp_path):
    output = tmp_path / "build"
    write(FILES, output)
    output.rename(tmp_path / ".build.last")
    recover(output)
    assert contents(output) == dict(FILES)


def test_somebody_elses_folder_is_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(NotOurs, match="holds files that are no site of baogao's"):
        write(FILES, tmp_path)
    assert contents(tmp_path) == {"thesis.txt": b"mine"}
