"""Chinese words on a page in another language, marked as such.

They are what reports say, and what people have written beside it: sentences, labels, names of
meetings. A browser takes the right font for what is marked, and a screen reader the right voice.
"""

import re

HAN = r"\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
RUN = re.compile(f"[^\\s<]*[{HAN}](?:[^<]*[{HAN}])?[^\\s<]*")  # from the first to the last
# What is looked at: words behind an element's beginning or end. Those of scripts and styles are no
# place for an element.
PIECE = re.compile(f"<(?:script|style)\\b.*?</(?:script|style)>|>([^<]*[{HAN}][^<]*)", re.DOTALL)
ONLY_WORDS = re.compile(r"<(?:title|option|text|tspan|textarea)\b")  # elements that hold no others
IN_CHINESE = re.compile(r"\blang=\"?zh")
TAG = 'lang="zh-Hans"'


def chinese_marked(html: str) -> str:
    """Return a page with its Chinese words in elements of their language."""
    done: list[str] = []
    at = 0
    for piece in PIECE.finditer(html):
        if words := piece[1]:
            begin = html.rindex("<", 0, piece.start())
            done += html[at:begin], _marked(html[begin : piece.start(1)], words)
            at = piece.end()
    return "".join([*done, html[at:]])


def _marked(tag: str, words: str) -> str:
    """Return a beginning or end of an element, and the words behind it as of their language."""
    if ONLY_WORDS.match(tag):
        said = "" if "lang=" in tag else f" {TAG}"
        return ONLY_WORDS.sub(lambda name: name[0] + said, tag) + words
    if IN_CHINESE.search(tag):
        return tag + words
    return tag + RUN.sub(lambda run: f"<span {TAG}>{run[0]}</span>", words)
