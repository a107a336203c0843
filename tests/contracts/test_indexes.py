"""Every registered vector index gives the numbers that brute force gives."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from factcheck.errors import UnknownName
from factcheck.indexes import VectorIndex, vector_indexes

NAMES = list(vector_indexes())
DIMENSION = 12


def vectors(count: int, seed: int) -> NDArray[np.float32]:
    """`count` unit vectors, no two alike."""
    drawn = np.random.default_rng(seed).standard_normal((count, DIMENSION)).astype(np.float32)
    return np.asarray(drawn / np.linalg.norm(drawn, axis=1, keepdims=True), dtype=np.float32)


def brute(
    held: dict[int, NDArray[np.float32]], queries: NDArray[np.float32], k: int, allowed: set[int] | None
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """The same answer from one matrix product in float64 and a full sort."""
    numbers = [number for number in held if allowed is None or number in allowed]
    scores = np.full((len(queries), k), -np.inf)
    found = np.full((len(queries), k), -1, dtype=np.int64)
    if numbers:
        matrix = np.array([held[number] for number in numbers], dtype=np.float64)
        products = queries.astype(np.float64) @ matrix.T
        for row, product in enumerate(products):
            order = np.argsort(-product)[:k]
            scores[row, : len(order)] = product[order]
            found[row, : len(order)] = np.array(numbers)[order]
    return scores, found


def assert_same(
    index: VectorIndex, held: dict[int, NDArray[np.float32]], k: int, allowed: NDArray[np.int64] | None
) -> None:
    queries = 3 * vectors(4, seed=99)  # of length 3: a score that is a distance or a cosine would show
    scores, numbers = index.search(queries, k, allowed=allowed)
    wanted_scores, wanted = brute(held, queries, k, None if allowed is None else set(allowed.tolist()))
    assert scores.dtype == np.float32
    assert numbers.dtype == np.int64
    np.testing.assert_array_equal(numbers, wanted)
    np.testing.assert_allclose(scores, wanted_scores, atol=1e-5)
    assert len(index) == len(held)


NUMBERS = st.lists(st.integers(0, 300), unique=True, max_size=40)


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None, max_examples=60)
@given(
    first=NUMBERS,
    second=NUMBERS,
    gone=NUMBERS,
    allowed=st.none() | NUMBERS,
    k=st.integers(1, 50),
    far=st.booleans(),
)
def test_numbers_and_scores_are_those_of_brute_force(
    name: str,
    first: list[int],
    second: list[int],
    gone: list[int],
    allowed: list[int] | None,
    k: int,
    far: bool,
) -> None:
    index = vector_indexes().make(name, DIMENSION)
    held: dict[int, NDArray[np.float32]] = {}
    step = 10**12 if far else 1  # numbers far apart take another way through a filter
    for seed, numbers in enumerate((first, second)):
        drawn = vectors(len(numbers), seed)
        index.add(np.array(numbers, dtype=np.int64) * step, drawn)
        held.update(zip((number * step for number in numbers), drawn, strict=True))
    present = {number * step for number in gone} & held.keys()
    assert index.remove(np.array(gone, dtype=np.int64) * step) == len(present)
    for number in present:
        del held[number]
    assert_same(index, held, k, None if allowed is None else np.array(allowed, dtype=np.int64) * step)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_saved_is_what_is_loaded(name: str, tmp_path: Path) -> None:
    index = vector_indexes().make(name, DIMENSION)
    numbers, drawn = np.arange(5, 25, dtype=np.int64), vectors(20, 1)
    index.add(numbers, drawn)
    index.save(tmp_path / "檔.index")
    loaded = vector_indexes().make(name, DIMENSION, tmp_path / "檔.index")
    held = dict(zip(numbers.tolist(), drawn, strict=True))
    assert loaded.dimension == DIMENSION
    assert_same(loaded, held, 7, None)
    loaded.remove(numbers[:3])
    loaded.add(numbers[1:2], vectors(1, 2))
    for number in (5, 7):
        del held[number]
    held[6] = vectors(1, 2)[0]
    assert_same(loaded, held, 30, numbers[::2])


@pytest.mark.parametrize("name", NAMES)
def test_wrong_shapes_and_numbers_are_refused_and_change_nothing(name: str) -> None:
    index = vector_indexes().make(name, DIMENSION)
    ones = np.ones(1, dtype=np.int64)
    for numbers, values, said in (
        (
            ones,
            np.zeros((1, DIMENSION + 1), dtype=np.float32),
            rf"\(n, {DIMENSION}\), got \(1, {DIMENSION + 1}\)",
        ),
        (ones, np.zeros(DIMENSION, dtype=np.float32), "shape"),
        (ones, vectors(2, 0), "2 vectors"),
        (np.array([3, 3]), vectors(2, 0), "twice"),
        (-ones, vectors(1, 0), "negative, got -1"),
    ):
        with pytest.raises(ValueError, match=said):
            index.add(numbers, values)
    with pytest.raises(ValueError, match="k must be at least 1, got 0"):
        index.search(vectors(1, 0), 0)
    assert len(index) == 0


def test_an_unknown_index_offers_the_nearest() -> None:
    with pytest.raises(UnknownName, match="Did you mean 'flat'"):
        vector_indexes().make("flatt", 3)
