"""Single lines around the panes: the header, the tabs of a narrow screen, and the keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual.strip import Strip

from tui.actions import Action, Pane
from tui.paint import fitted, plain
from tui.styled import COMPONENTS, Styled

if TYPE_CHECKING:
    from factcheck.queue import Progress
    from tui.words import Speech


class TextLine(Styled):
    """One line of styled text, cut to the width there is."""

    COMPONENT_CLASSES: ClassVar[set[str]] = COMPONENTS

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.text = Text(end="")

    def say(self, text: Text) -> None:
        """Show another text; nothing is drawn where it is the same."""
        if text != self.text or text.spans != self.text.spans:
            self.text = text
            self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        return Strip.blank(width, self.ground) if y else self.drawn(fitted(self.text, width), width)


def clickable(text: str, action: str, style: str = "") -> Text:
    """Words that do an action of the table when they are clicked."""
    shown = plain(text, style)
    shown.stylize(Style(meta={"@click": f"screen.do('{action}')"}))
    return shown


def header(
    speech: Speech, *, workspace: str, reviewer: str, progress: Progress, filtered: str, width: int
) -> Text:
    """Title, workspace and reviewer on the left; how far and how fast on the right."""
    right = [speech("done", done=progress.done, total=progress.total)]
    if progress.today:
        right.append(speech("today", count=progress.today))
    if progress.per_hour:
        right.append(speech("pace", pace=progress.per_hour))
    told_right = "  ".join(([filtered] if filtered else []) + right) + " "
    room = max(0, width - cell_len(told_right))
    left = plain(f" {speech('title')}", "title")
    left.append_text(plain(f"  {workspace}  {reviewer}"))
    line = fitted(left, room)
    return line.append_text(plain(told_right, "strong"))


def tabs(speech: Speech, shown: Pane, keys: dict[str, str]) -> Text:
    """The panes of a narrow screen, the one in view marked."""
    line = Text(" ", end="")
    words = {
        Pane.QUEUE: "queue",
        Pane.ARTICLE: "tab_article",
        Pane.EVIDENCE: "evidence",
        Pane.RECENT: "tab_recent",
    }
    for pane, name in words.items():
        action = f"show_{pane.value}"
        label = f"[{keys[action]} {speech(name)}]" if pane is shown else f" {keys[action]} {speech(name)} "
        line.append_text(clickable(label, action, "strong key" if pane is shown else "dim"))
        line.append(" ")
    return line


def footer(speech: Speech, actions: Iterable[Action], width: int) -> Text:
    """As many keys with their labels as fit; the last one is always the help that lists them all."""
    shown = [action for action in actions if action.keys]
    last = next((action for action in shown if action.id == "help"), None)
    line, room = Text(" ", end=""), width - 1 - (_width(speech, last) if last else 0)
    for action in shown:
        if action is last:
            continue
        if _width(speech, action) > room:
            break
        room -= _width(speech, action)
        line.append_text(_key(speech, action))
    if last:
        line.append_text(_key(speech, last))
    return line


def _key(speech: Speech, action: Action) -> Text:
    shown = clickable(shown_key(action.keys[0]), action.id, "key")
    shown.append_text(clickable(f" {speech.of(action.label)}  ", action.id))
    return shown


def _width(speech: Speech, action: Action) -> int:
    return cell_len(f"{shown_key(action.keys[0])} {speech.of(action.label)}  ")


_SIGNS = {"space": "␣", "pagedown": "PgDn", "pageup": "PgUp", "escape": "esc", "enter": "⏎"}


def shown_key(key: str) -> str:
    """A key as it stands on a keyboard."""
    from textual.keys import format_key

    return _SIGNS.get(key) or format_key(key)
