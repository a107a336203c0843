"""Paragraphs and tables in order; changes accepted; bombs and broken packages refused."""

from __future__ import annotations

import io
import random
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.errors import EmptyDocument, ReadError
from factcheck.model import Document
from factcheck.read import ReadFailure, read_each
from factcheck.readers import docx
from factcheck.readers.docx import read_docx
from factcheck.readers.drafts import Draft, Origin
from factcheck.readers.options import ReadOptions

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

BOXES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def _read(data: bytes, options: ReadOptions | None = None) -> Draft:
    (draft,) = read_docx(data, Origin("a.docx", "a.docx"), options or ReadOptions())
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
    assert draft.text == f"{words}\nSecond.\nYear：2025，Sales：80億。\nafter the table"
    assert (draft.title, draft.author) == ("Chips", "李大文")
    assert draft.published is None


def _document(body: str) -> bytes:
    """A document's own part."""
    return f"<w:document {W} {BOXES}><w:body>{body}<w:sectPr/></w:body></w:document>".encode()


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def _gone(text: str) -> str:
    return f"<w:del><w:r><w:delText>{text}</w:delText></w:r></w:del>"


@pytest.mark.parametrize(
    ("kept", "added", "gone", "moved", "linked"),
    [
        ("Exports ", "have resumed", "were stopped", " in March", ", it said."),
        ("出口", "已恢復", "停止", "於三月", "，公司表示。"),
        ("出口", "已恢复", "停止", "于三月", "，公司表示。"),
        ("NVIDIA 的出口", " has resumed", "停止", " 於三月", "，公司表示。"),
    ],
)
def test_tracked_changes_are_read_as_accepted_and_said(
    make_docx: Callable[..., bytes], kept: str, added: str, gone: str, moved: str, linked: str
) -> None:
    body = (
        f"<w:sdt><w:sdtContent><w:p>{_run(kept)}<w:ins>{_run(added)}</w:ins>{_gone(gone)}"
        f"<w:moveTo>{_run(moved)}</w:moveTo><w:hyperlink>{_run(linked)}</w:hyperlink></w:p></w:sdtContent></w:sdt>"
        f"<w:p><w:moveFrom>{_run(moved)}</w:moveFrom></w:p>"
    )
    draft = _read(_with_part(make_docx(["x"]), "word/document.xml", _document(body)))
    assert draft.text == kept + added + moved + linked
    (note,) = draft.notes
    assert "tracked changes" in note and "inserted text was taken as accepted" in note
    assert note.endswith("(2 and 2 places).")


def test_a_deleted_paragraph_end_and_a_deleted_row(make_docx: Callable[..., bytes]) -> None:
    end = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    rows = "".join(
        f"<w:tr><w:trPr>{mark}</w:trPr><w:tc><w:p>{_run(one)}</w:p></w:tc><w:tc><w:p>{_run(other)}</w:p></w:tc></w:tr>"
        for mark, one, other in (
            ("", "營收", "80億"),
            ("<w:del/>", "淨利", "9億"),
            ("<w:ins/>", "毛利", "30億"),
        )
    )
    body = f"<w:p>{end}{_run('出口已')}</w:p><w:p>{_run('恢復。')}</w:p><w:tbl>{rows}</w:tbl>"
    draft = _read(_with_part(make_docx(["x"]), "word/document.xml", _document(body)))
    assert draft.text == "出口已恢復。\n營收：80億。\n毛利：30億。"
    assert "(1 and 2 places)" in draft.notes[0]


def test_a_file_without_changes_says_nothing_of_them(make_docx: Callable[..., bytes]) -> None:
    assert _read(make_docx(["Exports resumed."], [["Year", "Sales"], ["2025", "80"]])).notes == ()


def test_a_text_box_is_read_once_and_the_reading_over_characters_not_at_all(
    make_docx: Callable[..., bytes],
) -> None:
    box = f"<w:txbxContent><w:p>{_run('In the box: sales rose 5%.')}</w:p></w:txbxContent>"
    body = (
        f"<w:p>{_run('Exports resumed.')}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        f"</mc:AlternateContent></w:r></w:p><w:p><w:r><w:ruby><w:rt>{_run('xing')}</w:rt><w:rubyBase>{_run('行')}"
        f"</w:rubyBase></w:ruby></w:r>{_run('情上漲。')}</w:p>"
    )
    draft = _read(_with_part(make_docx(["x"]), "word/document.xml", _document(body)))
    assert draft.text == "Exports resumed.\nIn the box: sales rose 5%.\n行情上漲。"


