"""Facts, forecasts, opinions and questions are told apart by what they contain."""

from __future__ import annotations

import pytest

from factcheck.language.statements import classify, read_signals, structural_worthiness
from factcheck.model import ClaimKind


def kind(clause: str, *, attributed: bool = False, inherited: bool = False) -> ClaimKind:
    return classify(clause, read_signals(clause), attributed=attributed, inherited=inherited)


@pytest.mark.parametrize(
    "clause",
    [
        "The Lisbon yard delivered 300 ships in 2024",
        "里斯本船廠在2024年交付了300艘貨輪",
        "里斯本船厂在2024年交付了300艘货轮",
        "Acme 的市佔率從5%升至18%",
        "The crane was designed in Austin",
        "The crane is made by Acme",
    ],
)
def test_figures_names_and_dates_make_facts(clause: str) -> None:
    assert kind(clause) is ClaimKind.FACTUAL


@pytest.mark.parametrize(
    "clause",
    [
        "Patience is clearly the best policy",
        "We deserve a better port",
        "這無疑值得所有人深思",
        "我们有决心，也有能力",
        "成敗取決於耐心與勇氣",
    ],
)
def test_rhetoric_is_opinion(clause: str) -> None:
    assert kind(clause) is ClaimKind.OPINION


def test_forecasts_and_questions() -> None:
    assert kind("Acme will ship 300 cranes in 2027") is ClaimKind.FORECAST
    assert kind("Acme 將於2027年交付300台起重機") is ClaimKind.FORECAST
    assert kind("谁来支付这300亿元？") is ClaimKind.QUESTION


def test_a_stated_position_is_a_fact_about_its_speaker() -> None:
    clause = "局長表示，港口的管理值得信賴"
    assert kind(clause, attributed=True) is ClaimKind.FACTUAL
    assert kind("管理值得信賴", attributed=True, inherited=True) is ClaimKind.OPINION


def test_what_a_bill_demands_is_no_opinion() -> None:
    assert read_signals("該法案要求船廠必須登記").opinions == 0
    assert read_signals("船廠必須登記").opinions == 1


def test_worthiness_grows_with_what_can_be_checked() -> None:
    clauses = ["耐心很重要", "船廠交付了貨輪", "里斯本船廠在2024年交付了300艘貨輪"]
    scores = [structural_worthiness(read_signals(c), kind(c), attributed=False) for c in clauses]
    assert scores == sorted(scores) and 0 <= scores[0] < scores[-1] <= 1


@pytest.mark.parametrize(
    "clause", ["Harbor will build a second yard in Porto", "Acme will hire more people in Faro"]
)
def test_what_a_name_alone_will_do_is_a_forecast(clause: str) -> None:
    """The first word of a sentence is a name where no other word can stand."""
    assert kind(clause) is ClaimKind.FORECAST


@pytest.mark.parametrize("clause", ["Demand will grow again in Porto", "Critics will build on it"])
def test_what_a_common_word_opens_stays_an_opinion(clause: str) -> None:
    assert kind(clause) is ClaimKind.OPINION
