"""What a step says where it fails: an error of one line, which can always be sent.

Errors are sent with their tracebacks, and one that is too deep (a RecursionError) cannot be: the job would
never be heard of again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from factcheck.cluster.stamps import CannotBegin
from factcheck.errors import FactcheckError

_LONGEST = 500
_P = ParamSpec("_P")
_R = TypeVar("_R")


class StepFailed(FactcheckError):
    """A step that raised, in a sentence."""


def said(error: BaseException) -> str:
    """What went wrong, in one line, a sentence; the kind of error where it is none of this program's own."""
    words = " ".join(str(error).split())[:_LONGEST]
    if not isinstance(error, FactcheckError):
        words = f"{type(error).__name__}: {words}" if words else type(error).__name__
    return words if words.endswith((".", "!", "?", "。", "！", "？")) else f"{words}."


def step(work: Callable[_P, _R]) -> Callable[_P, _R]:
    """`work`, raising nothing but CannotBegin and StepFailed."""

    @wraps(work)
    def done(*given: _P.args, **named: _P.kwargs) -> _R:
        try:
            return work(*given, **named)
        except CannotBegin as error:
            failure: FactcheckError = CannotBegin(str(error))
        except Exception as error:
            failure = StepFailed(said(error))
        # Outside of the handler, so that the first error does not travel as its context.
        raise failure

    return done
