"""A plot of curves over two logarithmic axes, as SVG that any browser shows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape
from typing import NamedTuple

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 720, 420, 64, 24, 48, 56
_COLOURS = ("#0b6e4f", "#b3400e", "#33539e", "#6b4c9a")


class Curve(NamedTuple):
    """Named points, x ascending, all above 0."""

    name: str
    points: Sequence[tuple[float, float]]


def chart(curves: Sequence[Curve], title: str, across: str, up: str) -> str:
    """The picture of all curves; each is named beside its last point."""
    xs = [x for curve in curves for x, _ in curve.points]
    ys = [y for curve in curves for _, y in curve.points]
    place = _Scale(
        min(xs), max(xs), 10 ** math.floor(math.log10(min(ys))), 10 ** math.ceil(math.log10(max(ys)))
    )
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        f'font-family="sans-serif" font-size="13"><title>{escape(title)}</title>',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
        f'<text x="{_LEFT}" y="26" font-size="16">{escape(title)}</text>',
        *_axes(place, sorted(set(xs)), across, up),
    ]
    for curve, colour in zip(curves, _COLOURS * len(curves), strict=False):
        points = " ".join(f"{place.x(x):.1f},{place.y(y):.1f}" for x, y in curve.points)
        x, y = curve.points[-1]
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.5"/>')
        parts += [
            f'<circle cx="{place.x(x):.1f}" cy="{place.y(y):.1f}" r="4" fill="{colour}"/>'
            for x, y in curve.points
        ]
        parts.append(
            f'<text x="{place.x(x) - 8:.1f}" y="{place.y(y) - 9:.1f}" fill="{colour}" '
            f'text-anchor="end">{escape(curve.name)}</text>'
        )
    return "\n".join([*parts, "</svg>"]) + "\n"


class _Scale(NamedTuple):
    """Where values stand in the picture."""

    low_x: float
    high_x: float
    low_y: float
    high_y: float

    def x(self, value: float) -> float:
        share = math.log(value / self.low_x) / max(math.log(self.high_x / self.low_x), 1e-9)
        return _LEFT + share * (_WIDTH - _LEFT - _RIGHT)

    def y(self, value: float) -> float:
        share = math.log(value / self.low_y) / math.log(self.high_y / self.low_y)
        return _HEIGHT - _BOTTOM - share * (_HEIGHT - _TOP - _BOTTOM)


def _axes(place: _Scale, xs: Sequence[float], across: str, up: str) -> list[str]:
    foot = _HEIGHT - _BOTTOM
    parts = [
        f'<text x="{_WIDTH - _RIGHT}" y="{_HEIGHT - 12}" text-anchor="end">{escape(across)}</text>',
        f'<text x="{_LEFT}" y="{_TOP - 6}">{escape(up)}</text>',
    ]
    for x in xs:
        parts.append(f'<text x="{place.x(x):.1f}" y="{foot + 20}" text-anchor="middle">{x:,.0f}</text>')
    exponent = round(math.log10(place.low_y))
    while 10**exponent <= place.high_y:
        y = place.y(10**exponent)
        parts.append(
            f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="#ccc"/>'
            f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{10**exponent:g}</text>'
        )
        exponent += 1
    return parts
