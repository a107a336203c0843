"""Dates and periods: placed by their own year, a year said before, or the reference day; else unresolved."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from factcheck.language.dates import DateKind, DateMention, find_dates

TODAY = date(2025, 12, 20)  # a Saturday


def only(text: str, reference: date | None = TODAY) -> DateMention:
    found = find_dates(text, reference_date=reference)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "kind", "first", "last"),
    [
        ("2025年4月9日", "day", "2025-04-09", "2025-04-09"),
        ("二零零四年八月十五日", "day", "2004-08-15", "2004-08-15"),
        ("2025-12-08", "day", "2025-12-08", "2025-12-08"),
        ("2025/12/8", "day", "2025-12-08", "2025-12-08"),
        ("29/01/2026", "day", "2026-01-29", "2026-01-29"),
        ("January 29, 2026", "day", "2026-01-29", "2026-01-29"),
        ("29 Jan 2026", "day", "2026-01-29", "2026-01-29"),
        ("4th of July of 1995", "day", "1995-07-04", "1995-07-04"),
        ("in July 2025", "month", "2025-07-01", "2025-07-31"),
        ("2025年上半年", "half", "2025-01-01", "2025-06-30"),
        ("H1 2025", "half", "2025-01-01", "2025-06-30"),
        ("first half of 2025", "half", "2025-01-01", "2025-06-30"),
        ("2025年一季度", "quarter", "2025-01-01", "2025-03-31"),
        ("2025年第三季度", "quarter", "2025-07-01", "2025-09-30"),
        ("Q1 2025", "quarter", "2025-01-01", "2025-03-31"),
        ("3Q25", "quarter", "2025-07-01", "2025-09-30"),
        ("third quarter of 2025", "quarter", "2025-07-01", "2025-09-30"),
        ("2018年", "year", "2018-01-01", "2018-12-31"),
        ("民國114年", "year", "2025-01-01", "2025-12-31"),
        ("2023年末", "year", "2023-11-01", "2023-12-31"),
        ("early 2025", "year", "2025-01-01", "2025-04-30"),
        ("2023年至2025年", "range", "2023-01-01", "2025-12-31"),
        ("from 2018 to 2023", "range", "2018-01-01", "2023-12-31"),
        ("2025年7月21日至31日", "range", "2025-07-21", "2025-07-31"),
        ("July 21-31, 2025", "range", "2025-07-21", "2025-07-31"),
    ],
)
def test_stated_with_a_year(text: str, kind: str, first: str, last: str) -> None:
    for reference in (None, TODAY):
        mention = only(text, reference)
        assert mention.kind == kind
        assert (str(mention.first_day), str(mention.last_day)) == (first, last)


@pytest.mark.parametrize(
    ("text", "kind", "first", "last"),
    [
        ("7月15日", "day", "2025-07-15", "2025-07-15"),
        ("1月15日", "day", "2026-01-15", "2026-01-15"),
        ("4月", "month", "2025-04-01", "2025-04-30"),
        ("7月底", "month", "2025-07-21", "2025-07-31"),
        ("7月下旬", "month", "2025-07-21", "2025-07-31"),
        ("年底", "year", "2025-11-01", "2025-12-31"),
        ("去年10月", "month", "2024-10-01", "2024-10-31"),
        ("今年", "year", "2025-01-01", "2025-12-31"),
        ("上半年", "half", "2025-01-01", "2025-06-30"),
        ("第三季度", "quarter", "2025-07-01", "2025-09-30"),
        ("last quarter", "quarter", "2025-07-01", "2025-09-30"),
        ("this quarter", "quarter", "2025-10-01", "2025-12-31"),
        ("yesterday", "day", "2025-12-19", "2025-12-19"),
        ("昨日", "day", "2025-12-19", "2025-12-19"),
        ("今天", "day", "2025-12-20", "2025-12-20"),
        ("12/08", "day", "2025-12-08", "2025-12-08"),
        ("15日", "day", "2025-12-15", "2025-12-15"),
        ("Jan. 29", "day", "2026-01-29", "2026-01-29"),
        ("in May", "month", "2025-05-01", "2025-05-31"),
        ("本週", "week", "2025-12-15", "2025-12-21"),
        ("this week", "week", "2025-12-15", "2025-12-21"),
        ("上周五", "day", "2025-12-12", "2025-12-12"),
        ("7月21日至31日", "range", "2025-07-21", "2025-07-31"),
        ("五年前", "year", "2020-01-01", "2020-12-31"),
        ("two months ago", "month", "2025-10-01", "2025-10-31"),
        ("未來三年", "span", "2025-12-21", "2028-12-20"),
        ("過去三年", "span", "2022-12-20", "2025-12-19"),
        ("over the next three years", "span", "2025-12-21", "2028-12-20"),
        ("in the past 12 months", "span", "2024-12-20", "2025-12-19"),
    ],
)
def test_against_the_reference_day(text: str, kind: str, first: str, last: str) -> None:
    mention = only(text)
    assert mention.kind == kind
    assert (str(mention.first_day), str(mention.last_day)) == (first, last)
    without = only(text, None)
    assert without.kind == kind
    assert not without.resolved
    assert without.first_day is None


@pytest.mark.parametrize(
    "text", ["Q1 FY2026", "本财季", "上一財季", "2026财年第一财季", "fiscal 2026", "第二財季"]
)
def test_fiscal_periods_stay_unresolved(text: str) -> None:
    mention = only(text)
    assert mention.kind is DateKind.FISCAL
    assert not mention.resolved


def test_month_and_day_stay_without_a_year() -> None:
    mention = only("7月15日", None)
    assert (mention.month, mention.day, mention.resolved) == (7, 15, False)


def test_a_year_said_before_in_the_sentence_applies() -> None:
    april, july, august = find_dates("2025年4月頒布，7月恢復。8月再來")
    assert str(april.first_day) == "2025-04-01"
    assert str(july.first_day) == "2025-07-01"
    assert not august.resolved


def test_a_whole_year_said_before_decides_only_where_nothing_disagrees() -> None:
    text = "僅2024年就有170億，4月禁令生效"
    assert str(find_dates(text)[1].first_day) == "2024-04-01"
    assert not find_dates(text, reference_date=TODAY)[1].resolved


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("since August", "since"),
        ("before 2019", "before"),
        ("after January 1, 2007", "after"),
        ("until 2026", "until"),
        ("自2022年10月以來", "since"),
        ("2025年底之前", "before"),
        ("4月9日后", "after"),
        ("截至2025年6月", "until"),
        ("2025年", "on"),
    ],
)
def test_relation(text: str, relation: str) -> None:
    assert only(text).relation == relation


@pytest.mark.parametrize(
    "text",
    [
        "It may rise and march on",
        "三種晶片",
        "sold 2000 chips",
        "一起",
        "ABC-12345-A1B2C3",
        "6.45 percent",
        "日本",
        "最后几个",
    ],
)
def test_no_date(text: str) -> None:
    assert find_dates(text, reference_date=TODAY) == []


SENTENCES = [
    "2025年4月9日，商務部發佈通知；7月15日，公司說已經恢復。",
    "去年10月以來，本財季與上半年的營收都下滑。",
    "未來三年，從2023年至2025年底的計畫將延長到明年一季度。",
    "上週五與昨日，民國114年的統計公佈。",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_both_scripts_give_equal_dates(sentence: str) -> None:
    other = OpenCC("t2s").convert(sentence)

    def facts(text: str) -> list[tuple[object, ...]]:
        found = find_dates(text, reference_date=TODAY)
        return [(d.start, d.end, d.first_day, d.last_day, d.kind, d.relation) for d in found]

    assert facts(sentence) == facts(other)
    assert len(facts(sentence)) > 1


def test_mixed_text_keeps_offsets() -> None:
    text = "Nvidia 於 July 15, 2025 宣布，去年10月 the ban took effect，last week 結束"
    found = find_dates(text, reference_date=TODAY)
    assert [item.text for item in found] == ["July 15, 2025", "去年10月", "last week"]


ANY = st.text(max_size=60) | st.text(
    alphabet="0123456789/-.年月日季度上下半去今本财前后至到 JanuryMbecf,Qq未来", max_size=40
)


@given(ANY, st.dates(min_value=date(1, 1, 1)) | st.none())
def test_any_text_gives_right_offsets(text: str, reference: date | None) -> None:
    position = 0
    for item in find_dates(text, reference_date=reference):
        assert text[item.start : item.end] == item.text
        assert position <= item.start < item.end
        if item.first_day is not None:
            assert item.last_day is not None
            assert item.first_day <= item.last_day
        position = item.end


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It will cut 1,150 positions by December 31.", date(2025, 12, 31)),
        ("Applications must be filed by December 31.", date(2025, 12, 31)),
        ("新規將於1月20日生效。", date(2026, 1, 20)),
        ("申请须于1月20日前提出。", date(2026, 1, 20)),
        ("The rule 預計 1月20日 take effect.", date(2026, 1, 20)),
        ("It had sold 300 by December 31.", date(2024, 12, 31)),
        ("新规于1月20日生效。", date(2025, 1, 20)),
        ("It will close, the firm said on January 20.", date(2025, 1, 20)),
        ("The plan will, he said on January 20, cost little.", date(2025, 1, 20)),
        ("它將裁員，並於1月20日公布。", date(2025, 1, 20)),
    ],
)
def test_a_day_that_a_plan_or_a_deadline_is_told_for_lies_ahead(text: str, day: date) -> None:
    (found,) = find_dates(text, reference_date=date(2025, 9, 10))
    assert found.first_day == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Japan will follow in February.", date(2026, 2, 1)),
        ("Japan said it would follow in February.", date(2026, 2, 1)),
        ("日本宣布將在2月跟進。", date(2026, 2, 1)),
        ("日本宣布将在2月跟进。", date(2026, 2, 1)),
        ("Japan 將在2月跟進 the ban.", date(2026, 2, 1)),
        ("It plans to ship the chip in the fourth quarter.", date(2025, 10, 1)),
        ("首批晶片將於第四季度交付。", date(2025, 10, 1)),
        ("预计第一季度交付。", date(2026, 1, 1)),
        ("The plant is to open in May.", date(2026, 5, 1)),
        ("Japan followed in February.", date(2025, 2, 1)),
        ("日本於2月跟進。", date(2025, 2, 1)),
        ("It shipped the chip in the fourth quarter.", date(2024, 10, 1)),
        ("第四季度交付了首批芯片。", date(2024, 10, 1)),
        ("Profit was lower than expected in the second quarter.", date(2025, 4, 1)),
        ("He said that exports would begin in July.", date(2025, 7, 1)),
        ("美國將14家企業於6月列入清單。", date(2025, 6, 1)),
        ("預計第二季度虧損。", date(2025, 4, 1)),
        ("The ministry expects to publish data for the second quarter.", date(2025, 4, 1)),
        ("The ministry will publish June inflation data on time.", date(2025, 6, 1)),
        ("TSMC will report second-quarter results soon.", date(2025, 4, 1)),
        ("国家统计局将于近日发布6月数据。", date(2025, 6, 1)),
        ("The hearing is scheduled for January.", date(2026, 1, 1)),
        ("拟收购的公司5月亏损。", date(2025, 5, 1)),
        ("擬於第四季交付。", date(2025, 10, 1)),
    ],
)
def test_a_month_or_quarter_that_a_plan_is_told_for_lies_ahead(text: str, day: date) -> None:
    """What was only expected, or said to come, where the next is nearer than the last."""
    (found,) = find_dates(text, reference_date=date(2025, 9, 10))
    assert found.first_day == day


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("In 2025 Northgate Devices shipped 40,000 chips.", [2025]),
        ("The plant closed. In 2024 Intel cut jobs.", [2024]),
        ("As the rules changed, by 2026 TSMC had moved.", [2026]),
        ("In 2025 英偉達 shipped more.", [2025]),
        ("In 2025 英伟达 sold more than in 2024.", [2025, 2024]),
        ("In 2000 Chinese towns the lights went out.", []),
        ("By 1600 GMT shares were up.", []),
        ("By 2010 GMT shares were up.", []),
        ("After 1800 Tesla cars were recalled, it stopped.", []),
        ("It was spent in 2025 Camrys.", []),
        ("It runs on 2024 Xeons.", []),
    ],
)
def test_a_year_before_a_name(text: str, years: list[int]) -> None:
    assert [found.first_day.year for found in find_dates(text) if found.first_day] == years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2025年產能利用率為78%，低於前一年的85%。", [2025, 2024]),
        ("2023年营收为78亿元，高于上年的60亿元，也高于上一年的55亿元。", [2023, 2022, 2022]),
        ("Revenue was $78 million in 2023, below the previous year's $85 million.", [2023, 2022]),
        ("Revenue was $78 million in 2023, down from $85 million a year earlier.", [2023, 2022]),
        ("2023 年 revenue 為78億元，the following year 為85億元。", [2023, 2024]),
        ("2019年開工，翌年完工。", [2019, 2020]),
        ("營收為78億元，低於上年的85億元。", [2025]),
    ],
)
def test_the_year_before_or_after_the_one_just_said(text: str, years: list[int]) -> None:
    found = find_dates(text, reference_date=date(2026, 3, 12))
    assert [day.first_day.year for day in found if day.first_day] == years
