"""Any table with a claim and a verdict a row is read, under its own names or those that are given."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.errors import FactcheckError, ReadError, UnknownName, UsageError
from factcheck.imports import Problem
from factcheck.imports.columns import FIELDS, ColumnsImporter
from factcheck.model import Language, Verdict
from factcheck.store import CheckedClaim

HANT = "這座橋已經封閉了一年，市政府從來沒有公布原因。"
HANS = "这座桥已经封闭了一年，市政府从来没有公布原因。"
ENGLISH = "The bridge over the Lark was closed for a year."


def _read(
    folder: Path, data: str | bytes, columns: Mapping[str, str] | None = None, name: str = "claims.csv"
) -> list[CheckedClaim | Problem]:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(ColumnsImporter().read(path, columns or {}))


def _told(items: list[CheckedClaim | Problem]) -> list[str]:
    return [item.text if isinstance(item, CheckedClaim) else item.place for item in items]


def _table(*rows: list[str], delimiter: str = ",") -> str:
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter).writerows(rows)
    return file.getvalue()


WHOLE = CheckedClaim(
    text=HANT,
    verdict="大致錯誤",
    publisher="雲雀查核",
    url="https://lark.example/查核/1",
    published=date(2025, 3, 4),
    language=Language.HANT,
    ruling=Verdict.CONTRADICTED,
)
CELLS = [HANT, "大致錯誤", "雲雀查核", "https://lark.example/查核/1", "2025-03-04", "zh-Hant", "contradicted"]


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
@pytest.mark.parametrize(
    "header",
    [
        list(FIELDS),
        [name.upper() for name in FIELDS],
        ["主張", "判定", "發布者", "網址", "發布日期", "語言", "裁定"],
        ["主张", "判定", "发布者", "网址", "发布日期", "语言", "裁定"],
        ["說法", "查核結果", "查核機構", "連結", "日期", "Language", "ruling"],
    ],
)
def test_columns_of_the_fields_own_names_are_taken(tmp_path: Path, header: list[str], delimiter: str) -> None:
    data = _table(header, CELLS, delimiter=delimiter)
    assert _read(tmp_path, data) == [WHOLE]
    assert ColumnsImporter().recognises(tmp_path / "claims.csv")


def test_columns_that_are_named_are_taken_before_the_fields_own(tmp_path: Path) -> None:
    data = _table(
        ["Claim", "text", "Rating", "Checked by", "url"], [ENGLISH, "x", "Pants on Fire", "Lark Desk", ""]
    )
    named = {"text": "claim", "verdict": "Rating", "publisher": "Checked by"}
    assert _read(tmp_path, data, named) == [
        CheckedClaim(
            text=ENGLISH,
            verdict="Pants on Fire",
            publisher="Lark Desk",
            language=Language.EN,
            ruling=Verdict.CONTRADICTED,
        )
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "big5", "cp950"])
def test_encodings_of_traditional_tables(tmp_path: Path, encoding: str) -> None:
    data = _table(["主張", "判定"], *[[HANT, "錯誤"]] * 5).encode(encoding)
    assert _told(_read(tmp_path, data)) == [HANT] * 5
    assert ColumnsImporter().recognises(tmp_path / "claims.csv")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"])
def test_encodings_of_simplified_tables(tmp_path: Path, encoding: str) -> None:
    data = _table(["主张", "判定"], *[[HANS, "错误"]] * 5).encode(encoding)
    assert _told(_read(tmp_path, data)) == [HANS] * 5
    assert ColumnsImporter().recognises(tmp_path / "claims.csv")


@pytest.mark.parametrize(
    ("verdict", "ruling", "found"),
    [
        ("False", "", Verdict.CONTRADICTED),
        ("Mostly false", "", None),
        ("Mostly false", "Contradicted", Verdict.CONTRADICTED),
        ("部分錯誤", "無法查證", Verdict.UNVERIFIABLE),
        ("False", "supported", Verdict.SUPPORTED),
    ],
)
def test_a_stated_ruling_wins_over_the_verdicts_words(
    tmp_path: Path, verdict: str, ruling: str, found: Verdict | None
) -> None:
    (claim,) = _read(tmp_path, _table(["text", "verdict", "ruling"], [HANT, verdict, ruling]))
    assert isinstance(claim, CheckedClaim)
    assert (claim.verdict, claim.ruling) == (verdict, found)


def test_a_field_that_cannot_be_used_is_told_and_the_claim_is_taken(tmp_path: Path) -> None:
    header = ["text", "verdict", "url", "published", "ruling"]
    items = _read(tmp_path, _table(header, [HANT, "False", "lark.example", "03/04/2025", "perhaps"]))
    assert _told(items) == ["line 2"] * 3 + [HANT]
    told = " ".join(item.message for item in items if isinstance(item, Problem))
    assert "'lark.example'" in told and "'03/04/2025'" in told and "'perhaps'" in told


@pytest.mark.parametrize(
    "day", ["2025-03-04", "2025/3/4", "2025年3月4日", "March 4, 2025", "2025-03-04T10:00:00Z"]
)
def test_days_are_read_as_people_write_them(tmp_path: Path, day: str) -> None:
    (claim,) = _read(tmp_path, _table(["text", "verdict", "published"], [HANS, "真", day]))
    assert isinstance(claim, CheckedClaim) and claim.published == date(2025, 3, 4)


def test_rows_that_are_broken_cost_only_themselves(tmp_path: Path) -> None:
    rows = f'{HANT},錯誤\n"never closed,錯誤\n{HANS},错误\n,False\n{ENGLISH},\n\na,b,c,d\n{"長" * 20_001},假\n"two\nlines",True,\n'
    items = _read(tmp_path, "text,verdict\n" + rows)
    assert _told(items) == [HANT, "line 3", HANS, "line 5", "line 6", "line 8", "line 9", "two\nlines"]


def test_many_marks_that_are_never_closed_take_no_time(tmp_path: Path) -> None:
    items = _read(tmp_path, "text,verdict\n" + 'x"y,True\n"x,True\n' * 20_000)
    assert len(items) == 40_000


def test_a_row_in_another_encoding_costs_only_itself(tmp_path: Path) -> None:
    row = f"{HANT},錯誤\n"
    data = f"text,verdict\n{row}".encode() + row.encode("big5") + row.encode()
    assert _told(_read(tmp_path, data)) == [HANT, "line 3", HANT]


def test_nul_characters_are_replaced(tmp_path: Path) -> None:
    assert _told(_read(tmp_path, f"text,verdict\n{ENGLISH * 9}\0,Fal\0se\n")) == [ENGLISH * 9 + "\ufffd"]


@pytest.mark.parametrize(
    ("header", "named", "words"),
    [
        ("Claim,Rating", {}, "a column for text and one for verdict, found the columns 'Claim', 'Rating'"),
        ("text,Rating", {}, "a column for verdict, found the columns 'text', 'Rating'; name the column"),
        ("Claim,Rating", {"text": "Claim"}, "a column for verdict, found"),
        (
            "Claim,Rating",
            {"text": "Klaim", "verdict": "Rating"},
            "a column 'Klaim' for text, found the columns 'Claim'",
        ),
        ("說法,評等", {}, "a column for verdict, found the columns '說法', '評等'"),
    ],
)
def test_a_wanting_column_is_one_line_that_lists_those_found(
    tmp_path: Path, header: str, named: dict[str, str], words: str
) -> None:
    with pytest.raises(UsageError, match="^Wanted ") as caught:
        _read(tmp_path, f"{header}\n{HANT},錯誤\n", named)
    assert words in str(caught.value) and "\n" not in str(caught.value)


def test_an_unknown_field_offers_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="Did you mean 'verdict'"):
        _read(tmp_path, "a,b\n", {"verdikt": "b"})


@pytest.mark.parametrize("data", [b"", b"\n\n", bytes(range(256)) * 9, b"PK\x03\x04..."])
def test_what_is_no_table_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(ReadError):
        _read(tmp_path, data)
    assert not ColumnsImporter().recognises(tmp_path / "claims.csv")


_CELLS = st.lists(st.lists(st.text(max_size=12), min_size=2, max_size=4), max_size=6)
_FUZZ = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@_FUZZ
@given(_CELLS)
def test_what_a_writer_quotes_is_read_back_row_for_row(tmp_path: Path, rows: list[list[str]]) -> None:
    rows = [[f"x{cell}" for cell in row[:2]] for row in rows]
    try:
        items = _read(tmp_path, _table(["text", "verdict"], *rows).encode("utf-8", "surrogatepass"))
    except FactcheckError:
        return
    assert len(items) >= len(rows)


@_FUZZ
@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"text,verdict\n", "主張\t判定\r\n".encode(), "主張,判定\n".encode("big5")]),
)
def test_any_bytes_are_read_or_refused_in_one_line(tmp_path: Path, data: bytes, start: bytes) -> None:
    path = tmp_path / "claims.csv"
    path.write_bytes(start + data)
    ColumnsImporter().recognises(path)
    try:
        for item in ColumnsImporter().read(path, {}):
            assert item.id if isinstance(item, CheckedClaim) else "\n" not in item.message
    except FactcheckError as error:
        assert "\n" not in str(error)
