"""What a clause is about, and how to word it when the subject stands in the sentence before.

A subject is carried over only where it is safe: a Chinese clause that begins with its verb takes
the subject of the clause before; an English pronoun is replaced only when one name can be meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.language.chinese_cues import VERBS_AS_NOUNS
from factcheck.language.english_subjects import (
    CALENDAR,
    DETERMINER,
    ENGLISH_NAME,
    ENGLISH_REFERS_BACK,
    NOT_PEOPLE,
    english_subject,
)
from factcheck.language.grammar import reads_as_chinese
from factcheck.language.patterns import lazy_pattern
from factcheck.language.sentences import Span
from factcheck.language.tagging import ASPECT, Token, plain, tag

_CHINESE_PRONOUN = lazy_pattern(r"^(?:他们|她们|它们|[他她它])(?![人山])")
_OWNED = lazy_pattern(
    r"^(?:其|(?:市占率|市场?份额|份额|市值|股价|营收|收入|利润|净利润?|毛利率?|性能|算力|产能|产量|销量"
    r"|销售额|出货量|订单|员工|用户数?|价格|售价|成本|投资额?|带宽|频宽|记忆体|内存|库存|债务|资产|现金流|年产能|[\u4e00-\u9fff]{1,3}率))"
)
_ENGLISH_PRONOUN = lazy_pattern(r"^(He|She|It|They)\b(?!['’])", re.IGNORECASE)
_POSSESSIVE = lazy_pattern(r"^(His|Her|Its|Their)\b", re.IGNORECASE)
_START_OF_PREDICATE_EN = lazy_pattern(
    r"^(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|said|rose|fell|grew|made"
    r"|took|won|lost|sold|cut|raised|reported|employs|produces|plans|expects|\w+ed)\b"
    r"|^[a-z]{3,}s\s+(?:[$€£]?\d|an?\s|its\s|their\s|about\s)"
)
_TIME_TAGS = {"t", "f", "x", "c"}
_REFERS_BACK = lazy_pattern(
    r"[他她它其这那此该我你]|本[文次]|上述|有|一[个种方项]|谁|什么|原因|理由|焦点|本质|结果|关键|问题"
    r"|事实|背后|前提"
    r"|目标|核心|现实|表面|另|双方|两者|不少|一些|很多|部分|业内|外界|媒体|数据|消息"
)
_TITLED = lazy_pattern(
    r"(?:[局市县校院州省队会]长|财务长|营运长|技术长|秘书长|理事长|教练|法官|律师|医生|总裁|总统|部长|首席执行官|执行长|ceo|议员|分析师|发言人|主席|教授|董事长|经理|总理|主任"
    r"|创始人|研究员)[\u4e00-\u9fff]{2,4}$"
)
_POINTS_AT = lazy_pattern(r"(?:[这那该此本][^文次些种]|上述).")
_DEFINITE = lazy_pattern(r"(?:the|an?)\s+\w")
_LONGEST_SUBJECT = 30
"""Code points; a longer stretch before the verb is more likely a misread clause than a subject."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A noun phrase that later clauses may refer to."""

    text: str
    is_person: bool


def find_subject(clause: str) -> Span | None:
    """The noun phrase before the clause's first verb; None where it is elided or not found."""
    return _chinese_subject(clause) if reads_as_chinese(clause) else english_subject(clause)


def _chinese_subject(clause: str) -> Span | None:
    """From the first noun behind connectives and times to the first verb, adverb or preposition."""
    comma = _after_opening(clause)
    tokens = [token for token in tag(clause) if token.start >= comma]
    start = end = -1
    for position, token in enumerate(tokens):
        if start < 0 and (_is_before_subject(token) or _is_time(token, tokens, position)):
            continue
        # 工期也延誤了: a verbal noun that an adverb follows is the subject.
        following = tokens[position + 1].pos if position + 1 < len(tokens) else ""
        is_noun = token.pos == "vn" and following == "d"
        opens = token.pos[:1] in {"v", "d", "p", "u"} or token.word in _NEVER_FIRST
        if start < 0 and opens and not is_noun:
            return None
        if start < 0:
            start = token.start
        elif token.pos in ASPECT:
            # 收治了: what the tagger took for a noun is the verb.
            end = tokens[position - 2].end if position > 1 and tokens[position - 2].start >= start else start
            break
        elif _ends_subject(token, tokens, position):
            break
        end = token.end
    words = clause[start:end].strip(" 、,，") if start >= 0 else ""
    trailing = _TRAILING.search(plain(words))
    words = (words[: trailing.start()] if trailing else words).strip()
    if not words or len(words) > _LONGEST_SUBJECT or end == tokens[-1].end or not _is_whole(words):
        return None
    return Span(start, start + len(words))


