"""The rules that keep the code easy to change: direction of imports, light doors, sizes and names."""

from __future__ import annotations

import ast
import json
import os
import statistics
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from workspaces import filled

_ROOT = Path(__file__).resolve().parent.parent
_PACKAGES = ("factcheck", "tui")
_HEAVY = ("torch", "transformers", "sentence_transformers")
_LONGEST_MODULE, _MEDIAN_MODULE, _TOO_LONG_FUNCTION = 400, 120, 60
_FORBIDDEN = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc"}


def modules(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (_ROOT / folder).rglob("*.py"))


def trees(*folders: str) -> Iterator[tuple[Path, ast.Module]]:
    for path in modules(*folders):
        yield path.relative_to(_ROOT), ast.parse(path.read_text("utf-8"))


def run(*arguments: str, folder: Path = _ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        env={**os.environ, "PYTHONPATH": str(_ROOT), "PYTHONIOENCODING": "utf-8"},
    )


# -- imports -----------------------------------------------------------------------------------


def test_imports_point_down_only() -> None:
    done = run("-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())")
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_step_and_run_stands_in_the_contract() -> None:
    """A module at the top of the package that no layer names would be free to import anything."""
    settings = tomllib.loads((_ROOT / "pyproject.toml").read_text("utf-8"))
    layers = " ".join(settings["tool"]["importlinter"]["contracts"][0]["layers"])
    named = set(layers.replace(":", " ").replace("|", " ").split())
    present = {f"factcheck.{path.stem}" for path in (_ROOT / "factcheck").glob("*.py")}
    present |= {f"factcheck.{path.parent.name}" for path in (_ROOT / "factcheck").glob("*/__init__.py")}
    assert present - named - {"factcheck.__init__", "factcheck.__main__"} == set()


_LOADED = f"import sys; print([name for name in {_HEAVY} if name in sys.modules], file=sys.stderr)"


def _through_the_door(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one command in a process that says on stderr, last, which heavy libraries it has loaded."""
    done = run(
        "-c", f"from factcheck.cli import main\ncode = main({list(arguments)!r})\n{_LOADED}\nsys.exit(code)"
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()
    return done


def test_importing_the_package_loads_no_heavy_library() -> None:
    done = run("-c", f"import factcheck; factcheck.Workspace\n{_LOADED}")
    assert done.stderr.splitlines() == ["[]"]


@pytest.mark.parametrize("command", ["--help", "claim --help", "report --help"])
def test_help_loads_no_heavy_library(command: str) -> None:
    assert _through_the_door(*command.split()).stderr.splitlines()[-1] == "[]"


@pytest.mark.parametrize("text", ["Veltron loses $8 billion", "Veltron損失80億美元", "Veltron损失80亿美元"])
def test_a_claim_is_answered_without_a_heavy_library(tmp_path: Path, text: str) -> None:
    with filled(tmp_path) as workspace:
        folder = str(workspace.folder.path)
    done = _through_the_door("claim", text, "--json", "--workspace", folder)
    assert json.loads(done.stdout)["evidence"][0]["source"]["title"] == "市場觀察：雲雀晶片"
    assert done.stderr.splitlines()[-1] == "[]"


# -- sizes and names ---------------------------------------------------------------------------


def test_modules_are_short() -> None:
    sizes = {path: len(path.read_text("utf-8").splitlines()) for path in modules(*_PACKAGES)}
    assert {path.name: size for path, size in sizes.items() if size > _LONGEST_MODULE} == {}
    assert statistics.median(sizes.values()) <= _MEDIAN_MODULE


def test_functions_are_short() -> None:
    found = {
        f"{path}:{node.name}": length
        for path, tree in trees(*_PACKAGES, "training", "benchmarks")
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or node.lineno) - node.lineno + 1) >= _TOO_LONG_FUNCTION
    }
    assert found == {}


def test_names_say_what_is_inside() -> None:
    paths = modules(*_PACKAGES, "training", "benchmarks", "tests")
    assert [path for path in paths if _FORBIDDEN & set(path.relative_to(_ROOT).with_suffix("").parts)] == []


def test_every_module_says_what_it_owns() -> None:
    folders = (*_PACKAGES, "training", "benchmarks", "tests")
    assert [path for path, tree in trees(*folders) if tree.body and not ast.get_docstring(tree)] == []


def test_no_library_module_prints_or_passes_over_an_error() -> None:
    found = [
        f"{path}:{node.lineno}"
        for path, tree in trees(*_PACKAGES)
        for node in ast.walk(tree)
        if (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print")
        or (isinstance(node, ast.ExceptHandler) and node.type is None)
        or (
            isinstance(node, ast.ExceptHandler)
            and isinstance(node.type, ast.Name)
            and node.type.id in ("Exception", "BaseException")
            and all(isinstance(line, ast.Pass) for line in node.body)
        )
    ]
    assert found == []


def test_user_input_is_not_checked_by_assert() -> None:
    """`python -O` takes assertions out."""
    found = [
        f"{path}:{node.lineno}"
        for path, tree in trees(*_PACKAGES)
        for node in ast.walk(tree)
        if isinstance(node, ast.Assert)
    ]
    assert found == []
