"""Makers of small real files: PDF bytes with a text layer, DOCX packages, and a local web server."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from pdf_files import pdf, stream

MakePdf = Callable[..., bytes]
Placed = tuple[float, float, float, str]
"""x, y and size in points, and the words that are drawn there."""
MakeDocx = Callable[..., bytes]


def _cmap(characters: str) -> bytes:
    """A ToUnicode map that gives each character its own code point as glyph number."""
    rows = [f"<{ord(c):04X}> <{ord(c):04X}>" for c in sorted(set(characters))]
    # A block holds a hundred rows at most.
    blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    maps = "\n".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{maps} endcmap end end"
    ).encode("ascii")


def _assembled(contents: list[bytes], everything: str, information: str = "") -> bytes:
    """A PDF with one page a content stream: F1 holds every character a square em, F2 is Helvetica."""
    kids = " ".join(f"{7 + 2 * number} 0 R" for number in range(len(contents)))
    picture = b"\xff\x00" * 4
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /T /Encoding /Identity-H"
        b" /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /T /DW 1000"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] /ToUnicode 4 0 R >>",
        stream(_cmap(everything or " ")),
        f"<< {information} >>".encode(),
        stream(
            picture,
            b"/Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 1 /ColorSpace /DeviceGray",
        ),
    ]
    for number, content in enumerate(contents):
        pictures = "/XObject << /I 6 0 R >>" * (b"/I Do" in content)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {8 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R /F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica"
            f" /Encoding /WinAnsiEncoding >> >> {pictures} >> >>".encode()
        )
        objects.append(stream(content))
    return pdf(*objects, trailer=b"/Root 1 0 R /Info 5 0 R")


def _pdf(pages: list[list[str]], information: str = "") -> bytes:
    """A PDF whose pages show the given lines; an empty line leaves a gap."""
    contents = [
        "\n".join(
            f"BT /F1 12 Tf 50 {780 - 16 * place} Td <{line.encode('utf-16-be').hex()}> Tj ET"
            for place, line in enumerate(lines)
            if line
        ).encode("ascii")
        for lines in pages
    ]
    return _assembled(contents, "".join(line for page in pages for line in page), information)


SCANNED = b"q 600 0 0 800 0 0 cm /I Do Q"
"""What a scanner's page draws: one picture and nothing else."""


def _pdf_of_contents(pages: list[list[Placed] | bytes], *, one_block: bool = False) -> bytes:
    """A PDF whose pages draw words at given places in the given order, or a raw content stream.

    `one_block`: all words of a page in one text object, as programs write it that go line by line.
    """
    contents = []
    for page in pages:
        if isinstance(page, bytes):
            contents.append(page)
            continue
        drawn = [
            f"/{_font(text)} {size} Tf 1 0 0 1 {x} {y} Tm {_shown(text)} Tj" for x, y, size, text in page
        ]
        joined = " ".join(drawn)
        contents.append(
            (f"BT {joined} ET" if one_block else "\n".join(f"BT {one} ET" for one in drawn)).encode()
        )
    words = "".join(text for page in pages if not isinstance(page, bytes) for *_, text in page)
    return _assembled(contents, words)


# Adobe's widths of Helvetica for the characters from blank to tilde, in thousandths of an em.
# fmt: off
_HELVETICA = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778,
    722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278,
    278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
)
# fmt: on


def width_of(words: str, size: float) -> float:
    """How wide Helvetica draws ASCII words, in points."""
    return sum(_HELVETICA[ord(one) - 32] for one in words) * size / 1000


def _font(text: str) -> str:
    return "F2" if text.isascii() else "F1"


def _shown(text: str) -> str:
    return f"<{text.encode('ascii' if text.isascii() else 'utf-16-be').hex()}>"


@pytest.fixture
def make_placed_pdf() -> MakePdf:
    return _pdf_of_contents


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
