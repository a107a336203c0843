"""Ranks: an actor has one place, and a place has one actor."""

from __future__ import annotations

import pytest

from factcheck.comparing.ranks import rank_difference, ranks
from factcheck.comparing.statement import read_statement
from factcheck.model import DifferenceKind


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("SK Hynix is the second-largest memory maker.", 2),
        ("NVIDIA is the world's largest chip designer.", 1),
        ("AMD ranked third in the quarter.", 3),
        ("TSMC is the No. 1 foundry.", 1),
        ("台積電是全球最大的晶圓代工廠。", 1),
        ("小米在全球手機市場排名第三。", 3),
        ("华为以17%的份额居第二位。", 2),
        ("三星坐上頭把交椅。", 1),
        ("AMD 在 server CPU 市場排名第二。", 2),
    ],
)
def test_places_are_read(text: str, place: int) -> None:
    assert [one.place for one in ranks(read_statement(text))] == [place]


@pytest.mark.parametrize(
    "text",
    [
        "It is one of the largest chip designers.",
        "這是第二季的數字。",
        "The second quarter was weak.",
        "第一批產品已交付。",
        "She first said so in May.",
    ],
)
def test_quarters_batches_and_first_times_are_no_ranks(text: str) -> None:
    assert ranks(read_statement(text)) == ()


@pytest.mark.parametrize(
    ("claim", "sentence", "kind"),
    [
        ("NVIDIA is the largest supplier.", "輝達是第二大供應商。", DifferenceKind.QUANTITY),
        ("華為排名第一。", "Huawei ranked second.", DifferenceKind.QUANTITY),
        (
            "SK Hynix is the second-largest maker.",
            "三星是第二大廠商，SK海力士位居榜首。",
            DifferenceKind.QUANTITY,
        ),
        ("三星是全球最大的供应商。", "SK hynix is the world's largest supplier.", DifferenceKind.NAME),
    ],
)
def test_another_place_or_another_actor_differs(claim: str, sentence: str, kind: DifferenceKind) -> None:
    found = rank_difference(read_statement(claim), read_statement(sentence))
    assert found is not None
    assert found.kind is kind


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("NVIDIA is the largest supplier.", "輝達是最大的供應商。"),
        ("NVIDIA is the largest supplier.", "AMD ranked third."),
        ("NVIDIA sold 3 million chips.", "輝達是最大的供應商。"),
    ],
)
def test_one_place_or_none_differs_in_nothing(claim: str, sentence: str) -> None:
    assert rank_difference(read_statement(claim), read_statement(sentence)) is None
