"""Train the check-worthiness scorer: `python -m training.worthiness`.

English sentences carry labels; Chinese ones are weak: claims written to be checked count as worth it,
everyday sentences as not. The bilingual encoder carries the English labels over.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

import factcheck
from factcheck.encoders.static import StaticEncoder
from factcheck.worthiness import signs_and_vectors
from training.data import digest, parallel_pairs, rows, verdict_rows
from training.saving import write_record

TARGET = Path(factcheck.__file__).parent / "models" / "worthiness"
TRAIN = "checkworthiness/checkthat2024_train.jsonl.gz"
DEV = "checkworthiness/checkthat2024_dev.jsonl.gz"
CLAIMS = "verdict/cfever_aicup_train.jsonl.gz"
EVERYDAY = "parallel/tatoeba_en_zh.tsv.gz"
WEAK = 1500
"""Weak Chinese examples of each side: enough to hold the language, too few to drown the labels."""
PENALTY = 1.0


def main() -> None:
    """Fit, report on the development rows, write the weights."""
    from safetensors.numpy import save_file
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import average_precision_score, f1_score

    encoder = StaticEncoder.builtin()
    labelled = rows(TRAIN)
    texts = [row["text"] for row in labelled]
    truth = [bool(row["check_worthy"]) for row in labelled]
    claims = [row["claim"] for row in verdict_rows(held_back=False)[CLAIMS][:WEAK]]
    everyday = [chinese for _, chinese in parallel_pairs(EVERYDAY)[:WEAK]]
    texts += claims + everyday
    truth += [True] * len(claims) + [False] * len(everyday)
    model = LogisticRegression(C=PENALTY, max_iter=2000, class_weight="balanced")
    model.fit(signs_and_vectors(encoder, texts), truth)
    dev = rows(DEV)
    shares = model.predict_proba(signs_and_vectors(encoder, [row["text"] for row in dev]))[:, 1]
    answers = [bool(row["check_worthy"]) for row in dev]
    record = {
        "train": len(texts),
        "encoder": encoder.revision,
        "dev": {
            "n": len(dev),
            "average_precision": round(float(average_precision_score(answers, shares)), 4),
            "f1": round(float(f1_score(answers, shares >= 0.5)), 4),
        },
        "data": {name: digest(name) for name in (TRAIN, DEV, CLAIMS, EVERYDAY)},
    }
    print(record["dev"])
    TARGET.mkdir(parents=True, exist_ok=True)
    save_file(
        {
            "coefficients": model.coef_[0].astype(np.float32),
            "intercept": model.intercept_.astype(np.float32),
        },
        TARGET / "model.safetensors",
    )
    write_record(record, TARGET / "training.json")


if __name__ == "__main__":
    main()
