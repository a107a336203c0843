"""What is said where a cluster cannot be worked on: one clear line, and what to do."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest
from cluster.machines import Machines

from factcheck.cli import main
from factcheck.cluster import connection, stamps
from factcheck.cluster.kit import require_stamp
from factcheck.cluster.stamps import CannotBegin, Stamp, stamp_here

ARTICLE = "Veltron sold 300,000 chips in the first half of 2025.\n"


def _said(folder: Path, address: str, capsys: pytest.CaptureFixture[str], *, code: int = 1) -> str:
    article = folder / "one.txt"
    article.write_text(ARTICLE, "utf-8")
    for command in ("add", "check"):
        assert main([command, str(article), "--workspace", str(folder / "ws"), "--cluster", address]) == code
        said = capsys.readouterr().err.strip()
        assert "Traceback" not in said
    return said


def test_an_address_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "as tcp://HOST:8786 or tls://HOST:8786; found 'machine:1'" in _said(
        tmp_path, "machine:1", capsys, code=2
    )


def test_no_scheduler(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr(connection, "_CONNECTING", 0.3)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    said = _said(tmp_path, address, capsys)
    assert f"Wanted a Dask scheduler at {address}, found none" in said
    assert "`dask scheduler`" in said


def test_no_certificates(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("distributed")
    said = _said(tmp_path, "tls://127.0.0.1:8786", capsys, code=2)
    assert "Wanted certificates for tls://127.0.0.1:8786, found none in Dask's configuration" in said


def test_no_library(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert "pip install 'factcheck-workbench[cluster]'" in _said(tmp_path, "tcp://127.0.0.1:1", capsys)


def test_no_workers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr(connection, "_WORKERLESS", 0.3)
    alone = Machines(tmp_path / "machines")
    try:
        said = _said(tmp_path, alone.address, capsys)
    finally:
        alone.stop()
    assert f"Wanted workers at {alone.address}, found none" in said
    assert f"`dask worker {alone.address}`" in said


def test_a_worker_with_another_version_is_named(
    tmp_path: Path, machines: Machines, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stamps, "__version__", "0.0.7")
    said = _said(tmp_path, machines.address, capsys)
    assert "Wanted version 0.0.7 on every worker, found" in said
    assert "on the worker tcp://127.0.0.1:" in said


@pytest.mark.parametrize("field", ["version", "rules", "encoder", "judge"])
def test_a_worker_that_joins_late_is_asked_too(field: str) -> None:
    from dataclasses import replace

    require_stamp(stamp_here())
    other: Stamp = replace(stamp_here(), **{field: "something-else"})
    with pytest.raises(CannotBegin, match="Wanted .* something-e.* on every worker, found"):
        require_stamp(other)


def test_nothing_else_imports_the_library(tmp_path: Path) -> None:
    import subprocess

    code = "import sys, factcheck.cli, factcheck.workspace, factcheck.crews; sys.exit('distributed' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
