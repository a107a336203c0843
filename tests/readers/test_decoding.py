"""Bytes to text: marks, declarations, guesses, and nothing but one clear error on noise."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import ReadError, UnknownName
from factcheck.readers.decoding import clean, decode

EN = "Regulators said “no more than 5–10 per cent” of the chips were shipped in March."
HANT = "監管機構表示，三月份出貨的晶片不超過百分之十，公司否認違反出口限制。"
HANS = "监管机构表示，三月份出货的芯片不超过百分之十，公司否认违反出口限制。"
MIXED = "監管機構表示，Nvidia 的 H20 晶片 shipped in March 不超過百分之十，the company denies it。"

KOREAN = (
    "정부는 다음 달부터 반도체 수출 규제를 완화하겠다고 밝혔다. 업계는 이번 조치로 매출이 80억 달러 늘어날 것으로"
    " 기대하고 있다. 전문가들은 신중한 반응을 보였다."
)
JAPANESE = (
    "経済産業省は月曜日、半導体の輸出規制を緩和すると発表した。業界は売上高が八十億ドル増えると期待している。"
    "専門家は慎重な見方を示した。"
)
KANA = "ソフトバンクグループ、エヌビディアのチップをインドネシアへ"


@pytest.mark.parametrize("text", [EN, HANT, HANS, MIXED])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "utf-16", "utf-32", "gb18030"])
def test_every_unicode_form_comes_back_without_its_mark(text: str, encoding: str) -> None:
    declared = "gb18030" if encoding == "gb18030" else None
    assert decode(text.encode(encoding), declared=declared).text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (HANT, "cp950"),
        (HANT, "big5hkscs"),
        (MIXED, "cp950"),
        (HANS, "gbk"),
        (HANT, "gbk"),
        (MIXED, "gb18030"),
        (HANT, "utf-16-le"),
        (HANS, "utf-16-be"),
        ("Chips were shipped in March.", "utf-16-le"),
        (EN, "cp1252"),
    ],
)
def test_an_undeclared_encoding_is_guessed_and_said_to_be_a_guess(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.guessed
    assert "guessed" in decoded.notes[0] and decoded.encoding in decoded.notes[0]


@pytest.mark.parametrize(("text", "encoding"), [("公司否認違反限制", "cp950"), ("公司否认违反限制", "gbk")])
def test_eight_characters_are_enough_to_tell_big5_from_gbk(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_a_declared_charset_wins_over_the_guess_and_is_widened() -> None:
    # 碁 is in cp950 and not in Big5 proper; 镕 is in GBK and not in GB2312.
    assert decode("宏碁公司".encode("cp950"), declared="Big5").text == "宏碁公司"
    assert decode("朱镕基".encode("gbk"), declared="gb2312").text == "朱镕基"
    # These two bytes pairs are valid UTF-8 as well.
    assert decode("联通".encode("gbk"), declared="gbk").text == "联通"


def test_a_wrong_declaration_yields_to_utf8_and_is_said() -> None:
    decoded = decode(HANT.encode(), declared="iso-8859-1")
    assert decoded.text == HANT
    assert "the bytes are UTF-8" in decoded.notes[0]


@pytest.mark.parametrize(
    ("text", "encoding", "label"),
    [
        (HANT, "cp950", "gbk"),
        (HANT, "cp950", "gb2312"),
        (HANT, "cp950", "iso-8859-1"),
        (MIXED, "cp950", "gbk"),
        (HANS, "gbk", "iso-8859-1"),
        (HANS, "gbk", "windows-1252"),
        (HANS, "gbk", "big5"),
        (HANS, "gbk", "us-ascii"),
        (HANT, "cp950", "iso-8859-15"),
        (HANS, "gbk", "windows-1250"),
        (HANS, "gb18030", "iso-8859-2"),
        (MIXED, "gbk", "macintosh"),
    ],
)
def test_a_wrong_declaration_among_chinese_and_latin_is_mended(text: str, encoding: str, label: str) -> None:
    decoded = decode(text.encode(encoding), declared=label)
    assert decoded.text == text and decoded.guessed
    assert f"Declared as {label}, but the text reads as {decoded.encoding}" in decoded.notes[0]


@pytest.mark.parametrize("length", [1, 2, 4, 8, 20, 40, 200])
@pytest.mark.parametrize(
    ("text", "label"),
    [
        (KOREAN, "euc-kr"),
        (KOREAN, "cp949"),
        (KOREAN, "ks_c_5601-1987"),
        (KOREAN, "iso-2022-kr"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
        (JAPANESE, "iso-2022-jp"),
        (KANA, "shift_jis"),
        (KANA, "euc-jp"),
        (KANA, "iso-2022-jp"),
        ("Это статья о микросхемах: экспорт возобновлён.", "windows-1251"),
        (HANS, "hz-gb-2312"),
        (f"{EN[:15]} {HANS}", "hz-gb-2312"),
        (HANT, "big5"),
        (HANS, "gb2312"),
        (EN, "windows-1252"),
    ],
)
def test_a_right_declaration_is_believed(text: str, label: str, length: int) -> None:
    """Korean and Japanese are not news as the guess knows it, and must not become Chinese that nobody wrote."""
    decoded = decode(text[:length].encode(label), declared=label)
    assert (decoded.text, decoded.notes) == (text[:length], ())


def test_an_unknown_or_unfitting_declaration_is_passed_over() -> None:
    assert decode(HANS.encode(), declared="x-nonsense").text == HANS
    assert decode(HANS.encode("gbk"), declared="utf-8").text == HANS


def test_the_option_wins_over_mark_and_declaration() -> None:
    data = "é".encode("latin-1")
    assert decode(data, declared="big5", option="latin-1").text == "é"
    assert decode(codecs.BOM_UTF16_LE + "é".encode("utf-16-le"), option="utf-16").text == "é"
    with pytest.raises(ReadError, match="not big5"):
        decode(b"\xff\xff\xff", option="big5")


@pytest.mark.parametrize("name", ["utf8x", "hex", "rot13", "zlib", "a\x00b"])
def test_an_option_that_is_no_text_encoding_lists_the_known_ones(name: str) -> None:
    with pytest.raises(UnknownName, match="Known: .*gb18030"):
        decode(b"text", option=name)


def test_a_few_bad_bytes_damage_a_utf8_text_and_do_not_turn_it_into_another_encoding() -> None:
    decoded = decode(HANT.encode()[:-1])
    assert decoded.text == HANT[:-1] + "\ufffd"
    assert "not valid utf-8" in decoded.notes[0]


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", bytes(range(256)) * 8, b"\x00" * 64])
def test_binary_data_is_one_clear_line(data: bytes) -> None:
    with pytest.raises(ReadError, match="^Wanted text, found ") as caught:
        decode(data)
    assert "\n" not in str(caught.value)


def test_cleaning_changes_line_ends_nul_and_surrogates_and_nothing_else() -> None:
    kept = "ＡＩ\u3000晶片\u00a0e\u0301\u2028\ufb01 \u200b"
    assert clean(kept) == (kept, ())
    text, notes = clean("\ufeff\ufeffa\r\nb\rc\x00\ud800d")
    assert text == "a\nb\nc\ufffd\ufffdd"
    assert notes == ("2 NUL or lone surrogate characters were replaced by U+FFFD.",)


_TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff\ufffd"), min_size=1)


@given(_TEXT)
def test_utf8_round_trip(text: str) -> None:
    assert decode(text.encode("utf-8"), declared="utf-8").text == text


@given(_TEXT, st.sampled_from(["utf-16", "utf-8-sig", "utf-32"]))
def test_marked_round_trip(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@given(_TEXT)
def test_gb18030_round_trip_as_option(text: str) -> None:
    assert decode(text.encode("gb18030"), option="gb18030").text == text


@given(st.text(st.sampled_from(HANT + "的一是不了碁銹裏，。「」 aB1"), min_size=1))
def test_big5_round_trip_as_option(text: str) -> None:
    assert decode(text.encode("cp950"), option="big5").text == text


@given(st.binary(max_size=400))
def test_noise_is_text_or_one_read_error(data: bytes) -> None:
    try:
        text, _ = clean(decode(data).text)
    except ReadError as error:
        assert str(error)
    else:
        assert "\x00" not in text and "\r" not in text
        text.encode("utf-8")


@given(st.binary(max_size=200), st.sampled_from(["gb2312", "big5", "utf-16", "latin-1", "ascii", "hex", ""]))
def test_noise_with_a_declaration_is_text_or_one_read_error(data: bytes, declared: str) -> None:
    try:
        decode(data, declared=declared)
    except ReadError as error:
        assert str(error)
