"""Train the thorough judge's transformer: `python -m training.judge_thorough`.

all-MiniLM-L6-v2 (Apache-2.0) with a head for the three stances, fine-tuned on the English samples of the
network (examples.py): rows of the verdict sets that may ship, near sentences that say nothing, sentences told
otherwise, puzzles. Some 35,000 samples an epoch, about 25 minutes each on two cores. As for the network, what
the claim alone gives away is added while it learns. A run that is stopped goes on from its last epoch.
"""

from __future__ import annotations

import argparse
import random
import shutil
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

import factcheck
from factcheck.encoders.static import StaticEncoder
from factcheck.judges.network import CLAIM_PIECES, cut
from factcheck.judges.transformer import MOST, open_tokenizer, texts_of
from factcheck.language.scripts import has_han
from training.data import PARALLEL, VERDICTS, digest, verdict_rows
from training.examples import Sample, of_evidence, of_logic, of_sets, of_translations
from training.judge_network import ALONE, PER_EVIDENCE, PER_SET, SEED, SMOOTHING, claim_alone, weight_of
from training.saving import write_record
from training.teacher import teacher_folder

TARGET = Path(factcheck.__file__).parent / "models" / "thorough"
EPOCHS, BATCH, RATE, HEAD_RATE, DECAY = 3, 32, 6e-5, 1e-3, 0.01
PUZZLES = 4_000
MADE_AN_EPOCH = 6_000
"""Samples made from translations that are seen in one epoch."""


def english(samples: Sequence[Sample]) -> list[Sample]:
    """Those with no Chinese in them: the model's vocabulary has none to speak of."""
    return [one for one in samples if not has_han(f"{one.claim}{one.sentence}{one.title}")]


class Classifier(nn.Module):
    """The transformer under a head of three stances."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        from transformers import AutoModel

        self.body = AutoModel.from_pretrained(str(folder))
        self.head = nn.Linear(2 * self.body.config.hidden_size, 3)

    def forward(self, tokens: dict[str, torch.Tensor]) -> torch.Tensor:
        """(n, 3) log odds: the first token's state beside the mean of all."""
        states = self.body(**tokens).last_hidden_state
        mask = tokens["attention_mask"][:, :, None].to(states.dtype)
        mean = (states * mask).sum(1) / mask.sum(1)
        logits: torch.Tensor = self.head(torch.cat([states[:, 0], mean], dim=1))
        return logits


class Texts:
    """Samples as tokens, batched by length."""

    def __init__(self, samples: Sequence[Sample], folder: Path) -> None:
        tokenizer = open_tokenizer(folder / "tokenizer.json")
        encoded = tokenizer.encode_batch(
            [texts_of(one.claim, one.sentence, f"{one.title} {one.around}") for one in samples]
        )
        self.ids = [np.asarray(one.ids[:MOST]) for one in encoded]
        self.sides = [np.asarray(one.type_ids[:MOST]) for one in encoded]
        self.lengths = np.asarray([len(one) for one in self.ids])

    def batch(self, chosen: NDArray[np.int64]) -> dict[str, torch.Tensor]:
        most = int(self.lengths[chosen].max())
        ids, sides, mask = (np.zeros((len(chosen), most), dtype=np.int64) for _ in range(3))
        for place, one in enumerate(chosen):
            size = self.lengths[one]
            ids[place, :size], sides[place, :size], mask[place, :size] = self.ids[one], self.sides[one], 1
        return {
            "input_ids": torch.from_numpy(ids),
            "token_type_ids": torch.from_numpy(sides),
            "attention_mask": torch.from_numpy(mask),
        }

    def batches(self, chosen: NDArray[np.int64], chance: np.random.Generator) -> list[NDArray[np.int64]]:
        order, found = chance.permutation(chosen), []
        for start in range(0, len(order), BATCH * 32):
            part = order[start : start + BATCH * 32]
            part = part[np.argsort(self.lengths[part], kind="stable")]
            found += [part[place : place + BATCH] for place in range(0, len(part), BATCH)]
        chance.shuffle(found)
        return found


