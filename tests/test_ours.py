"""What is somebody's stays: a build or a command removes and overwrites only what baogao has
written itself, and says so.
"""

import os
import shutil
from pathlib import Path

import pytest

from baogao.build import ROOT, Options
from baogao.cli import main
from baogao.content.files.folder_ownership import FIRST, MARK, NO_JEKYLL, NotOurs
from baogao.engine import allowed_output_folder, file_cache, replace_site
from baogao.engine.replace_site import LeftAside
from sites import write
from test_golden import small_content

FILES = [(NO_JEKYLL, b""), ("index.html", b"one"), ("a/b/index.html", b"two")]
HINT = "choose an empty folder with --output"
FORGED = (
    FIRST
    + ".git/config\n.GIT/HEAD\na/CVS/Root\n../thesis.txt\n/etc/passwd\n"
    + "link/thesis.txt\na/../../thesis.txt\n.\n\n"
)


def state(folder: Path) -> dict[str, object]:
    """Return all that lies in a folder: bytes of files, targets of links, nothing for folders."""
    return {
        str(path.relative_to(folder)): (
            os.readlink(path)
            if path.is_symlink()
            else path.read_bytes()
            if path.is_file()
            else None
        )
        for path in folder.rglob("*")
    }


def put(folder: Path, files: dict[str, str | None]) -> None:
    """Make files in a folder; a folder where there is no text, a link where it begins with an
    arrow.
    """
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.mkdir()
        elif text.startswith("→"):
            path.symlink_to(text[1:])
        else:
            path.write_text(text, "utf-8")


# --- the output folder
# ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"thesis.txt": "mine"}, f"holds files that are no site of baogao's: thesis.txt ({HINT})"),
        ({"thesis/": None}, f"holds files that are no site of baogao's: thesis ({HINT})"),
        (
            {".git/HEAD": "x", "CNAME": "x", ".nojekyll": "", "index.html": "x", "z": "x"},
            f"holds files that are no site of baogao's: .git, .nojekyll, CNAME and 2 more ({HINT})",
        ),
        (
            {".git": "gitdir: /x", ".nojekyll": ""},
            f"holds files that are no site of baogao's: .git, .nojekyll ({HINT})",
        ),
        (
            {".nojekyll": "", "index.html": "x"},
            (
                "holds files that are no site of baogao's: .nojekyll, index.html (if an older"
                f" baogao built it, delete it once; else {HINT})"
            ),
        ),
        (
            {MARK: "a note of mine\nindex.html\n", "index.html": "x"},
            f"holds files that are no site of baogao's: .baogao, index.html ({HINT})",
        ),
        ({MARK: ""}, f"holds files that are no site of baogao's: .baogao ({HINT})"),
        (
            {"real": FIRST + "index.html\nreal\n", MARK: "→real", "index.html": "x"},
            f"holds files that are no site of baogao's: .baogao, index.html, real ({HINT})",
        ),
        ({"\x1b[2J\n": "x"}, f"holds files that are no site of baogao's: \\x1b[2J\\n ({HINT})"),
    ],
)
def test_a_folder_that_is_no_site_is_refused(tmp_path, files, message):
    output = tmp_path / "build"
    put(output, files)
    before = state(tmp_path)
    with pytest.raises(NotOurs) as refusal:
        write(FILES, output)
    assert str(refusal.value) == f"{output}: {message}" and state(tmp_path) == before


