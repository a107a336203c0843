"""What every reranker keeps: a real small CrossEncoder of one label made here."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from small_models import bert_encoder, cross_encoder

from factcheck.errors import ModelError
from factcheck.rerankers import Reranker, load_reranker, rerankers

_PASSAGES = ["Exports were approved.", "出口獲批准。", "輝達 sold chips in July. " * 60, "", "出口获批准。"]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(cross_encoder(tmp_path_factory.mktemp("models") / "one", ["relevance"]))


@pytest.fixture(params=[*rerankers(), "one label"])
def reranker(request: pytest.FixtureRequest, made: str) -> Reranker:
    found = load_reranker(made if request.param == "one label" else request.param)
    assert found is not None
    return found


def test_scores_are_probabilities_in_order(reranker: Reranker) -> None:
    scores = reranker.scores("出口 exports approved", _PASSAGES)
    assert len(scores) == len(_PASSAGES)
    assert all(0 <= score <= 1 for score in scores)
    assert len({round(score, 6) for score in scores}) > 2
    for passage, score in zip(_PASSAGES, scores, strict=True):
        assert reranker.scores("出口 exports approved", [passage]) == pytest.approx([score], abs=1e-5)
    assert reranker.scores("出口", []) == []


def test_the_score_is_the_sigmoid_of_the_model_s_number(made: str) -> None:
    import torch
    from sentence_transformers import CrossEncoder

    raw = CrossEncoder(made, device="cpu", local_files_only=True)
    (logit,) = raw.predict([("出口", _PASSAGES[0])], activation_fn=torch.nn.Identity())
    reranker = load_reranker(made)
    assert reranker is not None
    assert reranker.scores("出口", _PASSAGES[:1]) == pytest.approx(
        [1 / (1 + np.exp(-float(logit)))], abs=1e-5
    )


def test_the_revision_follows_the_weights(made: str, tmp_path: Path) -> None:
    found = load_reranker(made)
    other = load_reranker(str(cross_encoder(tmp_path / "other", ["relevance"], seed=8)))
    assert found is not None
    assert other is not None
    assert len(found.revision) == 12
    assert found.revision != other.revision


def test_none_is_none_and_what_is_no_reranker_is_refused(tmp_path: Path) -> None:
    assert load_reranker("none") is None
    with pytest.raises(ModelError, match="is a judge"):
        load_reranker(str(cross_encoder(tmp_path / "judge", ["entailment", "neutral", "contradiction"])))
    with pytest.raises(ModelError, match="hf download nobody/absent"):
        load_reranker("nobody/absent")
    with pytest.raises(ModelError, match="cannot score pairs of texts") as caught:
        load_reranker(str(bert_encoder(tmp_path / "encoder")))
    assert "\n" not in str(caught.value)
