"""The log of corrections, read off the events of a claim."""

from __future__ import annotations

import itertools
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Verdict
from factcheck.queue import Act
from factcheck.store.corrections import corrections_of
from factcheck.store.rows import Review
from factcheck.store.standings import sum_of

START = datetime(2025, 11, 2, 9)


def event(
    minute: float, who: str, act: Act, verdict: Verdict | None = None, *, note: str | None = None, **more: str
) -> Review:
    at = (START + timedelta(minutes=minute)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    name = more.get("name", f"{who}{minute}")
    return Review(
        name, at, who, "c", act, "quote", verdict=verdict, note=note, act=name, target=more.get("target")
    )


def log(*events: Review) -> list[tuple[str, str, str, str | None, bool]]:
    return [(one.who, one.old, one.new, one.why, one.own) for one in corrections_of(events, "c", "the claim")]


def said(minute: float, who: str, verdict: Verdict, note: str | None = None) -> Review:
    return event(minute, who, Act.DECIDED, verdict, note=note)


YES, NO, OPEN = Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.UNVERIFIABLE


def test_a_first_verdict_corrects_nothing() -> None:
    assert log(said(0, "ann", YES)) == []
    assert log(said(0, "ann", YES), said(5, "ben", YES)) == []


def test_a_later_verdict_supersedes_with_its_reason() -> None:
    assert log(said(0, "ann", YES), said(9, "ann", NO, "來源已更正")) == [
        ("ann", "supported", "contradicted", "來源已更正", False)
    ]


def test_another_opinion_makes_a_dispute_and_an_adjudication_settles_it() -> None:
    assert log(
        said(0, "ann", YES),
        said(5, "ben", NO, "no"),
        event(9, "chief", Act.ADJUDICATED, NO, note="以公告為準"),
        said(20, "ann", OPEN, "thought again"),
    ) == [
        ("ben", "supported", "disputed", "no", False),
        ("chief", "disputed", "contradicted", "以公告為準", False),
        ("ann", "supported", "unverifiable", "thought again", True),
    ]


def test_a_slip_of_the_key_is_no_correction_and_a_late_change_is_one() -> None:
    assert log(said(0, "ann", YES), said(0.5, "ann", NO)) == []
    assert log(said(0, "ann", YES), said(2, "ann", NO, "x")) != []
    undone = event(0.5, "ann", Act.UNDONE, target="ann0", name="u")
    assert log(said(0, "ann", YES), undone, said(3, "ann", NO)) == []
    late = event(30, "ann", Act.UNDONE, target="ann0", name="u")
    assert log(said(0, "ann", YES), late) == [("ann", "supported", "", None, False)]
    again = event(40, "ann", Act.REDONE, target="ann0", name="r")
    assert log(said(0, "ann", YES), late, again) == [("ann", "supported", "", None, False)]


def test_what_was_found_to_be_no_claim_is_logged() -> None:
    assert log(said(0, "ann", YES), event(9, "ann", Act.DISMISSED, note="a question")) == [
        ("ann", "supported", "not_a_claim", "a question", False)
    ]


@given(
    st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from([YES, NO, OPEN])), max_size=8),
)
def test_the_log_ends_at_what_stands(history: list[tuple[str, Verdict]]) -> None:
    events = [said(10 * number, who, verdict) for number, (who, verdict) in enumerate(history)]
    public = [one for one in corrections_of(events, "c", "t") if not one.own]
    if public:
        assert public[-1].new == sum_of(events).ruling.word
    words = [sum_of(events[: number + 1]).ruling.word for number in range(len(events))]
    changes = [(old, new) for old, new in itertools.pairwise(words) if old != new]
    assert [(one.old, one.new) for one in public] == changes


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2)])
def test_time_settles_no_dispute(order: tuple[int, int, int]) -> None:
    events = [said(0, "ann", YES), said(1, "ben", NO), said(2, "cy", YES)]
    total = sum_of([events[place] for place in order])
    assert total.ruling.disputed and total.ruling.verdict is None
