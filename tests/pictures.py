"""A screen as an SVG picture that asks for no outside font, and in which every cell stands where it stood."""

from __future__ import annotations

from xml.sax.saxutils import escape

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.app import App

_CELL, _LINE, _SIZE = 8.4, 18, 14
_FONTS = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK TC', monospace"
_GROUND, _INK = "#121212", "#e0e0e0"


def picture(app: App[None], title: str) -> str:
    """What the app shows now."""
    strips = app.screen._compositor.render_strips()
    width, height = app.size.width * _CELL, len(strips) * _LINE
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.1f} {height}" role="img">',
        f"<title>{escape(title)}</title>",
        f'<rect width="100%" height="100%" fill="{_GROUND}"/>',
        f'<g font-family="{_FONTS}" font-size="{_SIZE}" xml:space="preserve">',
    ]
    for row, strip in enumerate(strips):
        at = 0
        for segment in strip:
            parts += _run(segment, at, row)
            at += cell_len(segment.text)
    return "\n".join([*parts, "</g>", "</svg>"]) + "\n"


def _run(segment: Segment, at: int, row: int) -> list[str]:
    """A stretch of one style: its ground, then its words."""
    style = segment.style or Style()
    ink, ground = _colour(style, "color", _INK), _colour(style, "bgcolor", _GROUND)
    if style.reverse:
        ink, ground = ground, ink
    x, cells = at * _CELL, cell_len(segment.text)
    parts = []
    if ground != _GROUND and cells:
        parts.append(
            f'<rect x="{x:.1f}" y="{row * _LINE}" width="{cells * _CELL:.1f}" height="{_LINE}" fill="{ground}"/>'
        )
    text = segment.text.rstrip()
    if text:
        lead = len(text) - len(text.lstrip())
        x += lead * _CELL
        words = text[lead:]
        length = cell_len(words) * _CELL
        parts.append(
            f'<text x="{x:.1f}" y="{row * _LINE + 13}" textLength="{length:.1f}" lengthAdjust="spacingAndGlyphs"'
            f' fill="{ink}"{_look(style)}>{escape(words)}</text>'
        )
    return parts


def _colour(style: Style, name: str, default: str) -> str:
    colour = getattr(style, name)
    if colour is None or colour.is_default:
        return default
    return str(colour.get_truecolor().hex)


def _look(style: Style) -> str:
    lines = " ".join(
        name for on, name in ((style.underline, "underline"), (style.strike, "line-through")) if on
    )
    return "".join(
        [
            ' font-weight="bold"' if style.bold else "",
            ' font-style="italic"' if style.italic else "",
            ' opacity="0.6"' if style.dim else "",
            f' text-decoration="{lines}"' if lines else "",
        ]
    )