@pytest.mark.parametrize(
    ("files", "named"),
    [
        ({"a/b/thesis.txt": "mine"}, "a/b/thesis.txt"),
        ({"a/empty": None}, "a/empty/"),
        ({"a/new/deep/thesis.txt": "mine"}, "a/new/"),
        ({"CNAME": "example.org"}, "CNAME"),
        ({".git/HEAD": "ref"}, ".git/"),
        ({".git": "gitdir: /x"}, ".git"),
        (
            {"a/.GIT/HEAD": "ref", "a/b/.hg/x": "x", "cvs/Root": "x", ".fslckout": "x"},
            ".fslckout, a/.GIT/, a/b/.hg/ and 1 more",
        ),
        ({"link": "→/"}, "link"),
        ({"a/link": "→nowhere"}, "a/link"),
    ],
)
def test_a_site_in_which_somebody_has_put_something_is_refused(tmp_path, files, named):
    output = tmp_path / "build"
    write(FILES, output)
    put(output, files)
    before = state(tmp_path)
    with pytest.raises(NotOurs) as refusal:
        write(FILES[:2], output)
    assert (
        str(refusal.value)
        == f"{output}: holds what baogao did not build: {named} (move it away, or {HINT})"
    )
    assert state(tmp_path) == before


def test_a_forged_list_speaks_for_nobodys_files(tmp_path):
    output = tmp_path / "build"
    put(tmp_path, {"thesis.txt": "mine", "elsewhere/thesis.txt": "mine"})
    put(
        output,
        {
            MARK: FORGED,
            ".git/config": "x",
            ".GIT/HEAD": "x",
            "a/CVS/Root": "x",
            "link": "→../elsewhere",
        },
    )
    before = state(tmp_path)
    with pytest.raises(NotOurs, match=r"did not build: \.GIT/, \.git/, a/ and 1 more"):
        write(FILES, output)
    assert state(tmp_path) == before
    shutil.rmtree(output)
    put(output, {MARK: FORGED})
    write(FILES, output)
    assert {"thesis.txt", "elsewhere/thesis.txt"} <= state(tmp_path).keys()


def test_a_folder_that_became_a_link_is_not_followed(tmp_path):
    output = tmp_path / "build"
    write(FILES, output)
    (output / "a").rename(tmp_path / "elsewhere")
    (output / "a").symlink_to("../elsewhere")
    before = state(tmp_path)
    with pytest.raises(NotOurs, match="did not build: a "):
        write(FILES, output)
    assert state(tmp_path) == before


def test_a_line_taken_from_the_list_makes_the_file_somebodys(tmp_path):
    write(FILES, tmp_path / "build")
    mark = tmp_path / "build" / MARK
    mark.write_text(mark.read_text().replace("index.html\n", "", 1).replace("index.html\n", "", 1))
    with pytest.raises(NotOurs):
        write(FILES, tmp_path / "build")


def test_an_empty_folder_is_taken(tmp_path):
    (tmp_path / "build").mkdir()
    assert write(FILES, tmp_path / "build") == (3, 3)
    assert [path.name for path in tmp_path.iterdir()] == ["build"]


# --- what stands beside it
# --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (
            {".build.next/thesis.txt": "mine"},
            ".build.next: holds files that are no site of baogao's: thesis.txt",
        ),
        (
            {".build.last/thesis.txt": "mine"},
            ".build.last: holds files that are no site of baogao's: thesis.txt",
        ),
        (
            {".build.next/.baogao": "ba", ".build.next/index.html": "mine"},
            ".build.next: holds what baogao did not build: index.html",
        ),
        (
            {
                ".build.last/.baogao": FIRST + "index.html\n",
                ".build.last/index.html": "ours",
                ".build.last/x": "mine",
            },
            ".build.last: holds what baogao did not build: x",
        ),
        (
            {"x/thesis.txt": "mine", ".build.next": "→x"},
            ".build.next: is a link that baogao did not make",
        ),
        (
            {"x/.baogao": FIRST, ".build.last": "→x"},
            ".build.last: is a link that baogao did not make",
        ),
        ({".build.claim": "mine"}, ".build.claim: is no lock of baogao's"),
        (
            {"thesis.txt": "", ".build.claim": "→thesis.txt"},
            ".build.claim: is no lock of baogao's",
        ),
    ],
)
@pytest.mark.parametrize("there", [True, False])
def test_what_stands_where_a_build_works_is_somebodys(tmp_path, files, message, there):
    output = tmp_path / "build"
    if there:
        write(FILES, output)
    put(tmp_path, files)
    before = state(tmp_path)
    with pytest.raises(NotOurs) as refusal, replace_site.locked(output, pytest.fail):
        pytest.fail("claimed")
    assert str(refusal.value).startswith(f"{tmp_path}/{message} (") and state(tmp_path) == before


