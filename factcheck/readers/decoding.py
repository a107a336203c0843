"""Bytes -> text: byte order mark, declared charset, UTF-8, then a guess that is said to be one.

Order: the caller's option, a byte order mark, the declared charset, strict UTF-8, and last the
candidates of `guessing.py`. Afterwards line ends become LF, and NUL and lone surrogates become
U+FFFD; nothing else is changed.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from factcheck.errors import ReadError, UnknownName
from factcheck.readers.guessing import guess, plausibility

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDER: dict[str, tuple[str, ...]] = {
    # The WHATWG Encoding Standard reads these labels as their supersets.
    "gb2312": ("gb18030",),
    "gbk": ("gb18030",),
    "gb18030": ("gb18030",),
    "big5": ("cp950", "big5hkscs"),
    "cp950": ("cp950", "big5hkscs"),
    "big5hkscs": ("big5hkscs", "cp950"),
    "ascii": ("utf-8", "cp1252"),
    "iso8859-1": ("cp1252", "latin-1"),
    "utf-16": ("utf-16-le", "utf-16-be"),
}
_BELIEVED = (
    *("euc_kr", "cp949", "johab", "euc_j", "shift_jis", "cp932"),
    *("cp1251", "koi8", "iso8859-5", "mac-cyrillic", "cp866", "cp1253", "iso8859-7"),
    *("cp1255", "iso8859-8", "cp1256", "iso8859-6", "cp874", "iso8859-11", "tis-620"),
)
"""How declared encodings begin that are not doubted: Korean, Japanese, Cyrillic, Greek, Hebrew, Arabic, Thai.

A text in them always looks strange here, and a page that declares one is in it.
"""
_ESCAPING = ("hz", "iso2022")
"""How encodings of seven bits begin, which escape what is not ASCII: their bytes always are UTF-8 as well."""
_NO_CHARSETS = frozenset({"idna", "punycode", "unicode-escape", "unicode_escape", "raw-unicode-escape"})
_OPTION_NAMES = (
    "utf-8",
    "utf-16",
    "gb18030",
    "gbk",
    "gb2312",
    "big5",
    "big5hkscs",
    "cp950",
    "cp1252",
    "latin-1",
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_BINARY_SHARE = 0.02
"""Share of control and undecodable characters from which a file is no text."""
_SAMPLE = 65_536
"""Characters that are weighed when two readings compete."""
_DOUBTFUL = 0.3
"""Plausibility below which a declared encoding is doubted: news reaches 0.6 and more, another table's 0.1."""
_CLEARER = 0.4
"""How much more plausible another reading has to be than the declared one."""
_UNREADABLE = re.compile("[\x00\ud800-\udfff]")
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive (DOCX, XLSX, EPUB)"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a SQLite database"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text with the words to say about it."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()
    """About the encoding: guessed, contradicted, or damaged."""
    guessed: bool = False


def decode(data: bytes, *, declared: str | None = None, option: str | None = None) -> Decoded:
    """The text of `data` without its byte order mark; line ends and NUL are left to `clean`.

    `declared` is what a header or the document itself states, `option` what the caller states.
    ReadError for binary data and for bytes that the option's encoding does not fit; UnknownName
    for an option that is no text encoding.
    """
    magic = _magic(data)
    if magic:
        raise ReadError(f"Wanted text, found {magic}; give the file its proper suffix or convert it to text.")
    decoded = (
        _optional(data, option) if option else _marked(data) or _declared(data, declared) or _unmarked(data)
    )
    _refuse_binary(decoded.text)
    return decoded


def codec_of(data: bytes, decoded: Decoded) -> str:
    """The codec that made `decoded` of `data`, for decoding what follows; its mark is not its part."""
    encoding = _canonical(decoded.encoding) or "utf-8"
    if encoding == "utf-16" and data.startswith(codecs.BOM_UTF16_BE):
        return "utf-16-be"
    codecs_to_try = _WIDER.get(encoding, (encoding,))
    return next((codec for codec in codecs_to_try if _first_fit(data, (codec,)) is not None), encoding)


def clean(text: str) -> tuple[str, tuple[str, ...]]:
    """`text` with LF line ends and U+FFFD for NUL and lone surrogates, and a note where any was replaced."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.lstrip("\ufeff")
    text, count = _UNREADABLE.subn("\ufffd", text)
    return text, ((f"{count} NUL or lone surrogate characters were replaced by U+FFFD.",) if count else ())


def _magic(data: bytes) -> str | None:
    """What kind of binary file `data` begins like."""
    return next((name for start, name in _MAGIC if data.startswith(start)), None)


def _optional(data: bytes, name: str) -> Decoded:
    """Decoded as the caller says, or refused."""
    encoding = _canonical(name)
    if encoding is None:
        raise UnknownName("text encoding", name, _OPTION_NAMES)
    for bom, marked in _BOMS:
        if data.startswith(bom) and (marked == encoding or marked.startswith(encoding)):
            data, encoding = data[len(bom) :], marked
            break
    text = _first_fit(data, _WIDER.get(encoding, (encoding,)))
    if text is None:
        raise ReadError(
            f"The text is not {name}, the encoding asked for; leave the option out to have it detected."
        )
    return Decoded(text, name)


def _marked(data: bytes) -> Decoded | None:
    """Decoded by its byte order mark, with replacement where the rest is damaged."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            body = data[len(bom) :]
            errors = "strict" if encoding == "utf-8" else "surrogatepass"
            try:
                return Decoded(body.decode(encoding, errors), encoding)
            except UnicodeDecodeError:
                text = body.decode(encoding, "replace")
                return Decoded(text, encoding, (_damage(text.count("\ufffd"), encoding),))
    return None


