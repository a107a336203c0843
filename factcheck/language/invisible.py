"""Characters that nobody sees inside numbers and dates, taken out of a copy; offsets lead back to the text.

Web pages, word processors and right-to-left marks leave zero-width characters anywhere (80 and 億 with one
between them); a thin or no-break space groups the digits of a number.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.language.patterns import lazy_pattern

# Soft hyphen, zero-width spaces and joiners, direction marks and isolates, byte order mark (Unicode Cf).
_INVISIBLE = lazy_pattern("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
# Spaces that no line breaks at: before three digits they group, as a comma does (ISO 80000-1).
_GROUPING = lazy_pattern(r"(?<=\d)[\u00a0\u2007\u2009\u202f](?=\d{3}(?!\d))")
_EITHER = lazy_pattern(
    "[\u00a0\u00ad\u180e\u2007\u2009\u200b-\u200f\u202a-\u202f\u2060-\u2064\u2066-\u2069\ufeff]"
)


@dataclass(frozen=True, slots=True)
class Visible:
    """`text` as it is seen; `places[i]` is where its code point i stands in the untouched text."""

    text: str
    places: tuple[int, ...] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the untouched text that `start`..`end` (not empty) of the seen one stands for."""
        return (start, end) if self.places is None else (self.places[start], self.places[end - 1] + 1)


def visible(text: str) -> Visible:
    """The copy of `text` that numbers and dates are read from."""
    if text.isascii() or not _EITHER.search(text):
        return Visible(text, None)
    grouped = _GROUPING.sub(",", text)
    if not _INVISIBLE.search(grouped):
        return Visible(grouped, None)
    places = [place for place, char in enumerate(grouped) if not _INVISIBLE.match(char)]
    return Visible("".join(grouped[place] for place in places), tuple(places))
