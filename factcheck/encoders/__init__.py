"""Encoders: texts -> unit vectors in one space for English, Traditional and Simplified Chinese."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from factcheck.registry import Registry

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Encoder(Protocol):
    """Places texts in a space where closeness of meaning is the inner product."""

    name: str
    """The name to load it by: "builtin", or a sentence-transformers model's name or path."""

    @property
    def revision(self) -> str:
        """First 12 hex digits of the sha256 of the weights."""
        ...

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        ...

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors (n, dimension) of what is looked for, in order."""
        ...

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors (n, dimension) of what is searched, in order."""
        ...


def _builtin() -> Encoder:
    from factcheck.encoders.static import StaticEncoder

    return StaticEncoder.builtin()


def encoders() -> Registry[Encoder]:
    """The encoders by name; `load_encoder` takes any other name for a sentence-transformers model."""
    registry: Registry[Encoder] = Registry("encoder")
    registry.register("builtin", _builtin)
    return registry


def load_encoder(name: str) -> Encoder:
    """The encoder called `name`, or the sentence-transformers model of that name or path.

    ModelError when the weights cannot be had; MissingDependency when the model needs a library
    that is not installed.
    """
    known = encoders()
    if name in known:
        return known.make(name)
    from factcheck.encoders.transformer import TransformerEncoder

    return TransformerEncoder(name)
