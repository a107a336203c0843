"""The moments by which what was done on several machines is put in one order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from factcheck.queue import MOMENT


def moment(after: str = "") -> str:
    """Now in UTC, ISO 8601 to the microsecond, and always later than `after`.

    Events and findings are ordered by their moments, over workspaces too, so that what is done now has to
    come after what was seen when it was done, also where that was written by a machine whose clock is ahead
    (a hybrid logical clock, Kulkarni et al. 2014).
    """
    now = datetime.now(UTC).strftime(MOMENT)
    if now > after:
        return now
    return (datetime.strptime(after, MOMENT) + timedelta(microseconds=1)).strftime(MOMENT)