def _is_before_subject(token: Token) -> bool:
    """A time, a connective, a mark, or a word of place; 北岸 and the like may begin a name."""
    if token.pos == "f" and len(token.word) > 1 and token.word[0] not in "之以其":
        return False
    return token.pos[:1] in _TIME_TAGS


def _is_whole(words: str) -> bool:
    """Whether brackets and quotation marks pair up and no 的 is left without its noun."""
    pairs = ("()", "（）", "“”", "「」", "《》")
    return not words.endswith("的") and all(words.count(pair[0]) == words.count(pair[1]) for pair in pairs)


_TRAILING = lazy_pattern(
    r"(?:突然|迅速|专门|不仅仅?|显然|正在|同比|环比|目前|随即|直接|公开|高调|进一步|此前|随后|近日|日前"
    r"|本来|本就|早已|既|虽然?|也|还|都|均|则|已经?|曾|再次|预计|大约|或|仅|只|自|早|终于|快|稳定|一直|[去今明前]年|昨[天日]|前天|今[天日]"
    r"|[上本下这]一?个?(?:周|月|季度?)[一二三四五六日天]?|周[一二三四五六日]|\d{4}年|\d{1,2}月(?:\d{1,2}日)?"
    r"|前?[一二三四五六七八九十两\d]{1,6}个?(?:月|季度?|年)|[上下]半年|第[一二三四]季度?|全年"
    r"|多次|纷纷)+$"
)
_NEVER_FIRST = frozenset(["曾", "已", "也", "还", "更", "将", "被", "把", "使", "让"])


def _ends_subject(token: Token, tokens: list[Token], position: int) -> bool:
    """Whether the predicate begins at this token, and no 的 follows to make it part of a modifier."""
    if token.pos == "t" or (token.pos == "m" and _is_time(token, tokens, position)):
        # 公司去年載客...: the time stands between the subject and what is said, unless a 的 makes it one.
        return all(other.word != "的" for other in tokens[position + 1 : position + 5])
    if token.pos[:1] not in {"v", "d", "p", "u"} and token.word not in {
        "是",
        "将",
        "被",
        "均",
        "已",
        "也",
        "由",
        ",",
        "，",
        ":",
    }:
        return False
    if token.word in {"的", "等", "办", "兼", "特别"}:
        return False
    if token.pos == "vn":
        return position + 1 < len(tokens) and tokens[position + 1].pos in {"m", *ASPECT}
    later = [other for other in tokens[position + 1 : position + 7]]
    de = next((index for index, other in enumerate(later) if other.word == "的"), -1)
    return (
        de < 0
        or any(other.pos in ASPECT or other.pos in {"m", "x"} for other in later[:de])
        or token.pos in {"d", "p"}
        or token.word in {"是", "将", "被"}
    )


def _is_time(token: Token, tokens: list[Token], position: int) -> bool:
    """2025 年 7 月 15 日: figures and the units of the calendar."""
    units = {"年", "月", "日", "年初", "年底", "年末", "上半年", "下半年", "季度", "一季度", "月底", "月初"}
    if token.word in units:
        return True
    return (
        token.pos == "m"
        and position + 1 < len(tokens)
        and (tokens[position + 1].word in units or tokens[position + 1].pos == "x")
    )


