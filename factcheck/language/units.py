"""What numbers are counted in: currencies, measures, shares, durations and counters, in both languages.

Everything here is looked up in folded text (Simplified, lower case, half width); Traditional forms
need no entry. Canonical names: ISO 4217 codes for money, `%`, `pp`, `x`, SI and industry symbols for
measures, English singular nouns for counters and durations.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

# unit -> (kind, written forms). A form of ASCII letters ends at a word boundary and may take a plural s.
_CURRENCIES: dict[str, str] = {
    "USD": "美元|美金|美刀|u\\.s\\. dollar|us dollar|united states dollar|american dollar|dollar|usd|buck",
    "HKD": "港元|港币|港圆|hong kong dollar|hkd",
    "TWD": "新台币|新台元|台币|台元|taiwan dollar|new taiwan dollar|twd|ntd",
    "CNY": "元人民币|人民币元|人民币|元|块钱|圆|chinese yuan|yuan|renminbi|rmb|cny",
    "EUR": "欧元|euro|eur",
    "GBP": "英镑|british pound|pound sterling|pound|sterling|gbp|quid",
    "JPY": "日圆|日元|日币|日円|japanese yen|yen|jpy",
    "KRW": "韩元|韩圆|韩币|south korean won|korean won|won|krw",
    "SGD": "新加坡元|新元|坡币|singapore dollar|sgd",
    "AUD": "澳元|澳大利亚元|澳币|australian dollar|aud",
    "CAD": "加元|加拿大元|加币|canadian dollar|cad",
    "NZD": "纽元|新西兰元|new zealand dollar|nzd",
    "CHF": "瑞士法郎|swiss franc|chf",
    "INR": "印度卢比|卢比|indian rupee|rupee|inr",
    "RUB": "卢布|russian ruble|russian rouble|ruble|rouble|rub",
    "THB": "泰铢|thai baht|baht|thb",
    "MYR": "马来西亚林吉特|林吉特|令吉|马币|malaysian ringgit|ringgit|myr",
    "IDR": "印尼盾|印度尼西亚盾|indonesian rupiah|rupiah|idr",
    "VND": "越南盾|vietnamese dong|vnd",
    "PHP": "菲律宾比索|philippine peso|php",
    "MXN": "墨西哥比索|mexican peso|mxn",
    "BRL": "巴西雷亚尔|雷亚尔|brazilian real|reais|brl",
    "SEK": "瑞典克朗|swedish krona|swedish kronor|krona|kronor|sek",
    "NOK": "挪威克朗|norwegian krone|norwegian kroner|nok",
    "DKK": "丹麦克朗|danish krone|danish kroner|danish krona|dkk",
    "AED": "迪拉姆|阿联酋迪拉姆|dirham|uae dirham|aed",
    "SAR": "沙特里亚尔|里亚尔|saudi riyal|riyal|sar",
    "ILS": "新谢克尔|谢克尔|israeli shekel|shekel|ils",
    "TRY": "土耳其里拉|turkish lira",
    "NGN": "奈拉|nigerian naira|naira",
    "ZAR": "兰特|南非兰特|south african rand|rand|zar",
    "PLN": "兹罗提|polish zloty|zloty|pln",
    "EGP": "埃及镑|egyptian pound|egp",
    "MOP": "澳门元|葡币|pataca|mop",
    "FIM": "芬兰马克|finnish markka|markka|markkaa",
    "DEM": "德国马克|马克|deutsche mark|german mark|d-mark|mark",
    "FRF": "法国法郎|法郎|french franc|franc",
    "ITL": "意大利里拉|italian lira|italian lire|lire|lira",
    "ARS": "阿根廷比索|argentine peso|argentinean peso",
    "COP": "哥伦比亚比索|colombian peso",
    "CLP": "智利比索|chilean peso",
    "PKR": "巴基斯坦卢比|pakistani rupee",
    "XXP": "比索|peso",
    "cent": "美分|cent|pence|penny",
    "BTC": "比特币|bitcoin|btc",
}
_MEASURES: dict[str, str] = {
    "nm": "纳米|奈米|nanometre|nanometer|nm", "μm": "微米|micron|micrometer|micrometre|μm|um",
    "mm": "毫米|millimetre|millimeter|mm", "cm": "厘米|公分|centimetre|centimeter|cm",
    "m": "米|公尺|metre|meter|m", "km": "公里|千米|kilometre|kilometer|km|kms", "mi": "英里|mile", "pm": "皮米|picometer|picometre|pm",
    "ft": "英尺|foot|feet|ft", "in": "英寸|英吋|寸|吋|inch|inches|-inch", "yd": "码|yard", "li": "里地|里",
    "m2": "平方米|平方公尺|平米|square metre|square meter|sq m|m²", "km2": "平方公里|square kilometre|square kilometer|sq km|km²",
    "sqft": "平方英尺|square foot|square feet|sq ft", "sqmi": "平方英里|square mile", "acre": "英亩|acre", "ha": "公顷|hectare|ha",
    "mu": "亩", "m3": "立方米|cubic metre|cubic meter|m³", "cuft": "立方英尺|cubic foot|cubic feet",
    "L": "升|公升|litre|liter|l", "mL": "毫升|millilitre|milliliter|ml", "gal": "加仑|gallon", "bbl": "桶|barrel|bbl",
    "kg": "公斤|千克|kilogram|kilogramme|kilo|kg|kgs", "g": "克|gram|gramme|g", "mg": "毫克|milligram|mg", "μg": "微克|microgram|μg|ug",
    "t": "公吨|吨|metric ton|metric tonne|tonne|ton|mt", "lb": "磅|pound weight|lb|lbs", "oz": "盎司|ounce|oz", "jin": "斤|市斤",
    "W": "瓦特|瓦|watt|w", "kW": "千瓦|kilowatt|kw", "MW": "兆瓦|megawatt|mw", "GW": "吉瓦|gigawatt|gw",
    "kWh": "千瓦时|千瓦小时|度电|kilowatt-hour|kilowatt hour|kwh", "MWh": "兆瓦时|megawatt-hour|megawatt hour|mwh",
    "GWh": "吉瓦时|gwh", "TWh": "太瓦时|twh", "J": "焦耳|joule",
    "Hz": "赫兹|hertz|hz", "kHz": "千赫|khz", "MHz": "兆赫|megahertz|mhz", "GHz": "吉赫|gigahertz|ghz",
    "TFLOPS": "teraflop|teraflops|tflops|tflop", "PFLOPS": "petaflop|petaflops|pflops|pflop",
    "EFLOPS": "exaflop|exaflops|eflops|eflop", "GFLOPS": "gigaflop|gigaflops|gflops", "TOPS": "tops",
    "FLOPS": "次浮点运算|flops",
    "TB/s": "tb/s|tb/秒|tbps|terabytes per second|tb per second", "GB/s": "gb/s|gb/秒|gbytes/s|gigabytes per second|gb per second",
    "MB/s": "mb/s|mb/秒|megabytes per second", "Gbps": "gbps|gbit/s|gigabits per second|gb每秒",
    "Tbps": "tbit/s|terabits per second", "Mbps": "mbps|mbit/s|megabits per second",
    "B": "字节|byte", "KB": "千字节|kilobyte|kb", "MB": "兆字节|megabyte|mb", "GB": "吉字节|gigabyte|gb|gib",
    "TB": "太字节|terabyte|tb|tib", "PB": "拍字节|petabyte|pb", "EB": "exabyte|eb", "bit": "比特|位元|bit|-bit",
    "km/h": "公里每小时|千米每小时|公里/小时|公里/时|km/h|kmh|kph|kilometres per hour|kilometers per hour|kilometers an hour",
    "mph": "英里每小时|mph|miles per hour|miles an hour", "m/s": "米每秒|米/秒|m/s|metres per second|meters per second",
    "°C": "摄氏度|°c|℃|degrees celsius|degree celsius|degrees centigrade", "°F": "华氏度|°f|℉|degrees fahrenheit|degree fahrenheit",
    "V": "伏特|伏|volt|v", "kV": "千伏|kv", "A": "安培|ampere|amp", "mAh": "毫安时|毫安|mah", "dB": "分贝|decibel|db",
    "px": "像素|pixel|px", "bps": "基点|个基点|basis point|bps", "mmt": "million metric tons",
}
_SHARES: dict[str, str] = {
    "pp": "个百分点|百分点|percentage point|percent point|per cent point|pp|ppt",
    "%": "%|percent|per cent|percentage|pct|个%",
    "‰": "‰|per mille",
}
_MULTIPLES: dict[str, str] = {"x": "倍|times|x|-fold|fold"}
_DURATIONS: dict[str, str] = {
    "year": "周年|个财年|年间|年|载|year|yr|-year", "half": "个半年", "quarter": "个季度|个季|个财季|季度|quarter",
    "month": "个多月|个月|個月|month|-month|mo", "week": "个星期|个礼拜|周|星期|week|-week",
    "day": "个工作日|个交易日|天|日|day|-day", "hour": "个小时|个钟头|小时|钟头|hour|hr|hrs|-hour",
    "minute": "分钟|minute|min|-minute", "second": "秒钟|秒|second|sec|-second", "ms": "毫秒|millisecond|ms",
    "decade": "decade", "century": "个世纪|世纪|century|centuries", "age": "周岁|岁|years old|year old|-year-old",
}
_COUNTERS: dict[str, str] = {
    "chip": "颗芯片|枚芯片|片芯片|块芯片|张芯片|颗晶片|颗|枚|芯片|晶片|chip|gpu|processor|semiconductor|accelerator|die",
    "card": "张显卡|块显卡|张卡|卡|graphics card|card", "piece": "片|件|块|piece|copy|copies",
    "wafer": "片晶圆|晶圆|wafer", "server": "台服务器|服务器|server|rack|机柜", "node": "个节点|node",
    "unit": "台|部|辆|架|艘|套|unit|device|machine|set", "vehicle": "辆汽车|辆车|car|vehicle", "handset": "部手机|phone|smartphone|handset",
    "company": "家公司|家企业|家|公司|企业|company|companies|firm|business|businesses|startup|supplier|vendor",
    "person": "名员工|名|位|人次|人|口人|people|person|persons|employee|worker|resident|student|user|customer|staff"
              "|job|patient|resident|soldier|troop|passenger|victim|migrant|immigrant|refugee|voter|student|engineer|researcher",
    "city": "个城市|座城市|城市|city|cities", "country": "个国家|国|个国家和地区|country|countries|nation",
    "state": "个州|state", "province": "个省|省份|province", "time": "次|回|趟",
    "household": "户|household|family|families", "share": "股|股份|share", "article": "篇|article|paper",
    "case": "起|例|宗|桩|case", "order": "笔|单|order", "project": "个项目|project", "item": "项|条|item|patent|专利",
    "transistor": "个晶体管|晶体管|transistor", "core": "个核心|核心|核|core", "parameter": "个参数|参数|parameter",
    "token": "个token|token", "store": "间|门店|store|shop", "model": "款|个模型|model|version", "kind": "种|type|kind|category|categories",
    "house": "栋|幢|house|home|building", "vote": "票|vote", "death": "人死亡|death", "word": "个字|字|word", "book": "本|book",
    "layer": "层|layer", "generation": "代|generation", "seat": "席|seat", "data center": "座数据中心|数据中心|data center|data centre|datacenter",
    "plant": "座|座工厂|factory|factories|plant|fab", "page": "页|page", "ship": "艘船|ship|vessel", "plane": "架飞机|aircraft|plane",
    "piece of equipment": "台设备|machine tool", "animal": "头|只|匹", "box": "箱|盒", "pair": "对|双|pair", "point": "点|points",
    "bottle": "瓶|杯|罐|bottle", "game": "场|局|game|match|matches", "member": "member", "lawsuit": "lawsuit", "thing": "个",
}
_TABLES: dict[str, dict[str, str]] = {
    "money": _CURRENCIES, "dimension": _MEASURES, "percentage": _SHARES, "multiple": _MULTIPLES,
    "duration": _DURATIONS, "count": _COUNTERS,
}
# Sign or name before a number -> ISO 4217. `$` alone is read as the US dollar, `¥` alone as the yuan.
PREFIXES: dict[str, str] = {
    "us$": "USD", "u.s.$": "USD", "u.s$": "USD", "usd": "USD", "usd$": "USD", "美元": "USD", "$": "USD", "us dollar": "USD",
    "nt$": "TWD", "ntd": "TWD", "twd": "TWD", "新台币": "TWD", "台币": "TWD", "hk$": "HKD", "hkd": "HKD", "港币": "HKD",
    "港元": "HKD", "rmb": "CNY", "cny": "CNY", "cn¥": "CNY", "人民币": "CNY", "¥": "CNY", "jp¥": "JPY", "jpy": "JPY",
    "日圆": "JPY", "€": "EUR", "eur": "EUR", "欧元": "EUR", "£": "GBP", "gbp": "GBP", "英镑": "GBP", "₩": "KRW", "krw": "KRW",
    "s$": "SGD", "sgd": "SGD", "a$": "AUD", "aud": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "cad": "CAD", "nz$": "NZD",
    "₹": "INR", "inr": "INR", "rs": "INR", "rs.": "INR", "r$": "BRL", "chf": "CHF", "mx$": "MXN", "₽": "RUB", "₫": "VND", "฿": "THB",
    "rm": "MYR", "dm": "DEM", "tl": "TRY", "mop$": "MOP", "₺": "TRY", "₪": "ILS", "kr": "SEK", "z$": "ZWD",
}


def _forms() -> Iterable[tuple[str, str, str]]:
    for kind, table in _TABLES.items():
        for unit, forms in table.items():
            for form in forms.split("|"):
                yield form.replace("\\.", "."), kind, unit


def _kind_of(kind: str, unit: str) -> str:
    if unit == "pp":
        return "percentage_point"
    return "dimension" if unit in ("bps", "‰") else kind


@lru_cache(maxsize=1)
def _lookup() -> dict[str, tuple[str, str]]:
    """Every written form, with English plurals, to its kind and unit; the first table that names a form wins."""
    found: dict[str, tuple[str, str]] = {}
    for form, kind, unit in _forms():
        key = form.removeprefix("-")
        found.setdefault(key, (_kind_of(kind, unit), unit))
        if key.isascii() and len(key) > 2 and key[-1].isalpha() and key[-1] != "s":
            found.setdefault(key + "s", (_kind_of(kind, unit), unit))
    return found


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    forms = sorted(_lookup(), key=len, reverse=True)
    latin = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms if form[0].isascii() and form[0].isalpha())
    other = "|".join(re.escape(form) for form in forms if not (form[0].isascii() and form[0].isalpha()))
    return re.compile(rf"\s{{0,3}}(?:({other})|(?:-\s?)?({latin})(?![a-z0-9])|°({latin}))")


def match_unit(folded: str, position: int) -> tuple[str, str, int] | None:
    """Kind, canonical unit and end of the longest unit that begins at `position` (blanks or a hyphen allowed)."""
    match = _pattern().match(folded, position)
    if match is None:
        return None
    form = " ".join((match.group(1) or match.group(2) or match.group(3)).split())
    kind, unit = _lookup()[form]
    return kind, unit, match.end()


@lru_cache(maxsize=1)
def _noun_pattern() -> re.Pattern[str]:
    nouns = [form for form, (kind, _) in _lookup().items() if kind == "count" and form.isascii() and len(form) > 2]
    joined = "|".join(re.escape(form) for form in sorted(nouns, key=len, reverse=True))
    stop = r"(?!(?:of|in|to|for|and|by|the|from|on|at|with|per|than|a|an|is|are|was|were|as|or|but|that|which|when)\b)"
    return re.compile(rf"(?:[\s\-]{stop}[\w\-'’]+){{0,3}}?[\s\-]({joined})\b")


def following_noun(folded: str, position: int) -> str | None:
    """The counter that a number at `position` counts although words stand between: 300,000 advanced AI chips."""
    match = _noun_pattern().match(folded, position)
    return None if match is None else _lookup()[match.group(1)][1]


@lru_cache(maxsize=1)
def prefix_pattern() -> re.Pattern[str]:
    """A currency sign or name directly before a number (blanks allowed); group 1 is the form."""
    forms = sorted(PREFIXES, key=len, reverse=True)
    spaced = "|".join(re.escape(form).replace(r"\$", r"\s?\$") for form in forms)
    return re.compile(rf"(?<![a-z])({spaced})\s{{0,2}}$")
