"""Where a Chinese sentence may be cut: between pieces that are each a statement.

The sentence is taken apart at commas, semicolons, colons and dashes; each piece is an opening of
what follows (時間、條件、據稱), a continuation of what went before, or a statement of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from factcheck.language.tagging import ASPECT, Token, plain, tag

LEADING_CONNECTIVE = re.compile(
    r"(?:但是|但(?!愿)|然而|不过|而且|而(?![是非言已])|并且|并(?![非未不没无购列称])|与此同时"
    r"|同时(?!期)|此外|另外|除此之外|因此|因而|所以|于是|从而|进而"
    r"|且(?!末)|以及|总之|总的来看|综上所述|综上|简言之|简而言之|换言之|换而言之|例如|比如|譬如|其次"
    r"|首先|再次|再者|最后,|一是|二是|三是|四是"
    r"|第[一二三四五六](?=,)|事实上|实际上|实则|当然|毕竟|相反|反之|反观|即便如此|尽管如此|尽管|虽然"
    r"|虽(?!说)|另一方面|一方面|[更最](?:重要|关键)的是"
    r"|值得[^,]{2,3}的是|(?:颇为)?(?:有趣|讽刺|遗憾|不同)的是|具体而言|具体来说|也就是说|可见|由此|也正因此"
    r"|正因如此|因为|其中,|而与此同时|那么|却)[,:、]?\s*"
)
_SPEECH = (
    r"(?:指出|表示|声称|宣称|称|说|透露|披露|报道|报导|认为|强调|警告|预计|预测|估计|评估|宣布|承认"
    r"|证实|否认|回应|提到|写道|发文|补充|解释"
    r"|坦言|直言|主张|显示|表明|推算|测算|统计|发现|重申|呼吁|批评|质疑|相信|分析|介绍|指|看来|提问"
    r"|传出|感叹|问道|辩解|辩称|确认|补充说|爆料)"
)
_ENDS_SPEECH = re.compile(_SPEECH + r"(?:说|称|道)?$")
_SPEECH_AS_NOUN = re.compile(
    r"(?:遭到?|受到?|引[起发来]|接受|进行|获得?|的|予以|作出|做出|给出|发布|提出|对此)[^,]{0,10}(?:批评"
    r"|评估|报道|报导|质疑|分析|统计|呼吁|介绍|指|提问|主张|发现|预测|预计|估计|回应|解释|声明|承认"
    r"|确认|测算|警告)$"
)
_REPORTED = re.compile(
    r"^(?:此外|另)?(?:据|根据|按|依据|按照|援引|引述|消息称|报道称|有消息称|数据显示|资料显示|研究显示)"
)
_TIME = (
    r"(?:\d{2,4}\s*年(?:[末初底中]|上半年|下半年|第?[一二三四1-4]季度?|[一二三四]季)?|\d{1,2}\s*月(?:份"
    r"|底|初|末|中旬|上旬|下旬)?|\d{1,2}\s*日|(?:上|下|本|这|当)?(?:周|星期|个?月|季度?|年|财年"
    r"|财季)[一二三四五六日天]?"
    r"|今年|去年|前年|明年|当年|同年|次年|近年来?|今[天日晨]|昨[天日晚]|当[天日时]|近[日期]|日前|目前"
    r"|如今|现在|此前|此后|之后|其后|随后|后来|不久|最近|最终|至今|迄今|当地时间|北京时间|期间"
    r"|过去[一二三四五六七八九十两几数\d]+个?(?:年|月|天|周|季度)"
    r"|[一二三四五六七八九十两几数\d]+个?(?:年|月|天|周|季度)(?:前|后|来|内|以来)|早在|截至|截止|直到"
    r"|直至|到了?|自从?|于|在|从|至|以来|起|之?[前后间内]|早些时候|(?:上|下)午|凌晨|晚间|全年)"
)
_ONLY_TIME = re.compile(rf"^(?:{_TIME}\s*)+$")
_SUBORDINATE = re.compile(
    r"^(?:但|而|不过|然而|同时|此外)?(?:要(?:想|理解|了解|说|看)|加上|如果|假如|倘若|若(?!干)|一旦|只要"
    r"|除非|要是|即使|即便|哪怕|无论|不论|不管|随着|由于|为了|鉴于|考虑到|有鉴于|根据|依据|按照"
    r"|据(?!点)|除了?(?!名|以)|至于|关于"
    r"|综合|结合|相比|与[^,]{1,20}(?:相比|不同|相反)|不同于|正如|如同|就像|当(?![局年地日天事选])|每当"
    r"|趁|自从?[^,]*(?:以来|起|后)$|因(?!此|而)|因为|尽管|虽然?)"
)
_PREPOSITION = re.compile(
    r"^(?:但|而|不过|然而|同时|此外|其中)?(?:在(?!于)|从|自|到|对于?|就|与|同|通过|经由?|受|作为|围绕"
    r"|面对|面向|针对|凭借|借助|基于|本着|沿着|按|为(?!何)|以|于|向|由|用|除)"
)
_ADVERBIAL_END = re.compile(
    r"(?:之?时|时候|以?后|之后|以前|之前|以来|期间|之际|之下|之中|之余|的同时|同时|背景下|方面|层面"
    r"|来看|看来|而言|来说|情况下|基础上|过程中|的话|之外|以外|前夕|[内中上下里间起])$"
)
_FINITE = re.compile(
    r"了|已|将|被|也|是(?!否)|不(?!仅)|没|未(?!来)|仍|均|都|曾|正在|会|可能|无法|达到?|超过?|占"
)
_DEPENDENT = re.compile(
    r"^(?:以(?!色列|及|来|前|后|太|下|上)|从而|进而|以便|以免|以期|以致|使(?!用|者|馆)|使得|令(?!人)"
    r"|让(?!人)|导致|致使|用于|用以|用来|旨在|意在|包括|其中包括|即(?!将|使|便)|例如|比如|譬如|诸如"
    r"|如(?!果|今|何)|特别是|尤其是?"
    r"|及(?!其他)|和|与|或(?!许|将)|以及|作为|相当于|而是|而非|而不是|并非|绝非|不是|甚至是|乃至|因而"
    r"|好让|来(?!自)|去(?!年)|直至|直到|成为|成了|属于|位于|称之?为|被称为|被视为|从|由此|这才|才(?=能"
    r"|会|有|可|被|可以|终于)|就(?=会|能|可|将)|否则|则(?=会|能|将|可)|那么|要么|比)"
)
_PARALLEL = re.compile(
    r"^(?:但|而(?![是非])|不过|然而|同时|与此同时|且|此外|另外|随后|此后|之后|另一方面|相反|反而|却)"
)
_FRAME = re.compile(
    r"^(?:这|此举|那)?(?:也|无疑|正)?(?:标志着|意味着)[^,]*[中下上里内]$|(?:意味着|标志着|[^不也还就]是"
    r"|在于|即|如下)$"
)
_SPREAD = re.compile(
    r"从[^,]{1,30}到[^,]{1,30}$|再?到(?![了达场])[^,]{2,}$|[^,]*用[^,]{1,8}(?:时间|年|天|月)$"
)
"""從A到B，再到C，: what the statement behind it ranges over."""
_SEPARATOR = re.compile(r"[,;；]|:|—+|–+")
_CONCRETE_TAGS = frozenset({"eng", "nr", "nrt", "nrfg", "ns", "nt", "nz", "m"})
_NAME_TAGS = frozenset({"eng", "nr", "nrt", "nrfg", "ns", "nt", "nz"})
_COUNTRIES = frozenset(["中国", "美国", "日本", "韩国", "英国", "法国", "德国", "俄罗斯", "印度", "欧洲", "亚洲", "全球", "ai", "华", "美", "中"])
"""Names so frequent that they make nothing specific."""
_FIGURE = re.compile(r"[\d%二三四五六七八九十百千万亿半倍]")
_SUBSTANTIAL = 8
"""Code points from which a piece is long enough to be read on its own (about four Chinese words)."""
_SUBSTANTIAL_WITH_FIGURE = 5
_ADVERBS = frozenset(["曾", "已", "也", "还", "更", "又", "均", "都", "仍", "正", "正是", "曾经", "已经", "仍然", "依然", "早已"])
"""Adverbs that the tagger takes for names."""


class _Role(Enum):
    """What a piece between two marks is to its neighbours."""

    OPENING = auto()
    CONTINUATION = auto()
    STATEMENT = auto()


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    mark: str
    """The separator in front of it; empty for the first."""
    role: _Role
    has_subject: bool
    figures: bool
    concrete: bool
    named: bool
    """Holds a name that is more than a country's, or a completed event (了, 已)."""
    speech: bool
    """Ends like 某某指出: an attribution of what follows."""
    parallel: bool
    """Begins with a word that sets it beside or against what came before (但, 而, 同時)."""
    anaphoric: bool
    """Begins with 其: says something of the noun just named."""
    bare_noun: bool
    """A topic with no verb in it at all."""
    topic: bool
    """A noun phrase with 的 (美國產業的成本) that the next piece may say something of."""


