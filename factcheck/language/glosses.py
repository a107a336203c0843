"""Names that a text declares to be one: 曉光記憶體（Saebyeok Memory）, Industry Association (IA).

Precision comes first: a bracket is taken for a gloss only where both sides have the form of names and
nothing speaks for a figure, a listing code, an affiliation, an example or an explanation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.language.acronyms import initials_fit
from factcheck.language.folding import fold
from factcheck.language.gloss_pairs import HAN_NAME, GlossKind, pair_before
from factcheck.language.latin_names import is_latin_name
from factcheck.language.mentions import EntityKind
from factcheck.language.patterns import lazy_pattern
from factcheck.language.scripts import has_han

__all__ = ["Gloss", "GlossKind", "find_glosses"]


@dataclass(frozen=True, slots=True)
class Gloss:
    """Two names of one thing; `start` and `end` are code points of the text, from name to bracket."""

    start: int
    end: int
    name: str
    """The name before the bracket, in the text's words."""
    other: str
    """The name inside it."""
    kind: EntityKind
    how: GlossKind


_BRACKET = lazy_pattern(r"[（(]([^（）()\n]{2,90})[)）]")
_CREDIT = lazy_pattern(r"\s*(?:[—–]|- )")
"""A dash behind a bracket that opens a report: 紐約（CBS News）——."""
_PART = lazy_pattern(r"\s*[，,;；、]\s*")
_LANGUAGE_MARK = lazy_pattern(
    r"^(?:英文(?:名称?|简?称)?|英语|外文名|中文(?:名称?)?|english|chinese)(?:[:：]\s*|为|是)"
)
_SHORT_MARK = lazy_pattern(
    r"^(?:(?:以下|下文|下)?(?:统?简称|下称|又称|亦称)(?:[:：]|为|作)?|(?:以下|下)称(?:[:：]|为|作)?|"
    r"formerly (?:known as )?|also known as |known as |"
    r"(?:here(?:in)?after|herein)(?: (?:referred to as|called|known as))?:? |"
    r"referred to as |abbreviated (?:as |to )?|or |aka |a\.k\.a\. )\s*"
)
_QUOTES = "“”\"'‘’「」『』《》"
_QUOTED = lazy_pattern(rf"^(?:the )?[{_QUOTES}](?P<name>[^{_QUOTES}]{{2,40}})[{_QUOTES}]$")
_GENERIC = lazy_pattern(
    r"(?:the )?(?:company|group|agenc(?:y|ies)|council|ministry|firm|department|bank|act|bill|law|rules?|"
    r"court|commission|committee|board|authority|office|bureau|agreement|treaty|parent|issuer|seller|buyer|parties|"
    r"party|plaintiff|defendant|project|program(?:me)?|report|study|fund|standards?|guidelines?|city|county|"
    r"right|left|top|bottom|above|below|pictured|photo|image|source|note|table|figure|see below|deleted)|"
    r"[本该此我贵][\u4e00-\u9fff]{1,8}|[两三四各][\u4e00-\u9fff]{1,3}|公司|集团|[甲乙丙]方|办法|规[定则]|细则|条例|"
    r"解释|通知|意见|方案|协[议定]|合同|计划|手册|指引|委员会|办公室|中心|图|左|右|上图|下图|见图|资料照|记者|编按|"
    r"注|下同|删除"
)
"""What a bracket says of a thing without naming it."""


def find_glosses(text: str) -> list[Gloss]:
    """The glosses of `text` in order; two may share one bracket: （Office of Licensing, OL）."""
    if "(" not in text and "（" not in text:
        return []
    folded = fold(text)
    return [
        gloss for bracket in _BRACKET.finditer(text) for gloss in _in_bracket(text, folded, *bracket.span())
    ]


def _in_bracket(text: str, folded: str, start: int, end: int) -> Iterator[Gloss]:
    if _CREDIT.match(text, end):
        return
    inside = text[start + 1 : end - 1]
    parts = [part for part in _PART.split(inside.strip()) if part]
    first: str | None = None
    for place, part in enumerate(parts):
        name, how = _named(part)
        if name is None or _GENERIC.fullmatch(fold(name)):
            return
        if place and not (first and (how is GlossKind.SHORT or initials_fit(name, first))):
            # A company's legal form is no second name; a list of names glosses nothing.
            if fold(part).strip(". ") in {"inc", "ltd", "co", "corp", "llc", "plc"}:
                continue
            return
        found = pair_before(text, folded, start, name, how)
        if found is None:
            return
        first = first or name
        yield Gloss(found[0], end, text[found[0] : found[1]], name, found[2], found[3])


def _named(part: str) -> tuple[str | None, GlossKind | None]:
    """The name that one part of a bracket gives, None where it gives none; SHORT where it says so."""
    folded = fold(part)
    short, language = _SHORT_MARK.match(folded), _LANGUAGE_MARK.match(folded)
    how = GlossKind.SHORT if short else None
    rest = part[(short or language).end() if (short or language) else 0 :].strip()  # type: ignore[union-attr]
    quoted = _QUOTED.match(rest)
    if quoted and rest[0] == "《" and how is None:
        return None, None
    rest = quoted["name"].strip() if quoted else rest
    is_name = HAN_NAME.fullmatch(fold(rest)) if has_han(rest) else is_latin_name(rest)
    return (rest, how) if is_name else (None, None)
