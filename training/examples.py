"""What the judge's network is trained on: claims beside a sentence and what stands around it.

The rows of the verdict sets that may ship, each with its nearest sentence; sentences of the same pages and
near ones of other claims, which say nothing; sentences told otherwise (contrast.py); and puzzles (logic.py).
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.encoders.static import StaticEncoder
from factcheck.language.entities import find_entities
from training.contrast import (
    CHANGES,
    bounded,
    changed_date,
    changed_figure,
    changed_polarity,
    contrasts,
    part_of,
)
from training.contrast import renamed as with_another_name
from training.data import (
    CONTRADICTS,
    NEUTRAL,
    PARALLEL,
    STANCES,
    SUPPORTS,
    VERDICTS,
    Row,
    parallel_pairs,
    sentences_of,
    short,
)
from training.logic import puzzles

_NEAREST, _AMONG = 14, 5
"""Of the nearest texts of other claims one is taken by chance, of the first that are not the claim's own."""
_LONGEST = 400
"""Characters of a translation that is told otherwise."""
_SELF = 0.3
"""Share of the changes of a text that are held against the text itself."""


class Sample(NamedTuple):
    """A claim, a sentence, its surroundings, and what the sentence means for the claim."""

    claim: str
    sentence: str
    title: str
    around: str
    stance: int
    kind: str
    """The set that it is of, with `~other` or `~near` for what says nothing, or how it was made."""


def of_sets(sets: dict[str, list[Row]], encoder: StaticEncoder, chance: random.Random) -> list[Sample]:
    """The rows of each set, and for these the sentences that say nothing."""
    found: list[Sample] = []
    for name in VERDICTS:
        kind = short(name)
        own = [
            Sample(row["claim"], *best, STANCES[row["label"]], kind)
            for row in sets[name]
            if (best := _nearest(row["claim"], row["evidence"], encoder))
        ]
        found += own
        found += [
            Sample(row["claim"], *best, NEUTRAL, f"{kind}~other")
            for row in sets[name]
            if (best := _nearest(row["claim"], row.get("other_sentences", [])[:1], encoder))
        ]
        found += _neighbours(own, kind, encoder, chance)
    return found


def _nearest(claim: str, pieces: Sequence[Row], encoder: StaticEncoder) -> tuple[str, str, str] | None:
    """(sentence, titles, the other sentences) of evidence; None where it has no sentence."""
    parts = [(str(one["title"]), sentence) for one in pieces for sentence in sentences_of(one["text"])]
    if not parts:
        return None
    titled = [f"{title} {sentence}".strip() for title, sentence in parts]
    best = int((encoder.encode_passages(titled) @ encoder.encode_queries([claim])[0]).argmax())
    titles = dict.fromkeys([parts[best][0], *(str(one["title"]) for one in pieces if one["title"])])
    others = [sentence for place, (_, sentence) in enumerate(parts) if place != best]
    return parts[best][1], " ".join(titles).strip(), " ".join(others)


def _neighbours(
    own: Sequence[Sample], kind: str, encoder: StaticEncoder, chance: random.Random
) -> Iterator[Sample]:
    """For six claims in ten a near text that was given to another claim."""
    claims = sorted({one.claim for one in own})
    chance.shuffle(claims)
    claims = claims[: max(200, int(len(claims) * 0.6))]
    texts = sorted({(one.sentence, one.title, one.around) for one in own})
    ours: dict[str, set[tuple[str, str, str]]] = {}
    for one in own:
        ours.setdefault(one.claim, set()).add((one.sentence, one.title, one.around))
    places = encoder.encode_passages([f"{title} {sentence}" for sentence, title, _ in texts])
    for start in range(0, len(claims), 512):
        batch = claims[start : start + 512]
        for claim, row in zip(batch, encoder.encode_queries(batch) @ places.T, strict=True):
            near = [int(i) for i in (-row).argsort()[:_NEAREST] if texts[int(i)] not in ours[claim]]
            yield Sample(
                claim, *texts[near[chance.randrange(min(_AMONG, len(near)))]], NEUTRAL, f"{kind}~near"
            )


def of_evidence(sets: dict[str, list[Row]], most: int, chance: random.Random) -> list[Sample]:
    """Evidence sentences of each set told otherwise, a figure, date, polarity or name, or only in part."""
    found: list[Sample] = []
    for name in VERDICTS:
        told = {
            (sentence, str(one["title"]))
            for row in sets[name]
            for one in row["evidence"]
            for sentence in sentences_of(one["text"])[:3]
            if 20 < len(sentence) < 300
        }
        chosen = sorted(told)
        chance.shuffle(chosen)
        chosen = chosen[:most]
        names = sorted({mention.text for sentence, _ in chosen for mention in find_entities(sentence)})
        for sentence, title in chosen:
            kept = part_of(sentence, chance)
            change = chance.choice((changed_figure, changed_date, changed_polarity, None, None))
            other = change(kept, chance) if change else None
            if change is None and len(names) > 30:
                other = with_another_name(kept, names, chance)
            if other:
                found.append(Sample(other, sentence, title, "", CONTRADICTS, "evidence"))
                found.append(Sample(kept, sentence, title, "", SUPPORTS, "evidence"))
    return found


def of_translations(
    per_set: int, encoder: StaticEncoder, chance: random.Random, *, held_back: bool
) -> list[Sample]:
    """Sentences told otherwise beside their translation or beside themselves, bounds, and near neighbours."""
    found: list[Sample] = []
    for name in PARALLEL:
        pairs = [pair for pair in parallel_pairs(name, held_back=held_back) if max(map(len, pair)) < _LONGEST]
        chance.shuffle(pairs)
        pairs = pairs[:per_set]
        for claim, sentence, holds in contrasts(pairs, chance):
            stance = SUPPORTS if holds else CONTRADICTS
            found.append(Sample(claim, sentence, "", "", stance, "contrast"))
        for pair in pairs[: per_set // 2]:
            found += _told_otherwise(pair, chance)
        if "captions" not in name:  # Several captions are of one picture: near ones may say the same.
            found += _near_translations(pairs[:4000], encoder, chance)
    return found


def _told_otherwise(pair: tuple[str, str], chance: random.Random) -> Iterator[Sample]:
    made = bounded(chance.choice(pair), chance)
    if made:
        yield Sample(made[0], made[1], "", "", made[2], "bounds")
    text = chance.choice(pair)
    for change in CHANGES:
        other = change(text, chance)
        if other and chance.random() < _SELF:
            yield Sample(other, text, "", "", CONTRADICTS, "self")
            yield Sample(part_of(text, chance), text, "", "", SUPPORTS, "self")


def _near_translations(
    pairs: Sequence[tuple[str, str]], encoder: StaticEncoder, chance: random.Random
) -> Iterator[Sample]:
    english, chinese = [one for one, _ in pairs], [other for _, other in pairs]
    scores = encoder.encode_queries(english[:1500]) @ encoder.encode_passages(chinese).T
    for place, row in enumerate(scores):
        near = [int(i) for i in (-row).argsort()[:8] if chinese[int(i)] != chinese[place]]
        if near:
            other = near[chance.randrange(min(3, len(near)))]
            sides = (
                (english[place], chinese[other])
                if chance.random() < 0.5
                else (chinese[place], english[other])
            )
            yield Sample(*sides, "", "", NEUTRAL, "contrast~near")


def of_logic(count: int, chance: random.Random) -> list[Sample]:
    """Puzzles, whose passages need no other."""
    return [
        Sample(claim, passage, "", "", stance, "logic") for claim, passage, stance in puzzles(count, chance)
    ]
