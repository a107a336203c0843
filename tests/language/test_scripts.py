"""Which language a text is in, counted over scripts."""

from __future__ import annotations

import pytest

from factcheck.language.grammar import reads_as_chinese
from factcheck.language.scripts import chinese_script, detect_language, is_japanese_or_korean
from factcheck.model import Language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The regulator approved the sale on Monday.", Language.EN),
        ("Yuefeng 3 nears V70C", Language.EN),
        ("監管機構週一批准了這筆交易，並要求企業說明。", Language.HANT),
        ("里斯本船廠的發言人表示，後續訂單仍在談判。", Language.HANT),
        ("监管机构周一批准了这笔交易，并要求企业说明。", Language.HANS),
        ("英伟达NVIDIA的H20芯片与AMD的MI308芯片已获许可。", Language.HANS),
        ("監管機構週一批准，随后对这些企业发出了说明。", Language.ZH),
        (
            "The chip was approved by the ministry and it is said to be fast. 監管機構週一批准了這筆交易，並要求企業說明。",
            Language.MIXED,
        ),
        ("すべての人間は、生まれながらにして自由である。", Language.UND),
        ("모든 인간은 태어날 때부터 자유롭다", Language.UND),
        ("Все люди рождаются свободными и равными", Language.UND),
        ("1234 !!", Language.UND),
    ],
)
def test_language(text: str, language: Language) -> None:
    assert detect_language(text) is language


def test_characters_of_both_scripts_leave_the_script_open() -> None:
    assert chinese_script("中文") is Language.ZH


def test_kana_in_passing_is_not_japanese() -> None:
    assert not is_japanese_or_korean(
        "這家公司的招牌寫著「の」字，門口排了很長的隊伍，記者在現場看到大約五十人。"
    )


def test_names_of_another_language_do_not_carry_the_grammar() -> None:
    assert reads_as_chinese("Acme 與 Baltic 簽署了30艘貨輪的協議")
    assert not reads_as_chinese("里斯本船廠 sold 300 ships to Acme in 2024")
    assert not reads_as_chinese("Acme sold 300 ships") and not reads_as_chinese("")


@pytest.mark.parametrize("text", ["これは本です。이것은 책입니다。", "本です책이다", "한국어와 日本語の本"])
def test_japanese_beside_korean_is_neither_english_nor_chinese(text: str) -> None:
    assert is_japanese_or_korean(text)
    assert detect_language(text) is Language.UND


@pytest.mark.parametrize(
    "text", ["Компания NVIDIA продала триста тысяч чипов", "Η εταιρεία NVIDIA πούλησε chips"]
)
def test_other_alphabets_with_a_name_in_latin_letters_are_not_english(text: str) -> None:
    assert detect_language(text) is Language.UND


@pytest.mark.parametrize(("words", "language"), [(19, Language.EN), (25, Language.EN), (26, Language.UND)])
def test_names_alone_are_english_where_one_word_in_twenty_five_holds_them_together(
    words: int, language: Language
) -> None:
    assert detect_language("the " + " ".join(["Veltron"] * (words - 1))) is language
    assert detect_language(" ".join(["Veltron"] * 19)) is Language.EN
    assert detect_language(" ".join(["Veltron"] * 20)) is Language.UND


def test_one_hiragana_in_fewer_than_sixteen_letters_is_japanese() -> None:
    assert is_japanese_or_korean("晶片は出口許可證明書類審查結果")
    assert not is_japanese_or_korean("晶片は出口許可證明書類審查結果報")


def test_eight_words_with_letters_of_another_language_are_not_english() -> None:
    assert detect_language("Škoda Čez Plzeň Orlík Tesla Brno Praha Zlín") is Language.UND
    assert detect_language("Škoda Čez Plzeň Orlík Tesla Brno Praha") is Language.EN
