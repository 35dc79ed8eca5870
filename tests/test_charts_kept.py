"""What all charts share is drawn once for all builds: a build with a cache draws nothing anew."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from baogao.charts import svg_stamps
from baogao.charts.browser_chart_data import template
from sites import cache_with_script, small_content

ROOT = Path(__file__).resolve().parents[1]
BUILD = """
import sys
from pathlib import Path
from baogao.build import Options, build
from baogao.charts import vega_to_svg
from baogao.engine.progress import Progress

content, output, cache = map(Path, sys.argv[1:])
without = frozenset({"search", "downloads"})
build(
    Options(content=content, output=output, cache=cache, without=without, jobs=1),
    Progress(quiet=True),
)
print("altair" in sys.modules, vega_to_svg.has_begun_threads())
"""


@pytest.fixture(scope="module")
def content(tmp_path_factory) -> Path:
    """Return content without an address, for which no cards are drawn."""
    content = small_content(tmp_path_factory.mktemp("charts"))
    site = content / "site.yml"
    site.write_text(re.sub(r"(?m)^base_url:.*", 'base_url: ""', site.read_text("utf-8")), "utf-8")
    return content


def built(content: Path, output: Path, cache: Path) -> str:
    """Build a site in a process of its own; return whether that had Altair, and drew."""
    done = subprocess.run(
        [sys.executable, "-c", BUILD, content, output, cache],
        cwd=ROOT / "site_src",
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def files(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and path.name != ".baogao"
    }


def test_a_build_draws_once_and_again_only_what_was_damaged(content, tmp_path):
    cache = cache_with_script(tmp_path / "cache")
    assert built(content, tmp_path / "first", cache) == "True True"
    kept = sorted((cache / "drawings").iterdir())
    assert len(kept) == 2  # each kind of shape, and the rules of what is drawn in a browser
    assert built(content, tmp_path / "second", cache) == "False False"
    for path in kept:
        path.write_bytes(path.read_bytes()[:-9])
    assert built(content, tmp_path / "third", cache) == "True True"
    assert sorted((cache / "drawings").iterdir()) == kept
    first, second, third = (files(tmp_path / name) for name in ("first", "second", "third"))
    assert first == second == third
    assert b"<svg class=chart" in first["indicators/gdp/index.html"]
    assert json.loads(first["static/lanes.json"]) == template()


def test_what_is_kept_says_all_that_a_chart_needs():
    assert json.loads(json.dumps(svg_stamps.stamps())) == svg_stamps.stamps()
