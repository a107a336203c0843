"""Languages from real files: Cantonese is Traditional Chinese, quotations change nothing, others are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import UnsupportedLanguage
from factcheck.extract import extract
from factcheck.model import Document, Language
from factcheck.read import ReadFailure, ReadOptions, read, read_each
from factcheck.readers.options import declared_language

CANTONESE = """鐵路公司話今年冇加價

鐵路公司發言人琴日話，佢哋今年嘅票價冇加過，2025年上半年嘅收入升咗15%，唔係跌。
佢仲話，公司喺五月請咗三百個新員工，而家總共有八千二百人。
"""
CANTONESE_HANS = CANTONESE.translate(
    str.maketrans("鐵話發價過個員總歲請現們點麼", "铁话发价过个员总岁请现们点么")
).replace("係跌", "系跌")
QUOTES_JAPANESE = """動畫展覽入場人次創新高

主辦單位週一公布，展覽「すずめの戸締まり」入場人次達12萬，較去年增加三成。
館長說，觀眾最常說的一句話是「ありがとうございました」，商店的銷售額也成長了15%。
主辦者スタジオ表示，明年會再來。
"""
QUOTES_KOREAN = """三星电子公布第三季营收

三星电子（삼성전자）周二公布，第三季营收达80亿美元，同比增长15%。
发言人李在镕（이재용）表示，公司将在韩国增加投资。
"""
ENGLISH_WITH_NAMES = """Le Monde and El País report that São Paulo's port handled 15 per cent more cargo in March, Die Zeit said. The port's operator, La Compañía del Norte, did not comment on the figures.
"""


@pytest.mark.parametrize(
    ("text", "language", "claim"),
    [
        (CANTONESE, Language.HANT, "15%"),
        (CANTONESE_HANS, Language.HANS, "15%"),
        (QUOTES_JAPANESE, Language.HANT, "12萬"),
        (QUOTES_KOREAN, Language.HANS, "80亿美元"),
        (ENGLISH_WITH_NAMES, Language.EN, "15 per cent"),
    ],
)
def test_read_as_what_it_is(tmp_path: Path, text: str, language: Language, claim: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    (document,) = read(path)
    assert (document.text, document.language) == (text, language)
    claims = [one for one in extract(document) if claim in one.quote]
    assert claims and all(document.text[one.start : one.end] == one.quote for one in claims)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("政府は半導体の輸出規制を強化すると発表した。売上高は15%増の80億ドルだった。", "Japanese or Korean"),
        ("日本政府、半導体輸出規制を強化へ", "Japanese or Korean"),
        ("トヨタ、売上高15%増", "Japanese or Korean"),
        ("「輸出規制」について、政府は発表した。", "Japanese or Korean"),
        ("삼성전자는 3분기 매출이 80억 달러를 기록했다고 발표했다.", "Japanese or Korean"),
        ("SK하이닉스 3분기 매출 80억 달러 기록", "Japanese or Korean"),
        (
            "Le ministère a annoncé lundi que les exportations ont repris et que les ventes ont augmenté.",
            "another language",
        ),
        (
            "El ministerio anunció el lunes que las exportaciones se han reanudado y las ventas crecieron.",
            "another language",
        ),
        (
            "Die Regierung hat mitgeteilt, dass die Ausfuhr der Chips erlaubt ist und der Umsatz steigt.",
            "another language",
        ),
        (
            "Bộ trưởng cho biết rằng xuất khẩu chip đã được nối lại và doanh thu tăng 15 phần trăm.",
            "another language",
        ),
        ("وقالت الوزارة إن صادرات الرقائق استؤنفت.", "another language"),
    ],
)
def test_another_language_is_refused_in_one_line(tmp_path: Path, text: str, found: str) -> None:
    (tmp_path / "a.txt").write_text(text + "\n", encoding="utf-8")
    (failure,) = read_each([tmp_path])
    assert isinstance(failure, ReadFailure) and failure.error is UnsupportedLanguage
    assert failure.message.startswith(f"Wanted English or Chinese, found {found}")
    assert "\n" not in failure.message
    (told,) = read_each([tmp_path], ReadOptions(language=Language.EN))
    assert isinstance(told, Document) and told.text == text + "\n"


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("yue", Language.HANT),
        ("yue-Hans", Language.HANS),
        ("zh-yue-HK", Language.HANT),
        ("cmn-Hans", Language.HANS),
    ],
)
def test_a_declared_cantonese_text_is_chinese(tag: str, language: Language) -> None:
    assert declared_language(tag) is language
