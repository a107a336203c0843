"""Who does it in a clause: the actor that it begins with, or the one behind by and 被."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.comparing.kept import kept
from factcheck.comparing.owners import belongs
from factcheck.comparing.said_by import is_listed
from factcheck.comparing.statement import ACTORS, Statement
from factcheck.language.chinese_names import stem_of
from factcheck.language.entities import EntityKind, Mention
from factcheck.language.folding import fold
from factcheck.language.opening_names import ENGLISH_PREDICATE, opening_name
from factcheck.language.patterns import lazy_pattern
from factcheck.language.scripts import has_han
from factcheck.language.tagging import tag

Span = tuple[int, int]
_LONGEST_SHORT = 5
_AGENT = lazy_pattern(
    r"(?:\b[a-z]{2,}(?:ed|en|ought|old|ade|aid|uilt|on) by|被|遭(?:到)?|(?:获|受)(?:得)?|由)\s*(?:the )?$"
)
_NOT_FIRST = lazy_pattern(
    r"(?:\b(?:to|from|with|by|for|in|at|against|after|before|behind|over|than|like|despite|between|into|via|under"
    r"|through|amid|alongside|including|unlike|about)(?: the| its| rival| former)?|[向对给与和跟比较为在从替把将像除继随据])\s*$"
)
"""What stands before an actor that something is done to or with."""
_LINK = lazy_pattern(
    r"(?:\s|'s|’s|[()、&/\-]|and\b|or\b|与|和|及|跟|同|的|旗下|集团|公司|合资|chief executive(?: officer)?|ceo|cfo|cto|coo"
    r"|chairman|chair|president|founder|co-founder|执行长|首席执行官|轮值|董事长|总裁|总经理|创办人|创始人|主席|行长|部长|联席)*"
)
_OPENING_TRADE = lazy_pattern(
    r"\s*(?P<name>[\u4e00-\u9fff]{2,4}(?:航空|银行|科技|电子|半导体|汽车|制药|生技|生医|保险|证券|能源|化学|钢铁|电信|海运|重工|物流|食品|百货|建设|精密|光电|软件|网络|传媒|集团|影业|资本))"
    r"(?=[已将拟于在今昨日宣公订购卖出推获与以被向的第上下首于增减裁年]|\d)"
)
_QUALIFIES = lazy_pattern(
    r"(?:north|south|east|west|mid)(?:ern)?|central|new|old|great(?:er)?|royal|imperial|national|federal|united|first|second"
    r"|inter\w*|trans\w*|pan|upper|lower|saint|st|[a-z]+(?:ese|ish|[ie]an)"
)
_PREDICATE_TAGS = frozenset("vdpcu")
_NO_PERSON = lazy_pattern(
    r"\b(?:inc|corp|ltd|co|group|company|bank|fund|county|city|river|park|island|bay|street|cup|games|olympics|league|technolog\w+|research"
    r"|capital|center|centre|airport|university|college|conference|summit|forum|index|report|list|act|office|house|compute|labs?"
    r"|shipping|lines|airlines|airways|motors?|foods|energy|holdings|partners|systems|networks?|media|devices|electronics|industries|materials|logistics"
    r"|retail|pharma\w*|bio\w*|therapeutics|robotics|solutions|services|ventures|securities|insurance|steel|mining|petroleum|railway|express|union"
    r"|semiconductors?|software|telecom|foundry|chemicals?|aerospace|automotive|entertainment|studios|records|times|post|news|press|journal)\b"
)


@kept
def doers(statement: Statement, span: Span | None = None) -> tuple[Mention, ...]:
    """The actors that do it in [start, end): a firm and the head of it, or two together; none where the
    stretch names none in such a place. A speaker that tells of others is none."""
    start, end = span or (0, len(statement.text))
    speaker = statement.speaking
    said_by = set() if speaker is None or speaker.own_act else set(speaker.names)
    names = [
        name
        for name in statement.names
        if start <= name.start < end and name not in said_by and name.kind is not EntityKind.PLACE
    ]
    agents = [name for name in names if _stands_behind(statement, name, start, agent=True)]
    if agents:
        return _with_joined(statement, agents[0], names)
    opening = _opening_name(statement, start)
    for name in names:
        if name.kind not in ACTORS and name.kind is not EntityKind.OTHER:
            continue
        if _stands_behind(statement, name, start, agent=False):
            continue
        if name.kind is EntityKind.OTHER and not _has_predicate(statement, name):
            continue
        if opening is not None and opening.end <= name.start:
            break
        return _with_joined(statement, name, names)
    return () if opening is None else (opening,)


def _opening_name(statement: Statement, start: int) -> Mention | None:
    """The word that a clause begins with and that only a name can be: English has no bare singular subject
    but of mass nouns, and 星宇航空 ends in its trade."""
    match = opening_name(statement.text, statement.folded, start)
    if match is not None:
        if any(name.start < match.end("word") and match.start("word") < name.end for name in statement.names):
            return None
        return Mention(*match.span("word"), match["word"], match["word"].lower(), EntityKind.OTHER)
    trade = _OPENING_TRADE.match(statement.folded, start)
    if trade is None or any(
        name.start < trade.end("name") and trade.start("name") < name.end for name in statement.names
    ):
        return None
    first, last = trade.span("name")
    return Mention(first, last, statement.text[first:last], trade["name"], EntityKind.ORGANISATION)


def _stands_behind(statement: Statement, name: Mention, start: int, *, agent: bool) -> bool:
    pattern = _AGENT if agent else _NOT_FIRST
    return pattern.search(statement.folded, max(start, name.start - 24), name.start) is not None


def _with_joined(statement: Statement, first: Mention, names: Sequence[Mention]) -> tuple[Mention, ...]:
    """The name with those joined to it: 世界先進（VIS）與恩智浦（NXP）, Nvidia's Jensen Huang."""
    joined = [first]
    for name in names:
        if name.start < first.end:
            continue
        if _LINK.fullmatch(statement.folded, joined[-1].end, name.start) is None:
            break
        joined.append(name)
    return tuple(joined)