def chinese_cuts(sentence: str, protected: Sequence[int]) -> list[int]:
    """Offsets at which `sentence` is to be cut, ascending; `protected` marks code points never to cut at."""
    separators = _separators(sentence, protected)
    if not separators:
        return []
    folded = plain(sentence)
    tokens = tag(sentence)
    pieces = _pieces(folded, tokens, separators)
    return _cut(pieces)


def _separators(sentence: str, protected: Sequence[int]) -> list[tuple[int, int, str]]:
    """(start, end, mark) of the marks that part pieces; those between digits belong to a number."""
    found: list[tuple[int, int, str]] = []
    for match in _SEPARATOR.finditer(plain(sentence)):
        start, end = match.span()
        between_digits = sentence[max(0, start - 1) : start].isdigit() and sentence[end : end + 1].isdigit()
        if protected[start] or (between_digits and sentence[start] in ",:–—"):
            continue
        if "–" in match.group() and len(match.group()) == 1:
            continue
        found.append((start, end, match.group()[0]))
    return found


def _pieces(folded: str, tokens: tuple[Token, ...], separators: list[tuple[int, int, str]]) -> list[_Piece]:
    """The stretches between separators with their roles."""
    starts = [0, *(end for _, end, _ in separators)]
    ends = [*(start for start, _, _ in separators), len(folded)]
    marks = ["", *(mark for _, _, mark in separators)]
    following = [*(mark for _, _, mark in separators), ""]
    pieces: list[_Piece] = []
    at = 0
    for start, end, mark, after in zip(starts, ends, marks, following, strict=True):
        mine: list[Token] = []
        while at < len(tokens) and tokens[at].start < end:
            if tokens[at].start >= start:
                mine.append(tokens[at])
            at += 1
        pieces.append(_piece(folded[start:end].strip(" 。!?…"), start, end, mark, after, mine))
    return pieces


