"""Backends and devices that cannot be had are one clear line; models run in float32 on a CPU."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest
from small_models import bert_encoder, cross_encoder

from factcheck.checkpoints.loading import Runtime, open_model
from factcheck.encoders import load_encoder
from factcheck.errors import MissingDependency, ModelError
from factcheck.judges import load_judge


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return bert_encoder(tmp_path_factory.mktemp("models") / "bert")


@pytest.mark.parametrize("backend", ["onnx", "openvino"])
def test_a_backend_that_is_not_installed_is_named_with_its_extra(folder: Path, backend: str) -> None:
    if find_spec("optimum") is not None:
        pytest.skip("the backends are installed here")
    with pytest.raises(MissingDependency, match=rf"factcheck-workbench\[{backend}\]") as caught:
        load_encoder(str(folder), runtime=Runtime(backend=backend))
    assert "\n" not in str(caught.value)
    assert load_encoder("builtin", runtime=Runtime(backend=backend)).dimension == 256


def test_a_device_that_is_not_there_is_one_line(folder: Path, tmp_path: Path) -> None:
    judge = cross_encoder(tmp_path / "judge", ["entailment", "neutral", "contradiction"])
    for load in (
        lambda: load_encoder(str(folder), runtime=Runtime(device="abacus")),
        lambda: load_judge(str(judge), runtime=Runtime(device="abacus")),
    ):
        with pytest.raises(ModelError, match="abacus") as caught:
            load()
        assert "\n" not in str(caught.value)


def test_half_precision_weights_run_in_full_on_a_cpu(folder: Path, tmp_path: Path) -> None:
    import torch
    from sentence_transformers import SentenceTransformer

    half = SentenceTransformer(str(folder), device="cpu", local_files_only=True).half()
    half.save_pretrained(str(tmp_path / "half"), create_model_card=False)
    model = open_model("SentenceTransformer", "half", tmp_path / "half", Runtime(device="cpu"))
    assert {one.dtype for one in model.parameters()} == {torch.float32}


def test_opening_a_model_shows_no_bars(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    capfd.readouterr()
    load_encoder(str(folder))
    assert capfd.readouterr().err == ""
