"""The form of names in Latin letters: where one ends, what its words tell, which acronym abbreviates it."""

from __future__ import annotations

import re

from factcheck.language.mentions import EntityKind, opens_sentence
from factcheck.language.patterns import lazy_pattern

SMALL_WORDS = frozenset(
    (
        "of",
        "for",
        "the",
        "and",
        "on",
        "in",
        "at",
        "to",
        "de",
        "du",
        "la",
        "le",
        "von",
        "van",
        "der",
        "den",
        "di",
        "da",
        "al",
        "y",
        "&",
        "+",
        "und",
    )
)
_WORD = r"(?:[A-Z][\w&’'.\-]*|[a-z]{1,2}[A-Z]\w+|\d[\w\-]*)"
_NAME = lazy_pattern(
    rf"{_WORD}(?: (?:{_WORD}|of|for|the|and|on|in|at|to|de|du|la|le|von|van|der|den|di|da|al|y|&|\+|und)){{0,8}}"
)
BEFORE = lazy_pattern(
    rf"(?<![\w.$])(?:{_WORD})(?: (?:{_WORD}|of|for|the|and|de|von|van|der|den|di|da|al|&))*(?:,? (?:Inc|Ltd|LLC|Corp|Co|PLC)\.?)*$"
)
_FORM = lazy_pattern(r"(?:,? (?:Inc|Ltd|LLC|Corp|Co|PLC)\.?)+$")
_TRADES = lazy_pattern(
    r"(?: (?:Technolog(?:y|ies)|Semiconductors?|Systems|Labs?|Foundry|Memory|Silicon|Electronics|Microelectronics|Consulting|Research|Capital|Securities|Group|Holdings?|Motors?|Energy|Pharma(?:ceuticals?)?|Biotech|Software|Networks?|Telecom|Cloud|Logistics|Chips?|Storage|Robotics|Materials|Industries))+(?![A-Za-z])"
)
_STEM = 5
"""Letters from which the rest of a firm's name says enough: Arm of Arm Holdings is a word, Saebyeok is none."""
_LISTING = lazy_pattern(
    r"(?:NASDAQ|NYSE|TSE|TWSE|TPEX|SSE|SZSE|HKEX|HKG|LSE|SEHK|KRX|KOSDAQ)\b.*|\w+[.:\-](?:TW|TWO|HK|US|SS|SZ|KS|T|O|N|L|DE|PA|AS)|\d[\d.\-]*"
)
_BODY = lazy_pattern(
    r"\b(?:inc|corp|corporation|ltd|limited|plc|llc|gmbh|co|company|companies|group|holdings?|technolog(?:y|ies)|semiconductors?|systems|labs?|laborator(?:y|ies)|"
    r"foundry|memory|silicon|electronics|microelectronics|consulting|consultancy|advisory|research|capital|securities|partners|ventures|media|news|times|daily|post|journal|"
    r"press|motors?|airlines?|airways|energy|chemicals?|pharmaceuticals?|pharma|biotech|software|networks?|telecom|mobile|cloud|logistics|"
    r"office|agency|authority|ministry|department|bureau|institute|institution|committee|commission|council|court|association|academy|federation|foundation|university|college|school|"
    r"bank|board|cent(?:er|re)|fund|union|society|alliance|administration|service|organi[sz]ation|party|exchange|hospital|museum|club|army|navy|congress|parliament|senate|consortium|forum|league)\b"
)
_LAW = lazy_pattern(r"\b(?:act|law|rules?|bill|treaty|regulations?|framework|agreement|convention)$")
_COMMON = lazy_pattern(
    r"the|an?|in|on|at|by|for|of|to|from|with|under|over|and|but|or|its?|he|she|they|we|this|that|these|those|as|after|before|since|while|when|if|although|because|"
    r"then|later|earlier|also|still|yet|now|here|there|once|only|even|so|thus|instead|however|moreover|nor|until|where|what|how|why|his|her|their|our|my|all|some|many|most|both|last|next|former|new|old|rival|"
    r"mr|mrs|ms|dr|prof|sir|president|chairman|chairwoman|chief|ceo|cfo|cto|senator|minister|secretary|professor|analyst|director|founder|"
    r"chipmakers?|startups?|company|firm|maker|supplier|according|meanwhile|yesterday|today|january|february|march|april|may|june|july|august|september|october|november|december|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|q[1-4]|fy\d+|i\.?e|e\.?g|ibid|figs?|tables?|sections?|chapters?|articles?|annex|appendix|note|see|pp?|vols?|nos?"
)


