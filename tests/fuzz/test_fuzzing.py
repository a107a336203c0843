"""The way to the many cases of a night: all of them are given, and the one that fails is shown small."""

from __future__ import annotations

import pytest
from fuzz import fuzzing
from hypothesis import strategies as st

_LETTERS = st.text("ab億亿", max_size=40)


@pytest.fixture(params=["drawn", "from bytes"])
def cases(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """A hundred cases, by Hypothesis's own search or made from bytes."""
    monkeypatch.setattr(fuzzing, "CASES", 100)
    monkeypatch.setattr(fuzzing, "_SEED", 7)
    monkeypatch.setattr(fuzzing, "_DRAWN", 100 if request.param == "drawn" else 1)
    return 100


def test_every_case_is_given(cases: int) -> None:
    given: list[str] = []
    fuzzing.fuzz(_LETTERS, given.append)
    assert len(given) == cases
    assert len(set(given)) > cases / 2


@pytest.mark.usefixtures("cases")
def test_a_case_that_fails_is_made_small() -> None:
    given: list[str] = []

    def check(case: str) -> None:
        given.append(case)
        assert "亿a" not in case

    with pytest.raises(AssertionError):
        fuzzing.fuzz(_LETTERS, check)
    failed = [case for case in given if "亿a" in case]
    assert len(failed[0]) > 2
    assert "亿a" in failed


@pytest.mark.usefixtures("cases")
def test_a_case_that_takes_too_long_fails() -> None:
    def check(case: str) -> None:
        with fuzzing.in_time(0.05):
            while case.endswith("b"):
                pass

    with pytest.raises(AssertionError, match="not done after"):
        fuzzing.fuzz(_LETTERS, check)
