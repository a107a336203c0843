"""Quantities of a claim beside those of a sentence that measure the same thing of the same actor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from factcheck.comparing.alignment import FloatArray, WordVectors, direction
from factcheck.comparing.kept import kept
from factcheck.comparing.measures import (
    Figure,
    Relation,
    asserted,
    figures_of,
    other_moment,
    relate,
    same_moment,
    twin_units,
)
from factcheck.comparing.statement import ACTORS, Statement
from factcheck.language.entities import EntityKind, Mention
from factcheck.language.quantities import Quantity, QuantityKind

ALIKE = 0.2
"""Cosine of the words around two figures from which they are taken to measure the same thing."""
_COUNTED_ALIKE = 0.4
"""The same of the nouns that two plain numbers count, where their counters are not one."""
_CLAUSES_ALIKE = 0.45
"""The same of their whole clauses, where the nouns are two words for one thing: jobs, positions."""
_CLAUSES_NAMED = 0.3
"""The same where both texts are about somebody by name."""
_SOLE = 0.35
"""Cosine of two whole clauses from which the only figures of a kind in them measure the same thing."""
_SOLE_NAMED = 0.15
"""The same where both texts are about somebody by name."""
_SOLE_OF_ALL = 0.45
"""The same of the two texts as wholes."""
_SAME_VALUE = 0.3
"""How much less alike the words around an equal value may be than those around another one."""
_ONE_TIME, _TWO_TIMES = 0.2, 0.7
"""What figures told for one time gain in nearness, and those for two times lose."""
_TELLING_VALUE = 0.6
"""The same for a value of three digits and more, which is rarely equal by chance."""
_TELLING_DIGITS = 3
_ODD_DIGITS = 2
"""Digits from which two equal plain numbers may count one thing, whatever it is called: 31, not 30."""
_FEW = 5


@dataclass(frozen=True, slots=True)
class FigurePair:
    """A claim's quantity beside the sentence's quantity that comes nearest to it."""

    claim: Quantity
    evidence: Quantity | None
    """None where the sentence states nothing of the kind, or only of what is by its words another measure."""
    agrees: bool
    opposed: bool
    """Whether both say which way it went, and say opposite ways."""
    likeness: float = 0.0
    """Cosine of the words around the two figures, in [0, 1]: how far they measure the same thing."""
    twin: Quantity | None = None
    """Without `evidence`: the same number in another unit of the same sort."""
    left_open: bool = False
    """Whether the evidence's words allow the claim's value and say no more: 160 beside "fewer than 260"."""

    @property
    def differs(self) -> bool:
        """Whether the two values cannot be one."""
        return self.evidence is not None and not self.agrees


@dataclass(frozen=True, slots=True)
class _Link:
    """A claim's figure and one of the sentence's that can be held against it, by their places."""

    ours: int
    theirs: int
    relation: Relation
    likeness: float
    weight: float


class _Texts:
    """Directions of stretches of the two texts, each worked out once."""

    def __init__(self, claim: Statement, sentence: Statement, vectors: WordVectors) -> None:
        self._claim, self._sentence = claim.text, sentence.text
        self.named = any(
            name.kind is not EntityKind.PLACE and sentence.keys.intersection(name.keys)
            for name in claim.names
        )
        self._vectors = vectors
        self._known: dict[str, FloatArray] = {}

    def alike(self, one: str, other: str) -> float:
        """Cosine of two stretches of text, in [-1, 1]; 0 where either says nothing."""
        return float(self._of(one) @ self._of(other))

    def whole(self) -> float:
        """Cosine of the two texts, in [-1, 1]."""
        return self.alike(self._claim, self._sentence)

    def _of(self, text: str) -> FloatArray:
        if text not in self._known:
            self._known[text] = direction(text, self._vectors)
        return self._known[text]


def pair_figures(
    claim: Statement,
    sentence: Statement,
    vectors: WordVectors,
    background: frozenset[str] = frozenset(),
) -> tuple[FigurePair, ...]:
    """Each figure of the claim with its best partner in the sentence, no partner given twice.

    A claim whose only figure is a length of time (a review of 60 days) asserts that; beside other
    figures it is the period that they are measured over. `background` are the keys of names that the
    claim's article mentions around it: whose figure it may be where the claim names nobody.
    """
    ours = asserted(claim)
    if not ours:
        return ()
    own = [one.figure for one in _with_owners(sentence) if not _is_anothers(one, claim, sentence, background)]
    texts = _Texts(claim, sentence, vectors)
    links = list(_links(ours, own, texts))
    taken = _assigned(links, ours, own, texts)
    return tuple(_pair(one, taken.get(place), own) for place, one in enumerate(ours))


def _links(ours: Sequence[Figure], own: Sequence[Figure], texts: _Texts) -> Iterator[_Link]:
    relations = {
        (place, other_place): relation
        for place, one in enumerate(ours)
        for other_place, other in enumerate(own)
        if (relation := relate(one, other)) is not None
    }
    met = [
        places
        for places, relation in relations.items()
        # Wafers of 8 inches in two phases are met by chance.
        if relation.same_value and _digits(ours[places[0]].quantity) > 1
    ]
    for (place, other_place), relation in relations.items():
        one, other = ours[place], own[other_place]
        likeness = texts.alike(one.around, other.around)
        if relation.by_noun:
            nouns, clauses = texts.alike(one.noun, other.noun), texts.alike(one.clause, other.clause)
            chance = not relation.agrees or _digits(one.quantity) < _ODD_DIGITS
            near = clauses >= (_CLAUSES_NAMED if texts.named else _CLAUSES_ALIKE)
            # Clauses that share another figure are alike for that: cost 6 million and employs 420 people.
            near = near and not any(
                first != place
                and second != other_place
                and (ours[first].clause, own[second].clause) == (one.clause, other.clause)
                for first, second in met
            )
            if chance and nouns < _COUNTED_ALIKE and not near:
                continue
            likeness = max(likeness, min(nouns, clauses))
        bonus = 0.0
        if relation.same_value:
            bonus = _TELLING_VALUE if _digits(one.quantity) >= _TELLING_DIGITS else _SAME_VALUE
        bonus += _ONE_TIME * same_moment(one, other) - _TWO_TIMES * other_moment(one, other)
        yield _Link(place, other_place, relation, likeness, likeness + bonus)


def _digits(quantity: Quantity) -> int:
    """Digits that count: 3 of 412,000 and of 8.75."""
    value = quantity.low if quantity.value is None else quantity.value
    return len(f"{abs(value):.6g}".partition("e")[0].replace(".", "").strip("0"))


def _assigned(
    links: Sequence[_Link], ours: Sequence[Figure], own: Sequence[Figure], texts: _Texts
) -> dict[int, _Link]:
    """The closest links first, each figure in one of them; other values only where the measures are alike."""
    taken: dict[int, _Link] = {}
    used: set[int] = set()
    for link in sorted(links, key=lambda one: (-one.weight, one.ours, one.theirs)):
        if link.ours in taken or link.theirs in used:
            continue
        if not link.relation.same_value and link.likeness < ALIKE:
            rivals = {other.theirs for other in links if other.ours == link.ours} - used
            clauses = texts.alike(ours[link.ours].clause, own[link.theirs].clause)
            near = (
                clauses >= _SOLE or texts.whole() >= _SOLE_OF_ALL or (texts.named and clauses >= _SOLE_NAMED)
            )
            if len(rivals) > 1 or not near:
                continue
        taken[link.ours] = link
        used.add(link.theirs)
    return taken


def _pair(figure: Figure, link: _Link | None, own: Sequence[Figure]) -> FigurePair:
    if link is None:
        twin = next((other.quantity for other in own if twin_units(figure, other)), None)
        return FigurePair(figure.quantity, None, agrees=False, opposed=False, twin=twin)
    relation, evidence = link.relation, own[link.theirs].quantity
    likeness = min(1.0, max(0.0, link.likeness))
    return FigurePair(
        figure.quantity,
        evidence,
        relation.agrees,
        relation.opposed,
        likeness,
        left_open=relation.left_open and relation.agrees,
    )


class _Owned(NamedTuple):
    """A figure of a sentence, with the names in its clause."""

    figure: Figure
    actors: tuple[Mention, ...]
    things: frozenset[str]
    """Keys of all of them but places."""


@kept
def _with_owners(sentence: Statement) -> tuple[_Owned, ...]:
    """The figures of a sentence, with whose they may be."""
    found = []
    for figure in figures_of(sentence):
        start, end = sentence.clause_at(figure.quantity.start)
        inside = [name for name in sentence.names if start <= name.start < end]
        actors = tuple(name for name in inside if name.kind in ACTORS)
        things = frozenset(key for one in inside if one.kind is not EntityKind.PLACE for key in one.keys)
        found.append(_Owned(figure, actors, things))
    return tuple(found)


def _is_anothers(owned: _Owned, claim: Statement, sentence: Statement, background: frozenset[str]) -> bool:
    """Whether the figure's clause is about an actor that the claim does not name, and another about its own.

    Who only says it is no actor of the figure: SIA forecasts it, NVIDIA loses it. A claim that names
    nobody is about somebody of its article.
    """
    if not owned.actors or not claim.keys.isdisjoint(owned.things):
        return False
    if background and not any(name.kind in ACTORS for name in claim.names):
        return not any(background.intersection(name.keys) for name in owned.actors)
    own = _own_keys(claim)
    return any(own.intersection(name.keys) for name in sentence.names if name.kind in ACTORS)


@kept
def _own_keys(claim: Statement) -> frozenset[str]:
    """Keys of its names but for who says it."""
    return frozenset(
        key for name in claim.names if name.text not in (claim.speaker or "") for key in name.keys
    )


def is_plain(pair: FigurePair) -> bool:
    """Whether the claim's figure is a plain number or a few of something: known only by what it counts, and
    nothing that a sentence leaves out where it counts nothing alike."""
    kind, value = pair.claim.kind, pair.claim.value
    return kind is QuantityKind.NUMBER or (kind is QuantityKind.COUNT and value is not None and value < _FEW)
