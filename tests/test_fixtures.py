"""The fixtures that the browser tests lean on: the server is like GitHub Pages, and no complaint
gets lost.
"""

from urllib.error import HTTPError
from urllib.request import urlopen

import pytest


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("folder")
    (folder / "reports").mkdir()
    (folder / "index.html").write_text("<!doctype html><title>home</title>")
    (folder / "reports" / "index.html").write_text("<!doctype html><title>reports</title>")
    (folder / "404.html").write_text("<!doctype html><title>not here</title>")
    return folder


@pytest.mark.parametrize("prefix", ["/", "/repo/"])
@pytest.mark.parametrize(
    ("path", "title"),
    [("", "home"), ("reports/", "reports"), ("reports", "reports"), ("?q=1", "home")],
)
def test_pages_are_served_below_the_prefix(folder, serve_folder, prefix, path, title):
    with urlopen(serve_folder(folder, prefix) + path) as answer:
        assert f"<title>{title}</title>" in answer.read().decode()


@pytest.mark.parametrize(
    "path", ["/repo/none", "/repo/none/deeper/", "/", "/index.html", "/repository/"]
)
def test_what_is_not_there_or_outside_the_prefix_is_the_404_page(folder, serve_folder, path):
    with pytest.raises(HTTPError) as error:
        urlopen(serve_folder(folder, "/repo/").removesuffix("/repo/") + path)
    assert error.value.code == 404
    assert "<title>not here</title>" in error.value.read().decode()


@pytest.mark.parametrize(
    ("script", "complaint"),
    [
        ("console.error('lost')", "console: lost"),
        ("throw new Error('thrown')", "script error: thrown"),
        ("new Image().src = 'http://example.org/x.png'", "off the site: http://example.org/x.png"),
        (
            "new Image().src = 'none.png'",
            "console: Failed to load resource: the server responded with a status of 404",
        ),
    ],
)
def test_page_keeps_what_goes_wrong(page, complaints, serve_folder, tmp_path, script, complaint):
    (tmp_path / "index.html").write_text(
        f"<!doctype html><title>t</title><link rel=icon href='data:,'><script>{script}</script>"
    )
    page.goto(serve_folder(tmp_path, "/"), wait_until="networkidle")
    assert any(one.startswith(complaint) for one in complaints), complaints
    complaints.clear()
