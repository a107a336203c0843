"""What a measurement comes to, and what is said where its library is missing."""

from __future__ import annotations

import pytest

from factcheck.errors import MissingDependency
from factcheck.evaluate.scores import library, with_error


def test_a_missing_library_is_one_line_with_the_command() -> None:
    with pytest.raises(
        MissingDependency, match=r"wants no-such-metrics.*pip install 'factcheck-workbench\[evaluate\]'"
    ):
        library("no_such_metrics", "no-such-metrics")


def test_a_mean_with_its_standard_error() -> None:
    assert with_error("x", [1.0, 0.0, 1.0, 0.0]) == {"x": 0.5, "x.se": 0.25}
