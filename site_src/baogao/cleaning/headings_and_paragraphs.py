"""A report's lines as headings and paragraphs, where the source broke them and where it did not.

A numbered line opens a part and is a heading: `一、2018年工作回顾`, `（一）着力稳企业稳增长`. A
run-in sentence that names what its paragraph is about (`民营经济持续健康发展。`) opens a paragraph
and stays in it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from baogao.cleaning.heading_breaks import Breaks
from baogao.cleaning.typography import tidy, typeset
from baogao.content.limits import LONGEST_LINE

RUN_IN = 1_000  # a line longer than this has lost its breaks
HAN_NUMBER = "[一二三四五六七八九十]{1,3}"
MARKERS = (
    re.compile(rf"{HAN_NUMBER}、"),
    re.compile(rf"（{HAN_NUMBER}）"),
    re.compile(r"（?\d{1,2}(?:[.．、](?!\d)|）)"),
)
MARKER = re.compile("|".join(f"(?:{m.pattern})" for m in MARKERS))
# " (一)经济发展稳中有进民营企业健康发展。": a lost break shows as a number behind a sentence, and
# mostly as a blank before the number
LOST_BREAK = re.compile(
    rf"""
    (?<= [。！？；：”）] ) \s+                         # a sentence ends
    (?= {HAN_NUMBER}、 | [(（] {HAN_NUMBER} [)）] )    # 一、 or （一）
    | (?<= [。！？!] )
    (?= {HAN_NUMBER}、 (?! {HAN_NUMBER} [、产季] ) | [(（] {HAN_NUMBER} [)）] )
    """,
    re.X,
)
ADDRESS = re.compile(r"(?<=[。！])(?=各位代表[，！：])")
SALUTATION = re.compile(r"各位代表：")
SENTENCE = re.compile(r"[^。！？]*[。！？]+[”’）]*|[^。！？]+$")
CLAUSE = re.compile(r"[^；，]{1,900}[；，]?")
MEETING = re.compile(r"（?\d{4}年.*?会议上）?")
LONGEST_HEADING = 45
SENTENCE_MARKS = re.compile("[。；：！？]")
# “十三五”成就: a title without a number has no sentence's mark
TITLE_WORDS = re.compile(r"[“《\w][^。；：！？!，]{2,28}[\w”》]")
ENDS = ("。", "！", "？", "”", "）")
SHORTEST_TEXT = 40  # characters of a paragraph below a title without a number
LONGEST_OPENING = 200  # characters within which the salutation stands
SHOWN = 40  # characters of a line in a doubt
PART_LEVEL, DEEPEST = 2, 4  # levels of headings
COMFORTABLE = 600  # characters of a part of a paragraph that is too long
UNSURE = "heading and text run together in the source: {!r}; is the break right?"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the cleaned report, and what is unsure of it.

    It is a heading of level 2 to 4, or a paragraph (0).
    """

    level: int
    text: str
    doubt: str = ""


def paragraphs(
    lines: tuple[str, ...], breaks: Breaks, appendices: frozenset[int] = frozenset()
) -> tuple[Line, ...]:
    """Return the cleaned lines of a report, breaks restored where a line has lost them.

    `appendices` are the numbers of the lines that head what is appended: nothing in there opens a
    part of the report.
    """
    end = min(appendices, default=len(lines))
    out: list[Line] = []
    for line in lines[:end]:
        parts = _restored(line, breaks) if len(line) > RUN_IN else [Line(0, typeset(tidy(line)))]
        out += [part for part in parts if part.text]
    appended = (
        Line(PART_LEVEL if i in appendices else 0, typeset(tidy(line)))
        for i, line in enumerate(lines[end:], end)
    )
    return tuple(part for line in (*_levelled(out), *appended) for part in _readable(line))


