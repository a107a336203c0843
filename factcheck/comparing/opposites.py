"""Words that take a side: what goes on or is stopped, what rises or falls, who wins or loses.

The classes are of the language, not of a trade (sides.toml): verbs with their inflected forms, the nouns made
of them, and their Chinese counterparts in folded script.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from factcheck.comparing.inflection import forms


class Axis(StrEnum):
    """What a pair of opposite predicates is about."""

    GOING = "going"
    """Goes on, is allowed, is in force, is affirmed; against stopped, forbidden, refused, denied."""
    CHANGE = "change"
    ORDER = "order"
    FAVOUR = "favour"
    PROFIT = "profit"
    WINNING = "winning"
    MEMBERSHIP = "membership"
    INCLUSION = "inclusion"
    OPENING = "opening"
    WIDTH = "width"
    STAFF = "staff"
    SCHEDULE = "schedule"
    STANCE = "stance"
    SUPPLY = "supply"
    STRENGTH = "strength"


class Force(StrEnum):
    """How a word of Axis.GOING takes part in a chain such as "refused to lift the ban"."""

    NEGATOR = "negator"
    """not, no, without; 不, 未, 没有: turns what it governs, and says nothing where it governs nothing."""
    AFFIRMING = "affirming"
    """confirm, admit; 证实, 承认: a full word whose object is a statement."""
    FULL = "full"
    """approve, reject, suspend; 批准, 驳回, 暂停."""
    LIFTING = "lifting"
    """revoke, scrap, suspend; 撤销, 废除, 暂停: a full word that a restriction may be the object of."""
    MILD = "mild"
    """continue, start, agree; 继续, 开始, 同意: affirms, and denies nothing by being absent."""
    RESTRICTION = "restriction"
    """ban, curbs, sanctions; 禁令, 管制: what others lift or impose; alone it denies little."""
    LEVER = "lever"
    """lift, ease, tighten, impose; 放宽, 收紧: takes a side only towards a restriction."""
    PLAIN = "plain"
    """A word of another axis."""


@dataclass(frozen=True, slots=True)
class SideWord:
    """A word at [start, end) that takes the side `sign`: +1 or -1, 0 for what neither rises nor falls."""

    start: int
    end: int
    axis: Axis
    sign: int
    force: Force = Force.PLAIN

    @property
    def is_full(self) -> bool:
        """Whether it is a predicate that affirms or denies by itself."""
        return self.force in (Force.FULL, Force.LIFTING, Force.AFFIRMING)

    @property
    def decides(self) -> bool:
        """Whether it, or what it negates, can contradict the other side."""
        return self.is_full or self.force is Force.NEGATOR


_TABLE = Path(__file__).with_name("sides.toml")
_NEGATOR_ENGLISH = re.compile(
    r"\b(?:not(?! only\b| just\b| merely\b| least\b| more than\b| less than\b| necessarily\b"
    r"| yet clear\b| surprising|[^.;,]{0,60}\buntil\b| comment\b| respond\b| immediately\b| disclose\b"
    r"| alone\b)"
    r"|no(?! (?:later|more|less|fewer|sooner|doubt|matter|comment|wonder|higher|lower)\b|\. ?\d)"
    r"|never|neither|nor|none|nobody|nothing|without|cannot|lack(?:s|ed|ing)?|(?:has|have|had|is|are) yet to"
    r"|unable to|rather than|instead of|far from"
    r"|(?:is|are|was|were|do|does|did|has|have|had|would|could|should|ca|wo)n't"
    r"(?![^.;,]{0,60}\buntil\b| comment\b| respond\b))\b",
    re.ASCII,
)
_NEGATOR_CHINESE = re.compile(
    r"不(?!过|仅|但|只|光|断|单|同|少|久|论|管|如|妨|止|得|外乎|乏|足|到|变|动产|明|锈|等|良|利|确定|满|必|料|幸"
    r"|及|佳|振|错|准|许|予|批|敌|排除|约而同|敷|再是|景气|由|含|包括|适用|禁|安|在意|俗|法|当)"
    r"|没有?(?![收落])|(?<![正恰])(?:并非|绝非|而非|从未|尚未|未曾|未获|未经|未有|未再|未见|未予)"
    r"|未(?![来必免知成婚满央达能详至]|置评|回应|披露|公布|透露)"
    r"|(?:并|毫|尚|暂|仍|绝|目前)无|无(?=[意法权缘望须需力从]|任何|一[人家个项名间款])|绝不|否则"
)
_NOT_NEGATING = frozenset({"否则"})
_GUARDS: dict[str, re.Pattern[str]] = {
    "end": re.compile(r"(?:\bto|\bwill|\bwould|\bmust|\bnot|\bmay|\bcould|\bshould|\band|\bor) $"),
    "ends": re.compile(r"(?<!both)(?<!the) $"),
    "back": re.compile(r"(?:\bto|\bwill|\bwould|\bnot|\bthey|\bwe|\band) $"),
    "top": re.compile(r"(?:\bto|\bwill|\bwould|\bnot) $"),
    "lead": re.compile(r"(?:\bto|\bwill|\bwould|\bnot) $"),
    "license": re.compile(r"(?:\bto|\bwill|\bnot) $"),
    "licence": re.compile(r"(?!)"),
    "profit": re.compile(r"(?<!gross )(?<!operating )(?<!trading )$"),
    "profits": re.compile(r"(?<!gross )(?<!operating )(?<!trading )$"),
    "close": re.compile(r"(?:\bto|\bwill|\bwould|\bnot|\bmust) $"),
    "contract": re.compile(r"(?:\bto|\bwill|\bwould|\bnot) $"),
    "contracts": re.compile(r"(?!)"),
    "lower": re.compile(r"(?:\bto|\bwill|\bwould|\bnot|\bwas|\bwere|\bis|\bare|%) $"),
    "lets": re.compile(r"(?!)"),
    "fire": re.compile(r"(?:\bto|\bwill|\bwould|\bnot) $"),
    "narrow": re.compile(r"(?:\bto|\bwill|\bwould|\bnot) $"),
}
"""What must stand before a form that is more often another word: the end of, the top, a contract."""
_A_NUMBER = re.compile(
    r" (?:about |around )?(?:[$€£¥]|us\$|hk\$|\d|one|two|three|four|five|six|seven|eight|nine|ten|a |half"
    r"|doubl|tripl)"
)
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_FOLLOWED: dict[str, re.Pattern[str]] = {
    "ended": re.compile(
        rf" (?:(?:in|on|at) )?(?:the (?:year|quarter|month|week|day|session|period)|\d|{_MONTHS})"
    ),
    "ending": re.compile(rf" (?:(?:in|on) )?(?:\d|{_MONTHS}|the)"),
    "refused to": re.compile(r" comment"),
    "declined to": re.compile(
        r" (?:comment|say|disclose|elaborate|discuss|be named|name|identify|specify|give)"
    ),
    "cut": re.compile(r" (?:of|off)\b"),
    "more than": _A_NUMBER,
    "less than": _A_NUMBER,
    "fewer than": _A_NUMBER,
}
"""What must not stand behind a form."""


@lru_cache(maxsize=1)
def _sides() -> tuple[tuple[Axis, int, Force, str, str], ...]:
    """The rows of sides.toml: axis, sign, force, the English and the Chinese words."""
    rows = tomllib.loads(_TABLE.read_text(encoding="utf-8"))["side"]
    return tuple(
        (Axis(row["axis"]), row["sign"], Force(row.get("force", Force.PLAIN)), row["english"], row["chinese"])
        for row in rows
    )


@lru_cache(maxsize=1)
def _english() -> dict[str, list[tuple[str, Axis, int, Force]]]:
    """First word of a form -> the forms that begin with it, longest first."""
    table: dict[str, list[tuple[str, Axis, int, Force]]] = {}
    for axis, sign, force, words, _ in _sides():
        for entry in " ".join(words.split()).split(","):
            for form in forms(entry.strip()) if entry.strip() else ():
                table.setdefault(form.split()[0], []).append((form, axis, sign, force))
    return {first: sorted(known, key=lambda one: -len(one[0])) for first, known in table.items()}


@lru_cache(maxsize=1)
def _chinese() -> tuple[re.Pattern[str], dict[str, list[tuple[Axis, int, Force]]]]:
    """One pattern of all words, longest first under each first character, and what each word says."""
    known: dict[str, list[tuple[Axis, int, Force]]] = {}
    written: set[str] = set()
    for axis, sign, force, _, words in _sides():
        for word in words.split():
            written.add(word)
            known.setdefault(word.partition("(")[0], []).append((axis, sign, force))
    heads: dict[str, list[str]] = {}
    for word in sorted(written, key=lambda one: (-len(one.partition("(")[0]), one)):
        heads.setdefault(word[0], []).append(word[1:])
    pattern = "|".join(f"{head}(?:{'|'.join(tails)})" for head, tails in heads.items())
    return re.compile(pattern), known


_WORD = re.compile(r"[a-z][a-z-]*")
_HAN = re.compile(r"[\u4e00-\u9fff]")


def side_words(folded: str) -> list[SideWord]:
    """The words of a folded text that take a side, in order; one word may stand on two axes."""
    found = [
        SideWord(match.start(), match.end(), Axis.GOING, -1, Force.NEGATOR)
        for match in _NEGATOR_ENGLISH.finditer(folded)
    ]
    found += _english_words(folded)
    if _HAN.search(folded):
        found += [
            SideWord(match.start(), match.end(), Axis.GOING, -1, Force.NEGATOR)
            for match in _NEGATOR_CHINESE.finditer(folded)
            if match.group() not in _NOT_NEGATING
        ]
        pattern, known = _chinese()
        found += [
            SideWord(match.start(), match.end(), *said)
            for match in pattern.finditer(folded)
            for said in known[match.group()]
        ]
    return sorted(_without_inner(found), key=lambda word: (word.start, -word.end))


def _without_inner(found: list[SideWord]) -> list[SideWord]:
    """Without the negations that are but a part of another word: 按兵不动, fail to."""
    taken = [(word.start, word.end) for word in found if word.force is not Force.NEGATOR]
    return [
        word
        for word in found
        if word.force is not Force.NEGATOR
        or not any(start < word.end and word.start < end for start, end in taken)
    ]


def _english_words(folded: str) -> Iterator[SideWord]:
    table, resume = _english(), 0
    for match in _WORD.finditer(folded):
        entries = table.get(match.group()) if match.start() >= resume else None
        if not entries:
            continue
        start, taken = match.start(), 0
        for form, axis, sign, force in entries:
            if taken and len(form) < taken:
                break
            if _stands(folded, start, form):
                taken = len(form)
                yield SideWord(start, start + taken, axis, sign, force)
        resume = start + taken


def _stands(folded: str, start: int, form: str) -> bool:
    end = start + len(form)
    if not folded.startswith(form, start) or (folded[end : end + 1].isalpha() and folded[end].isascii()):
        return False
    before, behind = _GUARDS.get(form), _FOLLOWED.get(form)
    if before is not None and not before.search(folded[max(0, start - 12) : start]):
        return False
    return behind is None or not behind.match(folded, end)
