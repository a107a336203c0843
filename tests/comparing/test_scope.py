"""A part of a market is not the whole of it."""

from __future__ import annotations

import pytest

from factcheck.comparing.figures import pair_figures
from factcheck.comparing.scope import scope_difference
from factcheck.comparing.statement import read_statement
from factcheck.encoders.static import StaticEncoder
from factcheck.model import Difference, DifferenceKind

VECTORS = StaticEncoder.builtin()


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Its total revenue fell 12%.", "Its gaming revenue fell 30%."),
        ("總營收下降12%。", "数据中心营收下降30%。"),
        ("High-end sales make up 95%.", "国产芯片占12%。"),
        ("它在全球記憶體市場的市占率為27%。", "它在全球HBM市場的市占率為27%。"),
        ("By value, they held 46%.", "按出货量计算，它们占46%。"),
        ("Its global share is 41%.", "它在中国市场的份额为41%。"),
    ],
)
def test_different_scopes(claim: str, sentence: str) -> None:
    found = scope_difference(read_statement(claim), read_statement(sentence))
    assert found is not None
    assert found.kind is DifferenceKind.SCOPE


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Data centre revenue fell 12%.", "資料中心營收下降12%。"),
        ("Revenue fell 12%.", "Revenue fell 12% in all."),
        ("The ban covers data centres.", "The ban covers gaming chips."),
    ],
)
def test_same_scope_or_no_figures(claim: str, sentence: str) -> None:
    assert scope_difference(read_statement(claim), read_statement(sentence)) is None


@pytest.mark.parametrize(
    ("claim", "places", "differs"),
    [
        ("It held 41% of the global market.", ("China",), True),
        ("它占全球市場的41%。", ("中国",), True),
        ("它占全球市场的41%。", (), False),
        ("It held 41% of the market.", ("China",), False),
        ("它在China的份額是41%。", ("中国",), False),
    ],
)
def test_a_report_on_one_country_is_not_about_the_world(
    claim: str, places: tuple[str, ...], differs: bool
) -> None:
    sentence = read_statement("It held 41% of that market by value.")
    assert (scope_difference(read_statement(claim), sentence, places) is not None) is differs


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Nationwide, 2,013 cases were counted.", "高雄今年累計2,013例。"),
        ("全国渗透率为57.8%。", "上海市的渗透率为57.8%。"),
        ("蘋果在全球售出的手機有44%於印度組裝。", "Apple 在 US market 賣出的 iPhone 中，44% 於 India 組裝。"),
        (
            "It has 92% of the worldwide market for AI accelerators.",
            "In discrete desktop graphics cards its share is 92%.",
        ),
        ("按销售额计算，小米排名第三。", "若以出貨量計，小米排名第三。"),
        (
            "台積電在全球半導體市場的市占率達71%。",
            "TSMC's slice of the pure-play foundry market widened to 71%.",
        ),
    ],
)
def test_wholes_and_parts(claim: str, sentence: str) -> None:
    assert scope_difference(read_statement(claim), read_statement(sentence)) is not None


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("全国产量为300万辆。", "中国产量为300万辆。"),
        ("Yaochuan Foundry earned 38% of revenue from chips for AI.", "AI加速器占營收的38%。"),
        ("The flagship reached 46% of the training throughput.", "旗艦達到訓練吞吐量的46%。"),
        ("Hong Kong's exports rose 11.6%.", "香港出口貨值升11.6%。"),
    ],
)
def test_what_only_looks_like_another_scope(claim: str, sentence: str) -> None:
    assert scope_difference(read_statement(claim), read_statement(sentence)) is None


