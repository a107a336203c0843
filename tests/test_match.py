"""Matching new claims with already checked ones, also across languages."""

from __future__ import annotations

from datetime import date

from factcheck.encoders import load_encoder
from factcheck.extract import typed_claim
from factcheck.match import match
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
