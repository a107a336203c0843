"""The seed corpus as bytes, and the words of each format that damage is made of."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from fuzz.fuzzing import CORPUS

_SAME = {".text": ".txt", ".markdown": ".md", ".htm": ".html", ".xhtml": ".html", ".ndjson": ".jsonl"}
_JSON = (
    b"{",
    b"}",
    b"[",
    b"]",
    b'"',
    b",",
    b":",
    b"null",
    b"NaN",
    b"-Infinity",
    b"1e999",
    b"\\ud800",
    b"\\u0000",
    b"9" * 5000,
)
_TABLE = (
    b'"',
    b'""',
    b",",
    b"\t",
    b";",
    b"|",
    b"\r",
    b"\n",
    b"\x00",
    b",,,,,,,,",
    b'"\n',
    b'",',
    b"\xef\xbb\xbf",
    b"\xff\xfe",
)
_TAGS = (
    b"<", b">", b"</p>", b"<p>", b"<table><tr><td>", b"</table>", b"<div>" * 30, b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<?xml",
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;", b"&#x110000;", b"&#0;", b"&#xd800;", b"<meta charset=utf-16>", b"<script>",
    b"<svg>", b"<math>", b"<template>", b"<a href='x'>", b"<td colspan=99999999999>", b"<body>", b"</body></html>", b"<base href=//x>",
)  # fmt: skip
_PDF = (
    b"<<", b">>", b"[", b"]", b"(", b")", b"stream\n", b"endstream", b"endobj", b"2 0 R", b"99 0 R", b"-1", b"/Kids [2 0 R]",
    b"/Length 999999999", b"/Count -5", b"/Filter /FlateDecode", b"/Filter [/ASCIIHexDecode /LZWDecode]", b"/Prev 0", b"xref",
    b"trailer << /Root 2 0 R >>", b"startxref\n0", b"Tj", b"BT", b"ET", b"q", b"Q", b"cm", b"Tf", b"/F1", b"/Parent 1 0 R",
    b"<D800>", b"(\\000)", b"/Encrypt 5 0 R", b"/Type /ObjStm", b"0 Tf", b"1e99 0 0 1e99 0 0 cm", b"/W [1 1 1]", b"/Contents 2 0 R",
)  # fmt: skip
_WORD = (
    b"<w:p>", b"</w:p>", b"<w:r><w:t>", b"</w:t></w:r>", b"<w:tbl>", b"<w:tr><w:tc>", b"<w:ins>", b"<w:del>", b"<w:sdt>", b"<",
    b"/>", b"&a;", b"&#0;", b'<w:gridSpan w:val="999999999"/>', b"<w:txbxContent>", b"<!DOCTYPE w [<!ENTITY a 'b'>]>", b"<?x?>", b"<!-- -->",
    b'Target="../../../etc/passwd"', b'TargetMode="External"', b"<w:altChunk/>", b"xmlns:w='x'",
)  # fmt: skip
_TIMES = (
    b"-->",
    b"00:00:01,000 --> 00:00:02,000",
    b"99:99:99.999 --> 0:0:0,0",
    b"WEBVTT",
    b"\n\n",
    b"<v ",
    b"<rt>",
    b"{\\",
    b"NOTE",
    b"&#0;",
)
_MARKDOWN = (
    b"---\n",
    b"+++\n",
    b"|",
    b"|---|",
    b"```",
    b"# ",
    b"[](",
    b"a = [[[[",
    b"a = 1979-05-27",
    b"x: ",
    b"- ",
    b"**",
    b"\\|",
    b"a.b.c=1\n",
)
WORDS = {
    ".md": _MARKDOWN, ".html": _TAGS, ".pdf": _PDF, ".jsonl": _JSON, ".csv": _TABLE, ".srt": _TIMES, ".vtt": _TIMES,
}  # fmt: skip
"""What a format is made of, by suffix."""


def plain(suffix: str) -> str:
    """The suffix under which the corpus holds a format."""
    return _SAME.get(suffix, suffix)


def seeds_of(suffix: str) -> list[bytes]:
    """The corpus's files of a format; all there are for one that it does not know yet."""
    folder = CORPUS / plain(suffix).removeprefix(".")
    if suffix == ".docx":
        return [packed(word_parts())]
    paths = sorted(folder.iterdir()) if folder.is_dir() else sorted(CORPUS.rglob("*.*"))
    return [path.read_bytes() for path in paths if path.is_file()]


def word_parts() -> dict[str, bytes]:
    """The parts of a small Word file by name."""
    root = CORPUS / "docx"
    return {
        str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*.*")) if path.is_file()
    }


def packed(parts: dict[str, bytes]) -> bytes:
    """A ZIP archive of the parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def written(folder: Path, name: str, data: bytes) -> Path:
    """A file with these bytes."""
    path = folder / name
    path.write_bytes(data)
    return path


WORD_WORDS = _WORD
JSON_WORDS = _JSON
TABLE_WORDS = _TABLE
TAG_WORDS = _TAGS
