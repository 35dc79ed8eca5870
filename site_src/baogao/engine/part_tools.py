"""What the making of any part needs: pages rendered, charts drawn once, and the time measured."""

import json
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TypeVar, cast

from baogao.charts import svg_stamps, vega_to_svg
from baogao.charts.chart import Chart
from baogao.charts.svg_stamps import Stamps
from baogao.content.languages import CHINESE, LANGUAGES
from baogao.content.value_digest import digest
from baogao.corpus.corpus import Corpus
from baogao.downloads.rows_made_once import TableRows
from baogao.engine import file_cache, kept_rows
from baogao.engine.code_fingerprint import code_fingerprint
from baogao.engine.kept_corpus import KeptCorpus
from baogao.engine.next_site import FileContent
from baogao.engine.site_parts import CHARTS
from baogao.pages import drawn_charts, embeds, files_of_site
from baogao.pages.page import Charts, Drawn, Page
from baogao.pages.rendering import Renderer

File = tuple[str, FileContent]
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class PartMaker:
    """Makes parts from a corpus: `cache` keeps drawings, `without` leaves some kinds of things out.

    `spent` are the seconds of work, by what it was for.
    """

    corpus: Corpus
    renderer: Renderer
    cache: Path
    without: frozenset[str] = frozenset()
    spent: dict[str, float] = field(default_factory=lambda: defaultdict(float))

    @property
    def strings(self) -> dict:
        """Return the words of the interface."""
        return self.renderer.strings

    @property
    def rows(self) -> TableRows:
        """Return the tables of the corpus, each area's share of them kept."""
        known_by = cast(KeptCorpus, self.corpus).known_by
        words = {one: self.renderer.in_language(one).strings for one in LANGUAGES}
        return kept_rows.kept_rows(self.corpus, known_by, self.cache, words)

    def timed(self, purpose: str, items: Iterable[Item]) -> Iterator[Item]:
        """Yield items, and note how long they take to come.

        What is noted for another purpose meanwhile does not count.
        """
        coming = iter(items)
        while True:
            before, others = seconds_worked(), sum(self.spent.values())
            try:
                item = next(coming)
            except StopIteration:
                return
            finally:
                noted = sum(self.spent.values()) - others
                self.spent[purpose] += seconds_worked() - before - noted
            yield item

    def page(self, page: Page) -> File:
        """Return a page as the file it is served from."""
        return files_of_site.file_of(self.placed(page.address)), self.renderer.html(page)

    @property
    def has_files(self) -> bool:
        """Say whether files that all languages share are made with the pages of this one."""
        return self.renderer.language == CHINESE

    def placed(self, address: str) -> str:
        """Return where a page stands in the language that pages are made in."""
        return self.renderer.placed(address)

    def live(self, address: str, charts: Charts) -> File:
        """Return the file with which a browser makes the charts of a page answer."""
        return drawn_charts.live(self.placed(address), charts)

    def drawn(self, charts: Callable[..., Iterable[Chart]], *asked: object) -> Charts:
        """Draw the charts that `charts` makes of the corpus and what is asked.

        There are none where charts are left out.
        """
        if CHARTS in self.without:
            return ()
        wanted = charts(self.corpus, self.strings, *asked)
        return tuple(self.timed(CHARTS, self._drawn(wanted)))

    def _drawn(self, charts: Iterable[Chart]) -> Iterator[Drawn]:
        yield from drawn_charts.drawn(charts, _stamps(self.cache))

    def charted(self, name: str, address: str, charts: Charts) -> Iterator[File]:
        """Yield what belongs to the charts of a page.

        That is what makes them answer, and a page for each to be embedded.
        """
        if charts:
            yield self.live(address, charts)
        for chart in charts if self.has_files else ():
            yield self.page(embeds.chart(name, address, chart, self.strings))


def kept(cache: Path, what: str, make: Callable[[], object]) -> bytes:
    """Return what all charts of this code share, as JSON; make it where it is not kept.

    No text is measured for it, so that the machine's fonts have no part in it.
    """
    known_by = what, vega_to_svg.SCRIPT, code_fingerprint("charts")
    return file_cache.get_or_make(
        cache / "drawings" / digest(known_by), lambda: drawn_charts.as_json(make())
    )


@lru_cache(maxsize=1)
def _stamps(cache: Path) -> Stamps:
    """Return how each kind of shape looks."""
    return json.loads(kept(cache, "stamps", svg_stamps.stamps))


def seconds_worked() -> float:
    """Return the seconds that this process has worked, with those it began and that have ended."""
    return sum(os.times()[:4])