def test_a_table_in_a_table_is_read_once(make_docx: Callable[..., bytes]) -> None:
    inner = f"<w:tbl><w:tr><w:tc><w:p>{_run('inner')}</w:p></w:tc></w:tr></w:tbl>"
    body = f"<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc><w:tc><w:p>{_run('outer')}</w:p></w:tc></w:tr></w:tbl>"
    assert _read(_with_part(make_docx(["x"]), "word/document.xml", _document(body))).text == "inner: outer."


def test_words_beside_the_text_are_said(make_docx: Callable[..., bytes]) -> None:
    """Footnotes, comments, headers and hidden words; a separator or a page number is none of them."""
    note = f'<w:footnotes {W}><w:footnote w:id="2"><w:p/></w:footnote></w:footnotes>'.encode()
    comment = (
        f'<w:comments {W}><w:comment w:id="1"><w:p>{_run("怎麼說？")}</w:p></w:comment></w:comments>'.encode()
    )
    for name, part, kind in (
        ("word/footnotes.xml", note, "footnotes and endnotes"),
        ("word/comments.xml", comment, "comments"),
        (
            "word/header1.xml",
            f"<w:hdr {W}><w:p>{_run('內部文件')}</w:p></w:hdr>".encode(),
            "headers and footers",
        ),
    ):
        draft = _read(_with_part(make_docx(["出口恢復。"]), name, part))
        assert draft.text == "出口恢復。"
        assert draft.notes == (f"Not part of the text that was read: {kind}.",)
    hidden = f"<w:p>{_run('Seen.')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>Unseen.</w:t></w:r></w:p>"
    draft = _read(_with_part(make_docx(["x"]), "word/document.xml", _document(hidden)))
    assert (draft.text, draft.notes) == ("Seen.", ("Not part of the text that was read: hidden text.",))
    separators = f'<w:footnotes {W}><w:footnote w:type="separator" w:id="0"/></w:footnotes>'.encode()
    assert _read(_with_part(make_docx(["x"]), "word/footnotes.xml", separators)).notes == ()
    page = f"<w:ftr {W}><w:p>{_run('3')}</w:p></w:ftr>".encode()
    assert _read(_with_part(make_docx(["x"]), "word/footer1.xml", page)).notes == ()


