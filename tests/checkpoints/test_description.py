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


def test_a_plain_transformer_is_not_offered(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text(
        json.dumps({"architectures": ["BertModel"], "hidden_size": 8}), encoding="utf-8"
    )
    found = describe(tmp_path)
    assert (found.purpose, found.reads_pairs) == (Purpose.OTHER, False)
