"""The words of Chinese names, on folded text: what kind of thing they tell of, and what is only described."""

from __future__ import annotations

from functools import lru_cache

from factcheck.language.mentions import EntityKind
from factcheck.language.patterns import lazy_pattern

DOT = lazy_pattern(r"[·‧•・]")
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庄翁简欧"
"""The hundred commonest Chinese surnames, Simplified."""
_DOUBLE_SURNAMES = ("欧阳", "司马", "上官", "诸葛")
_PERSON_WORDS = r"执行长|首席执行官|总裁|董事长|总经理|经理|部长|局长|署长|院长|议员|分析师|发言人|主席|主任|教授|博士|律师|记者|研究员|创办人|创始人|总监|秘书长|总统|总理|首相|州长|市长|大使|国务卿|科学家|物理学家|经济学家|工程师|投资人|作家|学者|先生|女士|主管|专家|[财营运技法政策资信]?务?官|首席\w{1,3}官|干事|院士|大臣|会长|社长|行长|校长|董事|创始|主编|教练|选手|球员|歌手|演员|导演|将军|上将"
_BODY_WORDS = "公司|厂商|业者|企业|机构|大厂|巨头|龙头|代工厂|开发商|供应商|制造商|设备商|设计商|运营商|零售商|厂|商|媒体|智库|平台|集团|部门|当局|团队|组织|劲敌|对手|同业|客户|新创|盟友|团体|协力厂"
_PRODUCT_WORDS = (
    "加速卡|芯片|晶片|处理器|显卡|旗舰|产品|型号|车型|手机|模型|系列|系统|架构|软件|显示卡|加速器"
)
DESCRIBES = lazy_pattern(
    rf"(?:(?P<person>{_PERSON_WORDS})|(?P<product>{_PRODUCT_WORDS})|(?P<body>{_BODY_WORDS}))$"
)
_BODY_END = lazy_pattern(
    r"(?:公司|集团|大学|学院|研究院|研究所|委员会|协会|学会|商会|基金会|办公室|部|署|局|厅|银行|法院|医院|交易所|实验室|联盟|中心|通讯社|出版社|议会|党|工会|日报|时报|晚报|周刊|电视台|工厂|总会|联合会|管理处|证监会|监会|理事会|组委会|管委会|公团|公社|财团|协议会|经济产业省|财务省|外务省|防卫省)$"
)
_TRADE_END = lazy_pattern(
    r"(?:科技|半导体|电子|微电子|芯科|存储|储存|记忆体|内存|智能|资本|证券|咨询|谘询|顾问|研究|通信|通讯|汽车|能源|生物|生技|医药|制药|软件|软体|网络|网路|控股|投资|材料|光电|云|传媒|航空|动力|精密|股份|国际|数据|机器人|重工|化学|工业|电机|电气|系统|创投)+$"
)
_FIRM = lazy_pattern(r"(?:股份)?(?:有限)?(?:责任)?公司$")
LEGAL_FORM = lazy_pattern(r"(?:集团|控股)*(?:股份|科技)?(?:有限)?(?:责任)?公司")
_COMMON_FIRM = lazy_pattern(r"(?:公司|集团|工厂|中心)$")
_LAW_END = lazy_pattern(r"(?:法案?|条例|办法|规[定则]|细则|协[定议]|[公条]约)$")
FOREIGN = frozenset(
    "阿埃艾安奥巴贝比彼波伯博布查达戴丹德登迪蒂杜顿多厄恩尔法菲费芬弗福甘戈格古哈海汉赫亨胡霍基吉加贾杰金卡凯坎康柯科克肯库拉莱兰劳雷黎里利丽林琳隆卢鲁路伦罗洛马玛迈麦曼梅蒙米密莫默姆穆纳奈南内尼努诺欧帕潘佩皮珀普奇乔切琴热瑞萨塞桑瑟沙莎舍圣史斯思苏索塔泰坦汤特滕图托瓦万威韦维魏温文沃乌伍西希夏谢辛休雅亚扬耶伊因尤约泽扎詹珍朱兹佐茨湯娜妮妲莉蕾黛芙伽隼卫夫佛狄丁朵凡冯高葛盖豪荷捷奎朗勒列龙律略麻茂孟明摩墨乃涅纽培彭坡齐恰屈让荣茹若赛森珊申施舒司孙唐陶藤廷突旺翁渥锡歇欣雪逊延叶宜英永于宰赞兆哲珠庄冈嘉薇茜玲莲娅娃桂东卜易罕"
)
"""Characters that transcribe foreign names (after Xinhua's tables of names), the commonest."""


