"""`review`, `decide` and `history` at the command line, past any terminal."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck import Workspace
from factcheck.cli import main


def run(queue: Workspace, *arguments: str) -> int:
    return main(["--workspace", str(queue.folder.path), *arguments])


def first(queue: Workspace, verdict: str) -> str:
    return next(one.claim.id for one in queue.findings() if one.suggestion.verdict == verdict)


def test_a_script_decides_and_the_history_tells(queue: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    claim_id = first(queue, "contradicted")
    assert (
        run(
            queue,
            "decide",
            claim_id[:8],
            "contradicted",
            "--reviewer",
            "desk",
            "--note",
            "看過財報",
            "--json",
        )
        == 0
    )
    told = capsys.readouterr()
    row = json.loads(told.out)
    assert (row["claim_id"], row["verdict"], row["reviewer"], row["note"]) == (
        claim_id,
        "contradicted",
        "desk",
        "看過財報",
    )
    assert row["evidence"] and row["models"]["encoder"].startswith("builtin")
    assert told.err.startswith("desk: contradicted: ")
    queue.desk("desk").undo()
    assert run(queue, "history", claim_id) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "desk: contradicted (taken back)" in lines[1]
    assert lines[2].strip() == "看過財報"
    assert lines[3].endswith("desk: taken back")
    assert run(queue, "history", claim_id, "--json") == 0
    assert [json.loads(line)["event"] for line in capsys.readouterr().out.splitlines()] == [
        "decided",
        "undone",
    ]


def test_the_reviewer_is_named_by_option_environment_or_account(
    queue: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim_id = first(queue, "supported")
    monkeypatch.setenv("FACTCHECK_REVIEWER", "night desk")
    assert run(queue, "decide", claim_id, "not-a-claim") == 0
    monkeypatch.delenv("FACTCHECK_REVIEWER")
    monkeypatch.setenv("LOGNAME", "li")
    assert run(queue, "decide", claim_id, "unverifiable", "--reason", "not_checkable") == 0
    assert [(one.reviewer, one.event) for one in queue.store.reviews_of(claim_id)] == [
        ("night desk", "dismissed"),
        ("li", "decided"),
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["decide", "zz", "supported"], "found 'zz', which no claim has"),
        (["decide", "", "supported"], "found '', which no claim has"),
        (
            ["decide", "CLAIM", "supported", "--reason", "no_evidence"],
            "Wanted --reason with the verdict 'unverifiable'",
        ),
        (["decide", "CLAIM", "supported", "--evidence", "absent"], "Wanted a stored passage"),
        (["decide", "CLAIM", "maybe"], "'maybe' is not one of"),
        (["history", "zz"], "found 'zz', which no claim has"),
        (["review"], "Wanted a terminal"),
        (["review", "--web", "--port", "70000"], "70000"),
    ],
)
def test_bad_requests_are_one_clear_line_and_store_nothing(
    queue: Workspace, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    claim_id = first(queue, "supported")
    assert run(queue, *[claim_id if one == "CLAIM" else one for one in arguments]) == 2
    told = capsys.readouterr().err
    assert message in told and "Traceback" not in told
    assert queue.store.last_event() == 0


def test_a_verdict_without_ground_is_refused_with_what_to_do(
    queue: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    claim_id = first(queue, "contradicted")
    assert run(queue, "decide", claim_id, "supported") == 2
    assert "Pin or add a passage, or give a note" in capsys.readouterr().err


def test_without_a_workspace_nothing_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in (["decide", "aa", "supported"], ["history", "aa"], ["review"]):
        assert main(["--workspace", str(tmp_path), *command]) == 1
        assert "No workspace in" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_what_an_article_says_cannot_steer_the_terminal(
    queue: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    claim_id = first(queue, "supported")
    queue.desk("\x1b[31mann").note(claim_id, "\x1b]0;owned\x07\u202e")
    assert run(queue, "history", claim_id) == 0
    shown = capsys.readouterr().out
    assert "\x1b" not in shown and "\x07" not in shown and "\u202e" not in shown
    assert "\\x1b" in shown


def test_the_review_command_loads_no_heavy_library_before_its_screen(queue: Workspace) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from factcheck.cli import main; code = main(sys.argv[1:])\n"
            "heavy = ('torch', 'transformers', 'sentence_transformers', 'faiss', 'model2vec')\n"
            "print([name for name in heavy if name in sys.modules]); sys.exit(code)",
            "--workspace",
            str(queue.folder.path),
            "review",
        ],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert (done.returncode, done.stdout.strip()) == (2, "[]")


def test_claims_are_shared_out_and_disputes_settled_from_scripts(
    queue: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    from factcheck.queue import Wanted

    assert run(queue, "assign", "ann", "安") == 0
    mine = [len(queue.desk(name).listing(Wanted(assigned=True))) for name in ("ann", "安")]
    assert sum(mine) == len(queue.findings()) and abs(mine[0] - mine[1]) <= 1
    assert run(queue, "assign", "--away", "ann") == 0
    assert len(queue.desk("ann").listing(Wanted(assigned=True))) == 0
    claim_id = queue.findings()[0].claim.id
    for who, verdict in (("ann", "supported"), ("安", "contradicted")):
        assert run(queue, "decide", claim_id, verdict, "--note", "because", "--reviewer", who) == 0
    assert queue.store.rulings()[claim_id].disputed
    assert run(queue, "decide", claim_id, "unverifiable", "--adjudicate", "--reviewer", "chief") == 2
    assert "reason for this adjudication" in capsys.readouterr().err
    given = ("--adjudicate", "--note", "兩說皆無據", "--reviewer", "chief")
    assert run(queue, "decide", claim_id, "unverifiable", *given) == 0
    assert queue.store.rulings()[claim_id].word == "unverifiable"
