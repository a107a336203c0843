"""Matching new claims with already checked ones, also across languages."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import Workspace
from factcheck.encoders import load_encoder
from factcheck.extract import typed_claim
from factcheck.match import match
from factcheck.model import MatchLevel, Verdict
from factcheck.store import CheckedClaim

_CHECKED = [
    CheckedClaim("芯片出口禁令已于七月解除", "True", "Fact Desk", "https://example.org/1", date(2025, 8, 1)),
    CheckedClaim("The moon is made of cheese", "False", "Fact Desk", None, None),
]


def test_the_same_claim_in_the_other_script_matches() -> None:
    (found,) = match([typed_claim("晶片出口禁令已於七月解除")], _CHECKED[:1], load_encoder("builtin"))
    assert [one.verdict for one in found] == ["True"]
    assert found[0].published == date(2025, 8, 1)


def test_another_claim_does_not_match() -> None:
    (found,) = match(
        [typed_claim("The orchestra played Mahler in Lisbon.")], _CHECKED, load_encoder("builtin")
    )
    assert found == []


def test_no_memory_no_match() -> None:
    assert match([typed_claim("Sales rose.")], [], load_encoder("builtin")) == [[]]


@pytest.mark.parametrize(
    ("claim", "checked", "level"),
    [
        ("晶片出口禁令已於七月解除", "芯片出口禁令已于七月解除", MatchLevel.SAME),
        (
            "Veltron sold 450,000 Lark-9 chips in 2025.",
            "Veltron sold 450,000 Lark-9 chips in 2025",
            MatchLevel.SAME,
        ),
        (
            "Veltron sold 450,000 Lark-9 chips in 2025.",
            "Veltron sold 300,000 Lark-9 chips in 2025",
            MatchLevel.NEAR,
        ),
        ("啟明半導體沒有獲得許可", "啟明半導體獲得許可", MatchLevel.NEAR),
        ("启明半导体2025年营收为52亿元", "啟明半導體2025年營收為25億元", MatchLevel.NEAR),
    ],
)
def test_a_figure_or_a_negation_makes_it_near_and_not_the_same(
    claim: str, checked: str, level: MatchLevel
) -> None:
    (found,) = match([typed_claim(claim)], [CheckedClaim(checked, "False")], load_encoder("builtin"))
    assert [one.level for one in found] == [level]


def test_own_verdicts_join_the_memory_and_no_claim_matches_itself(queue: Workspace) -> None:
    claim = queue.findings()[0].claim
    assert queue.claim(claim.text).matches == ()
    queue.desk("安").decide(claim.id, Verdict.UNVERIFIABLE, note="查無")
    (match_found,) = queue.claim(claim.text).matches
    assert (match_found.own_claim, match_found.ruling, match_found.publisher, match_found.level) == (
        claim.id, Verdict.UNVERIFIABLE, "安", MatchLevel.SAME,
    )  # fmt: skip
    assert all(one.own_claim != claim.id for one in queue.check_again(claim.id).matches)
    desk = queue.desk("ben")
    desk.decide(claim.id, Verdict.SUPPORTED, note="no")
    assert queue.claim(claim.text).matches == ()


def test_a_published_verdict_that_changes_is_matched_as_it_is_now(queue: Workspace) -> None:
    """As by a second import within one process."""
    claim = queue.findings()[0].claim
    for verdict in ("False", "Half true", "對"):
        queue.store.add_checked_claims([CheckedClaim(claim.text, verdict, "Desk", "https://desk.example/1")])
        assert [one.verdict for one in queue.claim(claim.text).matches] == [verdict]
