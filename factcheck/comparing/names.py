"""Who and what the two sides are about: names by their language-free keys."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from factcheck.comparing.statement import ACTORS, Statement, stands_in
from factcheck.language.chinese_names import is_new_name, stem_of
from factcheck.language.entities import EntityKind, Mention
from factcheck.language.latin_names import core_of
from factcheck.language.patterns import lazy_pattern
from factcheck.language.scripts import has_han
from factcheck.model import Difference, DifferenceKind

_CAPITALISED = lazy_pattern(r"[A-Z][a-z]{3,}|[A-Z][a-z'’.-]+(?: [A-Z][a-z'’-]+){1,2}")


@dataclass(frozen=True, slots=True)
class NameComparison:
    """Shares are over the claim's names, in [0, 1]; 1 where it has none."""

    shared: float
    replaced: Difference | None
    """An actor of the claim in whose place the sentence has another of the same kind."""


def compare_names(claim: Statement, sentence: Statement, context_keys: frozenset[str]) -> NameComparison:
    """The claim's names in the sentence, or at least in its context (title and the sentence before)."""
    there = sentence.keys | context_keys
    telling = [name for name in claim.names if name.kind not in (EntityKind.OTHER, EntityKind.PLACE)]
    names = telling or list(claim.places)
    missed = sum(not _is_in(name, there) for name in names)
    shared = 1.0 if not names else 1 - missed / len(names)
    return NameComparison(shared, _replaced(claim, sentence, context_keys))


def _is_in(name: Mention, keys: frozenset[str]) -> bool:
    if keys.intersection(name.keys):
        return True
    if name.kind is EntityKind.PERSON and " " not in name.key and name.key.isascii():
        # Mr Huang, where the other side says Jensen Huang.
        return any(key.endswith(f" {name.key}") for key in keys)
    if name.kind not in (EntityKind.ORGANISATION, EntityKind.OTHER):
        return False
    # Chengyue, where the other side says Chengyue Technologies; Chengyue Silicon is another than that.
    return _core(name.key) in keys or any(_core(key) == name.key for key in keys)


@lru_cache(maxsize=4096)
def _core(key: str) -> str:
    """A firm's key without its trade, for a name that no table holds."""
    if not has_han(key):
        return core_of(key)
    stem = stem_of(key)
    return stem if is_new_name(stem) else key


def _replaced(claim: Statement, sentence: Statement, context_keys: frozenset[str]) -> Difference | None:
    """The first actor that has no counterpart, beside the actor that stands in its place."""
    ours = [name for name in claim.names if name.kind in ACTORS or _may_act(name)]
    theirs = [name for name in sentence.names if name.kind in ACTORS or _may_act(name)]
    extra = [name for name in theirs if not _is_in(name, claim.keys)]
    for name in ours:
        if _is_in(name, sentence.keys | context_keys) or stands_in(name.text, sentence.folded):
            continue
        rival = next((other for other in extra if _of_one_kind(name, other, claim, sentence)), None)
        if rival is not None:
            return Difference(DifferenceKind.NAME, name.text, rival.text)
    return None


def _may_act(name: Mention) -> bool:
    """Whether a name of unknown kind is written as a firm's or a person's: Perplexity, Amy Hood."""
    return name.kind is EntityKind.OTHER and _CAPITALISED.fullmatch(name.text) is not None


def _of_one_kind(name: Mention, other: Mention, claim: Statement, sentence: Statement) -> bool:
    """Whether one can stand in the other's place; of unknown kind only where both come first, as subjects."""
    if name.kind is other.kind:
        return name.kind is not EntityKind.OTHER
    kinds = {name.kind, other.kind}
    if EntityKind.OTHER not in kinds or not kinds & {EntityKind.PERSON, EntityKind.ORGANISATION}:
        return False
    unknown = name if name.kind is EntityKind.OTHER else other
    if EntityKind.PERSON in kinds and " " not in unknown.text:
        return False
    return EntityKind.PERSON in kinds or (_comes_first(name, claim) and _comes_first(other, sentence))


def _comes_first(name: Mention, statement: Statement) -> bool:
    return all(
        name.start <= other.start for other in statement.names if other.kind in ACTORS or _may_act(other)
    )
