"""The program's own code: nothing is read from a pickle, nothing evaluated, nothing of a model's trusted."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
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
_NUMPY_LOAD = "numpy.load"
_NEVER = {
    *(f"builtins.{name}" for name in _RUN),
    "torch.load",
    "torch.jit",
    "pandas.read_pickle",
    "os.system",
    "os.popen",
    "subprocess.getoutput",
    "subprocess.getstatusoutput",
    "runpy.run_path",
    "runpy.run_module",
}
"""What runs, or loads so that it may run, what it is given; by its full name, whatever it is called in a module."""
_USUAL = {"np": "numpy", "pd": "pandas", "torch": "torch", "os": "os", "subprocess": "subprocess"}
"""What names stand for that a snippet does not import."""


def faults(source: str) -> list[str]:
    """What of `source` could run what a file says."""
    tree = ast.parse(source)
    names = _USUAL | _imported(tree)
    return [
        f"line {getattr(node, 'lineno', 0)}: {what}"
        for node in ast.walk(tree)
        for what in _faults(node, names)
    ]


def _imported(tree: ast.AST) -> dict[str, str]:
    """What each imported name stands for: `x` for numpy in `import numpy as x`."""
    names: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for one in node.names:
                top = one.name.partition(".")[0]
                names[one.asname or top] = one.name if one.asname else top
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names |= {one.asname or one.name: f"{node.module}.{one.name}" for one in node.names}
    return names


def _faults(node: ast.AST, names: Mapping[str, str]) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (f"import {one.name}" for one in node.names if _is_refused(one.name))
    elif isinstance(node, ast.ImportFrom) and not node.level:
        yield from _imported_from(node)
    elif isinstance(node, ast.Name | ast.Attribute):
        # Not only where it is called: `run = os.system` calls it by another name.
        if (name := _full(node, names)) in _NEVER:
            yield name
    elif isinstance(node, ast.Call):
        yield from _called(node, names)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and "trust_remote_code" in node.value:
        yield "trust_remote_code in words"


def _is_refused(name: str) -> bool:
    """Whether a module or a name of one is a pickler's, or runs what it is given."""
    return name.partition(".")[0] in _PICKLERS or any(f"{name}.".startswith(f"{one}.") for one in _NEVER)


def _imported_from(node: ast.ImportFrom) -> Iterator[str]:
    for one in node.names:
        name = f"{node.module}.{one.name}"
        # Behind `*` any of them may come, and numpy's is allowed where its call shows allow_pickle=False.
        if _is_refused(name) or name == _NUMPY_LOAD or one.name == "*":
            yield f"from {node.module} import {one.name}"


def _full(node: ast.expr, names: Mapping[str, str]) -> str:
    """`numpy.load` for `x.load` behind `import numpy as x`; empty for what is no name."""
    if isinstance(node, ast.Name):
        return names.get(node.id, f"builtins.{node.id}" if node.id in _RUN else node.id)
    if isinstance(node, ast.Attribute):
        owner = _full(node.value, names)
        return f"{owner}.{node.attr}" if owner else ""
    return ""


def _called(node: ast.Call, names: Mapping[str, str]) -> Iterator[str]:
    keywords = {one.arg: one.value for one in node.keywords}
    if _full(node.func, names) == _NUMPY_LOAD and not _is_false(keywords.get("allow_pickle")):
        yield "numpy.load() without allow_pickle=False"
    for name in ("trust_remote_code", "shell", "allow_pickle"):
        if name in keywords and not _is_false(keywords[name]):
            yield f"{name} is not False"


def _is_false(value: ast.expr | None) -> bool:
    return isinstance(value, ast.Constant) and value.value is False


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
        "from os import system",
        "from os import popen as run",
        "from torch import load",
        "import torch as t\nt.load(path)",
        "from torch import jit",
        "import torch.jit",
        "builtins.eval('1')",
        "import builtins as b\nb.exec(code)",
        "from builtins import eval as read",
        "run = eval",
        "import numpy as x\nx.load(path)",
        "from numpy import load",
        "from numpy import *",
        "import os as o\no.system(words)",
        "start = os.system",
        "from subprocess import getoutput",
        "import subprocess as s\ns.getstatusoutput(words)",
        "import pandas\npandas.read_pickle(path)",
        "torch.jit.load(path)",
        "def f():\n    from os import system as s",
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
        "import numpy as x\nx.load(path, allow_pickle=False)",
        "from os import environ",
        "from factcheck.readers.rows import load",
        "table.eval(row)",
        "from .checkpoints import load",
    ],
)
def test_what_is_harmless_is_left_alone(line: str) -> None:
    assert faults(line) == []
