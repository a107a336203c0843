"""How models are written down: rows of small integers with a scale each, and the record of what made them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray


def int8_rows(table: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """(rows (n, d) as int8, the scales (n,) that give each row its size back)."""
    scales = np.abs(table).max(axis=1) / 127 + 1e-12
    return np.round(table / scales[:, None]).astype(np.int8), scales.astype(np.float32)


def write_record(record: Mapping[str, object], path: Path) -> None:
    """Seed, settings, marks and digests of the data, as JSON with sorted keys."""
    path.write_text(json.dumps(record, indent=2, sort_keys=True) + "\n", encoding="utf-8")
