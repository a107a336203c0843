"""What every test shares: the data folder (skipping with a word where absent) and a clean environment."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from factcheck import Workspace

_ROOT = Path(__file__).resolve().parent.parent
_NO_DATA = "the measuring data is absent (FACTCHECK_DATA, else ../shared)"


def data_folder() -> Path:
    """Where the data for measuring lies, whether or not it is there."""
    return Path(os.environ.get("FACTCHECK_DATA", _ROOT.parent / "shared"))


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The data folder; skips with a word where it is absent."""
    folder = data_folder()
    if not (folder / "articles").is_dir():
        pytest.skip(_NO_DATA)
    return folder


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests see neither the developer's settings nor the network's model hub."""
    for name in list(os.environ):
        if name.startswith("FACTCHECK_") and name != "FACTCHECK_DATA":
            monkeypatch.delenv(name)
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")


def pytest_configure() -> None:
    """Let children be interrupted: a shell starts what it puts in the background deaf to ctrl-C, and a process
    hands that on to those that it starts."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests were skipped for want of the data, so that no skip is silent."""
    skipped = terminalreporter.stats.get("skipped", [])
    missing = sum(_NO_DATA in str(report.longrepr) for report in skipped)
    terminalreporter.write_line(f"skipped for want of the measuring data: {missing}")


@pytest.fixture(scope="session")
def checked_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace whose articles are checked, made once; tests work on copies of it."""
    # Loads the encoder and the judge, which most tests do without.
    from review_samples import checked

    return checked(tmp_path_factory.mktemp("checked"))


@pytest.fixture
def queue(checked_folder: Path, tmp_path: Path) -> Iterator[Workspace]:
    """A workspace with a queue of checked claims, the test's own."""
    from review_samples import copied

    with copied(checked_folder, tmp_path / "queue") as workspace:
        yield workspace
