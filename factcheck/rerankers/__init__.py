"""Rerankers: (claim, passage) -> how much the passage is worth reading for the claim."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from factcheck.checkpoints.loading import Runtime
from factcheck.registry import Registry

NONE = "none"
"""The name for having none: the order of the search stands, and nothing is loaded."""


class Reranker(Protocol):
    """Reads claim and passage together, which is slower and more exact than comparing vectors."""

    name: str

    @property
    def revision(self) -> str:
        """12 hex digits of a digest over the weights and all else that alters scores."""
        ...

    def scores(self, query: str, passages: Sequence[str]) -> list[float]:
        """One score in [0, 1] a passage, in order; higher is closer."""
        ...


def rerankers() -> Registry[Reranker]:
    """The rerankers by name: none comes with the package. Any other name is taken for a CrossEncoder's."""
    return Registry("reranker")


def load_reranker(name: str, *, runtime: Runtime | None = None) -> Reranker | None:
    """The reranker called `name`, or the CrossEncoder of that name or path; None for `none`.

    ModelError where there is none of that name, MissingDependency where a library is not installed.
    """
    if name == NONE:
        return None
    known = rerankers()
    if name in known:
        return known.make(name)
    from factcheck.rerankers.cross_encoder import CrossEncoderReranker

    return CrossEncoderReranker(name, runtime)
