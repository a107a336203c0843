"""Names that no table holds, found where their form leaves little doubt.

Capitalised words, codes such as MI308, laws in 《》, bodies and people by rjieba's tags.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from factcheck.language.aliases import AliasTable
from factcheck.language.chinese_names import SURNAMES
from factcheck.language.folding import fold
from factcheck.language.mentions import EntityKind, Mention, opens_sentence
from factcheck.language.patterns import lazy_pattern
from factcheck.language.scripts import has_han
from factcheck.language.tagging import Token

TAKEN = "\0"  # stands for each code point of a known name; the patterns below know it as \0

_TITLE = lazy_pattern(r"《([^《》\n]{2,40})》")
_LAW_END = lazy_pattern(
    r"(?:法案?|条例|办法|规[定则]|细则|协[定议]|[公条]约|\b(?:act|law|rules?|bill|treaty|regulations))$"
)
_WORD_REST = r"(?:[A-Za-z&]|['’\-](?=[A-Za-z]))+"
_WORD = rf"[A-Z]{_WORD_REST}"
_RUN = lazy_pattern(
    # Begins with a class of characters, which the engine looks for fast.
    rf"[A-Z](?<![A-Za-z\d\0@.][A-Z])(?:\. [A-Z])?{_WORD_REST}(?: (?:[A-Z]\. )?{_WORD})*(?![A-Za-z\d@])"
)
_BODY = "Ministry|Department|Bureau|Office|Institute|Committee|University|Bank|Board|Cent(?:er|re)|Council|Court|Association|Academy|Agency|Commission|Federation"
_OFFICIAL = lazy_pattern(
    rf"\b(?=[A-Z])(?:(?:{_WORD} )*(?:{_BODY}) (?:of|for|on) (?:the )?{_WORD}(?:(?: and|) {_WORD})*"
    rf"|{_WORD}(?: {_WORD})* (?:University|Institute|Ministry|Act|Law|Authority|Association|Academy|Agency|Commission|Council|Committee|Foundation)\b)"
)
_OFFICIAL_WORD = lazy_pattern(rf"(?:{_BODY}|Act|Law|Authority|Foundation)\b")
"""One of these stands in every official name, and in few sentences."""
_LATIN_BODY = lazy_pattern(
    rf"\b(?:{_BODY.lower()}|inc|corp|ltd|plc|llc|group|holdings|company|technolog(?:y|ies)|semiconductors?|systems|labs|fund|capital|securities|authority|foundation)\b"
)
_LEGAL_FORM = lazy_pattern(r"(?:,? (?:inc|corp|corporation|ltd|plc|llc|co)|(?:股份)?有限公司|公司)$")
_INK = lazy_pattern(r"\S+")
_PERSON_TITLE = lazy_pattern(
    r"(?:mr|mrs|ms|dr|prof|professor|president|senator|minister|secretary|chairman|chairwoman|judge|governor|mayor|representative)\.? "
)
_TITLE_WORD = lazy_pattern(
    r"(?:president|senator|minister|secretary|chairman|chairwoman|governor|mayor|representative|officer|executive|director|ambassador|spokes(?:man|woman|person))"
)
_TITLE_BEFORE = lazy_pattern(r"\b(?:mr|mrs|ms|dr|prof|sen|rep|gov)\.? $")
_ROLE_AFTER = lazy_pattern(
    r", (?:(?:the|its|a|an) )?(?:[a-z]+ )?(?:chief|ceo|cfo|cto|president|chair|director|analyst|spokes[a-z]+|founder|minister|professor)\b"
)
_CODE = lazy_pattern(
    r"(?=[A-Z\d])(?<![A-Za-z\d\0@./_$-])(?=[A-Za-z\d-]*[A-Z])(?=[A-Za-z\d-]*\d)[A-Z\d][A-Za-z\d]*(?:-[A-Za-z\d]+)*(?![A-Za-z\d@_\0]|\.\d)"
)
_DIGIT = lazy_pattern(r"\d")
_NOT_CODE = lazy_pattern(
    r"q[1-4](?:-?\d+)?|h[12]|[fc]y\d+|[1-4][qh]\d*|\d+(?:-[a-z-]+|[a-z]{1,2}|[kmgt]?bps|[kmgt]i?b|[kmgt]?hz|mah|usd|rmb|[tp]?flops|tops)|(?:usd|us|rmb|eur|nt|hk)\d+\w*"
)
# Capitalised words that are no names: sentence openers, the calendar, the trade's abbreviations.
_COMMON = lazy_pattern(
    "the|an?|in|on|at|by|for|of|to|from|with|under|over|and|but|or|its?|he|she|they|we|i|his|her|their|our|this|that|these|those|there|here|as|after|before|since|while|when|if|although|though|despite|because|during|until|among|between|about|both|all|some|many|most|more|no|not|new|old|last|next|one|two|three|also|still|even|only|however|meanwhile|moreover|yesterday|today|tomorrow|according|who|what|why|how|where|which|"
    "m[rs]|mrs|dr|prof|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|"
    "chips?|compan(?:y|ies)|analysts?|shares?|officials?|regulators?|sources?|government|ministry|department|first|second|third|act|law|bill|rules?|"
    "a[g]?i|aigc|[cgn]pus?|asics?|fpgas?|socs?|c[efto]o|pcs?|ipo|gdp|cpi|pmi|usd|rmb|cny|eur|llms?|apis?|bce?|i[cp]t?|ips|r&d|esg|etfs?|eps|qoq|yoy|dram|nand|ssds?|eda|oem|odm|vpn|id|ok|tv|pr|hr|us|iot|saas|apps?|faq|pdf|url|html|evs?"
)
_BODY_WORD = lazy_pattern(
    "公司|集团|科技|半导体|电子|微电子|银行|大学|学院|研究院|研究所|委员会|协会|基金会|法院|证券|智能|资本|交易所|实验室|出版社|医院|港务局"
)
_KNOWN_BODY = lazy_pattern(
    r"(?!人民|中级|高级).{2,}(?:公司|集团|大学|学院|研究院|研究所|委员会|协会|基金会|部|局|署|厅|银行)"
)
_TRADE = lazy_pattern(r"(?:公司|集团|科技|半导体|电子|微电子|银行|证券|智能|资本|实验室|医院|法院)+$")
_PERSON = frozenset({"nr", "nrt", "nrfg"})
_PROPER = _PERSON | {"ns", "nz"}
_ROLE = r"(?:总裁|部长|局长|董事长|首席执行官|执行长|总经理|经理|教授|博士|分析师|发言人|主席|主任|院长|议员|律师|先生|女士|记者|研究员|创办人|创始人|总监|秘书长)"
_ROLE_BEFORE = lazy_pattern(rf"{_ROLE}$")
_PERSON_AFTER = lazy_pattern(
    rf"{_ROLE}|说|称|表示|指出|认为|透露|强调|宣布|出任|担任|坦言|警告|预计|补充|回应"
)


def titles(text: str, folded: str, table: AliasTable) -> Iterator[Mention]:
    """《...》: a law where it ends as one, else a work; the mention is what stands between the marks."""
    for match in _TITLE.finditer(folded):
        if match[1] not in table.senses:
            kind = EntityKind.LAW if _LAW_END.search(match[1]) else EntityKind.OTHER
            yield Mention(*match.span(1), text[slice(*match.span(1))], match[1], kind)


def official_names(text: str, folded: str, tokens: tuple[Token, ...], table: AliasTable) -> Iterator[Mention]:
    """Names of bodies and laws, which may hold a place's: 上海交通大學, the Tokyo Institute of ..."""
    for match in _OFFICIAL.finditer(text) if _OFFICIAL_WORD.search(text) else ():
        yield from _latin_name(text, folded, match.start(), match.end())
    first = -1
    for position, token in enumerate(tokens):
        if first >= 0 and _BODY_WORD.fullmatch(token.word):
            following = tokens[position + 1].word if position + 1 < len(tokens) else ""
            if not _BODY_WORD.fullmatch(following) and not _is_kind_of_firm(folded[first : token.end], table):
                yield _body(text, folded, first, token.end)
                first = -1
            continue
        if token.pos == "nt" and _KNOWN_BODY.fullmatch(token.word):
            yield _body(text, folded, token.start, token.end)
        first = token.start if token.pos in _PROPER and len(token.word) > 1 else -1


