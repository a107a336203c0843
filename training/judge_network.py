"""Train the judge's network: `python -m training.judge_network`.

Some 80,000 samples (examples.py), compared as the pipeline compares them, six epochs: about five minutes of
comparing and thirteen of training on two cores. What a claim alone gives away is taken into account: a
classifier that sees nothing else is fitted first, out of fold, and its log odds are added to the network's
while it learns, so that it need not learn them (Clark, Yatskar and Zettlemoyer, 2019). Pieces that claim and
passage share are now and then replaced in both, so that what is learnt is how the two stand to each other.
"""

from __future__ import annotations

import argparse
import hashlib
import random
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

import factcheck
from factcheck.comparing.comparison import compare
from factcheck.comparing.reading import read_passage
from factcheck.comparing.statement import read_statement
from factcheck.encoders.static import StaticEncoder
from factcheck.judges.features import features
from factcheck.judges.network import CLAIM_PIECES, cut
from factcheck.language.facts import find_facts
from training.data import NEUTRAL, PARALLEL, VERDICTS, digest, short, verdict_rows
from training.examples import Sample, of_evidence, of_logic, of_sets, of_translations
from training.network import Reader, weights
from training.saving import write_record

TARGET = Path(factcheck.__file__).parent / "models" / "judge"
SEED = 7
EPOCHS, BATCH, RATE, DECAY, SMOOTHING = 6, 128, 1e-3, 0.02, 0.05
PER_SET, PUZZLES, PER_EVIDENCE = 5000, 9000, 2500
CONTRASTS_AN_EPOCH, PUZZLES_AN_EPOCH = 15_000, 4_500
SAYS_NOTHING, FROM_EVIDENCE, FEW = 0.6, 0.5, 1.5
"""Weights of samples: sentences that say nothing, evidence told otherwise, rows of the small sets."""
SMALL = frozenset({"fever_symmetric_v2_dev", "foolmetwice_dev", "scifact"})
ALONE = 0.5
"""How much of what the claim alone says is added while learning."""
SWAPPED, BLANKED, SWAPPING = 0.25, 0.05, 0.6
COMMON = 300
"""Pieces below this number are function words and marks, which are never swapped."""
_AROUND = 300
"""Code points around the sentence whose names count in comparing."""


@dataclass(frozen=True, slots=True)
class Batchable:
    """Samples as the network is given them; pieces are numbered from 1."""

    claims: list[NDArray[np.int64]]
    passages: list[NDArray[np.int64]]
    inside: NDArray[np.int64]
    """How many pieces of each passage are the sentence's."""
    features: NDArray[np.float32]
    stances: NDArray[np.int64]


def compared(sample: Sample) -> list[float]:
    """The features of a sample's comparison, read as the pipeline reads it."""
    reading = read_passage(
        sample.sentence, find_facts(sample.sentence), title=sample.title, context=sample.around[:_AROUND]
    )
    claim = read_statement(sample.claim)
    return features(compare(claim, reading.statement, StaticEncoder.builtin(), reading.context))


def batchable(samples: Sequence[Sample], processes: int = 2) -> Batchable:
    """The samples cut into pieces and compared."""
    encoder = StaticEncoder.builtin()
    with Pool(processes) as pool:
        rows = np.asarray(pool.map(compared, samples, chunksize=200), dtype=np.float32)
    passages = [cut(encoder, one.sentence, f"{one.title} {one.around}") for one in samples]
    return Batchable(
        [cut(encoder, one.claim, most=CLAIM_PIECES).pieces + 1 for one in samples],
        [one.pieces + 1 for one in passages],
        np.asarray([one.inside for one in passages]),
        rows,
        np.asarray([one.stance for one in samples]),
    )