@lru_cache(maxsize=2048)
def words_of(run: str) -> tuple[tuple[str, str], ...]:
    import rjieba

    # Without the model of unknown words, which joins a name to the words before it: 由澄岳.
    return tuple(rjieba.tag(run, False))


def is_new(words: tuple[tuple[str, str], ...]) -> bool:
    """Whether the words begin with two or more characters that no dictionary word joins."""
    length = 0
    for word, tag in words:
        if not is_unlisted(word, tag):
            break
        length += len(word)
    return length >= 2


def is_unlisted(word: str, tag: str) -> bool:
    if len(word) > 1 and tag == "nr":
        # Two characters are as often a word that may be a given name too: 許可.
        return len(word) > 2 and word[0] in SURNAMES
    return len(word) == 1 or tag in ("nrt", "nz") or set(word) <= FOREIGN


def is_new_name(name: str) -> bool:
    """Whether folded `name` begins with characters that no dictionary word joins, its trade left aside."""
    stem = _TRADE_END.sub("", name) or name
    words = words_of(stem)
    return (
        len(stem) >= 2
        and is_new(words)
        and not (len(words) == 1 and words[0][1] not in ("nr", "nz", "nrt", "ns"))
    )


def looks_like_person(name: str) -> bool:
    """Whether folded `name` has the form of a person's: 比尔·福斯特, or a surname and a short given name."""
    if DOT.search(name):
        return True
    surnamed = name[0] in SURNAMES or name[:2] in _DOUBLE_SURNAMES
    return surnamed and 2 <= len(name) <= 4 and not _TRADE_END.search(name) and not _BODY_END.search(name)


def stem_of(name: str) -> str:
    """A body's folded name without its legal form and trade: 辰岳 of 辰岳科技有限公司; itself without any."""
    bare = _FIRM.sub("", name)
    stem = _TRADE_END.sub("", bare)
    return stem if len(stem) >= 2 else bare


def is_transcribed(name: str) -> bool:
    """Whether folded `name` is made of characters that transcribe foreign names alone: 戈尔巴乔夫."""
    return len(name) > 2 and set(name) <= FOREIGN


def is_listed_person(name: str) -> bool:
    """Whether the dictionary knows folded `name` as a person's."""
    return len(name) > 2 and words_of(name) == ((name, "nr"),)


def is_description(name: str) -> bool:
    """Whether folded `name` ends by telling what a thing is: 荷兰设备厂商."""
    return DESCRIBES.search(name) is not None and not _BODY_END.search(name)


def has_trade(name: str) -> bool:
    """Whether folded `name` ends in a trade: 晨星航空."""
    return _TRADE_END.search(name) is not None


def is_mere_trade(name: str) -> bool:
    """网络科技有限公司: a trade and a legal form, of whatever firm."""
    return not _TRADE_END.sub("", _FIRM.sub("", name)) or LEGAL_FORM.fullmatch(name) is not None


def kind_of_chinese(name: str) -> EntityKind | None:
    """The kind that the end of a folded Chinese name tells; None where it tells nothing, or the name is none."""
    if _LAW_END.search(name):
        return EntityKind.LAW
    if _BODY_END.search(name):
        if LEGAL_FORM.search(name) and name.endswith("有限公司"):
            return None if is_mere_trade(name) else EntityKind.ORGANISATION
        stem = _BODY_END.sub("", name)
        if len(stem) < 2 or (
            _COMMON_FIRM.search(name) and not is_new_name(_FIRM.sub("", name)) and _is_plain(stem)
        ):
            return None
        return EntityKind.ORGANISATION
    if _TRADE_END.search(name) and is_new_name(name):
        return EntityKind.ORGANISATION
    return None


def _is_plain(stem: str) -> bool:
    """人工智能 before 公司: a line of business, no name."""
    return all(len(word) > 1 and not tag.startswith(("nr", "nz")) for word, tag in words_of(stem))