def _is_kind_of_firm(name: str, table: AliasTable) -> bool:
    """中国半导体公司: firms of a country, not the name of one."""
    senses = table.senses.get(_TRADE.sub("", name), ())
    return any(sense.kind is EntityKind.PLACE for sense in senses)


def _body(text: str, folded: str, start: int, end: int) -> Mention:
    name = folded[start:end]
    return Mention(start, end, text[start:end], _LEGAL_FORM.sub("", name) or name, EntityKind.ORGANISATION)


def names_by_form(text: str, folded: str, rest: str, tokens: tuple[Token, ...]) -> Iterator[Mention]:
    """Codes, capitalised words and Chinese people in `rest`, the text without what is known."""
    codes, runs = list(_codes(text, folded, rest)), list[Mention]()
    if not _is_title_case(text):
        runs = [one for match in _RUN.finditer(rest) for one in _latin_name(text, folded, *match.span())]
    yield from _apart(codes, runs)
    for token in tokens:
        if token.pos in _PERSON and _is_person(token, folded, rest):
            start, end = token.start, token.end
            yield Mention(start, end, text[start:end], token.word, EntityKind.PERSON)


def _codes(text: str, folded: str, rest: str) -> Iterator[Mention]:
    """What has the form of a product's code: H20, SN40L, A100-SXM4."""
    for match in _CODE.finditer(rest) if _DIGIT.search(rest) else ():
        key = folded[slice(*match.span())]
        if not _NOT_CODE.fullmatch(key):
            yield Mention(*match.span(), text[slice(*match.span())], key, EntityKind.PRODUCT)


