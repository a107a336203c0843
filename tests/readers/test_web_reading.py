"""From a URL to a document: kind by media type, page and moment kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from factcheck.errors import UnsupportedFormat
from factcheck.read import ReadOptions, read

LOCAL = ReadOptions(allow_private=True, timeout=5)
HTML = (
    '<html><head><meta charset="big5"><title>晶片出口</title></head><body><article>'
    "<p>晶片出口於三月恢復，公司表示銷售額達80億美元。</p></article></body></html>"
).encode("cp950")


@pytest.mark.parametrize("kind", ["text/html", "application/octet-stream"])
def test_a_page_keeps_its_bytes_url_and_moment(site: Any, kind: str) -> None:
    site.pages["/"] = (200, {"Content-Type": kind}, HTML)
    (document,) = read(site.url("/"), LOCAL)
    assert "晶片出口於三月恢復，公司表示銷售額達80億美元。" in document.text
    assert (document.page, document.url, document.path, document.title) == (
        HTML,
        site.url("/"),
        None,
        "晶片出口",
    )
    assert document.accessed is not None


def test_a_pdf_and_a_text_by_url(site: Any, make_pdf: Callable[..., bytes]) -> None:
    site.pages["/a"] = (
        200,
        {"Content-Type": "application/pdf"},
        make_pdf([["Chip exports resumed in March."]]),
    )
    site.pages["/b"] = (200, {"Content-Type": "text/plain"}, "芯片出口于三月恢复。".encode("gbk"))
    (pdf,) = read(site.url("/a"), LOCAL)
    (text,) = read(site.url("/b"), LOCAL)
    assert pdf.text == "Chip exports resumed in March."
    assert text.text == "芯片出口于三月恢复。"
    assert "guessed" in text.notes[0]


def test_an_image_is_refused_by_its_type(site: Any) -> None:
    site.pages["/"] = (200, {"Content-Type": "image/png"}, b"\x89PNG")
    with pytest.raises(UnsupportedFormat, match="found image/png"):
        list(read(site.url("/"), LOCAL))
