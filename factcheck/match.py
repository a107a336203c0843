"""The step from a claim to already checked claims that say the same."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.encoders import Encoder
from factcheck.model import Claim, Match
from factcheck.store import CheckedClaim

_SAME = 0.8
"""Cosine similarity from which two wordings are shown as the same claim; below, only the topic agrees."""
_MOST = 3


def match(claims: Sequence[Claim], checked: Sequence[CheckedClaim], encoder: Encoder) -> list[list[Match]]:
    """For each claim the already checked ones closest in meaning, best first, at most three.

    A match is a suggestion: whether the older verdict holds here is for a person to say.
    """
    if not claims or not checked:
        return [[] for _ in claims]
    scores = (
        encoder.encode_queries([claim.text for claim in claims])
        @ encoder.encode_passages([one.text for one in checked]).T
    )
    found = []
    for row in scores:
        best = [int(i) for i in (-row).argsort(kind="stable")[:_MOST] if row[i] >= _SAME]
        found.append([_match(checked[i], float(row[i])) for i in best])
    return found


def _match(checked: CheckedClaim, score: float) -> Match:
    return Match(
        text=checked.text,
        verdict=checked.verdict,
        publisher=checked.publisher,
        url=checked.url,
        published=checked.published,
        score=score,
    )
