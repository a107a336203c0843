"""Names that a text declares to be one, and the many brackets that declare nothing of the kind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.entities import EntityKind
from factcheck.language.glosses import GlossKind, find_glosses

ORG, PERSON, PRODUCT, LAW, OTHER = (
    EntityKind.ORGANISATION,
    EntityKind.PERSON,
    EntityKind.PRODUCT,
    EntityKind.LAW,
    EntityKind.OTHER,
)


@pytest.mark.parametrize(
    ("text", "name", "other", "kind"),
    [
        ("記憶體廠霜原記憶體（Frostfield Memory）今天公布財報", "霜原記憶體", "Frostfield Memory", ORG),
        ("Frostfield Memory (霜原記憶體) said revenue rose", "Frostfield Memory", "霜原記憶體", ORG),
        ("Frostfield Memory（霜原存储）表示 revenue rose", "Frostfield Memory", "霜原存储", ORG),
        ("晶圆代工厂岭川半导体（Lingchuan Foundry）扩产", "岭川半导体", "Lingchuan Foundry", ORG),
        ("改為測試嶺岳芯科(Lingyue Silicon)的產品", "嶺岳芯科", "Lingyue Silicon", ORG),
        ("設備商諾克斯泰克（Noxtek）表示", "諾克斯泰克", "Noxtek", ORG),
        ("停止为维兰丹（Velandane）代工", "维兰丹", "Velandane", OTHER),
        ("荷蘭諾瓦泰克（Novatek Rotterdam，下稱諾瓦）", "諾瓦泰克", "Novatek Rotterdam", OTHER),
        ("於17日獲國家藥品監督管理局（NMPA）受理", "國家藥品監督管理局", "NMPA", ORG),
        ("聯邦貿易署（Office of Federal Trade，OFT）發函", "聯邦貿易署", "Office of Federal Trade", ORG),
        ("Harbour Customs Agency (港灣海關署) opened", "Harbour Customs Agency", "港灣海關署", ORG),
        (
            "Noxtek Holdings Co., Ltd. (諾克斯控股有限公司)",
            "Noxtek Holdings Co., Ltd.",
            "諾克斯控股有限公司",
            ORG,
        ),
        ("Chipmaker Frost Memory (霜原記憶體) rose. Frost Memory fell.", "Frost Memory", "霜原記憶體", ORG),
        ("執行長瑪麗索·坦恩（Marisol Tann）說", "瑪麗索·坦恩", "Marisol Tann", PERSON),
        ("前物理學家比爾·哈特曼(Bill Hartman)要求", "比爾·哈特曼", "Bill Hartman", PERSON),
        ("分析师张彤莉(Tilly Zhang)认为", "张彤莉", "Tilly Zhang", PERSON),
        ("首席財務官陳文茜（Wendy Chen）辭職", "陳文茜", "Wendy Chen", PERSON),
        ("國務卿安東尼·布林德 (Antony Blind) 說", "安東尼·布林德", "Antony Blind", PERSON),
        ("第一副总统穆罕默德•莫赫尔 (Mohammad Moher) 说", "穆罕默德•莫赫尔", "Mohammad Moher", PERSON),
        ("外交部长冈萨雷斯（Arancha Gonzalez）", "冈萨雷斯", "Arancha Gonzalez", PERSON),
        (
            "跨國團體世界漁業理事會（World Fisheries Council）稱",
            "世界漁業理事會",
            "World Fisheries Council",
            ORG,
        ),
        ("《港灣資料法案》(Harbour Data Act)通過", "港灣資料法案", "Harbour Data Act", LAW),
        ("發表嶺峰3（Lingfeng 3）加速卡", "嶺峰3", "Lingfeng 3", PRODUCT),
    ],
)
def test_a_name_and_its_form_in_another_language(text: str, name: str, other: str, kind: EntityKind) -> None:
    gloss = find_glosses(text)[0]
    assert (gloss.name, gloss.other, gloss.kind) == (name, other, kind)
    assert text[gloss.start :].startswith(gloss.name)


@pytest.mark.parametrize(
    ("text", "name", "other", "kind"),
    [
        ("深圳晴泉科技有限公司（下称“晴泉”）上市", "晴泉科技有限公司", "晴泉", ORG),
        ("嶺岳科技（以下簡稱「嶺岳」）擴產", "嶺岳科技", "嶺岳", ORG),
        ("晨星航空（以下簡稱晨星）停飛", "晨星航空", "晨星", ORG),
        ("Lingyue Technologies (“Lingyue”) shipped 40,000", "Lingyue Technologies", "Lingyue", ORG),
        ("Lingyue Technologies (hereafter Lingyue) shipped", "Lingyue Technologies", "Lingyue", ORG),
        ("Lingyue Group (formerly Noxtek) 表示", "Lingyue Group", "Noxtek", ORG),
        ("the Port Workers Association (PWA) said", "Port Workers Association", "PWA", ORG),
        ("the Ministry of Harbours and Fisheries (MHF)", "Ministry of Harbours and Fisheries", "MHF", ORG),
        ("ChangXin Memory Technologies (CXMT) said", "ChangXin Memory Technologies", "CXMT", ORG),
        ("PWA (Port Workers Association) said", "PWA", "Port Workers Association", ORG),
        ("國家互聯網信息辦公室(網信辦)約談", "國家互聯網信息辦公室", "網信辦", ORG),
        ("台灣積體電路製造（台積電）股價", "台灣積體電路製造", "台積電", OTHER),
        (
            "《中华人民共和国港口管理条例》（以下简称《港口条例》）",
            "中华人民共和国港口管理条例",
            "港口条例",
            LAW,
        ),
    ],
)
def test_a_name_and_its_short_form(text: str, name: str, other: str, kind: EntityKind) -> None:
    (gloss,) = find_glosses(text)
    assert (gloss.name, gloss.other, gloss.kind, gloss.how) == (name, other, kind, GlossKind.SHORT)


def test_one_bracket_may_hold_two_names() -> None:
    glosses = find_glosses("楼江实验室（Loujiang Lab，下称楼江）与贸易署（Office of Federal Trade，OFT）")
    assert [gloss.other for gloss in glosses] == ["Loujiang Lab", "楼江", "Office of Federal Trade", "OFT"]


@pytest.mark.parametrize(
    "text",
    [
        "輝達（NVDA-US）與台積電（2330.TW）上漲",
        "NVIDIA (NASDAQ: NVDA) and Velandane (VLD.HK) fell",
        "營收20億元（約6,500萬美元），年增（減）3%",
        "revenue of $2 billion (about NT$65 billion), up 3% (from 2%)",
        "王大文（52歲）与李小明（左）、陈文（右二）",
        "Mr Huang (right) and Ms Su (left) at the plant (pictured)",
        "報告（見下文）與附表（圖3）",
        "see the appendix (see below) and the table (Table 3)",
        "H20（特供版）恢复销售，GPU（图形处理器）涨价",
        "原服務機關（構）得比照俸（薪）級",
        "《港口條例》（以下簡稱本條例）与港务局（以下简称该局）",
        "Department of Ports (the “Department”) and its agency (the Agency)",
        "EDA工具(華大九天)，装置(上海微电子)",
        "頭部企業(如商湯、曠視)，客户（包括阿里、腾讯）",
        "suppliers (Samsung, Micron and Intel) and cities (Seoul, Taipei)",
        "記者王小明（中央社）报道，图：张伟（路透社）",
        "林大同（Lingyue Silicon）指出，陈文茜(Noxtek)称",
        "Marisol Tann (Velandane) and Bill Hart (Noxtek Labs)",
        "新卡V70X（Velandane）与岭峰3（Lingyue）",
        "OpenAI (美國人工智能公司)，Noxtek（荷兰设备厂商）",
        "說明（Comment）、部门（Department）、科（Section）",
        "紐約（CBS News）——警方周一表示",
        'Julian Hart ("Downton Manor") and Edalat Ali（“The Blade”）',
        "让-皮埃尔（Karine Jean-Pierre）说",
        "gross domestic product (GDP) and average selling price (ASP)",
        "executives (CEO, CFO) met on Monday (July 14)",
        "(Reuters) - the firm said; （路透）消息",
        "中国（上海）自由贸易试验区、上海（静安）网络科技有限公司（下称“静安网络”）",
    ],
)
def test_brackets_that_are_no_glosses(text: str) -> None:
    assert [(gloss.name, gloss.other) for gloss in find_glosses(text)] == []


_PIECES = st.sampled_from(
    [
        "霜原記憶體",
        "（",
        "）",
        "(",
        ")",
        "Frost Memory",
        "，",
        "下稱",
        "「",
        "」",
        "·",
        "SIA",
        "3",
        "\n",
        "的",
    ]
)


@given(st.lists(_PIECES | st.text(max_size=5), max_size=14).map("".join))
def test_offsets_index_the_untouched_text(text: str) -> None:
    for gloss in find_glosses(text):
        assert text[gloss.start : gloss.end].startswith(gloss.name)
        assert gloss.other in text[gloss.start : gloss.end]
