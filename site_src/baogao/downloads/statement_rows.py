"""What reports state, as rows: figures, paragraphs and sentences, observations, targets, reports.

A row names its columns as the data dictionary does; values are exact.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, repeat

from baogao.content.vocabulary.outcome_and_check_rules import ABSENT
from baogao.corpus.corpus import Corpus
from baogao.corpus.observations import DOUBTFUL, doubtful
from baogao.corpus.repeated_sentences import Standing
from baogao.corpus.report_sentences import extents, kind_of, sentences
from baogao.corpus.targets_with_outcomes import Target
from baogao.downloads.cells import Cell, list_cell, quoted
from baogao.records import Mention, Observation, Reading, Report

Row = dict[str, Cell]
EDITED = "edited"
NO_EARLIER = Standing("")  # in a report before, as there is none


def figure_rows(reading: Reading) -> Iterator[Row]:
    """Yield a report's figures."""
    for mention in reading.mentions:
        f = mention.figure
        yield {
            "figure": mention.anchor,
            "record": mention.nth,
            "report": reading.report.id,
            "start": f.start,
            "end": f.end,
            "text": f.text,
            "value": f.value,
            "value_high": f.value_high,
            "unit": f.unit,
            "bound": f.bound,
            "kind": f.kind,
            "status": f.status,
            "period": f.period,
            "label": f.label,
            "indicator": f.indicator or "",
            "area": f.area,
            "section": _section(reading, mention.section),
            "quote": quoted(reading.quote(mention)),
            "quality": list_cell(_marks(reading, mention)),
            "certainty": f.certainty,
            "bound_words": f.bound_words,
            "tone_words": f.tone_words,
            "tone": f.tone,
            "reviewed": mention.reviewed or None,
        }


def paragraph_rows(reading: Reading) -> Iterator[Row]:
    """Yield a report's headings and paragraphs."""
    for position, block in enumerate(reading.blocks):
        yield {
            "paragraph": block.anchor,
            "report": reading.report.id,
            "position": position,
            "level": block.level,
            "section": _section(reading, block.section),
            "text": reading.report.text[block.start : block.end],
            "kind": kind_of(reading, block.section),
        }


def sentence_rows(reading: Reading, standings: Sequence[Standing]) -> Iterator[Row]:
    """Yield a report's headings and sentences; `standings` are theirs, none in a first report."""
    report = reading.report
    told = chain(standings, repeat(NO_EARLIER))
    for one, stands in zip(sentences(reading), told, strict=False):
        yield {
            "report": report.id,
            "sentence": one.number,
            "paragraph": one.block.anchor,
            "position": one.position,
            "level": one.block.level,
            "kind": one.kind,
            "text": report.text[one.start : one.end],
            "characters": one.characters,
            "figures": one.figures,
            "targets": one.targets,
            "standing": stands.standing,
            "earlier": stands.place,
        }


def observation_row(o: Observation) -> Row:
    """Return an observation as a row."""
    return {
        "figure": o.anchor,
        "report": o.report,
        "area": o.area,
        "indicator": o.indicator,
        "measure": o.measure,
        "period": o.period,
        "value": o.value,
        "value_high": o.value_high,
        "unit": o.unit,
        "bound": o.bound,
        "status": o.status,
        "quote": quoted(o.quote),
        "quality": list_cell(o.quality),
        "record": o.nth,
        "against": o.against,
        "bound_words": o.bound_words,
        "tone_words": o.tone_words,
        "tone": o.tone,
        "qualifiers": list_cell(o.qualifiers),
        "text": o.text,
    }


def target_row(target: Target) -> Row:
    """Return a target with its outcome as a row."""
    promise, outcome = target.promise, target.outcome
    low, high = target.limits
    return {
        "area": promise.area,
        "year": promise.year,
        "indicator": promise.indicator,
        "measure": promise.measure,
        "unit": promise.unit,
        "target_low": low,
        "target_high": high,
        "bound": promise.bound,
        "basis": promise.basis,
        "outcome": outcome.value if outcome else None,
        "outcome_bound": outcome.bound if outcome else "",
        "state": target.state,
        "target_report": promise.report,
        "outcome_report": "" if target.state == ABSENT else target.next_report,
        "target_figure": promise.anchor,
        "outcome_figure": target.outcomes[0].anchor if target.outcomes else "",
        "against": promise.against,
        "bound_words": promise.bound_words,
        "tone_words": promise.tone_words,
        "tone": promise.tone,
        "state_code": target.code,
        "reason": target.reason,
        "qualifiers": list_cell(promise.qualifiers),
        "near": list_cell(one.anchor for one in target.near),
        "near_words": quoted("；".join(one.words for one in target.near)),
        "target_text": promise.text,
        "outcome_text": outcome.text if outcome else "",
        "outcome_bound_words": outcome.bound_words if outcome else "",
        "quality": DOUBTFUL if target.doubtful else "",
    }


def report_row(corpus: Corpus, reading: Reading) -> Row:
    """Return a report, its source, and how much was read in it, as a row."""
    r, source = reading.report, corpus.source(reading.report.source.file)
    changed = sum(note.now is not None for note in reading.notes)
    whole, back, ahead = extents(sentences(reading))
    return {
        "report": r.id,
        "area": r.area,
        "year": r.year,
        "title": r.title,
        "date": r.date,
        "meeting": r.meeting,
        "office": r.office,
        "speaker": r.speaker,
        "reviews": list_cell(r.reviews),
        "plans": list_cell(r.plans),
        "excerpt": r.excerpt,
        "characters": _characters(r),
        "figures": len(reading.mentions),
        "known": sum(bool(m.figure.indicator) for m in reading.mentions),
        "corrections": changed,
        "doubts": len(reading.notes) - changed,
        "source_file": source.file,
        "source_sha256": source.sha256,
        "source_received": source.received,
        "source_origin": source.origin,
        "area_inferred": r.area_inferred,
        "reviewed": sum(m.reviewed for m in reading.mentions),
        "altered": quoted("".join(r.altered)),
        "may_be_wrong": quoted("".join(r.may_be_wrong)),
        "sentences": whole.sentences,
        "sentences_with_figures": whole.with_figures,
        "review_characters": back.characters,
        "review_sentences": back.sentences,
        "review_sentences_with_figures": back.with_figures,
        "plan_characters": ahead.characters,
        "plan_sentences": ahead.sentences,
        "plan_sentences_with_figures": ahead.with_figures,
        "source_address": source.address,
    }


def review_rows(reading: Reading) -> Iterator[Row]:
    """Yield how many figures of a report a person has checked, by how surely they were read."""
    for count in reading.review_counts:
        yield {
            "report": reading.report.id,
            "certainty": count.certainty,
            "weight": count.against,
            "figures": count.figures,
            "checked": count.checked,
            "right": count.right,
            "wrong": count.wrong,
            "rejected": count.rejected,
            "missed": count.missed,
        }


def _section(reading: Reading, number: int) -> str:
    return quoted(reading.sections[number].title) if reading.sections else ""


def _marks(reading: Reading, mention: Mention) -> Iterator[str]:
    if doubtful(reading, mention.figure.start, mention.figure.end):
        yield DOUBTFUL
    if mention.edited:
        yield EDITED


def _characters(report: Report) -> int:
    return len("".join(report.text[report.body :].split()))
