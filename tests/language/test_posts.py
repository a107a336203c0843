"""What a search asks for a post: its words, not its links, marks and signature."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.posts import said_in_post, words_in_post
from factcheck.language.tokens import search_terms

SIGNED = " \u2014 The Desk (@TheDesk) March 3, 2026"


@pytest.mark.parametrize(
    ("post", "words"),
    [
        ("Fabs closed https://t.co/AbC123 today", "Fabs closed today"),
        ("Fabs closed.pic.twitter.com/Xy12z", "Fabs closed."),
        ("#ExportControls hit @BigChipCo again", "Export Controls hit Big Chip Co again"),
        ("#USChips and #chip_ban", "US Chips and chip ban"),
        ("RT @reader: HBM is sold out", "HBM is sold out"),
        ("芯片出口已停https://t.cn/A6b網友評論", "芯片出口已停 網友評論"),
        ("#芯片禁令# 台積電停產 O网页链接", "芯片禁令 台積電停產"),
        ("//@小王:輝達不賣H20了", "輝達不賣H20了"),
        ("转发微博 寒武纪上涨20%", "寒武纪上涨20%"),
        ("感谢@NvidiaGTC，H20 恢复销售", "感谢 Nvidia GTC，H20 恢复销售"),
    ],
)
def test_links_and_marks_are_not_words(post: str, words: str) -> None:
    assert words_in_post(post).split() == words.split()
    assert said_in_post(post).split() == words.split()


@pytest.mark.parametrize("post", ["Fabs closed for good", "晶圓廠已停產", "晶圆厂已停产", "TSMC 在台灣停產"])
def test_a_signature_has_no_meaning_but_words(post: str) -> None:
    assert said_in_post(post + SIGNED) == post
    assert {"desk", "march"} <= set(search_terms(words_in_post(post + SIGNED)))


@pytest.mark.parametrize(
    "plain",
    [
        "Write to desk@example.org",
        "C# 12 is faster",
        "It fell 3% \u2014 the worst day (by far) of March 2026",
        "他說：「80億美元」\u2014\u2014這是SIA的估計",
        "第#5号文件",
    ],
)
def test_other_text_is_left_alone(plain: str) -> None:
    assert words_in_post(plain) == plain
    assert said_in_post(plain) == plain


@pytest.mark.parametrize("post", ["https://t.co/AbC", "转发微博", SIGNED.strip(), "@", "#"])
def test_something_is_always_left(post: str) -> None:
    assert said_in_post(post)
    assert words_in_post(post)


@given(st.text(alphabet=st.sampled_from("ab芯台 #@/:\u2014()RT.\n")))
def test_any_text_can_be_asked(text: str) -> None:
    assert bool(said_in_post(text)) == bool(text)
    assert bool(words_in_post(text)) == bool(text)


@given(st.text(alphabet=st.sampled_from("ab芯台 /:\u2014()RT.\n80億")))
def test_text_without_marks_is_the_same(text: str) -> None:
    assert said_in_post(text) == words_in_post(text) == text
