"""Dates as Chinese writes them, in folded text: 2025年4月9日, 去年10月, 上半年, 本财季, 未来三年."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from factcheck.language.chinese_numerals import read_chinese
from factcheck.language.date_shapes import Shape
from factcheck.language.holidays import FIXED_DAYS, MOVING, any_of, fixed_day, moving_days
from factcheck.language.patterns import lazy_pattern
from factcheck.language.periods import (
    Interval,
    ago,
    day_from,
    latest_day,
    quarter_of,
    shifted_month,
    stretch,
    week_of,
    weekday_in,
    weekday_near,
)

_N = "零〇一二三四五六七八九十两壹贰叁肆伍陆柒捌玖拾"
_YEAR = (
    r"(?P<year>(?:1[5-9]|20|21)\d\d|(?<!\d)\d\d(?=\s?年\s?\d{1,2}\s?月)"
    r"|[一二][零〇一二三四五六七八九]{3})\s?年度?"
)
_ERA = (
    rf"(?P<era>民国|中华民国|康熙|雍正|乾隆)(?P<era_year>[{_N}百\d]+|元)\s?年度?"
    r"|(?<!\d)(?P<roc>1[0-2]\d)\s?年(?=度|\s?第?[一二三四1-4]季|\s?\d{1,2}\s?月|[上下]半年|初|底(?!蕴|子))度?"
)
"""Years of a reign; 114年 with a month, a quarter or 度 behind it is one of the republic's, not a length."""
_SHIFT = r"(?P<shift>前年|去年|今年|明年|后年|大前年|上年|本年度?|当年|翌年|次年|同年)"
_MONTH = (
    r"(?P<month>(?<!\d)(?:1[0-2]|0?[1-9])(?!\d)|十[一二]?|[一二三四五六七八九]|壹|贰|拾贰"
    r"|拾)\s?月份?(?!球|亮|饼|薪|租|费|子|台|色)"
)
_DAY = (
    rf"(?P<day>(?<!\d)(?:3[01]|[12]\d|0?[1-9])(?!\d)|[一二]?十[{_N}]?|三十一?"
    rf"|廿[一二三四五六七八九]?|卅一?"
    rf"|[一二三四五六七八九])\s?(?:日|号|號)"
)
_BARE_DAY = (
    r"(?P<bare>[12]?十[一二三四五六七八九]?|二十[一二三四五六七八九]?|三十一?"
    r"|\d{1,2})(?![\d个%.年月家万亿颗台元名人时点小天周次])"
)
_PART = r"(?P<part>初|上旬|中旬|下旬|底|末|中(?![国美方东西华央共小俄日欧英法间外文]))"
_PARTS = {
    "初": "early",
    "上旬": "early",
    "中旬": "mid",
    "中": "mid",
    "下旬": "late",
    "底": "late",
    "末": "late",
}
_QUARTER = (
    r"(?:第\s?(?P<quarter>[一二三四1-4])\s?(?:个)?(?P<fiscal>财|财务|会计)?季度?"
    r"|(?P<quarter2>[一二三四])(?P<fiscal3>财)?季度?(?!度?节)"
    r"|q(?P<quarter3>[1-4])(?!\d)|(?P<quarter4>[1-4])q(?!\d)|首季度?)"
)
_HALF = r"(?:(?P<half>上|下|前|后)半(?:年度?|财年))"
_SEASON = r"(?P<season>春|夏|秋|冬)(?:季|天)"
_SEASONS = {"春": (3, 5), "夏": (6, 8), "秋": (9, 11)}
_HEAD = rf"(?:{_ERA}|{_YEAR}|{_SHIFT})"
_FULL = lazy_pattern(
    # The look ahead lets every position that no year begins at fail at once.
    rf"(?=[\d一二民中康雍乾大前去今明后上本当翌次同])(?:{_HEAD}(?:\s?的?\s?(?:{_QUARTER}|{_HALF}|{_MONTH}(?:\s?(?:{_DAY}|{_BARE_DAY}|{_PART}))?"
    rf"|{_PART.replace('<part>', '<year_end>')}|{_SEASON}))?"
    rf"|(?P<year_short>(?<!\d)20\d\d)\s?{_QUARTER.replace('P<', 'P<s_')})"
)
_YEARLESS = lazy_pattern(
    rf"(?P<this_month>本月|上个?月|下个?月|当月)\s?(?:{_DAY}|{_PART})?"
    rf"|{_MONTH.replace('<month>', '<m>')}(?:\s?(?:{_DAY.replace('<day>', '<d>')}"
    rf"|{_PART.replace('<part>', '<p>')}))?"
    rf"|{_QUARTER}(?!度?节)|{_HALF}|(?P<year_part>年初|年中(?!国)|年底|年末|岁末)"
    r"|(?<![\d本上下个当每同该次翌一二三四五六七八九十])(?P<month_part>月(?:初|底|末))"
)
# 15日 alone; 号 alone is as often a number of something.
_LONE_DAY = lazy_pattern(
    r"(?<![\d月年./\-至到~第百千万亿半近每数几])(?P<day>3[01]|[12]\d"
    r"|[1-9])\s?日(?![元圆币本军间游均程内后前均薪以之])"
)
_FISCAL = lazy_pattern(
    r"(?:本|上一?|下一?|前一|当|该|这一|今|同一?)个?(?:财季|财年|财务季度|财务年度|会计年度|财政年度)"
    r"|(?:20\d\d|\d\d|今|去|明|本|上"
    r"|下)\s?(?:财年|财政年度|会计年度)"
    r"(?:\s?的?\s?第?[一二三四1-4]?\s?(?:个)?(?:财?季度?))?|第[一二三四1-4]个?财季|fy\s?\d{2,4}(?:\s?q[1-4])?"
    r"|q[1-4]\s?fy\s?'?\d{2,4}"
)
_DAYS = {
    "大前天": -3,
    "前天": -2,
    "前日": -2,
    "昨天": -1,
    "昨日": -1,
    "昨晚": -1,
    "昨": -1,
    "今天": 0,
    "今日": 0,
    "今晨": 0,
    "今早": 0,
    "今晚": 0,
    "当天": 0,
    "明天": 1,
    "明日": 1,
    "翌日": 1,
    "后天": 2,
    "后日": 2,
    "大后天": 3,
    "最近": 0,
    "近日": 0,
}
_NEAR = lazy_pattern(
    r"(?P<word>大前天|前天|前日(?!本)|昨天|昨日|昨晚|今天|今日|今晨|今早|今晚|明天|明日|大后天|后天|后日"
    r"|最近$|^最近)"
    r"|(?P<week>本|这|上上|上|下下|下)个?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天末])?(?![期年岁])"
    r"|(?<![本这上下每双两个色])(?:周|星期|礼拜)(?P<lone>[一二三四五六日天](?![个次年月大]))"
    r"|(?P<quarter>本|上一?|下一?|这一?|当|今)个?季度?(?!节|度?末?奖)"
)
_COUNT = rf"(?P<count>\d+|[{_N}数几半百]+)"
_UNIT = r"\s?(?:个)?(?P<unit>世纪|年|月|季度|季|周|星期|礼拜|天|日|财年|交易日)(?![前后份度代])"
_SPAN = lazy_pattern(
    rf"(?<![以之年月日最])(?P<way>未来|今后|往后|接下来|过去|最近|此前|之前|往前"
    rf"|(?<![\u4e00-\u9fff])(?:前|后|下|上|近|这)|(?<=[的在于自从])(?:前|后|下|上|近"
    rf"|这))的?(?:这)?\s?{_COUNT}(?<!\d{{4}}){_UNIT}(?:间|内|里|来|多|以来|之内)?"
    rf"|{_COUNT.replace('count', 'ago')}(?<!\d{{4}})\s?(?:个)?(?P<ago_unit>年|月|季度|周|星期|天"
    rf"|日)(?P<side>之?以?前|之?以?后|来"
    rf"|以?内|之内|间)"
)
_DECADE = lazy_pattern(
    rf"(?:(?P<century>上个?|本|[{_N}\d]+)\s?世纪\s?)?(?P<decade>[二三四五六七八九]十|[1-9]0)\s?年代(?P<dpart>初期?|前期|早期|中期?|末期?|后期|晚期)?"
    r"|(?<!\d)(?P<years>(?:19|20)\d0)年代(?P<dpart2>初期?|前期|早期|中期?|末期?|后期|晚期)?"
    rf"|(?P<whole>[{_N}\d]+|上|本)\s?个?世纪(?!\d)"
)
_UNITS = {
    "年": "year",
    "月": "month",
    "季度": "quarter",
    "季": "quarter",
    "周": "week",
    "星期": "week",
    "礼拜": "week",
    "天": "day",
    "日": "day",
    "财年": "year",
    "交易日": "day",
    "世纪": "century",
}
_ERAS = {"民国": 1911, "中华民国": 1911, "康熙": 1661, "雍正": 1722, "乾隆": 1735}
_SHIFTS = {
    "大前年": -3,
    "前年": -2,
    "去年": -1,
    "上年": -1,
    "今年": 0,
    "本年": 0,
    "本年度": 0,
    "明年": 1,
    "后年": 2,
}
_MOVING = lazy_pattern(rf"(?:{_YEAR}|{_SHIFT})?的?(?P<name>{'|'.join(MOVING)})(?!晚会|联欢|档)")
_FIXED = lazy_pattern(rf"(?:{_ERA}|{_YEAR}|{_SHIFT})\s?的?\s?(?P<name>{any_of(FIXED_DAYS)})(?![a-z])")
MARKS = lazy_pattern(r"[年节月日号季周期拜天昨今明后最近未世初底财半]")


