"""The line above the keys: what just happened, or a question that one key or one line of words answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input

from tui.lines import TextLine
from tui.paint import plain


class _Keys(TextLine, can_focus=True, inherit_bindings=False):
    """Takes every key for itself while a question waits for one."""

    def __init__(self, take: Callable[[str], None], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._take = take

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        self._take(event.key)


def type_into(line: Input, event: events.Key) -> None:
    """What a key does to a line of words that did not have the focus yet when it was pressed."""
    if event.key == "backspace":
        line.action_delete_left()
    elif event.key == "enter":
        line.post_message(Input.Submitted(line, line.value))
    elif event.is_printable and event.character:
        line.insert_text_at_cursor(event.character)


class Ask(Horizontal):
    """Says and asks; gives the focus back to where it was."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._answers: Mapping[str, Callable[[], None]] = {}
        self._taken: Callable[[str], None] | None = None
        self._before: Widget | None = None

    def compose(self) -> ComposeResult:
        yield _Keys(self.take_key, id="said")
        yield Input(id="words", compact=True)

    def on_mount(self) -> None:
        self.query_one("#words", Input).display = False

    @property
    def _line(self) -> _Keys:
        return self.query_one("#said", _Keys)

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

    def for_key(self, words: str, answers: Mapping[str, Callable[[], None]]) -> None:
        """Ask for one key; any other leaves the question, as esc does."""
        self._answers = answers
        self._line.say(plain(f" {words}", "warning"))
        self.set_class(True, "-asking")
        self._take_focus(self._line)

    def take_key(self, key: str) -> None:
        """The key that was pressed while a question waited."""
        answers = self._answers
        self.leave()
        if key in answers:
            answers[key]()

    def take_stray(self, event: events.Key) -> bool:
        """Take a key that was on its way elsewhere when the question was put; whether one waits."""
        if not self.waiting:
            return False
        if self._answers or event.key == "escape":
            self.take_key(event.key)
        else:
            type_into(self._input, event)
        return True

    def for_words(self, words: str, taken: Callable[[str], None], initial: str = "") -> None:
        """Ask for a line of words; esc leaves."""
        self._taken = taken
        self._line.say(plain(f" {words} ", "warning"))
        self.set_class(True, "-asking", "-typing")
        self._input.display = True
        self._input.value = initial
        self._input.cursor_position = len(initial)
        self._take_focus(self._input)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        taken = self._taken
        value = event.value
        self.leave()
        if taken is not None:
            taken(value)

    def on_key(self, event: events.Key) -> None:
        if event.key == "escape" and self.waiting:
            event.stop()
            self.leave()

    def _take_focus(self, widget: Widget) -> None:
        """At once: a key that follows quickly is an answer, and must not reach the queue as a command."""
        if not self._before:
            self._before = self.screen.focused
        self.screen.set_focus(widget)

    def leave(self) -> None:
        """No question any more; the focus goes back to where it was, at once."""
        before, self._before = self._before, None
        self._answers, self._taken = {}, None
        self._input.display = False
        self.set_class(False, "-asking", "-typing")
        self._line.say(Text(end=""))
        self.screen.set_focus(before)
