"""Characters that nobody sees do not hide numbers and dates, and offsets stay those of the untouched text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.dates import find_dates
from factcheck.language.invisible import visible
from factcheck.language.numerals import find_numerals
from factcheck.language.quantities import find_quantities

_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u202d"
_DAY = date(2025, 12, 20)


@pytest.mark.parametrize("mark", _UNSEEN)
@pytest.mark.parametrize(
    "text", ["損失80{}億美元", "损失80{}亿美元", "a loss of $8{},000,000,000", "NVIDIA 損失 US$8{}0億"]
)
def test_amounts_with_an_unseen_character(text: str, mark: str) -> None:
    written = text.format(mark)
    (found,) = find_quantities(written)
    assert (found.value, found.unit) == (8e9, "USD")
    assert found.text == written[found.start : found.end]
    assert mark in found.text


@pytest.mark.parametrize("text", ["2025年{}4月9日", "April {}9, 2025", "20{}25-04-09"])
def test_dates_with_an_unseen_character(text: str) -> None:
    written = text.format("\u200b")
    (found,) = find_dates(written)
    assert found.first_day == found.last_day == date(2025, 4, 9)
    assert found.text == written[found.start : found.end]


@given(
    st.lists(
        st.sampled_from([*_UNSEEN, *"約80億美元，2025年4月15%至30 $3bn", "\u202f", "\u00a0"]), max_size=30
    ).map("".join)
)
def test_what_is_found_does_not_depend_on_them(text: str) -> None:
    clean = "".join(char for char in text if char not in _UNSEEN)
    assert [(one.value, one.low, one.high, one.unit) for one in find_quantities(text)] == [
        (one.value, one.low, one.high, one.unit) for one in find_quantities(clean)
    ]
    assert [one.value for one in find_numerals(text)] == [one.value for one in find_numerals(clean)]
    days = [(one.first_day, one.last_day) for one in find_dates(text, reference_date=_DAY)]
    assert days == [(one.first_day, one.last_day) for one in find_dates(clean, reference_date=_DAY)]
    spans = [(one.text, one.start, one.end) for one in find_quantities(text)]
    spans += [(one.text, one.start, one.end) for one in find_dates(text)]
    assert all(written == text[start:end] for written, start, end in spans)


@given(st.text(alphabet=_UNSEEN + "0123 ，億\u202f\u2009"))
def test_spans_lead_back_to_the_text(text: str) -> None:
    seen = visible(text)
    for place, char in enumerate(seen.text):
        start, end = seen.span(place, place + 1)
        assert end == start + 1
        assert text[start] == char or (char == "," and text[start] in "\u00a0\u2007\u2009\u202f")
