"""`agreement` at the command line: claims in both languages and scripts, decided by several people."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from factcheck import Workspace
from factcheck.cli import program
from factcheck.commands.options import Request
from factcheck.model import Claim, Language, Verdict

NOTE = "read by a person"


def run(queue: Workspace, *arguments: str) -> Result:
    folder = str(queue.folder.path)
    done = CliRunner().invoke(program, ["agreement", *arguments], obj=Request(folder), standalone_mode=False)
    if done.exception is not None:
        raise done.exception
    return done


def row(queue: Workspace, *arguments: str) -> dict[str, Any]:
    (line,) = run(queue, "--json", *arguments).stdout.splitlines()
    found = json.loads(line)
    assert isinstance(found, dict)
    return found


def decide(queue: Workspace, claim: Claim, **said: str) -> None:
    """What each reviewer says of a claim; `not_a_claim` dismisses it."""
    for reviewer, answer in said.items():
        desk = queue.desk(reviewer)
        if answer == "not_a_claim":
            desk.dismiss([claim.id], note=NOTE)
        else:
            desk.decide(claim.id, Verdict(answer), note=NOTE)


@pytest.fixture
def decided(queue: Workspace) -> list[Claim]:
    """The checked claims in the order of the articles (en, hant, hans, mixed), five of which two decided."""
    claims = [one.claim for one in queue.findings()]
    decide(queue, claims[0], ann="supported", 芷若="supported")
    decide(queue, claims[1], ann="contradicted", 芷若="supported", cy="not_a_claim")
    decide(queue, claims[3], ann="contradicted", 芷若="unverifiable")
    decide(queue, claims[5], ann="supported", 芷若="supported")
    decide(queue, claims[-1], ann="not_a_claim", 芷若="not_a_claim")
    decide(queue, claims[-2], cy="supported")
    return claims


def test_the_samples_have_every_kind_of_text(queue: Workspace, decided: list[Claim]) -> None:
    languages = [decided[number].language for number in (0, 3, 5)]
    assert languages == [Language.EN, Language.HANT, Language.HANS]
    mixed = decided[-1]
    assert queue.store.card(str(mixed.document_id)).language is Language.MIXED
    assert "QM-7" in mixed.text and "晶片" in mixed.text


def test_what_a_machine_reads(queue: Workspace, decided: list[Claim]) -> None:
    found = row(queue)
    assert list(found) == ["claims", "reviewers", "percent", "pairs", "fleiss", "alpha", "disagreements"]
    assert found["claims"] == 5
    assert found["reviewers"] == [
        {"name": "ann", "claims": 5, "shared": 5},
        {"name": "cy", "claims": 2, "shared": 1},
        {"name": "芷若", "claims": 5, "shared": 5},
    ]
    assert found["percent"] == round(3 / 7, 6)
    ann_and_cy, ann_and_zhiruo, _ = found["pairs"]
    assert ann_and_cy == {"left": "ann", "right": "cy", "claims": 1, "percent": 0.0, "cohen": 0.0}
    assert (ann_and_zhiruo["claims"], ann_and_zhiruo["percent"]) == (5, 0.6)
    # Chance: ann says 2 supported, 2 contradicted, 1 no claim; the other 3, 0, 1 and 1 unverifiable.
    assert ann_and_zhiruo["cohen"] == round((3 / 5 - 7 / 25) / (1 - 7 / 25), 6)
    assert (found["fleiss"]["claims"], found["fleiss"]["raters"]) == (4, 2)
    assert -1 < found["alpha"] < 1
    assert sorted(one["claim_id"] for one in found["disagreements"]) == sorted(
        decided[number].id for number in (1, 3)
    )
    texts = {one["claim_id"]: (one["text"], one["ratings"]) for one in found["disagreements"]}
    assert texts[decided[3].id] == (decided[3].text, {"ann": "contradicted", "芷若": "unverifiable"})
    assert texts[decided[1].id][1] == {"ann": "contradicted", "cy": "not_a_claim", "芷若": "supported"}


def test_what_a_person_reads(queue: Workspace, decided: list[Claim]) -> None:
    done = run(queue)
    shown = done.stdout
    for words in ("ann", "芷若", "Cohen's kappa", "60.0%", "0.44", "4 claims with 2 ratings each, of 5"):
        assert words in shown
    assert decided[3].id[:8] in shown and decided[3].text[:10] in shown
    assert "contradicted: ann; unverifiable:" in shown and "芷若" in shown
    assert done.stderr == "5 claims decided by two reviewers or more, 2 of them not alike.\n"


def test_only_the_articles_that_are_named(queue: Workspace, decided: list[Claim]) -> None:
    english, traditional = str(decided[0].document_id), str(decided[3].document_id)
    assert row(queue, "--article", english[:10])["claims"] == 2
    both = row(queue, "--article", english[:10], "--article", traditional[:10], "--article", english)
    assert both["claims"] == 3
    assert "2 claims of these articles decided" in run(queue, "--article", english).stderr


def test_an_article_that_is_not_there_is_an_error(queue: Workspace) -> None:
    with pytest.raises(Exception, match="No document id begins with 'ffffffffff'"):
        run(queue, "--article", "ffffffffff")


def test_without_a_second_reviewer_it_says_what_is_missing(queue: Workspace) -> None:
    claims = [one.claim for one in queue.findings()]
    decide(queue, claims[0], ann="supported")
    decide(queue, claims[1], ann="supported")
    decide(queue, claims[3], 芷若="unverifiable")
    done = run(queue)
    assert done.exit_code == 0
    assert "found 3 claims of one each: ann 2, 芷若 1." in done.stderr and "--reviewer NAME" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "ann" in done.stdout and "kappa" not in done.stdout
    found = row(queue)
    assert found["reviewers"][0] == {"name": "ann", "claims": 2, "shared": 0}
    assert (found["claims"], found["percent"], found["alpha"], found["pairs"]) == (0, None, None, [])
    assert found["fleiss"] == {"value": None, "claims": 0, "raters": 0}


def test_before_anybody_decided(queue: Workspace) -> None:
    done = run(queue)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "found none that anybody did" in done.stderr
    assert row(queue)["reviewers"] == []


def test_one_answer_throughout_is_said_instead_of_a_number(queue: Workspace) -> None:
    for finding in queue.findings()[:3]:
        decide(queue, finding.claim, ann="unverifiable", ben="unverifiable")
    done = run(queue)
    words = " ".join(done.stdout.split())
    assert "100.0%" in words and "nan" not in words and "1.00" not in words
    assert words.count("not defined: all gave one and the same answer") == 3
    found = row(queue)
    assert (found["percent"], found["alpha"], found["pairs"][0]["cohen"]) == (1.0, None, None)


def test_why_unverifiable_is_no_disagreement_and_an_adjudication_no_rating(queue: Workspace) -> None:
    from factcheck.model import Reason
    from factcheck.review import Desk

    claim = queue.findings()[0].claim
    queue.desk("ann").decide(claim.id, Verdict.UNVERIFIABLE, reason=Reason.NO_EVIDENCE)
    queue.desk("ben").decide(claim.id, Verdict.UNVERIFIABLE, reason=Reason.NOT_CHECKABLE)
    Desk(queue.store, "chief", adjudicating=True).decide(claim.id, Verdict.SUPPORTED, note=NOTE)
    found = row(queue)
    assert (found["claims"], found["percent"]) == (1, 1.0)
    assert [one["name"] for one in found["reviewers"]] == ["ann", "ben"]


def test_a_claim_in_whose_place_others_stand_counts_no_more(queue: Workspace, decided: list[Claim]) -> None:
    queue.desk("ann").reword(decided[3].id, ["Veltron在中國的數據中心營收下降。"])
    found = row(queue)
    assert found["claims"] == 4
    assert decided[3].id not in {one["claim_id"] for one in found["disagreements"]}
    queue.desk("ann").undo()
    assert row(queue)["claims"] == 5


def test_what_was_taken_back_counts_no_more(queue: Workspace) -> None:
    claim = queue.findings()[0].claim
    decide(queue, claim, ann="supported", ben="contradicted")
    queue.desk("ben").undo()
    assert row(queue)["claims"] == 0


def test_names_and_claims_cannot_steer_the_terminal(queue: Workspace) -> None:
    claim = queue.findings()[0].claim
    hostile = queue.desk("x").add_claim(
        str(claim.document_id), claim.start, claim.end, "\x1b[31mowned\u202e\x07\nby a claim"
    )
    for number, answer in ((1, Verdict.SUPPORTED), (2, Verdict.CONTRADICTED)):
        queue.desk(f"\x1b]0;{number}\x07\u202e").decide(hostile, answer, note=NOTE)
    done = run(queue)
    assert not {"\x1b", "\x07", "\u202e"} & {*done.stdout, *done.stderr}
    assert "\\x1b[31mowned" in done.stdout
    assert row(queue)["disagreements"][0]["text"].startswith("\x1b[31mowned")


def test_without_a_workspace_nothing_is_made(tmp_path: Path) -> None:
    with Workspace(tmp_path) as workspace, pytest.raises(Exception, match="No workspace in"):
        run(workspace)
    assert list(tmp_path.iterdir()) == []
