"""What follows from one text alone is worked out once a statement, and never taken for another's."""

from __future__ import annotations

from dataclasses import replace

from factcheck.comparing.alignment import tokens_in
from factcheck.comparing.comparison import compare
from factcheck.comparing.kept import kept
from factcheck.comparing.statement import Statement, read_statement
from factcheck.encoders.static import StaticEncoder

VECTORS = StaticEncoder.builtin()


def test_it_is_called_once_a_statement_and_once_for_whatever_else_it_takes() -> None:
    called: list[tuple[str, int]] = []

    @kept
    def longer_than(statement: Statement, least: int) -> bool:
        called.append((statement.text, least))
        return len(statement.text) > least

    one, other = read_statement("Sales rose."), read_statement("銷售成長。")
    assert [longer_than(side, least) for side in (one, other) for least in (8, 8, 3)] == [
        *(True, True, True),
        *(False, False, True),
    ]
    assert called == [("Sales rose.", 8), ("Sales rose.", 3), ("銷售成長。", 8), ("銷售成長。", 3)]


def test_a_statement_that_was_compared_equals_one_that_was_not() -> None:
    used, fresh = (read_statement("Veltron sold 300,000 chips in May.") for _ in range(2))
    compare(used, read_statement("Veltron sold 200,000 chips in May."), VECTORS)
    assert used == fresh
    assert replace(used) == fresh


def test_a_comparison_is_the_same_whatever_was_compared_before() -> None:
    claim = "維創5月賣出30萬顆晶片，並未裁員。"
    sentences = ("Veltron sold 200,000 chips in May and cut jobs.", "維創六月停產。", "雨下了一天。")
    read = [read_statement(one) for one in sentences]
    ours = read_statement(claim)
    together = [compare(ours, theirs, VECTORS) for theirs in [*read, *reversed(read)]]
    tokens_in.cache_clear()
    alone = [compare(read_statement(claim), read_statement(one), VECTORS) for one in sentences]
    assert together == [*alone, *reversed(alone)]
