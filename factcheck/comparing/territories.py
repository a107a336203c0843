"""Where a figure holds: the world, a region, a country or a part of it, named beside the figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from factcheck.comparing.kept import kept
from factcheck.comparing.statement import Statement
from factcheck.language.aliases import load_aliases
from factcheck.language.folding import fold
from factcheck.language.patterns import lazy_pattern
from factcheck.language.regions import SEATS, WORLD, is_part_of_country, lies_in
from factcheck.model import Difference, DifferenceKind

Span = tuple[int, int]
_WORLD_WORDS = lazy_pattern(r"\b(?:global|globally|worldwide|world)\b|全球|全世界|世界市场|举世")
_NATION_WORDS = lazy_pattern(
    r"\b(?:nationwide|nationally|nation-wide|countrywide|across the (?:country|nation)|the whole country|all \d+ states)\b|全国|举国"
)
_NATION = "the nation"
"""A whole country that is not named."""
_WHOLE_WORDS = lazy_pattern(
    r"(?P<taiwan>全台|全省(?=.{0,4}(?:台|地区))|台湾全岛)|(?P<hongkong>全港|本港整体)|(?P<china>全中国)|(?P<us>全美|\bacross the (?:united states|u\.s\.|us\b)|\bus-wide)"
    r"|(?P<eu>全欧盟|\beu-wide|\bacross the (?:european union|eu\b|bloc))|(?P<europe>全欧|\bacross europe)|(?P<japan>全日本|日本全国)|(?P<uk>全英|\buk-wide|\bacross britain)|(?P<india>全印度)"
)
_OF_WHOLE = lazy_pattern(
    r"\b(?:across|throughout|in all of|the whole of|whole|total|overall)(?: the)?\s*$|整个\s*$"
)
_AS_PLACE_BEFORE = lazy_pattern(
    r"\b(?:in|at|near|around|across|outside|of) (?:central |greater )?$|[在于赴]\s*$"
)
_AS_PLACE_BEHIND = lazy_pattern(r"\s?(?:市|都会|地区|'s (?:hospitals|schools|homes)|residents| city)")
_REGIONAL_BODIES = frozenset({"eu", "asean"})
_HAPPENS_THERE = lazy_pattern(
    r"\b(?:build|built|open|invest|plant|fab|factory|held|host|visit|land|sign|announc|launch|arrest|crash|met|meet|perform|play)\w*"
    r"|建|设厂|工厂|厂|投资|开幕|举行|访问|落脚|动工|启用|设立|逮捕|签署|发射|论坛|登场"
)
"""Figures of a thing at one place: a country and the town in it are one place told twice."""


class Said(NamedTuple):
    """A place that a text names at [start, end)."""

    key: str
    start: int
    end: int
    whole: bool
    """Whether it is marked as a whole: worldwide, 全台, across the EU."""


class Territories:
    """The places that a text names, beside its figures and elsewhere: key -> words."""

    def __init__(self, statement: Statement, stretches: Sequence[Span]) -> None:
        self.beside: dict[str, str] = {}
        self.elsewhere: dict[str, str] = {}
        self.whole: set[str] = set()
        """Those marked as wholes."""
        for place in places_said(statement):
            inside = any(first <= place.start < last for first, last in stretches)
            words = statement.text[place.start : place.end]
            (self.beside if inside else self.elsewhere).setdefault(place.key, words)
            if place.whole:
                self.whole.add(place.key)

    @property
    def named(self) -> dict[str, str]:
        """Those beside the figures, else those of the rest of the text."""
        return self.beside or self.elsewhere

    @property
    def every(self) -> frozenset[str]:
        return frozenset(self.beside) | frozenset(self.elsewhere)


@kept
def places_said(statement: Statement) -> list[Said]:
    """The places that a text names, by words for wholes and by names."""
    folded = statement.folded
    found = [Said(WORLD, *match.span(), True) for match in _WORLD_WORDS.finditer(folded)]
    found += [Said(_NATION, *match.span(), True) for match in _NATION_WORDS.finditer(folded)]
    for match in _WHOLE_WORDS.finditer(folded):
        key = str(match.lastgroup).replace("hongkong", "hong kong")
        found.append(Said(key, *match.span(), True))
    said_by = statement.speaking
    reach = range(said_by.start, said_by.start + len(said_by.text)) if said_by else range(0)
    bodies = [name for name in statement.names if name.key in _REGIONAL_BODIES]
    for place in (*statement.places, *bodies):
        if place.key == WORLD or place.start in reach:
            continue
        if place.key in SEATS and not _is_place(folded, place.start, place.end):
            continue
        before = folded[max(0, place.start - 24) : place.start]
        found.append(Said(place.key, place.start, place.end, _OF_WHOLE.search(before) is not None))
    return found


def _is_place(folded: str, start: int, end: int) -> bool:
    return bool(
        _AS_PLACE_BEFORE.search(folded, max(0, start - 24), start) or _AS_PLACE_BEHIND.match(folded, end)
    )


def territory_difference(
    claim: Statement,
    sentence: Statement,
    spans: tuple[Sequence[Span], Sequence[Span]],
    title_places: Sequence[str] = (),
) -> Difference | None:
    """The figures hold of two places, or of a whole and a part of it; None where one side names none.

    `spans` are the stretches around the figures in each text; `title_places` are where the sentence's
    report is about, in the title's words.
    """
    if not places_said(claim):
        return None
    ours, theirs = Territories(claim, spans[0]), Territories(sentence, spans[1])
    if not theirs.named:
        return _against_title(ours, title_places)
    rest = (
        {key: word for key, word in ours.named.items() if key not in theirs.every},
        {key: word for key, word in theirs.named.items() if key not in ours.every},
    )
    if not rest[0] or not rest[1]:
        return _part_of_shared(ours, theirs, rest)
    common = ours.every & theirs.every
    at_one_place = _HAPPENS_THERE.search(claim.folded) is not None
    for one, our_word in rest[0].items():
        for other, their_word in rest[1].items():
            if _are_two(one, other, ours, theirs, common=bool(common), at_one_place=at_one_place):
                return Difference(DifferenceKind.SCOPE, our_word, their_word)
    return None


def _are_two(
    one: str, other: str, ours: Territories, theirs: Territories, *, common: bool, at_one_place: bool
) -> bool:
    whole, part = (one, other) if lies_in(other, one) or one == _NATION else (other, one)
    if whole == _NATION:
        return is_part_of_country(part) or part == WORLD
    if {one, other} in ({"eu", "europe"}, {"eu", "eurozone"}, {"asean", "southeast asia"}):
        return False
    if not lies_in(part, whole):
        # Beside a place that both name a second one may be anything: where it is made, who buys.
        return not common or bool(one in ours.beside and other in theirs.beside)
    marked = whole in ours.whole or whole in theirs.whole
    return marked or not at_one_place


def _part_of_shared(
    ours: Territories, theirs: Territories, rest: tuple[Mapping[str, str], Mapping[str, str]]
) -> Difference | None:
    """One side names beside its figure a part of what both name, and the other marks it as the whole."""
    for whole_side, part_side, parts in ((ours, theirs, rest[1]), (theirs, ours, rest[0])):
        for part, word in parts.items():
            for whole, whole_word in whole_side.beside.items():
                apart = part in part_side.beside and whole not in part_side.beside
                if apart and whole in whole_side.whole and lies_in(part, whole):
                    sides = (whole_word, word) if whole_side is ours else (word, whole_word)
                    return Difference(DifferenceKind.SCOPE, *sides)
    return None


def _against_title(ours: Territories, title_places: Sequence[str]) -> Difference | None:
    """A whole against a report on a part of it."""
    for whole in ours.whole & ours.named.keys():
        for words in title_places:
            keys = [sense.key for sense in load_aliases().senses.get(fold(words), ())]
            if any(_lies_within(key, whole) for key in keys):
                return Difference(DifferenceKind.SCOPE, ours.named[whole], words)
    return None


def _lies_within(part: str, whole: str) -> bool:
    return is_part_of_country(part) if whole == _NATION else lies_in(part, whole)
