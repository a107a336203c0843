"""What is known of who says a sentence, and how its words become that."""

from __future__ import annotations

from dataclasses import dataclass, field

from factcheck.language.patterns import lazy_pattern


@dataclass(frozen=True, slots=True)
class Attribution:
    """The words that name the speaker, at code points [start, end) of the sentence."""

    start: int
    end: int
    text: str
    """`sentence[start:end]`; of a chain, everything from its first speaker to its last."""
    speakers: tuple[str, ...]
    """Innermost first."""
    passive: bool = field(default=False, kw_only=True)
    """Told as the source of something (由某報披露), with nothing of theirs following."""
    verb_end: int
    """Where the attributing phrase ends and what is said begins (or ended, for "..., X said")."""


TRAILING = lazy_pattern(
    r"(?:本人|集体|一致|共同|纷纷|方面|公开|近日|日前|[赛会战事][前后]|[会赛]上"
    r"|(?:\d{4}年|[去今]年)?\d{1,2}月(?:\d{1,2}日)?"
    r"|\d{4}年|[去今昨]年|上周|昨[天日]|周[一二三四五六日])$"
)


def chain(sentence: str, spans: list[tuple[int, int]], verb_end: int) -> Attribution:
    """Spans from the outermost speaker to the innermost, as one attribution."""
    start, end = spans[0][0], spans[-1][1]
    speakers = tuple(sentence[low:high] for low, high in reversed(spans))
    passive = sentence[max(0, start - 1) : start] in ("由", "被")
    return Attribution(start, end, sentence[start:end], speakers, verb_end, passive=passive)
