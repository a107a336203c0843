"""Many vectors: a short code of each is scanned, and the best by code are scored by their own numbers.

What the codes are says codes.py. `benchmarks/indexes.py` measures them beside an inverted file and a graph:
vectors of texts lie so evenly that an inverted file has to read most of its lists for the same recall.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from factcheck.errors import WorkspaceError
from factcheck.indexes.codes import learn_codes, untold
from factcheck.indexes.flat import faiss_library, write_index
from factcheck.indexes.layers import Layers, open_layer

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SCORED = 800
"""Best by code that are scored again for a query; twice as many find little more (benchmarks/indexes.py)."""
_SCORED_FOR_EACH = 12
"""The same for each result that is wanted."""
_MOST_SCORED = 16_384
"""From so many on, scoring every row that is allowed is no slower."""
_DIRECT = 8_192
"""Up to so many allowed rows are all scored: no code is looked at."""
_SAMPLE = 65_536
"""Vectors that codes are learnt from."""
_AT_ONCE = 16_384
"""Vectors turned into float32 together: bounds memory."""
_OUTGROWN = 4
"""Codes are learnt again when there are so many times the vectors that they were learnt among."""
_STRANGE = 1.5
"""The same where they leave out so many times as much of the vectors added since as of those then: of other
sentences of the same law books it is 1.3 to 1.45 times as much, of those in the other language 1.5 to 2.1."""
_STRANGERS = 0.25
"""Share of the rows that were added since, from which that is looked at."""
_LOOKED_AT = 4_096
"""Vectors of an addition that it is measured on."""
_GONE = 0.2
"""Share of removed rows from which all are written anew without them."""
_DESCRIPTION = "coded.json"
_CODES = "codes.faiss"


class CodedRows:
    """Rows in files and a code of each in memory: some 50 bytes at 256 dimensions, beside 512 on disk."""

    def __init__(self, dimension: int) -> None:
        self.dimension = dimension
        self._layers = Layers(dimension)
        self._codes: Any = None
        self._learnt_among = 0
        self._untold = 0.0
        """What the codes leave out of the vectors that they were learnt from (codes.py); 0: not known."""
        self._untold_since = 0.0
        """The same summed over the vectors added since."""
        self._gone = np.zeros(0, dtype=bool)
        """For each row whether it was removed."""
        self._order: NDArray[np.int64] | None = None

    def __len__(self) -> int:
        return len(self._layers) - int(self._gone.sum())

    # -- changing -----------------------------------------------------------------------------

    def remove(self, numbers: NDArray[np.int64]) -> int:
        """Take out what is held of `numbers`; how many that was."""
        places = self._places(numbers)
        self._gone[places] = True
        return len(places)

    def _places(self, numbers: NDArray[np.int64]) -> NDArray[np.int64]:
        """The rows, ascending, of those of `numbers` that are held."""
        if self._order is None:
            # Rows come mostly in the order of their numbers, which a stable sort sees at once.
            self._order = np.argsort(self._layers.numbers, kind="stable")
        held, wanted = self._layers.numbers, np.unique(numbers)
        first = np.searchsorted(held, wanted, side="left", sorter=self._order)
        last = np.searchsorted(held, wanted, side="right", sorter=self._order)
        # A number that was removed and came back has a row of then and one of now.
        counts = last - first
        reached = np.repeat(last - counts.cumsum(), counts) + np.arange(counts.sum())
        places = self._order[reached]
        return np.sort(places[~self._gone[places]])

    # -- searching ----------------------------------------------------------------------------

    def search(
        self, queries: NDArray[np.float32], k: int, allowed: NDArray[np.int64] | None
    ) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """As VectorIndex says; scores are exact for vectors in half precision."""
        live = self._live(allowed)
        count = len(self._layers) if live is None else int(live.sum())
        scored = max(_SCORED, _SCORED_FOR_EACH * k)
        wanted = int(scored * len(self._layers) / count) + 1 if count else 0
        if count <= _DIRECT or wanted > _MOST_SCORED:
            return self._exact(queries, k, live)
        scores = np.full((len(queries), k), -np.inf, dtype=np.float32)
        numbers = np.full((len(queries), k), -1, dtype=np.int64)
        _, by_code = self._codes.search(queries, min(wanted, len(self._layers)))
        for row, places in enumerate(by_code):
            places = np.sort(places[places >= 0])
            if live is not None:
                places = places[live[places]]
            if len(places) < min(k, count):
                scores[row : row + 1], numbers[row : row + 1] = self._exact(queries[row : row + 1], k, live)
                continue
            found = self._layers.take(places) @ queries[row]
            best = _best(found, places, k)
            scores[row, : len(best)] = found[best]
            numbers[row, : len(best)] = self._layers.numbers[places[best]]
        return scores, numbers

    def _live(self, allowed: NDArray[np.int64] | None) -> NDArray[np.bool_] | None:
        """For each row whether it may be found; None where each may."""
        if allowed is None:
            return ~self._gone if self._gone.any() else None
        # A filter may leave nearly all: numbers lie close together, so that a table of them is quick.
        return np.isin(self._layers.numbers, allowed) & ~self._gone

    def exact(self, queries: NDArray[np.float32], k: int) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """What `search` would find if it scored every row."""
        return self._exact(queries, k, self._live(None))

    def _exact(
        self, queries: NDArray[np.float32], k: int, live: NDArray[np.bool_] | None
    ) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        rows = np.arange(len(self._layers)) if live is None else np.flatnonzero(live)
        scores = np.full((len(queries), k), -np.inf, dtype=np.float32)
        places = np.full((len(queries), k), -1, dtype=np.int64)
        for first in range(0, len(rows), _AT_ONCE):
            some = rows[first : first + _AT_ONCE]
            found = queries @ self._layers.take(some).T
            scores, places = _merged(scores, places, found, np.broadcast_to(some, found.shape))
        held = places >= 0
        numbers = np.full(places.shape, -1, dtype=np.int64)
        numbers[held] = self._layers.numbers[places[held]]
        return scores, numbers

    def contents(self) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """The numbers (n,) held and their vectors (n, dimension), in one order."""
        rows = np.flatnonzero(~self._gone)
        return self._layers.numbers[rows], self._layers.take(rows)

    # -- files --------------------------------------------------------------------------------

    def save(self, folder: Path, numbers: NDArray[np.int64], vectors: NDArray[np.float32]) -> None:
        """Write what is held, and behind it new `vectors` (n, dimension) under `numbers`, into `folder`."""
        if self._gone.sum() > _GONE * len(self._layers):
            self._layers = self._layers.without(folder, self._gone, numbers, vectors)
            # Rows have moved, and codes are by row.
            self._codes, self._gone = None, np.zeros(len(self._layers), dtype=bool)
        else:
            self._layers = self._layers.grown(folder, numbers, vectors)
            self._gone = np.concatenate([self._gone, np.zeros(len(numbers), dtype=bool)])
        self._order = None
        if self._codes is not None and len(numbers):
            self._untold_since += len(numbers) * untold(self._codes, _spread(vectors, _LOOKED_AT))
        if self._codes is None or self._outgrown():
            self._learn()
        elif len(numbers):
            self._codes.add(vectors)
        write_index(self._codes, folder / _CODES)
        np.save(folder / "gone.npy", np.flatnonzero(self._gone))
        description = {
            "dimension": self.dimension,
            "layers": self._layers.names,
            "learnt_among": self._learnt_among,
            "untold": self._untold,
            "untold_since": self._untold_since,
        }
        (folder / _DESCRIPTION).write_text(json.dumps(description), encoding="utf-8")

    def _outgrown(self) -> bool:
        """Whether there are many more vectors than the codes were learnt among, or others than these."""
        count = len(self._layers)
        if count >= _OUTGROWN * self._learnt_among:
            return True
        since = count - self._learnt_among
        return since >= _STRANGERS * count and self._untold_since > _STRANGE * self._untold * since > 0

    def _learn(self) -> None:
        """Learn codes from vectors spread over all rows, and give every row its code."""
        count = len(self._layers)
        sample = self._layers.take(np.linspace(0, count - 1, min(count, _SAMPLE)).astype(np.int64))
        codes = learn_codes(sample)
        self._untold, self._untold_since = untold(codes, _spread(sample, _LOOKED_AT)), 0.0
        for first in range(0, count, _AT_ONCE):
            codes.add(self._layers.take(np.arange(first, min(first + _AT_ONCE, count))))
        self._codes, self._learnt_among = codes, count

    @classmethod
    def is_in(cls, folder: Path) -> bool:
        """Whether `save` wrote into this folder."""
        return (folder / _DESCRIPTION).is_file()

    @classmethod
    def load(cls, folder: Path) -> CodedRows:
        """What `save` wrote; WorkspaceError where it is damaged, FileNotFoundError without its files."""
        try:
            said = json.loads((folder / _DESCRIPTION).read_text(encoding="utf-8"))
            rows = cls(int(said["dimension"]))
            rows._learnt_among = int(said["learnt_among"])
            # Earlier versions did not say.
            rows._untold = float(said.get("untold", 0.0))
            rows._untold_since = float(said.get("untold_since", 0.0))
            layers = [open_layer(folder, str(name), rows.dimension) for name in said["layers"]]
            rows._layers = Layers(rows.dimension, layers)
            rows._codes = faiss_library().read_index(str(folder / _CODES))
            rows._gone = np.zeros(len(rows._layers), dtype=bool)
            rows._gone[np.load(folder / "gone.npy", allow_pickle=False)] = True
        except (KeyError, TypeError, ValueError, IndexError, EOFError, RuntimeError) as error:
            if not (folder / _CODES).exists():
                raise FileNotFoundError(folder / _CODES) from error
            raise WorkspaceError(
                f"{folder} is no readable vector index. `factcheck doctor --repair` makes it again."
            ) from error
        if (rows._codes.ntotal, rows._codes.d) != (len(rows._layers), rows.dimension):
            raise WorkspaceError(
                f"{folder} has {rows._codes.ntotal} codes for {len(rows._layers)} vectors, of dimension"
                f" {rows._codes.d} and {rows.dimension}. `factcheck doctor --repair` makes it again."
            )
        return rows


def _spread(vectors: NDArray[np.float32], most: int) -> NDArray[np.float32]:
    """Up to `most` of vectors (n, d), evenly taken."""
    return vectors[:: -(-len(vectors) // most)] if len(vectors) > most else vectors


def _best(scores: NDArray[np.float32], places: NDArray[np.int64], k: int) -> NDArray[np.int64]:
    """Which of `scores` are the `k` highest, best first, equal ones by place."""
    if len(scores) > 4 * k:
        few = np.argpartition(-scores, k)[: k + 1]
        # Equal scores at the border: all of them take part, so that the places decide.
        few = np.flatnonzero(scores >= scores[few].min())
        return few[np.lexsort((places[few], -scores[few]))][:k]
    return np.lexsort((places, -scores))[:k]


def _merged(
    scores: NDArray[np.float32],
    places: NDArray[np.int64],
    more: NDArray[np.float32],
    rows: NDArray[np.int64],
) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """The best k of what was found, (m, k), and of `more` (m, n) at `rows` (m, n)."""
    k = scores.shape[1]
    best_scores, best_places = np.empty_like(scores), np.empty_like(places)
    for row in range(len(scores)):
        own = np.concatenate([scores[row], more[row]])
        at = np.concatenate([places[row], rows[row]])
        best = _best(own, at, k)
        best_scores[row], best_places[row] = own[best], at[best]
    return best_scores, best_places
