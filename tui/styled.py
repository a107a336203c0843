"""The theme's colours for the named styles of tui.paint, looked up once and not for every line."""

from __future__ import annotations

from collections.abc import Mapping

from rich.style import Style
from rich.text import Text
from textual.strip import Strip
from textual.widget import Widget

from tui.paint import told

STYLES = (
    "dim", "strong", "quote", "match", "cursor", "supported", "contradicted", "unverifiable",
    "suggested", "warning", "title", "head", "key", "struck",
)  # fmt: skip
"""The named styles; app.tcss gives each its colours."""
COMPONENTS = {f"page--{name}" for name in STYLES}


class Styled(Widget):
    """Draws lines of named styles."""

    _looked_up: tuple[Mapping[str, Style], Style] | None = None

    @property
    def theme_styles(self) -> Mapping[str, Style]:
        """Each named style in the colours of the theme."""
        return self._lookup()[0]

    @property
    def ground(self) -> Style:
        """What the lines stand on."""
        return self._lookup()[1]

    def _lookup(self) -> tuple[Mapping[str, Style], Style]:
        if self._looked_up is None:
            styles = {name: self.get_component_rich_style(f"page--{name}", partial=True) for name in STYLES}
            self._looked_up = styles, self.rich_style
        return self._looked_up

    def notify_style_update(self) -> None:
        """Another theme, or the focus came or went."""
        self._looked_up = None
        super().notify_style_update()

    def drawn(self, text: Text, width: int, ground: Style | None = None) -> Strip:
        """A line of exactly `width` cells."""
        strip = Strip(told(text, self.theme_styles).render(self.app.console, end=""))
        return strip.adjust_cell_length(width).apply_style(ground or self.ground)
