"""The preview with a review in it: what is reviewed is built when nobody decides, and the site
itself knows nothing of it.
"""

import pytest

from baogao.build import Options
from baogao.content.files.own_places import SITE_SRC
from baogao.engine.progress import Progress
from baogao.preview import rebuild_and_notify
from baogao.preview.rebuild_and_notify import IDLE, LATER, REVIEW_IDLE, Preview
from baogao.preview.review.desk import Desk
from baogao.preview.server_and_watcher import PreviewServer
from review_desk import FIGURES, ID, Browser, Reviewed, reviewed


@pytest.fixture
def here(tmp_path) -> Reviewed:
    return reviewed(tmp_path)


@pytest.fixture
def preview(here, tmp_path, monkeypatch) -> Preview:
    """Give a preview that has built, and notes in `done` what it does and what it waits for."""
    options = Options(content=here.root, cache=tmp_path / "cache", output=tmp_path / "site")
    done: list[object] = []

    def built(options, progress):
        done.append(("built", options.later))
        return 1, 1

    monkeypatch.setattr(rebuild_and_notify, "build", built)
    preview = Preview(options, Progress(quiet=True))
    monkeypatch.setattr(preview, "_when_idle", lambda seconds, build: done.append((seconds, build)))
    preview.reload = lambda: done.append("reloaded")
    preview.rebuild()
    done.clear()
    preview.done = done
    return preview


@pytest.fixture
def page(here, preview, tmp_path) -> Browser:
    return Browser(Desk(here.root, tmp_path / "cache", preview.reviewed)).load()


def test_what_was_reviewed_waits_until_nobody_decides(preview, page):
    page.act("wrong", page.of("6.8%"), set={"label": "总量"})
    preview.edited()
    page.act("right", page.of("11985亿元"))
    preview.edited()
    [(first, _), (second, build)] = preview.done
    assert first == second == REVIEW_IDLE and preview.is_quiet
    preview.done.clear()
    build()
    assert preview.done == [("built", frozenset()), "reloaded"]


def test_pages_are_told_of_it_when_it_is_built(preview, page):
    server = PreviewServer(preview)
    server.watch(str(preview.options.content), preview.edited)
    server.watcher.examine()  # what is there when it begins
    page.act("right", page.of("6.8%"))
    assert server.watcher.examine() == (None, None) and preview.is_quiet


@pytest.mark.parametrize("path", [FIGURES, f"reports/{ID}.md"])
def test_what_somebody_else_edits_is_built_at_once(here, preview, page, path):
    """By hand too, and in the same moment, and what the review has written before."""
    page.act("wrong", page.of("6.8%"), set={"label": "总量"})
    file = here.root / path
    file.write_text(file.read_text("utf-8") + "\n", "utf-8")
    preview.edited()
    assert preview.done[0] == ("built", LATER) and not preview.is_quiet
    assert preview.done[1] == (IDLE, preview.rebuild)
    preview.done.clear()
    preview.edited()  # of a template: the content is as it was
    assert preview.done[0] == ("built", LATER)


def test_a_site_has_nothing_of_the_review(site):
    own = {path.name for path in (SITE_SRC / "review").iterdir()}
    words = (b"/-/review", b"baogao-review", b"X-Review-Token")
    for path in site.rglob("*"):
        if path.is_file() and path.suffix in (".html", ".js", ".css", ".json"):
            assert path.parent.name != "static" or path.name not in own, path
            data = path.read_bytes()
            assert not any(word in data for word in words), path
