"""Floors under the marks of seeded samples: `python -m benchmarks.floors` writes tests/gold/floors.json.

Each floor names the split of the set that its sample is drawn from and the sha256 of the file. It stands two
standard errors below what the program reached when it was written. A floor on rows that trained what ships
says nothing about quality and is refused.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from benchmarks.sets import (
    ALL,
    CHECKTHAT,
    DRCD,
    FOUND,
    HELD_BACK,
    MEASURED,
    NEWS,
    TRAINED,
    WORTHINESS,
    path_of,
    split_of,
    verdict_splits,
)
from factcheck.errors import ReadError
from factcheck.evaluate.checkworthiness import evaluate_checkworthiness
from factcheck.evaluate.files import digest_of
from factcheck.evaluate.pools import read_pool
from factcheck.evaluate.retrieval import evaluate_retrieval
from factcheck.evaluate.scores import Scores
from factcheck.evaluate.translation import evaluate_translation
from factcheck.evaluate.verdict import score_verdicts
from training.data import VERDICTS

FLOORS = Path(__file__).resolve().parent.parent / "tests" / "gold" / "floors.json"
SEED = 20261125
ROWS = 120
"""Rows of a verdict set: about a second each set."""
_DOCUMENTS, _QUERIES, _SENTENCES = 300, 150, 1000
_BELOW = 2
"""Standard errors between a mark and its floor."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Floor:
    """The least that a sample of one set may score."""

    file: str
    """Below the data folder."""
    split: str
    """HELD_BACK or ALL."""
    sha256: str
    """Of the file that it was set on."""
    metrics: dict[str, float]


def read_floors(path: Path = FLOORS) -> list[Floor]:
    """The floors of a file; ReadError for what is none, or stands on rows that trained what ships."""
    try:
        rows = json.loads(path.read_text("utf-8"))
        found = [Floor(row["file"], row["split"], row["sha256"], dict(row["metrics"])) for row in rows]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ReadError(
            f"{path}: {type(error).__name__} {error}. Wanted is a list of objects with file, split, "
            "sha256 and metrics; `python -m benchmarks.floors` writes one."
        ) from error
    for floor in found:
        if floor.split not in (HELD_BACK, ALL):
            raise ReadError(
                f"{path}: the floor on {floor.file} wants the split '{HELD_BACK}' or '{ALL}', found "
                f"{floor.split!r}."
            )
        if floor.file in TRAINED and floor.split != HELD_BACK:
            raise ReadError(
                f"{path}: the floor on {floor.file} stands on rows that trained what ships (split "
                f"'{floor.split}'). Only its held-back rows say how good it is: set it on '{HELD_BACK}'."
            )
        if not floor.metrics:
            raise ReadError(
                f"{path}: the floor on {floor.file} names no metric, so nothing could fall below it."
            )
    return found


def below(floor: Floor, scores: Scores) -> dict[str, tuple[float, float]]:
    """The metrics that fell below their floor, with what was wanted and what was found."""
    return {
        name: (least, scores.metrics.get(name, 0.0))
        for name, least in floor.metrics.items()
        if scores.metrics.get(name, 0.0) < least
    }


# -- samples -----------------------------------------------------------------------------------


def _sample(rows: Sequence[T], size: int) -> list[T]:
    """Some rows, the same each time, in their order."""
    chosen = random.Random(SEED).sample(range(len(rows)), min(size, len(rows)))
    return [rows[place] for place in sorted(chosen)]


def _verdicts(file: str) -> Scores:
    (split,) = verdict_splits(file)
    return score_verdicts(_sample(split.rows, ROWS), {}, sha256=digest_of(path_of(file)), found=file in FOUND)


def _retrieval(docs: str, queries: str) -> Scores:
    pool = read_pool(path_of(docs), path_of(queries))
    asked = _sample(pool.queries, _QUERIES)
    answers = {key for query in asked for key in query.relevant}
    others = _sample([one for one in pool.documents if one.id not in answers], _DOCUMENTS)
    own = [one for one in pool.documents if one.id in answers]
    return evaluate_retrieval(replace(pool, documents=(*own, *others), queries=tuple(asked)), {})


def _translation(file: str) -> Scores:
    return evaluate_translation(path_of(file), {}, part="wmt21", limit=_SENTENCES)


def _checkworthiness(file: str) -> Scores:
    return evaluate_checkworthiness(path_of(file), {})


SAMPLED: dict[str, tuple[Callable[[], Scores], tuple[str, ...]]] = {
    **{file: (partial(_verdicts, file), ("accuracy", "macro_f1")) for file in (*VERDICTS, *MEASURED)},
    DRCD[1]: (partial(_retrieval, *DRCD), ("mrr@10",)),
    CHECKTHAT[1]: (partial(_retrieval, *CHECKTHAT), ("map@5",)),
    NEWS: (partial(_translation, NEWS), ("recall@1.zh_en", "recall@1.en_zh")),
    WORTHINESS: (partial(_checkworthiness, WORTHINESS), ("average_precision",)),
}
"""File -> how its sample is scored, and the metrics that have a floor."""


def made(file: str) -> Floor:
    """The floor under what the program reaches on a sample of `file` now."""
    score, metrics = SAMPLED[file]
    scores = score()
    floors = {
        name: round(max(0.0, scores.metrics[name] - _BELOW * scores.metrics[f"{name}.se"]), 3)
        for name in metrics
    }
    return Floor(file, split_of(file), digest_of(path_of(file)), floors)


def main() -> None:
    """Score every sample and write the floors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-o", "--output", type=Path, default=FLOORS)
    target = parser.parse_args().output
    rows: list[dict[str, Any]] = []
    for file in SAMPLED:
        floor = made(file)
        print(file, floor.split, floor.metrics, flush=True)
        rows.append({"file": file, "split": floor.split, "sha256": floor.sha256, "metrics": floor.metrics})
    target.write_text(json.dumps(rows, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
