"""Puzzles of logic: what they claim to follow follows, worked out again by other means."""

from __future__ import annotations

import random
import re
from collections import Counter

import pytest

from training.data import CONTRADICTS, NEUTRAL, SUPPORTS
from training.logic import puzzles

MORE = {
    "larger": 1,
    "faster": 1,
    "older": 1,
    "stronger": 1,
    "more expensive": 1,
    "贵": 1,
    "长": 1,
    "强": 1,
    "早": 1,
    "宽": 1,
    "厚": 1,
}
LESS = {
    "smaller": -1,
    "slower": -1,
    "younger": -1,
    "weaker": -1,
    "cheaper": -1,
    "便宜": -1,
    "短": -1,
    "弱": -1,
    "晚": -1,
    "窄": -1,
    "薄": -1,
}
WORDS = "|".join(sorted((*MORE, *LESS), key=len, reverse=True))
THAN = re.compile(rf"^(\w+) is ({WORDS}) than (\w+)$|^(\w+?)比(\w+?)({WORDS})$")
AS = re.compile(r"^(\w+) is as \w+(?: \w+)? as (\w+)$|^(\w+?)和(\w+?)一样\w+$")
ONLY_EN = re.compile(
    r"^(\w+) (?:has only invested in|has sued only|supplies only|tested only|has funded only) (\w+)$"
)
NOT_EN = re.compile(r"(?:not|never) ")


def _than(text: str) -> tuple[str, str] | None:
    """(the one with more, the one with less)."""
    found = THAN.match(text)
    if found is None:
        return None
    one, word, other = (found[1], found[2], found[3]) if found[1] else (found[4], found[6], found[5])
    return (one, other) if word in MORE else (other, one)


def _follows(claim: str, passage: str) -> int | None:
    """The stance of a chain of comparisons, by walking it; None where it is another form of puzzle."""
    asked = _than(claim)
    parts = re.split(r"[,，] ?", passage.rstrip(".。"))
    edges: dict[str, set[tuple[str, int]]] = {}
    for part in parts:
        more, same = _than(part), AS.match(part)
        if more:
            edges.setdefault(more[0], set()).add((more[1], -1))
            edges.setdefault(more[1], set()).add((more[0], 1))
        elif same:
            one, other = (same[1], same[2]) if same[1] else (same[3], same[4])
            edges.setdefault(one, set()).add((other, 0))
            edges.setdefault(other, set()).add((one, 0))
        else:
            return None
    if asked is None:
        return None
    if asked[0] not in edges or asked[1] not in edges:
        return NEUTRAL
    level, queue = {asked[0]: 0}, [asked[0]]
    while queue:
        here = queue.pop()
        for other, step in edges[here]:
            if other not in level:
                level[other] = level[here] + step
                queue.append(other)
    return SUPPORTS if level[asked[1]] < 0 else CONTRADICTS


@pytest.mark.parametrize("seed", range(5))
def test_chains_of_comparisons_say_what_they_are_marked_with(seed: int) -> None:
    checked = 0
    for claim, passage, stance in puzzles(2000, random.Random(seed)):
        wanted = _follows(claim, passage)
        if wanted is not None:
            checked += 1
            assert stance == wanted, (claim, passage)
    assert checked > 100


def test_only_one_thing_each() -> None:
    checked = 0
    for claim, passage, stance in puzzles(6000, random.Random(11)):
        parts = [ONLY_EN.match(part) for part in passage.rstrip(".").split(", ")]
        if not all(parts):
            continue
        did = {part[1]: part[2] for part in parts if part}
        party, thing = claim.split(" ")[0], claim.split(" ")[-1]
        checked += 1
        if party not in did:
            assert stance == NEUTRAL
        else:
            assert (stance == SUPPORTS) == ((did[party] == thing) != bool(NOT_EN.search(claim))), (
                claim,
                passage,
            )
    assert checked > 100


def test_the_three_stances_come_about_equally_often_in_both_languages() -> None:
    made = list(puzzles(3000, random.Random(5)))
    counts = Counter(stance for *_, stance in made)
    assert min(counts.values()) > 0.25 * len(made)
    assert 0.2 < sum(claim.isascii() for claim, *_ in made) / len(made) < 0.5
    assert made == list(puzzles(3000, random.Random(5)))