def chinese_shapes(folded: str) -> Iterator[Shape]:
    """Every date that Chinese words state in `folded`, overlaps included."""
    if not MARKS.search(folded):
        return
    yield from (_full(match) for match in _FULL.finditer(folded))
    for match in _YEARLESS.finditer(folded):
        if folded[max(0, match.start() - 2) : match.start()] in ("每年", "历年"):
            continue
        shape = _yearless(match)
        if shape is not None:
            yield shape
    for match in _LONE_DAY.finditer(folded):
        yield Shape(
            *match.span(),
            "day",
            day=_number(match["day"]),
            relative=partial(latest_day, _number(match["day"])),
        )
    if "财" in folded or "fy" in folded or "会计" in folded:
        yield from (Shape(*match.span(), "fiscal") for match in _FISCAL.finditer(folded))
    yield from (_near(match) for match in _NEAR.finditer(folded))
    for match in _SPAN.finditer(folded):
        span = _span(match)
        if span is not None:
            yield span
    if "节" in folded or "新年" in folded:
        yield from (_moving(match) for match in _MOVING.finditer(folded))
    if "年" in folded:
        yield from (_fixed(match) for match in _FIXED.finditer(folded))
    if "年代" in folded or "世纪" in folded:
        yield from (shape for match in _DECADE.finditer(folded) if (shape := _decade(match)))


