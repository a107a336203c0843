"""Train the built-in encoder: `python -m training.encoder`.

A vector for each known word, and their sum for a text, so no network runs when it is used. Text is folded
and cut into words here as at run time. Words begin as the English teacher has them (Chinese ones as it has
their glosses), shorter the commoner they are. Then four aims are learned together: a text and its
translation, or a claim and its evidence, find each other among a batch; English sentences are as similar as
the teacher finds them; a sentence and its translation lie where the teacher has the sentence; and a part of
a text finds the text.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import factcheck
from factcheck.encoders.builtin import WORDS
from factcheck.encoders.int8_table import WEIGHTS
from factcheck.encoders.known_words import UNKNOWN, KnownWords
from factcheck.language.folding import fold
from training import teacher
from training.data import LEXICON, PARALLEL, VERDICTS, digest
from training.encoder_texts import DEBATES, Counts, Texts, gather, known_words
from training.saving import int8_rows, write_record

TARGET = Path(factcheck.__file__).parent / "models" / "encoder"
SEED = 20261126
DIMENSION, SMALLER = 256, 128
"""Matryoshka: the first half of the dimensions is trained to serve alone."""
EPOCHS, BATCH, RATE = 5, 2048, 0.01
TEMPERATURE = 0.05
GLOSSES = 80_000
TAUGHT = {"english": 20_000, "translations": 25_000, "glosses": 35_000}
"""Texts that the teacher reads."""
SIMILAR, PLACED, RELATED, PART = 2.0, 1.0, 0.5, 0.5
"""What the aims weigh beside that of translations: similarity, place, claims and evidence, parts of texts."""
COMMON = 1e-3
"""A word of this share of all words begins at half the length of a rare one (Arora et al. 2017, SIF)."""
LENGTH = 0.5
LONGEST = 160
"""Words of a text that training looks at."""

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Taught:
    """Texts that the teacher read."""

    texts: list[str]
    vectors: NDArray[np.float32]
    """(n, 384), unit length."""
    axes: NDArray[np.float32]
    """(384, DIMENSION): the directions in which its vectors differ most."""
    placed: NDArray[np.float32]
    """(n, DIMENSION), unit length: where the encoder is to have them."""


def along(axes: NDArray[np.float32], vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Teacher's vectors (n, 384), seen from their middle, along `axes`: (n, DIMENSION), unit length."""
    found = (vectors - vectors.mean(0)) @ axes
    return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True), dtype=np.float32)