def _readable(line: Line) -> Iterator[Line]:
    """Yield a line; one that is longer than can be read in parts that end with a sentence."""
    if len(line.text) <= LONGEST_LINE:
        yield line
        return
    most = -(-len(line.text) // -(-len(line.text) // COMFORTABLE))  # parts of about one length
    part = ""
    for piece in _pieces(line.text):
        if part and len(part) + len(piece) > max(most, COMFORTABLE):
            yield Line(0, part)
            part = ""
        part += piece
    yield Line(0, part, line.doubt)


def _pieces(text: str) -> Iterator[str]:
    """Yield the sentences of a text, and the clauses of one that is longer than can be read."""
    for sentence in SENTENCE.findall(text):
        if len(sentence) <= LONGEST_LINE:
            yield sentence
        else:
            yield from CLAUSE.findall(sentence)


def was_run_in(lines: tuple[str, ...]) -> bool:
    """Say whether some line had lost its breaks."""
    return any(len(line) > RUN_IN for line in lines)


def _restored(line: str, breaks: Breaks) -> list[Line]:
    """Break a line that has lost its breaks.

    It is cut at numbers, then each piece into its heading and paragraphs.
    """
    opening, *pieces = [typeset(tidy(piece)) for piece in LOST_BREAK.split(line.strip())]
    out, opening = _opening(opening)
    if MARKER.match(opening):
        pieces.insert(0, opening)
    else:
        out += _paragraphs(opening, breaks)
    for piece, cut in zip(pieces, _cuts(pieces, breaks), strict=True):
        is_sure = piece[cut - 1] == "。" or cut == len(piece)
        out.append(Line(2, piece[:cut], "" if is_sure else UNSURE.format(piece[:SHOWN])))
        out += _paragraphs(piece[cut:], breaks)
    return out


def _cuts(pieces: list[str], breaks: Breaks) -> list[int]:
    """Return where the pieces' headings end.

    They are judged together with their siblings of the same part, the parts themselves one by one.
    """
    cuts: list[int] = []
    for is_part, group in groupby(pieces, key=lambda piece: bool(MARKERS[0].match(piece))):
        siblings = list(group)
        if is_part:
            cuts += [breaks.headings([piece])[0] for piece in siblings]
        else:
            cuts += breaks.headings(siblings)
    return cuts


def _paragraphs(text: str, breaks: Breaks) -> list[Line]:
    return [Line(0, p) for part in ADDRESS.split(text) for p in _led(part, breaks)]


def _opening(text: str) -> tuple[list[Line], str]:
    """Cut who reports, when and where, off the salutation; return its lines, and the rest."""
    salutation = SALUTATION.search(text[:LONGEST_OPENING])
    if not salutation:
        return [], text
    head = text[: salutation.start()]
    meeting = MEETING.match(head)
    parts = [meeting[0], head[meeting.end() :]] if meeting else [head]
    lines = [Line(0, part) for part in [*parts, salutation[0]] if part]
    return lines, text[salutation.end() :]


def _led(text: str, breaks: Breaks) -> list[str]:
    """Break a run of sentences before each that leads a paragraph."""
    out: list[str] = []
    for sentence in SENTENCE.findall(text):
        if out and not breaks.leads(sentence):
            out[-1] += sentence
        else:
            out.append(sentence)
    return out


def _levelled(lines: list[Line]) -> tuple[Line, ...]:
    """Give every heading its level: `一、` is 2, what it numbers inside is one deeper."""
    kinds: list[int] = []  # of the headings around
    numbered = any(MARKERS[0].match(line.text) for line in lines)
    out = []
    for i, line in enumerate(lines):
        kind = _kind(lines, i, numbered)
        if kind is None:
            out.append(Line(0, line.text, line.doubt))
        else:
            kinds = [outer for outer in kinds if outer < kind] + [kind]
            out.append(Line(min(1 + len(kinds), DEEPEST), line.text, line.doubt))
    return tuple(out)


def _kind(lines: list[Line], i: int, numbered: bool) -> int | None:
    """Return which form of heading a line has, the outermost 0; None where it is a paragraph.

    A line without a number is a part where no line has 一、, else the innermost.
    """
    line = lines[i]
    kind = _form(line.text)
    if kind is None:
        return (len(MARKERS) if numbered else 0) if _stands_alone(lines, i) else None
    if line.level:
        return kind
    if len(line.text) > LONGEST_HEADING or line.text.endswith(("；", "，")):
        return None
    return kind if _is_title(line.text) or _has_text_below(lines, i, kind) else None


def _form(text: str) -> int | None:
    return next((i for i, marker in enumerate(MARKERS) if marker.match(text)), None)


def _is_title(text: str) -> bool:
    """Say whether a numbered line is no sentence, or one that only names its subject."""
    words = MARKER.sub("", text, count=1)
    if MARKERS[-1].match(text):
        return not SENTENCE_MARKS.search(words)
    return not SENTENCE_MARKS.search(words.removesuffix("。"))


def _has_text_below(lines: list[Line], i: int, kind: int) -> bool:
    """Say whether a sentence of its own line is followed by what it heads, and by no sibling."""
    words = MARKER.sub("", lines[i].text, count=1)
    if SENTENCE_MARKS.search(words.removesuffix("。")) or i + 1 == len(lines):
        return False
    below = lines[i + 1].text
    beside = {_form(near.text) for near in (*lines[max(0, i - 1) : i], lines[i + 1])}
    return kind not in beside and len(below) > len(lines[i].text)


def _stands_alone(lines: list[Line], i: int) -> bool:
    """Say whether a line without a number is a title between whole paragraphs."""
    text = lines[i].text
    if not TITLE_WORDS.fullmatch(text) or not 0 < i < len(lines) - 1:
        return False
    before, below = lines[i - 1].text, lines[i + 1].text
    return before.endswith(ENDS) and (len(below) > SHORTEST_TEXT or _form(below) is not None)