def _number(written: str) -> int:
    if written == "元":
        return 1
    read = read_chinese(written)
    return 0 if read is None else int(read.value)


def _year_of(groups: dict[str, str | None]) -> tuple[int | None, int | None]:
    """Year stated and year shift (去年: -1); 当年 and 同年 leave both open to the year said before."""
    era = groups.get("era")
    if era:
        return _ERAS[era] + _number(groups.get("era_year") or "元"), None
    if groups.get("roc"):
        return _ERAS["民国"] + int(groups["roc"] or 0), None
    written = groups.get("year") or groups.get("year_short")
    if written:
        year = _number(written)
        return (year if year > 99 else 2000 + year if year < 50 else 1900 + year), None
    shift = groups.get("shift")
    return None, _SHIFTS.get(shift) if shift else None


def _quarter_of(groups: dict[str, str | None], whole: str) -> int | None:
    for name in ("quarter", "quarter2", "quarter3", "quarter4"):
        written = groups.get(name) or groups.get("s_" + name)
        if written:
            return _number(written)
    return 1 if "首季" in whole else None


def _full(match: re.Match[str]) -> Shape:
    groups = match.groupdict()
    year, shift = _year_of(groups)
    written_part = groups["part"] or groups["year_end"] or ""
    part = _PARTS.get(written_part)
    stub = partial(Shape, *match.span(), year=year, year_shift=shift)
    quarter = _quarter_of(groups, match.group())
    if any(groups[name] for name in ("fiscal", "fiscal3", "s_fiscal", "s_fiscal3")):
        return stub("fiscal")
    if quarter is not None:
        return stub("quarter", months=(quarter * 3 - 2, quarter * 3))
    if groups["half"]:
        return stub("half", months=(1, 6) if groups["half"] in "上前" else (7, 12))
    if groups["season"]:
        return (
            stub("season", months=_SEASONS[groups["season"]])
            if groups["season"] in _SEASONS
            else stub("season", relative=_none)
        )
    if groups["month"]:
        month, day = _number(groups["month"]), groups["day"] or groups["bare"]
        return stub("day", month=month, day=_number(day)) if day else stub("month", month=month, part=part)
    return stub("year", part="end" if written_part in ("底", "末") else part)


def _none(_: date) -> Interval | None:
    return None


def _yearless(match: re.Match[str]) -> Shape | None:
    groups = match.groupdict()
    part, day = _PARTS.get(groups["part"] or groups["p"] or ""), groups["day"] or groups["d"]
    if groups["this_month"]:
        shift = {"上": -1, "下": 1}.get(groups["this_month"][0], 0)
        return Shape(
            *match.span(),
            "day" if day else "month",
            part=part,
            day=_number(day) if day else None,
            relative=partial(_month_from, shift, _number(day) if day else 0),
        )
    if groups["month_part"]:
        part = _PARTS[groups["month_part"][1]]
        return Shape(*match.span(), "month", part=part, relative=partial(_month_from, 0, 0))
    if groups["year_part"]:
        return Shape(
            *match.span(), "year", part={"初": "early", "中": "mid"}.get(groups["year_part"][1], "end")
        )
    if groups["half"]:
        return Shape(*match.span(), "half", months=(1, 6) if groups["half"] in "上前" else (7, 12))
    quarter = _quarter_of(groups, match.group())
    if groups["fiscal"] or groups["fiscal3"]:
        return Shape(*match.span(), "fiscal")
    if quarter is not None:
        return Shape(*match.span(), "quarter", months=(quarter * 3 - 2, quarter * 3))
    month = _number(groups["m"])
    return (
        Shape(*match.span(), "day", month=month, day=_number(day))
        if day
        else Shape(*match.span(), "month", month=month, part=part)
    )


