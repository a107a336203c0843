"""Paragraphs and tables in order; changes accepted; bombs and broken packages refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from factcheck.errors import EmptyDocument, ReadError
from factcheck.readers.docx import read_docx
from factcheck.readers.drafts import Draft, Origin
from factcheck.readers.options import ReadOptions

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _read(data: bytes) -> Draft:
    (draft,) = read_docx(data, Origin("a.docx", "a.docx"), ReadOptions())
    return draft


def _with_part(data: bytes, name: str, body: bytes) -> bytes:
    """The package with one part replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.namelist():
            if item != name:
                new.writestr(item, old.read(item))
        new.writestr(name, body)
    return out.getvalue()


@pytest.mark.parametrize("words", ["Exports resumed.", "出口恢復。", "出口恢复。", "Exports 已恢復。"])
def test_paragraphs_tables_and_properties(make_docx: Callable[..., bytes], words: str) -> None:
    draft = _read(make_docx([words, "", "Second."], [["Year", "Sales"], ["2025", "80億"]], "Chips", "李大文"))
    assert draft.text == f"{words}\nSecond.\nYear\tSales\n2025\t80億\nafter the table"
    assert (draft.title, draft.author) == ("Chips", "李大文")
    assert draft.published is None


def test_inserted_text_is_kept_deleted_text_is_not_and_content_controls_are_opened(
    make_docx: Callable[..., bytes],
) -> None:
    body = (
        f"<w:document {W}><w:body><w:sdt><w:sdtContent><w:p><w:r><w:t>出口</w:t></w:r>"
        "<w:ins><w:r><w:t>已恢復</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>停止</w:delText></w:r></w:del>"
        "<w:hyperlink><w:r><w:t> now</w:t></w:r></w:hyperlink></w:p></w:sdtContent></w:sdt>"
        "</w:body></w:document>"
    )
    assert _read(_with_part(make_docx(["x"]), "word/document.xml", body.encode())).text == "出口已恢復 now"


def test_footnotes_left_out_are_said(make_docx: Callable[..., bytes]) -> None:
    body = f'<w:footnotes {W}><w:footnote w:id="2"><w:p/></w:footnote></w:footnotes>'.encode()
    assert "Footnotes" in _read(_with_part(make_docx(["x"]), "word/footnotes.xml", body)).notes[0]
    separators = f'<w:footnotes {W}><w:footnote w:type="separator" w:id="0"/></w:footnotes>'.encode()
    assert _read(_with_part(make_docx(["x"]), "word/footnotes.xml", separators)).notes == ()


def test_truncation_at_any_place_is_a_read_error(make_docx: Callable[..., bytes]) -> None:
    whole = make_docx(["Exports resumed."])
    for cut in (0, 3, 200, len(whole) // 2, len(whole) - 30):
        with pytest.raises(ReadError, match="damaged or truncated"):
            _read(whole[:cut])


def test_a_bomb_is_not_opened(make_docx: Callable[..., bytes]) -> None:
    bomb = _with_part(make_docx(["x"]), "word/media/zeros.bin", b"\x00" * 12_000_000)
    with pytest.raises(ReadError, match="not opened"):
        _read(bomb)


def test_entities_are_not_expanded(make_docx: Callable[..., bytes]) -> None:
    body = (
        '<!DOCTYPE d [<!ENTITY a "SECRET"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
        f"<w:document {W}><w:body><w:p><w:r><w:t>open &a;&f; text</w:t></w:r></w:p></w:body></w:document>"
    )
    try:
        text = _read(_with_part(make_docx(["x"]), "word/document.xml", body.encode())).text
    except ReadError:
        return
    assert "SECRET" not in text and text.startswith("open")


@pytest.mark.parametrize(
    ("data", "words"), [(b"\xd0\xcf\x11\xe0 old", "old Word"), (b"PK no zip", "damaged")]
)
def test_other_files_are_named(data: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        _read(data)


def test_a_zip_that_is_no_document_and_a_blank_one(make_docx: Callable[..., bytes]) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("a.txt", "x")
    with pytest.raises(ReadError, match="without word/document.xml"):
        _read(out.getvalue())
    with pytest.raises(EmptyDocument):
        _read(make_docx(["", " "]))
