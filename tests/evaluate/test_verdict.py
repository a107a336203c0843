"""Suggestions on given evidence are those that the pipeline makes once the same passages are found."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from workspaces import filled

from factcheck.evaluate.rows import Piece, VerdictRow
from factcheck.evaluate.scratch import scratch
from factcheck.evaluate.verdict import answered, evaluate_verdict, score_verdicts
from factcheck.model import Verdict

ROWS = [
    ("Veltron expects to lose $8 billion over three years", "Veltron公司表示，未來三年將因出口限制損失80億美元。", "supported"),
    ("Veltron預計三年損失60億美元", "Veltron公司表示，未來三年將因出口限制損失80億美元。", "contradicted"),
    ("启明半导体2025年第二季度营收为40亿元", "启明半导体2025年第二季度营收为25亿元。", "contradicted"),
    ("啟明半導體2025年第二季度營收為25億元", "启明半导体2025年第二季度营收为25亿元。", "supported"),
    ("The weather in Kyoto was mild", "启明半导体2025年第二季度营收为25亿元。", "unverifiable"),
]  # fmt: skip

ROWS_ASIDE = ("The weather in Kyoto was mild", (Piece("", "启明半导体2025年第二季度营收为25亿元。"),))


def write(path: Path) -> Path:
    rows = [
        {"id": str(n), "claim": claim, "evidence": [{"title": "", "text": text}], "label": label}
        for n, (claim, text, label) in enumerate(ROWS)
    ]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def test_the_scores_of_a_file(tmp_path: Path) -> None:
    path = write(tmp_path / "rows.jsonl")
    told: list[tuple[int, int]] = []
    scores = evaluate_verdict(path, {}, watch=lambda done, total: told.append((done, total)))
    row = scores.row()
    assert set(row) == {"task", "metrics", "n", "seconds", "models", "sha256"}
    assert (scores.task, scores.n) == ("verdict", 5)
    assert scores.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert set(scores.models) == {"encoder", "judge"}
    assert {"accuracy", "macro_f1", "f1.supported", "f1.contradicted", "f1.unverifiable", "ece"} <= set(
        scores.metrics
    )
    assert scores.metrics["accuracy"] == 1.0
    assert told == [(done, 5) for done in range(1, 6)]
    assert json.loads(json.dumps(row)) == row


def test_only_the_first_rows(tmp_path: Path) -> None:
    assert evaluate_verdict(write(tmp_path / "rows.jsonl"), {}, limit=2).n == 2


def test_a_page_s_title_says_what_its_sentences_are_about() -> None:
    sentence = "It was founded in 1998 in Kyoto."
    claim = "Sennen Optics was founded in 1998"
    rows = [
        VerdictRow("1", claim, (Piece(title, sentence),), Verdict.SUPPORTED)
        for title in ("Sennen Optics", "Harbour Foods")
    ]
    with scratch({}) as workspace:
        own, other = [answer.suggestion for answer in answered(workspace.machinery, rows)]
    assert own.verdict is Verdict.SUPPORTED
    assert (other.verdict, other.confidence) != (own.verdict, own.confidence)


def test_silence_of_what_a_search_found_is_surer_than_that_of_evidence_chosen_for_the_claim() -> None:
    row = VerdictRow("1", *ROWS_ASIDE, Verdict.UNVERIFIABLE)
    with scratch({}) as workspace:
        (chosen,) = answered(workspace.machinery, [row])
        (found,) = answered(workspace.machinery, [row], found=True)
    assert chosen.suggestion.verdict is found.suggestion.verdict is Verdict.UNVERIFIABLE
    assert chosen.suggestion.confidence < found.suggestion.confidence


def test_no_evidence_is_unverifiable_and_said() -> None:
    rows = [VerdictRow("1", "曜川營收為412億元", (), Verdict.UNVERIFIABLE)]
    scores = score_verdicts(rows, {}, sha256="0")
    assert scores.metrics["accuracy"] == 1.0
    assert scores.notes == ("1 of the rows come without evidence, so they are unverifiable as they stand.",)


def test_nothing_is_written_to_the_workspace_in_force(tmp_path: Path) -> None:
    with filled(tmp_path) as workspace:
        before = workspace.store.stats()
        evaluate_verdict(write(tmp_path / "rows.jsonl"), {"encoder": workspace.settings.encoder})
        assert workspace.store.stats() == before


@pytest.mark.parametrize("pieces", [1, 2])
def test_two_sentences_of_a_page_are_one_source(pieces: int) -> None:
    """Sentences of one page that disagree are no two sources in conflict."""
    told = [
        Piece("Qiming", "启明半导体2025年第二季度营收为25亿元。"),
        Piece("Qiming" if pieces == 1 else "Rival", "启明半导体2025年第二季度营收为40亿元。"),
    ]
    row = VerdictRow("1", "启明半导体2025年第二季度营收为25亿元", tuple(told), Verdict.SUPPORTED)
    with scratch({}) as workspace:
        (answer,) = answered(workspace.machinery, [row])
    assert (answer.suggestion.reason == "conflicting") == (pieces == 2)
