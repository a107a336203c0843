"""What a model's settings name and how its weights lie, told before anything of it is opened."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.checkpoints.foreign_code import require_no_code
from factcheck.errors import ModelError

OWN = "sentence_transformers.models.Transformer"
ROUTER = "sentence_transformers.base.modules.router.Router"


def _model(folder: Path, **files: object) -> Path:
    """A folder with these files, settings written as JSON and weights as they are; `__` parts folders."""
    written = {
        "modules.json": [{"idx": 0, "name": "0", "path": "", "type": OWN}],
        "model.safetensors": b"",
        **files,
    }
    for name, content in written.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return folder


def _refused(folder: Path) -> str:
    with pytest.raises(ModelError) as caught:
        require_no_code("m", folder)
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"modules.json": [{"type": ROUTER}], "router_config.json": {"types": {"query_0": OWN}}},
        {"1_Dense__config.json": {"activation_function": "torch.nn.modules.activation.Tanh"}},
        {"config.json": {"activation_function": "gelu_new", "tokenizer_class": "BertTokenizer", "auto_map": {}}},
        {"0_Words__wordembedding_config.json": {"tokenizer_class": "sentence_transformers.models.tokenizer.WhitespaceTokenizer"}},
        {"sentence_bert_config.json": {"model_args": {"weights_only": True, "trust_remote_code": True}}},
        {"pytorch_model.bin": b"", "adapter_model.bin": b"", "adapter_model.safetensors": b""},
        {"openvino_model.bin": b"", "openvino_model.xml": b"", "training_args.bin": b""},
        {
            "0_Core__pytorch_model-00001-of-00002.bin": b"",
            "0_Core__pytorch_model.bin.index.json": {},
            "0_Core__model-00001-of-00002.safetensors": b"",
            "0_Core__model.safetensors.index.json": {"weight_map": {"a": "model-00001-of-00002.safetensors"}},
        },
    ],
)  # fmt: skip
def test_sound_models_pass(tmp_path: Path, files: dict[str, object]) -> None:
    require_no_code("m", _model(tmp_path, **files))


@pytest.mark.parametrize(
    "files",
    [
        {"modules.json": [{"type": OWN}, {"type": "brought_along.Part"}]},
        {"router_config.json": {"types": {"query_0": OWN, "document_0": "brought_along.Part"}}},
        {"0_Router__router_config.json": {"types": {"a": "brought_along.Part"}}},
        # A Router in a Router, and what it was called before.
        {"0_Router__a__router_config.json": {"types": {"b": "brought_along.Part"}}},
        {"0_Asym__config.json": {"types": {"a": "brought_along.Part"}}},
        {"0_Words__wordembedding_config.json": {"tokenizer_class": "brought_along.Part"}},
        {"2_Dense__config.json": {"activation_function": "brought_along.Part"}},
    ],
)
def test_a_class_of_another_is_refused_wherever_it_is_named(tmp_path: Path, files: dict[str, object]) -> None:
    told = _refused(_model(tmp_path, **files))
    assert told.startswith("Wanted 'm' made of parts of sentence-transformers, found 'brought_along.Part'")


@pytest.mark.parametrize(
    "named",
    ["sentence_transformers.base.model.torch", "sentence_transformers_x.Part", "sentence_transformers."],
)
def test_what_their_modules_import_is_no_part_of_theirs(tmp_path: Path, named: str) -> None:
    assert f"found '{named}'" in _refused(_model(tmp_path, **{"modules.json": [{"type": named}]}))


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({"0_Core__pytorch_model.bin": b"", "0_Core__other.safetensors": b""}, "0_Core/pytorch_model.bin"),
        # The weights of another part, and a variant that nobody asks for.
        ({"0_Core__pytorch_model.bin": b""}, "0_Core/pytorch_model.bin"),
        (
            {"0_Core__pytorch_model.bin": b"", "0_Core__model.fp16.safetensors": b""},
            "0_Core/pytorch_model.bin",
        ),
        (
            {"0_Core__pytorch_model.bin": b"", "0_Core__adapter_model.safetensors": b""},
            "0_Core/pytorch_model.bin",
        ),
        # Parts without their list are not looked for.
        (
            {"0_Core__pytorch_model.bin": b"", "0_Core__model-00001-of-00002.safetensors": b""},
            "0_Core/pytorch_model.bin",
        ),
        (
            {"0_Core__pytorch_model.bin": b"", "0_Core__model.safetensors.index.json": {}},
            "0_Core/pytorch_model.bin",
        ),
        ({"0_Core__pytorch_model-00001-of-00002.bin": b""}, "0_Core/pytorch_model-00001-of-00002.bin"),
        ({"0_Core__pytorch_model.bin.index.json": {}}, "0_Core/pytorch_model.bin.index.json"),
        ({"adapter_model.bin": b""}, "adapter_model.bin"),
        ({"model.safetensors.index.json": {"weight_map": {"a": "weights.dat"}}}, "weights.dat"),
        ({"model.safetensors.index.json": {"weight_map": {"a": "/tmp/weights.bin"}}}, "/tmp/weights.bin"),
    ],
)
def test_pickled_weights_are_refused_unless_others_are_read(
    tmp_path: Path, files: dict[str, object], found: str
) -> None:
    told = _refused(_model(tmp_path, **files))
    assert told.startswith(f"Wanted weights as safetensors in 'm', found only '{found}'")


def test_a_linked_folder_is_looked_into_and_a_circle_ends(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "pytorch_model.bin").write_bytes(b"")
    folder = _model(tmp_path / "m")
    (folder / "circle").symlink_to(folder, target_is_directory=True)
    (folder / "modules_gone.json").symlink_to(folder / "nowhere")
    (folder / "0_Core").mkdir()
    (folder / "0_Core" / "config.json").symlink_to(folder / "nowhere")
    require_no_code("m", folder)
    (folder / "1_Core").symlink_to(elsewhere, target_is_directory=True)
    assert "found only '1_Core/pytorch_model.bin'" in _refused(folder)


@pytest.mark.parametrize("guard", ["weights_only", "use_safetensors"])
@pytest.mark.parametrize("key", ["model_args", "model_kwargs"])
def test_settings_may_not_turn_guards_off(tmp_path: Path, guard: str, key: str) -> None:
    folder = _model(tmp_path, **{"0_Core__sentence_bert_config.json": {key: {guard: False}}})
    assert f"settings of its own that turn {guard} off" in _refused(folder)


@pytest.mark.parametrize(
    "name",
    [
        "modules.json",
        "0_Core__config.json",
        "router_config.json",
        "sentence_bert_config.json",
        "model.safetensors.index.json",
    ],
)
@pytest.mark.parametrize(
    "content", [b"[" * 100_000, b'{"a":' * 100_000, b"{", b"", b"\xff\xfe", b"7", b"null"]
)
def test_settings_that_cannot_be_understood_are_refused(tmp_path: Path, name: str, content: bytes) -> None:
    told = _refused(_model(tmp_path, **{name: content}))
    assert told.startswith(
        f"Wanted the settings of 'm' as JSON, found '{name.replace('__', '/')}' that cannot be"
    )
    assert told.endswith("give another model")


@pytest.mark.parametrize(
    "files",
    [
        {"modules.json": ["a", 1, None, {"type": 5}, {"type": None}, {}]},
        {"router_config.json": {"types": [1]}},
        {"router_config.json": {"types": {"a": [1], "b": None}}},
        {"config.json": {"activation_function": {"a": 1}, "types": "x"}},
        {"sentence_bert_config.json": {"model_args": [1], "model_kwargs": "x"}},
        {"model.safetensors.index.json": {"weight_map": [1]}},
        {"model.safetensors.index.json": {"weight_map": {"a": 5}}},
    ],
)
def test_what_names_no_code_is_left_to_the_library(tmp_path: Path, files: dict[str, object]) -> None:
    """It cannot open these either, and says so; nothing is raised here but a ModelError."""
    require_no_code("m", _model(tmp_path, **files))
