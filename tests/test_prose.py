"""Pages in words: the methods page shows how well figures are read."""

import shutil

from baogao.content import content_folder
from baogao.content.own_files_read_once import SITE_SRC
from baogao.pages import prose
from interface import STRINGS
from sites import small_content

WORDS = STRINGS["scores"]


def test_the_methods_page_shows_the_scores(site):
    html = (site / "methods" / "index.html").read_text("utf-8")
    assert "[scores]" not in html
    table = html[html.index(f'aria-label="{WORDS["caption"]}"') :]
    assert table.index("湖州 2018") < table.index("合计") < table.index("</table>")


def test_shares_are_per_cents(tmp_path):
    found = content_folder.read(small_content(tmp_path))
    assert prose.scores(found, WORDS)[0] == [
        "湖州 2018",
        "116",
        "100.0%",
        "100.0%",
        "99.0%",
        "100.0%",
        "99.5%",
        "100.0%",
        "100.0%",
        "100.0%",
        "99.1%",
        "94.0%",
    ]


def test_a_page_that_shows_scores_needs_them(tmp_path):
    folder = small_content(tmp_path)
    (folder / "scores.csv").unlink()
    assert content_folder.read(folder).problems == ()
    shutil.copy(SITE_SRC.parent / "content" / "pages" / "methods.md", folder / "pages")
    assert [
        (problem.path, problem.message) for problem in content_folder.read(folder).problems
    ] == [
        (f"content/{name}.csv", "cannot be read: No such file or directory")
        for name in ("scores", "certainty")
    ]
