"""Take the text out of a file, whatever form it has; what it holds tells the form, not its name."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import version

from baogao.content.limits import LARGEST
from baogao.received import encodings
from baogao.received.not_taken import NotTaken

# What files begin with that hold no text, in words.
OF_NO_USE = (
    (b"\x89PNG", "an image: run a text recognition (OCR) over it first"),
    (b"\xff\xd8\xff", "an image: run a text recognition (OCR) over it first"),
    (b"GIF8", "an image: run a text recognition (OCR) over it first"),
    (b"II*\0", "an image: run a text recognition (OCR) over it first"),
    (b"MM\0*", "an image: run a text recognition (OCR) over it first"),
    (b"BM", "an image: run a text recognition (OCR) over it first"),
    (b"RIFF", "an image: run a text recognition (OCR) over it first"),
    (b"{\\rtf", "a rich text file (.rtf): open it in a word processor and save it as .docx"),
    (b"MIME-Version:", "a web archive (.mhtml): save the page as HTML"),
    (b"From: <Saved by", "a web archive (.mhtml): save the page as HTML"),
    (b"Rar!", "an archive: unpack it first"),
    (b"7z\xbc\xaf", "an archive: unpack it first"),
    (b"\x1f\x8b", "an archive: unpack it first"),
)
OLE = b"\xd0\xcf\x11\xe0"
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
ENCRYPTED = "encrypted: save it without a password"
LEGACY = "a legacy .doc or .wps: open it in a word processor and save it as .docx"
TEXT, HTML, PDF, DOCX = ".txt", ".html", ".pdf", ".docx"


@dataclass(frozen=True, slots=True)
class Taken:
    """The text of a file, the suffix of its form, and by what its text was taken.

    Nothing took it (`by` is empty) where the file is UTF-8 text itself.
    """

    text: str = ""
    suffix: str = ""
    by: str = ""


def take(data: bytes) -> Taken:
    """Return the text of a file; raise `NotTaken` where there is none to be had."""
    form = _form(data)
    require_size(len(data), form)
    if form in BY_LIBRARY:
        library, module = BY_LIBRARY[form]
        text = _of(module)(data)
        return Taken(text, form, f"{library} {version(library)}")
    text, encoding = encodings.decoded(data)
    by = "" if encoding in encodings.AS_IT_IS else encodings.named(encoding)
    if not encodings.is_html(text):
        return Taken(text, TEXT, by)
    words = _of("html_text")(text)
    return Taken(words, HTML, ", ".join(filter(None, (f"lxml {version('lxml')}", by))))


def require_size(size: int, form: str = PDF) -> None:
    """Raise `NotTaken` where a file of a form, or of whatever form, has more bytes than it may."""
    if size > LARGEST[form]:
        raise NotTaken(f"{size} bytes are too many: at most {LARGEST[form] // 1000} KB")


# By which library, in which module.
BY_LIBRARY = {PDF: ("pypdfium2", "pdf_text"), DOCX: ("python-docx", "docx_text")}


def _of(module: str) -> Callable[..., str]:
    """Return what takes the text out of one form; its library is imported only now."""
    taker: Callable[..., str] = import_module(f"baogao.received.{module}").text_of
    return taker


def _form(data: bytes) -> str:
    """Return the suffix of a file's form; raise `NotTaken` where it is none that holds text."""
    if data[:1024].lstrip().startswith(b"%PDF"):
        return PDF
    if data.startswith(b"PK\x03\x04"):
        return DOCX
    if data.startswith(OLE):
        raise NotTaken(ENCRYPTED if ENCRYPTED_PACKAGE in data else LEGACY)
    for begin, message in OF_NO_USE:
        if data.startswith(begin):
            raise NotTaken(message)
    return TEXT