def claim_alone(samples: Sequence[Sample], claims: Sequence[NDArray[np.int64]]) -> NDArray[np.float32]:
    """(n, 3) log odds against even that a claim without its evidence gives, each claim's by a model that did
    not see it; zeros where a sample is no row of a set or says nothing."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression

    found = np.zeros((len(samples), 3), dtype=np.float32)
    sets = {short(name) for name in VERDICTS}
    own = np.asarray([i for i, one in enumerate(samples) if one.kind in sets and one.stance != NEUTRAL])
    texts = [" ".join(map(str, claims[i])) for i in own]
    grams = TfidfVectorizer(token_pattern=r"\S+", ngram_range=(1, 2), min_df=2).fit_transform(texts)
    folds = np.asarray([int(hashlib.sha256(samples[i].claim.encode()).hexdigest(), 16) % 5 for i in own])
    truth = np.asarray([samples[i].stance for i in own])
    for fold in range(5):
        model = LogisticRegression(C=3.0, max_iter=500).fit(grams[folds != fold], truth[folds != fold])
        shares = np.clip(model.predict_proba(grams[folds == fold]), 0.02, 0.98)
        found[own[folds == fold], :2] = np.log(shares / 0.5)
    return found


def weight_of(sample: Sample) -> float:
    """How much a sample counts while learning."""
    if sample.kind in SMALL:
        return FEW
    if sample.kind == "evidence":
        return FROM_EVIDENCE
    return SAYS_NOTHING if "~" in sample.kind and not sample.kind.startswith("contrast") else 1.0


def _augmented(
    claim: NDArray[np.int64], passage: NDArray[np.int64], pieces: int, chance: np.random.Generator
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Some pieces blanked, and some that both share replaced by one another piece in both."""
    claim = np.where(chance.random(len(claim)) < BLANKED, 1, claim)
    passage = np.where(chance.random(len(passage)) < BLANKED, 1, passage)
    if chance.random() < SWAPPING:
        for piece in np.intersect1d(claim, passage):
            if piece > COMMON and chance.random() < SWAPPED:
                other = chance.integers(COMMON, pieces)
                claim, passage = (
                    np.where(claim == piece, other, claim),
                    np.where(passage == piece, other, passage),
                )
    return claim, passage


def _padded(rows: Sequence[NDArray[np.int64]]) -> Tensor:
    padded = np.zeros((len(rows), max(map(len, rows))), dtype=np.int64)
    for place, row in enumerate(rows):
        padded[place, : len(row)] = row
    return torch.from_numpy(padded)


def run(
    reader: Reader,
    claims: Sequence[NDArray[np.int64]],
    passages: Sequence[NDArray[np.int64]],
    inside: NDArray[np.int64],
    rows: NDArray[np.float32],
) -> Tensor:
    """The logits (n, 3) of one batch."""
    padded = _padded(passages)
    marks = torch.arange(padded.shape[1])[None] < torch.from_numpy(inside)[:, None]
    logits: Tensor = reader(_padded(claims), padded, marks, torch.from_numpy(rows))
    return logits


def new_reader(encoder: StaticEncoder, count: int) -> Reader:
    """An untrained network over the encoder's pieces, for `count` features."""
    units, lengths = encoder.unit_rows(np.arange(encoder.size))
    static = np.vstack([np.zeros((1, units.shape[1]), dtype=np.float32), units])
    return Reader(static, np.concatenate([[0.0], np.log1p(lengths)]).astype(np.float32), count)


def _batches(
    chosen: NDArray[np.int64], lengths: NDArray[np.int64], chance: np.random.Generator
) -> list[NDArray[np.int64]]:
    """Batches of passages of like length."""
    order, found = chance.permutation(chosen), []
    for start in range(0, len(order), BATCH * 32):
        part = order[start : start + BATCH * 32]
        part = part[np.argsort(lengths[part], kind="stable")]
        found += [part[place : place + BATCH] for place in range(0, len(part), BATCH)]
    chance.shuffle(found)
    return found


