"""Who and what the two sides are about: names by their language-free keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.comparing.kept import kept
from factcheck.comparing.posts import post_difference
from factcheck.comparing.roles import doers, is_opened, is_person_like, may_be_rivals
from factcheck.comparing.said_by import is_listed
from factcheck.comparing.statement import ACTORS, Statement, stands_in
from factcheck.language.chinese_names import is_new_name, stem_of
from factcheck.language.entities import EntityKind, Mention
from factcheck.language.folding import fold
from factcheck.language.latin_names import core_of
from factcheck.language.patterns import lazy_pattern
from factcheck.language.scripts import has_han
from factcheck.model import Difference, DifferenceKind


@dataclass(frozen=True, slots=True)
class NameComparison:
    """Shares are over the claim's names, in [0, 1]; 1 where it has none."""

    shared: float
    replaced: Difference | None
    """An actor of the claim in whose place the sentence has another of the same kind, or the post of one."""
    unnamed: bool = False
    """Whether who does it in the claim is named neither in the sentence, which names nobody in that place,
    nor around it."""


@dataclass(frozen=True, slots=True)
class Event:
    """Where the sentence tells of the claim's matter."""

    clause: tuple[int, int] | None = None
    agrees: bool = False
    """Whether both state the same figures of it."""
    around: str = ""
    """Title and sentence before, folded."""


_NO_EVENT = Event()
_COMMON_FIRST = lazy_pattern(
    r"(?:the|bank|united|national|american|general|first|royal|new|international|global|advanced|applied|university"
    r"|ministry|department|[a-z]{1,3})"
)
"""Words that many names begin with and that stand in any text."""
_LATIN_WORD = lazy_pattern(r"[A-Za-z]{3,}")


def compare_names(
    claim: Statement, sentence: Statement, context_keys: frozenset[str], event: Event = _NO_EVENT
) -> NameComparison:
    """The claim's names in the sentence, or at least in its context (title and the sentence before)."""
    there = sentence.keys | context_keys
    names = _telling(claim)
    missed = sum(not _is_in(name, there) for name in names)
    shared = 1.0 if not names else 1 - missed / len(names)
    replaced = _replaced(claim, sentence, there, event) or post_difference(claim, sentence)
    return NameComparison(shared, replaced, _unnamed(claim, sentence, there, event))


@kept
def _telling(claim: Statement) -> tuple[Mention, ...]:
    """The names by which it is known what a claim is about."""
    telling = [name for name in claim.names if name.kind not in (EntityKind.OTHER, EntityKind.PLACE)]
    return tuple(telling) or claim.places


def _is_in(name: Mention, keys: frozenset[str]) -> bool:
    if keys.intersection(name.keys):
        return True
    if name.kind is EntityKind.PERSON and " " not in name.key and name.key.isascii():
        # Mr Huang, where the other side says Jensen Huang.
        return any(key.endswith(f" {name.key}") for key in keys)
    if name.kind not in (EntityKind.ORGANISATION, EntityKind.OTHER):
        return False
    if any(is_opened(key, name.key) for key in keys):
        return True
    # Chengyue, where the other side says Chengyue Technologies; Chengyue Silicon is another than that.
    return _core(name.key) in keys or any(_core(key) == name.key for key in keys)


@lru_cache(maxsize=4096)
def _core(key: str) -> str:
    """A firm's key without its trade, for a name that no table holds."""
    if not has_han(key):
        return core_of(key)
    stem = stem_of(key)
    return stem if is_new_name(stem) else key


def _replaced(
    claim: Statement, sentence: Statement, there: frozenset[str], event: Event
) -> Difference | None:
    """The actor of the claim in whose place the sentence has another, beside that one."""
    found = _other_doer(claim, sentence, there, event)
    if found is not None:
        return found
    missing = [name for name in _own(claim) if not _is_in(name, there)]
    others = [name for name in _others(claim, sentence) if not _is_in(name, claim.keys)] if missing else []
    return _other_actor(missing, others) if missing and others else None


@kept
def _own(claim: Statement) -> list[Mention]:
    """Its names but for those of places and of who only says it."""
    spoken = _spoken(claim)
    return [name for name in claim.names if name.kind is not EntityKind.PLACE and name not in spoken]


