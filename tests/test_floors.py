"""Floors under the marks of samples of public sets: a change that costs quality is seen here.

`python -m benchmarks.floors` sets them anew; docs/quality.md has the marks of the whole sets.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.floors import FLOORS, SAMPLED, Floor, below, read_floors
from benchmarks.sets import HELD_BACK, path_of
from factcheck.errors import ReadError
from factcheck.evaluate.files import digest_of
from factcheck.evaluate.scores import Scores
from training.data import VERDICTS

GOOD = {
    "file": "verdict/scifact.jsonl.gz",
    "split": HELD_BACK,
    "sha256": "0" * 64,
    "metrics": {"macro_f1": 0.4},
}


def write(path: Path, **changed: object) -> Path:
    path.write_text(json.dumps([{**GOOD, **changed}]), "utf-8")
    return path


@pytest.mark.parametrize("floor", read_floors(), ids=lambda floor: Path(floor.file).name.partition(".")[0])
def test_no_sample_scores_less_than_its_floor(shared_data: Path, floor: Floor) -> None:
    assert digest_of(path_of(floor.file)) == floor.sha256, "the set has changed: set the floors anew"
    score, _ = SAMPLED[floor.file]
    assert below(floor, score()) == {}


def test_every_sampled_set_has_its_floors() -> None:
    floors = {floor.file: set(floor.metrics) for floor in read_floors()}
    assert floors == {file: set(metrics) for file, (_, metrics) in SAMPLED.items()}
    assert set(VERDICTS) < set(floors)


def test_a_score_below_its_floor_is_told_with_both_values() -> None:
    scores = Scores("verdict", {"macro_f1": 0.31, "accuracy": 0.5}, 10, 0.1, {}, "0" * 64)
    floor = Floor("a", HELD_BACK, "0" * 64, {"macro_f1": 0.4, "accuracy": 0.5, "ndcg@10": 0.1})
    assert below(floor, scores) == {"macro_f1": (0.4, 0.31), "ndcg@10": (0.1, 0.0)}


@pytest.mark.parametrize("split", ["all", "train"])
def test_a_floor_on_trained_rows_is_refused(tmp_path: Path, split: str) -> None:
    with pytest.raises(ReadError, match="scifact"):
        read_floors(write(tmp_path / "floors.json", split=split))
    with pytest.raises(ReadError, match="trained what ships"):
        read_floors(write(tmp_path / "floors.json", split="all"))


def test_a_floor_on_a_set_that_trains_nothing_may_stand_on_all_rows(tmp_path: Path) -> None:
    (floor,) = read_floors(write(tmp_path / "floors.json", file="verdict/logic_zh.jsonl.gz", split="all"))
    assert floor.metrics == {"macro_f1": 0.4}


@pytest.mark.parametrize("changed", [{"metrics": {}}, {"metrics": None}, {"split": 3}])
def test_a_floor_that_nothing_could_fall_below_is_refused(tmp_path: Path, changed: dict[str, object]) -> None:
    with pytest.raises(ReadError, match=r"floors\.json"):
        read_floors(write(tmp_path / "floors.json", **changed))


def test_the_file_of_floors_is_small_and_readable() -> None:
    assert len(FLOORS.read_text("utf-8")) < 10_000
