"""What the actions of tui.actions do: one class a subject, one method an action, named by the action's id."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from tui.hands.deciding import Deciding
from tui.hands.looking import Looking
from tui.hands.marking import Marking
from tui.hands.moving import Moving
from tui.hands.settling import Settling
from tui.hands.writing import Writing

if TYPE_CHECKING:
    from tui.screen import ReviewScreen

_SUBJECTS = (Deciding, Marking, Moving, Looking, Writing, Settling)


def hands_of(screen: ReviewScreen) -> Mapping[str, Callable[[], None]]:
    """Action id -> what it does on `screen`."""
    found: dict[str, Callable[[], None]] = {}
    for subject in _SUBJECTS:
        owner = subject(screen)
        found |= {name: getattr(owner, name) for name in vars(subject) if not name.startswith("_")}
    return found
