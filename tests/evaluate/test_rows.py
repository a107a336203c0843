"""Verdict rows are read in the workbench's own format, FEVER's and SciFact's, and faults are named."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from factcheck.errors import ReadError
from factcheck.evaluate.rows import Piece, read_verdicts, row_of
from factcheck.model import Verdict


def write(path: Path, *rows: object) -> Path:
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_bytes(gzip.compress(text.encode()) if path.suffix == ".gz" else text.encode())
    return path


OWN = {
    "id": "7",
    "language": "zh-Hant",
    "claim": "曜川第三季營收為412億元",
    "evidence": [
        {"title": "曜川", "text": "第三季營收412.7億元。"},
        {"title": "", "text": "Revenue was NT$41.27 billion."},
    ],
    "label": "supported",
    "other_sentences": [{"title": "曜川", "text": "公司成立於1998年。"}],
}


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.jsonl.gz"])
def test_own_rows_keep_titles_and_what_is_no_evidence(tmp_path: Path, name: str) -> None:
    (row,) = read_verdicts(write(tmp_path / name, OWN))
    assert (row.id, row.claim, row.label) == ("7", OWN["claim"], Verdict.SUPPORTED)
    assert row.evidence == (
        Piece("曜川", "第三季營收412.7億元。"),
        Piece("", "Revenue was NT$41.27 billion."),
    )
    assert row.others == (Piece("曜川", "公司成立於1998年。"),)


@pytest.mark.parametrize(
    ("label", "meant"),
    [
        ("SUPPORTS", Verdict.SUPPORTED),
        ("REFUTES", Verdict.CONTRADICTED),
        ("NOT ENOUGH INFO", Verdict.UNVERIFIABLE),
        ("contradicted", Verdict.CONTRADICTED),
    ],
)
@pytest.mark.parametrize(
    "evidence",
    [
        "启明半导体营收为25亿元。",
        ["启明半导体营收为25亿元。"],
        [["启明半导体营收为25亿元。"]],
        [{"text": "启明半导体营收为25亿元。"}],
    ],
)
def test_fever_labels_with_evidence_as_text(label: str, meant: Verdict, evidence: object) -> None:
    row = row_of({"claim": "启明营收为25亿元", "label": label, "evidence": evidence})
    assert row.label is meant
    assert row.evidence == (Piece("", "启明半导体营收为25亿元。"),)


FEVER = {
    "id": 75397,
    "verifiable": "VERIFIABLE",
    "label": "SUPPORTS",
    "claim": "The harbour office approved the chip.",
    "evidence": [
        [[92206, 104971, "Harbour_Office_-LRB-trade-RRB-", 1]],
        [[92206, 104972, "Harbour_Office_-LRB-trade-RRB-", 1], [92206, 104972, "Lark-9", 0]],
    ],
}
NO_EVIDENCE = {
    "id": 1,
    "label": "NOT ENOUGH INFO",
    "claim": "It rains.",
    "evidence": [[[1, None, None, None]]],
}
PAGES = (
    {"id": "", "text": "", "lines": ""},
    {
        "id": "Harbour_Office_-LRB-trade-RRB-",
        "text": "",
        "lines": "0\tThe office was founded in 1990 .\n1\tIt approved the chip .\tchip\tLark-9\n2\t",
    },
    {"id": "Lark-9", "text": "", "lines": "0\tThe Lark-9 is a chip .\tchip"},
)


@pytest.mark.parametrize("folder", [True, False])
def test_fever_places_are_looked_up_in_its_pages(tmp_path: Path, folder: bool) -> None:
    path = write(tmp_path / "dev.jsonl", FEVER, NO_EVIDENCE)
    pages = tmp_path / "wiki"
    pages.mkdir()
    write(pages / "wiki-001.jsonl", *PAGES[:2])
    write(pages / "wiki-002.jsonl", *PAGES[2:])
    whole = write(tmp_path / "pages.jsonl.gz", *PAGES)
    named, bare = read_verdicts(path, pages if folder else whole)
    assert named.evidence == (
        Piece("Harbour Office (trade)", "It approved the chip ."),
        Piece("Lark-9", "The Lark-9 is a chip ."),
    )
    assert (bare.evidence, bare.label) == ((), Verdict.UNVERIFIABLE)


def test_fever_places_without_pages_say_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"line 1 names evidence by page and line.*wiki-pages.*--corpus"):
        read_verdicts(write(tmp_path / "dev.jsonl", FEVER))


CLAIMS = (
    {
        "id": 3,
        "claim": "Vitamin C cures colds.",
        "evidence": {"14": [{"sentences": [0], "label": "CONTRADICT"}]},
        "cited_doc_ids": [14, 15],
    },
    {"id": 4, "claim": "Zinc shortens colds.", "evidence": {}, "cited_doc_ids": [15]},
)
CORPUS = (
    {
        "doc_id": 14,
        "title": "Vitamin C",
        "abstract": ["It cures nothing. ", "We tried."],
        "structured": False,
    },
    {"doc_id": 15, "title": "Zinc", "abstract": ["Zinc was given."], "structured": False},
)


def test_scifact_claims_with_their_corpus(tmp_path: Path) -> None:
    path = write(tmp_path / "claims_dev.jsonl", *CLAIMS)
    write(tmp_path / "corpus.jsonl", *CORPUS)
    rows = read_verdicts(path)
    assert [(row.id, row.label, row.evidence[0].title) for row in rows] == [
        ("3-14", Verdict.CONTRADICTED, "Vitamin C"),
        ("3-15", Verdict.UNVERIFIABLE, "Zinc"),
        ("4-15", Verdict.UNVERIFIABLE, "Zinc"),
    ]
    assert rows[0].evidence[0].text == "It cures nothing. We tried."


def test_scifact_corpus_elsewhere_missing_or_another(tmp_path: Path) -> None:
    path = write(tmp_path / "claims_dev.jsonl", *CLAIMS)
    with pytest.raises(ReadError, match=r"line 1 names abstracts.*corpus\.jsonl beside claims_dev\.jsonl"):
        read_verdicts(path)
    other = write(tmp_path / "other.jsonl", CORPUS[1])
    with pytest.raises(ReadError, match="line 1 names abstract 14, which is not among the 1 of"):
        read_verdicts(path, other)
    assert len(read_verdicts(path, write(tmp_path / "all.jsonl", *CORPUS))) == 3


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"text": ""}, "wanted a 'claim'"),
        ({"claim": "A.", "label": "supported"}, "wanted 'evidence'"),
        ({"claim": "A.", "evidence": ["B."]}, "wanted a 'label'.*None"),
        ({"claim": "A.", "evidence": ["B."], "label": "真"}, "wanted a 'label'.*真"),
        ({"claim": "A.", "evidence": [{"title": "B"}], "label": "supported"}, "evidence with a 'text'"),
        ({"claim": "A.", "evidence": 3, "label": "supported"}, "evidence as text, found 3"),
        ({"claim": "A.", "cited_doc_ids": [1]}, "without answers"),
        ([1], "JSON object"),
    ],
)
def test_a_row_that_cannot_be_understood_is_named(tmp_path: Path, row: object, said: str) -> None:
    path = write(tmp_path / "rows.jsonl", OWN, row)
    with pytest.raises(ReadError, match=f"(?s)line 2.*{said}"):
        read_verdicts(path)
