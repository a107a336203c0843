"""Undo and redo against a plain stack, over acts in any order by two people."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from factcheck.queue import Act
from factcheck.review.history import redoable, undoable
from factcheck.store.rows import Review
from factcheck.store.standings import in_force, sum_of


@dataclass
class Log:
    """Events by both rules: as the desk appends them, and as two stacks would have it."""

    events: list[Review] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    undone: list[str] = field(default_factory=list)

    def backwards(self) -> list[Review]:
        return list(reversed(self.events))

    def append(self, act: Act, target: str | None = None) -> Review:
        number = str(len(self.events))
        event = Review(
            id=number,
            at=number,
            reviewer="ann",
            claim_id="c",
            event=act,
            quote="q",
            act=f"a{number}",
            target=target,
        )
        self.events.append(event)
        return event

    def do(self) -> None:
        self.done.append(self.append(Act.FLAGGED).act)
        self.undone.clear()

    def undo(self) -> None:
        target = undoable(self.backwards())
        assert target == (self.done[-1] if self.done else None)
        if target:
            self.append(Act.UNDONE, target)
            self.undone.append(self.done.pop())

    def redo(self) -> None:
        target = redoable(self.backwards())
        assert target == (self.undone[-1] if self.undone else None)
        if target:
            self.append(Act.REDONE, target)
            self.done.append(self.undone.pop())


@given(st.lists(st.sampled_from(["do", "undo", "redo"]), max_size=40))
def test_undo_and_redo_are_two_stacks(steps: list[str]) -> None:
    log = Log()
    for step in steps:
        getattr(log, step)()
        assert [event.act for event in in_force(log.events)] == sorted(log.done, key=lambda act: int(act[1:]))
        assert ("ann" in sum_of(log.events).standings) == bool(log.events)


def test_nothing_can_be_taken_back_or_done_again_at_first() -> None:
    assert undoable([]) is None
    assert redoable([]) is None
