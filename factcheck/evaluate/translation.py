"""Cross-language search: each sentence looks for its own translation among all of them, by meaning alone."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from factcheck.encoders import load_encoder
from factcheck.errors import ReadError
from factcheck.evaluate.files import digest_of, objects_of
from factcheck.evaluate.scores import Scores, Watch, unwatched, with_error

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from factcheck.encoders import Encoder

CHINESE = ("zh", "hans", "hant")
"""Keys under which a row may hold its Chinese."""
_BLOCK = 512


def evaluate_translation(
    path: str | Path,
    settings: Mapping[str, object],
    *,
    part: str | None = None,
    limit: int | None = None,
    watch: Watch = unwatched,
) -> Scores:
    """recall@1.zh_en and .en_zh (likewise hans, hant) over the rows of `path`, with standard errors.

    Rows are `{"en", "zh"}` or `{"en", "hans", "hant"}`; `part` keeps those whose "set" it is, `limit` the
    first of these. A sentence that stands in several rows is found in any of them.
    """
    began = time.perf_counter()
    rows = _rows(Path(path), part)[:limit]
    encoder = load_encoder(str(settings.get("encoder", "builtin")))
    keys = [key for key in CHINESE if key in rows[0]]
    metrics: dict[str, float] = {}
    total = 2 * len(keys) * len(rows)
    english = [row["en"] for row in rows]
    for place, key in enumerate(keys):
        chinese = [row[key] for row in rows]
        metrics |= with_error(f"recall@1.{key}_en", _hits(encoder, chinese, english))
        watch((2 * place + 1) * len(rows), total)
        metrics |= with_error(f"recall@1.en_{key}", _hits(encoder, english, chinese))
        watch((2 * place + 2) * len(rows), total)
    return Scores(
        task="translation",
        metrics=metrics,
        n=len(rows),
        seconds=round(time.perf_counter() - began, 3),
        models={"encoder": f"{encoder.name}@{encoder.revision}"},
        sha256=digest_of(Path(path)),
    )


def _rows(path: Path, part: str | None) -> list[dict[str, str]]:
    """The rows asked for, each with English and the same Chinese keys as the others."""
    found: list[dict[str, str]] = []
    parts: dict[str, None] = {}
    for number, raw in objects_of(path):
        parts[str(raw.get("set"))] = None
        if part is not None and raw.get("set") != part:
            continue
        texts = {key: raw[key] for key in ("en", *CHINESE) if isinstance(raw.get(key), str)}
        if "en" not in texts or len(texts) < 2 or (found and texts.keys() != found[0].keys()):
            wanted = " and ".join(found[0]) if found else "en with zh, or with hans and hant"
            raise ReadError(
                f"{path}, line {number}: wanted {wanted} as text, found the keys {', '.join(raw) or 'none'}."
            )
        found.append(texts)
    if not found:
        raise ReadError(f"{path} has no rows of the set '{part}'; it has: {', '.join(parts)}.")
    return found


def _hits(encoder: Encoder, queries: Sequence[str], passages: Sequence[str]) -> list[float]:
    """For each query 1 where the passage nearest to it is its own row's text, else 0."""
    asked, searched = encoder.encode_queries(queries), encoder.encode_passages(passages)
    nearest: list[int] = []
    for start in range(0, len(asked), _BLOCK):
        block: NDArray[np.float32] = asked[start : start + _BLOCK] @ searched.T
        nearest += block.argmax(axis=1).tolist()
    return [float(passages[found] == passages[own]) for own, found in enumerate(nearest)]
