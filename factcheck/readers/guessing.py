"""Which encoding an undeclared text is in: charset-normalizer's candidates, weighed as Chinese news.

Short Big5 and GBK texts fit each other's tables; what tells them apart is that only the right
reading consists of characters that news uses all the time.
"""

from __future__ import annotations

import unicodedata

from factcheck.language.folding import fold

_COMMON = frozenset(
    "的一是不了在人有我他这中大来上个国和也子时道说出而要于就下得可你年生自会那后能对着事其里所去行过家十用发天如然作方成者"
    "多日都三小军二无同么经法当起与好看学进种将还分此心前面又定见只主没公从知使两问业进全被次长什等开制市产已部意间现第司理"
    "实因加性想很由高给动新力应之政关点外比文正情化工最美月民重回些手表代体资本明名电合期提位关保反路至接报度机内网总四五六七"
    "八九百千万亿元年股价格金融银行投资企业技术市场中国美国政府经济公司科技贸易出口管制芯片半导体人工智能英伟达华为台湾香港北京"
    "上海世界日本韩国欧洲记者报道表示认为指出根据消息目前其中包括已经超过达到增长下降预计宣布禁止批准限制销售产品供应需求数据调查"
    "安全战略竞争研究发展计划项目问题情况影响水平总统部长官员委员会国家地区城市社会文化教育医疗卫生法律法院警方今日昨天去年今年"
    "明年季度月份亿美元百分之左右以上以下通过进行继续开始结束增加减少提高降低支持反对否认确认要求同意完成推出采用使用获得成为"
    "并且但是因此由于为了如果虽然这些那些他们我们你们自己没有不是可以可能应该必须需要已将被把让向往从到给据称约近逾均仅或若即亦"
    "系统设计制造生产设备材料工厂订单客户用户服务平台软件硬件模型算力能源汽车电池手机互联网航空铁路港口船舶房地债券利率通胀就业"
    "周一二三四五六日早晚午间点分秒号第届任选举议会党派联盟组织协议谈判会议峰会访问合作冲突战争和平俄乌克兰以色列巴勒斯坦印越南"
)
"""Characters of everyday news, folded to Simplified."""
_ENCODINGS = ("gb18030", "cp950", "big5hkscs", "utf_16_le", "utf_16_be", "cp1252")
_SAMPLE = 65_536
"""Bytes that are weighed; a cut character at the end is forgiven."""
_READABLE = 0.12
"""Least plausibility of a guess; random bytes score below zero in every encoding."""
_DAMAGED_SHARE = 0.01
"""Share of undecodable places up to which a text is damaged UTF-8 rather than another encoding."""
_TYPOGRAPHY = frozenset("‘’“”–—…•·©®™°½¼¾€£¥§×\u00a0«»¿¡")


def guess(data: bytes) -> tuple[str, str, int] | None:
    """(text, encoding, undecodable places) of the most plausible reading; None where none is readable."""
    damaged = _damaged_utf8(data)
    if damaged is not None:
        return damaged
    readings = []
    for order, encoding in enumerate(_candidates(data[:_SAMPLE])):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        readings.append((plausibility(text[:_SAMPLE]), -order, encoding, text))
    if not readings:
        return None
    score, _, encoding, text = max(readings)
    return (text, encoding.replace("_", "-"), 0) if score >= _READABLE else None


def plausibility(text: str) -> float:
    """How much the non-ASCII characters of `text` look like news: about -1 to 1, 1 for all common ones."""
    folded = fold(text)
    weights = [
        _weight(character, folded[place], text[place - 1 : place], text[place + 1 : place + 2])
        for place, character in enumerate(text)
        if character > "\x7f" or character < "\t"
    ]
    if weights:
        return sum(weights) / len(weights)
    return 1.0 if text else 0.0


def _weight(character: str, folded: str, before: str, after: str) -> float:
    """1 for a common Chinese character, down to -1 for what no article contains."""
    if folded in _COMMON:
        return 1.0
    code = ord(character)
    if 0x4E00 <= code <= 0x9FFF:
        return (
            0.1
            if character.encode("gb2312", "ignore") or character.encode("big5", "ignore") < b"\xc9"
            else -0.5
        )
    if 0x3000 <= code <= 0x303F or 0xFF01 <= code <= 0xFF5E or character in "·…—‘’“”":
        return 0.7
    if character in _TYPOGRAPHY:
        return 0.6
    if 0xC0 <= code <= 0x17F:
        # A Latin letter with an accent stands alone in a word; mojibake comes in runs.
        return 0.4 if before.isascii() and after.isascii() and (before + after).strip() else -0.6
    if unicodedata.category(character) in ("Cc", "Cn", "Co", "Cs"):
        return -3.0
    return -0.6


def _candidates(sample: bytes) -> list[str]:
    """charset-normalizer's candidates in its order, then the remaining encodings."""
    from charset_normalizer import from_bytes

    found = from_bytes(sample, cp_isolation=list(_ENCODINGS), enable_fallback=False)
    ordered = [match.encoding for match in found]
    return ordered + [encoding for encoding in _ENCODINGS if encoding not in ordered]


def _damaged_utf8(data: bytes) -> tuple[str, str, int] | None:
    """The UTF-8 reading of a text that a few bad bytes keep from being UTF-8."""
    text = data.decode("utf-8", "replace")
    places = text.count("\ufffd")
    foreign = len(text) - len(text.encode("ascii", "ignore"))
    if places <= max(1, foreign * _DAMAGED_SHARE) and foreign - places >= 10:
        return (text, "utf-8", places)
    return None
