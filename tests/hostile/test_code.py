"""The program's own code: nothing is read from a pickle, nothing evaluated, nothing of a model's trusted."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]
_PICKLERS = {
    "pickle",
    "cPickle",
    "_pickle",
    "dill",
    "cloudpickle",
    "marshal",
    "shelve",
    "joblib",
    "yaml",
    "jsonpickle",
}
_RUN = {"eval", "exec", "compile", "__import__"}
_LOADED = {("torch", "load"), ("torch", "jit"), ("np", "load"), ("numpy", "load"), ("pd", "read_pickle")}
_SHELL = {("os", "system"), ("os", "popen"), ("subprocess", "getoutput"), ("subprocess", "getstatusoutput")}


def faults(source: str) -> list[str]:
    """What of `source` could run what a file says."""
    return [
        f"line {getattr(node, 'lineno', 0)}: {what}"
        for node in ast.walk(ast.parse(source))
        for what in _faults(node)
    ]


def _faults(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (f"import {one.name}" for one in node.names if one.name.partition(".")[0] in _PICKLERS)
    elif isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] in _PICKLERS:
        yield f"from {node.module} import"
    elif isinstance(node, ast.Call):
        yield from _called(node)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and "trust_remote_code" in node.value:
        yield "trust_remote_code in words"


def _called(node: ast.Call) -> Iterator[str]:
    keywords = {one.arg: one.value for one in node.keywords}
    if isinstance(node.func, ast.Name) and node.func.id in _RUN:
        yield f"{node.func.id}()"
    if isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name):
        called = (node.func.value.id, node.func.attr)
        allowed = keywords.get("allow_pickle")
        never = isinstance(allowed, ast.Constant) and allowed.value is False
        if called in _LOADED and not (called[1] == "load" and called[0] in ("np", "numpy") and never):
            yield f"{'.'.join(called)}() without allow_pickle=False"
        if called in _SHELL:
            yield f"{'.'.join(called)}()"
    for name in ("trust_remote_code", "shell", "allow_pickle"):
        value = keywords.get(name)
        if value is not None and not (isinstance(value, ast.Constant) and value.value is False):
            yield f"{name} is not False"


def test_no_file_is_unpickled_evaluated_or_trusted() -> None:
    files = [path for folder in ("factcheck", "tui") for path in sorted((_ROOT / folder).rglob("*.py"))]
    assert len(files) > 300
    found = {
        path.relative_to(_ROOT).as_posix(): wrong
        for path in files
        if (wrong := faults(path.read_text("utf-8")))
    }
    assert found == {}


@pytest.mark.parametrize(
    "line",
    [
        "import pickle",
        "from joblib import load",
        "import yaml.constructor",
        "def f():\n    import marshal",
        "eval('1')",
        "exec(code)",
        "compile(tree, '', 'exec')",
        "__import__(name)",
        "torch.load(path)",
        "torch.load(path, weights_only=True)",
        "np.load(path)",
        "np.load(path, allow_pickle=True)",
        "np.load(path, allow_pickle=wanted)",
        "AutoModel.from_pretrained(name, trust_remote_code=True)",
        "options = {'trust_remote_code': True}",
        "subprocess.run(words, shell=True)",
        "os.system(words)",
    ],
)
def test_each_of_them_would_be_found(line: str) -> None:
    assert faults(line)


@pytest.mark.parametrize(
    "line",
    [
        "re.compile(words)",
        "np.load(path, allow_pickle=False)",
        "model(trust_remote_code=False)",
        "import json",
    ],
)
def test_what_is_harmless_is_left_alone(line: str) -> None:
    assert faults(line) == []
