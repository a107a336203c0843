"""Words that name something in one sentence and nothing in the next; a firm, its chip and its head are three."""

from __future__ import annotations

import pytest

from factcheck.language.entities import find_entities

ORG, PERSON, PRODUCT, PLACE, LAW = "organisation", "person", "product", "place", "law"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # 高通: Qualcomm, or high + a word that begins with 通.
        ("高通第四季營收成長17%", [("高通", ORG, "qualcomm")]),
        ("高通与联发科竞争手机芯片", [("高通", ORG, "qualcomm"), ("联发科", ORG, "mediatek")]),
        ("Qualcomm said 高通 chips would ship", [("Qualcomm", ORG, "qualcomm"), ("高通", ORG, "qualcomm")]),
        ("高通膨環境下消費萎縮", []),
        ("高通货膨胀持续了两年", []),
        ("研究使用高通量測序技術", []),
        ("高通滤波器用于音频处理", []),
        ("提高通行效率是首要目標", []),
        ("提高通过率需要时间", []),
        # Apple, 蘋果.
        ("Apple shipped 50 million phones", [("Apple", ORG, "apple")]),
        ("Shares of Apple fell 3%", [("Apple", ORG, "apple")]),
        ("The apple harvest fell 3%", []),
        ("Apple growers in Washington lost a third of the crop", [("Washington", PLACE, "washington")]),
        ("Apple juice exports rose 5%", []),
        ("蘋果發表新款手機", [("蘋果", ORG, "apple")]),
        ("苹果公司与高通和解", [("苹果公司", ORG, "apple"), ("高通", ORG, "qualcomm")]),
        ("苹果产量下降了两成，果农损失惨重", []),
        ("每公斤蘋果賣80元", []),
        ("超市里的苹果和香蕉涨价了", []),
        ("供應商 said Apple 下單量增加", [("Apple", ORG, "apple")]),
        # Amazon, 亞馬遜.
        ("Amazon said its cloud revenue rose 17%", [("Amazon", ORG, "amazon")]),
        ("Deforestation in the Amazon rose 17%", [("Amazon", PLACE, "amazon basin")]),
        ("The Amazon basin holds a fifth of the river water", [("Amazon basin", PLACE, "amazon basin")]),
        ("亞馬遜雲端營收成長17%", [("亞馬遜", ORG, "amazon")]),
        ("亚马逊雨林面积缩小了17%", [("亚马逊雨林", PLACE, "amazon basin")]),
        # 小米, 三星, 百度, 華為.
        ("小米手機出貨量成長30%", [("小米", ORG, "xiaomi")]),
        ("小米创始人雷军宣布造车", [("小米", ORG, "xiaomi"), ("雷军", PERSON, "lei jun")]),
        ("农民种植小米和高粱", []),
        ("小米粥和雜糧賣得好", []),
        ("一碗小米饭", []),
        ("三星第三季營業利益12兆韓元", [("三星", ORG, "samsung")]),
        (
            "三星和SK海力士都生产HBM",
            [("三星", ORG, "samsung"), ("SK海力士", ORG, "sk hynix"), ("HBM", PRODUCT, "hbm")],
        ),
        ("這家三星級飯店有200間房", []),
        ("米其林三星餐廳", []),
        ("三星堆遗址出土了青铜面具", []),
        ("百度发布文心一言", [("百度", ORG, "baidu"), ("文心一言", PRODUCT, "ernie")]),
        ("水溫超過一百度", []),
        ("爐溫升到八百度以上", []),
        (
            "華為昇騰910C量產",
            [("華為", ORG, "huawei"), ("昇騰", PRODUCT, "ascend"), ("910C", PRODUCT, "ascend 910c")],
        ),
        ("以中华为根的文化", []),
        # Intel, Arm, Meta, Gap, Oracle, Oracle bones, Windows, Claude.
        ("Intel cut 15,000 jobs", [("Intel", ORG, "intel")]),
        ("US intel suggests an attack", [("US", PLACE, "us")]),
        ("Officials shared intel with allies", []),
        ("英特尔和AMD争夺服务器市场", [("英特尔", ORG, "intel"), ("AMD", ORG, "amd")]),
        ("Arm licenses its designs", [("Arm", ORG, "arm")]),
        ("He broke his arm last year", []),
        ("The lending arm of the bank lost $2 billion", []),
        ("Arm Holdings filed for an IPO", [("Arm Holdings", ORG, "arm")]),
        ("Meta said it would spend $65 billion", [("Meta", ORG, "meta")]),
        ("A meta-analysis of 40 trials", []),
        ("Meta-analysis of 40 trials found no effect", []),
        ("Meta與谷歌擴建資料中心", [("Meta", ORG, "meta"), ("谷歌", ORG, "google")]),
        ("The gap between the two widened to 5%", []),
        ("Gap closed 50 stores", [("Gap", ORG, "gap")]),
        ("Oracle said cloud revenue rose 50%", [("Oracle", ORG, "oracle")]),
        ("The oracle bones date from 1200 BC", []),
        ("甲骨文公司上調營收預期", [("甲骨文公司", ORG, "oracle")]),
        ("殷墟出土的甲骨文超過十萬片", []),
        ("甲骨文与软银合作建数据中心", [("甲骨文", ORG, "oracle"), ("软银", ORG, "softbank")]),
        ("Tesla delivered 497,000 cars", [("Tesla", ORG, "tesla")]),
        ("Nikola Tesla was born in 1856", [("Nikola Tesla", "other", "nikola tesla")]),
        ("a field of 3 tesla", []),
        ("特斯拉上海工廠減產", [("特斯拉", ORG, "tesla"), ("上海", PLACE, "shanghai")]),
        ("The SEC sued the exchange", [("SEC", ORG, "sec")]),
        ("It took 30 sec to load", []),
        ("The rapid rise in chip stocks", []),
        ("WHO said cases fell", [("WHO", ORG, "who")]),
        ("Who said cases fell?", []),
        ("The Fed cut rates by 25 basis points", [("Fed", ORG, "fed")]),
        ("Cows are fed twice a day", []),
        ("Turkey raised rates to 50%", [("Turkey", PLACE, "turkey")]),
        ("turkey prices rose before Thanksgiving", [("Thanksgiving", "other", "thanksgiving")]),
        # A firm, its chip, its chief executive.
        (
            "NVIDIA's H20 and Jensen Huang",
            [("NVIDIA", ORG, "nvidia"), ("H20", PRODUCT, "h20"), ("Jensen Huang", PERSON, "jensen huang")],
        ),
        (
            "輝達執行長黃仁勳說H20恢復出貨",
            [("輝達", ORG, "nvidia"), ("黃仁勳", PERSON, "jensen huang"), ("H20", PRODUCT, "h20")],
        ),
        (
            "英伟达CEO黄仁勋 said H20 demand is strong",
            [("英伟达", ORG, "nvidia"), ("黄仁勋", PERSON, "jensen huang"), ("H20", PRODUCT, "h20")],
        ),
        (
            "AMD's Lisa Su unveiled the MI350",
            [("AMD", ORG, "amd"), ("Lisa Su", PERSON, "lisa su"), ("MI350", PRODUCT, "mi350")],
        ),
        (
            "苹果CEO库克发布iPhone",
            [("苹果", ORG, "apple"), ("库克", PERSON, "tim cook"), ("iPhone", PRODUCT, "iphone")],
        ),
        ("庫克群島位於南太平洋", []),
        ("Tim Cook sold shares of Apple", [("Tim Cook", PERSON, "tim cook"), ("Apple", ORG, "apple")]),
        ("He learned to cook an apple pie", []),
        (
            "馬斯克的xAI買下Grok所需的晶片",
            [("馬斯克", PERSON, "elon musk"), ("xAI", ORG, "xai"), ("Grok", PRODUCT, "grok")],
        ),
        (
            "Google's TPU and Amazon's Trainium",
            [
                ("Google", ORG, "google"),
                ("TPU", PRODUCT, "tpu"),
                ("Amazon", ORG, "amazon"),
                ("Trainium", PRODUCT, "trainium"),
            ],
        ),
        ("台積電董事長魏哲家", [("台積電", ORG, "tsmc"), ("魏哲家", PERSON, "cc wei")]),
        ("台積今年資本支出400億美元", [("台積", ORG, "tsmc")]),
        (
            "TSMC (台積電) and 台积电",
            [("TSMC", ORG, "tsmc"), ("台積電", ORG, "tsmc"), ("台积电", ORG, "tsmc")],
        ),
        ("平台積累了大量用戶", []),
        ("聯想推出新筆電", [("聯想", ORG, "lenovo")]),
        ("這讓人聯想到2008年", []),
        ("联想集团营收增长", [("联想集团", ORG, "lenovo")]),
        ("浪潮信息的服务器", [("浪潮信息", ORG, "inspur")]),
        ("人工智能浪潮席卷全球", [("全球", PLACE, "world")]),
        ("寒武紀股價大漲", [("寒武紀", ORG, "cambricon")]),
        ("寒武纪生命大爆发", []),
        ("豆包日活跃用户超过字节其他产品", [("豆包", PRODUCT, "doubao")]),
        ("早餐吃豆包", []),
        (
            "麒麟9000S由中芯代工",
            [("麒麟", PRODUCT, "kirin"), ("9000S", PRODUCT, "kirin 9000s"), ("中芯", ORG, "smic")],
        ),
        ("傳說中的神獸麒麟", []),
        (
            "美國商務部長盧特尼克",
            [("美國商務部", ORG, "us commerce department"), ("盧特尼克", PERSON, "howard lutnick")],
        ),
        ("Commerce Secretary Howard Lutnick", [("Howard Lutnick", PERSON, "howard lutnick")]),
        ("Washington said the ban stays", [("Washington", PLACE, "washington")]),
        ("Intelligence agencies were intelligent", []),
    ],
)
def test_what_a_sentence_names(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(one.text, str(one.kind), one.key) for one in find_entities(sentence)]
    assert found == expected
