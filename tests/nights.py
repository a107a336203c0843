"""How much is done: little with every change, much at night (FACTCHECK_NIGHTLY)."""

from __future__ import annotations

import os

NIGHTLY = os.environ.get("FACTCHECK_NIGHTLY", "") not in ("", "0")


def times(*, ci: int, nightly: int) -> int:
    """One of both."""
    return nightly if NIGHTLY else ci
