"""Models: built-in ones are the files that were recorded, others come as safetensors and bring no code along."""

from __future__ import annotations

import json
import os
import pickle
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from small_models import bert_encoder, cross_encoder, static_encoder, table_encoder
from workspaces import filled

from factcheck import Workspace, doctor
from factcheck.checkpoints import checksums
from factcheck.checkpoints.checksums import MODELS, SUMS, model_files, sums, wrong_files
from factcheck.cli import main
from factcheck.encoders import load_encoder
from factcheck.errors import ModelError
from factcheck.judges import load_judge
from factcheck.rerankers import load_reranker

_LABELS = ("entailment", "neutral", "contradiction")


class Bomb:
    """Pickled, it makes the folder `ran` when it is read."""

    def __reduce__(self) -> tuple[Callable[[str], None], tuple[str]]:
        return os.mkdir, ("ran",)


# -- built in ----------------------------------------------------------------------------------


def test_the_recorded_checksums_are_those_of_the_files() -> None:
    """Where a model was made anew: `python -m training.checksums`."""
    assert sums(MODELS) == (MODELS / SUMS).read_text("utf-8"), "run `python -m training.checksums`"
    assert list(wrong_files(MODELS)) == []
    names = [path.relative_to(MODELS).as_posix() for path in model_files(MODELS)]
    assert {"encoder/model.safetensors", "encoder/words.txt", "words/tokenizer.json"} <= set(names)
    assert len(names) >= 8


def test_the_package_holds_no_other_weights() -> None:
    kinds = {path.suffix for path in MODELS.rglob("*") if path.is_file()}
    assert kinds <= {".safetensors", ".json", ".md", ".txt", ""}
    assert [path.name for path in MODELS.iterdir() if path.is_file()] == [SUMS]


def _changed(models: Path, harm: str) -> None:
    weights = models / "judge" / "model.safetensors"
    if harm == "a byte":
        data = bytearray(weights.read_bytes())
        data[-1] ^= 1
        weights.write_bytes(data)
    elif harm == "gone":
        weights.unlink()
    elif harm == "one more":
        shutil.copy(weights, models / "judge" / "other.safetensors")
    elif harm == "no list":
        (models / SUMS).unlink()


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (
            "a byte",
            r"judge/model\.safetensors is not the file that came with the package: wanted sha256 \w+…, found",
        ),
        ("gone", r"judge/model\.safetensors cannot be read: No such file"),
        ("one more", r"judge/other\.safetensors is no file of this package"),
        ("no list", r"checksums of the built-in models cannot be read"),
    ],
)
def test_doctor_names_a_file_that_is_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], harm: str, told: str
) -> None:
    models = tmp_path / "models"
    for path in (*model_files(MODELS), MODELS / SUMS):
        copy = models / path.relative_to(MODELS)
        copy.parent.mkdir(parents=True, exist_ok=True)
        # The large ones are as they are; one small one is changed.
        if path.stat().st_size > 100_000:
            copy.symlink_to(path)
        else:
            shutil.copy(path, copy)
    assert list(wrong_files(models)) == []
    _changed(models, harm)
    found = list(wrong_files(models))
    assert len(found) == 1
    monkeypatch.setattr(doctor, "MODELS", models)
    with Workspace(tmp_path / "w") as workspace:
        problems = [one for one in doctor.diagnose(workspace).problems if one.what == found[0]]
    assert [one.remedy for one in problems] == ["Install the package again."]
    assert main(["doctor", "--workspace", str(tmp_path / "w")]) == 1
    err = capsys.readouterr().err
    assert re.search(told, err), err


