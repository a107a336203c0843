"""What a model is for is read off its files, for models as their libraries save them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from small_models import WIDTH, bert_encoder, cross_encoder, static_encoder, table_encoder

from factcheck.checkpoints.description import Purpose, describe
from factcheck.checkpoints.places import weight_files


def test_encoders_state_dimension_and_prompts(tmp_path: Path) -> None:
    found = describe(bert_encoder(tmp_path / "bert", prompts={"query": "query: "}))
    assert (found.purpose, found.dimension, found.reads_pairs) == (Purpose.ENCODER, WIDTH, False)
    assert found.prompts == {"query": "query: "}
    assert found.bytes == sum(path.stat().st_size for path in weight_files(tmp_path / "bert"))
    static = describe(static_encoder(tmp_path / "static"))
    assert (static.purpose, static.dimension, static.torch_free) == (Purpose.ENCODER, 8, False)
    table = describe(table_encoder(tmp_path / "table"))
    assert (table.purpose, table.dimension, table.torch_free) == (Purpose.ENCODER, 16, True)


@pytest.mark.parametrize(
    ("labels", "purpose"),
    [
        (("entailment", "neutral", "contradiction"), Purpose.JUDGE),
        (("not_entailment", "entailment"), Purpose.JUDGE),
        (("relevance",), Purpose.RERANKER),
        (("joy", "anger", "fear"), Purpose.OTHER),
    ],
)
def test_the_labels_say_what_a_model_of_pairs_is_for(
    tmp_path: Path, labels: tuple[str, ...], purpose: Purpose
) -> None:
    for folder in (cross_encoder(tmp_path / "saved", labels), tmp_path / "saved-core"):
        found = describe(folder)
        assert found.purpose is purpose
        assert found.reads_pairs
        assert found.labels == (() if purpose is Purpose.OTHER else labels)


@pytest.mark.parametrize(
    ("card", "licence"),
    [
        ("---\nlanguage:\n- zh\nlicense: apache-2.0\n---\n# 模型", "apache-2.0"),
        ("---\nlicense: 'mit'\n---\n", "mit"),
        ("license: mit", ""),
        ("---\ntags: [a]\n---\nlicense: mit", ""),
    ],
)
def test_the_licence_is_that_of_the_card(tmp_path: Path, card: str, licence: str) -> None:
    (tmp_path / "README.md").write_text(card, encoding="utf-8")
    assert describe(tmp_path).licence == licence


@pytest.mark.parametrize(
    "text", ["", "[", "[]", "null", '{"id2label": [1], "architectures": null}', '{"id2label": {"a": 1}}']
)
def test_files_that_cannot_be_understood_make_no_trouble(tmp_path: Path, text: str) -> None:
    for name in ("config.json", "modules.json", "config_sentence_transformers.json"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert describe(tmp_path).purpose is Purpose.OTHER
    assert describe(tmp_path / "absent").purpose is Purpose.OTHER


@pytest.mark.parametrize(
    "config",
    [
        {"architectures": 5},
        {"architectures": {"a": 1}},
        {"architectures": [["BertForSequenceClassification"]]},
        {"id2label": {"²": "entailment"}},
        {"id2label": {"9" * 5000: "entailment"}},
        {"id2label": {"0": ["entailment"]}, "architectures": ["BertForSequenceClassification"]},
        {"prompts": {"query": ["a"]}, "model_type": ["CrossEncoder"]},
        [{"path": ["a"], "type": {"b": 1}}],
        [{"path": "a\0b", "type": "StaticEmbedding"}],
    ],
)
def test_settings_of_another_shape_make_no_trouble(tmp_path: Path, config: object) -> None:
    for name in ("config.json", "modules.json", "config_sentence_transformers.json"):
        (tmp_path / name).write_text(json.dumps(config), encoding="utf-8")
    found = describe(tmp_path)
    assert (found.labels, found.prompts, found.dimension) == ((), {}, None)


@pytest.mark.parametrize("name", ["config.json", "modules.json", "config_sentence_transformers.json"])
@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_brackets_in_brackets_count_as_absent(tmp_path: Path, name: str, opening: str) -> None:
    (tmp_path / name).write_text(opening * 100_000, encoding="utf-8")
    assert describe(tmp_path).purpose is Purpose.OTHER


@pytest.mark.parametrize(
    "header",
    [
        b"[" * 100_000,
        b"[]",
        b'{"a": 1}',
        b'{"a": {"shape": 7}}',
        b'{"a": {"shape": [1, "x"]}}',
        b'{"a": {"shape": [1, 1e999]}}',
    ],
)
def test_weights_with_another_header_state_no_dimension(tmp_path: Path, header: bytes) -> None:
    part = {"path": ".", "type": "sentence_transformers.models.StaticEmbedding"}
    (tmp_path / "modules.json").write_text(json.dumps([part]), encoding="utf-8")
    (tmp_path / "model.safetensors").write_bytes(len(header).to_bytes(8, "little") + header)
    found = describe(tmp_path)
    assert (found.purpose, found.dimension) == (Purpose.ENCODER, None)


def test_a_plain_transformer_is_not_offered(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text(
        json.dumps({"architectures": ["BertModel"], "hidden_size": 8}), encoding="utf-8"
    )
    found = describe(tmp_path)
    assert (found.purpose, found.reads_pairs) == (Purpose.OTHER, False)