def samples_of(*, held_back: bool) -> tuple[list[Sample], list[Sample]]:
    """(rows of sets, samples made), all English."""
    chance, encoder = random.Random(SEED), StaticEncoder.builtin()
    sets = verdict_rows(held_back=held_back)
    rows = of_sets(sets, encoder, chance)
    if held_back:
        return english(rows), []
    rows += of_evidence(sets, PER_EVIDENCE, chance)
    made = of_translations(PER_SET, encoder, chance, held_back=False)
    return english(rows), english(made) + english(of_logic(PUZZLES, chance))


class Run:
    """A training run: what is trained, by what, and how far it has come."""

    def __init__(self, steps: int) -> None:
        self.model = Classifier(teacher_folder())
        groups = [
            {"params": self.model.body.parameters(), "lr": RATE},
            {"params": self.model.head.parameters(), "lr": HEAD_RATE},
        ]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=DECAY, fused=True)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimizer, lambda step: min(1.0, step / (0.06 * steps)) * max(0.0, 1 - step / steps)
        )
        self.epoch = 0

    def resume(self, kept: Path) -> None:
        """Go on from what a stopped run left, if it left anything."""
        if kept.is_file():
            state = torch.load(kept, weights_only=True)
            self.epoch = state["epoch"]
            self.model.load_state_dict(state["model"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.schedule.load_state_dict(state["schedule"])

    def keep(self, kept: Path) -> None:
        """Write what the next run goes on from."""
        state = {
            "epoch": self.epoch,
            "model": self.model.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "schedule": self.schedule.state_dict(),
        }
        torch.save(state, kept)

    def step(self, loss: torch.Tensor) -> None:
        """One step down."""
        self.optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()


def train(rows: Sequence[Sample], made: Sequence[Sample], epochs: int, kept: Path) -> Classifier:
    """The trained model; `kept` holds what each epoch left, from which a stopped run goes on."""
    torch.manual_seed(SEED)
    samples = [*rows, *made]
    texts, encoder = Texts(samples, teacher_folder()), StaticEncoder.builtin()
    alone = claim_alone(samples, [cut(encoder, one.claim, most=CLAIM_PIECES).pieces for one in samples])
    weighing = np.asarray([weight_of(one) for one in samples], dtype=np.float32)
    truth = np.asarray([one.stance for one in samples])
    run = Run(epochs * ((len(rows) + min(len(made), MADE_AN_EPOCH)) // BATCH + 40))
    run.resume(kept)
    while run.epoch < epochs:
        chance = np.random.default_rng(SEED + run.epoch)
        more = len(rows) + chance.permutation(len(made))[:MADE_AN_EPOCH]
        batches = texts.batches(np.concatenate([np.arange(len(rows)), more]), chance)
        began = time.monotonic()
        for step, batch in enumerate(batches, start=1):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = run.model(texts.batch(batch))
            logits = logits.float() + ALONE * torch.from_numpy(alone[batch])
            losses = functional.cross_entropy(
                logits, torch.from_numpy(truth[batch]), reduction="none", label_smoothing=SMOOTHING
            )
            loss = (losses * torch.from_numpy(weighing[batch])).mean()
            run.step(loss)
            if step % 50 == 0:
                spent = time.monotonic() - began
                print(
                    f"epoch {run.epoch} step {step} of {len(batches)} loss {loss.item():.3f} {spent:.0f} s",
                    flush=True,
                )
        run.epoch += 1
        run.keep(kept)
    return run.model


def answers(model: Classifier, samples: Sequence[Sample]) -> NDArray[np.float32]:
    """The logits (n, 3) of samples, in order."""
    model.eval()
    texts = Texts(samples, teacher_folder())
    found = np.zeros((len(samples), 3), dtype=np.float32)
    order = np.argsort(texts.lengths, kind="stable")
    with torch.no_grad():
        for start in range(0, len(order), 64):
            part = order[start : start + 64]
            found[part] = model(texts.batch(part)).numpy()
    return found


_NAMES = {
    "embeddings.word_embeddings.weight": "word",
    "embeddings.position_embeddings.weight": "position",
    "embeddings.token_type_embeddings.weight": "side",
    "embeddings.LayerNorm": "embedded",
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "out",
    "attention.output.LayerNorm": "attended",
    "intermediate.dense": "wide",
    "output.dense": "narrow",
    "output.LayerNorm": "fed",
}
"""What the run-time reader calls the parts."""


def weights(model: Classifier) -> dict[str, NDArray[Any]]:
    """The weights by the reader's names: matrices as int8 with a float32 scale a row, the rest as float32."""
    found: dict[str, NDArray[Any]] = {}
    for name, value in model.state_dict().items():
        own = _own_name(name)
        if own is None:
            continue
        array = value.detach().numpy().astype(np.float32)
        if own == "position":
            array = array[:MOST]
        if array.ndim == 2 and own != "head":
            scales = np.maximum(np.abs(array).max(axis=1), 1e-9) / 127
            found[own] = np.round(array / scales[:, None]).astype(np.int8)
            found[f"{own}.scales"] = scales.astype(np.float32)
        else:
            found[own] = np.ascontiguousarray(array.T) if own == "head" else array
    return found


def _own_name(name: str) -> str | None:
    """The reader's name of a parameter; None for what it does without."""
    if name.startswith("head."):
        return "head" if name.endswith("weight") else "head.bias"
    name = name.removeprefix("body.")
    if name in _NAMES:
        return _NAMES[name]
    if "pooler" in name or "position_ids" in name:
        return None
    prefix = ""
    if name.startswith("encoder.layer."):
        _, _, layer, name = name.split(".", 3)
        prefix = f"{layer}."
    part, _, kind = name.rpartition(".")
    if "LayerNorm" in part:
        return f"{prefix}{_NAMES[part]}.{'scale' if kind == 'weight' else 'shift'}"
    return f"{prefix}{_NAMES[part]}" + ("" if kind == "weight" else ".bias")


def report(logits: NDArray[np.float32], samples: Sequence[Sample]) -> dict[str, Any]:
    """By kind of sample: how many, three-way accuracy, and of two stances where the row has one."""
    found: dict[str, Any] = {}
    truth = np.asarray([one.stance for one in samples])
    for kind in sorted({one.kind for one in samples}):
        own = np.asarray([one.kind == kind for one in samples])
        right = logits[own].argmax(1) == truth[own]
        found[kind] = {"n": int(own.sum()), "accuracy": round(float(right.mean()), 4)}
        told = own & (truth < 2)
        if told.any():
            of_two = (logits[told, 1] > logits[told, 0]) == (truth[told] == 1)
            found[kind]["of_two_stances"] = round(float(of_two.mean()), 4)
        print(kind, found[kind], flush=True)
    return found


def main() -> None:
    """Make the model and put it into the package, with what it was made from and how it does."""
    from safetensors.numpy import save_file

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--output", type=Path, default=TARGET)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument(
        "--kept", type=Path, default=Path("judge_thorough.pt"), help="what a stopped run left"
    )
    chosen = parser.parse_args()
    rows, made = samples_of(held_back=False)
    print(f"{len(rows)} rows, {len(made)} made", flush=True)
    model = train(rows, made, chosen.epochs, chosen.kept)
    test, _ = samples_of(held_back=True)
    record = {
        "seed": SEED,
        "rows": len(rows),
        "made": len(made),
        "epochs": chosen.epochs,
        **report(answers(model, test), test),
        "data": {name: digest(name) for name in (*VERDICTS, *PARALLEL)},
    }
    chosen.output.mkdir(parents=True, exist_ok=True)
    save_file(weights(model), chosen.output / "model.safetensors")
    shutil.copyfile(teacher_folder() / "tokenizer.json", chosen.output / "tokenizer.json")
    write_record(record, chosen.output / "training.json")


if __name__ == "__main__":
    main()