_CAPITAL_AFTER = lazy_pattern(r" [A-Z][a-z]")
_NAMESAKE = lazy_pattern(
    r" (?!(?:Mayor|Governor|Police|City|State|Province|Prefecture|County|On|In|At|The|But|And|(?:Mon|Tues|Wednes|Thurs|Fri"
    r"|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)\b)[A-Z][a-z]"
)
_CAPITAL_BEFORE = lazy_pattern(r"([A-Z][a-z]+)\.? $")


def core_of(key: str) -> str:
    """A key of Latin letters without its trade: chengyue of chengyue technologies; itself without any."""
    core = re.sub(rf"{_TRADES.pattern}$", "", key, flags=re.IGNORECASE)
    return core if len(core) >= _STEM else key


def is_latin_name(part: str) -> bool:
    """Whether the whole of `part` has the form of a name; listing codes (NASDAQ: NVDA, 2330.TW) have not."""
    words = part.split()
    if not _NAME.fullmatch(part) or _LISTING.fullmatch(part) or len(part) < 2 or words[0].isdigit():
        return False
    return (
        words[-1].lower() not in SMALL_WORDS
        and not _COMMON.fullmatch(words[0].lower().rstrip("."))
        and len(words) <= 9
    )


def without_form(name: str) -> str:
    """`name` without Inc, Co., Ltd. and the like."""
    return _FORM.sub("", name)


def stands_in_longer(text: str, start: int, end: int) -> bool:
    """Whether a capitalised word stands beside a name, which is then another, longer one: Saebyeok Bank."""
    before = _CAPITAL_BEFORE.search(text, max(0, start - 30), start)
    return _CAPITAL_AFTER.match(text, end) is not None or (
        before is not None and not _COMMON.fullmatch(before[1].lower())
    )


def names_its_bearer(text: str, end: int) -> bool:
    """Whether the town that ends at `end` is only part of a name: Boston Scientific, and not Boston Mayor Wu."""
    return _NAMESAKE.match(text, end) is not None


def trade_after(text: str, end: int) -> int:
    """Where the trade and legal form that follow a firm's name end: Veridane | Semiconductor Inc; `end` for none."""
    found = _TRADES.match(text, end)
    return found.end() if found else end


def stem_of_latin(name: str) -> str:
    """A firm's name without its legal form and trade: Saebyeok of Saebyeok Memory; itself without any."""
    bare = without_form(name)
    stem = re.sub(rf"{_TRADES.pattern}$", "", bare)
    return stem if len(stem) >= _STEM else bare


def kind_of_latin(name: str) -> EntityKind | None:
    """The kind that the words of a name tell; None where they tell nothing."""
    lower = name.lower().rstrip(".")
    if _LAW.search(lower) and " " in name:
        return EntityKind.LAW
    return EntityKind.ORGANISATION if _BODY.search(lower) else None


def latin_before(text: str, end: int) -> tuple[int, int] | None:
    """The row of capitalised words that ends at `end`, without titles and sentence openers; None for none."""
    found = BEFORE.search(text, max(0, end - 90), end)
    if found is None:
        return None
    start = found.start()
    words = list(re.finditer(r"\S+", found[0]))
    while words and (
        words[0][0].lower() in SMALL_WORDS or _COMMON.fullmatch(words[0][0].lower().rstrip(".,"))
    ):
        words.pop(0)
    if not words or not is_latin_name(_FORM.sub("", found[0][words[0].start() :])):
        return None
    first = start + words[0].start()
    rest = start + words[1].start() if len(words) > 1 else end
    if len(words) > 2 and opens_sentence(text, first) and _stands_alone(text, rest, end):
        first = rest
    return first, end


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the name without its first word, which opens the sentence, stands elsewhere on its own."""
    name, whole = text[start:end], text[start - 1 : end]
    return text.count(name) > text.count(whole)