def _piece(words: str, start: int, end: int, mark: str, after: str, tokens: list[Token]) -> _Piece:
    """One piece read by its first words, its last words and its verbs."""
    figures = any(token.pos == "m" and _FIGURE.search(token.word) for token in tokens)
    concrete = figures or "《" in words or any(token.pos in _CONCRETE_TAGS for token in tokens)
    spoken = _ENDS_SPEECH.search(words) is not None and not _SPEECH_AS_NOUN.search(words)
    speech = spoken or (_REPORTED.match(words) is not None and len(words) < 30)
    named = "《" in words or any(t.pos in _NAME_TAGS and t.word not in _COUNTRIES for t in tokens)
    unquoted = _unquoted(tokens)
    role = _role(words, unquoted, after, speech, figures)
    return _Piece(
        start,
        end,
        mark,
        role,
        has_subject=_has_subject(tokens),
        figures=figures,
        concrete=concrete,
        named=named,
        speech=speech,
        parallel=_PARALLEL.match(words) is not None,
        anaphoric=words.startswith("其"),
        bare_noun=not any(t.pos == "v" for t in unquoted[:-1]),
        topic=_is_topic(unquoted),
    )


def _role(words: str, tokens: list[Token], after: str, speech: bool, figures: bool) -> _Role:
    """Opening, continuation or statement; what is followed by nothing cannot open anything."""
    lead = LEADING_CONNECTIVE.match(words)
    bare = words[lead.end() :] if lead else words
    if not bare or _ONLY_TIME.match(bare) or speech or _SUBORDINATE.match(words):
        return _Role.OPENING if after else _Role.CONTINUATION
    if after == "," and _SPREAD.match(bare) and not figures:
        return _Role.OPENING
    if after == ":" and (len(bare) < _SUBSTANTIAL or not has_predicate(tokens)):
        return _Role.OPENING
    if _FRAME.search(bare) and after:
        return _Role.OPENING
    if _DEPENDENT.match(words) and not _is_independent(words, figures):
        return _Role.CONTINUATION
    if (
        _PREPOSITION.match(words)
        and after
        and (_ADVERBIAL_END.search(bare) or not _says_something(bare, tokens))
    ):
        return _Role.OPENING
    if (
        _ADVERBIAL_END.search(bare)
        and len(bare) <= 24
        and not re.search(r"了|已|被|是", bare)
        and after
        and re.search(r"(?:时|后|前|之际|以来|期间|同时|来看|而言|来说|看来|背景下|情况下)$", bare)
    ):
        return _Role.OPENING
    if not has_predicate(tokens):
        return _Role.CONTINUATION
    return _Role.STATEMENT


def _is_independent(words: str, figures: bool) -> bool:
    """Whether words that begin like a continuation are a statement all the same."""
    if re.match(r"从而|使|导致|致使|令", words):
        return figures
    return re.match(r"[与和]|从|由此", words) is not None and _FINITE.search(words) is not None


