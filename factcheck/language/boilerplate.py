"""Sentences about the publication itself: rights, disclaimers, subscriptions, ways to get in touch.

Every sentence of every source is asked, and hardly one is boilerplate: so each rule names a few words, one of
which stands in all that it matches, and its pattern is tried only where they do.
"""

from __future__ import annotations

from factcheck.language.patterns import lazy_pattern

_RULES: tuple[tuple[tuple[str, ...], str], ...] = (
    (("rights reserved",), r"\ball rights reserved\b"),
    (("copyright",), r"\bcopyright \d"),
    (("sign up",), r"\bsign up (?:for|to)\b"),
    (("subscribe",), r"\bsubscribe (?:to|now|today)\b"),
    (("click here",), r"\bclick here\b"),
    (("read more",), r"\bread more\b"),
    (("newsletter",), r"\bnewsletter\b.*\b(?:inbox|sign|subscri)"),
    (("terms of",), r"\bterms of (?:use|service)\b"),
    (("privacy policy",), r"\bprivacy policy\b"),
    (("cookie",), r"\bcookies?\b.*\b(?:accept|consent|policy)\b|\bwe use cookies\b"),
    (("advice",), r"\bnot (?:constitute )?(?:investment|financial) advice\b"),
    (("views expressed",), r"\bviews expressed\b"),
    (("informational purposes",), r"\bfor informational purposes\b"),
    (("follow us on",), r"\bfollow us on\b"),
    (("this article",), r"\bthis article (?:was|is) (?:originally|first|republished)\b"),
    (("share this",), r"\bshare this (?:article|story)\b"),
    (("advertisement",), r"\badvertisement\b$"),
    (("sponsored", "广告", "推广", "赞助内容"), r"^(?:广告|推广|赞助内容|sponsored(?: content)?)$"),
    (("share on", "share via"), r"\bshare (?:on|via) (?:facebook|x|twitter|linkedin|whatsapp|email)\b"),
    (("copy link",), r"\bcopy link\b"),
    (
        (
            *("first appeared", "first published", "first ran"),
            *("originally appeared", "originally published", "originally ran"),
        ),
        r"\b(?:article|story|piece|post|essay) (?:was |is )?(?:originally |first )+"
        r"(?:appeared|published|ran)\b",
    ),
    (
        ("comment", "correction", "tips", "letters"),
        r"^(?:comments?|corrections?|tips|letters)\b[^.]{0,30}\b(?:write|email|e-mail|send|contact)\b",
    ),
    (("@",), r"(?:请|write to|contact|e-?mail)[^。]{0,24}\S@\S+\.\w"),
    (("©",), "©"),
    (("版权",), r"版权(?:所有|归)"),
    (("未经",), r"未经[^,。]{0,8}(?:授权|许可|同意)"),
    (("转载",), r"转载[^。]{0,12}(?:注明|联系|授权)"),
    (("免责声明", "侵权"), r"免责声明|侵权"),
    (("供",), r"供[^,。]{0,20}(?:参考|使用|交流)"),
    (("不代表",), r"不代表[^。]{0,30}(?:立场|观点)"),
    (("不构成",), r"不构成[^。]{0,12}建议"),
    (("扫码", "扫描"), r"扫(?:码|描)[^。]{0,12}(?:关注|二维码)"),
    (("公众号",), r"关注[^,。]{0,10}公众号"),
    (("点击",), r"点击[^,。]{0,10}(?:阅读|查看|订阅|关注|链接)"),
    (("收藏本文", "分享到", "分享至", "复制链接", "订阅我们"), r"收藏本文|分享[到至]|复制链接|订阅我们"),
    (("本文", "文中"), r"(?:本文|文中)[^。]{0,16}(?:仅代表|基于公开)"),
    (("我们将",), r"我们将(?:立即|及时)删除"),
    (("联系",), r"联系(?:我们)?删除"),
    (("下载",), r"下载[^,。]{0,6}app"),
    (("cookie",), r"(?:本网?站|我们)[^。]{0,6}使用[^。]{0,4}cookies?"),
    (
        ("线索", "更正", "来稿", "投稿", "指正", "爆料"),
        r"(?:线索|更正|来稿|投稿|指正|爆料)[^。]{0,8}请?(?:致信|寄|洽|联系|发送?[到至]|邮件)",
    ),
    (("订阅",), r"订阅[^,。]{0,16}(?:电子报|特刊|周刊|通讯|邮件|频道|本[报刊])"),
)
"""Words of which one stands in whatever the pattern beside them matches, in folded text."""
_BY_MARK = tuple(
    (mark, pattern) for marks, rule in _RULES for pattern in [lazy_pattern(rule)] for mark in marks
)
_MARKS = tuple(mark for mark, _ in _BY_MARK)
_ASCII_MARKS = tuple(mark for mark in _MARKS if mark.isascii())


def is_about_publication(folded: str) -> bool:
    """Whether a folded line or sentence is boilerplate."""
    if not any(map(folded.__contains__, _ASCII_MARKS if folded.isascii() else _MARKS)):
        return False
    return any(mark in folded and pattern.search(folded) for mark, pattern in _BY_MARK)