def _apart(codes: Sequence[Mention], runs: Sequence[Mention]) -> Iterator[Mention]:
    """Codes and runs of capitalised words without a common part: a code gives way to a body or a law only.

    Flowers Inc of 1-800-Flowers Inc, but the X7-Max of an X7-Max Pro.
    """
    firm = {EntityKind.ORGANISATION, EntityKind.LAW}
    for one in codes:
        if not any(run.kind in firm and one.meets(run) for run in runs):
            yield one
    for run in runs:
        if run.kind in firm or not any(one.meets(run) for one in codes):
            yield run


def _is_person(token: Token, folded: str, rest: str) -> bool:
    """Whether a word that the tagger takes for a person's name begins with a surname and has a role beside it."""
    start, end = token.start, token.end
    if not 2 <= len(token.word) <= 3 or token.word[0] not in SURNAMES or TAKEN in rest[start:end]:
        return False
    return bool(_ROLE_BEFORE.search(folded[max(0, start - 6) : start]) or _PERSON_AFTER.match(folded, end))


_UNCAPITALISED = frozenset(
    ["the", "and", "for", "with", "from", "into", "over", "than", "that", "but", "nor", "via", "per", "its"]
)
"""Words of three letters and more that titles leave small."""
_SMALL_WORD = lazy_pattern(rf"\b(?=[a-z])(?!(?:{'|'.join(sorted(_UNCAPITALISED))})\b)[a-z][A-Za-z]{{2,}}\b")
_CAPITALISED = lazy_pattern(r"\b[A-Z][A-Za-z]{2,}\b")


def _is_title_case(text: str) -> bool:
    """Whether the whole is set in title case, where capitals tell nothing."""
    return not _SMALL_WORD.search(text) and len(_CAPITALISED.findall(text)) > 4


class _Core(NamedTuple):
    """What is left of a run of capitalised words at code points [start, end) of it."""

    start: int
    end: int
    alone: bool
    """Whether it is a single word."""


@lru_cache(maxsize=4096)
def _core(run: str) -> _Core | None:
    """A run without the common words around it; None where nothing is left, or an office.

    Remembered: a corpus has few of them, over and over.
    """
    folded = fold(run)
    spans = [one.span() for one in _INK.finditer(folded)]
    is_law = _LAW_END.search(folded) is not None
    official = is_law or _LATIN_BODY.search(folded)
    while spans and _COMMON.fullmatch(folded, *spans[0]):
        spans.pop(0)
    while spans and not official and _COMMON.fullmatch(folded, *spans[-1]):
        spans.pop()
    if not spans or (_TITLE_WORD.fullmatch(folded, *spans[-1]) and not is_law):
        return None  # Commerce Secretary, Vice President: an office, whoever holds it
    return _Core(spans[0][0], spans[-1][1], len(spans) == 1)


def _latin_name(text: str, folded: str, start: int, end: int) -> Iterator[Mention]:
    """A run of capitalised words without the common words around it; nothing where it is doubtful."""
    core = _core(text[start:end])
    if core is None:
        return
    if core.alone and _is_mere_opening(text, start + core.start, start + core.end):
        return
    start, end = start + core.start, start + core.end
    titled = _PERSON_TITLE.match(folded, start, end)
    start = titled.end() if titled else start
    end -= 2 if text[:end].endswith(("'s", "’s")) else 0
    name = folded[start:end]
    kind = EntityKind.OTHER
    if " " in name and _LAW_END.search(name):
        kind = EntityKind.LAW
    elif " " in name and _LATIN_BODY.search(name):
        kind = EntityKind.ORGANISATION
    elif (
        titled
        or _TITLE_BEFORE.search(folded, max(0, start - 8), start)
        or (" " in name and _ROLE_AFTER.match(folded, end))
    ):
        kind = EntityKind.PERSON
    yield Mention(start, end, text[start:end], _LEGAL_FORM.sub("", name) or name, kind)


def _is_mere_opening(text: str, start: int, end: int) -> bool:
    """Whether a lone word may be capitalised only because a sentence begins with it."""
    word = text[start:end]
    # Between Chinese words Latin letters are capitalised only where they are a name: Pfizer 以...
    beside_han = has_han(text[max(0, start - 2) : start].strip() + text[end : end + 2].strip())
    if not word[1:].islower() or beside_han or _TITLE_BEFORE.search(text[max(0, start - 8) : start].lower()):
        return False
    return _always_opens(text, word)


@lru_cache(maxsize=256)
def _always_opens(text: str, word: str) -> bool:
    """Whether every sentence that holds `word` begins with it."""
    place = text.find(word)
    while place >= 0:
        whole = _is_edge(text, place) and _is_edge(text, place + len(word))
        if whole and not opens_sentence(text, place):
            return False
        place = text.find(word, place + 1)
    return True


def _is_edge(text: str, place: int) -> bool:
    """Whether a word begins or ends at `place`."""
    # As a pattern's own edge of a word, which would have to be compiled for each word.
    before, after = text[place - 1 : place], text[place : place + 1]
    return (before.isalnum() or before == "_") != (after.isalnum() or after == "_")
