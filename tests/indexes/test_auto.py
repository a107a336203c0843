"""The index that follows the size gives what brute force gives, through any history of changes and savings."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from factcheck.indexes import auto, coded, layers, vector_indexes
from factcheck.indexes.auto import AutoIndex

EXACT_UP_TO = 12
HALF = 2e-3
"""What a score of unit vectors in half precision may differ by."""

Held = dict[int, NDArray[np.float32]]


def drawn(count: int, dimension: int, seed: int) -> NDArray[np.float32]:
    """Unit vectors."""
    made = np.random.default_rng(seed).standard_normal((count, dimension)).astype(np.float32)
    return np.asarray(made / np.linalg.norm(made, axis=1, keepdims=True), dtype=np.float32)


@contextmanager
def small_bounds(*, direct: int = 0) -> Iterator[None]:
    """A few vectors meet what only many would: codes are scanned, files and blocks are full."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(coded, "_DIRECT", direct)
        patch.setattr(coded, "_AT_ONCE", 7)
        patch.setattr(layers, "_AT_ONCE", 5)
        patch.setattr(layers, "_WHOLE", 16)
        yield


def assert_as_brute_force(
    index: AutoIndex,
    held: Held,
    k: int,
    allowed: list[int] | None,
    *,
    dimension: int,
    codes_only: bool = False,
) -> None:
    """Scores by `exact` and by `search` are the best there are, under the numbers that have them."""
    queries = drawn(3, dimension, seed=77)
    numbers = [number for number in held if allowed is None or number in allowed]
    matrix = np.array([held[number] for number in numbers], dtype=np.float64).reshape(-1, dimension)
    products = queries.astype(np.float64) @ matrix.T
    wanted = np.full((len(queries), k), -np.inf)
    best = -np.sort(-products, axis=1)[:, :k]
    wanted[:, : best.shape[1]] = best
    answers = [
        index.search(queries, k, allowed=None if allowed is None else np.array(allowed, dtype=np.int64))
    ]
    if allowed is None:
        answers.append(index.exact(queries, k))
    for scores, found in answers:
        assert scores.dtype == np.float32
        assert found.dtype == np.int64
        np.testing.assert_allclose(scores, wanted, atol=HALF)
        for row, (own, theirs) in enumerate(zip(scores, found, strict=True)):
            given = theirs[theirs >= 0]
            assert len(set(given.tolist())) == len(given) == min(k, len(numbers))
            assert np.isneginf(own[theirs < 0]).all()
            real = [float(queries[row].astype(np.float64) @ held[number]) for number in given.tolist()]
            np.testing.assert_allclose(own[theirs >= 0], real, atol=HALF)
            assert not set(given.tolist()) - set(numbers)
    assert len(index) == len(held)


NUMBERS = st.lists(st.integers(0, 60), unique=True, max_size=40)
CHANGES = st.lists(st.tuples(st.sampled_from(["add", "remove", "save", "load"]), NUMBERS), max_size=9)


@settings(deadline=None, max_examples=80)
@given(
    changes=CHANGES,
    k=st.integers(1, 50),
    allowed=st.none() | NUMBERS,
    dimension=st.sampled_from([1, 7, 8]),
    direct=st.sampled_from([0, 20]),
    far=st.booleans(),
)
def test_any_history_of_changes_gives_what_brute_force_gives(
    changes: list[tuple[str, list[int]]],
    k: int,
    allowed: list[int] | None,
    dimension: int,
    direct: int,
    far: bool,
) -> None:
    step = 10**12 if far else 1
    index, held, folders, seeds = AutoIndex(dimension, exact_up_to=EXACT_UP_TO), Held(), count(), count()
    with TemporaryDirectory() as place, small_bounds(direct=direct):
        for change, chosen in [*changes, ("save", []), ("load", [])]:
            numbers = np.array(chosen, dtype=np.int64) * step
            if change == "add":
                vectors = drawn(len(chosen), dimension, next(seeds))
                index.add(numbers, vectors)
                held.update(zip(numbers.tolist(), vectors, strict=True))
            elif change == "remove":
                gone = held.keys() & set(numbers.tolist())
                assert index.remove(numbers) == len(gone)
                for number in gone:
                    del held[number]
            else:
                folder = Path(place) / str(next(folders))
                index.save(folder)
                if change == "load":
                    index = AutoIndex.load(folder, exact_up_to=EXACT_UP_TO)
        only = None if allowed is None else [number * step for number in allowed]
        assert_as_brute_force(index, held, k, only, dimension=dimension)


