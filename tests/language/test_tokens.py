"""Search terms meet across scripts, widths and cases, and leave function words out."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from opencc import OpenCC

from factcheck.language.folding import fold
from factcheck.language.tokens import bigrams, search_terms, stem, words

TEXTS = [
    "The regulator approved 3 shipments on Monday.",
    "監管機構週一批准三批出貨。",
    "监管机构周一批准三批出货。",
    "監管機構批准 Yuefeng 3 出貨 40 批 wafers。",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The company sold wafers to its rivals", ["company", "sold", "wafer", "rival"]),
        ("Companies said the classes were at 3.5 nm", ["company", "said", "class", "3.5", "nm"]),
        ("the of and", []),
        ("", []),
        ("… — 。！", []),
    ],
)
def test_english_words_are_folded_and_lightly_stemmed(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_names_with_digits_and_joints_stay_whole() -> None:
    assert words("Yuefeng-3, the V70C and R&D in the U.S.") == ["yuefeng-3", "v70c", "r", "d", "u.s"]


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("監管機構批准出貨", "监管机构批准出货"),
        ("這家 foundry 的營收增長", "这家 foundry 的营收增长"),
        ("臺灣晶圓廠擴產", "台湾晶圆厂扩产"),
    ],
)
def test_both_scripts_have_the_same_terms(traditional: str, simplified: str) -> None:
    assert search_terms(traditional) == search_terms(simplified)
    assert search_terms(traditional)


def test_chinese_is_cut_into_words_without_function_words() -> None:
    found = words("監管機構的決定和企業的說明")
    assert {"监管", "决定", "企业", "说明"} <= set(found)
    assert not {"的", "和"} & set(found)


def test_mixed_text_gives_the_words_of_both_languages_in_order() -> None:
    found = words("監管機構批准 Yuefeng 出貨 wafers")
    assert found.index("yuefeng") < found.index("wafer")
    assert found.index("批准") < found.index("yuefeng")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("晶圓廠", ["晶圆", "圆厂"]),
        ("晶圆", ["晶圆"]),
        ("圆", []),
        ("晶圆 厂房", ["晶圆", "厂房"]),
        ("晶圆，厂房", ["晶圆", "厂房"]),
        ("晶fab圆", []),
        ("No Chinese here", []),
    ],
)
def test_bigrams_stay_inside_a_run_of_chinese(text: str, expected: list[str]) -> None:
    assert bigrams(text) == expected


def test_a_new_name_is_found_by_its_bigrams() -> None:
    """No dictionary holds it, so words may cut it differently in another sentence; pairs do not."""
    asked = {term for term in search_terms("維瑞丹") if term.startswith("_")}
    assert asked <= set(search_terms("維瑞丹半導體宣布減產"))
    assert len(asked) == 2


def test_width_and_case_make_no_difference() -> None:
    assert search_terms("ＹＵＥＦＥＮＧ　３") == search_terms("Yuefeng 3") == search_terms("yuefeng 3")


@pytest.mark.parametrize("text", TEXTS)
def test_bigrams_are_told_apart_from_words(text: str) -> None:
    terms = search_terms(text)
    assert [term for term in terms if not term.startswith("_")] == words(text)
    assert [term[1:] for term in terms if term.startswith("_")] == bigrams(text)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("studies", "study"),
        ("reporting", "report"),
        ("reported", "report"),
        ("chips", "chip"),
        ("glasses", "glass"),
        ("press", "press"),
        ("chip", "chip"),
        ("ring", "ring"),
        ("v70cs", "v70cs"),
        ("u.s", "u.s"),
    ],
)
def test_stem(word: str, expected: str) -> None:
    assert stem(word) == expected


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
@example("㐀龥")
@example("don't stop-gap 3.5.7 --")
def test_any_text_gives_terms_that_folding_leaves_alone(text: str) -> None:
    terms = search_terms(text)
    assert all(terms)
    assert search_terms(fold(text)) == terms
    assert all(fold(term) == term for term in terms)


@given(st.text(alphabet="晶圓廠擴產監管機構批准出貨營收增長億美元ab 3，", min_size=1, max_size=30))
def test_conversion_to_simplified_changes_no_bigram(text: str) -> None:
    assert bigrams(OpenCC("t2s").convert(text)) == bigrams(text)
