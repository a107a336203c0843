"""Word search over parts of a corpus finds and scores what one index over all of it does."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from factcheck.cluster.postings import Postings, summed
from factcheck.indexes.lexical import FACTS_BOOST, LexicalIndex, plain

_WORDS = [f"word{n}" for n in range(200)] + ["_出口", "_管制", "芯片", "晶片", "two words"]


def _passages(chance: random.Random, count: int, longest: int) -> list[list[str]]:
    """Rare and frequent terms, short and long passages, some with none."""
    return [
        [
            _WORDS[min(int(chance.paretovariate(0.6)), len(_WORDS)) - 1]
            for _ in range(chance.randint(0, longest))
        ]
        for _ in range(count)
    ]


@pytest.mark.parametrize("parts", [1, 3])
def test_parts_score_as_one_index(tmp_path: Path, parts: int) -> None:
    chance = random.Random(7)
    words, facts = _passages(chance, 900, 150), _passages(chance, 900, 6)
    index = LexicalIndex(tmp_path)
    index.add(list(range(900)), words, facts)
    for field, boost in ((words, 1.0), (facts, FACTS_BOOST)):
        shards = [Postings(field[start::parts]) for start in range(parts)]
        for _ in range(60):
            terms = plain([*chance.choices(_WORDS, k=8), "unheard-of"])
            counts = summed([shard.count(terms) for shard in shards])
            weights = {term: boost * counts.rarity(term) for term in terms}
            found = []
            for start, shard in enumerate(shards):
                places, scores = shard.best(weights, counts.tokens / counts.passages, 20)
                found += [
                    (int(place) * parts + start, float(score))
                    for place, score in zip(places, scores, strict=True)
                ]
            found = sorted(found, key=lambda pair: (-pair[1], pair[0]))[:20]
            wanted = index.search(terms, 20) if field is words else index.search((), 20, facts=terms)
            assert [number for number, _ in found] == [number for number, _ in wanted]
            assert [score for _, score in found] == pytest.approx([score for _, score in wanted], abs=5e-5)
            ceiling = index.ceiling(terms) if field is words else index.ceiling(facts=terms)
            assert sum(weights.values()) == pytest.approx(ceiling, abs=1e-4)


def test_equal_scores_come_in_the_order_of_places() -> None:
    postings = Postings([["chip"], ["other"], ["chip"], ["chip"], ["chip"]])
    places, scores = postings.best({"chip": 1.0}, 1.0, 3)
    assert places.tolist() == [0, 2, 3]
    assert len(set(scores.tolist())) == 1


def test_nothing_is_found_in_nothing() -> None:
    postings = Postings([])
    places, _ = postings.best({"chip": 1.0}, 0.0, 3)
    assert (len(places), postings.count(["chip"]).holding) == (0, {})
