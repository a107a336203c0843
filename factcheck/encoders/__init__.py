"""Encoders: texts -> unit vectors in one space for English, Traditional and Simplified Chinese."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from factcheck.checkpoints.loading import Runtime
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
        """12 hex digits of a digest over the weights and all else that alters vectors."""
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
    from factcheck.encoders.builtin import BuiltinEncoder

    return BuiltinEncoder.builtin()


def encoders() -> Registry[Encoder]:
    """The encoders by name; `load_encoder` takes any other name for a sentence-transformers model."""
    registry: Registry[Encoder] = Registry("encoder")
    registry.register("builtin", _builtin)
    return registry


def load_encoder(name: str, *, dimension: int = 0, runtime: Runtime | None = None) -> Encoder:
    """The encoder called `name`, or the model of that name or path that is on this machine.

    `dimension` cuts its vectors to their first numbers; 0 leaves them whole. ModelError when the weights
    cannot be had or have fewer dimensions; MissingDependency when the model needs a library that is not
    installed.
    """
    encoder = _whole(name, runtime or Runtime())
    if not dimension or dimension == encoder.dimension:
        return encoder
    from factcheck.encoders.truncated import TruncatedEncoder

    return TruncatedEncoder(encoder, dimension)


def _whole(name: str, runtime: Runtime) -> Encoder:
    known = encoders()
    if name in known:
        return known.make(name)
    from factcheck.checkpoints.description import Purpose, require_purpose
    from factcheck.checkpoints.places import locate

    folder = locate(name, "encoder")
    described = require_purpose(name, folder, Purpose.ENCODER)
    if described.torch_free and runtime.backend == "torch":
        from factcheck.encoders.table import TableEncoder

        return TableEncoder(name, folder)
    from factcheck.encoders.transformer import TransformerEncoder

    return TransformerEncoder(name, folder, runtime)