def while_building(output: Path, then) -> None:
    """Write a site, and do something when all but the swap is done."""

    def writing(coming):
        yield coming.put([*FILES, ("new.html", b"new")])
        then()

    replace_site.replace_site(output, writing)


def test_a_file_that_comes_while_the_site_is_built_stays(tmp_path):
    output = tmp_path / "build"
    write(FILES, output)
    with pytest.raises(NotOurs, match="holds what baogao did not build: a/thesis.txt"):
        while_building(output, lambda: (output / "a/thesis.txt").write_text("mine"))
    assert (output / "a/thesis.txt").read_text() == "mine" and (
        output / "index.html"
    ).read_bytes() == b"one"
    assert not (tmp_path / ".build.next").exists()


@pytest.mark.parametrize("exchange", [True, False])
def test_a_file_that_comes_while_the_sites_are_exchanged_stays_aside(
    tmp_path, monkeypatch, exchange
):
    output, aside = tmp_path / "build", tmp_path / ".build.next"
    write(FILES, output)
    swap = replace_site.swap

    def swapped(*folders):
        (output / "a/thesis.txt").write_text("mine")
        swap(*folders)

    if not exchange:
        monkeypatch.setattr("baogao.engine.swap_folders.exchange", lambda *_: False)
    with monkeypatch.context() as patching:
        patching.setattr(replace_site, "swap", swapped)
        with pytest.raises(LeftAside) as told:
            while_building(output, lambda: None)
    assert (
        str(told.value)
        == f"the new site is in place; {aside}: holds what baogao did not build: a/thesis.txt (move"
        " it away, or delete what is left)"
    )
    assert (output / "new.html").exists() and {
        name for name, data in state(aside).items() if data
    } == {MARK, "a/thesis.txt"}
    with pytest.raises(NotOurs, match="a/thesis.txt"):
        write(FILES, output)
    (aside / "a/thesis.txt").unlink()
    write(FILES, output)
    assert [path.name for path in tmp_path.iterdir()] == ["build"]


# --- where no site may go
# ---------------------------------------------------------------------------

CONTENT, CACHE, CHECKOUT = "there/content", "kept/cache", "code/baogao"


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("/", "/: is the root of all folders"),
        ("home", "{0}/home: is the home folder"),
        (".", "{0}: holds the home folder, {0}/home"),
        ("code", "{0}/code: holds the checkout, {0}/code/baogao"),
        ("code/baogao", "{0}/code/baogao: is the checkout"),
        ("code/baogao/site_src", "{0}/code/baogao/site_src: is the checkout's site_src/"),
        (
            "code/baogao/tests/x",
            "{0}/code/baogao/tests/x: lies in the checkout's tests/, {0}/code/baogao/tests",
        ),
        ("there", "{0}/there: holds the content folder, {0}/there/content"),
        ("there/content", "{0}/there/content: is the content folder"),
        (
            "there/content/pages/x",
            "{0}/there/content/pages/x: lies in the content folder, {0}/there/content",
        ),
        ("there/x/../content", "{0}/there/content: is the content folder"),
        ("kept", "{0}/kept: holds the cache, {0}/kept/cache"),
        ("kept/cache/x", "{0}/kept/cache/x: lies in the cache, {0}/kept/cache"),
        ("link", "{0}/there/content: is the content folder"),
        ("link/x", "{0}/there/content/x: lies in the content folder, {0}/there/content"),
        ("x/.git/build", "{0}/x/.git/build: lies in a folder of version control, .git"),
        ("x/.HG", "{0}/x/.HG: lies in a folder of version control, .HG"),
    ],
)
def test_no_site_takes_the_place_of_what_people_keep(tmp_path, monkeypatch, output, message):
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    put(tmp_path, {CONTENT: None, "link": "→there/content"})
    with pytest.raises(NotOurs) as refusal:
        allowed_output_folder.check(
            tmp_path / output, tmp_path / CONTENT, tmp_path / CACHE, tmp_path / CHECKOUT
        )
    assert str(refusal.value) == f"{message.format(tmp_path)} ({HINT})"


