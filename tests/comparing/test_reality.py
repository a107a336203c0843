"""What one side tells as done and the other as plan, talk, request, condition, forecast or rumour."""

from __future__ import annotations

import pytest

from factcheck.comparing.comparison import Comparison, compare
from factcheck.comparing.statement import read_statement
from factcheck.encoders.static import StaticEncoder
from factcheck.model import DifferenceKind


def _compare(claim: str, sentence: str) -> Comparison:
    return compare(read_statement(claim), read_statement(sentence), StaticEncoder.builtin())


def _open(claim: str, sentence: str) -> bool:
    return DifferenceKind.MODALITY in _compare(claim, sentence).kinds


OPEN = [
    (
        "Lanxi has bought the ferry operator Meridian.",
        "Lanxi is in early talks to buy the ferry operator Meridian.",
    ),
    ("Lanxi has bought the ferry operator Meridian.", "藍溪正洽談收購渡輪業者Meridian。"),
    ("市府已在河濱興建新體育館。", "市府正評估在河濱興建新體育館。"),
    (
        "The city has built a tram line to the airport.",
        "The city is considering whether to build a tram line to the airport.",
    ),
    ("北京放宽了小客车指标限制。", "有关部门正在研究放宽小客车指标限制的可行性。"),
    ("The bank has obtained a licence in Kenya.", "The bank has applied for a licence in Kenya."),
    ("公司已獲得融資租賃執照。", "公司已申請融資租賃執照。"),
    ("这家车企的固态电池已经量产。", "有消息称，这家车企的固态电池将在明年量产。"),
    (
        "The United States has imposed a 30% tariff on steel.",
        "川普表示，若業者不在美國設廠，他將對鋼鐵課徵30%關稅。",
    ),
    ("2025年全球铜消费量实际达到2800万吨。", "国际铜业研究组织预计，2025年全球铜消费量将达到2800万吨。"),
    ("The orchestra merged with its rival.", "The orchestra will merge with its rival."),
    ("The firm cut 300 jobs in Leeds.", "The firm plans to cut 300 jobs in Leeds."),
    ("Veltron 已採用 Lanxi 的電池。", "市場傳出，Veltron 將採用 Lanxi 的電池。"),
    ("商务部已将该公司列入清单。", "商务部正考虑将该公司列入清单。"),
    ("The plant opened.", "The plant may open next year."),
]


@pytest.mark.parametrize(("claim", "sentence"), OPEN)
def test_told_as_done_and_told_as_open(claim: str, sentence: str) -> None:
    found = _compare(claim, sentence)
    assert DifferenceKind.MODALITY in found.kinds
    assert found.keeps_apart
    (difference,) = [one for one in found.differences if one.kind is DifferenceKind.MODALITY]
    assert difference.evidence in sentence
    assert difference.claim in claim


SAME = [
    # Both told as plan, talk, forecast or rumour.
    ("Lanxi is in talks to buy Meridian.", "藍溪正洽談收購Meridian。"),
    ("The city plans a tram line to the airport.", "The city is considering a tram line to the airport."),
    ("WSTS预测，2025年市场将增长11%。", "WSTS預計2025年市場可望成長11%。"),
    # A plan of the claim that the sentence tells as done.
    ("The city will build a tram line.", "The city has built a tram line."),
    # A fixed date, told with or without tense.
    ("新線2026年2月通車。", "新線預定2026年2月通車。"),
    ("The rules take effect on 1 March.", "The rules will take effect on 1 March."),
    # An estimate of what is.
    ("到六月该行已发放300万张卡。", "Analysts estimate that the bank had issued 3 million cards by June."),
    ("The yield stood at 38% in August.", "分析師估計8月良率為38%。"),
    # "may" of permission; a measure.
    ("Each firm is allowed to export 200 tonnes.", "Each firm may export 200 tonnes under its licence."),
    ("小米第三季出貨量排名第三。", "若以出貨量計，小米第三季排名第三。"),
    # A rule for all cases tells of none that has happened.
    ("Every parcel shipped carries a fee of $3.", "A fee of $3 will be collected for each parcel shipped."),
    # The plan is of something else.
    (
        "The airline carried 2.1 million passengers in May.",
        "The airline carried 2.1 million passengers in May, and it plans to order new jets.",
    ),
    ("公司五月交付了2.1万辆车。", "公司五月交付2.1万辆车，计划明年在欧洲建厂。"),
    # A risk that may exist is what it is about.
    ("The agency summoned the firm over security risks.", "該機構就可能存在的安全風險約談了這家公司。"),
]


@pytest.mark.parametrize(("claim", "sentence"), SAME)
def test_told_alike(claim: str, sentence: str) -> None:
    assert not _open(claim, sentence)


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("该市提高了公交票价。", "该市交通局称，没有提高公交票价的计划。"),
        ("The city has raised bus fares.", "The city has no plans to raise bus fares."),
    ],
)
def test_a_plan_denied_is_no_plan(claim: str, sentence: str) -> None:
    found = _compare(claim, sentence)
    assert DifferenceKind.MODALITY not in found.kinds
    assert DifferenceKind.POLARITY in found.kinds
