"""The bad files, made anew for each run: nothing large or binary lies in the repository."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping

from fuzz.seeds import packed, word_parts
from nights import NIGHTLY
from pdf_files import pdf, stream

MEGABYTE = 1_000_000
SIZE = 1.0 if NIGHTLY else 0.1
"""Of those that only their size makes bad, and that take seconds."""
STORY = (
    "曜川半導體公布，2025年第三季營收為新台幣412.7億元，年增22.4%。Revenue rose 22.4% to NT$41.27 billion."
)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a0 'ha'>"
    + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
    + "]>"
)
_OUTSIDE = '<!DOCTYPE x [<!ENTITY a11 SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>'


# -- Word --------------------------------------------------------------------------------------


def word(body: str, head: str = "", parts: Mapping[str, bytes] | None = None) -> bytes:
    """A Word file with this body; `head` stands before the document element."""
    document = (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}<w:document {_W}><w:body>{body}</w:body></w:document>'
    )
    return packed({**word_parts(), "word/document.xml": document.encode("utf-8"), **(parts or {})})


def paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def lying_package() -> bytes:
    """Headers that declare 1,000 bytes for a part that unpacks into 30 million."""
    honest = packed({**word_parts(), "word/document.xml": b" " * (30 * MEGABYTE)})
    size = struct.pack("<I", 30 * MEGABYTE)
    assert honest.count(size) >= 2
    return honest.replace(size, struct.pack("<I", 1000))


def nested_package() -> bytes:
    """An archive of archives beside a sound story: what nobody opens does no harm."""
    inner = packed({f"{n}.txt": b"0" * MEGABYTE for n in range(9)})
    for _ in range(3):
        inner = packed({f"{n}.zip": inner for n in range(9)})
    return word(paragraph(STORY), parts={"word/media/inner.zip": inner})


def padded_package() -> bytes:
    """A part of ten million empty paragraphs, beside noise that keeps the whole package's ratio small."""
    noise = random.Random(1).randbytes(400_000)
    return word("<w:p/>" * (9 * MEGABYTE), parts={"word/media/noise.png": noise})


def many_parts() -> bytes:
    return word(paragraph(STORY), parts={f"word/x{n}.xml": b"" for n in range(20_000)})


# -- PDF ---------------------------------------------------------------------------------------


def deflated(data: bytes, times: int = 1) -> bytes:
    """A stream that unpacks into `data`, packed `times` times over."""
    for _ in range(times):
        data = zlib.compress(data, 9)
    return stream(data, b"/Filter [" + b"/FlateDecode " * times + b"]")


_CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
_FONT = b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> %s >>"


def page_of(content: bytes, *more: bytes, resources: bytes = b"") -> bytes:
    """One page that draws object 4, with `more` objects behind."""
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R " + _FONT % resources + b" >>"
    )
    return pdf(_CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, content, *more)


_SHOWN = b"BT /F1 12 Tf 50 700 Td (Revenue rose 22.4% to NT$41.27 billion, it said.) Tj ET "


