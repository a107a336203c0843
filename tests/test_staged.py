"""Vectors on their way: kept row by row, found again by text, whole after a kill in the middle of a row."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from factcheck.staged import Staged, discard_staged, text_key

_TEXTS = ["出口獲批准。", "出口获批准。", "Exports were approved.", ""]


def vectors(count: int, seed: int = 1) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    rows = np.random.default_rng(seed).normal(size=(count, 5)).astype(np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def test_what_was_kept_is_found_again_in_any_order(tmp_path: Path) -> None:
    keys, made = [text_key(text) for text in _TEXTS], vectors(4)
    assert len(set(keys)) == 4
    first = Staged(tmp_path, "a", 5)
    first.append(keys[:1], made[:1])
    first.append(keys[1:], made[1:])
    for staged in (first, Staged(tmp_path, "a", 5)):
        assert len(staged) == 4
        assert np.array_equal(staged.vectors(keys[::-1]), made[::-1])
        assert staged.vectors([]).shape == (0, 5)
    assert text_key("other") not in first
    with pytest.raises(KeyError):
        first.vectors([text_key("other")])


def test_what_another_encoder_made_is_not_taken_for_it(tmp_path: Path) -> None:
    Staged(tmp_path, "a", 5).append([1], vectors(1))
    assert len(Staged(tmp_path, "b", 5)) == 0
    assert len(Staged(tmp_path, "a", 5)) == 1


@pytest.mark.parametrize("cut", [1, 13, 27])
def test_a_row_cut_short_is_dropped_and_written_again(tmp_path: Path, cut: int) -> None:
    made = vectors(3)
    Staged(tmp_path, "a", 5).append([1, 2, 3], made)
    (path,) = tmp_path.rglob("*.rows")
    path.write_bytes(path.read_bytes()[:-cut])
    staged = Staged(tmp_path, "a", 5)
    assert len(staged) == 2
    staged.append([3, 4], vectors(2, seed=2))
    again = Staged(tmp_path, "a", 5)
    assert np.array_equal(again.vectors([1, 2]), made[:2])
    assert np.array_equal(again.vectors([3, 4]), vectors(2, seed=2))


def test_rows_that_a_power_cut_left_empty_are_passed_over(tmp_path: Path) -> None:
    Staged(tmp_path, "a", 5).append([1, 2], vectors(2))
    (path,) = tmp_path.rglob("*.rows")
    content = path.read_bytes()
    path.write_bytes(content[:28] + bytes(28) + content[:28])
    assert 2 not in Staged(tmp_path, "a", 5)
    assert np.array_equal(Staged(tmp_path, "a", 5).vectors([1]), vectors(2)[:1])


def test_discarding_leaves_nothing(tmp_path: Path) -> None:
    Staged(tmp_path, "a", 5).append([1], vectors(1))
    discard_staged(tmp_path)
    assert len(Staged(tmp_path, "a", 5)) == 0
    assert not list(tmp_path.rglob("*.rows"))
    discard_staged(tmp_path)
