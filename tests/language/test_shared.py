"""What two texts share, marked for the eye: in both scripts, across languages, offsets of the untouched text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.shared import Content


@pytest.mark.parametrize(
    ("claim", "passage", "shared"),
    [
        (
            "SIA forecasts an $8B loss",
            "SIA: a loss of 80億美元 is forecast",
            ["SIA", "loss", "80億美元", "forecast"],
        ),
        ("輝達損失80億美元", "英伟达损失80亿美元。", ["英伟达损失80亿美元"]),
        ("英伟达的损失", "NVIDIA reported no 損失", ["NVIDIA", "損失"]),
        ("A 25% fall", "It fell 25 percent", ["25 percent"]),
        ("美國的政策", "中國的政策", ["政策"]),
    ],
)
def test_words_names_and_figures_are_marked(claim: str, passage: str, shared: list[str]) -> None:
    found = [passage[start:end] for start, end in Content(claim).spans_in(passage)]
    assert [words for words in shared if not any(words in one for one in found)] == []


def test_what_is_not_shared_is_not_marked() -> None:
    assert Content("Apples are red").spans_in("蘋果 the of and 綠色") == ()
    assert Content("80億美元").spans_in("80萬噸") == ()


_TEXT = st.text(alphabet="ab H20輝達辉达8億 $%.，\u200b是的年", max_size=40)


@given(_TEXT, _TEXT)
def test_spans_are_in_order_apart_and_inside(claim: str, passage: str) -> None:
    end = -1
    for start, stop in Content(claim).spans_in(passage):
        assert end < start < stop <= len(passage)
        end = stop


@given(_TEXT)
def test_a_text_shares_its_figures_with_itself(text: str) -> None:
    content = Content(text)
    assert [ours.text for ours, _ in content.same_figures(text)] == [one.text for one in content._figures]
