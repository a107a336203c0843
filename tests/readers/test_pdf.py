"""The text layer with its lines joined; encrypted, scanned and damaged files are one clear line."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest

from factcheck.errors import EmptyDocument, ReadError
from factcheck.readers import pdf
from factcheck.readers.drafts import Draft, Origin
from factcheck.readers.options import ReadOptions
from factcheck.readers.pdf import join_lines, read_pdf


def _read(data: bytes) -> Draft:
    (draft,) = read_pdf(data, Origin("a.pdf", "a.pdf"), ReadOptions())
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


def test_a_scan_is_said_to_have_no_text_layer(make_pdf: Callable[..., bytes]) -> None:
    with pytest.raises(EmptyDocument, match="scanned"):
        _read(make_pdf([[]]))


def test_damage_is_a_read_error_at_every_cut(make_pdf: Callable[..., bytes]) -> None:
    whole = make_pdf([["Chip exports resumed."]])
    for cut in range(0, len(whole), 97):
        try:
            _read(whole[:cut])
        except ReadError as error:
            assert "\n" not in str(error)


def test_pages_beyond_the_limit_are_said(
    make_pdf: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "PAGE_LIMIT", 2)
    draft = _read(make_pdf([["One."], ["Two."], ["Three."]]))
    assert draft.text == "One.\nTwo."
    assert draft.notes == ("Only the first 2 of 3 pages were read.",)


def test_the_clock_stops_a_long_file_and_says_where(
    make_pdf: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "SECONDS", -1.0)
    draft = _read(make_pdf([["One."], ["Two."]]))
    assert draft.text == "One."
    assert "at page 1 of 2" in draft.notes[0]
