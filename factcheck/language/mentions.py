"""What a name found in a text is: where it stands, what it names, and its key across languages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from factcheck.language.patterns import lazy_pattern

_BLANKS = 24  # more blanks than that before a word belong to no sentence
_SENTENCE_START = lazy_pattern(r"(?:^|[.!?。！？:：\n“\"「])\s*$")


class EntityKind(StrEnum):
    """What a name names."""

    ORGANISATION = "organisation"
    PERSON = "person"
    PLACE = "place"
    PRODUCT = "product"
    LAW = "law"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at code points [start, end) of a text."""

    start: int
    end: int
    text: str
    key: str
    """Language-free key; for unknown names their folded form, without "Inc" or 公司."""
    kind: EntityKind
    candidates: tuple[str, ...] = ()
    """Every key that the name may stand for, likeliest first, where that is more than one.
    A name that may be an ordinary word has its own folded form among them."""

    def meets(self, other: Mention) -> bool:
        """Whether the two have a code point in common."""
        return self.start < other.end and other.start < self.end

    @property
    def keys(self) -> tuple[str, ...]:
        """Each candidate's key, or the one that is certain."""
        return self.candidates or (self.key,)


def opens_sentence(text: str, place: int) -> bool:
    """Whether a capital at `place` may be there only because a sentence begins."""
    return _SENTENCE_START.search(text, max(0, place - _BLANKS), place) is not None
