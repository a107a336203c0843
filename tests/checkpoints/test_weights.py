"""The revision of a model follows its files and not its place, and reads what a cache already knows."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from factcheck.checkpoints.weights import content_digest, revision


def model(folder: Path, **files: bytes) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in {"config.json": b"{}", "model.safetensors": b"weights", **files}.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def test_weights_configuration_and_settings_alter_it(tmp_path: Path) -> None:
    plain = revision(model(tmp_path / "a"), "torch", "query: ")
    assert plain == revision(model(tmp_path / "b"), "torch", "query: ")
    others = [
        revision(model(tmp_path / "c", **{"model.safetensors": b"others"}), "torch", "query: "),
        revision(model(tmp_path / "d", **{"1_Pooling__config.json": b"{}"}), "torch", "query: "),
        revision(model(tmp_path / "e", **{"vocab.txt": b"a"}), "torch", "query: "),
        revision(tmp_path / "a", "torch", ""),
        revision(tmp_path / "a", "onnx", "query: "),
    ]
    assert len({plain, *others}) == len(others) + 1


def test_weights_of_other_backends_and_cards_do_not(tmp_path: Path) -> None:
    plain = revision(model(tmp_path / "a"), "torch")
    more = {"onnx__model.onnx": b"graph", "README.md": b"a card", "pytorch_model.bin": b"the same, older"}
    assert revision(model(tmp_path / "b", **more), "torch") == plain
    assert revision(tmp_path / "b", "onnx") != revision(tmp_path / "a", "onnx")


def test_a_download_has_the_revision_of_its_copy(tmp_path: Path) -> None:
    digest = hashlib.sha256(b"weights").hexdigest()
    blob = tmp_path / "models--a--b" / "blobs" / digest
    blob.parent.mkdir(parents=True)
    blob.write_bytes(b"weights")
    linked = model(tmp_path / "models--a--b" / "snapshots" / "c")
    (linked / "model.safetensors").unlink()
    (linked / "model.safetensors").symlink_to(blob)
    assert revision(linked, "torch") == revision(model(tmp_path / "copy"), "torch")
    # The name of a blob is its digest, so its gigabytes are not read again.
    os.truncate(blob, 0)
    assert content_digest(linked / "model.safetensors") == digest
