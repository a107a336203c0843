"""An installation without extras: the wheel of this tree, and of the libraries here only those it asks for."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import distribution
from pathlib import Path

from licences import ROOT, closure, project

PARTS = ("factcheck", "tui", "pyproject.toml", "README.md", "LICENSE")
"""What a wheel is built from."""
_BUILD = "import sys; from setuptools import build_meta; print(build_meta.build_wheel(sys.argv[1]))"


def build_wheel(folder: Path) -> Path:
    """The wheel that `pip install .` builds, in `folder`; from a copy, which setuptools may write into."""
    tree = folder / "tree"
    tree.mkdir()
    for name in PARTS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, tree / name)
    # What lies about in a working tree must not be taken in.
    (tree / "tests").mkdir()
    (tree / "tests" / "test_nothing.py").write_text("", encoding="utf-8")
    (tree / "factcheck" / "claims.db").write_bytes(b"")
    done = subprocess.run(
        [sys.executable, "-c", _BUILD, str(folder)],
        cwd=tree,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return folder / done.stdout.split()[-1]


def install(wheel: Path, site: Path) -> None:
    """Unpack `wheel` into `site`, and link beside it what it asks for without extras, and what that asks for."""
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(site)
    needed, wrong = closure(project()[""])
    assert wrong == []
    for name in needed:
        found = distribution(name)
        for part in {
            file.parts[0] for file in found.files or [] if file.parts[0] not in ("..", "__pycache__")
        }:
            link = site / part
            if not link.exists():
                link.symlink_to(Path(str(found.locate_file(part))))


def run(site: Path, *arguments: str, at: Path) -> subprocess.CompletedProcess[str]:
    """Python that sees `site` and its own library, nothing else; no site-packages (-S), none of the user's (-s)."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("FACTCHECK_", "PYTHON"))
    }
    return subprocess.run(
        [sys.executable, "-S", "-s", *arguments],
        cwd=at,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        env={**environment, "PYTHONPATH": str(site), "PYTHONIOENCODING": "utf-8"},
    )
