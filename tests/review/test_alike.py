"""Near-identical claims: alike in words and equal in figures, in every kind of text."""

from __future__ import annotations

import pytest

from factcheck import Workspace
from factcheck.errors import UsageError
from factcheck.model import Document
from factcheck.review.alike import near_identical
from factcheck.review.writing import marked_claim


def write(workspace: Workspace, *texts: str) -> list[str]:
    """Claims of these wordings, one below the other in an article of their own; their ids."""
    article = Document(text="\n".join(texts))
    workspace.store.add_document(article)
    ids, at = [], 0
    for text in texts:
        claim = marked_claim(article, at, at + len(text))
        workspace.store.add_claim(claim, "ann")
        ids.append(claim.id)
        at += len(text) + 1
    return ids


@pytest.mark.parametrize(
    ("one", "same", "other"),
    [
        (
            "Orwell Labs sold 120,000 boards in May 2024",
            "Orwell Labs sold 120,000 boards in May 2024.",
            "Orwell Labs sold 130,000 boards in May 2024",
        ),
        (
            "歐威實驗室五月出貨12萬片電路板",
            "欧威实验室五月出货12万片电路板",
            "歐威實驗室五月出貨21萬片電路板",
        ),
        ("欧威实验室六月亏损3亿美元", "歐威實驗室六月虧損3億美元", "欧威实验室六月没有亏损3亿美元"),
        (
            "歐威 Orwell Labs 五月出貨 12 萬片",
            "欧威Orwell Labs五月出货12万片",
            "歐威 Orwell Labs 五月出貨 12 億片",
        ),
    ],
)
def test_the_same_in_other_dress_is_found_and_another_figure_is_not(
    queue: Workspace, one: str, same: str, other: str
) -> None:
    ids = write(queue, one, same, other)
    assert [found for found, _ in near_identical(queue.store, ids[0])] == [ids[1]]
    assert near_identical(queue.store, ids[0])[0][1] >= 0.7
    assert near_identical(queue.store, ids[2]) == []


def test_an_absent_claim_is_named(queue: Workspace) -> None:
    with pytest.raises(UsageError, match="'absent'"):
        near_identical(queue.store, "absent")