def forms() -> bytes:
    """Forms that each draw the next one ten times: 10^20 texts."""
    named = [b"/XObject << /X %d 0 R >>" % (number + 1) for number in range(5, 25)]
    each = [
        stream(b"/X Do " * 10, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << " + one + b" >>")
        for one in named
    ]
    return page_of(
        stream(_SHOWN + b"/X Do"),
        *each,
        stream(_SHOWN, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]"),
        resources=b"/XObject << /X 5 0 R >>",
    )


def own_form() -> bytes:
    form = stream(
        b"/X Do /X Do",
        b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>",
    )
    return page_of(stream(_SHOWN + b"/X Do"), form, resources=b"/XObject << /X 5 0 R >>")


def many_pages() -> bytes:
    """One page that the tree names 3,000 times."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R " + _FONT % b"" + b" >>"
    return pdf(
        _CATALOG, b"<< /Type /Pages /Kids [" + b"3 0 R " * 3000 + b"] /Count 3000 >>", page, stream(_SHOWN)
    )


def encrypted_pdf() -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(page_of(stream(_SHOWN)))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


_CMAP = b"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange endcmap"
PDFS: dict[str, Callable[[], bytes]] = {
    "own parent": lambda: pdf(_CATALOG, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"),
    "two parents": lambda: pdf(_CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>"),
    "object that is itself": lambda: pdf(_CATALOG, b"2 0 R"),
    "objects in a ring": lambda: pdf(b"2 0 R", b"3 0 R", b"1 0 R"),
    "length of itself": lambda: page_of(b"<< /Length 4 0 R >>\nstream\nBT ET\nendstream"),
    "huge length": lambda: page_of(b"<< /Length 99999999999 >>\nstream\n" + _SHOWN + b"\nendstream"),
    "huge count": lambda: pdf(_CATALOG, b"<< /Type /Pages /Kids [] /Count 2000000000 >>"),
    "huge size": lambda: pdf(_CATALOG, b"<< /Type /Pages /Kids [] /Count 0 >>", trailer=b"/Root 1 0 R /Size 4000000000"),
    "earlier table is this one": lambda: pdf(_CATALOG, b"<< /Kids [] >>", trailer=b"/Root 1 0 R /Prev 9"),
    "tables in a ring": lambda: b"%PDF-1.7\nxref\n0 0\ntrailer << /Prev 9 /Root 1 0 R >>\nstartxref\n9\n%%EOF",
    "deep array": lambda: pdf(_CATALOG, b"[" * 100_000 + b"]" * 100_000),
    "deep dictionary": lambda: pdf(_CATALOG, b"<< /A " * int(SIZE * 50_000)),
    "page of blanks": lambda: page_of(deflated(b" " * int(SIZE * 60 * MEGABYTE))),
    "page of commands": lambda: page_of(deflated(_SHOWN * int(SIZE * SIZE * 400_000))),
    "page of strings": lambda: page_of(deflated(b"BT /F1 9 Tf " + b"(a) Tj " * int(SIZE * SIZE * 2_000_000) + b"ET")),
    "page of brackets": lambda: page_of(deflated(b"[" * 500_000)),
    "packed ten times": lambda: page_of(deflated(b"0" * int(SIZE * 70 * MEGABYTE), times=10)),
    "forms in forms": forms,
    "form that draws itself": own_form,
    "one page 3,000 times": many_pages,
    "map of all numbers": lambda: page_of(
        stream(b"BT /F2 9 Tf <0041> Tj ET"), stream(_CMAP),
        resources=b"/Font << /F2 << /Type /Font /Subtype /Type0 /BaseFont /T /Encoding /Identity-H /ToUnicode 5 0 R /DescendantFonts [] >> >>",
    ),
    "encrypted": encrypted_pdf,
    "truncated": lambda: page_of(stream(_SHOWN))[:300],
    "nothing but a head": lambda: b"%PDF-1.7\n",
    "noise behind a head": lambda: b"%PDF-1.7\n" + random.Random(2).randbytes(200_000),
}  # fmt: skip
WORDS: dict[str, Callable[[], bytes]] = {
    "flat bomb": lambda: word(paragraph(" " * (30 * MEGABYTE))),
    "lying headers": lying_package,
    "archives in archives": nested_package,
    "empty paragraphs beside noise": padded_package,
    "20,000 parts": many_parts,
    "billion laughs": lambda: word(paragraph("&a11;") + paragraph(STORY), head=_LAUGHS),
    "outside entity": lambda: word(paragraph("&a11;") + paragraph(STORY), head=_OUTSIDE),
    "100,000 deep": lambda: word("<w:sdt><w:sdtContent>" * 100_000),
    "240 deep": lambda: word("<w:sdt><w:sdtContent>" * 120 + paragraph(STORY) + "</w:sdtContent></w:sdt>" * 120),
    "boxes in boxes": lambda: word("<w:p><w:r><w:txbxContent>" * 80 + paragraph(STORY) + "</w:txbxContent></w:r></w:p>" * 80),
    "wide cells": lambda: word("<w:tbl>" + "<w:tr>" + "<w:tc><w:tcPr><w:gridSpan w:val='999999999'/></w:tcPr><w:p/></w:tc>" * 2000 + "</w:tr></w:tbl>" + paragraph(STORY)),
    "truncated": lambda: word(paragraph(STORY))[:700],
    "encrypted": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096),
    "no story": lambda: packed({"a.txt": b"x"}),
    "part missing": lambda: packed({"word/document.xml": b"<w:document/>"}),
    "self-related": lambda: packed({**word_parts(), "word/_rels/document.xml.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="x" Target="document.xml"/><Relationship Id="o" Type="x" TargetMode="External" Target="file:///etc/passwd"/><Relationship Id="p" Type="y" Target="../../../../etc/passwd"/></Relationships>'}),
}  # fmt: skip


# -- web pages -----------------------------------------------------------------------------------


def page(body: str, head: str = "") -> bytes:
    return f"<html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()


_TOLD = f"<article><p>{STORY}</p><p>{STORY}</p></article>"
PAGES: dict[str, Callable[[], bytes]] = {
    "100,000 deep": lambda: page("<div>" * 100_000 + f"<p>{STORY}</p>"),
    "100,000 open tags": lambda: page("<b><i>" * 50_000 + STORY),
    "5,000 tables deep": lambda: page("<table><tr><td>" * 5_000 + STORY),
    "spans deep": lambda: page(f"<p>{'<span>' * 20_000}{STORY}{'</span>' * 20_000}</p>"),
    "300,000 links": lambda: page("<a href='/x'>甲</a> " * 300_000 + _TOLD),
    "20,000 paragraphs": lambda: page(f"<p>{STORY}</p>" * int(SIZE * 20_000)),
    "wide table": lambda: page("<table><tr>" + "<td colspan=9999>1</td>" * int(SIZE * 20_000) + "</tr><tr><td>2</td></tr></table>" + _TOLD),
    "tall table": lambda: page("<table>" + "<tr><td rowspan=99999>1</td><td>2</td></tr>" * int(SIZE * 20_000) + "</table>" + _TOLD),
    "long attribute": lambda: page(f"<p title='{'x' * (5 * MEGABYTE)}'>{STORY}</p>{_TOLD}"),
    "open comment": lambda: page(_TOLD + "<!--" + "x-" * 500_000),
    "open script": lambda: page(_TOLD + "<script>" + "</scrip" * 100_000),
    "open declaration": lambda: b"<!DOCTYPE html [" + b"<!ENTITY a '" * 100_000 + page(_TOLD),
    "meta without end": lambda: b"<meta " * 200_000 + page(_TOLD),
    "billion laughs": lambda: (f'<?xml version="1.0"?>{_LAUGHS}<html><body><p>{STORY}</p><p>{STORY}</p><p>&a11;</p></body></html>').encode(),
    "outside entity": lambda: (f'<?xml version="1.0"?>{_OUTSIDE}<html><body><p>{STORY}</p><p>{STORY}</p><p>&a11;</p></body></html>').encode(),
    "numbered characters": lambda: page("<p>" + "&#x110000;&#xd800;&#0;&#99999999999;" * 20_000 + "</p>" + _TOLD),
    "dates by the thousand": lambda: page("".join(f"<time datetime='{n}-13-45'>{n}</time>" for n in range(int(SIZE * 20_000))) + _TOLD),
    "one long line": lambda: page(f"<p>{STORY * 20_000}</p>"),
    "25 MB": lambda: page("<p>x</p>" * 3_200_000),
    "NUL bytes": lambda: page(_TOLD.replace("。", "\0")),
    "truncated": lambda: page(_TOLD)[:150],
}  # fmt: skip


# -- texts and tables ------------------------------------------------------------------------------

TEXTS: dict[str, Callable[[], bytes]] = {
    "10 MB line.txt": lambda: (STORY * 110_000).encode("utf-8")[: 10 * MEGABYTE],
    "2.9 MB line.txt": lambda: b"a" * 2_900_000,
    "2 MB of brackets.txt": lambda: ("（「" * 700_000 + STORY).encode("utf-8"),
    "digits.txt": lambda: b"9" * 2_000_000 + STORY.encode("utf-8"),
    "combining.txt": lambda: (STORY + "\u0301" * 1_000_000).encode("utf-8"),
    "NUL.txt": lambda: STORY.encode("utf-8") + b"\0" + STORY.encode("utf-8"),
    "all NUL.txt": lambda: bytes(1_000_000),
    "surrogates.txt": lambda: (STORY + "\ud800\udfff" + STORY).encode("utf-8", "surrogatepass"),
    "noise.txt": lambda: random.Random(3).randbytes(1_000_000),
    "commas.csv": lambda: b",".join(b"c%d" % n for n in range(100_000)) + b"\n" + b",".join([b"1"] * 100_000) + b"\n",
    "text of 100,000.csv": lambda: b"text," + b",".join(b"c%d" % n for n in range(100_000)) + b"\n" + STORY.encode() + b",1" * 100_000 + b"\n",
    "open quote.csv": lambda: b"text,title\n\"" + STORY.encode("utf-8") * 50_000,
    "quotes.csv": lambda: b"text,title\n" + b'"a\n' * int(SIZE * 300_000),
    "wide rows.csv": lambda: b"text\n" + (b"a," * 200 + b"\n") * 5_000,
    "table.csv": lambda: b"a;b\n" + b"1;2\n" * int(SIZE * 200_000),
    "deep.jsonl": lambda: b'{"text": ' + b"[" * 100_000 + b"\n" + b'{"a":' * 100_000 + b"\n",
    "numbers.jsonl": lambda: b'{"text": NaN}\n{"text": 1e999}\n{"text": ' + b"9" * 100_000 + b'}\n{"text": "a", "text": 7}\n',
    "escapes.jsonl": lambda: b'{"text": "' + b"\\ud800" * 100_000 + STORY.encode("utf-8") + b'"}\n',
    "long row.jsonl": lambda: b'{"text": "' + b"a" * (20 * MEGABYTE) + b'"}\n{"text": "' + STORY.encode("utf-8") + b'"}\n',
    "empty rows.jsonl": lambda: b"{}\n" * int(SIZE * 100_000),
    "front matter.md": lambda: b"+++\na = " + b"[" * 100_000 + b"\n+++\n" + STORY.encode("utf-8"),
    "big number.md": lambda: b"+++\na = " + b"9" * 5_000 + b"\n+++\n" + STORY.encode("utf-8"),
    "open front matter.md": lambda: b"---\n" + b"a: b\n---x\n" * 100_000 + STORY.encode("utf-8"),
    "pipes.md": lambda: b"|" * 1_000_000 + b"\n|-|\n" + STORY.encode("utf-8"),
    "rule.md": lambda: b"a|b\n" + b"|-" * 500_000 + b"x\n" + STORY.encode("utf-8"),
    "links.md": lambda: b"# " + b"[" * 100_000 + b"](" * 100_000 + b"\n\n" + STORY.encode("utf-8"),
    "stars.md": lambda: b"# " + b"**a" * 100_000 + b"\n\n" + STORY.encode("utf-8"),
    "times.srt": lambda: b"1\n00:00:00,000 --> 00:00:00,000\n" * int(SIZE * 100_000) + STORY.encode("utf-8"),
    "rubies.vtt": lambda: b"WEBVTT\n\n00:00.000 --> 00:01.000\n" + b"<rt>" * 200_000 + STORY.encode("utf-8"),
    "voices.vtt": lambda: b"WEBVTT\n\n00:00.000 --> 00:01.000\n" + b"<v a" * 200_000 + b"\n" + STORY.encode("utf-8"),
    "blank lines.srt": lambda: b"\n" * 2_000_000 + b"1\n00:00:00,000 --> 00:00:01,000\n" + STORY.encode("utf-8"),
    "blanks.srt": lambda: b" \n\t\n" * 300_000 + b"x" * 100,
}  # fmt: skip

IMPORTS: dict[str, tuple[str, str, Callable[[], bytes]]] = {
    "deep": ("claimreview", ".json", lambda: b'{"claimReviewed": ' + b"[" * 100_000),
    "wide": ("claimreview", ".json", lambda: b"[" + b"[]," * int(SIZE * 1_000_000) + b"1]"),
    "one review in many lists": ("claimreview", ".json", lambda: b"[" * 900 + b'{"claimReviewed": "c", "reviewRating": "False"}' + b"]" * 900),
    "billion laughs": ("claimreview", ".html", lambda: f"<!DOCTYPE x {_LAUGHS[12:]}<html><script type='application/ld+json'>{{\"claimReviewed\": \"&a11;\"}}</script>".encode()),
    "deep page": ("claimreview", ".html", lambda: b"<div>" * 200_000 + b"<script type='application/ld+json'>[]</script>"),
    "many scripts": ("claimreview", ".html", lambda: b"<html>" + b"<script type='application/ld+json'>{</script>" * int(SIZE * 20_000)),
    "open quote": ("csv", ".csv", lambda: b"text,verdict\n\"" + b"a,b\n" * int(SIZE * 500_000)),
    "quotes": ("csv", ".csv", lambda: b"text,verdict\n" + b'"a,b\n' * int(SIZE * 200_000)),
    "columns": ("csv", ".csv", lambda: b"text,verdict," + b",".join(b"c%d" % n for n in range(100_000)) + b"\n1,2\n" * 20),
    "tabs": ("checkthat", ".tsv", lambda: b"vclaim_id\tvclaim\n" + b'1\t"a\n' * int(SIZE * 200_000)),
    "bomb": ("cofacts", ".zip", lambda: packed({"articles.csv": b"id,text\n" + b"a,b\n" * 5_000_000, "replies.csv": b"id,createdAt\n", "article_replies.csv": b"articleId,replyId,status\n"})),
    "lying headers": ("cofacts", ".zip", lambda: _lying_tables()),
    "climbing names": ("cofacts", ".zip", lambda: packed({"../../articles.csv": b"id,text\na,b\n", "/etc/replies.csv": b"id,createdAt\n", "C:\\article_replies.csv": b"x\n"})),
    "locked": ("cofacts", ".zip", lambda: _locked_tables()),
}  # fmt: skip


def _lying_tables() -> bytes:
    tables = {
        "replies.csv": b"id,createdAt\n",
        "article_replies.csv": b"articleId,replyId,status\n",
        "articles.csv": b"id,text\n" + b" " * (30 * MEGABYTE),
    }
    honest = packed(tables)
    return honest.replace(struct.pack("<I", len(tables["articles.csv"])), struct.pack("<I", 9))


def _locked_tables() -> bytes:
    """Archives whose entries claim to be encrypted."""
    out = bytearray(
        packed(
            {
                "replies.csv": b"id,createdAt\n",
                "article_replies.csv": b"articleId,replyId,status\n",
                "articles.csv": b"id,text\n",
            }
        )
    )
    with zipfile.ZipFile(io.BytesIO(bytes(out))) as archive:
        for entry in archive.infolist():
            out[entry.header_offset + 6] |= 1
    place = out.find(b"PK\x01\x02")
    while place >= 0:
        out[place + 8] |= 1
        place = out.find(b"PK\x01\x02", place + 1)
    return bytes(out)
