"""Train the built-in judge: `python -m training.judge`.

Rows come from the sets that may ship. A row's evidence is cut into sentences and the best aligned one
is what the claim is held against, as at run time. Sentences that say nothing about a claim come from
other evidence of the same pages and from the nearest evidence of other claims.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import factcheck
from factcheck.comparing.comparison import Comparison, compare
from factcheck.comparing.statement import read_statement
from factcheck.encoders.static import StaticEncoder
from factcheck.evaluate.labels import calibration_error
from factcheck.judges.features import NAMES, feature_matrix
from training.contrast import contrasts
from training.data import (
    CONTRADICTS,
    NEUTRAL,
    PARALLEL,
    STANCES,
    SUPPORTS,
    VERDICTS,
    Row,
    digest,
    parallel_pairs,
    sentences_of,
    verdict_rows,
)
from training.saving import write_record

TARGET = Path(factcheck.__file__).parent / "models" / "judge"
SEED = 20261123
MOST_PER_SET = 1200
PARALLEL_PER_SET = 6000
"""Translations of each parallel set that are looked at for contrast pairs."""
CONTRASTS_PER_SET = 2000
FEWER = {"parallel/statutes_en_hant.tsv.gz": 500}
"""Statutes repeat the same sums of money in sentences about other matters, as news does not."""
_PENALTY = 1.0


@dataclass(frozen=True, slots=True)
class Example:
    """A claim, a sentence, and what the one means for the other."""

    claim: str
    sentence: str
    stance: int


def examples(sets: dict[str, list[Row]], encoder: StaticEncoder) -> list[Example]:
    """Rows of each set, capped, each with its best sentence, and as many neutral ones again."""
    chance = random.Random(SEED)
    found: list[Example] = []
    for name in VERDICTS:
        rows = list(sets[name])
        chance.shuffle(rows)
        own = [example for row in rows[:MOST_PER_SET] for example in _of_row(row, encoder)]
        found += own
        found += _neighbours(own, encoder)
    return found


def made_examples(encoder: StaticEncoder, *, held_back: bool) -> list[Example]:
    """Contrast pairs from the parallel sets, and for every second claim a near sentence of another matter."""
    chance = random.Random(SEED)
    found: list[Example] = []
    for name in PARALLEL:
        pairs = [pair for pair in parallel_pairs(name, held_back=held_back) if max(map(len, pair)) < 400]
        chance.shuffle(pairs)
        made = list(contrasts(pairs[:PARALLEL_PER_SET], chance))
        chance.shuffle(made)
        own = [
            Example(claim, sentence, SUPPORTS if holds else CONTRADICTS)
            for claim, sentence, holds in made[: FEWER.get(name, CONTRASTS_PER_SET)]
        ]
        found += own
        found += _neighbours(own, encoder)
    return found


def _of_row(row: Row, encoder: StaticEncoder) -> Iterator[Example]:
    claim = row["claim"]
    sentences = [piece for one in row["evidence"] for piece in sentences_of(one["text"])]
    if sentences:
        yield Example(claim, _nearest(claim, sentences, encoder), STANCES[row["label"]])
    beside = [piece for one in row.get("other_sentences", [])[:3] for piece in sentences_of(one["text"])]
    if beside:
        yield Example(claim, _nearest(claim, beside, encoder), NEUTRAL)


def _nearest(claim: str, sentences: Sequence[str], encoder: StaticEncoder) -> str:
    scores = encoder.encode_passages(sentences) @ encoder.encode_queries([claim])[0]
    return sentences[int(scores.argmax())]


def _neighbours(own: Sequence[Example], encoder: StaticEncoder) -> list[Example]:
    """For every second claim the closest sentence given to another claim: same topic, another matter."""
    claims = sorted({example.claim for example in own})[::2]
    sentences = sorted({example.sentence for example in own})
    ours: dict[str, set[str]] = {}
    for example in own:
        ours.setdefault(example.claim, set()).add(example.sentence)
    places = encoder.encode_passages(sentences)
    found = []
    for start in range(0, len(claims), 512):
        batch = claims[start : start + 512]
        scores = encoder.encode_queries(batch) @ places.T
        for claim, row in zip(batch, scores, strict=True):
            nearest = next(int(i) for i in (-row).argsort()[:8] if sentences[int(i)] not in ours[claim])
            found.append(Example(claim, sentences[nearest], NEUTRAL))
    return found


def compared(found: Sequence[Example], encoder: StaticEncoder) -> list[Comparison]:
    """The comparison of each example, read as the pipeline reads it."""
    return [
        compare(read_statement(example.claim), read_statement(example.sentence), encoder) for example in found
    ]


def weighed_rows(found: Sequence[Example], encoder: StaticEncoder) -> NDArray[np.float64]:
    """(n, len(NAMES)): what the weighing is given of each example."""
    return feature_matrix(compared(found, encoder))[:, : len(NAMES)].astype(np.float64)


def main() -> None:
    """Fit on the training rows, report on the held-back ones, write weights and what they were made from."""
    from safetensors.numpy import save_file
    from sklearn.linear_model import LogisticRegression

    encoder = StaticEncoder.builtin()
    train = examples(verdict_rows(held_back=False), encoder) + made_examples(encoder, held_back=False)
    matrix = weighed_rows(train, encoder)
    truth = np.array([example.stance for example in train])
    model = LogisticRegression(C=_PENALTY, max_iter=3000).fit(matrix, truth)
    report: dict[str, object] = {"train": len(train), "seed": SEED, "encoder": encoder.revision}
    tests = {
        name: examples({key: rows if key == name else [] for key in VERDICTS}, encoder)
        for name, rows in verdict_rows(held_back=True).items()
    }
    tests["contrast pairs"] = made_examples(encoder, held_back=True)
    for name, held in tests.items():
        shares = model.predict_proba(weighed_rows(held, encoder))
        answers = np.array([example.stance for example in held])
        hits = shares.argmax(axis=1) == answers
        right = float(hits.mean())
        error = (right * (1 - right) / len(held)) ** 0.5
        report[name] = {
            "n": len(held),
            "accuracy": round(right, 4),
            "standard_error": round(error, 4),
            "ece": round(calibration_error(shares.max(axis=1).tolist(), hits.tolist()), 4),
        }
        print(name, report[name])
    report["data"] = {name: digest(name) for name in (*VERDICTS, *PARALLEL)}
    TARGET.mkdir(parents=True, exist_ok=True)
    save_file(
        {
            "coefficients": np.ascontiguousarray(model.coef_.T.astype(np.float32)),
            "intercept": model.intercept_.astype(np.float32),
        },
        TARGET / "model.safetensors",
    )
    write_record(report, TARGET / "training.json")
    for name, row in zip(NAMES, model.coef_.T, strict=True):
        print(f"{name:28}", " ".join(f"{value:+.2f}" for value in row))


if __name__ == "__main__":
    main()
