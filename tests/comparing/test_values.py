"""Two quantities as values: what can be one, what the evidence then says, and what it leaves open."""

from __future__ import annotations

import pytest

from factcheck.comparing.values import agree, bears_out
from factcheck.language.quantities import Quantity, find_quantities


def _only(text: str) -> Quantity:
    (found,) = find_quantities(text)
    return found


@pytest.mark.parametrize(
    ("claim", "evidence", "can_be_one", "says_so"),
    [
        ("fewer than 260 chips", "160 chips", True, True),
        ("160 chips", "fewer than 260 chips", True, False),
        ("250 chips", "fewer than 260 chips", True, True),
        ("over $8 billion", "$8.5 billion", True, True),
        ("$8.5 billion", "over $8 billion", True, True),
        ("$11 billion", "over $8 billion", True, False),
        ("不到260人", "160人", True, True),
        ("160人", "不到260人", True, False),
        ("少於7000元", "7000元", False, True),
        ("少于7000元", "7000元", False, True),
        ("at most 7000 chips", "7000 chips", True, True),
        ("不超過7000元", "7000元", True, True),
        ("超過80億美元", "80億美元", False, True),
        ("至少80億美元", "80亿美元", True, True),
        ("20%", "15%-30%", True, False),
        ("15%至30%", "20%", True, True),
        ("about 100 chips", "102 chips", True, True),
    ],
)
def test_what_can_be_one_and_what_says_so(claim: str, evidence: str, can_be_one: bool, says_so: bool) -> None:
    ours, theirs = _only(claim), _only(evidence)
    assert agree(ours, theirs) is can_be_one
    if can_be_one:
        assert bears_out(ours, theirs) is says_so


@pytest.mark.parametrize(
    ("text", "strict"),
    [
        ("less than 180 chips", True),
        ("no less than 180 chips", False),
        ("at most 180 chips", False),
        ("over 180 chips", True),
        ("about 180 chips", False),
        ("少於180人", True),
        ("不少於180人", False),
        ("超过180人", True),
        ("不超过180人", False),
        ("至多180人", False),
        ("180人", False),
    ],
)
def test_words_that_leave_the_number_out(text: str, strict: bool) -> None:
    assert _only(text).strict is strict
