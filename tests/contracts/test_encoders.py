"""What every encoder keeps: the built-in one, and real small models made here."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from small_models import bert_encoder, cross_encoder, static_encoder, table_encoder

from factcheck.encoders import Encoder, encoders, load_encoder
from factcheck.errors import ModelError

_TEXTS = ["Exports were approved.", "出口獲批准。", "出口获批准。", "輝達 NVIDIA 的 H20 ships in July.", ""]
_MADE = {"bert": bert_encoder, "static": static_encoder, "table": table_encoder}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The folders of the models made here, by kind."""
    folder = tmp_path_factory.mktemp("models")
    return {name: str(make(folder / name)) for name, make in _MADE.items()}


@pytest.fixture(params=[*encoders(), *_MADE, "bert cut", "builtin cut"])
def encoder(request: pytest.FixtureRequest, made: dict[str, str]) -> Encoder:
    name, _, cut = request.param.partition(" ")
    return load_encoder(made.get(name, name), dimension=6 if cut else 0)


def test_vectors_are_unit_rows_in_order(encoder: Encoder) -> None:
    for encode in (encoder.encode_queries, encoder.encode_passages):
        vectors = encode(_TEXTS[:4])
        assert vectors.dtype == np.float32
        assert vectors.shape == (4, encoder.dimension)
        assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-4)
        for place, text in enumerate(_TEXTS[:4]):
            assert np.allclose(encode([text])[0], vectors[place], atol=1e-5)


def test_nothing_and_an_empty_text_make_no_trouble(encoder: Encoder) -> None:
    assert encoder.encode_queries([]).shape == (0, encoder.dimension)
    vectors = encoder.encode_passages([*_TEXTS, "\u200b", "𝕏" * 40])
    assert np.isfinite(vectors).all()


def test_a_text_far_too_long_is_cut_and_disturbs_no_other(encoder: Encoder) -> None:
    vectors = encoder.encode_passages(["出口獲批准 exports were approved. " * 3000, _TEXTS[0]])
    assert np.allclose(vectors[1], encoder.encode_passages(_TEXTS[:1])[0], atol=1e-5)


def test_the_revision_is_stated_and_stays(encoder: Encoder) -> None:
    assert len(encoder.revision) == 12
    assert set(encoder.revision) <= set("0123456789abcdef")


@pytest.mark.parametrize("kind", [*_MADE])
def test_the_revision_follows_what_alters_vectors_and_not_the_place(
    made: dict[str, str], tmp_path: Path, kind: str
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(made[kind], copy)
    plain = load_encoder(made[kind]).revision
    assert load_encoder(str(copy)).revision == plain
    (copy / "README.md").write_text("A card.", encoding="utf-8")
    assert load_encoder(str(copy)).revision == plain
    assert load_encoder(made[kind], dimension=4).revision != plain
    other = tmp_path / "other"
    _reweighted(Path(made[kind]), other)
    assert load_encoder(str(other)).revision != plain


def _reweighted(folder: Path, target: Path) -> None:
    from safetensors.numpy import load_file, save_file

    shutil.copytree(folder, target)
    (weights,) = target.rglob("*.safetensors")
    tensors = load_file(weights)
    name = max(tensors, key=lambda one: tensors[one].size)
    save_file({**tensors, name: tensors[name] * np.float32(1.5)}, weights, metadata={"format": "pt"})


@pytest.mark.parametrize("named", ["document", "passage", "corpus"])
def test_a_models_own_prompts_are_honoured(made: dict[str, str], tmp_path: Path, named: str) -> None:
    prompts = {"query": "not the ", named: "chips in "}
    prompted = load_encoder(str(bert_encoder(tmp_path / "prompted", prompts=prompts)))
    plain = load_encoder(made["bert"])
    assert np.allclose(
        prompted.encode_queries(["exports"]), plain.encode_queries(["not the exports"]), atol=1e-5
    )
    assert np.allclose(
        prompted.encode_passages(["exports"]), plain.encode_passages(["chips in exports"]), atol=1e-5
    )
    assert not np.allclose(prompted.encode_queries(["exports"]), plain.encode_queries(["exports"]), atol=1e-3)
    assert prompted.revision != plain.revision


def test_prompts_known_for_a_name_are_used_where_the_model_has_none(
    made: dict[str, str], tmp_path: Path
) -> None:
    named = tmp_path / "multilingual-e5-small"
    shutil.copytree(made["bert"], named)
    known, plain = load_encoder(str(named)), load_encoder(made["bert"])
    assert np.allclose(known.encode_queries(["出口"]), plain.encode_queries(["query: 出口"]), atol=1e-5)
    assert np.allclose(known.encode_passages(["出口"]), plain.encode_passages(["passage: 出口"]), atol=1e-5)


def test_vectors_cut_short_are_the_first_numbers_at_unit_length(encoder: Encoder) -> None:
    from factcheck.encoders.truncated import TruncatedEncoder

    whole, cut = encoder.encode_queries(_TEXTS[:4])[:, :4], TruncatedEncoder(encoder, 4)
    wanted = whole / np.linalg.norm(whole, axis=1, keepdims=True)
    assert np.allclose(cut.encode_queries(_TEXTS[:4]), wanted, atol=1e-6)
    with pytest.raises(ModelError, match=f"has {encoder.dimension}"):
        TruncatedEncoder(encoder, encoder.dimension + 1)


@pytest.mark.parametrize("name", ["absent", "./absent", "nobody/absent", "../a/b/c", "模型"])
def test_an_unknown_model_is_one_clear_line(tmp_path: Path, name: str) -> None:
    with pytest.raises(ModelError, match="Wanted the encoder") as caught:
        load_encoder(name)
    assert "\n" not in str(caught.value)


def test_what_scores_pairs_is_no_encoder(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="scores pairs of texts"):
        load_encoder(str(cross_encoder(tmp_path / "judge", ["entailment", "neutral", "contradiction"])))


def test_files_that_are_no_encoder_are_one_clear_line(made: dict[str, str], tmp_path: Path) -> None:
    empty, broken = tmp_path / "empty", tmp_path / "broken"
    empty.mkdir()
    with pytest.raises(ModelError, match=r"found no config\.json or modules\.json with weights"):
        load_encoder(str(empty))
    shutil.copytree(made["bert"], broken)
    (broken / "model.safetensors").write_bytes(b"\0" * 64)
    with pytest.raises(ModelError, match="cannot be opened") as caught:
        load_encoder(str(broken))
    assert "\n" not in str(caught.value)
    (broken / "modules.json").write_text(json.dumps([{"idx": 0}]), encoding="utf-8")
    with pytest.raises(ModelError, match="cannot be opened"):
        load_encoder(str(broken))
