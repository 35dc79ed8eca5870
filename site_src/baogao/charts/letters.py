"""How wide words are, and where names break: places are known before anything is drawn."""

import re

from baogao.charts.shape_kinds import SIZE, SMALL

ELLIPSIS = "…"
NEVER_FIRST = "，。、；：！？）》”"  # marks that begin no line
FIRST_WIDE = 0x2E7F  # characters behind it are as wide as they are high, and a few before it
WIDE = "～−"
WORD = re.compile(r"[A-Za-zÀ-ɏ'’-]+")
NARROW = "ijltfrI .,:;|()'"


def text_width(text: str) -> float:
    """Estimate how wide a text is in pixels, on the safe side."""
    return sum(map(_width, text)) * SIZE


def _width(char: str) -> float:
    if ord(char) > FIRST_WIDE or char in WIDE:
        return 1
    return 0.4 if char in NARROW else 0.6


def small_width(text: str) -> float:
    """Estimate how wide a text in small letters is."""
    return text_width(text) * SMALL / SIZE


def has_room(name: str, width: float) -> bool:
    """Say whether lines of a width leave the words of letters in a name whole."""
    return all(text_width(word) <= width for word in WORD.findall(name))


def wrap(name: str, width: float) -> list[str]:
    """Break a name into at most two lines, alike in length; too long a name ends in an ellipsis.

    Words are kept whole where that leaves room for them.
    """
    if text_width(name) > width:
        width = min(width, text_width(name) / 2 + SIZE)
    lines = [""]
    for part in _parts(name, width):
        if text_width(lines[-1] + part) > width and part not in NEVER_FIRST:
            if len(lines) == 2:
                return [lines[0], _cut(lines[1], width)]
            lines.append("")
            part = part.lstrip()
        lines[-1] += part
    return lines


def _parts(name: str, width: float) -> list[str]:
    """Return what a line may break between: words of letters, and single characters."""
    parts: list[str] = []
    for char in name:
        if parts and _in_one_word(parts[-1], char) and text_width(parts[-1] + char) <= width:
            parts[-1] += char
        else:
            parts.append(char)
    return parts


def _in_one_word(word: str, char: str) -> bool:
    """Say whether a character goes on with a word of letters."""
    return char != " " and max(ord(word[-1]), ord(char)) <= FIRST_WIDE and char not in WIDE


def _cut(line: str, width: float) -> str:
    while line and text_width(line + ELLIPSIS) > width + SIZE:
        line = line[:-1]
    return line[:-1] + ELLIPSIS if text_width(line + ELLIPSIS) > width else line + ELLIPSIS
