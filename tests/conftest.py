"""What every test shares: the data folder, a clean environment, an order by chance, and no silent skip."""

from __future__ import annotations

import gc
import os
import random
import signal
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

# Before anything loads numpy, and for every process that tests start: OpenBLAS's threads wait for each other by
# spinning, and two test processes on two cores take several times as long for it.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import pytest
from skips import NO_DATA, OUTCOMES, data_folder, reason_of, reasons_of, wrong_guards, wrong_skips

if TYPE_CHECKING:
    from factcheck import Workspace

# A test process holds a million objects that live as long as it does: going over them again and again would be a
# tenth of its time.
gc.set_threshold(20_000, 20, 20)

_GUARDED = pytest.StashKey[Counter[str]]()
"""By reason, how many of the collected tests may be skipped."""
_WRONG = pytest.StashKey[list[str]]()


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The data folder; skips with a word where it is absent."""
    folder = data_folder()
    if not (folder / "articles").is_dir():
        pytest.skip(NO_DATA)
    return folder


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests see neither the developer's settings nor the network's model hub."""
    for name in list(os.environ):
        if name.startswith("FACTCHECK_") and name != "FACTCHECK_DATA":
            monkeypatch.delenv(name)
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--shuffle",
        metavar="SEED",
        help="Modules, and the tests in each, in an order by chance: a number, or `new` for another each time.",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Let children be interrupted: a shell starts what it puts in the background deaf to ctrl-C, and a process
    hands that on to those that it starts."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if hasattr(config, "workerinput"):
        config.option.shuffle = config.workerinput["shuffle"]
    elif config.option.shuffle == "new":
        config.option.shuffle = str(random.SystemRandom().randrange(10**6))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    config.stash[_GUARDED] = Counter(reason for item in items for reason in set(reasons_of(item)))
    if config.option.shuffle:
        chance = random.Random(config.option.shuffle)
        modules: dict[Path, list[pytest.Item]] = {}
        for item in items:
            modules.setdefault(item.path, []).append(item)
        order = chance.sample(list(modules.values()), len(modules))
        items[:] = [item for module in order for item in chance.sample(module, len(module))]


def pytest_collection_finish() -> None:
    """What was imported and collected by now stays: garbage is looked for among the rest."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """A process of pytest-xdist begins, which reads the command line again."""
    node.workerinput["shuffle"] = node.config.option.shuffle


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """A process of pytest-xdist has ended; all of them collect the same."""
    said = getattr(node, "workeroutput", {})
    if "guarded" in said:
        node.config.stash[_GUARDED] = Counter(said["guarded"])


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """A run with a skip that nothing announces has failed."""
    config = session.config
    guarded = config.stash.get(_GUARDED, Counter())
    if hasattr(config, "workeroutput"):
        config.workeroutput["guarded"] = dict(guarded)
        return
    terminal = config.pluginmanager.get_plugin("terminalreporter")
    skipped = _skipped(terminal) if terminal else Counter()
    whole = _is_whole(config)
    wrong = [
        *(wrong_guards(guarded) if whole else ()),
        *wrong_skips(skipped, whole=whole and not session.shouldstop),
    ]
    config.stash[_WRONG] = wrong
    if wrong and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _skipped(terminal: pytest.TerminalReporter) -> Counter[str]:
    """By reason, how many tests were skipped, or were allowed to fail."""
    told = (report for outcome in OUTCOMES for report in terminal.stats.get(outcome, []))
    return Counter(map(reason_of, told))


def _is_whole(config: pytest.Config) -> bool:
    """Whether nothing chose among the tests."""
    option = config.option
    chosen = (
        option.keyword or option.markexpr or option.deselect or getattr(option, "lf", False) or option.ignore
    )
    return config.args_source is pytest.Config.ArgsSource.TESTPATHS and not chosen and not option.collectonly


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say how many tests were skipped for want of the data, and what is wrong with the skips."""
    if config.option.shuffle:
        terminalreporter.write_line(f"order of the tests: --shuffle {config.option.shuffle}")
    skipped = _skipped(terminalreporter)
    terminalreporter.write_line(f"skipped for want of the measuring data: {skipped.pop(NO_DATA, 0)}")
    for reason, count in sorted(skipped.items()):
        terminalreporter.write_line(f"skipped, {reason}: {count}")
    for line in config.stash.get(_WRONG, []):
        terminalreporter.write_line(f"FAILED, as skips changed: {line}", red=True)


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