def train(samples: Sequence[Sample], data: Batchable, counts: tuple[int, int, int], epochs: int) -> Reader:
    """The trained network; `counts` of rows, contrast samples and puzzles, in this order."""
    torch.manual_seed(1)
    chance = np.random.default_rng(1)
    alone = claim_alone(samples, data.claims)
    weighing = np.asarray([weight_of(one) for one in samples], dtype=np.float32)
    lengths = np.asarray([len(one) for one in data.passages])
    reader = new_reader(StaticEncoder.builtin(), data.features.shape[1])
    pieces = StaticEncoder.builtin().size + 1
    own = [value for name, value in reader.named_parameters() if "delta" in name]
    rest = [value for name, value in reader.named_parameters() if "delta" not in name]
    groups = [{"params": rest, "weight_decay": DECAY}, {"params": own, "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(groups, lr=RATE, fused=True)
    rows, contrast, logic = counts
    an_epoch = rows + min(contrast, CONTRASTS_AN_EPOCH) + min(logic, PUZZLES_AN_EPOCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, max_lr=RATE, total_steps=epochs * (an_epoch // BATCH + 20), pct_start=0.08
    )
    for epoch in range(epochs):
        chosen = np.concatenate(
            [
                np.arange(rows),
                rows + chance.permutation(contrast)[:CONTRASTS_AN_EPOCH],
                rows + contrast + chance.permutation(logic)[:PUZZLES_AN_EPOCH],
            ]
        )
        for step, batch in enumerate(_batches(chosen, lengths, chance)):
            sides = [_augmented(data.claims[i], data.passages[i], pieces, chance) for i in batch]
            logits = run(
                reader,
                [one for one, _ in sides],
                [two for _, two in sides],
                data.inside[batch],
                data.features[batch],
            )
            logits = logits + ALONE * torch.from_numpy(alone[batch])
            losses = functional.cross_entropy(
                logits, torch.from_numpy(data.stances[batch]), reduction="none", label_smoothing=SMOOTHING
            )
            loss = (losses * torch.from_numpy(weighing[batch])).mean()
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            if step % 100 == 0:
                print(f"epoch {epoch} step {step} loss {loss.item():.3f}", flush=True)
    return reader


def answers(reader: Reader, data: Batchable) -> NDArray[np.float32]:
    """The logits (n, 3) of samples, in order."""
    reader.eval()
    found = np.zeros((len(data.claims), 3), dtype=np.float32)
    with torch.no_grad():
        for start in range(0, len(found), 256):
            part = np.arange(start, min(start + 256, len(found)))
            found[part] = run(
                reader,
                [data.claims[i] for i in part],
                [data.passages[i] for i in part],
                data.inside[part],
                data.features[part],
            ).numpy()
    return found


def main() -> None:
    """Make the network and put it into the package, with what it was made from and how it does."""
    from safetensors.numpy import save_file

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--output", type=Path, default=TARGET)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    chosen = parser.parse_args()
    chance, encoder = random.Random(SEED), StaticEncoder.builtin()
    sets, held = verdict_rows(held_back=False), verdict_rows(held_back=True)
    rows = of_sets(sets, encoder, chance) + of_evidence(sets, PER_EVIDENCE, chance)
    test = of_sets(held, encoder, chance)
    contrast = of_translations(PER_SET, encoder, chance, held_back=False)
    test += of_translations(PER_SET // 10, encoder, chance, held_back=True)
    logic = of_logic(PUZZLES, chance)
    samples = [*rows, *contrast, *logic]
    print(f"{len(samples)} samples", flush=True)
    reader = train(samples, batchable(samples), (len(rows), len(contrast), len(logic)), chosen.epochs)
    right = answers(reader, batchable(test)).argmax(axis=1) == [one.stance for one in test]
    report: dict[str, object] = {}
    for kind in sorted({one.kind for one in test}):
        own = np.asarray([one.kind == kind for one in test])
        report[kind] = {"n": int(own.sum()), "accuracy": round(float(right[own].mean()), 4)}
        print(kind, report[kind])
    record = {
        "seed": SEED,
        "samples": len(samples),
        "epochs": chosen.epochs,
        "encoder": encoder.revision,
        "held_back": report,
        "data": {name: digest(name) for name in (*VERDICTS, *PARALLEL)},
    }
    chosen.output.mkdir(parents=True, exist_ok=True)
    save_file(weights(reader), chosen.output / "network.safetensors")
    write_record(record, chosen.output / "network.training.json")


if __name__ == "__main__":
    main()
