"""The command palette: every action, theme and language by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Hits, Provider

from factcheck.language.tongues import TONGUES
from tui.lines import shown_key

if TYPE_CHECKING:
    from tui.screen import ReviewScreen


class Commands(Provider):
    """Entries in the language of the labels; found by either language's words."""

    def _every(self) -> Iterator[tuple[str, str, str, Callable[[], None]]]:
        """What is shown, what it is also found by, the help, and what it does."""
        from tui.screen import ReviewScreen

        screen = self.screen
        if not isinstance(screen, ReviewScreen):
            return
        speech, app = screen.speech, screen.review_app
        for action in screen.actions.values():
            key = f"  [{shown_key(action.keys[0])}]" if action.keys else ""
            shown = f"{speech.of(action.label)}{key}"
            yield (
                shown,
                " ".join([*action.label, *action.help]),
                speech.of(action.help),
                _does(screen, action.id),
            )
        for name in sorted(app.available_themes):
            yield speech("theme", name=name), name, "", lambda name=name: setattr(app, "theme", name)  # type: ignore[misc]
        for tongue in TONGUES:
            shown = speech("in_tongue", name=speech(tongue))
            yield shown, tongue, "", lambda tongue=tongue: app.speak(tongue)  # type: ignore[misc]

    async def discover(self) -> Hits:
        for shown, _, help_text, act in self._every():
            yield DiscoveryHit(_plain(shown), act, help=_plain(help_text) if help_text else None)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for shown, also, help_text, act in self._every():
            score = max(matcher.match(shown), matcher.match(also) * 0.8)
            if score > 0:
                yield Hit(score, _plain(shown), act, help=_plain(help_text) if help_text else None)


def _plain(text: str) -> str:
    """Words that Textual does not take for markup."""
    return text.replace("[", r"\[")


def _does(screen: ReviewScreen, action: str) -> Callable[[], None]:
    return lambda: screen.action_do(action)
