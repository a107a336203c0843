"""Makers of small real files: PDF bytes with a text layer, DOCX packages, and a local web server."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

MakePdf = Callable[..., bytes]
MakeDocx = Callable[..., bytes]


def _cmap(characters: str) -> bytes:
    """A ToUnicode map that gives each character its own code point as glyph number."""
    rows = "\n".join(f"<{ord(c):04X}> <{ord(c):04X}>" for c in sorted(set(characters)))
    count = len(set(characters))
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{count} beginbfchar\n{rows}\nendbfchar endcmap end end"
    ).encode("ascii")


def _stream(body: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(body), body)


def _pdf(pages: list[list[str]], information: str = "") -> bytes:
    """A PDF whose pages show the given lines; an empty line leaves a gap."""
    everything = "".join(line for page in pages for line in page) or " "
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /T /Encoding /Identity-H"
        b" /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /T /DW 1000"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] /ToUnicode 4 0 R >>",
        _stream(_cmap(everything)),
        f"<< {information} >>".encode(),
    ]
    for number, lines in enumerate(pages):
        shown = "\n".join(
            f"BT /F1 12 Tf 50 {780 - 16 * place} Td <{line.encode('utf-16-be').hex()}> Tj ET"
            for place, line in enumerate(lines)
            if line
        )
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {7 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(_stream(shown.encode("ascii")))
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R /Info 5 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        start,
    )
    return bytes(out)


@pytest.fixture
def make_pdf() -> MakePdf:
    return _pdf


def _docx(
    paragraphs: list[str], rows: list[list[str]] | None = None, title: str = "", author: str = ""
) -> bytes:
    from docx import Document

    document = Document()
    for words in paragraphs:
        document.add_paragraph(words)
    if rows:
        table = document.add_table(rows=0, cols=len(rows[0]))
        for row in rows:
            cells = table.add_row().cells
            for cell, words in zip(cells, row, strict=True):
                cell.text = words
        document.add_paragraph("after the table")
    if title:
        document.core_properties.title = title
    if author:
        document.core_properties.author = author
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.fixture
def make_docx() -> MakeDocx:
    return _docx


class Site:
    """Pages of a local server: path -> (status, headers, body); a body may be a callable."""

    def __init__(self) -> None:
        self.pages: dict[
            str, tuple[int, dict[str, str], bytes | Callable[[BaseHTTPRequestHandler], None]]
        ] = {}
        self.hosts: list[str] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.hosts.append(self.headers["Host"])
                status, headers, body = site.pages.get(self.path, (404, {}, b"none"))
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                try:
                    if callable(body):
                        body(self)
                    else:
                        self.wfile.write(body)
                except (BrokenPipeError, ConnectionResetError):
                    return

            def log_message(self, *_: object) -> None:
                """Keep the server's log off the terminal."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        threading.Thread(
            target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        ).start()

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"


@pytest.fixture
def site() -> Iterator[Site]:
    served = Site()
    yield served
    served.server.shutdown()
    served.server.server_close()
