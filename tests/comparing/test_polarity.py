"""Opposite assertions of one matter, in English and in both Chinese scripts, also across languages."""

from __future__ import annotations

import pytest

from factcheck.comparing.comparison import Comparison, compare
from factcheck.comparing.statement import read_statement
from factcheck.encoders.static import StaticEncoder
from factcheck.model import DifferenceKind


def _compare(claim: str, sentence: str) -> Comparison:
    return compare(read_statement(claim), read_statement(sentence), StaticEncoder.builtin())


def _opposed(claim: str, sentence: str) -> bool:
    return DifferenceKind.POLARITY in _compare(claim, sentence).kinds


OPPOSITE = [
    # Permission and its refusal.
    ("The ministry approved the sale of the port.", "The ministry blocked the sale of the port."),
    ("The ministry approved the sale of the port.", "該部禁止了這筆港口銷售。"),
    ("商务部批准铟出口。", "商務部叫停銦出口。"),
    ("市政府核准了體育館的興建計畫。", "市政府日前駁回體育館的興建計畫。"),
    ("The court upheld the fine on the airline.", "The court overturned the fine on the airline."),
    ("The ministry did not approve the sale of the port.", "The ministry approved the sale of the port."),
    ("商務部未批准鎵出口。", "商務部批准鎵出口。"),
    # Two words of stopping cancel, three do not.
    ("The government lifted the ban on onion exports.", "The government extended the ban on onion exports."),
    ("政府解除了大米出口禁令。", "政府尚未解除大米出口禁令。"),
    (
        "The regulator refused to lift the suspension of flights.",
        "The regulator lifted the suspension of flights.",
    ),
    # What goes on and what is stopped.
    ("The airline keeps flying to Tripoli.", "The airline has stopped flying to Tripoli."),
    ("The price cap on bread remains in force.", "The government has scrapped the price cap on bread."),
    ("法院維持對該基金的凍結令繼續有效。", "法院撤銷了對該基金的凍結令。"),
    # Negation of what the other side says in other words.
    (
        "The striker will play in the final in Lisbon.",
        "The striker will not play in the final in Lisbon, his coach said.",
    ),
    ("这位钢琴家将在上海演出肖邦的协奏曲。", "经纪公司表示，这位钢琴家不会在上海演出肖邦的协奏曲。"),
    (
        "Lanxi is in talks with Meridian about a merger.",
        "Lanxi is not in talks with Meridian about a merger.",
    ),
    ("该市计划提高公交票价。", "该市交通局称，没有提高公交票价的计划。"),
    ("Regulators confirmed that the dam had leaked.", "Regulators denied that the dam had leaked."),
    ("公司承認了延誤交貨。", "公司否认了延误交货。"),
    # Directions and results.
    ("Shipments rose in May.", "5月出貨量下降。"),
    ("Rents in the capital slipped in March.", "3月首都房租指數按月升0.8%。"),
    ("出货量增长。", "出貨量減少。"),
    ("The hotel group reported a net profit for the year.", "该酒店集团全年净亏损2亿元。"),
    ("Ryvan lifted its profit forecast for the year.", "Ryvan 下調了全年獲利預測。"),
    ("The council voted down the stadium plan.", "The council approved the stadium plan."),
    ("大橋週一重開通車。", "大桥周一仍然封闭。"),
    ("The senator opposes the new rule.", "参议员支持该新规则。"),
    ("The Velox 3 outperforms the Corda 9.", "Velox 3 的效能落後於 Corda 9。"),
    ("Kenya left the trade bloc.", "Kenya joined the trade bloc."),
    ("通车时间提前了。", "通車時間延後了。"),
    ("The mill is hiring workers.", "The mill is laying off workers."),
    ("该公司的亏损扩大。", "該公司的虧損收窄。"),
    ("Lanxi 在五月裁员三百人。", "Lanxi 五月增聘三百名員工。"),
    ("The Bank of Calder cut its benchmark rate to 4.25%.", "The bank kept its benchmark rate at 4.25%."),
    ("The central bank raised rates to 4.25%.", "央行維持利率4.25%不變。"),
    ("央行將利率降至4.25%。", "央行将利率维持在4.25%。"),
    ("央行 raised interest rates to 4.25%.", "央行维持利率在4.25%。"),
]


