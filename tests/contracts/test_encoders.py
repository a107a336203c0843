"""What every encoder keeps: the built-in one, and a real small sentence-transformers model made here."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from factcheck.encoders import Encoder, encoders, load_encoder
from factcheck.errors import ModelError

_TEXTS = ["Exports were approved.", "出口獲批准。", "出口获批准。", "輝達 NVIDIA 的 H20 ships in July.", ""]


@pytest.fixture(scope="module")
def small_model(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A sentence-transformers model of eight dimensions, saved on disk."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer, models, pre_tokenizers

    words = ["[UNK]", "exports", "were", "approved", "出", "口", "."]
    tokenizer = Tokenizer(models.WordLevel({word: i for i, word in enumerate(words)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    weights = np.random.default_rng(7).normal(size=(len(words), 8)).astype(np.float32)
    folder = tmp_path_factory.mktemp("model") / "small"
    SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_weights=weights)], device="cpu").save(
        str(folder)
    )
    return str(folder)


@pytest.fixture(params=[*encoders(), "sentence-transformers"])
def encoder(request: pytest.FixtureRequest) -> Encoder:
    name = request.param
    return load_encoder(request.getfixturevalue("small_model") if name == "sentence-transformers" else name)


def test_vectors_are_unit_rows_in_order(encoder: Encoder) -> None:
    for encode in (encoder.encode_queries, encoder.encode_passages):
        vectors = encode(_TEXTS[:4])
        assert vectors.dtype == np.float32
        assert vectors.shape == (4, encoder.dimension)
        assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-4)
        assert np.allclose(encode(_TEXTS[:1])[0], vectors[0], atol=1e-5)


def test_nothing_and_an_empty_text_make_no_trouble(encoder: Encoder) -> None:
    assert encoder.encode_queries([]).shape == (0, encoder.dimension)
    assert np.isfinite(encoder.encode_passages(_TEXTS)).all()


def test_the_revision_is_stated(encoder: Encoder) -> None:
    assert len(encoder.revision) == 12
    assert set(encoder.revision) <= set("0123456789abcdef")


@pytest.mark.parametrize("named", ["document", "passage", "corpus"])
def test_a_models_own_prompts_are_honoured(small_model: str, tmp_path: Path, named: str) -> None:
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(small_model, device="cpu", prompts={"query": "were ", named: "approved "})
    model.save(str(tmp_path / "prompted"))
    prompted, plain = load_encoder(str(tmp_path / "prompted")), load_encoder(small_model)
    assert np.allclose(
        prompted.encode_queries(["exports"]), plain.encode_queries(["were exports"]), atol=1e-5
    )
    assert np.allclose(
        prompted.encode_passages(["exports"]), plain.encode_passages(["approved exports"]), atol=1e-5
    )


def test_an_unknown_model_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(ModelError) as caught:
        load_encoder(str(tmp_path / "absent"))
    assert "\n" not in str(caught.value)
