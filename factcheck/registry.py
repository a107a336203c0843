"""Name -> factory, for the families of encoders, indexes, judges and exporters.

A factory is a zero- or more-argument callable that imports what it needs when called, so that
listing the names loads nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from factcheck.errors import UnknownName

T = TypeVar("T")


class Registry(Generic[T]):
    """A family's named implementations. Refuses to overwrite a name in silence."""

    def __init__(self, family: str) -> None:
        self.family = family
        self._factories: dict[str, Callable[..., T]] = {}

    def register(self, name: str, factory: Callable[..., T]) -> None:
        """Add `factory` under `name`; ValueError when the name is taken."""
        if name in self._factories:
            raise ValueError(f"{self.family} '{name}' is registered already")
        self._factories[name] = factory

    def __contains__(self, name: object) -> bool:
        return name in self._factories

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._factories))

    def make(self, name: str, *args: object, **options: object) -> T:
        """The implementation called `name`; UnknownName offers the nearest known one."""
        if name not in self._factories:
            raise UnknownName(self.family, name, self._factories)
        return self._factories[name](*args, **options)