def _has_predicate(statement: Statement, name: Mention) -> bool:
    """Whether a verb, an adverb or a preposition follows, and not the noun that the name describes."""
    if ENGLISH_PREDICATE.match(statement.folded, name.end):
        return True
    if not has_han(statement.text[name.end : name.end + 3]):
        return False
    following = next(
        (token for token in tag(statement.text) if token.start >= name.end and token.word.strip(" ()（）")),
        None,
    )
    return following is not None and following.pos[:1] in _PREDICATE_TAGS


def may_be_rivals(one: Mention, other: Mention) -> bool:
    """Whether the two are of one kind and surely two: an unlisted name may be the other's in another script."""
    if has_han(one.text) != has_han(other.text) and not is_listed(one) and not is_listed(other):
        return False
    if belongs(one.key, other.key) or belongs(other.key, one.key):
        return False
    # 長榮 and 長榮航空 may be one; 星宇航空 and 長榮航空 share a trade only.
    both_han = has_han(one.text) and has_han(other.text) and not (is_listed(one) and is_listed(other))
    if both_han and set(stem_of(fold(one.text))) & set(stem_of(fold(other.text))):
        return False
    if _is_short_for(one, other) or _is_short_for(other, one):
        return False
    if not (is_listed(one) and is_listed(other)) and (
        is_opened(one.key, other.key) or is_opened(other.key, one.key)
    ):
        return False
    if one.kind is other.kind:
        return one.kind is not EntityKind.OTHER or is_person_like(one) == is_person_like(other)
    if EntityKind.OTHER not in (one.kind, other.kind):
        return False
    unknown, known = (one, other) if one.kind is EntityKind.OTHER else (other, one)
    if known.kind is EntityKind.PERSON:
        return is_person_like(unknown)
    return known.kind is EntityKind.ORGANISATION


def is_opened(longer: str, key: str) -> bool:
    """Whether a key is the other behind one word that a sentence opens with: rival meridian shipping.

    East, new or royal make it another's.
    """
    opening, _, rest = longer.partition(" ")
    return rest == key and " " in key and _QUALIFIES.fullmatch(opening) is None


def _is_short_for(one: Mention, other: Mention) -> bool:
    """Whether the first may abbreviate the second: NVDA, NVIDIA; CAAM, China Association of ... Manufacturers."""
    letters = one.text.lower()
    if not one.text.isupper() or not one.text.isalpha() or len(letters) > _LONGEST_SHORT:
        return False
    if not one.text.isascii() or other.key[:1] != letters[0]:
        return False
    rest = iter(other.key)
    return all(letter in rest for letter in letters)


def is_person_like(name: Mention) -> bool:
    """Whether a name that nothing is known of has the form of a person's: two or three capitalised words."""
    words = name.text.split()
    return name.kind is EntityKind.PERSON or (
        len(words) in (2, 3)
        and all(word[:1].isupper() and word[1:2].islower() for word in words)
        and _NO_PERSON.search(name.key) is None
    )
