"""What follows from one text alone, worked out once and kept with its statement.

A claim is held against many passages and a passage against many claims; what neither needs the other for is
read where it is first asked for, and lives as long as the reading that it belongs to.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from factcheck.comparing.statement import Statement

_Others = ParamSpec("_Others")
_Found = TypeVar("_Found")


def kept(
    work: Callable[Concatenate[Statement, _Others], _Found],
) -> Callable[Concatenate[Statement, _Others], _Found]:
    """A function of a statement, and of what else it takes by place, called once for each.

    Callers share what it returns and must not change it.
    """
    place = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def found(statement: Statement, *others: _Others.args, **named: _Others.kwargs) -> _Found:
        # Beside the cached properties: no field, so equal statements stay equal.
        known: dict[Any, _Found] = statement.__dict__
        key = (place, *others) if others else place
        try:
            return known[key]
        except KeyError:
            known[key] = work(statement, *others, **named)
            return known[key]

    return cast("Callable[Concatenate[Statement, _Others], _Found]", found)
