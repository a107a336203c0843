"""What a step says where it fails: an error of one line, which can always be sent.

Errors are sent with their tracebacks, and one that is too deep (a RecursionError) cannot be: the job would
never be heard of again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from factcheck.cluster.stamps import CannotBegin
from factcheck.crew import said
from factcheck.errors import FactcheckError

LONGEST = 500
"""Code points of an error that are sent."""
_P = ParamSpec("_P")
_R = TypeVar("_R")


class StepFailed(FactcheckError):
    """A step that raised, in a sentence."""


def step(work: Callable[_P, _R]) -> Callable[_P, _R]:
    """`work`, raising nothing but CannotBegin and StepFailed."""

    @wraps(work)
    def done(*given: _P.args, **named: _P.kwargs) -> _R:
        try:
            return work(*given, **named)
        except CannotBegin as error:
            failure: FactcheckError = CannotBegin(str(error))
        except Exception as error:
            failure = StepFailed(said(error, LONGEST))
        # Outside of the handler, so that the first error does not travel as its context.
        raise failure

    return done
