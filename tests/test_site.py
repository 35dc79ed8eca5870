"""Writing the site: all or nothing, and only what changed."""

import pytest

from baogao.content.files.folder_ownership import FIRST, MARK, NO_JEKYLL
from baogao.engine.next_site import NotWhole
from baogao.engine.replace_site import recover
from sites import write

FILES = [("index.html", b"one"), ("a/index.html", b"two"), (NO_JEKYLL, b"")]


def contents(folder):
    """Return the files of a site beside its mark."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path != folder / MARK
    }


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
    assert contents(tmp_path / "build") == {"index.html": b"one", NO_JEKYLL: b""}


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


def test_a_site_says_whose_it_is_and_lists_its_files(tmp_path):
    write(FILES, tmp_path / "build")
    assert (
        tmp_path / "build" / MARK
    ).read_text() == FIRST + ".nojekyll\na/index.html\nindex.html\n"


def test_what_somebody_changed_in_the_folder_is_put_right(tmp_path):
    output = tmp_path / "build"
    write(FILES, output)
    (output / "index.html").write_bytes(b"eno")  # as many bytes
    (output / "a/index.html").unlink()
    assert write(FILES, output) == (3, 2)
    assert contents(output) == dict(FILES)


def test_no_file_of_the_site_is_shared_with_another(tmp_path):
    """Unchanged files are links for as long as the writing lasts: an edit in place can spoil
    nothing else.
    """
    output = tmp_path / "build"
    write(FILES, output)
    write([("index.html", b"new"), *FILES[1:]], output)
    assert {path.stat().st_nlink for path in output.rglob("*") if path.is_file()} == {1}


def test_a_link_that_leads_out_of_the_site_is_replaced(tmp_path):
    output, elsewhere = tmp_path / "build", tmp_path / "elsewhere"
    write(FILES, output)
    elsewhere.write_bytes(b"one")
    (output / "index.html").unlink()
    (output / "index.html").symlink_to(elsewhere)
    write(FILES, output)
    assert not (output / "index.html").is_symlink() and contents(output) == dict(FILES)


def test_an_output_folder_that_is_a_link_stays_one(tmp_path):
    (tmp_path / "disk").mkdir()
    (tmp_path / "build").symlink_to(tmp_path / "disk" / "site")
    write(FILES, tmp_path / "build")
    write(FILES[2:], tmp_path / "build")
    assert (tmp_path / "build").is_symlink() and contents(tmp_path / "disk" / "site") == {
        NO_JEKYLL: b""
    }


@pytest.mark.parametrize(
    "path",
    [
        "../out.html",
        "/out.html",
        "a/../../out.html",
        "a//b",
        "",
        ".",
        "a\\b",
        "a\0b",
        "a\nb",
        MARK,
        ".git/hooks/x",
        "cvs/index.html",
        "a/.GIT",
        "index.html",
    ],
)
def test_only_addresses_inside_the_site_are_written_and_once(tmp_path, path):
    write(FILES, tmp_path / "build")
    with pytest.raises(NotWhole):
        write([*FILES, (path, b"x")], tmp_path / "build")
    assert contents(tmp_path / "build") == dict(FILES)
    assert not list(tmp_path.rglob("out.html"))


def test_a_site_that_is_not_as_promised_takes_nobodys_place(tmp_path):
    def careless(path):
        path.write_bytes(b"right")
        (path.parent / "index.html").write_bytes(b"half")

    write(FILES, tmp_path / "build")
    with pytest.raises(NotWhole, match="index.html: 3 bytes were to be written and 4 are there"):
        write([("index.html", b"two"), FILES[2], ("made", careless)], tmp_path / "build")
    assert contents(tmp_path / "build") == dict(FILES)
