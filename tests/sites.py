"""Small content folders and small sites, for tests of what is done to them."""

import re
import shutil
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from baogao.build import ROOT, Options, build
from baogao.charts import vega_to_svg
from baogao.engine import file_cache, next_site, replace_site
from baogao.engine.progress import Progress

GOLDEN = ROOT / "tests" / "golden" / "content"
VOCABULARY = ROOT / "content" / "vocabulary"
# What the golden reports speak of, and one that they do not. The others make empty pages.
INDICATORS = (
    "gdp",
    "income_urban",
    "income_rural",
    "urban_jobs_new",
    "rd_intensity",
    "unemployment_registered",
    "industrial_output",
)
OF_AREAS = tuple(path.name for path in VOCABULARY.glob("area*.csv"))  # by code
FEW_AREAS = re.compile(r"33|..0000,")  # of their province, and provinces: others are thousands


def small_content(folder: Path) -> Path:
    """Return a content folder with the golden reports and the vocabulary, but few indicators and
    areas.
    """
    content = folder / "content"
    shutil.copytree(GOLDEN, content)
    shutil.copytree(VOCABULARY, content / "vocabulary")
    (content / "vocabulary" / "indicators.yml").write_text(_few_indicators(), "utf-8")
    for name in OF_AREAS:
        (content / "vocabulary" / name).write_text(_few_areas(name), "utf-8")
    return content


def content_without_reports(folder: Path) -> Path:
    """Return a content folder with this site's words and pages, but no report."""
    content = folder / "content"
    content.mkdir()
    for name in ("pages", "vocabulary"):
        shutil.copytree(ROOT / "content" / name, content / name)
    for name in ("site.yml", "scores.csv", "certainty.csv"):
        shutil.copy(ROOT / "content" / name, content)
    return content


@lru_cache(maxsize=1)
def _few_indicators() -> str:
    entries = yaml.safe_load((VOCABULARY / "indicators.yml").read_text("utf-8"))
    few = [entry for entry in entries if entry["id"] in INDICATORS]
    return yaml.safe_dump(few, allow_unicode=True, sort_keys=False)


@lru_cache
def _few_areas(name: str) -> str:
    head, *lines = (VOCABULARY / name).read_text("utf-8").splitlines(keepends=True)
    return head + "".join(line for line in lines if FEW_AREAS.match(line))


def cache_with_script(folder: Path) -> Path:
    """Return a new cache with the charts' script, which takes seconds and hangs on no content."""
    script = file_cache.get_or_make(ROOT / ".cache" / vega_to_svg.SCRIPT, vega_to_svg.script)
    file_cache.put(folder / vega_to_svg.SCRIPT, script)
    return folder


def warm_cache(folder: Path) -> Path:
    """Return a new cache with all that hangs on no content, as far as this checkout's has it."""
    for kind in ("drawings", "templates"):
        for path in (ROOT / ".cache" / kind).glob("*"):
            if data := file_cache.get(path):  # whole, whoever is writing there
                file_cache.put(folder / kind / path.name, data)
    return cache_with_script(folder)


def build_here(content: Path, output: Path, **options: Any) -> Path:
    """Build a site in this process alone, as others take longer to begin than a small site."""
    build(Options(content=content, output=output, jobs=1, **options), Progress(quiet=True))
    return output


def write(files: Iterable[tuple[str, next_site.FileContent]], output: Path) -> tuple[int, int]:
    """Make `output` hold these files; return how many there are and how many changed."""
    replaced = replace_site.replace_site(output, lambda site: [site.put(files)])
    return len(replaced.files), replaced.changed