@pytest.mark.parametrize(
    "output", ["code/baogao/build", "code/baogao/.preview", "home/build", "there/build"]
)
def test_a_site_goes_anywhere_else(tmp_path, monkeypatch, output):
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    allowed_output_folder.check(
        tmp_path / output, tmp_path / CONTENT, tmp_path / CACHE, tmp_path / CHECKOUT
    )


def test_the_command_refuses_before_it_does_anything(tmp_path, capsys):
    content = small_content(tmp_path)
    put(tmp_path / "site", {".git/HEAD": "x", "CNAME": "x", NO_JEKYLL: ""})
    before = state(tmp_path)
    assert (
        main(
            [
                "build",
                "--content",
                str(content),
                "--cache",
                str(tmp_path / "cache"),
                "--output",
                str(tmp_path / "site"),
            ]
        )
        == 1
    )
    assert (
        capsys.readouterr().err
        == f"{tmp_path}/site: holds files that are no site of baogao's: .git, .nojekyll, CNAME"
        f" ({HINT})\nnot built; the last site is as it was\n"
    )
    assert main(["build", "--content", str(content), "--output", str(content / "site")]) == 1
    assert capsys.readouterr().err.startswith(
        f"{content}/site: lies in the content folder, {content} ("
    )
    assert state(tmp_path) == before


# --- the cache
# --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("files", "named"),
    [
        ({"thesis.txt": "mine"}, "thesis.txt"),
        (
            {"templates/page.html": "mine", "sites/x.org": "mine"},
            "sites/x.org, templates/page.html",
        ),
        ({"readings": "a file"}, "readings"),
        (
            {
                file_cache.TAG: "Signature: 8a477f597d28d172789f06886806bc55\n# cargo\n",
                "debug/x": "x",
            },
            "CACHEDIR.TAG, debug",
        ),
        (
            {
                file_cache.TAG: file_cache.TAGGED.decode(),
                "readings/" + "0" * 32: "x",
                "thesis.txt": "mine",
            },
            "thesis.txt",
        ),
    ],
)
def test_a_cache_that_holds_other_things_is_refused(tmp_path, files, named):
    put(tmp_path, files)
    before = state(tmp_path)
    with pytest.raises(NotOurs) as refusal:
        file_cache.claim_folder(tmp_path)
    assert (
        str(refusal.value)
        == f"{tmp_path}: holds what is no cache of baogao's: {named} (choose an empty folder with"
        " --cache)"
    )
    assert state(tmp_path) == before


@pytest.mark.parametrize(
    "files",
    [
        {},
        {
            "readings/" + "0" * 32: "x",
            "vega-1.9.0-0123abcd.js": "x",
            "vega-1.9.0.js": "x",
            "sites/tmpabc_1234": "x",
        },
        {file_cache.TAG: "\0damaged"},
    ],
)
def test_a_cache_is_marked_as_one(tmp_path, files):
    put(tmp_path / "cache", files)
    file_cache.claim_folder(tmp_path / "cache")
    assert (tmp_path / "cache" / file_cache.TAG).read_bytes() == file_cache.TAGGED
    assert files.keys() <= state(tmp_path / "cache").keys()
    file_cache.claim_folder(tmp_path / "cache")


def test_only_what_was_kept_is_swept_away(tmp_path):
    put(
        tmp_path,
        {
            "0" * 32: "old",
            "1" * 32: "used",
            "tmpabcd1234": "begun",
            "thesis.txt": "mine",
            "f" * 8: "mine",
        },
    )
    for path in tmp_path.iterdir():
        os.utime(path, (0, 0))
    file_cache.sweep(tmp_path, {"1" * 32})
    assert {path.name for path in tmp_path.iterdir()} == {"1" * 32, "thesis.txt", "f" * 8}


