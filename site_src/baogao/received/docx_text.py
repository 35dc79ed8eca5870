"""The text of a Word document: its paragraphs and the rows of its tables, as they are shown."""

import zipfile
from collections.abc import Iterator
from io import BytesIO

import docx
from docx.oxml.ns import qn
from lxml import etree

from baogao.content.limits import MEGABYTE
from baogao.received.not_taken import NotTaken

MOST_UNPACKED = 100 * MEGABYTE
PARAGRAPH, ROW, CELL = qn("w:p"), qn("w:tr"), qn("w:tc")
WORDS = {qn("w:t"): None, qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n"}
# What is written a second time, for programs that cannot show the first.
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
NO_WORD = "no Word document: save it as .docx"


def text_of(data: bytes) -> str:
    """Return the text of a document; raise `NotTaken` where it is none."""
    _require_word_document(data)
    try:
        body = docx.Document(BytesIO(data)).element.body
    except (KeyError, ValueError, etree.XMLSyntaxError, zipfile.BadZipFile):
        raise NotTaken("a Word document that cannot be read: save it anew") from None
    return "\n".join(_lines(body))


def _require_word_document(data: bytes) -> None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = {part.filename: part for part in archive.infolist()}
    except zipfile.BadZipFile:
        raise NotTaken(NO_WORD) from None
    if "word/document.xml" not in parts:
        raise NotTaken(NO_WORD)
    unpacked = sum(part.file_size for part in parts.values())
    if unpacked > MOST_UNPACKED:
        raise NotTaken(f"{unpacked} bytes when unpacked are too many: at most {MOST_UNPACKED}")
    if any(part.flag_bits & 1 for part in parts.values()):
        raise NotTaken("encrypted: save it without a password")


def _lines(body: etree._Element) -> Iterator[str]:
    """Yield the paragraphs outside of tables, and a line for each row of data."""
    for element in body.iter(PARAGRAPH, ROW):
        if element.tag == ROW and _is_data(element):
            yield "　".join(filter(None, (_cell(cell) for cell in element.iter(CELL))))
        elif element.tag == PARAGRAPH and not _is_in_data(element):
            yield _words(element)


def _is_data(row: etree._Element) -> bool:
    """Say whether a row's cells are data: several, of one paragraph each."""
    cells = list(row.iter(CELL))
    return len(cells) > 1 and all(len(list(cell.iter(PARAGRAPH))) == 1 for cell in cells)


def _is_in_data(paragraph: etree._Element) -> bool:
    return any(_is_data(row) for row in paragraph.iterancestors(ROW))


def _cell(cell: etree._Element) -> str:
    return "".join(map(_words, cell.iter(PARAGRAPH))).strip()


def _words(paragraph: etree._Element) -> str:
    """Return the words of a paragraph; those that a reviewer deleted are none of them."""
    words = []
    for part in paragraph.iter(*WORDS):
        owner = next(part.iterancestors(PARAGRAPH))
        if owner is paragraph and not any(True for _ in part.iterancestors(FALLBACK)):
            words.append(WORDS[part.tag] or part.text or "")
    return "".join(words)
