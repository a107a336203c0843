"""The step from a claim to already checked claims that say the same, or nearly."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.encoders import Encoder
from factcheck.language.particulars import particulars
from factcheck.language.posts import said_in_post
from factcheck.model import Claim, Match, MatchLevel
from factcheck.store import CheckedClaim

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from factcheck.store import Store

_SAME, _NEAR, _TOPIC = 0.7, 0.6, 0.45
"""Cosine similarities from which a checked claim is shown as the same, as near, and as of the same topic.

With the built-in encoder, on the 993 tweets of CheckThat! 2020 (train and dev) against 10,375 checked claims
the nearest is the right one for 100 of the 113 from 0.7 on, 223 of 272 from 0.6, 410 of 572 from 0.5. Of
2,950 Chinese news sentences (WMT 2021) 10% meet their own English translation at 0.6, and 0.6% any other.
"""
_MOST = 3


class Memory:
    """The already checked claims of a workspace with their vectors, made anew when they have changed."""

    def __init__(self, store: Store, encoder: Encoder) -> None:
        self._store = store
        self._encoder = encoder
        self._state: tuple[int, int, int] | None = None
        self._checked: Sequence[CheckedClaim] = ()
        self._vectors: NDArray[np.float32] | None = None

    def match(self, claims: Sequence[Claim]) -> list[list[Match]]:
        """For each claim the already checked ones closest in meaning, see `match`."""
        state = self._store.memory_state()
        if state != self._state:
            self._checked = self._store.memory()
            self._vectors = vectors_of(self._checked, self._encoder)
            self._state = state
        return match(claims, self._checked, self._encoder, self._vectors)


def vectors_of(checked: Sequence[CheckedClaim], encoder: Encoder) -> NDArray[np.float32] | None:
    """Unit vectors of the checked claims, float32 (n, dimension); None without any."""
    return encoder.encode_passages([one.text for one in checked]) if checked else None


def match(
    claims: Sequence[Claim],
    checked: Sequence[CheckedClaim],
    encoder: Encoder,
    vectors: NDArray[np.float32] | None = None,
) -> list[list[Match]]:
    """For each claim the already checked ones closest in meaning, best first, at most three.

    `vectors` are those of `checked`, made here where they are not given. A match is a suggestion: whether
    the older verdict holds here is for a person to say. A claim is no match for itself.
    """
    if not claims or not checked:
        return [[] for _ in claims]
    vectors = vectors_of(checked, encoder) if vectors is None else vectors
    if vectors is None:
        return [[] for _ in claims]
    scores = encoder.encode_queries([said_in_post(claim.text) for claim in claims]) @ vectors.T
    found = []
    for claim, row in zip(claims, scores, strict=True):
        nearest = [int(place) for place in (-row).argsort(kind="stable")[: _MOST + 1]]
        others = [place for place in nearest if checked[place].own_claim != claim.id]
        kept = [place for place in others if row[place] >= _TOPIC][:_MOST]
        found.append([_match(claim, checked[place], float(row[place])) for place in kept])
    return found


def _match(claim: Claim, checked: CheckedClaim, score: float) -> Match:
    return Match(
        text=checked.text,
        verdict=checked.verdict,
        publisher=checked.publisher,
        url=checked.url,
        published=checked.published,
        score=min(score, 1.0),
        level=_level(claim.text, checked.text, score),
        ruling=checked.ruling,
        own_claim=checked.own_claim,
    )


def _level(ours: str, theirs: str, score: float) -> MatchLevel:
    """The same only where no figure and no negation differs, however near the words are."""
    if score < _NEAR:
        return MatchLevel.TOPIC
    same = score >= _SAME and particulars(ours) == particulars(theirs)
    return MatchLevel.SAME if same else MatchLevel.NEAR
