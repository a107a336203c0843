"""Whose figure or forecast it is: another speaker's is another one, the same by another name is not."""

from __future__ import annotations

import pytest

from factcheck.comparing.names import compare_names
from factcheck.comparing.speakers import speaker_difference
from factcheck.comparing.statement import read_statement
from factcheck.encoders.static import StaticEncoder
from factcheck.model import Difference, DifferenceKind

VECTORS = StaticEncoder.builtin()


def _found(claim: str, sentence: str) -> Difference | None:
    ours, theirs = read_statement(claim), read_statement(sentence)
    replaced = compare_names(ours, theirs, frozenset()).replaced
    return speaker_difference(ours, theirs, replaced, VECTORS)


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        (
            "Goldman Sachs expects spending of $527 billion.",
            "Morgan Stanley said spending would reach $527 billion.",
        ),
        ("美光預估，合約價將季增8%。", "TrendForce：第四季合約價預估季增8%。"),
        ("高盛预计，明年支出将达5000亿美元。", "摩根士丹利预计，明年支出将达5000亿美元。"),
        ("Sam Altman 表示短缺會延續到2027年。", "黃仁勳表示，短缺會延續到2027年。"),
    ],
)
def test_another_speaker(claim: str, sentence: str) -> None:
    found = _found(claim, sentence)
    assert found is not None
    assert found.kind is DifferenceKind.SPEAKER


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("NVIDIA said revenue rose 12%.", "輝達表示，營收成長12%。"),
        ("英伟达称营收增长12%。", "Nvidia said revenue rose 12%."),
        ("Revenue rose 12%.", "Goldman Sachs said revenue rose 12%."),
        (
            "Goldman Sachs expects $310 billion in 2028.",
            "Spending will reach $310 billion in 2028, according to our model.",
        ),
        ("高盛預估支出將達3,100億美元。", "支出將達3,100億美元。"),
    ],
)
def test_the_same_speaker_or_none(claim: str, sentence: str) -> None:
    assert _found(claim, sentence) is None
