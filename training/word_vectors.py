"""Train the vectors of word pieces by which words are compared: `python -m training.word_vectors`.

Static: a text's vector is the mean of its pieces' vectors, so no network runs when they are used.
Text is folded before the tokenizer, here and at run time alike. Two aims are learned together: a
sentence and its translation find each other among a batch (contrastive, both directions), and English
sentences are as similar to each other as a small English teacher finds them.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import factcheck
from factcheck.language.folding import fold
from training import teacher
from training.data import (
    LEXICON,
    PARALLEL,
    VERDICTS,
    Pair,
    dictionary_pairs,
    digest,
    some_translations,
    verdict_rows,
)
from training.saving import int8_rows, write_record

TARGET = Path(factcheck.__file__).parent / "models" / "words"
SEED = 20261123
PIECES = 40_000
DIMENSION = 256
SMALLER = 128
"""Matryoshka: the first half of the dimensions is trained to serve alone."""
EPOCHS = 5
BATCH = 2048
RATE = 0.02
TEMPERATURE = 0.05
TEACHER_SENTENCES = 60_000
TEACHER_WEIGHT = 2.0
GLOSSES = 100_000
LONGEST = 128
"""Pieces of a text that training looks at."""


def pairs_to_align(chance: random.Random) -> list[Pair]:
    """Translations, dictionary entries, and claims with their evidence; folded."""
    found = some_translations(chance)
    entries = [(gloss, word) for word, glosses in dictionary_pairs() for gloss in glosses[:1]]
    chance.shuffle(entries)
    found += entries[:GLOSSES]
    for rows in verdict_rows(held_back=False).values():
        found += [(row["claim"], row["evidence"][0]["text"]) for row in rows if row["evidence"]]
    return [(fold(one)[:600], fold(other)[:600]) for one, other in found]


def make_tokenizer(texts: Sequence[str]) -> Any:
    """A unigram tokenizer whose Chinese pieces are words where words are frequent."""
    from tokenizers import Regex, Tokenizer, models, pre_tokenizers, trainers

    tokenizer = Tokenizer(models.Unigram())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(r"[\u3400-\u9fff]+|[a-z]+|[0-9]+|[^\s]"), "removed", invert=True),
            pre_tokenizers.Metaspace(prepend_scheme="always"),
        ]
    )
    trainer = trainers.UnigramTrainer(
        vocab_size=PIECES,
        special_tokens=["[UNK]"],
        unk_token="[UNK]",
        max_piece_length=12,
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer


class Batches:
    """Texts as padded rows of piece numbers, ready for an embedding bag."""

    def __init__(self, tokenizer: Any, texts: Sequence[str]) -> None:
        encoded = tokenizer.encode_batch(list(texts), add_special_tokens=False)
        self.rows = [np.asarray(one.ids[:LONGEST] or [0], dtype=np.int64) for one in encoded]

    def take(self, chosen: NDArray[np.int64]) -> tuple[Any, Any]:
        """(flat piece numbers, offsets) of the chosen rows."""
        import torch

        rows = [self.rows[one] for one in chosen]
        offsets = np.concatenate([[0], np.cumsum([len(row) for row in rows])[:-1]])
        return torch.from_numpy(np.concatenate(rows)), torch.from_numpy(offsets)


def train(
    tokenizer: Any, pairs: Sequence[Pair], sentences: Sequence[str], taught: NDArray[np.float32]
) -> Any:
    """The trained table (pieces, DIMENSION) as a float32 array."""
    import torch
    from torch.nn import functional

    torch.manual_seed(SEED)
    chance = np.random.default_rng(SEED)
    table = torch.nn.EmbeddingBag(tokenizer.get_vocab_size(), DIMENSION, mode="mean")
    torch.nn.init.normal_(table.weight, std=0.1)
    left, right = (
        Batches(tokenizer, [one for one, _ in pairs]),
        Batches(tokenizer, [other for _, other in pairs]),
    )
    english = Batches(tokenizer, [fold(one) for one in sentences])
    steps = EPOCHS * (len(pairs) // BATCH)
    optimizer = torch.optim.Adam(table.parameters(), lr=RATE)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=RATE, total_steps=steps)
    target = torch.arange(BATCH)
    began, step = time.monotonic(), 0
    for _ in range(EPOCHS):
        order = chance.permutation(len(pairs))
        for start in range(0, len(order) - BATCH + 1, BATCH):
            chosen = order[start : start + BATCH]
            one, other = table(*left.take(chosen)), table(*right.take(chosen))
            loss = torch.zeros(())
            for size in (DIMENSION, SMALLER):
                near = (
                    functional.normalize(one[:, :size])
                    @ functional.normalize(other[:, :size]).T
                    / TEMPERATURE
                )
                loss = (
                    loss + functional.cross_entropy(near, target) + functional.cross_entropy(near.T, target)
                )
            lesson = chance.choice(len(sentences), size=BATCH // 2, replace=False)
            own = functional.normalize(table(*english.take(lesson)))
            wanted = torch.from_numpy(taught[lesson])
            loss = loss + TEACHER_WEIGHT * DIMENSION * functional.mse_loss(own @ own.T, wanted @ wanted.T)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            schedule.step()
            step += 1
            if step % 50 == 0:
                print(
                    f"step {step}/{steps} loss {loss.item():.3f} {time.monotonic() - began:.0f}s", flush=True
                )
    return table.weight.detach().numpy()


def save(table: NDArray[np.float32], tokenizer: Any, record: dict[str, object], target: Path) -> None:
    """Rows as int8 with a scale each, the tokenizer, and what they were made from."""
    from safetensors.numpy import save_file

    rows, scales = int8_rows(table)
    target.mkdir(parents=True, exist_ok=True)
    save_file({"rows": rows, "scales": scales}, target / "model.safetensors")
    tokenizer.save(str(target / "tokenizer.json"), pretty=False)
    write_record(record, target / "training.json")


def main() -> None:
    """Make the table and put it into the package."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=TARGET)
    target = parser.parse_args().output
    chance = random.Random(SEED)
    pairs = pairs_to_align(chance)
    print(f"{len(pairs)} pairs", flush=True)
    sample = chance.sample(pairs, min(len(pairs), 150_000))
    tokenizer = make_tokenizer([text for pair in sample for text in pair])
    print(f"{tokenizer.get_vocab_size()} pieces", flush=True)
    english = sorted({one for one, _ in pairs if one.isascii() and 20 < len(one) < 400})
    chance.shuffle(english)
    sentences = english[:TEACHER_SENTENCES]
    taught = teacher.sentence_vectors(sentences)
    table = train(tokenizer, pairs, sentences, taught)
    record = {
        "seed": SEED,
        "pairs": len(pairs),
        "teacher": {"name": teacher.NAME, "sha256": teacher.SHA256, "sentences": len(sentences)},
        "dimension": DIMENSION,
        "epochs": EPOCHS,
        "batch": BATCH,
        "rate": RATE,
        "data": {name: digest(name) for name in (*PARALLEL, LEXICON, *VERDICTS)},
    }
    save(table, tokenizer, record, target)


if __name__ == "__main__":
    main()
