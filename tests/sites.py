"""Small content folders and small sites, for tests of what is done to them."""

import shutil
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import yaml

from baogao.build import ROOT
from baogao.charts import vega_to_svg
from baogao.engine import file_cache, next_site, replace_site

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


def small_content(folder: Path) -> Path:
    """Return a content folder with the golden reports and the vocabulary, but few indicators."""
    content = folder / "content"
    shutil.copytree(GOLDEN, content)
    shutil.copytree(VOCABULARY, content / "vocabulary")
    (content / "vocabulary" / "indicators.yml").write_text(_few_indicators(), "utf-8")
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


def cache_with_script(folder: Path) -> Path:
    """Return a new cache with the charts' script, which takes seconds and hangs on no content."""
    script = file_cache.get_or_make(ROOT / ".cache" / vega_to_svg.SCRIPT, vega_to_svg.script)
    file_cache.put(folder / vega_to_svg.SCRIPT, script)
    return folder


def write(files: Iterable[tuple[str, next_site.FileContent]], output: Path) -> tuple[int, int]:
    """Make `output` hold these files; return how many there are and how many changed."""
    replaced = replace_site.replace_site(output, lambda site: [site.put(files)])
    return len(replaced.files), replaced.changed
