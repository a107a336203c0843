"""Patterns compiled when first used: every one of the package compiles, and behaves as re's own."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import factcheck
from factcheck.language.patterns import _LazyPattern, lazy_pattern


def _modules() -> list[str]:
    return [
        found.name
        for found in pkgutil.walk_packages(factcheck.__path__, "factcheck.")
        if found.name.startswith(("factcheck.language", "factcheck.comparing", "factcheck.extract"))
    ]


@pytest.mark.parametrize("name", _modules())
def test_every_pattern_of_a_module_compiles(name: str) -> None:
    held = vars(importlib.import_module(name))
    for pattern in held.values():
        if isinstance(pattern, _LazyPattern):
            re.compile(pattern.pattern, pattern._flags)


def test_it_behaves_as_a_compiled_pattern() -> None:
    text = "輝達 NVIDIA 英伟达 nvidia"
    lazy, eager = lazy_pattern("nvidia|英伟达", re.IGNORECASE), re.compile("nvidia|英伟达", re.IGNORECASE)
    assert [one.span() for one in lazy.finditer(text)] == [one.span() for one in eager.finditer(text)]
    assert lazy.sub("X", text) == eager.sub("X", text)
    assert lazy.pattern == eager.pattern
    assert lazy.search("none") is None


def test_a_faulty_source_is_met_at_the_first_use() -> None:
    with pytest.raises(re.error):
        lazy_pattern("(").search("")
