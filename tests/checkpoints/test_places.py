"""Models are found in folders, in caches as downloads leave them, and in packages; nothing is loaded."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.checkpoints.places import holds_model, installed, lasting_name, locate, weight_files
from factcheck.errors import ModelError


def model(folder: Path, weights: str = "model.safetensors") -> Path:
    folder.mkdir(parents=True)
    (folder / "config.json").write_text("{}", encoding="utf-8")
    (folder / weights).write_bytes(b"0")
    return folder


def snapshot(cache: Path, name: str, commit: str, *, main: bool) -> Path:
    repository = cache / f"models--{name.replace('/', '--')}"
    if main:
        (repository / "refs").mkdir(parents=True, exist_ok=True)
        (repository / "refs" / "main").write_text(commit, encoding="utf-8")
    return model(repository / "snapshots" / commit)


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache of downloads, and no other."""
    for name in ("HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE", "SENTENCE_TRANSFORMERS_HOME", "TORCH_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("HF_HOME", str(tmp_path / "hf"))
    return tmp_path / "hf" / "hub"


def test_a_download_is_found_by_its_name_the_main_version_first(cache: Path) -> None:
    wanted = snapshot(cache, "somebody/small", "a" * 40, main=True)
    other = snapshot(cache, "somebody/small", "b" * 40, main=False)
    os.utime(other, (2_000_000_000, 2_000_000_000))
    assert locate("somebody/small", "encoder") == wanted
    assert ("somebody/small", wanted) in list(installed())
    with pytest.raises(ModelError, match="hf download somebody/large"):
        locate("somebody/large", "encoder")


@pytest.mark.parametrize(
    ("what", "owner"), [("encoder", "sentence-transformers"), ("judge", "cross-encoder")]
)
def test_a_bare_name_is_that_of_the_usual_publisher(cache: Path, what: str, owner: str) -> None:
    wanted = snapshot(cache, f"{owner}/small", "c" * 40, main=True)
    assert locate("small", what) == wanted
    with pytest.raises(ModelError, match=f"hf download {owner}/tiny"):
        locate("tiny", what)


def test_a_download_without_its_weights_is_not_there(cache: Path) -> None:
    folder = snapshot(cache, "somebody/half", "d" * 40, main=True)
    (folder / "model.safetensors").unlink()
    (folder / "model.safetensors").symlink_to(folder / "gone")
    assert not holds_model(folder)
    with pytest.raises(ModelError, match="hf download somebody/half"):
        locate("somebody/half", "encoder")
    assert "somebody/half" not in dict(installed())


@pytest.mark.parametrize("variable", ["HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE", "SENTENCE_TRANSFORMERS_HOME"])
def test_the_variables_of_the_libraries_are_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    wanted = snapshot(tmp_path / "elsewhere", "somebody/small", "e" * 40, main=True)
    monkeypatch.setenv(variable, str(tmp_path / "elsewhere"))
    assert locate("somebody/small", "encoder") == wanted


def test_a_folder_of_the_older_kind_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SENTENCE_TRANSFORMERS_HOME", str(tmp_path / "kept"))
    wanted = model(tmp_path / "kept" / "sentence-transformers_small", "pytorch_model.bin")
    assert locate("sentence-transformers/small", "encoder") == wanted
    assert locate("small", "encoder") == wanted
    assert ("sentence-transformers/small", wanted) in list(installed())


def test_a_package_is_found_by_either_spelling_and_is_not_imported(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "my_model"
    folder = model(package / "files")
    (folder / "modules.json").write_text("[]", encoding="utf-8")
    (package / "__init__.py").write_text("raise RuntimeError('imported')", encoding="utf-8")
    script = (
        "from factcheck.checkpoints.places import installed, locate\n"
        "print(locate('my-model', 'encoder'), locate('my_model', 'encoder'), dict(installed())['my_model'])\n"
    )
    paths = os.pathsep.join([str(package.parent), *sys.path])
    found = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
    )
    assert found.stdout.split() == [str(folder)] * 3, found.stderr


def test_a_folder_is_written_down_by_its_whole_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = model(tmp_path / "模型")
    monkeypatch.chdir(tmp_path)
    assert locate("模型", "encoder") == wanted
    assert lasting_name("模型") == lasting_name("./模型") == str(wanted)
    assert lasting_name("somebody/small") == "somebody/small"
    with pytest.raises(ModelError, match="no such folder"):
        locate("./absent", "encoder")


@pytest.mark.parametrize("name", ["__main__", "json", "os", "factcheck", "a.b", "", "~nobody", "a/b/c"])
def test_names_of_other_things_are_no_models(name: str) -> None:
    with pytest.raises(ModelError) as caught:
        locate(name, "encoder")
    assert "\n" not in str(caught.value)


def test_a_file_is_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(model(tmp_path / "m"))
    with pytest.raises(ModelError, match="no such folder"):
        locate("model.safetensors", "encoder")


def test_training_leftovers_are_no_weights(tmp_path: Path) -> None:
    folder = model(tmp_path / "m", "training_args.bin")
    assert list(weight_files(folder)) == []