def _declared(data: bytes, label: str | None) -> Decoded | None:
    """Decoded as declared, unless the bytes do not fit or plainly read better as UTF-8."""
    encoding = _canonical(label) if label else None
    if encoding is None:
        return None
    text = _first_fit(data, _WIDER.get(encoding, (encoding,)))
    if text is None:
        return None
    if encoding == "utf-8" or encoding.startswith(_ESCAPING):
        return Decoded(text, encoding)
    unicode = _first_fit(data, ("utf-8",))
    if (
        unicode is not None
        and unicode != text
        and plausibility(unicode[:_SAMPLE]) > plausibility(text[:_SAMPLE])
    ):
        return Decoded(unicode, "utf-8", (f"Declared as {label}, but the bytes are UTF-8.",))
    found = _otherwise(data, text, label) if not encoding.startswith(_BELIEVED) else None
    return found or Decoded(text, encoding)


def _otherwise(data: bytes, text: str, label: str | None) -> Decoded | None:
    """The reading of a page that is declared wrongly: Big5 as GBK, GBK as Latin-1; None where it is not.

    Nearly all bytes fit each of these tables, so only what they say tells.
    """
    likely = plausibility(text[:_SAMPLE])
    found = guess(data) if likely < _DOUBTFUL else None
    if found is None or found[2] or plausibility(found[0][:_SAMPLE]) < likely + _CLEARER:
        return None
    note = f"Declared as {label}, but the text reads as {found[1]}, which was taken."
    return Decoded(found[0], found[1], (note,), guessed=True)


def _unmarked(data: bytes) -> Decoded:
    """Decoded as UTF-8, else as the most plausible candidate, with a note that it is a guess."""
    text = _first_fit(data, ("utf-8",))
    if text is not None:
        return _utf16_after_all(data, text) or Decoded(text, "utf-8")
    found = guess(data)
    if found is None:
        raise ReadError(
            "Wanted text, found bytes that no known encoding makes readable (binary data?);"
            " if it is text, name its encoding with the encoding option."
        )
    text, encoding, damaged = found
    if damaged:
        return Decoded(text, encoding, (_damage(damaged, encoding),))
    return Decoded(text, encoding, (_guessed(encoding),), guessed=True)


def _canonical(label: str) -> str | None:
    """Python's name of a text encoding; None for an unknown one and for byte-to-byte codecs."""
    try:
        name = codecs.lookup(label.strip().strip("\"'")).name
        "a".encode(name)
    except (LookupError, ValueError):
        # An unknown name, a codec that is not a text encoding, or a name with a NUL in it.
        return None
    if name in _NO_CHARSETS:
        return None
    return "utf-8" if name == "utf-8-sig" else name


def _first_fit(data: bytes, encodings: tuple[str, ...]) -> str | None:
    """`data` in the first of `encodings` that fits without a fault."""
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except ValueError:
            continue
    return None


def _utf16_after_all(data: bytes, text: str) -> Decoded | None:
    """UTF-16 without a mark whose bytes happen to be valid UTF-8: full of control characters when read so."""
    if not _CONTROL.search(text[:_SAMPLE]):
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        wide = _first_fit(data, (encoding,))
        if wide is not None and plausibility(wide[:_SAMPLE]) > max(0.0, plausibility(text[:_SAMPLE])):
            return Decoded(wide, encoding, (_guessed(encoding),), guessed=True)
    return None


def _refuse_binary(text: str) -> None:
    """ReadError where control and undecodable characters are too many for a text."""
    strange = len(_CONTROL.findall(text)) + text.count("\ufffd")
    if strange and strange > max(1, len(text) * _BINARY_SHARE):
        raise ReadError(
            f"Wanted text, found binary data ({strange} control or undecodable characters in {len(text)});"
            " give a text, HTML, PDF or DOCX file."
        )


def _guessed(encoding: str) -> str:
    remedy = "name it with the encoding option if the text looks wrong"
    return f"No encoding is declared and {encoding} was guessed; {remedy}."


def _damage(count: int, encoding: str) -> str:
    return f"{count} places that are not valid {encoding} were replaced by U+FFFD; the file may be damaged."
