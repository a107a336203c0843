"""docs/scale.md: its commands run, its options exist, its figures are those of the program."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from cluster.machines import Machines

from factcheck.cli import main
from factcheck.cluster import bundles, connection, dealing
from factcheck.indexes.auto import EXACT_UP_TO

_ROOT = Path(__file__).resolve().parents[2]
PAGE = (_ROOT / "docs" / "scale.md").read_text("utf-8")


def _lines(first: str) -> list[list[str]]:
    """The lines of the page's sh blocks that begin with this word, as words."""
    blocks = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
    lines = [shlex.split(line, comments=True) for block in blocks for line in block.splitlines()]
    return [words[1:] for words in lines if words[:1] == [first]]


def test_the_commands_of_the_page_run(
    tmp_path: Path, machines: Machines, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "examples").symlink_to(_ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    lines = _lines("factcheck")
    assert len(lines) >= 3
    for line in lines:
        words = [machines.address if word == "tcp://scheduler:8786" else word for word in line]
        assert words != line
        assert main(words) == 0, (line, capsys.readouterr().err)


def test_dask_has_the_options_that_the_page_gives_it() -> None:
    pytest.importorskip("distributed")
    for line in _lines("dask"):
        command = [sys.executable, "-m", f"distributed.cli.dask_{line[0]}", "--help"]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, timeout=60)
        for option in (word for word in line if word.startswith("--")):
            assert option in done.stdout, line


def test_the_page_says_what_the_program_does() -> None:
    said = " ".join(PAGE.split())
    assert f"bundles of up to {bundles._LARGEST} or {bundles._HEAVIEST:,} characters" in said
    assert f"(up to {dealing._SMALL}, and beyond that one for every {dealing._FEWEST:,} passages)" in said
    assert f"exact up to {EXACT_UP_TO:,} passages" in said
    assert f"it ends after {connection._SILENT:.0f} seconds" in said
    assert (bundles._AHEAD, connection._WORKERLESS) == (3, 60)
