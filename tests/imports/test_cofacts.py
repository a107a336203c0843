"""Cofacts' three tables make a claim of each message that its volunteers called a rumour, or none."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from factcheck.errors import ReadError, UsageError
from factcheck.imports import Problem
from factcheck.imports.cofacts import CofactsImporter
from factcheck.model import Language, Verdict
from factcheck.store import CheckedClaim

HANT = "喝熱水可以治百病！！\n請轉發給你的家人，這是真的，醫生說的。"
HANS = "这座桥已经封闭了一年，市政府从来没有公布原因。"
ENGLISH = "The bridge over the Lark was closed for a year."


def _csv(*rows: tuple[str, ...]) -> str:
    file = io.StringIO()
    csv.writer(file).writerows(rows)
    return file.getvalue()


TABLES = {
    "articles": _csv(
        ("id", "references", "text", "createdAt"),
        ("a1", "LINE", HANT, "2020-01-01T00:00:00.000Z"),
        ("a2", "LINE", HANS, ""),
        ("a/3?", "LINE", ENGLISH, ""),
        ("a4", "LINE", "我覺得很好", ""),
        ("a5", "LINE", "沒有人回覆", ""),
        ("a6", "LINE", "", ""),
        ("a7", "LINE", "眾說紛紜的一座橋", ""),
    ),
    "replies": _csv(
        ("id", "type", "reference", "text", "createdAt"),
        ("r1", "RUMOR", "https://example.org", "不對", "2021-05-06T23:30:00.000Z"),
        ("r2", "NOT_RUMOR", "", "對", "2021-05-07T01:00:00.000Z"),
        ("r3", "OPINIONATED", "", "看法", "2021-05-08T01:00:00.000Z"),
        ("r4", "NOT_ARTICLE", "", "無關", "2021-05-08T01:00:00.000Z"),
        ("r5", "RUMOR", "", "又不對", "2022-01-02T01:00:00.000Z"),
    ),
    "article_replies": _csv(
        ("articleId", "replyId", "replyType", "status"),
        ("a1", "r5", "RUMOR", "NORMAL"),
        ("a1", "r1", "RUMOR", "NORMAL"),
        ("a1", "r2", "NOT_RUMOR", "DELETED"),
        ("a2", "r2", "", "NORMAL"),
        ("a/3?", "gone", "NON_RUMOR", "NORMAL"),
        ("a4", "r3", "OPINIONATED", "NORMAL"),
        ("a4", "r4", "NOT_ARTICLE", "NORMAL"),
        ("a6", "r1", "RUMOR", "NORMAL"),
        ("a7", "r1", "RUMOR", "NORMAL"),
        ("a7", "r2", "NOT_RUMOR", "NORMAL"),
        ("a9", "r1", "RUMOR", "NORMAL"),
    ),
}


def _folder(path: Path) -> Path:
    path.mkdir()
    for name, text in TABLES.items():
        (path / f"{name}.csv").write_text(text, encoding="utf-8")
    return path


def _packed_folder(path: Path) -> Path:
    path.mkdir()
    for name, text in TABLES.items():
        with zipfile.ZipFile(path / f"{name}.csv.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(f"{name}.csv", text)
    return path


def _archive(path: Path, inside: str = "", method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        archive.writestr("README.md", "read me")
        for name, text in TABLES.items():
            archive.writestr(f"{inside}{name}.csv", text)
    return path


def _read(path: Path) -> list[CheckedClaim | Problem]:
    return list(CofactsImporter().read(path, {}))


def _claim(
    text: str, verdict: str, key: str, day: date | None, language: Language, ruling: Verdict | None
) -> CheckedClaim:
    return CheckedClaim(
        text=text,
        verdict=verdict,
        publisher="Cofacts",
        url=f"https://cofacts.tw/article/{key}",
        published=day,
        language=language,
        ruling=ruling,
    )


def test_a_message_takes_the_type_and_the_day_of_its_latest_reply(tmp_path: Path) -> None:
    claims = [item for item in _read(_folder(tmp_path / "data")) if isinstance(item, CheckedClaim)]
    assert claims == [
        _claim(HANT, "RUMOR", "a1", date(2022, 1, 2), Language.HANT, Verdict.CONTRADICTED),
        _claim(HANS, "NOT_RUMOR", "a2", date(2021, 5, 7), Language.HANS, Verdict.SUPPORTED),
        _claim(ENGLISH, "NON_RUMOR", "a%2F3%3F", None, Language.EN, Verdict.SUPPORTED),
        _claim("眾說紛紜的一座橋", "RUMOR, NOT_RUMOR", "a7", date(2021, 5, 7), Language.HANT, None),
    ]


def test_what_is_passed_over_is_counted(tmp_path: Path) -> None:
    problems = [item for item in _read(_folder(tmp_path / "data")) if isinstance(item, Problem)]
    assert [f"{told.place}: {told.message}" for told in problems] == [
        "articles.csv, line 8: Wanted the text of a claim, found none; it is left out.",
        "article_replies.csv: 1 replies are of the type NOT_ARTICLE; they are passed over.",
        "article_replies.csv: 1 replies are of the type OPINIONATED; they are passed over.",
        "article_replies.csv: 1 replies are to articles that articles.csv has not; they are passed over.",
        "article_replies.csv: 1 replies have the status DELETED; they are passed over.",
    ]


@pytest.mark.parametrize("inside", ["", "data/", "../../../../tmp/", "C:\\data\\/"])
def test_an_archive_is_read_like_a_folder_and_writes_nothing(tmp_path: Path, inside: str) -> None:
    archive = _archive(tmp_path / "opendata.zip", inside)
    assert CofactsImporter().recognises(archive)
    read = _read(archive)
    assert [one.name for one in tmp_path.iterdir()] == ["opendata.zip"]
    assert read == _read(_folder(tmp_path / "data"))


def test_a_folder_of_packed_tables_is_read_as_cofacts_publishes_it(tmp_path: Path) -> None:
    packed = _packed_folder(tmp_path / "packed")
    assert CofactsImporter().recognises(packed)
    assert _read(packed) == _read(_folder(tmp_path / "data"))


def test_a_broken_row_costs_only_itself(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "data")
    path = folder / "articles.csv"
    path.write_text('id,text\nx,"never closed\na2,' + HANS + "\n", encoding="utf-8")
    items = _read(folder)
    assert [item.text for item in items if isinstance(item, CheckedClaim)] == [HANS]
    assert isinstance(items[0], Problem) and items[0].place == "articles.csv, line 2"


def test_missing_tables_and_columns_are_told_with_those_found(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "data")
    (folder / "replies.csv").write_text("id,type\n", encoding="utf-8")
    with pytest.raises(
        ReadError, match=r"columns 'id', 'createdAt' in replies.csv, found the columns 'id', 'type'"
    ):
        _read(folder)
    (folder / "replies.csv").unlink()
    assert not CofactsImporter().recognises(folder)
    with pytest.raises(ReadError, match=r"found article_replies.csv, articles.csv in"):
        _read(folder)
    with pytest.raises(ReadError, match=r"found none of them"):
        _read(tmp_path / "absent")
    with pytest.raises(UsageError, match="fields of its own"):
        list(CofactsImporter().read(folder, {"text": "text"}))


def test_an_archive_that_unpacks_into_too_much_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("article_replies", "articles"):
            archive.writestr(f"{name}.csv", TABLES[name])
        with archive.open("replies.csv", "w") as entry:
            entry.write(b"id,createdAt\n" + bytes(4_000_000))
    with pytest.raises(
        ReadError, match=r"200 times their packed size, found replies.csv with 4,000,013 bytes"
    ):
        _read(path)


def test_tables_that_are_too_large_together_are_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = sum(len(text.encode()) for text in TABLES.values())
    monkeypatch.setattr("factcheck.imports.archives.UNPACKED", size - 1)
    with pytest.raises(ReadError, match="not opened"):
        _read(_archive(tmp_path / "all.zip"))
    with pytest.raises(ReadError, match="not opened"):
        _read(_packed_folder(tmp_path / "packed"))
    monkeypatch.setattr("factcheck.imports.archives.UNPACKED", size)
    assert _read(_archive(tmp_path / "all.zip"))


def test_a_size_that_an_archive_understates_is_the_most_that_is_read(tmp_path: Path) -> None:
    path = _archive(tmp_path / "lying.zip", method=zipfile.ZIP_STORED)
    data = bytearray(path.read_bytes())
    length = len(TABLES["articles"].encode()).to_bytes(4, "little")
    assert data.count(length * 2) == 2
    path.write_bytes(data.replace(length * 2, length + (20).to_bytes(4, "little")))
    with pytest.raises(ReadError, match="damaged"):
        _read(path)


@pytest.mark.parametrize("at", [30, 200, 700])
def test_a_damaged_archive_is_one_line(tmp_path: Path, at: int) -> None:
    path = _archive(tmp_path / "damaged.zip")
    data = bytearray(path.read_bytes())
    data[at : at + 40] = bytes(byte ^ 0x5A for byte in data[at : at + 40])
    path.write_bytes(data)
    with pytest.raises(ReadError, match=r"^Wanted .*[.]$"):
        _read(path)
    path.write_bytes(data[: len(data) // 2])
    assert not CofactsImporter().recognises(path)
