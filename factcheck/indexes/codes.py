"""Short codes of vectors, learnt from a sample: the scan that says which rows are worth scoring.

FAISS's product quantiser gives 4 bits to every two dimensions, whose sums are looked up in registers. The
vectors are turned first, towards the directions in which they differ most (principal components): the last of
these say little and are left out, and strong and weak ones are dealt out so that each part of a code has its
share to tell, as in optimised product quantisation (Ge and others, CVPR 2013, the parametric solution).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from factcheck.indexes.flat import faiss_library

if TYPE_CHECKING:
    from numpy.typing import NDArray

_TOLD = 0.95
"""Share of the sample's squared distances from its mean that the directions kept make up."""
_FEWEST = 16
"""FAISS wants as many vectors as 4 bits have values: fewer are repeated."""


def learn_codes(sample: NDArray[np.float32]) -> Any:
    """An empty FAISS index by codes, for inner products of vectors like `sample` (n, d), n from 1 on."""
    faiss = faiss_library()
    dimension = sample.shape[1]
    turn = directions(sample)
    kept = turn.shape[1]
    turned = faiss.LinearTransform(dimension, kept, False)
    faiss.copy_array_to_vector(np.ascontiguousarray(turn.T).ravel(), turned.A)
    turned.is_trained = True
    codes = faiss.IndexPQFastScan(kept, _parts(kept), 4, faiss.METRIC_INNER_PRODUCT)
    codes.pq.cp.min_points_per_centroid = 1  # how few there are is the caller's business
    codes.train((sample if len(sample) >= _FEWEST else np.resize(sample, (_FEWEST, dimension))) @ turn)
    found = faiss.IndexPreTransform(turned, codes)
    found.is_trained = True
    return found


def untold(codes: Any, vectors: NDArray[np.float32]) -> float:
    """What codes leave out of vectors (n, d), n from 1 on: the mean squared distance of each to its code.

    Of others than those that the codes were learnt from it is more; how many there are makes no difference.
    """
    faiss = faiss_library()
    coder = faiss.downcast_index(codes.index if isinstance(codes, faiss.IndexPreTransform) else codes).pq
    turned = codes.chain.at(0).apply(vectors) if isinstance(codes, faiss.IndexPreTransform) else vectors
    missed = float(np.square(turned - coder.decode(coder.compute_codes(turned))).sum())
    # What was turned away lies at a right angle to what was kept.
    missed += float(np.square(vectors).sum()) - float(np.square(turned).sum())
    return missed / len(vectors)


def directions(sample: NDArray[np.float32]) -> NDArray[np.float32]:
    """(d, kept) orthonormal columns: the strongest directions of vectors (n, d), dealt out over the parts."""
    # Inner products are searched for, so directions are strong by lengths from zero. What all vectors share
    # tells none apart: how much is left out counts from the mean.
    moments, mean = (sample.T @ sample).astype(np.float64), sample.mean(axis=0, dtype=np.float64)
    strengths, found = np.linalg.eigh(moments)
    whole = float(np.trace(moments))
    apart = whole - len(sample) * float(mean @ mean)
    left = whole - np.cumsum(strengths[::-1])
    enough = int((left > (1 - _TOLD) * apart).sum()) + 1
    kept = min(sample.shape[1], -(-enough // 4) * 4)
    return np.ascontiguousarray(found[:, ::-1][:, _dealt(kept, _parts(kept))], dtype=np.float32)


def _parts(kept: int) -> int:
    """Into how many parts a turned vector is cut, each with a code of 4 bits: pairs where they are even."""
    return kept // 2 if kept % 2 == 0 else kept


def _dealt(kept: int, parts: int) -> NDArray[np.intp]:
    """The order in which directions, strongest first, stand: the first part has the first and the last."""
    places = np.arange(kept)
    rounds, turn = np.divmod(places, parts)
    part = np.where(rounds % 2 == 0, turn, parts - 1 - turn)
    return np.argsort(part, kind="stable")
