"""What follows from than, as ... as, 比 and 一樣: the same order told from either side, in both languages."""

from __future__ import annotations

import itertools

import pytest

from factcheck.comparing.follows import Follows
from factcheck.comparing.orders import in_order
from factcheck.comparing.statement import read_statement


@pytest.mark.parametrize(
    ("claim", "sentence", "found"),
    [
        ("The H20 is slower than the H100.", "The H100 is faster than the H20.", Follows.HOLDS),
        ("The H20 is faster than the H100.", "The H100 is much faster than the H20.", Follows.FAILS),
        ("Oakline is less expensive than Veltron.", "Veltron is cheaper than Oakline.", Follows.FAILS),
        ("The H20 is as fast as the B30.", "The B30 is not as fast as the H20.", Follows.FAILS),
        ("The B30 is as fast as the H20.", "The H20 is as fast as the B30.", Follows.HOLDS),
        ("海河比長江短。", "長江比海河長得多。", Follows.HOLDS),
        ("海河比长江长。", "长江比海河长得多。", Follows.FAILS),
        ("林比陳高。", "陳和王一樣高，王和周一樣高，周比林矮。", Follows.HOLDS),
        ("林比陈矮。", "陈和王一样高，王和周一样高，周比林矮。", Follows.FAILS),
        ("林比陳高。", "趙比林、王和陳都矮。", Follows.OPEN),
        ("H20沒有H100快。", "The H100 is faster than the H20.", Follows.HOLDS),
        ("The H20 is faster than the H100.", "H100比H20快20%。", Follows.FAILS),
        ("昆仑芯比A100慢。", "The A100 is faster than Kunlun.", Follows.HOLDS),
        ("The H20 is faster than the H100.", "The H100 is heavier than the H20.", None),
        ("The H20 is faster than the H100.", "The B30 is faster than the A800.", None),
        ("林不比陳高。", "林比陳高。", None),
        ("Veltron sold chips.", "營收比去年高。", None),
    ],
)
def test_the_order_decides(claim: str, sentence: str, found: Follows | None) -> None:
    assert in_order(read_statement(claim), read_statement(sentence)) is found


def test_a_long_chain_is_followed_and_a_circle_ends() -> None:
    names = ["Ash", "Birch", "Cedar", "Dogwood", "Elm", "Fir"]
    pairs = itertools.pairwise(names)
    chain = "; ".join(f"{one} is taller than {other}" for one, other in pairs)
    assert in_order(read_statement("Fir is shorter than Ash."), read_statement(chain)) is Follows.HOLDS
    circle = f"{chain}; Fir is taller than Ash"
    assert in_order(read_statement("Ash is taller than Fir."), read_statement(circle)) is Follows.HOLDS
