"""The text layer with its lines joined; encrypted, scanned and damaged files are one clear line."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from readers.conftest import SCANNED

from factcheck.errors import EmptyDocument, ReadError
from factcheck.readers.drafts import Draft, Origin
from factcheck.readers.joining import join_lines
from factcheck.readers.options import ReadOptions
from factcheck.readers.pdf import read_pdf

_USUAL = ReadOptions()


def _read(data: bytes, options: ReadOptions = _USUAL) -> Draft:
    (draft,) = read_pdf(data, Origin("a.pdf", "a.pdf"), options)
    return draft


@pytest.mark.parametrize(
    "text",
    [
        "Chip exports resumed in March.",
        "晶片出口於三月恢復。",
        "芯片出口于三月恢复。",
        "晶片 exports resumed 於三月。",
    ],
)
def test_text_title_and_author(make_pdf: Callable[..., bytes], text: str) -> None:
    draft = _read(make_pdf([[text]], "/Title (Chips) /Author (Ann Lee)"))
    assert (draft.text, draft.title, draft.author) == (text, "Chips", "Ann Lee")
    assert draft.published is None


def test_a_file_name_is_no_title(make_pdf: Callable[..., bytes]) -> None:
    assert _read(make_pdf([["Text here."]], "/Title (Microsoft Word - a.docx)")).title is None


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ("Chip exports to the region\nresumed in March.", "Chip exports to the region resumed in March."),
        ("The semi-\nconductor maker denied\nthat.", "The semiconductor maker denied that."),
        ("Sales rose 5% year-\non-year.", "Sales rose 5% year-on-year."),
        ("A state-of-\nthe-art plant", "A state-of-the-art plant"),
        ("They paid high-\ner and second-\nary partners", "They paid higher and secondary partners"),
        ("It sells high-\nend chips", "It sells high-end chips"),
        ("The COVID-\n19 years in Anglo-\nAmerican trade", "The COVID-19 years in Anglo-American trade"),
        ("晶片出口於三月\n恢復，公司否認\n違規。", "晶片出口於三月恢復，公司否認違規。"),
        ("公司出售的 H20\n晶片", "公司出售的 H20 晶片"),
        (
            "First paragraph is long enough here.\n\nSecond one",
            "First paragraph is long enough here.\nSecond one",
        ),
        (
            "第一段的第一行有這麼長的\n字在這裡結束。\n第二段的第一行也這麼長的",
            "第一段的第一行有這麼長的字在這裡結束。\n第二段的第一行也這麼長的",
        ),
    ],
)
def test_broken_lines_are_joined_and_paragraphs_kept(lines: str, joined: str) -> None:
    assert join_lines(lines) == joined


def test_a_paragraph_cut_by_a_page_is_made_whole(make_pdf: Callable[..., bytes]) -> None:
    assert _read(make_pdf([["晶片出口於三月"], ["恢復。"]])).text == "晶片出口於三月恢復。"


def test_a_password_is_asked_for_in_words(make_pdf: Callable[..., bytes]) -> None:
    from pypdf import PdfReader, PdfWriter

    for password, readable in (("secret", False), ("", True)):
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(make_pdf([["Chip exports resumed."]]))))
        writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
        out = io.BytesIO()
        writer.write(out)
        if readable:
            assert _read(out.getvalue()).text == "Chip exports resumed."
        else:
            with pytest.raises(ReadError, match="encrypted and asks for a password"):
                _read(out.getvalue())


@pytest.mark.parametrize("pages", [[SCANNED], [SCANNED] * 3, [b""], [SCANNED, b""]])
def test_a_scan_is_refused_with_what_to_do(make_placed_pdf: Callable[..., bytes], pages: list[bytes]) -> None:
    with pytest.raises(EmptyDocument, match=r"found only pictures.*\(OCR\)") as caught:
        _read(make_placed_pdf(pages))
    assert "\n" not in str(caught.value)


def test_a_stamp_on_every_scanned_page_is_no_text(make_placed_pdf: Callable[..., bytes]) -> None:
    stamped = SCANNED + b" BT /F2 8 Tf 20 20 Td (CamScanner 3) Tj ET"
    with pytest.raises(EmptyDocument, match="OCR"):
        _read(make_placed_pdf([stamped, stamped]))


@pytest.mark.parametrize(
    "words",
    [
        "Chip exports resumed in March, the ministry said.",
        "部長表示，這款晶片的出口於三月恢復，銷售額達八十億美元。",
        "部长表示，这款芯片的出口于三月恢复，销售额达八十亿美元。",
    ],
)
def test_scanned_pages_among_others_are_named(make_placed_pdf: Callable[..., bytes], words: str) -> None:
    page = [(50, 700, 12, words)]
    draft = _read(make_placed_pdf([page, SCANNED, SCANNED, b"", page, SCANNED]))
    assert draft.text == f"{words}\n{words}"
    (note,) = draft.notes
    assert note.startswith("Pages 2-3, 6 of 6 hold pictures and no text") and "OCR" in note


def test_a_picture_beside_text_is_no_scan(make_placed_pdf: Callable[..., bytes]) -> None:
    page = SCANNED + b" BT /F2 12 Tf 50 700 Td (Chip exports resumed in March.) Tj ET"
    draft = _read(make_placed_pdf([page]))
    assert (draft.text, draft.notes) == ("Chip exports resumed in March.", ())


def test_damage_is_a_read_error_at_every_cut(make_pdf: Callable[..., bytes]) -> None:
    whole = make_pdf([["Chip exports resumed."]])
    for cut in range(0, len(whole), 97):
        try:
            _read(whole[:cut])
        except ReadError as error:
            assert "\n" not in str(error)


def test_pages_beyond_the_limit_are_said(make_pdf: Callable[..., bytes]) -> None:
    draft = _read(make_pdf([["One."], ["Two."], ["Three."]]), ReadOptions(max_pages=2))
    assert draft.text == "One.\nTwo."
    assert draft.notes == ("Only the first 2 of 3 pages were read (max_pages in factcheck.toml).",)


def test_the_clock_stops_a_long_file_and_says_where(make_pdf: Callable[..., bytes]) -> None:
    draft = _read(make_pdf([["One."], ["Two."]]), ReadOptions(max_seconds=-1.0))
    assert draft.text == "One."
    assert "at page 1 of 2" in draft.notes[0]
