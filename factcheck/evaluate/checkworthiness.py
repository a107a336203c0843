"""Check-worthiness: sentences that people marked as worth checking against the learned score."""

from __future__ import annotations

import random
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from factcheck.encoders.static import StaticEncoder
from factcheck.errors import ReadError
from factcheck.evaluate.files import digest_of, objects_of
from factcheck.evaluate.scores import Scores, library
from factcheck.worthiness import Worthiness

WORTHY = 0.5
"""Score from which a sentence counts as worth checking."""
_DRAWS = 200
_SEED = 20261125


def evaluate_checkworthiness(path: str | Path, settings: Mapping[str, object]) -> Scores:
    """average_precision and f1 (from WORTHY on) over rows `{"text", "check_worthy": true or false}`.

    Standard errors are those of 200 bootstrap samples. The scorer belongs to the built-in word vectors,
    whatever encoder `settings` name. ReadError names a line that cannot be understood.
    """
    library("sklearn.metrics", "scikit-learn")
    began = time.perf_counter()
    texts, truth = _rows(Path(path))
    encoder = StaticEncoder.builtin()
    scores = Worthiness(encoder).score(texts)
    return Scores(
        task="checkworthiness",
        metrics=_with_errors(truth, scores),
        n=len(texts),
        seconds=round(time.perf_counter() - began, 3),
        models={"encoder": f"{encoder.name}@{encoder.revision}"},
        sha256=digest_of(Path(path)),
    )


def _rows(path: Path) -> tuple[list[str], list[bool]]:
    texts: list[str] = []
    truth: list[bool] = []
    for number, raw in objects_of(path):
        if not isinstance(raw.get("text"), str) or not isinstance(raw.get("check_worthy"), bool):
            raise ReadError(
                f"{path}, line {number}: wanted 'text' and 'check_worthy' (true or false), found the keys "
                f"{', '.join(raw) or 'none'}."
            )
        texts.append(raw["text"])
        truth.append(raw["check_worthy"])
    if len(set(truth)) < 2:
        raise ReadError(f"{path}: wanted sentences of both kinds, found only check_worthy {truth[0]}.")
    return texts, truth


def _measured(truth: Sequence[bool], scores: Sequence[float]) -> dict[str, float]:
    metrics = library("sklearn.metrics", "scikit-learn")
    worthy = [score >= WORTHY for score in scores]
    return {
        "average_precision": float(metrics.average_precision_score(truth, scores)),
        "f1": float(metrics.f1_score(truth, worthy, zero_division=0)),
    }


def _with_errors(truth: Sequence[bool], scores: Sequence[float]) -> dict[str, float]:
    chance = random.Random(_SEED)
    drawn: list[dict[str, float]] = []
    while len(drawn) < _DRAWS:
        places = chance.choices(range(len(truth)), k=len(truth))
        if len({truth[place] for place in places}) == 2:
            drawn.append(_measured([truth[place] for place in places], [scores[place] for place in places]))
    found: dict[str, float] = {}
    for name, value in _measured(truth, scores).items():
        mean = sum(one[name] for one in drawn) / _DRAWS
        spread = sum((one[name] - mean) ** 2 for one in drawn) / (_DRAWS - 1)
        found |= {name: round(value, 6), f"{name}.se": round(spread**0.5, 6)}
    return found