@pytest.mark.parametrize(("claim", "sentence"), OPPOSITE)
def test_opposite_assertions_of_one_matter(claim: str, sentence: str) -> None:
    assert _opposed(claim, sentence)


ONE_SIDE = [
    ("The government lifted the ban on onion exports.", "政府允許洋蔥出口。"),
    ("政府解除了大米出口禁令。", "The government allowed rice exports again."),
    ("政府未批准銦出口。", "政府拒絕了銦出口申請。"),
    ("The regulator told banks not to buy the bonds.", "监管机构要求各银行停止购买该债券。"),
    ("Foxtail denied that it had recalled its engineers.", "Foxtail 表示，公司並未召回工程師。"),
    ("每家企業的採購量上限為2萬噸。", "No single company may buy more than 20,000 tonnes."),
    ("The price fell.", "The price did not rise but fell."),
    ("The vote to remove the mayor failed.", "罷免市長案遭否決。"),
    ("Veltron cancelled the order for 300 buses.", "Veltron 已取消300輛巴士的訂單。"),
    ("公司9月恢复投产。", "公司4月起停止投產，9月恢復。"),
    ("The bank made a profit again after years of losses.", "The bank returned to profit."),
]


@pytest.mark.parametrize(("claim", "sentence"), ONE_SIDE)
def test_one_side_said_in_two_ways(claim: str, sentence: str) -> None:
    assert not _opposed(claim, sentence)


NO_DENIAL = [
    # Not only, no later than, no more than, not until: no negation of the matter.
    ("The firm sells tea.", "The firm sells not only tea but also coffee."),
    ("The report is due in June.", "The report is due no later than 30 June."),
    ("The plant opens in the autumn.", "The plant will not open until the autumn."),
    ("公司销售茶叶。", "公司不仅销售茶叶，还销售咖啡。"),
    # A condition and an attribute assert nothing.
    ("He will tax imported steel.", "If firms do not build plants at home, he will tax imported steel."),
    ("企业须在九月前申报。", "未获批准的企业须在九月前申报。"),
    # What stands in another clause is another assertion.
    ("The ministry approved the port.", "The ministry approved the port, but it rejected the airport."),
    (
        "Gallium exports need a licence.",
        "Gallium exports need a licence, and it banned shipments of tin in May.",
    ),
    # The name of a thing.
    ("该手机有终止开关。", "该手机配有“停止键”和终止开关。"),
    # The end of a period, a refusal to speak.
    ("Sales continued in the quarter.", "Sales continued in the quarter ended June 30."),
    ("Lanxi is building a plant.", "Lanxi is building a plant; a spokesman declined to comment."),
]


@pytest.mark.parametrize(("claim", "sentence"), NO_DENIAL)
def test_what_denies_nothing(claim: str, sentence: str) -> None:
    assert not _opposed(claim, sentence)


def test_each_piece_of_a_claim_is_held_against_its_own() -> None:
    claim = "Lanxi首次实现季度net profit，gross margin升至20%。"
    sentence = "Lanxi季度净亏损3亿元，较去年同期收窄，毛利率升至20%。"
    (difference,) = [
        one for one in _compare(claim, sentence).differences if one.kind is DifferenceKind.POLARITY
    ]
    assert (difference.claim, difference.evidence) == ("net profit", "净亏")


def test_a_negation_that_the_other_side_does_not_share_is_counted() -> None:
    assert _compare("The mayor did not meet the minister.", "The mayor visited a market.").negation_gap == 1
    assert _compare("The mayor met the minister.", "The mayor met the minister.").negation_gap == 0


def test_both_sides_words_are_told() -> None:
    comparison = _compare("The ministry approved the sale of the port.", "該部未批准這筆港口銷售。")
    (difference,) = [one for one in comparison.differences if one.kind is DifferenceKind.POLARITY]
    assert (difference.claim, difference.evidence) == ("approved", "未批准")
