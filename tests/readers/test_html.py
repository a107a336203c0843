"""Pages in every charset; short Chinese articles are kept; nothing is expanded or fetched."""

from __future__ import annotations

import time
from datetime import date

import pytest

from factcheck.errors import EmptyDocument
from factcheck.readers.drafts import Draft, Origin
from factcheck.readers.html import declared_charset, read_html
from factcheck.readers.options import ReadOptions

PAGE = (
    '<!doctype html><html><head><meta charset="{charset}"><title>{title}</title>'
    '<meta name="author" content="李大山">'
    '<meta property="article:published_time" content="2025-03-04T08:00:00+08:00">'
    '<link rel="canonical" href="https://news.example/a/1"></head>'
    "<body><nav><a href=/>Home</a></nav><article><h1>{title}</h1><p>{first}</p><p>{second}</p></article>"
    "<footer>All rights reserved</footer></body></html>"
)


def _read(data: bytes, charset: str | None = None) -> Draft:
    (draft,) = read_html(data, Origin("a.html", "a.html", charset=charset), ReadOptions())
    return draft


@pytest.mark.parametrize(
    ("charset", "title", "first", "second"),
    [
        ("utf-8", "Chip exports", "Exports resumed in March.", "Sales rose 15%."),
        ("big5", "晶片出口", "晶片出口於三月恢復。", "銷售額成長15%。"),
        ("gb2312", "芯片出口", "芯片出口于三月恢复。", "销售额增长15%。"),
        ("utf-8", "晶片 exports", "晶片 exports 於三月 resumed。", "Sales 成長15%。"),
    ],
)
def test_a_short_article_with_its_metadata(charset: str, title: str, first: str, second: str) -> None:
    html = PAGE.format(charset=charset, title=title, first=first, second=second)
    draft = _read(html.encode("cp950" if charset == "big5" else charset))
    assert draft.text == f"{title}\n{first}\n{second}"
    assert (draft.title, draft.author, draft.published) == (title, "李大山", date(2025, 3, 4))
    assert draft.url == "https://news.example/a/1"
    assert draft.notes == ()


@pytest.mark.parametrize(
    "broken", ["<![- a comment -->", "<![endif", "<![x[y]]>", "<!>", "<![", "<?", "<!DOCTYPE ["]
)
@pytest.mark.parametrize(
    "text", ["Exports resumed in March.", "晶片出口於三月恢復。", "芯片出口于三月恢复。"]
)
def test_a_broken_declaration_costs_no_page(broken: str, text: str) -> None:
    """Python's parser, which the author is read with, raises AssertionError for the first."""
    html = PAGE.format(charset="utf-8", title="t", first=text, second=text)
    draft = _read(html.replace("<body>", f"<body>{broken}<p></p>").encode())
    assert text in draft.text and draft.author == "李大山"


def test_the_header_wins_over_the_meta_element() -> None:
    html = PAGE.format(charset="big5", title="芯片", first="芯片出口于三月恢复。", second="公司否认。")
    assert "芯片出口于三月恢复。" in _read(html.encode("gbk"), charset="gbk").text


def test_no_date_is_made_up() -> None:
    html = "<html><body><p>Exports resumed in March 2020, on 3 March 2020.</p><p>(C) 2021</p></body></html>"
    assert _read(html.encode()).published is None


def test_a_repeated_paragraph_is_kept_as_often_as_it_stands() -> None:
    paragraphs = "".join(
        f"<p>晶片出口於{month}月恢復，公司表示銷售額成長百分之十五。</p>" for month in "一二三四五六"
    )
    text = _read(f"<html><body><article>{paragraphs}</article></body></html>".encode()).text
    assert text.split("\n") == [
        f"晶片出口於{month}月恢復，公司表示銷售額成長百分之十五。" for month in "一二三四五六"
    ]


def test_a_fragment_and_bare_body_text_are_read() -> None:
    assert _read("<p>晶片出口於三月恢復。</p>".encode()).text == "晶片出口於三月恢復。"
    assert _read("<html><body>晶片出口於三月恢復。</body></html>".encode()).text == "晶片出口於三月恢復。"