# --- what is written into content
# -------------------------------------------------------------------

PAGE = ROOT / "content/sources/001_1d3ab0f540b61540.txt"
COMMANDS = (["add", str(PAGE)], ["release", "9.9.9", "--date", "2030-01-01"], ["migrate"])


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
@pytest.mark.parametrize(
    "files",
    [
        {},
        {"thesis.txt": "mine"},
        {"site.yml": ""},
        {"site.yml": "- a\n"},
        {"site.yml": "title: a shop\n"},
    ],
)
def test_a_folder_that_is_no_content_gets_none(tmp_path, capsys, command, files):
    put(tmp_path, {"somebodys": None})
    put(tmp_path / "somebodys", files)
    before = state(tmp_path)
    assert main([*command, "--content", str(tmp_path / "somebodys")]) == 1
    said = capsys.readouterr().err
    assert (
        said.startswith("somebodys/site.yml:1: ")
        and "Traceback" not in said
        and state(tmp_path) == before
    )


@pytest.mark.parametrize(
    ("command", "out"),
    [
        (COMMANDS[0], "sources"),
        (COMMANDS[0], "corrections"),
        (COMMANDS[0], "reports"),
        (COMMANDS[1], "releases"),
        (COMMANDS[2], "site.yml"),
    ],
    ids=lambda value: value if isinstance(value, str) else value[0],
)
def test_nothing_is_written_through_a_link_that_leads_out(tmp_path, capsys, command, out):
    content = small_content(tmp_path)
    if command == ["migrate"]:
        settings = content / out
        settings.write_text(settings.read_text("utf-8").replace("format: 2\n", ""), "utf-8")
    if (content / out).exists():
        (content / out).rename(tmp_path / "elsewhere")
    else:
        (tmp_path / "elsewhere").mkdir()
    (content / out).symlink_to(tmp_path / "elsewhere")
    before = state(tmp_path)
    assert main([*command, "--content", str(content)]) == 1
    assert "leads out of" in capsys.readouterr().err and state(tmp_path) == before


def test_a_release_overwrites_no_file(tmp_path, capsys):
    content = small_content(tmp_path)
    put(content, {"releases/9.9.9.csv": "mine"})
    before = state(tmp_path)
    assert main([*COMMANDS[1], "--content", str(content)]) == 1
    assert (
        capsys.readouterr().err
        == "content/releases/9.9.9.csv:1: is not listed in releases.yml (list it, or move it"
        " away)\n"
    )
    assert state(tmp_path) == before


def test_a_release_leaves_another_projects_citation_alone(tmp_path):
    content = small_content(tmp_path)
    put(tmp_path, {"CITATION.cff": "title: another\nversion: 7.0.0\n"})
    assert main([*COMMANDS[1], "--content", str(content)]) == 0
    assert (tmp_path / "CITATION.cff").read_text() == "title: another\nversion: 7.0.0\n"


def test_corrections_that_are_here_stay_and_that_is_said(tmp_path, capsys):
    content = small_content(tmp_path)
    assert main(["add", str(PAGE), "--content", str(content)]) == 0
    written = next(
        line for line in capsys.readouterr().out.splitlines() if line.startswith("corrections: ")
    )
    name = written.split(": ")[1]
    (tmp_path / name).write_text("- mine\n")
    (tmp_path / name.replace("corrections", "reports").replace(".yml", ".md")).unlink()
    main(["add", str(PAGE), "--content", str(content)])
    assert f"unchanged: {name} is here already: it has to record " in capsys.readouterr().out
    assert (tmp_path / name).read_text() == "- mine\n"


def test_the_default_folders_may_be_taken():
    given = Options()
    allowed_output_folder.check(given.output, given.content, given.cache, ROOT)
