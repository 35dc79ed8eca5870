"""A report's lines as headings and paragraphs, where the source broke them and where it did not.

A numbered line opens a part and is a heading: `一、2018年工作回顾`, `（一）着力稳企业稳增长`. A
run-in sentence that names what its paragraph is about (`民营经济持续健康发展。`) opens a paragraph
and stays in it.
"""

import re
from dataclasses import dataclass
from itertools import groupby

from baogao.cleaning.heading_breaks import Breaks
from baogao.cleaning.typography import tidy, typeset

RUN_IN = 1_000  # a line longer than this has lost its breaks
HAN_NUMBER = "[一二三四五六七八九十]{1,3}"
MARKERS = (
    re.compile(rf"{HAN_NUMBER}、"),
    re.compile(rf"（{HAN_NUMBER}）"),
    re.compile(r"（?\d{1,2}(?:[.．、](?!\d)|）)"),
)
MARKER = re.compile("|".join(f"(?:{m.pattern})" for m in MARKERS))
# " (一)经济发展稳中有进民营企业健康发展。": a lost break shows as a blank before the number
LOST_BREAK = re.compile(
    rf"""
    (?<= [。！？；：”）] )                             # a sentence ends
    \s+
    (?= {HAN_NUMBER}、 | [(（] {HAN_NUMBER} [)）] )    # 一、 or （一）
    """,
    re.X,
)
ADDRESS = re.compile(r"(?<=[。！])(?=各位代表[，！：])")
SALUTATION = re.compile(r"各位代表：")
SENTENCE = re.compile(r"[^。！？]*[。！？]+[”’）]*|[^。！？]+$")
MEETING = re.compile(r"（?\d{4}年.*?会议上）?")
LONGEST_HEADING = 45
LONGEST_OPENING = 200  # characters within which the salutation stands
SHOWN = 40  # characters of a line in a doubt
DEEPEST = 4  # level of a heading
UNSURE = "heading and text run together in the source: {!r}; is the break right?"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the cleaned report, and what is unsure of it.

    It is a heading of level 2 to 4, or a paragraph (0).
    """

    level: int
    text: str
    doubt: str = ""


def paragraphs(lines: tuple[str, ...], breaks: Breaks) -> tuple[Line, ...]:
    """Return the cleaned lines of a report, breaks restored where a line has lost them."""
    out: list[Line] = []
    for line in lines:
        parts = _restored(line, breaks) if len(line) > RUN_IN else [Line(0, typeset(tidy(line)))]
        out += [part for part in parts if part.text]
    return _levelled(out)


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
    out = []
    for line in lines:
        kind = next((i for i, m in enumerate(MARKERS) if m.match(line.text)), None)
        if kind is None or not _is_heading(line):
            out.append(Line(0, line.text, line.doubt))
        else:
            kinds = [outer for outer in kinds if outer < kind] + [kind]
            out.append(Line(min(1 + len(kinds), DEEPEST), line.text, line.doubt))
    return tuple(out)


def _is_heading(line: Line) -> bool:
    if line.level:
        return True
    return len(line.text) <= LONGEST_HEADING and not line.text.endswith(("；", "，"))
