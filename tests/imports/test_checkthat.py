"""Tables of verified claims carry no verdict, and say so."""

from __future__ import annotations

import csv
import gzip
import json
from pathlib import Path

import pytest

from factcheck.errors import ReadError, UsageError
from factcheck.imports import Problem
from factcheck.imports.checkthat import CheckThatImporter
from factcheck.model import Language
from factcheck.store import CheckedClaim

HEADER = "vclaim_id\tvclaim\ttitle\n"


def _read(folder: Path, text: str) -> list[CheckedClaim | Problem]:
    path = folder / "verified_claims.docs.tsv"
    path.write_text(text, encoding="utf-8")
    return list(CheckThatImporter().read(path, {}))


def _told(items: list[CheckedClaim | Problem]) -> list[str]:
    return [item.text if isinstance(item, CheckedClaim) else item.place for item in items]


def test_a_verified_claim_has_no_verdict_and_no_ruling(tmp_path: Path) -> None:
    assert _read(tmp_path, HEADER + "7\tThe mill burnt down in May.\tDid the Mill Burn?\n") == [
        CheckedClaim(text="The mill burnt down in May.", verdict="not stated", language=Language.EN)
    ]


@pytest.mark.parametrize(
    "header", ["vclaim_id\tvclaim\ttitle\tbody", "id\tclaim", "ID\tTitle\tClaim", "claim_id\tclaim"]
)
def test_headers_of_other_years_are_known(tmp_path: Path, header: str) -> None:
    cells = ["橋已封閉" if name.lower() in ("vclaim", "claim") else "7" for name in header.split("\t")]
    items = _read(tmp_path, header + "\n" + "\t".join(cells) + "\n")
    assert _told(items) == ["橋已封閉"]
    assert CheckThatImporter().recognises(tmp_path / "verified_claims.docs.tsv")


def test_quoted_and_unquoted_marks_are_both_read(tmp_path: Path) -> None:
    rows = (
        '1\t"A ""law"" was passed.\nIn May."\tTitle\n2\t"Law" was passed.\t"Title\n3\t市長說「橋已封閉」\tT\n'
    )
    assert _told(_read(tmp_path, HEADER + rows)) == [
        'A "law" was passed.\nIn May.',
        '"Law" was passed.',
        "市長說「橋已封閉」",
    ]


def test_a_broken_row_costs_only_itself(tmp_path: Path) -> None:
    rows = '1\ta b\tT\n2\t"never closed\n3\t\tT\n4\tx\ty\tz\tw\n5\t橋已封閉\tT\n6\t桥已封闭\n'
    assert _told(_read(tmp_path, HEADER + rows)) == [
        "a b",
        "line 3",
        "line 4",
        "line 5",
        "橋已封閉",
        "桥已封闭",
    ]


def test_a_table_without_claims_is_refused_with_its_columns(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="vclaim or claim, found the columns 'tweet_id', 'tweet'"):
        _read(tmp_path, "tweet_id\ttweet\n1\thello\n")
    with pytest.raises(UsageError, match="fields of its own"):
        list(CheckThatImporter().read(tmp_path / "verified_claims.docs.tsv", {"text": "tweet"}))
    with pytest.raises(ReadError, match="header"):
        _read(tmp_path, "")


def test_the_labs_own_claims_come_back_whole(tmp_path: Path, shared_data: Path) -> None:
    with gzip.open(
        shared_data / "data/retrieval/checkthat2020_claims.jsonl.gz", "rt", encoding="utf-8"
    ) as lines:
        rows = [json.loads(line) for line in lines]
    path = tmp_path / "claims.tsv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t")
        writer.writerow(["vclaim_id", "vclaim", "title"])
        writer.writerows((row["id"], row["text"], row["title"]) for row in rows)
    assert CheckThatImporter().recognises(path)
    read = list(CheckThatImporter().read(path, {}))
    assert _told(read) == [row["text"].strip() for row in rows]