def taught_texts(texts: Texts, chance: random.Random) -> Taught:
    """Some of all English texts, read by the teacher."""
    kinds = {
        "english": texts.english,
        "translations": sorted(
            {one for one, _ in texts.translations if one.isascii() and 12 < len(one) < 300}
        ),
        "glosses": sorted({gloss for gloss, _ in texts.glosses}),
    }
    chosen = [text for kind, own in kinds.items() for text in chance.sample(own, min(len(own), TAUGHT[kind]))]
    chosen = list(dict.fromkeys(chosen))
    vectors = teacher.sentence_vectors(chosen)
    some = (vectors - vectors.mean(0))[:: max(1, len(vectors) // 30_000)]
    axes = np.ascontiguousarray(np.linalg.svd(some, full_matrices=False)[2][:DIMENSION].T)
    return Taught(chosen, vectors, axes, along(axes, vectors))


def first_vectors(words: Sequence[str], counts: Counts, texts: Texts, taught: Taught) -> NDArray[np.float32]:
    """(words, DIMENSION): where the words begin."""
    table = np.random.default_rng(SEED).normal(0, 0.02, (len(words), DIMENSION)).astype(np.float32)
    places = {word: number for number, word in enumerate(words)}

    def put(word: str, vector: NDArray[np.float32], share: float) -> None:
        table[places[word]] = vector * (LENGTH * COMMON / (COMMON + share))

    known, vectors = teacher.word_vectors()
    placed = along(taught.axes, vectors)
    # The teacher's list is in the order of frequency behind its first special rows.
    first = known["the"]
    for word in places:
        row = known.get(word, known.get(f"##{word}")) if word.isascii() else None
        if row is not None:
            put(word, placed[row], max(counts.share(word), 0.08 / (1 + max(0, row - first))))
    read = {text: number for number, text in enumerate(taught.texts)}
    glossed: dict[str, list[int]] = {}
    for gloss, word in texts.glosses:
        if gloss in read and fold(word) in places:
            glossed.setdefault(fold(word), []).append(read[gloss])
    for word, rows in glossed.items():
        vector = taught.placed[rows[:3]].mean(0)
        put(word, vector / np.linalg.norm(vector), counts.share(word))
    return table


class Lessons:
    """All that is learned from, as rows of word numbers."""

    def __init__(self, known: KnownWords, texts: Texts, taught: Taught, chance: random.Random) -> None:
        def rows(own: Sequence[str]) -> list[Numbers]:
            found = (known.cut(fold(text[:500]))[:LONGEST] or [UNKNOWN] for text in own)
            return [np.asarray(one, dtype=np.int64) for one in found]

        pairs = texts.translations + chance.sample(texts.glosses, min(len(texts.glosses), GLOSSES))
        self.left, self.right = rows([one for one, _ in pairs]), rows([other for _, other in pairs])
        read = {text: number for number, text in enumerate(taught.texts)}
        self.read = np.array([read.get(one, -1) for one, _ in pairs])
        """For each pair the number of its English text among the taught ones, -1: none."""
        self.asking, self.answering = (
            rows([one for one, _ in texts.claims]),
            rows([two for _, two in texts.claims]),
        )
        self.taught = rows(taught.texts)
        translated = chance.sample([other for _, other in texts.translations], 40_000)
        alone = [
            *texts.chinese,
            *texts.chinese,
            *texts.english,
            *translated,
            *(two for _, two in texts.claims),
        ]
        self.alone = [row for row in rows(alone) if len(row) >= 8]


class Learner:
    """The table while it learns."""

    def __init__(self, table: NDArray[np.float32], lessons: Lessons, taught: Taught) -> None:
        import torch

        torch.manual_seed(SEED)
        self.chance = np.random.default_rng(SEED)
        self.table = torch.nn.EmbeddingBag(len(table), DIMENSION, mode="sum")
        self.table.weight.data = torch.from_numpy(table)
        self.lessons = lessons
        self.similar = torch.from_numpy(taught.vectors)
        self.placed = torch.from_numpy(taught.placed)

    def vectors(self, rows: Sequence[Numbers]) -> Any:
        """Unit vectors of texts."""
        import torch

        ends = np.cumsum([len(row) for row in rows])
        starts = torch.from_numpy(np.concatenate([[0], ends[:-1]]))
        return torch.nn.functional.normalize(
            self.table(torch.from_numpy(np.concatenate(rows)), starts), dim=1
        )

    def loss(self, chosen: Numbers) -> Any:
        """Of one batch of pairs and draws of the other lessons."""
        from torch.nn import functional

        lessons = self.lessons
        one = self.vectors([lessons.left[place] for place in chosen])
        other = self.vectors([lessons.right[place] for place in chosen])
        loss = found_by_each_other(one, other)
        read = np.flatnonzero(lessons.read[chosen] >= 0)
        if len(read):
            place = self.placed[lessons.read[chosen[read]]]
            loss = loss + PLACED * sum((1 - (side[read] * place).sum(1)).mean() for side in (one, other))
        drawn = self.chance.choice(len(lessons.taught), BATCH // 2, replace=False)
        own, wanted = self.vectors([lessons.taught[place] for place in drawn]), self.similar[drawn]
        loss = loss + SIMILAR * DIMENSION * functional.mse_loss(own @ own.T, wanted @ wanted.T)
        loss = loss + PLACED * (1 - (own * self.placed[drawn]).sum(1)).mean()
        drawn = self.chance.choice(len(lessons.asking), BATCH // 4, replace=False)
        asking = self.vectors([lessons.asking[place] for place in drawn])
        answering = self.vectors([lessons.answering[place] for place in drawn])
        loss = loss + RELATED * found_by_each_other(asking, answering)
        drawn = self.chance.choice(len(lessons.alone), BATCH // 2, replace=False)
        parts, wholes = (
            self.vectors([self._some(lessons.alone[place], *share) for place in drawn])
            for share in ((0.2, 0.5), (0.6, 1.0))
        )
        return loss + PART * found_by_each_other(parts, wholes)

    def _some(self, row: Numbers, least: float, most: float) -> Numbers:
        count = max(2, int(len(row) * self.chance.uniform(least, most)))
        return row[self.chance.permutation(len(row))[:count]]

    def learn(self) -> NDArray[np.float32]:
        """The trained table (words, DIMENSION)."""
        import torch

        pairs = len(self.lessons.left)
        steps, step, began = EPOCHS * (pairs // BATCH), 0, time.monotonic()
        weight = self.table.weight
        optimizer = torch.optim.Adam([weight], lr=RATE)
        schedule = torch.optim.lr_scheduler.OneCycleLR(
            optimizer, max_lr=RATE, total_steps=steps, pct_start=0.1, cycle_momentum=False
        )
        for _ in range(EPOCHS):
            order = self.chance.permutation(pairs)
            for start in range(0, pairs - BATCH + 1, BATCH):
                loss = self.loss(order[start : start + BATCH])
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
                schedule.step()
                step += 1
                if step % 50 == 0:
                    print(
                        f"step {step}/{steps} loss {loss.item():.3f} {time.monotonic() - began:.0f}s",
                        flush=True,
                    )
        return np.asarray(weight.detach().numpy(), dtype=np.float32)


def found_by_each_other(one: Any, other: Any) -> Any:
    """How badly each row of (n, d) finds its fellow among all, in both directions, at both dimensions."""
    import torch
    from torch.nn import functional

    target, loss = torch.arange(len(one)), torch.zeros(())
    for size in (DIMENSION, SMALLER):
        cut = (functional.normalize(side[:, :size], dim=1) for side in (one, other))
        near = next(cut) @ next(cut).T / TEMPERATURE
        loss = loss + functional.cross_entropy(near, target) + functional.cross_entropy(near.T, target)
    return loss


def save(table: NDArray[np.float32], words: Sequence[str], record: dict[str, object], target: Path) -> None:
    """Rows as int8 with a scale each, the words, and what they were made from."""
    from safetensors.numpy import save_file

    rows, scales = int8_rows(table)
    target.mkdir(parents=True, exist_ok=True)
    save_file({"rows": rows, "scales": scales}, target / WEIGHTS)
    (target / WORDS).write_text("\n".join(words) + "\n", encoding="utf-8")
    write_record(record, target / "training.json")


def main() -> None:
    """Make the encoder and put it into the package."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=TARGET)
    target = parser.parse_args().output
    chance = random.Random(SEED)
    texts = gather(chance)
    counts = Counts(texts.every())
    words = known_words(counts, texts, teacher.word_vectors()[0])
    print(f"{len(texts.translations)} translations, {len(words)} words", flush=True)
    taught = taught_texts(texts, chance)
    table = first_vectors(words, counts, texts, taught)
    lessons = Lessons(KnownWords(words), texts, taught, chance)
    learned = Learner(table, lessons, taught).learn()
    record: dict[str, object] = {
        "seed": SEED,
        "words": len(words),
        "pairs": len(lessons.left),
        "teacher": {"name": teacher.NAME, "sha256": teacher.SHA256, "texts": len(taught.texts)},
        "dimension": DIMENSION,
        "epochs": EPOCHS,
        "batch": BATCH,
        "rate": RATE,
        "data": {name: digest(name) for name in (*PARALLEL, LEXICON, *VERDICTS, DEBATES)},
    }
    save(learned, words, record, target)


if __name__ == "__main__":
    main()