def _other_doer(
    claim: Statement, sentence: Statement, there: frozenset[str], event: Event
) -> Difference | None:
    """Somebody else does it: nobody of the claim's who do it does so in the sentence.

    A doer of the claim that the sentence has too, but in another clause than the one that tells of the
    same figures, is replaced in this one: "Pfizer pays $10bn, beating Novo's bid" against Novo.
    """
    ours = doers(claim)
    theirs = (doers(sentence, event.clause) or doers(sentence)) if ours else ()
    if not theirs or any(_is_in(name, frozenset(_keys(theirs))) for name in ours):
        return None
    rivals = [
        name for name in theirs if not _is_in(name, claim.keys) and not stands_in(name.text, claim.folded)
    ]
    gone = [
        name
        for name in ours
        if not _is_in(name, there)
        and not stands_in(name.text, sentence.folded)
        and not stands_in(name.text, event.around)
    ]
    if len(gone) < len(ours):
        elsewhere = event.agrees and event.clause is not None and len(rivals) == len(theirs)
        if not elsewhere or _names_within(sentence, event.clause, ours):
            return None
        gone = list(ours)
    return next(
        (
            Difference(DifferenceKind.NAME, one.text, other.text)
            for one in gone
            for other in rivals
            if may_be_rivals(one, other)
        ),
        None,
    )


def _unnamed(claim: Statement, sentence: Statement, there: frozenset[str], event: Event) -> bool:
    """Whether the sentence tells of somebody that it does not name, and nothing says that it is the claim's.

    A name that no table holds may stand there in the other script.
    """
    ours = doers(claim)
    if not ours or not _opens(claim, ours[0]) or doers(sentence):
        return False
    return not any(
        _is_in(name, there)
        or any(
            stands_in(words, text)
            for words in (name.text, _first(name))
            for text in (sentence.folded, event.around)
        )
        or (not is_listed(name) and _may_be_written_otherwise(name, sentence.text + event.around))
        for name in ours
    )


def _may_be_written_otherwise(name: Mention, text: str) -> bool:
    """Whether a text has words of the other script, in which a name that no table holds may stand."""
    return _LATIN_WORD.search(text) is not None if has_han(name.text) else has_han(text)


def _first(name: Mention) -> str:
    """What a name may be shortened to: Northgate of Northgate Devices, 遠山 of 遠山電子."""
    if has_han(name.text):
        return stem_of(fold(name.text))
    first = name.text.split()[0]
    return name.text if _COMMON_FIRST.fullmatch(first.lower()) else first


def _opens(claim: Statement, name: Mention) -> bool:
    """Whether a claim begins with a name, or with a time or a place and then the name, and goes on to say
    something of it: 歐盟《人工智慧法》 is about the law."""
    if claim.text[name.end : name.end + 1] == "《":
        return False
    places = [one for one in claim.names if one.kind is EntityKind.PLACE]
    ends = [*(day.end for day in claim.dates), *(one.end for one in places)]
    start = max((end for end in ends if end <= name.start), default=0)
    return not any(character.isalnum() for character in claim.text[start : name.start])


def _other_actor(missing: Sequence[Mention], extra: Sequence[Mention]) -> Difference | None:
    """Another of the same kind, whatever the two do; of unknown names only people, one on each side."""
    for name in (one for one in missing if one.kind in ACTORS):
        for other in extra:
            if other.kind is name.kind and may_be_rivals(name, other):
                return Difference(DifferenceKind.NAME, name.text, other.text)
    people = [[one for one in side if is_person_like(one)] for side in (missing, extra)]
    if len(people[0]) == len(people[1]) == 1 and may_be_rivals(people[0][0], people[1][0]):
        return Difference(DifferenceKind.NAME, people[0][0].text, people[1][0].text)
    return None


def _keys(names: Sequence[Mention]) -> set[str]:
    return {key for name in names for key in name.keys}


def _names_within(sentence: Statement, clause: tuple[int, int] | None, names: Sequence[Mention]) -> bool:
    """Whether the clause names one of these."""
    start, end = clause or (0, 0)
    inside = [one for one in sentence.names if start <= one.start < end]
    return any(_is_in(name, frozenset(_keys(inside))) for name in names)


@kept
def _spoken(statement: Statement) -> frozenset[Mention]:
    """Names of who says it, where it is not told of themselves."""
    speaker = statement.speaking
    return frozenset() if speaker is None or speaker.own_act else frozenset(speaker.names)


def _others(claim: Statement, sentence: Statement) -> list[Mention]:
    """Names of the sentence that may stand in the place of the claim's: who only says it is none, where the
    claim is said by somebody too or the sentence has others."""
    names = [name for name in sentence.names if name.kind is not EntityKind.PLACE]
    told = _own(sentence)
    said = claim.speaking is not None and not claim.speaking.own_act
    return told if said or any(name.kind in ACTORS for name in told) else names