def _found(claim: str, sentence: str) -> Difference | None:
    """As a whole comparison looks for it: beside the figures that are held against each other."""
    ours, theirs = read_statement(claim), read_statement(sentence)
    return scope_difference(ours, theirs, (), pair_figures(ours, theirs, VECTORS), VECTORS)


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Its share of the smartphone market was 18%.", "在全球平板電腦市場，它的市占率為18%。"),
        ("BYD sold 380,000 passenger cars in May.", "比亞迪5月商用車銷量為38萬輛。"),
        ("Retail sales of gold jewellery fell 12%.", "黃金首飾批發銷售下降12%。"),
        ("Imports rose 9% in August.", "8月出口年增9%。"),
        ("New orders reached $4.1 billion.", "在手訂單達41億美元。"),
        ("DRAM spot prices rose 15%.", "DRAM合約價上漲15%。"),
        ("Nationwide, unemployment was 5.2%.", "广东的失业率为5.2%。"),
        ("The EU's carbon emissions fell 8%.", "德國的碳排放減少8%。"),
        ("欧盟全境电动车占新车的17%。", "In Germany, electric cars made up 17% of new registrations."),
        ("全美房價上漲4%。", "Home prices in Texas rose 4%."),
        ("Women's unemployment stood at 4%.", "男性失業率為4%。"),
        ("The gross margin was 45%.", "營業利益率為45%。"),
        ("Revenue rose 20% to $3 billion.", "净利润增长20%至30亿美元。"),
        ("Core inflation slowed to 2.9%.", "整體通膨率降至2.9%。"),
        ("Household electricity prices rise 6%.", "工業用電價調漲6%。"),
        ("Adults who smoke: 14%.", "青少年吸菸率為14%。"),
        ("The company's total cloud revenue rose 28%.", "Its infrastructure software revenue rose 28%."),
        ("Company-wide sales fell 3%.", "Smartphone sales fell 3%."),
        ("Its share of the instant noodle market is 31%.", "Its share of the bottled water market is 31%."),
        ("它在洗髮精市場的市占率為22%。", "它在牙膏市場的市占率為22%。"),
        ("First-time buyers took 34% of the mortgages.", "換屋族占房貸的34%。"),
        ("By shipments it ranked second.", "以營收計，該公司排名第二。"),
        ("Offshore wind supplied 11% of power.", "陸上風電供應11%的電力。"),
        ("全國新房銷售下降7%。", "北京二手房销售下降7%。"),
        ("Worldwide shipments fell 5%.", "中國市場出貨量下降5%。"),
    ],
)
def test_parts_measures_and_places_of_two_kinds(claim: str, sentence: str) -> None:
    assert _found(claim, sentence) is not None


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Hong Kong's retail sales rose 3%.", "本港零售銷售額升3%。"),
        ("TSMC will invest $100 billion in Arizona.", "台積電將在美國投資1000億美元。"),
        ("China's exports of chips rose 23%.", "海关总署数据显示，我国芯片出口增长23%。"),
        ("The plant in Kaohsiung employs 2,000 people.", "台灣高雄廠僱用2000人。"),
        ("Total revenue was $3 billion, with 60% from data centers.", "总营收30亿美元，其中数据中心占60%。"),
        ("Smartphone shipments rose 3%.", "智慧型手機出貨量成長3%。"),
        ("Eurozone inflation was 2.1%.", "欧元区通胀率为2.1%。"),
        ("Washington imposed a tariff of 25%.", "美國課徵25%關稅。"),
        ("Net profit rose 12%.", "淨利成長12%。"),
        ("Its gross margin was 45%.", "毛利率為45%。"),
        ("The bottled water market grew 4%.", "瓶裝水市場成長4%。"),
        ("Consumer prices rose 2.1%.", "消費者物價上漲2.1%。"),
        ("Vehicle exports reached 6.8 million.", "汽车出口680万辆。"),
        ("Sales of electric cars rose 12%.", "電動車銷量成長12%。"),
        ("Nationwide output reached 3 million tonnes.", "中国产量达300万吨。"),
        ("IDC said global PC shipments rose 8%.", "全球個人電腦出貨成長8%。"),
        ("Typhoon damage in Taiwan reached NT$3 billion.", "颱風造成全台損失30億元。"),
        ("Japan's Rapidus raised 1.7 trillion yen.", "Rapidus 籌得1.7兆日圓。"),
        ("Xiaomi's phones took 14% of shipments in India.", "小米在印度的手機出貨占14%。"),
        ("The weight-loss drug market is worth $54 billion.", "減重藥市場規模達540億美元。"),
        ("TSMC's revenue from advanced nodes was 74%.", "先進製程占台積電營收74%。"),
        ("Deaths rose to 128 in Hong Kong.", "香港死亡人數增至128人。"),
        ("Japan Airlines carried 4 million passengers.", "日本航空載客400萬人次。"),
        ("London's home prices fell 2%.", "英國倫敦房價下跌2%。"),
        ("Data-centre revenue was $51 billion, 90% of the total.", "資料中心營收510億美元，占整體九成。"),
        ("It sold 436,000 cars and exported 70,000.", "总销量43.6万辆，其中海外销售7万辆。"),
        ("62% of children in the EU have had both shots.", "欧盟62%的儿童接种了两剂，罗马尼亚最低。"),
    ],
)
def test_one_scope_in_other_words(claim: str, sentence: str) -> None:
    assert _found(claim, sentence) is None


def test_a_part_of_what_both_name_is_no_whole() -> None:
    found = _found(
        "Only 62% of children across the European Union had both shots.", "羅馬尼亞的比例為62%，為歐盟最低。"
    )
    assert found is not None
    assert (found.claim, found.evidence) == ("across the European Union", "羅馬尼亞")


@pytest.mark.parametrize(
    ("claim", "places", "differs"),
    [
        ("Nationwide, 5.2% were out of work.", ("Guangdong",), True),
        ("Nationwide, 5.2% were out of work.", ("China",), False),
        ("歐盟全境的失業率為5.2%。", ("Spain",), False),
        ("The EU-wide rate was 5.2%.", ("西班牙",), True),
    ],
)
def test_a_whole_against_a_report_on_a_part(claim: str, places: tuple[str, ...], differs: bool) -> None:
    sentence = read_statement("The rate stood at 5.2%.")
    assert (scope_difference(read_statement(claim), sentence, places) is not None) is differs
