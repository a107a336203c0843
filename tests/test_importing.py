"""`import` from the command line: fact-checks into the memory, and a reviewed table there and back."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from factcheck import Workspace
from factcheck.cli import main
from factcheck.exporters.csv_report import COLUMNS, headings
from factcheck.language.tongues import TONGUES
from factcheck.model import Reason, Verdict
from factcheck.queue import Ruling

REVIEWS = [
    {
        "@type": "ClaimReview",
        "claimReviewed": text,
        "url": f"https://desk.example/{number}",
        "author": {"name": "A Desk"},
        "datePublished": "2025-05-01",
        "reviewRating": {"alternateName": words},
    }
    for number, (text, words) in enumerate(
        [
            ("Veltron sold 450,000 Lark-9 chips", "False"),
            ("啟明的晶片算力達到400 TFLOPS", "正確"),
            ("启明亏损", "证据不足"),
        ]
    )
]


def run(queue: Workspace, *arguments: str) -> int:
    return main(["--workspace", str(queue.folder.path), *arguments])


def rulings(queue: Workspace) -> dict[str, Ruling]:
    return queue.store.rulings()


def decide(queue: Workspace) -> None:
    ids = [finding.claim.id for finding in queue.findings()]
    passage = next(one.hit.passage.id for finding in queue.findings() for one in finding.evidence)
    ann, an, chief = queue.desk("ann"), queue.desk("安"), queue.desk("chief", adjudicating=True)
    ann.decide(ids[0], Verdict.SUPPORTED, note="=SUM(A1) 'quoted', \"twice\"\n第二行", evidence=[passage])
    an.decide(ids[0], Verdict.CONTRADICTED, note="'-1")
    chief.decide(ids[0], Verdict.CONTRADICTED, note="三年不是一季")
    an.decide(ids[1], Verdict.UNVERIFIABLE, reason=Reason.CONFLICTING)
    ann.decide(ids[2], Verdict.SUPPORTED, note="@home")


def table(queue: Workspace, tongue: str) -> Path:
    path = queue.folder.path / "reviewed.csv"
    assert (
        run(queue, "report", "-f", "csv", "--include-suggestions", "--language", tongue, "-o", str(path)) == 0
    )
    return path


@pytest.mark.parametrize("tongue", TONGUES)
def test_a_reviewed_table_comes_back_without_loss(
    queue: Workspace, tmp_path: Path, tongue: str, capsys: pytest.CaptureFixture[str]
) -> None:
    decide(queue)
    path, events = table(queue, tongue), queue.store.last_event()
    assert run(queue, "import", str(path)) == 0
    assert "0 verdicts recorded, 5 as they stand" in capsys.readouterr().err
    assert queue.store.last_event() == events
    before = rulings(queue)
    with queue.store.writing():
        for trigger in ("reviews_keep", "reviews_stay"):
            queue.store._write(f"DROP TRIGGER {trigger}")
        for name in ("reviews", "standings", "verdicts"):
            queue.store._write(f"DELETE FROM {name}")
    assert rulings(queue) == {}
    assert run(queue, "import", str(path)) == 0
    assert rulings(queue) == before
    assert run(queue, "import", str(path)) == 0
    assert "0 verdicts recorded" in capsys.readouterr().err


def test_an_editors_change_is_recorded_with_a_name(queue: Workspace) -> None:
    decide(queue)
    path = table(queue, "zh-Hant")
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
    place = {name: number for number, name in enumerate(COLUMNS)}
    assert rows[0] == headings("zh-Hant")
    third, fourth = rulings_rows(rows, place)
    third[place["verdict"]], third[place["note"]] = "與來源不符", "公告已更正"
    fourth[place["verdict"]], fourth[place["reason"]] = "unverifiable", "證據不足"
    # As a spreadsheet of another country saves it.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    assert run(queue, "import", "--reviewer", "編輯", str(path)) == 0
    assert rulings(queue)[third[0]].word == "contradicted"
    assert rulings(queue)[third[0]].opinions[0].reviewer == "ann"
    found = rulings(queue)[fourth[0]]
    assert (found.word, found.reason, found.opinions[0].reviewer) == (
        "unverifiable", Reason.NO_EVIDENCE, "編輯",
    )  # fmt: skip


def rulings_rows(rows: list[list[str]], place: dict[str, int]) -> tuple[list[str], list[str]]:
    """The row of the last agreed claim, and one that nobody decided."""
    decided = [row for row in rows[1:] if row[place["note"]] == "'@home"]
    undecided = [row for row in rows[1:] if not row[place["verdict"]]]
    return decided[0], undecided[0]


def test_what_cannot_be_recorded_is_said_row_by_row(
    queue: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mine.csv"
    known = queue.findings()[0].claim.id
    path.write_text(
        f"claim_id,verdict,reviewer\n{'0' * 32},supported,ann\n{known},perhaps,ann\n{known},supported,ann\n",
        "utf-8",
    )
    assert run(queue, "import", str(path)) == 1
    told = capsys.readouterr().err
    assert "line 2: Wanted a stored claim, found none with the id" in told
    assert "line 3: Wanted a verdict of supported, contradicted, unverifiable, not a claim" in told
    assert "line 4: Wanted a passage or a note" in told
    assert rulings(queue) == {}


def test_published_fact_checks_join_the_memory_once(
    queue: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "reviews.json"
    path.write_text(json.dumps(REVIEWS, ensure_ascii=False), "utf-8")
    assert run(queue, "import", str(path)) == 0
    assert "3 checked claims new, 0 known already" in capsys.readouterr().err
    assert run(queue, "import", str(path)) == 0
    assert "0 checked claims new, 3 known already" in capsys.readouterr().err
    found = queue.store.checked_claims()
    assert [(one.verdict, one.ruling) for one in found] == [
        ("False", Verdict.CONTRADICTED),
        ("正確", Verdict.SUPPORTED),
        ("证据不足", Verdict.UNVERIFIABLE),
    ]


def test_columns_of_any_table_can_be_named(
    queue: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "own.csv"
    path.write_text("Behauptung,Urteil\n啟明亏损,False\n", "utf-8")
    assert run(queue, "import", str(path)) == 2
    assert "Behauptung" in capsys.readouterr().err
    assert (
        run(queue, "import", "-f", "csv", "--map", "text=Behauptung", "--map", "verdict=Urteil", str(path))
        == 0
    )
    assert run(queue, "import", "--map", "text", str(path)) == 2
    assert "--map FIELD=COLUMN" in capsys.readouterr().err


def test_one_file_of_several_that_cannot_be_read_stops_no_other(
    queue: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, other = tmp_path / "good.json", tmp_path / "other.csv"
    good.write_text(json.dumps(REVIEWS), "utf-8")
    other.write_text("Behauptung,Urteil\n啟明亏损,False\n", "utf-8")
    assert run(queue, "import", str(tmp_path / "absent.json"), str(other), str(good)) == 1
    told = capsys.readouterr().err
    assert "absent.json: Wanted a file of published fact-checks, found nothing" in told
    assert f"failed: {other}: Wanted published fact-checks" in told
    assert "3 checked claims new" in told
    assert run(queue, "import", "-f", "claimreview", str(other)) == 1
    assert "Wanted JSON" in capsys.readouterr().err


def test_a_format_that_is_none_is_refused_before_anything_is_read(
    queue: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(queue, "import", "-f", "review", str(tmp_path / "absent")) == 2
    told = capsys.readouterr().err
    assert "Unknown format of fact-checks 'review'. Did you mean 'reviewed'?" in told


def test_a_table_of_something_else_is_no_reviewed_one(
    queue: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "own.csv"
    path.write_text("verdict,note\nsupported,x\n", "utf-8")
    assert run(queue, "import", "-f", "reviewed", str(path)) == 1
    assert "Wanted a table with the columns claim_id and verdict" in capsys.readouterr().err
    assert run(queue, "import", "-f", "reviewed", "--map", "text=note", str(path)) == 2


@pytest.mark.parametrize("reason", ["no_evidence", "no evidence", "證據不足", "证据不足", "No evidence "])
def test_a_reason_is_read_in_any_language_and_as_programs_write_it(
    queue: Workspace, tmp_path: Path, reason: str
) -> None:
    path, known = tmp_path / "own.csv", queue.findings()[0].claim.id
    path.write_text(f"claim_id,verdict,reason,reviewer\n{known},unverifiable,{reason},ann\n", "utf-8")
    assert run(queue, "import", str(path)) == 0
    assert rulings(queue)[known].reason is Reason.NO_EVIDENCE


def test_a_reason_that_is_none_names_those_there_are(
    queue: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, known = tmp_path / "own.csv", queue.findings()[0].claim.id
    path.write_text(f"claim_id,verdict,reason,reviewer\n{known},unverifiable,tired,ann\n", "utf-8")
    assert run(queue, "import", str(path)) == 1
    told = capsys.readouterr().err
    assert "Wanted a reason of no evidence, conflicting, not checkable, found 'tired'" in told
