"""Text as the reading stages see it: one way of writing digits and punctuation, every offset kept."""
from functools import lru_cache

# One character for one character: full-width forms, the ratio sign, dashes, quotation marks and blanks of all kinds.
_CODES: dict[int, str] = {
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\uff5e~"), "-"),
    **dict.fromkeys(map(ord, "\u2236\ufe55"), ":"),
    **dict.fromkeys(map(ord, "\u300c\u300e\u301d"), "\u201c"),
    **dict.fromkeys(map(ord, "\u300d\u300f\u301e"), "\u201d"),
    **dict.fromkeys(map(ord, "\t\r\u3000\u00a0\u2002\u2003\u2009"), " "),
    **dict.fromkeys(map(ord, "\u2028\u2029\u0085"), "\n"),
    ord("\ufe6a"): "%", ord("\u2215"): "/", ord("\u2027"): "·", ord("\u30fb"): "·",
}
_FORMS = {chr(code): plain for code, plain in _CODES.items()}


@lru_cache(maxsize=2)  # the stages ask for the same text one after the other
def normalise(text: str) -> str:
    """Return the text with the same length and one spelling of digits, punctuation and blanks."""
    for form in _FORMS.keys() & set(text):  # several times as fast as str.translate on Chinese text
        text = text.replace(form, _FORMS[form])
    return text
