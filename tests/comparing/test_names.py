"""Who: names by their language-free keys, in the sentence or around it."""

from __future__ import annotations

import pytest

from factcheck.comparing.comparison import compare
from factcheck.comparing.names import Event, compare_names
from factcheck.comparing.statement import read_statement
from factcheck.encoders.static import StaticEncoder
from factcheck.language.entities import find_entities
from factcheck.language.folding import fold
from factcheck.model import DifferenceKind


@pytest.mark.parametrize(
    ("claim", "sentence", "around", "shared"),
    [
        ("NVIDIA sold more.", "輝達賣出更多。", (), 1.0),
        ("輝達和英特爾都增長。", "英伟达增长。", (), 0.5),
        ("英伟达增长。", "The company grew.", ("nvidia",), 1.0),
        ("Sales rose.", "銷售增長。", (), 1.0),
        ("NVIDIA 向中國出貨。", "NVIDIA shipped.", (), 1.0),
    ],
)
def test_shares(claim: str, sentence: str, around: tuple[str, ...], shared: float) -> None:
    found = compare_names(read_statement(claim), read_statement(sentence), frozenset(around))
    assert found.shared == shared


def test_another_actor_in_the_same_place_is_a_difference() -> None:
    found = compare_names(read_statement("華為推出晶片。"), read_statement("英伟达推出芯片。"), frozenset())
    assert found.replaced is not None
    assert found.replaced.kind is DifferenceKind.NAME
    assert (found.replaced.claim, found.replaced.evidence) == ("華為", "英伟达")


def test_an_actor_named_in_the_title_is_not_replaced() -> None:
    claim, sentence = read_statement("華為推出晶片。"), read_statement("英伟达推出芯片。")
    assert compare_names(claim, sentence, frozenset({"huawei"})).replaced is None


@pytest.mark.parametrize(
    ("claim", "sentence", "shared"),
    [
        ("It sued Lingyue Technologies.", "In court, Lingyue lost.", 1.0),
        ("He said Lingyue Technologies grew.", "He said Lingyue Silicon fell.", 0.0),
        ("星衡科技擴產。", "星衡半導體减产。", 0.0),
        ("he met Mr Huang in Taipei", "Jensen Huang visited Taipei.", 1.0),
        ("he met Mr Huang in Taipei", "黃仁勳到台北。", 1.0),
        ("he met Mr Huang in Taipei", "Lisa Su visited Taipei.", 0.0),
    ],
)
def test_a_part_of_a_name_meets_the_whole(claim: str, sentence: str, shared: float) -> None:
    found = compare_names(read_statement(claim), read_statement(sentence), frozenset())
    assert found.shared == shared


@pytest.mark.parametrize(
    ("claim", "sentence", "around", "unnamed"),
    [
        (
            "Northgate Devices shipped 40,000 chips.",
            "The company shipped 40,000 chips.",
            "Vellum Labs grows",
            True,
        ),
        (
            "Northgate Devices shipped 40,000 chips.",
            "The company shipped 40,000 chips.",
            "Northgate grows",
            False,
        ),
        ("In 2025 Northgate Devices shipped 40,000 chips.", "It shipped 40,000 chips.", "", True),
        ("The chips were shipped, said Northgate Devices.", "The chips were shipped.", "", False),
        ("遠山電子去年營收為126億元。", "該公司去年營收為126億元。", "曉峰微電子公布財報", True),
        ("遠山電子去年營收為126億元。", "该公司去年营收为126亿元。", "远山电子公布财报", False),
        ("远山电子去年营收为126亿元。", "該公司去年營收為126億元。", "曉峰微電子公布財報", True),
        ("德国英飞凌去年营收为126亿元。", "公司去年营收为126亿元。", "晓峰微电子公布财报", True),
        ("去年营收为126亿元。", "公司去年营收为126亿元。", "晓峰微电子公布财报", False),
        # A name that no table holds may stand there in the other script, and one that a table holds does not.
        ("Northgate Devices grew by 9%.", "該公司增長9%。", "北門元件公布財報", False),
        ("NVIDIA grew by 9%.", "該公司增長9%。", "北門元件公布財報", True),
        ("NVIDIA 增长了9%。", "該公司增長9%。", "輝達公布財報", False),
    ],
)
def test_what_names_nobody_may_tell_of_somebody_else(
    claim: str, sentence: str, around: str, unnamed: bool
) -> None:
    context = frozenset(key for name in find_entities(around) for key in name.keys)
    event = Event(around=fold(around))
    assert compare_names(read_statement(claim), read_statement(sentence), context, event).unnamed is unnamed


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Meridian Shipping lost $210 million.", "Rival Meridian Shipping lost $210 million."),
        ("Rival Meridian Shipping lost $210 million.", "Meridian Shipping lost $210 million."),
        ("Meridian Shipping 去年虧損2.1億美元。", "Rival Meridian Shipping lost $210 million."),
    ],
)
def test_a_word_that_opens_a_sentence_is_no_part_of_a_name(claim: str, sentence: str) -> None:
    found = compare_names(read_statement(claim), read_statement(sentence), frozenset())
    assert found.replaced is None and not found.unnamed


def test_a_firm_is_no_rival_of_a_person_who_speaks() -> None:
    claim = read_statement("Meridian Shipping carried 6.1 million containers.")
    sentence = read_statement(
        "Chief executive Tomas Brandvold said the company carried 6.1 million containers."
    )
    found = compare_names(claim, sentence, frozenset())
    assert found.replaced is None and found.unnamed


@pytest.mark.parametrize("opening", ["Eastern", "Royal"])
def test_a_word_that_makes_it_another_s_name_does(opening: str) -> None:
    claim = read_statement("Meridian Shipping cut 500 jobs.")
    sentence = read_statement(f"He said {opening} Meridian Shipping cut 500 jobs.")
    found = compare(claim, sentence, StaticEncoder.builtin())
    assert [one.kind for one in found.differences] == [DifferenceKind.NAME]