def filled(folder: Path, total: int, dimension: int = 8) -> tuple[AutoIndex, Held]:
    """An index of `total` vectors, saved into `folder` and loaded from it, and what it holds."""
    index, vectors = AutoIndex(dimension, exact_up_to=EXACT_UP_TO), drawn(total, dimension, 1)
    index.add(np.arange(total, dtype=np.int64), vectors)
    index.save(folder)
    return AutoIndex.load(folder, exact_up_to=EXACT_UP_TO), dict(enumerate(vectors))


def row_files(folder: Path) -> dict[str, int]:
    """Files of vectors by name, with their inodes."""
    return {path.name: path.stat().st_ino for path in folder.glob("rows-*.npy")}


def test_it_is_exact_up_to_the_measured_size_and_says_how_it_searches(tmp_path: Path) -> None:
    at, _ = filled(tmp_path / "at", EXACT_UP_TO)
    above, _ = filled(tmp_path / "above", EXACT_UP_TO + 1)
    assert at.way.startswith("exact") and "12" in at.way
    assert above.way.startswith("4-bit codes") and "12" in above.way
    assert (tmp_path / "at" / "flat.faiss").is_file()
    assert not (tmp_path / "above" / "flat.faiss").exists()


def test_the_size_that_is_measured_decides_where_none_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(auto, "EXACT_UP_TO", 20)
    index = vector_indexes().make("auto", 4)
    index.add(np.arange(21, dtype=np.int64), drawn(21, 4, 0))
    index.save(tmp_path / "index")
    assert vector_indexes().make("auto", 4, tmp_path / "index").way.startswith("4-bit codes")


def test_what_is_removed_is_gone_without_rewriting_and_stays_gone(tmp_path: Path) -> None:
    index, held = filled(tmp_path / "1", 40)
    files = row_files(tmp_path / "1")
    index.remove(np.array([3, 39, 500], dtype=np.int64))
    del held[3], held[39]
    index.save(tmp_path / "2")
    assert row_files(tmp_path / "2") == files
    shutil.rmtree(tmp_path / "1")
    loaded = AutoIndex.load(tmp_path / "2", exact_up_to=EXACT_UP_TO)
    for one in (index, loaded):
        assert_as_brute_force(one, held, 40, None, dimension=8)


def test_more_than_a_fifth_gone_is_written_anew(tmp_path: Path) -> None:
    with small_bounds():
        index, held = filled(tmp_path / "1", 40)
        files = row_files(tmp_path / "1")
        index.remove(np.arange(9, dtype=np.int64))
        index.add(np.array([3, 77], dtype=np.int64), drawn(2, 8, 5))
        held = {number: vector for number, vector in held.items() if number >= 9}
        held.update(zip((3, 77), drawn(2, 8, 5), strict=True))
        index.save(tmp_path / "2")
        assert not set(row_files(tmp_path / "2")) & set(files)
        rows = sum(len(np.load(path)) for path in (tmp_path / "2").glob("rows-*.npy"))
        assert rows == len(held) == 33
        loaded = AutoIndex.load(tmp_path / "2", exact_up_to=EXACT_UP_TO)
        for one in (index, loaded):
            assert_as_brute_force(one, held, 10, None, dimension=8)
        assert_as_brute_force(loaded, held, 10, [3, 4, 77, 20], dimension=8)


