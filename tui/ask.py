"""The line above the keys: what just happened, or a question that one key or one line of words answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rich.style import Style
from rich.text import Text
from textual import events
from textual.actions import parse
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input

from tui.lines import TextLine, shown_key
from tui.paint import plain


class _Line(TextLine, can_focus=True, inherit_bindings=False):
    """Has the focus while a question waits for a key."""


def type_into(line: Input, event: events.Key) -> None:
    """What a key does to a line of words, at once.

    Left to the line's own queue of events, a key typed right after "enter" would still land in the line.
    """
    for binding in line._bindings.key_to_bindings.get(event.key, ()):
        _, name, arguments = parse(binding.action)
        if name != "submit":
            getattr(line, f"action_{name}")(*arguments)
            return
    if event.is_printable and event.character:
        line.insert_text_at_cursor(event.character)


@dataclass(frozen=True, slots=True)
class Answer:
    """One key that answers a question."""

    key: str
    label: str
    act: Callable[[], None]


class Ask(Horizontal):
    """Says and asks; gives the focus back to where it was."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._answers: Mapping[str, Callable[[], None]] = {}
        self._taken: Callable[[str], None] | None = None
        self._before: Widget | None = None

    def compose(self) -> ComposeResult:
        yield _Line(id="said")
        yield Input(id="words", compact=True)

    def on_mount(self) -> None:
        self.query_one("#words", Input).display = False

    @property
    def _line(self) -> _Line:
        return self.query_one("#said", _Line)

    @property
    def _input(self) -> Input:
        return self.query_one("#words", Input)

    @property
    def waiting(self) -> bool:
        """Whether a question waits for its answer."""
        return bool(self._answers) or self._taken is not None

    def tell(self, words: str, style: str = "") -> None:
        """Say something; a question that waits keeps its line."""
        if not self.waiting:
            self._line.say(plain(f" {words}" if words else "", style))

    def for_key(self, words: str, answers: Sequence[Answer], leave: str) -> None:
        """Ask for one key, or a click on it; any other key leaves the question, as esc does."""
        self._answers = {answer.key: answer.act for answer in answers}
        line = plain(f" {words}", "warning")
        for key, label in (*((answer.key, answer.label) for answer in answers), ("escape", leave)):
            choice = plain(f"   {shown_key(key)}", "key").append_text(plain(f" {label}"))
            choice.stylize(Style(meta={"@click": f"screen.answer('{key}')"}))
            line.append_text(choice)
        self._line.say(line)
        self._take_focus(self._line)

    def answer(self, key: str) -> None:
        """Take a key for the answer to the question that waits."""
        act = self._answers.get(key)
        self.leave()
        if act is not None:
            act()

    def take_key(self, event: events.Key) -> bool:
        """Answer the question that waits with a key; whether one waits."""
        if self._taken is not None:
            self._take_words(event)
        elif self._answers:
            self.answer(event.key)
        else:
            return False
        return True

    def _take_words(self, event: events.Key) -> None:
        taken, words = self._taken, self._input.value
        if event.key in ("enter", "escape"):
            self.leave()
            if event.key == "enter" and taken is not None:
                taken(words)
        else:
            type_into(self._input, event)

    def for_words(self, words: str, taken: Callable[[str], None], initial: str = "") -> None:
        """Ask for a line of words; esc leaves."""
        self._taken = taken
        self._line.say(plain(f" {words} ", "warning"))
        self.set_class(True, "-typing")
        self._input.display = True
        self._input.value = initial
        self._input.cursor_position = len(initial)
        self._take_focus(self._input)

    def _take_focus(self, widget: Widget) -> None:
        if not self._before:
            self._before = self.screen.focused
        self.screen.set_focus(widget)

    def leave(self) -> None:
        """No question any more; the focus goes back to where it was, at once."""
        before, self._before = self._before, None
        self._answers, self._taken = {}, None
        self._input.display = False
        self.set_class(False, "-typing")
        self._line.say(Text(end=""))
        self.screen.set_focus(before)
