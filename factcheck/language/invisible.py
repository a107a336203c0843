"""Characters that nobody sees inside numbers and dates, taken out of a copy; offsets lead back to the text.

Web pages, word processors and right-to-left marks leave zero-width characters anywhere (80 and 億 with one
between them); a thin or no-break space groups the digits of a number.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.language.ignorable import IGNORABLE, bare_with_places
from factcheck.language.patterns import lazy_pattern

# Spaces that no line breaks at: before three digits they group, as a comma does (ISO 80000-1).
_GROUPING = lazy_pattern(r"(?<=\d)[\u00a0\u2007\u2009\u202f](?=\d{3}(?!\d))")
_HIDING = lazy_pattern(rf"[\u00a0\u2007\u2009\u202f]|{IGNORABLE}")
"""What makes the copy another text than the untouched one, if anything does."""


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
    if text.isascii() or not _HIDING.search(text):
        return Visible(text, None)
    seen, places = bare_with_places(text)
    # A comma for a blank: nothing moves.
    return Visible(_GROUPING.sub(",", seen), None if len(seen) == len(text) else tuple(places))
