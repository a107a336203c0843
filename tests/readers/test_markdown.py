"""Front matter becomes metadata; the body is the text as written."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.errors import ReadError
from factcheck.readers.drafts import Draft, Origin
from factcheck.readers.markdown import read_markdown, split_front_matter
from factcheck.readers.options import ReadOptions


def _read(text: str) -> Draft:
    (draft,) = read_markdown(text.encode(), Origin("a.md", "a.md"), ReadOptions())
    return draft


@pytest.mark.parametrize(
    "body", ["The ban ended.\n", "禁令已結束。\n", "禁令已结束。\n", "The 禁令 ended 了。\n"]
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_front_matter_is_metadata_and_not_text(body: str, end: str) -> None:
    head = (
        "---\ntitle: 'Chips: again'\nauthor: [Ann Lee, 李大文]\ndate: 2025-03-04 # day\n"
        "url: https://n.example/1\nlang: en\n---\n"
    )
    draft = _read((head + body).replace("\n", end))
    assert draft.text == body
    assert (draft.title, draft.author) == ("Chips: again", "Ann Lee, 李大文")
    assert (draft.published, draft.url, draft.language) == (date(2025, 3, 4), "https://n.example/1", "en")


def test_toml_front_matter_and_its_error() -> None:
    draft = _read('+++\ntitle = "晶片"\ndate = 2025-03-04\n+++\n禁令已結束。')
    assert (draft.text, draft.title, draft.published) == ("禁令已結束。", "晶片", date(2025, 3, 4))
    with pytest.raises(ReadError, match="not TOML"):
        _read("+++\ntitle =\n+++\ntext")


def test_the_first_heading_is_the_title_and_stays_in_the_text() -> None:
    text = "```\n# not this\n```\n\n# The *new* [ban](x) #\n\nIt ended.\n\n# Second\n"
    draft = _read(text)
    assert draft.title == "The new ban"
    assert draft.text == text


def test_a_list_and_null_in_front_matter() -> None:
    fields, body = split_front_matter("---\nauthors:\n  - Ann\n  - Bo\ntitle: null\n---\nx")
    assert fields == {"authors": "Ann, Bo", "title": ""}
    assert body == "x"


def test_rules_around_a_passage_are_not_front_matter() -> None:
    text = "---\nJust a passage between rules\n---\nMore.\n"
    assert split_front_matter(text) == ({}, text)
