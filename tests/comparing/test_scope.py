"""A part of a market is not the whole of it."""

from __future__ import annotations

import pytest

from factcheck.comparing.scope import scope_difference
from factcheck.comparing.statement import read_statement
from factcheck.model import DifferenceKind


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Its total revenue fell 12%.", "Its gaming revenue fell 30%."),
        ("總營收下降12%。", "数据中心营收下降30%。"),
        ("High-end sales make up 95%.", "国产芯片占12%。"),
    ],
)
def test_different_scopes(claim: str, sentence: str) -> None:
    found = scope_difference(read_statement(claim), read_statement(sentence))
    assert found is not None
    assert found.kind is DifferenceKind.SCOPE


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Data centre revenue fell 12%.", "資料中心營收下降12%。"),
        ("Revenue fell 12%.", "Revenue fell 12% in all."),
        ("The ban covers data centres.", "The ban covers gaming chips."),
    ],
)
def test_same_scope_or_no_figures(claim: str, sentence: str) -> None:
    assert scope_difference(read_statement(claim), read_statement(sentence)) is None
