"""Where negations, bans and refusals reach, and which side a chain of them leaves."""

from __future__ import annotations

import pytest

from factcheck.comparing.assertions import Assertion
from factcheck.comparing.inflection import forms
from factcheck.comparing.opposites import Axis, side_words
from factcheck.comparing.statement import read_statement
from factcheck.language.folding import fold


def _first(text: str) -> Assertion:
    return next(one for one in read_statement(text).assertions if one.chain or one.poles)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("The state approved the sale.", 1),
        ("The state did not approve the sale.", -1),
        ("The state lifted the ban on sales.", 1),
        ("The state has not lifted the ban on sales.", -1),
        ("The state refused to lift the ban on sales.", -1),
        ("The state extended the ban on sales.", -1),
        ("The ban on sales was lifted.", 1),
        ("The curbs remain in force.", -1),
        ("政府批准了銷售。", 1),
        ("政府未批准銷售。", -1),
        ("政府解除了禁令。", 1),
        ("政府不再禁止銷售。", 1),
        ("政府拒绝解除禁令。", -1),
        ("禁令仍然有效。", -1),
        ("政府放宽了出口限制。", 1),
        ("FDA 已批准 gene therapy。", 1),
        ("FDA 尚未批准 gene therapy。", -1),
    ],
)
def test_a_chain_leaves_one_side(text: str, sign: int) -> None:
    assert _first(text).sign == sign


@pytest.mark.parametrize(
    ("text", "axis", "end"),
    [
        ("Prices did not rise.", Axis.CHANGE, -1),
        ("Prices stopped falling.", Axis.CHANGE, 1),
        ("股价没有下跌。", Axis.CHANGE, 1),
        ("股價停止上漲。", Axis.CHANGE, -1),
        ("产量持平。", Axis.CHANGE, 0),
        ("The bank is not profitable.", Axis.PROFIT, -1),
    ],
)
def test_a_negation_turns_a_predicate(text: str, axis: Axis, end: int) -> None:
    assert _first(text).poles[axis].end == end


def test_a_piece_that_names_both_ends_takes_no_side() -> None:
    pieces = read_statement("Prices rise and prices fall.").assertions
    assert [one.poles.get(Axis.CHANGE) for one in pieces] == [None]
    assert Axis.CHANGE not in _first("Rises beside falls, a loss").poles


@pytest.mark.parametrize(
    "text",
    [
        "at the end of the year",
        "the year ended 30 June",
        "more than 20 buses",
        "operating profit",
        "a contract",
        "no more than ten",
        "不仅如此",
        "未来",
        "非洲",
        "按兵不动"[:2],
    ],
)
def test_words_that_take_no_side(text: str) -> None:
    assert side_words(fold(text)) == []


def test_a_condition_is_an_aside() -> None:
    pieces = read_statement("If it does not pay, the bank will act.").assertions
    assert [one.aside for one in pieces] == [True, False]


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("approve", {"approve", "approves", "approved", "approving"}),
        ("ban", {"ban", "bans", "banned", "banning"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("permit", {"permit", "permits", "permitted", "permitting"}),
        ("open", {"open", "opens", "opened", "opening"}),
        ("cancel", {"cancel", "cancels", "canceled", "canceling", "cancelled", "cancelling"}),
        ("fall", {"fall", "falls", "fell", "fallen", "falling"}),
        ("lay off", {"lay off", "lays off", "laid off", "laying off"}),
        ("=in force", {"in force"}),
    ],
)
def test_the_forms_of_a_verb(verb: str, expected: set[str]) -> None:
    assert set(forms(verb)) == expected
