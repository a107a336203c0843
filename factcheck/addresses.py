"""Addresses that a reader may follow."""

from __future__ import annotations

import re

_LINK = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


def link(url: str | None) -> str:
    """The address if a reader may follow it, else nothing: never a script or a local file."""
    return url if url is not None and url.isprintable() and _LINK.fullmatch(url) else ""
