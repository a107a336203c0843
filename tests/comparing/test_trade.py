"""Trade with one partner is a part of all trade."""

from __future__ import annotations

import pytest

from factcheck.comparing.scope import scope_difference
from factcheck.comparing.statement import read_statement


@pytest.mark.parametrize(
    ("claim", "sentence", "differs"),
    [
        ("China's imports of tools reached $9.8 billion.", "中国自荷兰进口的设备金额为81亿美元。", True),
        ("中國進口設備98億美元。", "China's imports from the Netherlands came to $8.1 billion.", True),
        ("中国自荷兰进口设备98亿美元。", "中國自荷蘭進口的設備為81億美元。", False),
        ("China's imports reached $9.8 billion.", "中国进口81亿美元。", False),
        ("China 的 imports 達98億美元。", "China自荷蘭的 imports 達81億美元。", True),
    ],
)
def test_trade_with_one_partner(claim: str, sentence: str, differs: bool) -> None:
    assert (scope_difference(read_statement(claim), read_statement(sentence)) is not None) is differs
