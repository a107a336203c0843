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
_REACH = 40
"""Code points on either side of a name in which its posts stand."""
_LINK = r"\s*(?:and|&|,|兼|及|、|和)?\s*"
_RUN = rf"(?:(?:{'|'.join(_POSTS.values())}){_LINK})+"
_BEFORE = lazy_pattern(rf"(?P<not>\b(?:former|ex|deputy|vice|then)[\s-]|[前副]|代理)?(?P<posts>{_RUN})$")
"""The posts right before a name, and whether they are no longer or not quite held."""
_BEHIND = lazy_pattern(
    rf"\s?[,，(（]\s?(?:(?:the|its)\s)?(?:(?!former|deputy)[\w&]+(?:['’]s)?\s){{0,2}}(?P<posts>{_RUN})"
)
"""The posts right behind it: Ada Moreno, Veltron's chief executive."""


def post_difference(claim: Statement, sentence: Statement) -> Difference | None:
    """Both sides give one person posts, and none of them is the same."""
    for name, posts in _held(claim):
        for span in _places_of(name, sentence):
            others = _posts_at(sentence, *span)
            if others and posts.keys().isdisjoint(others):
                return Difference(
                    DifferenceKind.NAME, next(iter(posts.values())), next(iter(others.values()))
                )
    return None


@kept
def _held(statement: Statement) -> list[tuple[Mention, dict[str, str]]]:
    """The names of a text that stand at posts, with these and their words."""
    found = ((name, _posts_at(statement, name.start, name.end)) for name in statement.names)
    return [(name, posts) for name, posts in found if posts]


def _places_of(name: Mention, sentence: Statement) -> list[Span]:
    """Where a sentence names the same person, by any form of the name or letter by letter."""
    known = [(one.start, one.end) for one in sentence.names if not set(one.keys).isdisjoint(name.keys)]
    start = -1 if known else sentence.folded.find(fold(name.text))
    return known if start < 0 else [(start, start + len(name.text))]


def _posts_at(statement: Statement, start: int, end: int) -> dict[str, str]:
    """The posts right before [start, end), else right behind it, each with its words."""
    folded = statement.folded
    found = _BEFORE.search(folded, max(0, start - _REACH), start)
    if found is None:
        found = _BEHIND.match(folded, end, end + _REACH)
    elif found["not"]:
        return {}
    if found is None:
        return {}
    first, last = found.span("posts")
    return {
        str(one.lastgroup): statement.text[slice(*one.span())] for one in _POST.finditer(folded, first, last)
    }
