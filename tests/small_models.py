"""Real models for tests, small and with random weights, saved on disk as their libraries save them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

_SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
_ENGLISH = [
    "query",
    "passage",
    "the",
    "exports",
    "were",
    "approved",
    "not",
    "chips",
    "ship",
    "in",
    "july",
    "nvidia",
    "h20",
    "a",
    "sold",
    "regulator",
]
WORDS = [*_SPECIAL, *_ENGLISH, *"出口獲获批准輝达達晶片公司營收营上半年。.,:%0123456789"]
WIDTH = 24


def bert_encoder(folder: Path, *, prompts: Mapping[str, str] | None = None, seed: int = 7) -> Path:
    """A sentence-transformers model: a tiny BERT and the mean of its tokens, 24 numbers a vector."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer

    core = folder.with_name(f"{folder.name}-core")
    _save(core, None, seed)
    parts = [Transformer(str(core), max_seq_length=48), Pooling(WIDTH, pooling_mode="mean")]
    model = SentenceTransformer(modules=parts, device="cpu", prompts=dict(prompts or {}))
    model.save_pretrained(str(folder), create_model_card=False)
    return folder


def table_encoder(folder: Path) -> Path:
    """A table of words in model2vec's format, 16 numbers a vector."""
    from model2vec import StaticModel

    weights = np.random.default_rng(7).normal(size=(len(WORDS), 16)).astype(np.float32)
    StaticModel(vectors=weights, tokenizer=_word_tokenizer(), config={}).save_pretrained(folder)
    return folder


def static_encoder(folder: Path) -> Path:
    """A sentence-transformers model that is a table of words, eight numbers a vector."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding

    weights = np.random.default_rng(7).normal(size=(len(WORDS), 8)).astype(np.float32)
    part = StaticEmbedding(_word_tokenizer(), embedding_weights=weights)
    SentenceTransformer(modules=[part], device="cpu").save_pretrained(str(folder), create_model_card=False)
    return folder


def cross_encoder(folder: Path, labels: Sequence[str], *, order: Sequence[int] = (), seed: int = 7) -> Path:
    """A CrossEncoder of a tiny BERT with `labels`; `order` says which row of the weights each label has."""
    from sentence_transformers import CrossEncoder

    core = folder.with_name(f"{folder.name}-core")
    _save(core, labels, seed, order or range(len(labels)))
    CrossEncoder(str(core), device="cpu", local_files_only=True).save_pretrained(
        str(folder), create_model_card=False
    )
    return folder


def _save(folder: Path, labels: Sequence[str] | None, seed: int, order: Sequence[int] = ()) -> None:
    import torch
    import transformers
    from transformers import BertConfig, BertForSequenceClassification, BertModel

    folder.mkdir(parents=True)
    (folder / "vocab.txt").write_text("\n".join(WORDS), encoding="utf-8")
    libraries: Any = transformers
    tokenizer = libraries.BertTokenizerFast(str(folder / "vocab.txt"), model_max_length=64)
    sizes: dict[str, Any] = {
        "vocab_size": len(WORDS),
        "hidden_size": WIDTH,
        "num_hidden_layers": 2,
        "num_attention_heads": 2,
        "intermediate_size": 48,
        "max_position_embeddings": 64,
        "initializer_range": 0.5,
    }
    torch.manual_seed(seed)
    model: Any
    if labels is None:
        model = BertModel(BertConfig(**sizes))
    else:
        named = dict(enumerate(labels))
        model = BertForSequenceClassification(
            BertConfig(**sizes, id2label=named, label2id={label: place for place, label in named.items()})
        )
        with torch.no_grad():
            head = model.classifier
            head.weight.copy_(head.weight[list(order)].clone())
            head.bias.copy_(head.bias[list(order)].clone())
    model.eval()
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)


def _word_tokenizer() -> Any:
    from tokenizers import Tokenizer, models, pre_tokenizers

    vocabulary = {word: place for place, word in enumerate(WORDS)}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return tokenizer