def _month_from(shift: int, day: int, reference: date) -> Interval | None:
    first, last = shifted_month(reference, shift)
    return (first, last) if not day else (first.replace(day=day), first.replace(day=day))


def _near(match: re.Match[str]) -> Shape:
    word = match["word"]
    if word:
        return Shape(*match.span(), "day", relative=partial(day_from, _DAYS.get(word, 0)))
    if match["quarter"]:
        shift = {"上": -1, "下": 1}.get(match["quarter"][0], 0)
        return Shape(*match.span(), "quarter", relative=partial(quarter_of, shift=shift))
    if match["lone"]:
        return Shape(
            *match.span(), "day", relative=partial(weekday_near, "一二三四五六日天".index(match["lone"]))
        )
    shift = {"上上": -2, "上": -1, "下": 1, "下下": 2}.get(match["week"], 0)
    weekday = match["weekday"]
    if not weekday:
        return Shape(*match.span(), "week", relative=partial(week_of, shift=shift))
    if weekday == "末":
        return Shape(*match.span(), "range", relative=partial(_weekend, shift))
    return Shape(*match.span(), "day", relative=partial(weekday_in, shift, "一二三四五六日天".index(weekday)))


def _weekend(shift: int, reference: date) -> Interval:
    first, last = week_of(reference, shift)
    return first + timedelta(days=5), last


def _span(match: re.Match[str]) -> Shape | None:
    if match["ago"]:
        unit, side = _UNITS[match["ago_unit"]], match["side"]
        count = _number(match["ago"])
        if not count:
            return None
        if side == "来":
            return Shape(*match.span(), "span", relative=partial(stretch, unit, -count))
        if side[-1] in "内间":
            return Shape(*match.span(), "span")
        if not side.endswith("前") or match["ago"][0] in "数几":
            # 三个月后 counts from what was told before, not from the day of writing.
            return Shape(*match.span(), "span")
        kind = unit if unit in ("year", "month", "week", "quarter") else "day"
        return Shape(*match.span(), kind, relative=partial(ago, unit, count))
    count = _number(match["count"])
    some = match["count"][0] in "数几"
    way = -1 if match["way"] in ("过去", "近", "最近", "此前", "之前", "前", "往前", "上", "这") else 1
    unit = _UNITS[match["unit"]]
    if some or not count:
        return (
            Shape(*match.span(), "span")
            if match["count"] != "半"
            else Shape(*match.span(), "span", relative=partial(stretch, "month", way * 6))
        )
    return Shape(*match.span(), "span", relative=partial(stretch, unit, way * count))


def _moving(match: re.Match[str]) -> Shape:
    """春节 of the year stated, else the one nearest to the reference day."""
    year, shift = _year_of(match.groupdict())
    days = MOVING[match["name"]]
    moving = partial(moving_days, days, year, shift)
    return Shape(*match.span(), "holiday", year=year, year_shift=shift, moving=moving)


def _fixed(match: re.Match[str]) -> Shape:
    """聖誕節 of the year before it; the day alone is read with the English ones."""
    year, shift = _year_of(match.groupdict())
    month, day = fixed_day(match["name"])
    return Shape(*match.span(), "day", year=year, year_shift=shift, month=month, day=day)


_DECADE_PARTS = {
    "初": "early",
    "前": "early",
    "早": "early",
    "中": "mid",
    "末": "end",
    "后": "late",
    "晚": "late",
}


def _decade(match: re.Match[str]) -> Shape | None:
    part = _DECADE_PARTS.get((match["dpart"] or match["dpart2"] or " ")[0])
    if match["years"]:
        return Shape(*match.span(), "decade", year=int(match["years"]), part=part)
    if match["whole"]:
        number = {"上": 20, "本": 21}.get(match["whole"]) or _number(match["whole"])
        return Shape(*match.span(), "century", year=number * 100 - 99) if 15 <= number <= 22 else None
    tens, written = _number(match["decade"]), match["century"]
    if written:
        century = {"上": 20, "上个": 20, "本": 21}.get(written) or _number(written)
    else:
        century = 20 if tens >= 30 else 21
    return Shape(*match.span(), "decade", year=(century - 1) * 100 + tens, part=part)
