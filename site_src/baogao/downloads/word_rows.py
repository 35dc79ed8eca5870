"""What is counted of the reports as text, as rows: words, first uses, likeness."""

from collections.abc import Iterator
from decimal import Decimal

from baogao.content.vocabulary.section_kinds import LOOKING_AHEAD, LOOKING_BACK
from baogao.corpus.attention import Attention
from baogao.corpus.corpus import Corpus
from baogao.corpus.similarity import Similarity, similarities
from baogao.corpus.term_counts import TermCount
from baogao.downloads.cells import quoted
from baogao.downloads.statement_rows import Row

DECIMALS = 4
STATED = LOOKING_BACK | LOOKING_AHEAD  # an appendix only explains


def term_count_rows(corpus: Corpus, area: str) -> Iterator[Row]:
    """Yield how often an area's reports use the words of the lists."""
    return map(_term_count, corpus.counts_for(area))


def _term_count(count: TermCount) -> Row:
    return {
        "report": count.report,
        "list": count.list,
        "term": quoted(count.term),
        "section": count.kind,
        "hits": count.hits,
        "per_10000": count.per_10000,
    }


def first_use_rows(corpus: Corpus, area: str) -> Iterator[Row]:
    """Yield which report of an area is the first to use a word of a list."""
    first: dict[tuple[str, str], str] = {}
    for count in corpus.counts_for(area):  # in order of year
        if count.kind in STATED:
            first.setdefault((count.list, count.term), count.report)
    level = corpus.area(area).level
    for (list, term), report in sorted(first.items()):
        yield {
            "list": list,
            "term": quoted(term),
            "area": area,
            "level": level,
            "year": int(report.partition("/")[2]),
        }


def attention_rows(corpus: Corpus, area: str) -> Iterator[Row]:
    """Yield how much an area's reports speak of each list's matter, back and ahead."""
    return map(_attention, corpus.attention_for(area))


def _attention(one: Attention) -> Row:
    return {
        "report": one.report,
        "list": one.list,
        "side": one.side,
        "sentences": one.sentences,
        "sentence_share": round(one.sentence_share, DECIMALS),
        "figures": one.figures,
        "figure_share": round(one.figure_share, DECIMALS) if one.of_figures else None,
    }


def similarity_rows(corpus: Corpus, area: str) -> Iterator[Row]:
    """Yield how like an area's reports are to those before them and to those of the area above."""
    return map(_similarity, similarities(corpus, area))


def _similarity(one: Similarity) -> Row:
    repeated, near, new = one.counts or (None, None, None)
    whole = sum(one.counts)
    shares = [Decimal(number) / whole if whole else None for number in one.counts or (0, 0, 0)]
    repeated_share, near_share, new_share = (
        share if share is None else share.quantize(Decimal("0.0001")) for share in shares
    )
    return {
        "report": one.report,
        "other": one.other,
        "relation": one.relation,
        "cosine": one.cosine,
        "repeated": repeated,
        "near": near,
        "new": new,
        "repeated_share": repeated_share,
        "near_share": near_share,
        "new_share": new_share,
    }
