"""Which name before a bracket the name inside it is a second one of, and what kind of thing both name."""

from __future__ import annotations

from enum import StrEnum

from factcheck.language.acronyms import initials_fit, is_acronym, spelled_out
from factcheck.language.chinese_names import (
    has_trade,
    is_description,
    is_listed_person,
    is_mere_trade,
    is_new_name,
    is_transcribed,
    kind_of_chinese,
    looks_like_person,
)
from factcheck.language.folding import fold
from factcheck.language.latin_names import kind_of_latin, latin_before
from factcheck.language.mentions import EntityKind
from factcheck.language.name_edges import name_before
from factcheck.language.patterns import lazy_pattern
from factcheck.language.scripts import has_han

_CLOSED = lazy_pattern(r"[《「『“\"]([^《》「」『』“”\"\n]{2,40})[》」』”\"]\s*$")
HAN_NAME = lazy_pattern(r"[\u3400-\u9fff][\u3400-\u9fff·‧•・]{0,18}[\u3400-\u9fff](?: ?[a-z\d-]{1,8})?")
_DIGITS_END = lazy_pattern(r"\d+[a-z]?$")


class GlossKind(StrEnum):
    """How a text says that two names are one."""

    TRANSLATION = "translation"
    SHORT = "short"
    """A short form: hereafter, 下稱, an acronym, 網信辦 behind the name that it abbreviates."""


def pair_before(
    text: str, folded: str, bracket: int, other: str, how: GlossKind | None
) -> tuple[int, int, EntityKind, GlossKind] | None:
    """Start and end of the name before the bracket that `other` is a second name of, and their kind."""
    end = bracket
    while end and text[end - 1] in " \u3000":
        end -= 1
    if not end or text[end - 1].isspace():
        return None
    closed = _CLOSED.search(text, max(0, end - 44), end)
    before_han = has_han(text[end - 1]) or bool(closed and has_han(closed[1]))
    if closed:
        span: tuple[int, int] | None = closed.span(1)
        told = None
    elif has_han(folded[end - 1]) or name_before(folded, end):
        edge = name_before(folded, end)
        span, told = (edge[0], end) if edge else None, edge[1] if edge else None
        before_han = True
    else:
        if is_acronym(other):
            span = spelled_out(text, end, other)
            return (
                (*span, kind_of_latin(text[slice(*span)]) or EntityKind.OTHER, GlossKind.SHORT)
                if span
                else None
            )
        span, told = latin_before(text, end), None
    # What begins right behind a bracket goes on from before it: 美腕(上海)網絡科技.
    if span is None or text[max(0, span[0] - 1)] in ")）-":
        return None
    name = text[slice(*span)]
    if fold(name) == fold(other) or is_mere_trade(fold(name)):
        return None
    if before_han and has_han(other):
        return _same_language(folded, span, other, how, told)
    if before_han or has_han(other):
        chinese, latin = (name, other) if before_han else (other, name)
        kind = _kind_of_pair(fold(chinese), latin, told)
        return None if kind is None else (*span, kind, how or GlossKind.TRANSLATION)
    return _latin_short(text, span, other, how)


def _kind_of_pair(chinese: str, latin: str, told: EntityKind | None) -> EntityKind | None:
    """What a Chinese name and its Latin form name together; None where the two do not fit."""
    words = latin.split()
    if is_description(chinese):
        return None
    numbers = (_DIGITS_END.search(chinese), _DIGITS_END.search(latin.lower()))
    if any(numbers):
        same = numbers[0] and numbers[1] and numbers[0][0] == numbers[1][0]
        return EntityKind.PRODUCT if same else None
    by_chinese, by_latin = kind_of_chinese(chinese), kind_of_latin(latin)
    person = looks_like_person(chinese)
    if by_chinese is EntityKind.LAW or by_latin is EntityKind.LAW:
        return EntityKind.LAW if by_chinese is by_latin else None
    if by_chinese is EntityKind.ORGANISATION:
        return EntityKind.ORGANISATION
    if by_latin is EntityKind.ORGANISATION:
        return (
            None
            if "·" in chinese or (person and told is EntityKind.PERSON) or not is_new_name(chinese)
            else by_latin
        )
    if person and 2 <= len(words) <= 4 and told in (None, EntityKind.PERSON):
        return EntityKind.PERSON
    if told is EntityKind.PERSON and is_transcribed(chinese) and 2 <= len(words) <= 4:
        return EntityKind.PERSON
    if (
        told is EntityKind.PERSON
        or (told is None and is_acronym(latin))
        or is_listed_person(chinese)
        or not is_new_name(chinese)
    ):
        return None
    return told or EntityKind.OTHER


def _same_language(
    folded: str, span: tuple[int, int], other: str, how: GlossKind | None, told: EntityKind | None
) -> tuple[int, int, EntityKind, GlossKind] | None:
    """網信辦 behind 國家互聯網信息辦公室: its characters in order, or said to be its short form."""
    short = fold(other)
    start, end = span
    if short[0] not in folded[start:end]:
        # A country in front is of the name where its short form begins with it: 台灣積體電路製造（台積電）.
        further = folded.rfind(short[0], max(0, start - 4), start)
        start = further if further >= 0 and HAN_NAME.fullmatch(folded[further:end]) else start
    long = folded[start:end]
    letters = iter(long)
    in_order = all(character in letters for character in short)
    if how is None and not (in_order and len(short) + 2 <= len(long) and len(short) <= 6):
        return None
    kind = kind_of_chinese(long) or told
    if kind is None and how is not None and long.startswith(short) and has_trade(long):
        kind = EntityKind.ORGANISATION
    if kind is EntityKind.PERSON and not looks_like_person(long):
        return None
    if kind is None and not (len(short) >= 3 if how is None else is_new_name(short)):
        return None
    return (start, end, kind or EntityKind.OTHER, GlossKind.SHORT)


def _latin_short(
    text: str, span: tuple[int, int], other: str, how: GlossKind | None
) -> tuple[int, int, EntityKind, GlossKind] | None:
    """Chengyue Technologies (“Chengyue”): a short form that is said to be one."""
    name = text[slice(*span)]
    long = other if how is None else name
    if how is None and not initials_fit(name, other):
        if not set(other.split()) < set(name.split()):
            return None
        long = name
    if other in text[max(0, span[0] - 80) : span[0]]:
        # National Immigration Agency, Ministry of the Interior (the “Agency”): the name stands further back.
        return None
    return (*span, kind_of_latin(long) or EntityKind.OTHER, GlossKind.SHORT)