def test_entities_of_a_document_type_are_not_expanded() -> None:
    html = (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html [<!ENTITY a "SECRET"><!ENTITY b "&a;&a;">'
        '<!ENTITY f SYSTEM "file:///etc/hostname">]><html><body><p>Exports resumed &b; &f; in March.</p>'
        "</body></html>"
    )
    text = _read(html.encode()).text
    assert "SECRET" not in text and text.startswith("Exports resumed")


@pytest.mark.parametrize("html", ["", "<html><body><script>var a = 'x'</script></body></html>"])
def test_a_page_without_text_is_said(html: str) -> None:
    with pytest.raises(EmptyDocument, match="HTML page with text"):
        _read(html.encode())


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        (b"<meta charset=GBK>", "GBK"),
        (b'<META http-equiv="Content-Type" content="text/html; charset=big5">', "big5"),
        (b'<?xml version="1.0" encoding="gb2312"?>', "gb2312"),
        (b'<meta charset="utf-16">', "utf-8"),
        (b"<p>charset=big5", None),
    ],
)
def test_declared_charset(head: bytes, charset: str | None) -> None:
    assert declared_charset(head) == charset


def _links(words: list[str], tag: str = "div") -> str:
    """A menu: a list of links."""
    items = "".join(f'<li><a href="/{place}">{word}</a></li>' for place, word in enumerate(words))
    return f"<{tag} class=menu><ul>{items}</ul></{tag}>"


EN_MENU = [
    "Home",
    "World",
    "Business",
    "Chip makers face new rules",
    "Markets rally as rates fall",
    "Sport",
] * 6
ZH_MENU = ["首頁", "國際", "財經", "晶片廠面臨新規定", "降息帶動股市上漲", "體育"] * 6
FOOT = "<div id=footer><p>Copyright 2025. All rights reserved.</p><a href=/p>Privacy</a></div>"


def _page(*parts: str) -> bytes:
    body = "".join(parts)
    return f"<html><head><meta charset=utf-8><title>t</title></head><body>{body}</body></html>".encode()


@pytest.mark.parametrize("tag", ["div", "nav", "header"])
@pytest.mark.parametrize(
    ("menu", "lines"),
    [
        (
            EN_MENU,
            [
                "Exports resume",
                "The ministry said exports had resumed.",
                "Sales rose 15% to $8 billion, it said.",
            ],
        ),
        (
            ZH_MENU,
            [
                "晶片出口恢復",
                "部長週一表示，這款晶片的出口已經恢復，銷售額達80億美元。",
                "公司否認違反限制。",
            ],
        ),
        (
            ZH_MENU,
            [
                "芯片出口恢复",
                "部长周一表示，这款芯片的出口已经恢复，销售额达80亿美元。",
                "公司否认违反限制。",
            ],
        ),
    ],
)
def test_an_article_in_a_page_of_menus(menu: list[str], lines: list[str], tag: str) -> None:
    """A short article between menus that are ten times as long."""
    title, *paragraphs = lines
    story = f"<div class=story><h1>{title}</h1>" + "".join(f"<p>{one}</p>" for one in paragraphs) + "</div>"
    text = _read(_page(_links(menu, tag), story, _links(menu), FOOT)).text
    assert text.split("\n")[:3] == lines
    assert not set(text.split("\n")) & set(menu)


@pytest.mark.parametrize("menu", [EN_MENU, ZH_MENU, [*EN_MENU, *ZH_MENU]])
@pytest.mark.parametrize("foot", ["", FOOT])
@pytest.mark.parametrize("tag", ["div", "nav"])
def test_a_page_of_links_is_refused_in_one_line(menu: list[str], foot: str, tag: str) -> None:
    with pytest.raises(EmptyDocument) as caught:
        _read(_page(_links(menu, tag), _links(menu), foot))
    assert "page of links and menus; give the address" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_page_of_very_many_small_tables_is_read_in_time() -> None:
    """trafilatura's second opinion alone would take minutes."""
    story = "The ministry said on Monday that exports of the chip had resumed."
    tables = "<table><tr><td>a<td>b<tr><td>1<td>2</table>" * 15_000
    begun = time.monotonic()
    draft = _read(_page(f"<p>{story}</p>", tables))
    assert story in draft.text and draft.text.count("a: 1, b: 2.") == 15_000
    assert time.monotonic() - begun < 40


def test_an_article_full_of_links_is_read() -> None:
    words = "The <a href=/m>ministry</a> said on Monday that <a href=/e>exports of the chip</a> had resumed."
    assert "exports of the chip had resumed." in _read(_page(f"<article><p>{words}</p></article>")).text
