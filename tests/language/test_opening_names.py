"""The word that an English clause begins with, where only a name can stand there."""

from __future__ import annotations

import pytest

from factcheck.language.folding import fold
from factcheck.language.opening_names import opening_name


@pytest.mark.parametrize(
    ("text", "start", "word"),
    [
        ("Harbor will build a yard.", 0, "Harbor"),
        ("Veltron’s sells more.", 0, "Veltron"),
        ("It closed. Harbor has moved.", 10, "Harbor"),
        ("Veltron 將擴產, it said.", 0, None),
        ("Demand will grow.", 0, None),
        ("Critics say so.", 0, None),
        ("Production is up.", 0, None),
        ("Harbor workers struck.", 0, None),
        ("harbor will build a yard.", 0, None),
        ("維創將擴產。", 0, None),
        ("维创将扩产。", 0, None),
    ],
)
def test_opening_name(text: str, start: int, word: str | None) -> None:
    found = opening_name(text, fold(text), start)
    assert (found and found["word"]) == word
    assert found is None or text[slice(*found.span("word"))] == word
