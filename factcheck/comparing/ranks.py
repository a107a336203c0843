"""Ranks: second among suppliers, the largest market, 居第一位. A rank is of an actor and holds for one only."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.comparing.kept import kept
from factcheck.comparing.statement import ACTORS, Statement
from factcheck.language.entities import EntityKind, Mention
from factcheck.language.patterns import lazy_pattern
from factcheck.model import Difference, DifferenceKind

_ORDINALS = (
    ("first", "1st"), ("second", "2nd"), ("third", "3rd"), ("fourth", "4th"), ("fifth", "5th"),
    ("sixth", "6th"), ("seventh", "7th"), ("eighth", "8th"), ("ninth", "9th"), ("tenth", "10th"),
)  # fmt: skip
_WORDS = {word: place for place, words in enumerate(_ORDINALS, start=1) for word in words}
_WORDS |= {word: place for place, word in enumerate(("one", "two", "three", "four", "five"), start=1)}
_WORDS |= {word: place for place, word in enumerate("一二三四五六七八九十", start=1)}
_MOST = r"largest|biggest|leading|top|highest"
_RANK = lazy_pattern(
    rf"\b(?P<nth>{'|'.join(word for pair in _ORDINALS for word in pair)})[- ](?:{_MOST}|most)\b"
    rf"|\b(?:came|ranks?|ranked|placed|finished|stands?|is|was|in)\s+(?P<came>"
    rf"{'|'.join(word for pair in _ORDINALS for word in pair)})(?=\s*(?:[,.;]|$|place|in\b|with\b|among\b|by\b|behind\b|worldwide|globally))"
    r"|\b(?:no\.?|number)\s?(?P<number>\d{1,2}|one|two|three|four|five)\b(?! of)"
    rf"|\b(?P<top>(?:the |world's |country's |its )(?:{_MOST})(?= [a-z]))|\btop(?:s|ped)? the (?:list|ranking|table)"
    r"|第(?P<han>[一二三四五六七八九十]|\d{1,2})(?:大|名|位|(?=[,。;、]|$))"
    r"|(?P<head>榜首|冠军|头把交椅|龙头|居首|首位|居冠|第一把交椅)"
    r"|(?P<most>最大)(?=的?[^,。;]{0,14}(?:商|厂|公司|企业|供应|客户|市场|买家|国|者))",
    re.ASCII,
)
_ONE_OF = lazy_pattern(r"\b(?:one|some|among|three|two|five|ten) (?:of )?$|之一")


@dataclass(frozen=True, slots=True)
class Rank:
    """A place in an order, from 1, and the actor that stands there."""

    place: int
    text: str
    start: int
    owner: Mention | None


@kept
def ranks(statement: Statement) -> tuple[Rank, ...]:
    """The ranks that a text gives, each with the actor named last before it in its clause, else first."""
    found = []
    for match in _RANK.finditer(statement.folded):
        if _ONE_OF.search(statement.folded, max(0, match.start() - 12), match.start()):
            continue
        word = next((match[name] for name in ("nth", "came", "number", "han") if match[name]), "1")
        place = int(word) if word.isdigit() else _WORDS.get(word, 1)
        start, end = match.span()
        found.append(Rank(place, statement.text[start:end], start, _owner(statement, start)))
    return tuple(found)


def _owner(statement: Statement, position: int) -> Mention | None:
    actors = [name for name in statement.names if name.kind in ACTORS or name.kind is EntityKind.OTHER]
    before = [name for name in actors if name.end <= position]
    return before[-1] if before else next(iter(actors), None)


def rank_difference(claim: Statement, sentence: Statement) -> Difference | None:
    """The claim's actor at another place in the sentence, or another actor at its place; else None.

    Ranks without a named actor are held against each other only where neither side names one.
    """
    ours = ranks(claim)
    theirs = ranks(sentence) if ours else ()
    for rank in ours:
        same = [other for other in theirs if _one_actor(rank.owner, other.owner)]
        if same and all(other.place != rank.place for other in same):
            return Difference(DifferenceKind.QUANTITY, rank.text, same[0].text)
        rival = next((other for other in theirs if other.place == rank.place and _two(rank, other)), None)
        if not same and rival is not None and rank.owner is not None and rival.owner is not None:
            return Difference(DifferenceKind.NAME, rank.owner.text, rival.owner.text)
    return None


def _one_actor(one: Mention | None, other: Mention | None) -> bool:
    if one is None or other is None:
        return one is other
    return bool(set(one.keys).intersection(other.keys))


def _two(one: Rank, other: Rank) -> bool:
    return one.owner is not None and other.owner is not None and not _one_actor(one.owner, other.owner)
