"""Texts whose file or server says the wrong thing about their encoding: read rightly, and said."""

from __future__ import annotations

import pytest

from factcheck.readers.drafts import Origin
from factcheck.readers.html import read_html
from factcheck.readers.options import ReadOptions
from factcheck.readers.text import read_text

_HANT = (
    "曜川半導體公布，2025年第三季營收為新台幣412.7億元，年增22.4%。董事長陳維說：「明年訂單將增加15%至30%。」"
)
_HANS = "曜川半导体公布，2025年第三季营收为新台币412.7亿元，同比增长22.4%。董事长陈维表示，明年订单将增加。"
_EN = "Yaochuan’s revenue rose — “by 22.4%” — to €41 billion."
_CASES = [
    *(
        (_HANT, "big5", declared)
        for declared in ("gbk", "gb18030", "iso-8859-1", "utf-8", "utf-16", "windows-1252")
    ),
    *((_HANT, "gb18030", declared) for declared in ("utf-8", "iso-8859-1", "utf-16", "big5")),
    *((_HANS, "gb18030", declared) for declared in ("utf-8", "big5", "iso-8859-1", "windows-1252")),
    *((_HANS, "utf-16-le", declared) for declared in (None, "utf-8", "iso-8859-1")),
    *((_HANT, "utf-16-be", declared) for declared in (None, "utf-8", "iso-8859-1")),
    *((_EN, "utf-8", declared) for declared in ("gbk", "iso-8859-1", "big5")),
    (_EN, "cp1252", "utf-8"),
]


@pytest.mark.parametrize(("text", "encoding", "declared"), _CASES)
def test_a_wrong_declaration_does_not_garble_a_text(text: str, encoding: str, declared: str | None) -> None:
    (draft,) = read_text(text.encode(encoding), Origin("a", charset=declared), ReadOptions())
    assert draft.text == text
    # Bytes that are valid UTF-8 and not of what is declared leave no doubt.
    assert draft.notes or encoding == "utf-8"


@pytest.mark.parametrize(
    ("text", "encoding", "header", "meta"),
    [
        (_HANT, "big5", "gbk", "big5"),
        (_HANT, "big5", None, "gb2312"),
        (_HANS, "gb18030", "iso-8859-1", "utf-8"),
    ],
)
def test_a_page_whose_header_and_meta_element_are_wrong(
    text: str, encoding: str, header: str | None, meta: str
) -> None:
    page = f"<html><head><meta charset='{meta}'></head><body><article>{f'<p>{text}</p>' * 3}</article></body></html>"
    (draft,) = read_html(page.encode(encoding), Origin("a", charset=header), ReadOptions())
    assert text in draft.text and draft.notes


def test_what_is_declared_rightly_is_taken_as_it_is_however_rare_its_words() -> None:
    for text, encoding in (
        ("饕餮魑魅魍魉", "gbk"),
        ("朱镕基", "gbk"),
        ("宏碁", "cp950"),
        ("魑魅魍魎", "big5"),
    ):
        (draft,) = read_text(text.encode(encoding), Origin("a", charset=encoding), ReadOptions())
        assert (draft.text, draft.notes) == (text, ())