def test_opening_a_workspace_reads_no_checksum(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Opening stays quick: the list is for `doctor`."""

    def refuse(path: Path) -> str:
        raise AssertionError(path)

    monkeypatch.setattr(checksums, "content_digest", refuse)
    with filled(tmp_path) as workspace:
        assert workspace.claim("Veltron sold 300,000 Lark-9 chips in the first half of 2025").evidence


# -- others ------------------------------------------------------------------------------------


def _pickled(folder: Path) -> Path:
    """The model with its weights as torch pickles them, and with a bomb in them."""
    (weights,) = folder.rglob("*.safetensors")
    weights.unlink()
    weights.with_name("pytorch_model.bin").write_bytes(pickle.dumps({"weight": Bomb()}))
    return folder


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, in which code that runs leaves `ran`; modules in it can be imported."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    (tmp_path / "brought_along.py").write_text("import os; os.mkdir('ran')\nclass Part: pass\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize("make", [bert_encoder, static_encoder, table_encoder])
def test_an_encoder_of_pickled_weights_is_refused_in_one_line(
    here: Path, make: Callable[[Path], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = _pickled(make(here / "m"))
    with pytest.raises(ModelError, match=r"Wanted weights as safetensors in .*pytorch_model\.bin") as caught:
        load_encoder(str(folder))
    assert "\n" not in str(caught.value)
    with Workspace(here / "w") as workspace:
        workspace.add([])
    assert main(["models", "use", str(folder), "--workspace", str(here / "w")]) == 1
    err = capsys.readouterr().err
    assert "safetensors" in err and "Traceback" not in err
    assert not (here / "ran").exists()


@pytest.mark.parametrize(("load", "labels"), [(load_judge, _LABELS), (load_reranker, ("relevance",))])
def test_a_judge_or_reranker_of_pickled_weights_is_refused(
    here: Path, load: Callable[[str], object], labels: tuple[str, ...]
) -> None:
    folder = _pickled(cross_encoder(here / "m", labels))
    with pytest.raises(ModelError, match="Wanted weights as safetensors"):
        load(str(folder))
    assert not (here / "ran").exists()


def test_pickled_weights_beside_safetensors_are_not_read(here: Path) -> None:
    """Downloads often carry both."""
    folder = bert_encoder(here / "m")
    (weights,) = folder.rglob("*.safetensors")
    weights.with_name("pytorch_model.bin").write_bytes(pickle.dumps(Bomb()))
    (folder / "training_args.bin").write_bytes(pickle.dumps(Bomb()))
    assert load_encoder(str(folder)).encode_queries(["chips"]).shape == (1, 24)
    assert not (here / "ran").exists()


def test_a_part_of_the_models_own_code_is_refused(here: Path) -> None:
    folder = bert_encoder(here / "m")
    parts = json.loads((folder / "modules.json").read_text("utf-8"))
    parts[-1]["type"] = "brought_along.Part"
    (folder / "modules.json").write_text(json.dumps(parts), "utf-8")
    (folder / "brought_along.py").write_text("import os; os.mkdir('ran')", "utf-8")
    with pytest.raises(ModelError, match=r"found 'brought_along\.Part'.*code of the model's own") as caught:
        load_encoder(str(folder))
    assert "\n" not in str(caught.value)
    assert not (here / "ran").exists()


def _routed(folder: Path) -> Path:
    """A model of a Router that leads queries and passages through the same parts."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.base.modules.router import Router

    parts: Any = list(SentenceTransformer(str(bert_encoder(folder.with_name("parts"))), device="cpu"))
    model = SentenceTransformer(modules=[Router.for_query_document(parts, parts)], device="cpu")
    model.save_pretrained(str(folder), create_model_card=False)
    return folder


def test_a_route_through_the_models_own_code_is_refused(here: Path) -> None:
    folder = _routed(here / "m")
    assert load_encoder(str(folder)).encode_queries(["chips", "晶片", "芯片"]).shape == (3, 24)
    (path,) = folder.rglob("router_config.json")
    routes = json.loads(path.read_text("utf-8"))
    routes["types"] = dict.fromkeys(routes["types"], "brought_along.Part")
    path.write_text(json.dumps(routes), "utf-8")
    with pytest.raises(ModelError, match=r"found 'brought_along\.Part'.*code of the model's own") as caught:
        load_encoder(str(folder))
    assert "\n" not in str(caught.value)
    assert not (here / "ran").exists()


@pytest.mark.parametrize("make", [bert_encoder, _routed])
def test_other_safetensors_beside_pickled_weights_make_them_no_safer(
    here: Path, make: Callable[[Path], Path]
) -> None:
    folder = make(here / "m")
    (weights,) = folder.rglob("*.safetensors")
    shutil.copy(weights, weights.with_name("other.safetensors"))
    weights.unlink()
    weights.with_name("pytorch_model.bin").write_bytes(pickle.dumps({"weight": Bomb()}))
    with pytest.raises(ModelError, match=r"Wanted weights as safetensors in .*pytorch_model\.bin"):
        load_encoder(str(folder))
    assert not (here / "ran").exists()


def test_a_list_of_parts_cannot_make_a_pickle_read(here: Path) -> None:
    """With `weights_only` turned off by the model itself, transformers 5 runs what the pickle says."""
    folder = bert_encoder(here / "m")
    (weights,) = folder.rglob("*.safetensors")
    weights.unlink()
    (folder / "weights.dat").write_bytes(pickle.dumps(Bomb()))
    parts = {"metadata": {}, "weight_map": {"embeddings.word_embeddings.weight": "weights.dat"}}
    (folder / "model.safetensors.index.json").write_text(json.dumps(parts), "utf-8")
    (folder / "other.safetensors").write_bytes(b"")
    for name, changes in (
        ("sentence_bert_config.json", {"model_args": {"weights_only": False, "dtype": "auto"}}),
        ("config.json", {"dtype": None, "torch_dtype": None}),
    ):
        settings = json.loads((folder / name).read_text("utf-8"))
        (folder / name).write_text(json.dumps({**settings, **changes}), "utf-8")
    with pytest.raises(ModelError, match=r"Wanted weights as safetensors in .*found only 'weights\.dat'"):
        load_encoder(str(folder))
    assert not (here / "ran").exists()


def test_settings_of_brackets_in_brackets_are_one_line(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = bert_encoder(here / "m")
    (folder / "1_Pooling" / "config.json").write_text("[" * 100_000, "utf-8")
    with Workspace(here / "w") as workspace:
        workspace.add([])
    assert main(["models", "use", str(folder), "--workspace", str(here / "w")]) == 1
    err = capsys.readouterr().err
    assert "found '1_Pooling/config.json' that cannot be understood" in err and "Traceback" not in err


def test_a_configuration_that_names_code_runs_none(here: Path) -> None:
    folder = cross_encoder(here / "m", _LABELS)
    config = json.loads((folder / "config.json").read_text("utf-8"))
    named = "brought_along--brought_along.Part"
    config["auto_map"] = {"AutoConfig": named, "AutoModelForSequenceClassification": "brought_along.Part"}
    config["sentence_transformers"] = {"activation_fn": "brought_along.Part"}
    (folder / "config.json").write_text(json.dumps(config), "utf-8")
    (folder / "brought_along.py").write_text("import os; os.mkdir('ran')", "utf-8")
    try:
        load_judge(str(folder))
    except ModelError as error:
        assert "\n" not in str(error)
    assert not (here / "ran").exists()


def test_the_bomb_would_go_off(here: Path) -> None:
    """What the tests above look for is what reading it does."""
    pickle.loads(pickle.dumps(Bomb()))
    assert (here / "ran").is_dir()
    (here / "ran").rmdir()
    __import__("brought_along")
    assert (here / "ran").is_dir()
