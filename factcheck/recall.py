"""The vector index of a workspace: how it searches, what it takes on disk, how much it finds of all."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from factcheck.folder import file_sizes

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from factcheck.indexes import VectorIndex
    from factcheck.workspace import Workspace

QUERIES = 500
WANTED = 0.98
"""Recall below which an index is not good enough."""
_BEST = 10
_ROUNDING = 1e-5
"""Scores that differ by less are equal: sums of floats depend on their order."""
_TIMED = 5
"""Queries by which exact search is timed: it is the slow one."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of what a workspace takes on disk."""

    name: str
    bytes: int


@dataclass(frozen=True, slots=True)
class IndexState:
    """How the index searches and what is on disk."""

    way: str
    passages: int
    parts: tuple[Part, ...]

    @property
    def bytes(self) -> int:
        """Of all parts."""
        return sum(part.bytes for part in self.parts)

    def for_each(self, size: int) -> float:
        """Bytes a passage, of `size`; 0 where there is none."""
        return size / self.passages if self.passages else 0.0


@dataclass(frozen=True, slots=True)
class Recall:
    """How the index's own search stands to comparing every vector."""

    queries: int
    recall: float
    """Share, in [0, 1], of the ten best that are found; copies of a passage may stand for each other."""
    milliseconds: float
    """For a query, asked by itself."""
    exact_milliseconds: float
    """The same where every vector is compared."""

    @property
    def good(self) -> bool:
        """Whether it finds enough."""
        return self.recall >= WANTED


def index_state(workspace: Workspace) -> IndexState:
    """How the index searches, and sizes of its files and of the rows; WorkspaceError without a workspace."""
    folder = workspace.folder
    folder.require_existing()
    index = workspace.vectors.index
    vectors, words, others = 0, 0, 0
    for path, size in file_sizes(folder.embeddings):
        if path.parent.name == "vectors":
            vectors += size
        elif path.parent.name == "lexical":
            words += size
        else:
            others += size
    rows = sum(
        path.stat().st_size for path in folder.path.glob(f"{folder.claims_db.name}*") if path.is_file()
    )
    parts = (
        Part("vectors", vectors),
        Part("words", words),
        Part("lists of passages", others),
        Part("rows (claims.db)", rows),
    )
    return IndexState(index.way, len(index), parts)


def measure_recall(workspace: Workspace, queries: int = QUERIES) -> Recall | None:
    """Hold the index's search against comparing every vector, with up to `queries` halves of passages.

    The passages are drawn evenly from the corpus; the one that a half is from counts for nothing. None where
    there are fewer than two.
    """
    workspace.folder.require_existing()
    index = workspace.vectors.index
    numbers, texts = _drawn(workspace, queries)
    if len(index) < 2 or not texts:
        return None
    vectors = workspace.encoder.encode_queries([_half(text) for text in texts])
    began = time.perf_counter()
    found = [index.search(vectors[row : row + 1], _BEST + 1) for row in range(len(texts))]
    spent = time.perf_counter() - began
    exact = _without(numbers, *index.exact(vectors, _BEST + 1))
    own = _without(numbers, *(np.concatenate(part) for part in zip(*found, strict=True)))
    wanted = np.isfinite(exact)
    # The last that exact search gives is the mark; in a small corpus it is not the tenth.
    mark = np.where(wanted, exact, np.inf).min(axis=1, keepdims=True)
    right = np.isfinite(own) & (own >= mark - _ROUNDING)
    return Recall(
        len(texts),
        float(right.sum() / wanted.sum()),
        spent / len(texts) * 1e3,
        _exact_seconds(index, vectors[:_TIMED]) * 1e3,
    )


def _drawn(workspace: Workspace, count: int) -> tuple[NDArray[np.int64], list[str]]:
    """Numbers (n,) and texts of up to `count` passages, evenly from all of the corpus."""
    held = workspace.store.passage_weights()[0]
    places = np.unique(np.linspace(0, len(held) - 1, min(count, len(held))).astype(np.int64))
    passages = workspace.store.passages(held[places].tolist())
    return np.array(sorted(passages), dtype=np.int64), [passages[number].text for number in sorted(passages)]


def _half(text: str) -> str:
    """The first half of a sentence, cut between words where it is written with blanks."""
    middle = len(text) // 2
    blank = text.rfind(" ", middle // 2, middle + 1)
    return text[: blank if blank > 0 else middle] or text


def _without(
    own: NDArray[np.int64], scores: NDArray[np.float32], numbers: NDArray[np.int64]
) -> NDArray[np.float32]:
    """The ten best scores (m, 10) of each row (m, 11), that of the number `own` (m,) left out."""
    left = np.where(numbers == own[:, None], -np.inf, scores).astype(np.float32)
    return -np.sort(-left, axis=1)[:, :_BEST]


def _exact_seconds(index: VectorIndex, vectors: NDArray[np.float32]) -> float:
    """For one query."""
    began = time.perf_counter()
    for row in range(len(vectors)):
        index.exact(vectors[row : row + 1], _BEST + 1)
    return (time.perf_counter() - began) / len(vectors)
