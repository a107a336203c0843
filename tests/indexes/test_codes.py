"""Codes: what is left out is what says little, and what is near by code is near."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from factcheck.indexes.codes import directions, learn_codes, untold
from factcheck.indexes.flat import faiss_library, write_index

Vectors = NDArray[np.float32]


def _uneven(count: int, dimension: int, seed: int, fall: float = 0.9) -> Vectors:
    """Unit vectors that differ more in some directions than in others, none of them an axis."""
    drawn = np.random.default_rng(seed)
    turned = np.linalg.qr(np.random.default_rng(99).normal(size=(dimension, dimension)))[0]
    found = (drawn.normal(size=(count, dimension)) * fall ** np.arange(dimension)) @ turned
    return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True), dtype=np.float32)


@settings(max_examples=30, deadline=None)
@given(count=st.integers(1, 60), dimension=st.integers(1, 40), seed=st.integers(0, 9))
def test_directions_stand_at_right_angles_and_tell_nearly_all(count: int, dimension: int, seed: int) -> None:
    sample = _uneven(count, dimension, seed)
    found = directions(sample)
    assert found.shape[0] == dimension >= found.shape[1] >= 1
    np.testing.assert_allclose(found.T @ found, np.eye(found.shape[1]), atol=1e-4)
    assert float(((sample @ found) ** 2).sum()) >= 0.949 * len(sample)


def test_what_says_little_is_left_out() -> None:
    sample = _uneven(2000, 64, 1, fall=0.9)
    told = directions(sample).shape[1]
    # 0.81 ** n falls below a twentieth behind the fifteenth.
    assert told == 16
    assert directions(_uneven(2000, 64, 1, fall=1.0)).shape[1] >= 60


@pytest.mark.parametrize("cosine", [0.5, 0.8, 0.95])
def test_what_all_vectors_share_hides_nothing_that_tells_them_apart(cosine: float) -> None:
    """Texts of many encoders lie in a narrow cone: the mean cosine of two of them is `cosine`."""
    shared = np.asarray(_uneven(1, 64, 8)[0] * np.sqrt(cosine), dtype=np.float32)
    sample = shared + np.float32(np.sqrt(1 - cosine)) * _uneven(4000, 64, 1, fall=0.97)
    found = directions(sample)
    apart = sample - sample.mean(axis=0)
    assert float(((apart @ found) ** 2).sum()) >= 0.949 * float((apart**2).sum())
    queries = shared + np.float32(np.sqrt(1 - cosine)) * _uneven(60, 64, 2, fall=0.97)
    codes = learn_codes(sample)
    codes.add(sample)
    places = codes.search(queries, 200)[1]
    wanted = np.argsort(-(queries @ sample.T), axis=1)[:, :10]
    met = [np.isin(one, other).mean() for one, other in zip(wanted, places, strict=True)]
    assert float(np.mean(met)) >= 0.95


def test_strong_and_weak_directions_share_a_part() -> None:
    sample = _uneven(4000, 32, 2, fall=0.95)
    turned = sample @ directions(sample)
    strengths = (turned**2).sum(axis=0)
    pairs = strengths.reshape(-1, 2).sum(axis=1)
    assert strengths[0] > 2 * strengths[1], "the first part has the strongest and the weakest"
    assert pairs.max() / pairs.min() < 0.6 * strengths.max() / strengths.min()


@pytest.mark.parametrize("dimension", [1, 2, 3, 6, 7, 48])
def test_the_best_by_code_hold_the_nearest(tmp_path: Path, dimension: int) -> None:
    vectors, queries = _uneven(3000, dimension, 3, fall=0.97), _uneven(40, dimension, 4, fall=0.97)
    codes = learn_codes(vectors[:1000])
    codes.add(vectors)
    write_index(codes, tmp_path / "codes.faiss")
    read = faiss_library().read_index(str(tmp_path / "codes.faiss"))
    assert (read.ntotal, read.d) == (3000, dimension)
    places = read.search(queries, 150)[1]
    np.testing.assert_array_equal(places, codes.search(queries, 150)[1])
    best = (queries @ vectors.T).max(axis=1)
    near = np.einsum("md,mkd->mk", queries, vectors[places]).max(axis=1)
    assert (near >= best - 1e-5).mean() >= 0.95


def test_turned_codes_find_more_in_fewer_bytes_than_plain_ones() -> None:
    """Against a quantiser of four dimensions for each part without any turning, of as many results."""
    vectors, queries = _uneven(8000, 64, 5, fall=0.93), _uneven(100, 64, 6, fall=0.93)
    faiss = faiss_library()
    plain, turned = faiss.IndexPQFastScan(64, 16, 4, faiss.METRIC_INNER_PRODUCT), learn_codes(vectors)
    plain.train(vectors)
    wanted = np.argsort(-(queries @ vectors.T), axis=1)[:, :10]
    found = {}
    for name, index in (("plain", plain), ("turned", turned)):
        index.add(vectors)
        places = index.search(queries, 40)[1]
        met = [np.isin(one, other).mean() for one, other in zip(wanted, places, strict=True)]
        found[name] = float(np.mean(met))
    assert turned.index.ntotal == plain.ntotal
    assert faiss.downcast_index(turned.index).pq.M < plain.pq.M
    assert found["turned"] > found["plain"] + 0.05


@pytest.mark.parametrize("dimension", [1, 7, 48])
def test_codes_leave_more_out_of_vectors_unlike_those_that_they_were_learnt_from(dimension: int) -> None:
    """Held against what a search by codes alone would take each vector for."""
    sample, alike = _uneven(3000, dimension, 11, fall=0.9), _uneven(3000, dimension, 12, fall=0.9)
    codes = learn_codes(sample)
    codes.add(alike)
    faiss = faiss_library()
    turned = faiss.downcast_index(codes.index).reconstruct_n(0, len(alike))
    turn = faiss.vector_to_array(faiss.downcast_VectorTransform(codes.chain.at(0)).A)
    wanted = float(np.square(alike - turned @ turn.reshape(-1, dimension)).sum() / len(alike))
    assert untold(codes, alike) == pytest.approx(wanted, rel=0.02)
    assert untold(codes, sample) < 1.1 * untold(codes, alike)
    if dimension > 7:  # of fewer each has 16 values of its own, and strangers fit them as well
        assert untold(codes, np.ascontiguousarray(alike[:, ::-1])) > 1.5 * untold(codes, alike)
    # However few come at a time: what is left out of each is what counts.
    singly = np.mean([untold(codes, alike[place : place + 1]) for place in range(200)])
    assert singly == pytest.approx(untold(codes, alike[:200]), rel=1e-3)
    assert untold(codes, alike[::2]) == pytest.approx(untold(codes, alike), rel=0.1)


def test_few_vectors_are_enough() -> None:
    few = _uneven(5, 32, 7)
    codes = learn_codes(few)
    codes.add(few)
    assert codes.search(few, 1)[1][:, 0].tolist() == list(range(5))
