"""What is appended to a report (名词解释, annexes): folded up, its heading opens it."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from baogao.content.vocabulary.section_kinds import APPENDIX
from baogao.pages.fast_html import fill_html
from baogao.pages.reports.marked_text import ShownBlock

BEGIN = "<details class=appendix><summary>{}</summary>\n"
END = Markup("</details>\n")


def folded(blocks: Iterable[ShownBlock], lines: Iterable[Markup]) -> Iterator[Markup]:
    """Yield the lines of blocks, those of each appendix inside an element that folds."""
    inside = False
    for block, line in zip(blocks, lines, strict=True):
        if block.tag != "h2":
            yield line
            continue
        if inside:
            yield END
        inside = block.kind == APPENDIX
        yield fill_html(BEGIN, line) if inside else line
    if inside:
        yield END
