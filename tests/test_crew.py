"""Workers answer every job once and in order, whatever becomes of jobs and processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import crew_work
import pytest

from factcheck import crews, processes
from factcheck.crew import Alone, SetAside, cores
from factcheck.encoders.builtin import BuiltinEncoder
from factcheck.errors import FactcheckError
from factcheck.language.entities import load_aliases
from factcheck.processes import Processes

ROOT = Path(__file__).resolve().parent.parent
TWICE = "The process that worked on it ended twice; it may need more memory than there is."


def crew_of(
    folder: Path,
    *,
    workers: int = 2,
    patience: float | None = 0,
    opened: Callable[[Path], Path] = crew_work.opened,
) -> Processes[Path, str, object]:
    alone = Alone(crew_work.work, folder)
    return Processes(crew_work.work, partial(opened, folder), alone, workers=workers, patience=patience)


def answers(
    made: Processes[Path, str, object] | Alone[Path, str, object], jobs: Sequence[str | None]
) -> list[object]:
    """What comes of each job; the keys, which are the places, come back in order."""
    with made:
        found = list(made.run(enumerate(jobs)))
    assert [key for key, _ in found] == list(range(len(jobs)))
    return [answer for _, answer in found]


def test_answers_come_in_the_order_of_the_jobs_and_jobs_without_work_in_their_turn(tmp_path: Path) -> None:
    jobs = [f"sleep {0.05 * (n % 3)} " if n % 4 else None for n in range(24)]
    found = answers(crew_of(tmp_path), jobs)
    assert found == jobs
    begun = crew_work.done(tmp_path)
    assert len(begun) == 18
    assert os.getpid() not in {process for process, _ in begun}


def test_what_raises_is_done_once_more_and_then_set_aside_with_its_reason(tmp_path: Path) -> None:
    jobs = ["echo 1", "raise once", "raise", "named", "locked", "echo 2"]
    found = answers(crew_of(tmp_path), jobs)
    assert found[:2] == ["echo 1", "raise once"]
    assert found[2] == SetAside("ValueError: two lines.")
    # An error that cannot be sent as it is ends no worker.
    assert found[3] == SetAside("Unknown encoder 'x'. Known: builtin.")
    assert isinstance(found[4], SetAside) and "cannot pickle" in found[4].reason
    assert found[5] == "echo 2"
    begun = [job for _, job in crew_work.done(tmp_path)]
    assert {job: begun.count(job) for job in jobs} == dict(zip(jobs, (1, 2, 2, 2, 2, 1), strict=True))
    assert len({process for process, _ in crew_work.done(tmp_path)}) <= 2


def test_a_worker_that_dies_loses_no_job_and_doubles_no_answer(tmp_path: Path) -> None:
    jobs = ["echo 0", "die once", "echo 1", None, "die", "echo 2", "sleep 0.1", "raise", "die", "echo 3"]
    found = answers(crew_of(tmp_path), jobs)
    reason = "ValueError: two lines."
    wanted = [*jobs[:4], SetAside(TWICE), *jobs[5:7], SetAside(reason), SetAside(TWICE), jobs[9]]
    assert found == wanted


def test_a_death_costs_what_was_not_answered_and_no_more_workers_than_it_must(tmp_path: Path) -> None:
    jobs = ["late 1.5", *(f"echo {number}" for number in range(6))]
    assert answers(crew_of(tmp_path), jobs) == [SetAside(TWICE), *jobs[1:]]
    begun = crew_work.done(tmp_path)
    # The other worker had answered all the rest before.
    assert [job for _, job in begun].count("late 1.5") == 2
    assert len(begun) == 8
    (tmp_path / "at once").mkdir()
    jobs = ["die", *(f"echo {number}" for number in range(6))]
    assert answers(crew_of(tmp_path / "at once"), jobs) == [SetAside(TWICE), *jobs[1:]]
    # Two at the first death, one alone at the second, two for the rest.
    assert len({process for process, _ in crew_work.done(tmp_path / "at once")}) <= 5


def test_a_killed_worker_is_replaced(tmp_path: Path) -> None:
    with crew_of(tmp_path, workers=1) as made:
        running = made.run((number, f"sleep {number} 0.1") for number in range(12))
        assert next(running) == (0, "sleep 0 0.1")
        first = crew_work.done(tmp_path)[0][0]
        os.kill(first, signal.SIGKILL)
        assert [key for key, answer in running if answer == f"sleep {key} 0.1"] == list(range(1, 12))
    assert {process for process, _ in crew_work.done(tmp_path)} > {first}


def test_workers_that_cannot_open_what_they_need_end_the_run_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError, match="cannot begin: Unknown encoder") as caught:
        answers(crew_of(tmp_path, opened=crew_work.never_opened), ["echo 1", "echo 2"])
    assert "\n" not in str(caught.value)
    with pytest.raises(FactcheckError, match="--workers 1"):
        answers(crew_of(tmp_path, opened=crew_work.dying), ["echo 1", "echo 2"])
    assert crew_work.done(tmp_path) == []


def test_no_process_is_started_while_patience_lasts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "PATIENCE", 60.0)
    jobs = ["echo 1", None, "raise once", "raise", "echo 2"]
    (tmp_path / "alone").mkdir()
    found = answers(crew_of(tmp_path, patience=None), jobs)
    assert {process for process, _ in crew_work.done(tmp_path)} == {os.getpid()}
    assert found == answers(Alone(crew_work.work, tmp_path / "alone"), jobs)
    assert found == [*jobs[:3], SetAside("ValueError: two lines."), "echo 2"]


def test_others_begin_when_patience_ends(tmp_path: Path) -> None:
    jobs = [f"sleep {number} 0.05" for number in range(20)]
    assert answers(crew_of(tmp_path, patience=0.2), jobs) == jobs
    begun = [process for process, _ in crew_work.done(tmp_path)]
    here = begun.count(os.getpid())
    assert 1 <= here <= 6
    assert len(set(begun[here:])) == 2


def test_no_more_jobs_are_taken_than_are_soon_done(tmp_path: Path) -> None:
    taken = 0

    def jobs() -> Iterator[tuple[int, str]]:
        nonlocal taken
        for taken in range(1, 200):
            yield taken, f"sleep {taken} 0.05"

    with crew_of(tmp_path) as made:
        running = made.run(jobs())
        next(running)
        assert taken <= processes._AHEAD * 2
        began = time.monotonic()
    assert time.monotonic() - began < 5


def test_workers_are_born_with_one_thread_each_and_nothing_here_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(crew_work.THREADS, raising=False)
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "3")
    script = sys.modules["__main__"]
    before = dict(os.environ), script.__spec__, getattr(script, "__file__", None)
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, [])
    assert answers(crew_of(tmp_path, workers=1), ["threads", "deaf"]) == ["1", True]
    assert (dict(os.environ), script.__spec__, getattr(script, "__file__", None)) == before
    assert signal.pthread_sigmask(signal.SIG_BLOCK, []) == mask


def test_who_does_the_work() -> None:
    encoder, aliases = BuiltinEncoder.builtin(), load_aliases(None)
    assert isinstance(crews.preparers(1, aliases, None, encoder), Alone)
    assert isinstance(crews.preparers(2, aliases, None, encoder), Processes)
    every = crews.preparers(0, aliases, None, encoder)
    assert isinstance(every, Alone if cores() == 1 else Processes)


# -- ends that come from outside ----------------------------------------------------------------

SCRIPT = """
import sys
from functools import partial
from pathlib import Path
import crew_work
from factcheck.crew import Alone
from factcheck.processes import Processes
folder = Path(sys.argv[1])
made = Processes(crew_work.work, partial(crew_work.opened, folder), Alone(crew_work.work, folder), workers=2, patience=0)
with made:
    for key, answer in made.run(enumerate(sys.argv[2:])):
        print(key, answer, flush=True)