def _after_opening(clause: str) -> int:
    """Where the main part begins behind "在...後，" or "2025年，"."""
    folded = plain(clause)
    match = re.match(
        r"(?:(?:最终|随后|此外|同时|目前|当时|不过|然而|其间)[,:])?(?:(?:[在自]|截至|到了?)[^,]{2,28}(?:\d[年月日]|时|后|前|期间|之际|中|下)[,:]|[^,]{0,12}(?:\d年|\d月|\d日|季度|上半年|下半年|年来|年前|年后|期间|后|前|中|时|下|显示|报道"
        r"|指出|表示|称|预测|证实)[^,]{0,2}[,:])+",
        folded,
    )
    return match.end() if match else 0


def stand_alone(clause: str, carried: Subject | None, *, elided: bool) -> str:
    """`clause` with the subject it leaves unsaid, when `carried` is known; else `clause` itself.

    `elided`: the clause was cut from a sentence whose subject stands in an earlier clause.
    """
    if carried is None:
        return clause
    if reads_as_chinese(clause):
        return _stand_alone_chinese(clause, carried, elided)
    pronoun = _ENGLISH_PRONOUN.match(clause)
    if pronoun and _fits(pronoun.group(1).capitalize(), carried):
        return carried.text + clause[pronoun.end() :]
    possessive = _POSSESSIVE.match(clause)
    owner = {"his": "He", "her": "She", "its": "It", "their": "They"}
    if possessive and _fits(owner[possessive.group(1).lower()], carried):
        whose = carried.text.split("的")[0]
        return whose + ("’" if whose.endswith("s") else "’s") + clause[possessive.end() :]
    if elided and _START_OF_PREDICATE_EN.match(clause):
        return f"{carried.text} {clause}"
    return clause


def _stand_alone_chinese(clause: str, carried: Subject, elided: bool) -> str:
    """A pronoun replaced, an owner put before 其 or a bare share, or an elided subject put in front."""
    folded = plain(clause)
    if folded.startswith(plain(carried.text)):
        return clause
    pronoun = _CHINESE_PRONOUN.match(folded)
    if pronoun:
        plural, person = pronoun.group().endswith("们"), pronoun.group()[0] in "他她"
        fits = person == carried.is_person and not plural
        return carried.text + clause[pronoun.end() :] if fits else clause
    if not elided:
        return clause
    owned = _OWNED.match(folded)
    if (
        owned
        and not (folded[0] == "其" and carried.is_person)
        and not folded.startswith(("其中", "其他", "其实", "其余"))
    ):
        owner = re.split(r"的", carried.text)[0]
        rest = clause[1:] if folded[0] == "其" else clause
        return owner + rest if re.match(r"[在对于向从]", rest) else f"{owner}的{rest}"
    words = [token for token in tag(clause) if token.pos not in {"x", "c"}]
    while len(words) > 1 and (words[0].pos == "t" or _is_time(words[0], words, 0)):
        words = words[1:]
    first = words[0] if words else None
    if re.match(r"[这那此该]|(?:更|也|正|还|又|而|才|就)?是|有(?:迹象|消息|人|观点)|本质上|实际上", folded):
        return clause
    if any(token.pos == "eng" for token in tag(clause)[:3]):
        return clause
    if any(find_subject(piece) is not None for piece in re.split(r"[,，]", clause)):
        return clause
    begins = first is not None and (
        (first.pos[:1] in {"v", "d"} and len(first.word) > 1 and first.pos != "vn")
        or (first.pos == "vn" and not (len(words) > 1 and words[1].pos == "d"))
        or first.word in _OPENS_PREDICATE
        or first.word in VERBS_AS_NOUNS
        or (len(words) > 1 and words[1].pos in ASPECT)
    )
    return _doer(carried, folded) + clause if begins else clause


_MEASURE = lazy_pattern(
    r"的?(?:[年月季]?(?:营收|收入|营业额|利润|净利润?|亏损|毛利率?|产能|产量|销量|销售额|出货量|耗电量?|功耗|市值|股价|售价|价格|成本"
    r"|性能|算力|频宽|带宽|容量|重量|速度|订单|市占率|市场?份额|员工数?|(?:毛利|净利|营益|营业利益|失业|增长|成长|利用|良品?|占有|稼动|渗透)率))$"
)
_DOES = lazy_pattern(
    r"(?:[并且还也又已将均正曾]{0,3})(?:采用|使用|搭载|配备|拥有|具备|支持|内建|内置|收购|并购|入股|发布|发表|推出|宣布|裁员|裁撤|关闭|新建|兴建"
    r"|建设|扩建|投资|签署|签订|聘用|雇用|招募|任命|开发|研发|设计|生产|制造|量产|交付|出货|出售|[交委]?由[^,]{1,10}(?:制造|生产|代工|设计|开发)"
    r"|[于在][^,]{1,12}(?:设厂|建厂|设立|兴建|开设|推出|发布|发表|举行|生产|量产|上市))"
)
"""What a firm or a product does or is made by, and none of its measures."""


