"""Characters that show nothing: zero-width spaces, joiners, soft hyphens, marks of direction.

They may stand inside a figure or a name (80\u200b億) and hide it from every pattern. The text itself is
never changed: what reads it reads a copy without them, and places in the copy lead back to the text.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from factcheck.language.patterns import lazy_pattern

# Unicode's Default_Ignorable_Code_Point, DerivedCoreProperties.txt, without what is unassigned.
IGNORABLE = (
    "[\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f"
    "\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\U0001bca0-\\U0001bca3\\U0001d173-\\U0001d17a\\U000e0000-\\U000e0fff]+"
)
_IGNORABLE = lazy_pattern(IGNORABLE)


def bare(text: str) -> str:
    """`text` without the characters that show nothing."""
    return text if text.isascii() else _IGNORABLE.sub("", text)


def bare_with_places(text: str) -> tuple[str, Sequence[int]]:
    """(`bare(text)`, the place in `text` of each of its characters)."""
    places = array("L")
    last = 0
    for match in _IGNORABLE.finditer(text):
        places.extend(range(last, match.start()))
        last = match.end()
    places.extend(range(last, len(text)))
    return bare(text), places
