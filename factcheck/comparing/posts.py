"""Which post somebody holds: a chief executive is no finance chief, whatever else one person may be."""

from __future__ import annotations

from factcheck.comparing.kept import kept
from factcheck.comparing.statement import Statement
from factcheck.language.entities import Mention
from factcheck.language.folding import fold
from factcheck.language.patterns import lazy_pattern
from factcheck.model import Difference, DifferenceKind

Span = tuple[int, int]
_POSTS = {
    "executive": r"首席执行[官长]|执行长|chief executive(?: officer)?|\bceo\b",
    "finance": r"首席财务[官长]|财务长|chief financ(?:e|ial) officer|financ(?:e|ial) chief|\bcfo\b",
    "operations": r"首席[营运]运[官长]|[营运]运长|chief operating officer|\bcoo\b",
    "technology": r"首席技术[官长]|技术长|chief technology officer|\bcto\b",
    "spokesperson": r"发言人|spokes(?:man|woman|person)",
}
"""Of these a person holds one in a body; chairs, presidents and founders are often chief executive too."""
_POST = lazy_pattern("|".join(f"(?P<{name}>{words})" for name, words in _POSTS.items()))
_REACH = 30
"""Code points on either side of a name in which the post stands."""
_BREAK = lazy_pattern(r"[.;。；]\s|[、]|\b(?:and|said|told|with)\b|[和与及]")
"""What parts a name from the post of somebody else."""


def post_difference(claim: Statement, sentence: Statement) -> Difference | None:
    """Both sides give one person a post, and not the same."""
    for name, (post, words) in _held(claim):
        where = _places_of(name, sentence)
        other = next(filter(None, (_post_at(sentence, *span) for span in where)), None)
        if other is not None and other[0] != post:
            return Difference(DifferenceKind.NAME, words, other[1])
    return None


@kept
def _held(statement: Statement) -> list[tuple[Mention, tuple[str, str]]]:
    """The names of a text that stand at a post, each with the post and its words."""
    found = ((name, _post_at(statement, name.start, name.end)) for name in statement.names)
    return [(name, post) for name, post in found if post is not None]


def _places_of(name: Mention, sentence: Statement) -> list[Span]:
    """Where a sentence names the same person, by any form of the name or letter by letter."""
    known = [(one.start, one.end) for one in sentence.names if not set(one.keys).isdisjoint(name.keys)]
    start = -1 if known else sentence.folded.find(fold(name.text))
    return known if start < 0 else [(start, start + len(name.text))]


def _post_at(statement: Statement, start: int, end: int) -> tuple[str, str] | None:
    """The post right before [start, end) (the last named there), else right behind it, and its words."""
    folded = statement.folded
    before = list(_POST.finditer(folded, max(0, start - _REACH), start))[-1:]
    behind = list(_POST.finditer(folded, end, end + _REACH))[:1]
    gaps = [*((one, (one.end(), start)) for one in before), *((one, (end, one.start())) for one in behind)]
    for match, gap in gaps:
        if _BREAK.search(folded, *gap) is None:
            return str(match.lastgroup), statement.text[slice(*match.span())]
    return None