def test_one_that_shrinks_to_half_is_exact_again(tmp_path: Path) -> None:
    index, held = filled(tmp_path / "1", 20)
    index.remove(np.arange(13, dtype=np.int64))
    index.save(tmp_path / "2")
    assert index.way.startswith("4-bit codes")  # 7 are above the half of 12
    index.remove(np.array([13], dtype=np.int64))
    index.save(tmp_path / "3")
    assert index.way.startswith("exact")
    loaded = AutoIndex.load(tmp_path / "3", exact_up_to=EXACT_UP_TO)
    assert sorted(path.name for path in (tmp_path / "3").iterdir()) == ["flat.faiss"]
    held = {number: vector for number, vector in held.items() if number >= 14}
    assert_as_brute_force(loaded, held, 9, None, dimension=8)


def test_codes_are_learnt_again_once_there_are_four_times_as_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learnt, learn = list[int](), coded.CodedRows._learn

    def counted(rows: coded.CodedRows) -> None:
        learnt.append(len(rows))
        learn(rows)

    monkeypatch.setattr(coded.CodedRows, "_learn", counted)
    # Codes learnt of twenty leave out next to nothing of these, so that whatever follows is strange.
    monkeypatch.setattr(coded, "_STRANGE", float("inf"))
    index, held = filled(tmp_path / "0", 20)
    for turn, total in enumerate((50, 79, 80, 319, 320), start=1):
        numbers = np.arange(len(held), total, dtype=np.int64)
        vectors = drawn(len(numbers), 8, turn)
        index.add(numbers, vectors)
        held.update(zip(numbers.tolist(), vectors, strict=True))
        index.save(tmp_path / str(turn))
        index = AutoIndex.load(tmp_path / str(turn), exact_up_to=EXACT_UP_TO)
    assert learnt == [20, 80, 320]
    with small_bounds():
        assert_as_brute_force(index, held, 5, None, dimension=8)


def test_a_number_that_comes_again_has_its_new_vector_before_and_after_saving(tmp_path: Path) -> None:
    index, held = filled(tmp_path / "1", 30)
    fresh = drawn(2, 8, 9)
    index.add(np.array([4, 5], dtype=np.int64), fresh)
    held.update({4: fresh[0], 5: fresh[1]})
    assert_as_brute_force(index, held, 30, None, dimension=8)
    index.save(tmp_path / "2")
    loaded = AutoIndex.load(tmp_path / "2", exact_up_to=EXACT_UP_TO)
    assert_as_brute_force(loaded, held, 30, None, dimension=8)
    assert_as_brute_force(loaded, held, 3, [4, 5, 6], dimension=8)
    assert loaded.remove(np.array([4], dtype=np.int64)) == 1
    assert loaded.remove(np.array([4], dtype=np.int64)) == 0


def test_no_query_and_wrong_ones(tmp_path: Path) -> None:
    index, _ = filled(tmp_path / "1", 30)
    with small_bounds():
        scores, numbers = index.search(np.zeros((0, 8), dtype=np.float32), 4)
        assert scores.shape == numbers.shape == (0, 4)
        with pytest.raises(ValueError, match=r"\(n, 8\), got \(1, 7\)"):
            index.search(drawn(1, 7, 0), 4)
        with pytest.raises(ValueError, match="k must be at least 1, got 0"):
            index.search(drawn(1, 8, 0), 0)
        with pytest.raises(ValueError, match="2 vectors"):
            index.add(np.array([1], dtype=np.int64), drawn(2, 8, 0))
        assert index.remove(np.array([1], dtype=np.int64)) == 1  # a refused addition took nothing out


def test_the_best_of_the_codes_are_scored_exactly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """4,000 vectors and no short cut: codes choose, exact scores decide."""
    monkeypatch.setattr(coded, "_DIRECT", 0)
    monkeypatch.setattr(coded, "_SCORED", 200)
    vectors = drawn(4000, 32, 3)
    index = AutoIndex(32, exact_up_to=100)
    index.add(np.arange(4000, dtype=np.int64), vectors)
    index.save(tmp_path / "index")
    queries = drawn(50, 32, 4)
    scores, numbers = index.search(queries, 10)
    exact_scores, _ = index.exact(queries, 10)
    assert (scores >= exact_scores[:, -1:] - 1e-6).mean() >= 0.98
    real = np.einsum("md,mkd->mk", queries, vectors[numbers])
    np.testing.assert_allclose(scores, real, atol=HALF)