"""


def run_script(folder: Path, *jobs: str, as_module: bool = False) -> subprocess.Popen[str]:
    """A script without `if __name__ == "__main__"`, in a process group of its own."""
    path = folder / "script.py"
    path.write_text(SCRIPT, encoding="utf-8")
    return subprocess.Popen(
        [sys.executable, *(["-m", path.stem] if as_module else [str(path)]), str(folder), *jobs],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"},
    )


def is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait_until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


@pytest.mark.parametrize("as_module", [False, True])
def test_a_script_needs_no_guard_around_what_it_does(tmp_path: Path, as_module: bool) -> None:
    out, errors = run_script(tmp_path, "echo 甲", "echo 乙", as_module=as_module).communicate(timeout=60)
    assert (out.splitlines(), errors) == (["0 echo 甲", "1 echo 乙"], "")


linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")


@linux
def test_ctrl_c_ends_workers_in_the_midst_of_what_they_do_without_a_word_of_theirs(tmp_path: Path) -> None:
    parent = run_script(tmp_path, *["sleep 100"] * 5)
    wait_until(lambda: len(crew_work.done(tmp_path)) == 2)
    os.killpg(parent.pid, signal.SIGINT)
    _, errors = parent.communicate(timeout=20)
    assert errors.count("Traceback") == 1
    assert errors.rstrip().endswith("KeyboardInterrupt")
    assert parent.returncode == -signal.SIGINT
    wait_until(lambda: not any(is_running(process) for process, _ in crew_work.done(tmp_path)))
    assert len(crew_work.done(tmp_path)) == 2


@linux
def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    parent = run_script(tmp_path, *["sleep 100"] * 5)
    wait_until(lambda: len(crew_work.done(tmp_path)) == 2)
    workers = [process for process, _ in crew_work.done(tmp_path)]
    assert all(map(is_running, workers))
    parent.kill()
    parent.communicate(timeout=20)
    wait_until(lambda: not any(map(is_running, workers)))
