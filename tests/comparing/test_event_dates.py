"""Dates of events and periods of measures in whole comparisons: which contradict and which keep apart."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.comparing.comparison import compare
from factcheck.comparing.statement import read_statement
from factcheck.encoders.static import StaticEncoder
from factcheck.model import DifferenceKind


@pytest.mark.parametrize(
    ("claim", "sentence", "published", "kind", "apart"),
    [
        (
            "The standard was updated in 2022.",
            "該標準於2023年底更新。",
            date(2025, 6, 1),
            DifferenceKind.DATE,
            False,
        ),
        ("The firm lost money in 2023.", "公司2024年虧損。", date(2025, 6, 1), DifferenceKind.PERIOD, True),
        (
            "11月20日，办公室宣布企业可以恢复采购。",
            "每家企业在2026年6月底前的采购量不得超过1.5万颗，企业可以恢复采购。",
            date(2025, 11, 21),
            None,
            False,
        ),
        (
            "By the end of June it had not received a licence.",
            "公司5月12日表示尚未取得許可證。",
            date(2025, 11, 21),
            None,
            False,
        ),
        (
            "The licence expires on June 30, 2026.",
            "许可有效期至2026年12月31日。",
            date(2025, 11, 21),
            DifferenceKind.DATE,
            False,
        ),
        (
            "Mass production will not start until autumn 2026.",
            "預定2026年2月開始量產。",
            date(2025, 11, 21),
            DifferenceKind.DATE,
            False,
        ),
        (
            "要到2027年10月才量產。",
            "Mass production starts in February 2026.",
            date(2025, 11, 21),
            DifferenceKind.DATE,
            False,
        ),
        ("They married in 2011.", "兩人於2013年結婚。", date(2025, 11, 21), DifferenceKind.DATE, False),
        (
            "The bridge reopened in 2019.",
            "大橋2021年重新通車。",
            date(2025, 11, 21),
            DifferenceKind.DATE,
            False,
        ),
        (
            "The ministry banned exports of antimony in March 2024.",
            "商務部2023年8月宣布禁止銻出口。",
            date(2025, 6, 1),
            DifferenceKind.DATE,
            False,
        ),
        (
            "The plant will be completed in 2028, the company said.",
            "新廠昨日動土，預計2026年完工。",
            date(2025, 6, 1),
            DifferenceKind.DATE,
            False,
        ),
        (
            "The hospital opened on 3 May 2024.",
            "医院于2024年5月3日启用，二期将于2026年完工。",
            date(2025, 6, 1),
            None,
            False,
        ),
        (
            "Nintendo launched the console on June 5, selling 3.5 million units.",
            "任天堂6月12日推出新主機，首四日賣出350萬台。",
            date(2025, 7, 1),
            DifferenceKind.DATE,
            False,
        ),
        (
            "央行在3月把利率調升至2%。",
            "The central bank raised its rate to 2% in September.",
            date(2025, 10, 1),
            DifferenceKind.DATE,
            False,
        ),
        (
            "截至6月底，公司現金為120億元。",
            "As of September 30, the company held cash of NT$15 billion.",
            date(2025, 10, 30),
            DifferenceKind.DATE,
            True,
        ),
        (
            "At the end of March it employed 41,000 people.",
            "截至9月底，員工人數為38,500人。",
            date(2025, 10, 30),
            DifferenceKind.DATE,
            True,
        ),
        (
            "今年前三季營收達900億元。",
            "第三季營收為320億元。",
            date(2025, 10, 30),
            DifferenceKind.PERIOD,
            True,
        ),
        ("9月營收為110億元。", "前三季營收累計900億元。", date(2025, 10, 30), DifferenceKind.PERIOD, True),
        (
            "It will invest NT$190 billion a year.",
            "四年合計投資1,900億元。",
            date(2025, 10, 30),
            DifferenceKind.PERIOD,
            True,
        ),
        (
            "The fund will spend $2 billion over five years.",
            "The fund will spend $2 billion each year.",
            date(2025, 10, 30),
            DifferenceKind.PERIOD,
            True,
        ),
        ("上半年出口成長12%。", "全年出口成長12%。", date(2025, 12, 30), DifferenceKind.PERIOD, True),
        ("2023年營收成長12%。", "2024年營收成長12%。", date(2025, 1, 30), DifferenceKind.PERIOD, True),
        (
            "Revenue rose 12% in the third quarter from a year earlier.",
            "第三季營收年增12%，上季為8%。",
            date(2025, 10, 30),
            None,
            False,
        ),
        (
            "Revenue rose 5% from the previous quarter in Q3 2025.",
            "2025年第三季營收季增5%，較去年同期增長20%。",
            date(2025, 10, 30),
            None,
            False,
        ),
        (
            "Applications must be filed by December 31.",
            "申請須於12月31日前提出。",
            date(2025, 10, 1),
            None,
            False,
        ),
        ("The rule takes effect on January 1.", "新規將於明年1月1日生效。", date(2025, 11, 1), None, False),
        ("The rule takes effect on January 1, 2026.", "新規將於1月1日生效。", date(2025, 11, 1), None, False),
        (
            "The rule takes effect on March 1, 2026.",
            "新規將於1月1日生效。",
            date(2025, 11, 1),
            DifferenceKind.DATE,
            False,
        ),
        (
            "The company will cut 1,150 jobs by the end of the year.",
            "公司將在12月31日前裁減1,150人。",
            date(2025, 9, 10),
            None,
            False,
        ),
        (
            "He was elected mayor in 2018.",
            "他於2022年當選市長。",
            date(2025, 9, 10),
            DifferenceKind.DATE,
            False,
        ),
        ("She won the title in 2019 and 2021.", "她在2021年奪冠。", date(2025, 9, 10), None, False),
        (
            "The ship arrived in Rotterdam on Monday.",
            "該船週四抵達鹿特丹。",
            date(2025, 11, 20),
            DifferenceKind.DATE,
            False,
        ),
        (
            "The storm killed 31 people last week.",
            "颱風上月造成31人死亡。",
            date(2025, 11, 20),
            DifferenceKind.DATE,
            False,
        ),
        (
            "The fire broke out on Tuesday, November 18.",
            "大火發生於11月18日。",
            date(2025, 11, 19),
            None,
            False,
        ),
        (
            "Iceland recorded its first mosquitoes in October 2025.",
            "冰島10月首次發現蚊子。",
            date(2025, 10, 25),
            None,
            False,
        ),
        (
            "Unemployment was 4.1% in June.",
            "8月失業率為4.3%。",
            date(2025, 9, 5),
            DifferenceKind.PERIOD,
            True,
        ),
        (
            "The unemployment rate was 4.3% in June.",
            "8月失業率為4.3%。",
            date(2025, 9, 5),
            DifferenceKind.PERIOD,
            True,
        ),
        (
            "In 2024 the country exported 3 million tonnes of rice.",
            "該國2023年出口稻米300萬噸。",
            date(2025, 9, 5),
            DifferenceKind.PERIOD,
            True,
        ),
        (
            "It acquired the firm for $2 billion in 2019.",
            "它於2021年以20億美元收購該公司。",
            date(2025, 9, 5),
            DifferenceKind.DATE,
            False,
        ),
        (
            "Construction of the $4 billion fab began in 2023.",
            "這座40億美元的晶圓廠2022年動工，2025年量產。",
            date(2025, 9, 5),
            DifferenceKind.DATE,
            False,
        ),
        ("The satellite was launched last month.", "衛星昨日發射升空。", date(2025, 10, 12), None, False),
        (
            "The satellite was launched this month.",
            "衛星昨日發射升空。",
            date(2025, 10, 12),
            DifferenceKind.DATE,
            False,
        ),
        ("上季毛利率為45%。", "第三季毛利率為45%，較上季的42%提升。", date(2025, 10, 30), None, False),
        (
            "Sales in the three months to June were $5 billion.",
            "第二季銷售額為50億美元。",
            date(2025, 10, 30),
            None,
            False,
        ),
        (
            "Sales in the year to June were $5 billion.",
            "第二季銷售額為50億美元。",
            date(2025, 10, 30),
            DifferenceKind.PERIOD,
            True,
        ),
        (
            "The IPO in August raised $800 million.",
            "該公司10月上市，集資8億美元。",
            date(2025, 11, 1),
            DifferenceKind.DATE,
            False,
        ),
        (
            "Two years ago it opened a plant in Ohio.",
            "公司2019年在俄亥俄州的工廠啟用。",
            date(2025, 11, 1),
            DifferenceKind.DATE,
            False,
        ),
        (
            "Two years ago it opened a plant in Ohio.",
            "The Ohio plant opened in November 2023.",
            date(2025, 11, 1),
            None,
            False,
        ),
        (
            "The tariffs take effect at the end of this month.",
            "關稅將於11月30日生效。",
            date(2025, 11, 10),
            None,
            False,
        ),
        (
            "Vaccination begins on October 1.",
            "公費疫苗9月15日開打。",
            date(2025, 9, 10),
            DifferenceKind.DATE,
            False,
        ),
        ("The summit was held in June 2024.", "峰會去年6月舉行。", date(2025, 3, 10), None, False),
        (
            "The deal closed in the first quarter of 2025.",
            "交易已於2025年7月完成。",
            date(2025, 8, 10),
            DifferenceKind.DATE,
            False,
        ),
        (
            "The first half saw 1.2 million visitors.",
            "上半年旅客達120萬人次，7月為20萬。",
            date(2025, 8, 10),
            None,
            False,
        ),
        (
            "公司2024年研發支出為50億元。",
            "Research spending was 5 billion yuan in 2024, up from 4 billion in 2023.",
            date(2025, 3, 1),
            None,
            False,
        ),
    ],
)
def test_events_have_dates_and_measures_have_periods(
    claim: str, sentence: str, published: date, kind: DifferenceKind | None, apart: bool
) -> None:
    """A date of one event contradicts; another period, and another day of a balance, keep apart."""
    ours = read_statement(claim, reference_date=date(2025, 11, 20))
    theirs = read_statement(sentence, reference_date=published)
    found = compare(ours, theirs, StaticEncoder.builtin())
    times = {DifferenceKind.DATE, DifferenceKind.PERIOD}
    assert found.kinds & times == ({kind} if kind else set())
    assert bool(found.apart & times) is apart