def test_truncation_at_any_place_is_a_read_error(make_docx: Callable[..., bytes]) -> None:
    whole = make_docx(["Exports resumed."])
    for cut in (0, 3, 200, len(whole) // 2, len(whole) - 30):
        with pytest.raises(ReadError, match="damaged or truncated"):
            _read(whole[:cut])


def _stored_at(data: bytes, name: str) -> tuple[int, int]:
    """(first byte, length) of a part's packed bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        part = package.getinfo(name)
    names = data[part.header_offset + 26 : part.header_offset + 30]
    start = (
        part.header_offset + 30 + int.from_bytes(names[:2], "little") + int.from_bytes(names[2:], "little")
    )
    return start, part.compress_size


@pytest.mark.parametrize("name", ["word/footnotes.xml", "word/comments.xml", "word/document.xml"])
@pytest.mark.parametrize("words", ["Exports resumed.", "出口恢復。", "出口恢复。"])
def test_a_corrupt_stream_is_one_line_and_ends_no_run(
    make_docx: Callable[..., bytes], tmp_path: Path, name: str, words: str
) -> None:
    """What is no deflated data makes zipfile raise zlib.error, which is neither its own nor an OSError."""
    body = f"<w:footnotes {W}>{_run(words) * 40}</w:footnotes>".encode()
    data = bytearray(_with_part(make_docx([words]), name, body))
    start, length = _stored_at(bytes(data), name)
    data[start : start + length] = b"\xff" * length
    (tmp_path / "a.docx").write_bytes(data)
    (tmp_path / "b.txt").write_text(words, encoding="utf-8")
    failure, document = read_each([tmp_path])
    assert isinstance(failure, ReadFailure) and failure.error is ReadError
    assert failure.message.startswith("Wanted a DOCX file, found a damaged or truncated one (error: Error -3")
    assert isinstance(document, Document) and document.text == words


def test_damage_in_a_part_that_is_not_read_costs_no_text(make_docx: Callable[..., bytes]) -> None:
    data = bytearray(_with_part(make_docx(["出口恢復。"]), "word/media/a.png", b"picture " * 40))
    start, length = _stored_at(bytes(data), "word/media/a.png")
    data[start : start + length] = b"\xff" * length
    assert _read(bytes(data)).text == "出口恢復。"


def test_a_bit_that_flips_anywhere_is_a_text_or_a_read_error(make_docx: Callable[..., bytes]) -> None:
    note = (
        f'<w:footnotes {W}><w:footnote w:id="2">{_run("註腳 note 注脚")}</w:footnote></w:footnotes>'.encode()
    )
    whole = _with_part(make_docx(["Exports resumed."]), "word/footnotes.xml", note)
    start, length = _stored_at(whole, "word/footnotes.xml")
    drawn = random.Random(7)
    for place in (*range(start - 50, start + length), *drawn.choices(range(len(whole)), k=400)):
        data = bytearray(whole)
        data[place] ^= 1 << drawn.randrange(8)
        try:
            _read(bytes(data))
        except ReadError as error:
            assert "\n" not in str(error)


def test_a_bomb_is_not_opened(make_docx: Callable[..., bytes]) -> None:
    bomb = _with_part(make_docx(["x"]), "word/media/zeros.bin", b"\x00" * 12_000_000)
    with pytest.raises(ReadError, match="not opened"):
        _read(bomb)


def _noise(size: int) -> bytes:
    """Bytes that pack to no less."""
    return random.Random(7).randbytes(size)


def test_each_limit_is_named_with_what_helps(
    make_docx: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A setting that does not change the limit is not spoken of."""
    plain = make_docx(["出口恢復。"])
    with pytest.raises(
        ReadError, match=r"at most 200 times its packed size, found 12,\d{3},\d{3} .*as \.txt"
    ) as close:
        _read(_with_part(plain, "word/media/zeros.bin", b"\x00" * 12_000_000))
    with pytest.raises(ReadError, match=r"200 times its packed size, found 11,000,000 .*as \.txt") as closest:
        _read(_with_part(_with_part(plain, "a.bin", _noise(200_000)), "word/a.xml", b" " * 11_000_000))
    monkeypatch.setattr(docx, "XML_PART", 500_000)
    with pytest.raises(
        ReadError, match=r"at most 500,000 bytes, found 600,000 in 'word/a\.xml'.*as \.txt"
    ) as large:
        _read(_with_part(plain, "word/a.xml", _noise(600_000)))
    for caught in (close, closest, large):
        assert "max_unpacked_bytes" not in str(caught.value) and "factcheck.toml" not in str(caught.value)
    monkeypatch.undo()
    large_file = _with_part(plain, "word/media/a.png", _noise(300_000))
    with pytest.raises(
        ReadError, match=r"at most 1,000,000 bytes unpacked, found 1,\d{3},\d{3};.*max_unpacked_bytes"
    ):
        _read(large_file, ReadOptions(max_unpacked_bytes=1_000_000))
    assert _read(large_file, ReadOptions(max_unpacked_bytes=2_000_000)).text == "出口恢復。"


@pytest.mark.parametrize("name", ["word/footnotes.xml", "word/document.xml", "word/media/a.png"])
@pytest.mark.parametrize(
    ("packing", "told"), [(zipfile.ZIP_DEFLATED, "larger than"), (zipfile.ZIP_BZIP2, "another way")]
)
def test_a_bomb_that_gives_itself_out_as_small_is_not_unpacked(
    make_docx: Callable[..., bytes], name: str, packing: int, told: str
) -> None:
    """The directory says a hundred bytes of a part that holds forty million; zipfile would unpack them all."""
    plain, body = make_docx(["x"]), b" " * 40_000_000
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(plain)) as old, zipfile.ZipFile(out, "w") as new:
        for item in old.namelist():
            if item != name:
                new.writestr(item, old.read(item))
        new.writestr(zipfile.ZipInfo(name), body, packing)
        part = new.getinfo(name)
        part.file_size, part.CRC = 100, zlib.crc32(body[:100])
    tracemalloc.start()
    try:
        with pytest.raises(ReadError, match=told):
            _read(out.getvalue())
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()


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
