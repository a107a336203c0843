"""Where something happens: two places that cannot be one, on either side of an act without a figure.

Where a figure holds is another matter (territories.py).
"""

from __future__ import annotations

from factcheck.comparing.kept import kept
from factcheck.comparing.statement import Context, Statement, stands_in
from factcheck.language.entities import Mention
from factcheck.language.patterns import lazy_pattern
from factcheck.language.regions import lies_in
from factcheck.model import Difference, DifferenceKind

_HERE = lazy_pattern(
    r"\b(?:in|at|near|outside)\s+(?:the |downtown |central |eastern |western |northern |southern |nearby )?$"
    r"|[在于赴]\s*(?:[\u4e00-\u9fff]{2}(?:省|市|州|国))?$"
)

_ADJECTIVE = lazy_pattern(r"(?:ese|ish|[ie]an|[a-z]ch|swiss|greek|thai|iraqi|israeli)$")
"""In Japanese yen, in Russian: nothing happens there."""


def place_difference(claim: Statement, sentence: Statement, context: Context) -> Difference | None:
    """Where the claim says that it happened, beside where the sentence does; None where one does not say, or
    where the sentence, or what stands around it, has the claim's place as well."""
    ours, theirs = _whereabouts(claim), _whereabouts(sentence)
    if not ours or not theirs:
        return None
    known = {place.key for place in sentence.places}
    for place in ours:
        if place.key in known or context.names(place) or stands_in(place.text, sentence.folded):
            return None
        if any(lies_in(key, place.key) for key in known):
            return None
    # Of Rotterdam and Europe the town is where it happened.
    towns = [one for one in theirs if not any(lies_in(key, one.key) for key in known)]
    if any(lies_in(one.key, town.key) for one in ours for town in towns):
        return None
    return Difference(DifferenceKind.SCOPE, ours[0].text, towns[0].text) if towns else None


@kept
def _whereabouts(statement: Statement) -> tuple[Mention, ...]:
    """The places that something happens at."""
    return tuple(
        place
        for place in statement.places
        if _HERE.search(statement.folded, max(0, place.start - 24), place.start)
        and not (place.text.lower() != place.key and _ADJECTIVE.search(place.text.lower()))
    )
