"""Which post somebody holds, in both languages and scripts."""

from __future__ import annotations

import pytest

from factcheck.comparing.posts import post_difference
from factcheck.comparing.statement import read_statement
from factcheck.model import DifferenceKind


@pytest.mark.parametrize(
    ("claim", "sentence", "sides"),
    [
        (
            "Veltron's chief executive Ada Moreno resigned.",
            "Veltron finance chief Ada Moreno resigned.",
            ("chief executive", "finance chief"),
        ),
        ("Ada Moreno, CFO of Veltron, resigned.", "CEO Ada Moreno resigned.", ("CFO", "CEO")),
        ("維創的執行長黃仁勳辭職。", "維創財務長黃仁勳辭職。", ("執行長", "財務長")),
        ("维创的首席执行官黄仁勋辞职。", "維創財務長黃仁勳辭職。", ("首席执行官", "財務長")),
        (
            "维创首席执行官黄仁勋辞职。",
            "Finance chief Jensen Huang resigned.",
            ("首席执行官", "Finance chief"),
        ),
        ("Veltron's chief executive Ada Moreno resigned.", "Veltron CEO Ada Moreno resigned.", None),
        ("维创首席执行官黄仁勋辞职。", "Chief executive Jensen Huang resigned.", None),
        ("云驰的首席执行官韩立辞职。", "云驰首席财务官韩立辞职。", ("首席执行官", "首席财务官")),
        # Who chairs may lead as well, and another's post is another's.
        ("Chairman Ada Moreno resigned.", "Chief executive Ada Moreno resigned.", None),
        ("CEO Ada Moreno resigned.", "Ada Moreno and CFO Tomas Brandt resigned.", None),
        ("CEO Ada Moreno resigned.", "Ada Moreno resigned.", None),
        ("CEO Ada Moreno resigned.", "CFO Tomas Brandt resigned.", None),
        ("CEO Ada Moreno resigned.", "Ada Moreno replaced CFO Tomas Brandt.", None),
        ("CEO Ada Moreno resigned.", "CFO Tomas Brandt, Ada Moreno left.", None),
        ("CTO Ada Moreno resigned.", "CTO and CEO Ada Moreno resigned.", None),
        ("CEO Ada Moreno resigned.", "Former CFO Ada Moreno resigned.", None),
        ("技術長黃仁勳辭職。", "技術長兼執行長黃仁勳辭職。", None),
        ("台積電執行長魏哲家宣布擴產。", "魏哲家宣布財務長黃仁昭今年擴產後退休。", None),
        ("首席执行官黄仁勋辞职。", "前財務長黃仁勳辭職。", None),
    ],
)
def test_one_person_in_two_posts(claim: str, sentence: str, sides: tuple[str, str] | None) -> None:
    found = post_difference(read_statement(claim), read_statement(sentence))
    assert (found and (found.claim, found.evidence)) == sides
    assert found is None or found.kind is DifferenceKind.NAME
