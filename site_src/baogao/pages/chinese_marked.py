"""Chinese words on a page in another language, marked as such.

They are what reports say, and what people have written beside it: sentences, labels, names of
meetings. A browser takes the right font for what is marked, and a screen reader the right voice.
"""

import re

HAN = r"\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
RUN = re.compile(f"[^\\s<]*[{HAN}](?:[^<]*[{HAN}])?[^\\s<]*")  # from the first to the last
PIECE = re.compile(
    f"""
    <(?P<whole>script|style)\\b.*?</(?P=whole)>     # no place for an element
    | <(?P<only>title|option|text|tspan|textarea)\\b(?P<said>[^>]*)>(?P<own>[^<]*[{HAN}][^<]*)
    | <[^>]*\\blang="?zh[^>]*>[^<]*                          # marked already
    | <[^>]*>
    | [^<]*[{HAN}][^<]*
    """,
    re.DOTALL | re.VERBOSE,
)
TAG = 'lang="zh-Hans"'


def chinese_marked(html: str) -> str:
    """Return a page with its Chinese words in elements of their language."""
    return PIECE.sub(_marked, html)


def _marked(piece: re.Match[str]) -> str:
    text = piece[0]
    if piece["only"]:
        said = "" if "lang=" in piece["said"] else f" {TAG}"
        return f"<{piece['only']}{said}{piece['said']}>{piece['own']}"
    if text.startswith("<"):
        return text
    return RUN.sub(lambda run: f"<span {TAG}>{run[0]}</span>", text)
