"""Who and what the two sides are about: names by their language-free keys."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.comparing.statement import ACTORS, Statement
from factcheck.language.entities import EntityKind, Mention
from factcheck.model import Difference, DifferenceKind


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
    return bool(keys.intersection(name.keys))


def _replaced(claim: Statement, sentence: Statement, context_keys: frozenset[str]) -> Difference | None:
    """The first actor that has no counterpart, beside the actor that stands in its place."""
    ours = [name for name in claim.names if name.kind in ACTORS]
    theirs = [name for name in sentence.names if name.kind in ACTORS]
    extra = [name for name in theirs if not _is_in(name, claim.keys)]
    for name in ours:
        if _is_in(name, sentence.keys | context_keys):
            continue
        rival = next((other for other in extra if other.kind is name.kind), None)
        if rival is not None:
            return Difference(DifferenceKind.NAME, name.text, rival.text)
    return None