def _says_something(words: str, tokens: Sequence[Token]) -> bool:
    """Whether a predicate follows the prepositional phrase that the words begin with."""
    if _FINITE.search(words) or re.search(_SPEECH, words):
        return True
    after_place = False
    for token, following in zip(tokens, [*tokens[1:], None], strict=False):
        if after_place and token.pos == "v" and (following is None or following.word != "的"):
            return True
        after_place = after_place or token.pos == "f" or token.word in {"上", "中", "下", "后", "时"}
    return False


def has_predicate(tokens: Sequence[Token]) -> bool:
    """Whether a verb, an adjective in use or a figure that says how much stands in these words."""
    for token, following in zip(tokens, [*tokens[1:], None], strict=False):
        if token.pos in ASPECT or token.word in {"是", "为", "有", "达", "占", "在于", "已", "没有", "只有"}:
            return True
        if token.pos in {"v", "vi", "vd", "vq", "vg"} and (following is None or following.word != "的"):
            return True
        adverbial = token.pos == "d" or token.word in {"被", "均", "也", "都", "较"}
        if adverbial and following is not None and following.pos[0] in "avinzl":
            return True
        if (
            token.pos == "vn"
            and following is not None
            and (following.pos in {"m", "ul", "r", "p"} or following.word in {"至", "到"})
        ):
            return True
        if token.pos[0] in "al" and following is None and len(tokens) > 1:
            return True
    return False


def _has_subject(tokens: Sequence[Token]) -> bool:
    """Whether the piece begins, connectives and adverbials of time aside, with a noun before its verb."""
    for token in tokens:
        if (
            token.pos in {"c", "d", "t", "x", "f"}
            or token.word in _ADVERBS
            or token.word in {"同时", "此外", "目前", "其中", "随后"}
        ):
            continue
        return token.pos[0] in "nrjemqsbal" or token.pos == "vn"
    return False


def _unquoted(tokens: list[Token]) -> list[Token]:
    """Tokens outside quotation marks, one placeholder noun for each quotation; other marks are dropped."""
    kept: list[Token] = []
    depth = 0
    for token in tokens:
        if token.word in "“「『":
            depth += 1
            kept.append(Token("", "n", token.start, token.end))
        elif token.word in "”」』":
            depth = max(0, depth - 1)
        elif not depth and token.pos != "x":
            kept.append(token)
    return kept


def _is_topic(tokens: Sequence[Token]) -> bool:
    """Whether the words are a noun phrase behind a 的, with nothing that makes them a sentence."""
    if (
        len(tokens) > 2
        and any(token.word == "等" for token in tokens[-4:])
        and not any(t.pos in ASPECT or t.pos == "d" for t in tokens)
    ):
        return True
    last = max((index for index, token in enumerate(tokens) if token.word == "的"), default=-1)
    if last < 0 or not 0 < len(tokens) - last - 1 <= 5:
        return False
    return not any(
        token.pos in ASPECT or token.pos in {"d", "m"} or token.word in {"是", "为", "有", "将"}
        for token in tokens
    )


def _cut(pieces: list[_Piece]) -> list[int]:
    """Group pieces into statements and return where each group but the first begins."""
    cuts: list[int] = []
    group: list[_Piece] = []
    pending: list[_Piece] = []
    for piece in pieces:
        if piece.role is _Role.OPENING:
            pending.append(piece)
            continue
        opens = pending[0] if pending else piece
        if group and piece.role is _Role.STATEMENT and _is_separate(group, pending, piece):
            cuts.append(opens.start)
            group = [*pending, piece]
        else:
            group += [*pending, piece]
        pending = []
    return cuts


def _is_separate(group: list[_Piece], pending: list[_Piece], piece: _Piece) -> bool:
    """Whether `piece` (with what opens it) can be checked apart from the group before it."""
    before = [old for old in group if old.role is _Role.STATEMENT]
    if not before or not any(_is_substantial(old) for old in before):
        return False
    if not _is_substantial(piece):
        return False
    mark = pending[0].mark if pending else piece.mark
    if mark in ";；":
        return True
    if mark == ":":
        return not group[-1].speech
    if group[-1].topic and len(group) == 1 and group[-1].bare_noun:
        return False
    if (
        group[-1].topic
        and len(before) == 1
        and not (pending and pending[0].has_subject)
        and (piece.anaphoric or not piece.has_subject)
    ):
        return False
    if piece.has_subject or pending:
        return True
    return piece.figures or piece.named or (piece.parallel and piece.concrete)


def _is_substantial(piece: _Piece) -> bool:
    """Whether a piece is long enough to be a claim; a figure makes a short one enough."""
    length = piece.end - piece.start
    return length >= (_SUBSTANTIAL_WITH_FIGURE if piece.figures else _SUBSTANTIAL)