def _doer(carried: Subject, clause: str) -> str:
    """The subject for a folded clause: of 青鸾3功耗 the chip alone, where it 采用5纳米工艺."""
    measure = _MEASURE.search(plain(carried.text)) if _DOES.match(clause) else None
    return carried.text[: measure.start()] if measure and measure.start() > 1 else carried.text


_OPENS_PREDICATE = frozenset(
    [
        "有",
        "将",
        "被",
        "把",
        "在",
        "为",
        "对",
        "向",
        "以",
        "比",
        "较",
        "现有",
        "共有",
        "占",
        "达",
        "超",
        "称",
        "已",
        "曾",
        "也",
        "还",
        "更",
        "又",
        "仍",
        "与",
        "从",
        "由",
        "拟",
        "欲",
        "均",
        "都",
        "未",
        "不",
        "没",
    ]
)


def _fits(pronoun: str, subject: Subject) -> bool:
    """He and She need a person, It a thing; They is left alone unless the name is plural."""
    if pronoun in {"He", "She"}:
        return subject.is_person
    return pronoun == "It" and not subject.is_person


def local_subject(words: str) -> Subject | None:
    """The phrase as what the rest of its own sentence is about: there "the hospital" is enough of a name."""
    named = as_subject(words)
    if named is not None:
        return named
    pattern = _POINTS_AT if reads_as_chinese(words) else _DEFINITE
    return Subject(words, False) if pattern.match(plain(words)) else None


def names_somebody_else(clause: str, person: Subject) -> bool:
    """Whether a second person is named, so that a later he or she may be either."""
    if reads_as_chinese(clause):
        names = {token.word for token in tag(clause) if token.pos in {"nr", "nrt"} and len(token.word) > 1}
        return len({name for name in names if name not in plain(person.text)}) > 0
    others = (match.group() for match in ENGLISH_NAME.finditer(clause.replace(person.text, " ")))
    return any((other := as_subject(name)) is not None and other.is_person for name in others)


def as_subject(words: str) -> Subject | None:
    """The phrase as something that later clauses may refer to; None for pronouns and demonstratives."""
    return _as_chinese_subject(words) if reads_as_chinese(words) else _as_english_subject(words)


def _as_chinese_subject(words: str) -> Subject | None:
    """A phrase that names something; 原因, 其中 and the like name nothing outside their own clause."""
    folded = plain(words)
    if len(words) < 2 or _REFERS_BACK.match(folded) or _OWNED.match(folded):
        return None
    tokens = [token for token in tag(words) if token.pos != "x"]
    person = bool(tokens) and tokens[-1].pos in {"nr", "nrt", "nrfg"}
    if len(tokens) > 1 and tokens[-2].pos == "nr" and len(tokens[-2].word) == 1:
        # 陳 and 大明: a surname and what the tagger made of the given name.
        person = person or len(tokens[-1].word) <= 2
    person = (person and re.search(r"政府|公司|集团|法案", folded) is None) or _TITLED.search(
        folded
    ) is not None
    return Subject(words, person or "·" in words)


def _as_english_subject(words: str) -> Subject | None:
    """A phrase with a name in it; two or three names alone are a person's."""
    name = ENGLISH_NAME.search(DETERMINER.sub("", words))
    if name is None or CALENDAR.match(name.group()) or ENGLISH_REFERS_BACK.match(words):
        return None
    names = name.group().split()
    person = name.group() == words and len(names) in {2, 3}
    person = person and not NOT_PEOPLE.search(words) and not any(part.isupper() for part in names)
    return Subject(words, person)
