"""What was compared, judged and decided for one claim, taken from the run that decides and kept whole."""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.check import Compared, Machinery, check_claims, compared
from factcheck.comparing.marks import Row
from factcheck.comparing.partners import Word, words
from factcheck.comparing.slot_rows import slot_rows
from factcheck.comparing.slots import Slot, Words, read_slots
from factcheck.errors import UsageError, WorkspaceError
from factcheck.extract import typed_claim
from factcheck.judges import Push, Rule, Step
from factcheck.model import Card, Claim, Document, Finding, Suggestion
from factcheck.retrieve import Filters
from factcheck.verify import Judged, Verified, shown

_HEX = frozenset("0123456789abcdef")
_ID = 32
"""Hex digits of a claim's id."""
_SHOWN = 12
"""Digits of an id that a message shows."""


@dataclass(frozen=True, slots=True)
class PassageAccount:
    """One passage beside the claim."""

    rank: int
    """1 for the nearest of all that were compared."""
    counted: bool
    """Whether the suggestion was made from it too; those further down are not asked."""
    judged: Judged
    rows: tuple[Row, ...]
    words: tuple[Word, ...]
    """The claim's words in order, each with its partner."""
    pushes: tuple[Push, ...]
    """What moved the judge before any rule; empty where it cannot say."""

    @property
    def steps(self) -> tuple[Step, ...]:
        """How the probabilities came about, the judge's own first, the ones that count last."""
        judgement = self.judged.judgement
        answer = Step(Rule.WEIGHED, judgement.supports, judgement.contradicts)
        return judgement.steps or (answer,)


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a suggestion came about."""

    finding: Finding
    """What the program makes of the claim now: the same as `check` and `claim` print."""
    stored: Suggestion | None
    """What it made of it when the claim was last checked; None for a typed claim."""
    reading: tuple[tuple[Slot, Words], ...]
    """What the claim's text was read as."""
    verified: Verified | None
    """Everything compared and decided; None where the claim is not searched for."""
    passages: tuple[PassageAccount, ...]
    """The nearest, those that decide always among them."""
    left_out: tuple[Card, ...] = ()
    """Sources that are the article itself or copies of it."""
    filtered: bool = False
    """Whether only part of the corpus was asked, so that it need not be what was stored."""

    @property
    def is_stale(self) -> bool:
        """Whether the stored suggestion is another one, at whole percents."""
        return (
            not self.filtered
            and self.stored is not None
            and _told(self.stored) != _told(self.finding.suggestion)
        )

    def rank_of(self, judged: Judged) -> int:
        """The rank of a passage that was compared, from 1."""
        if self.verified is None:
            raise ValueError("nothing was compared for this claim")
        return next(rank for rank, one in enumerate(self.verified.judged, 1) if one is judged)


def _told(suggestion: Suggestion) -> tuple[object, ...]:
    return suggestion.verdict, suggestion.reason, round(suggestion.confidence, 2)


def explain_claim(machinery: Machinery, named: str, filters: Filters, *, top: int) -> Explanation:
    """The explanation of a stored claim by its id or the beginning of it, else of a typed claim.

    `top` passages are shown. UsageError for a beginning that several ids share, WorkspaceError for one that
    none has: a single word of hex digits is taken for an id, since no statement is one word.
    """
    claim = _stored(machinery, named.strip().lower())
    if claim is None:
        return _explained(machinery, typed_claim(named, scorer=machinery.scorer), None, filters, top)
    if claim.document_id is None:
        return _explained(machinery, claim, None, filters, top)
    store, filtered = machinery.store, filters != Filters()
    article = store.document(claim.document_id)
    article = replace(article, published=store.card(article.id).published)
    if not filtered:
        filters = replace(filters, as_of=store.checked_until(article.id))
    explanation = _explained(machinery, claim, article, filters, top)
    known = store.finding(claim.id)
    return replace(explanation, stored=known.suggestion if known else None, filtered=filtered)


def _stored(machinery: Machinery, prefix: str) -> Claim | None:
    """The one claim whose id begins with `prefix`; None where it cannot be an id."""
    if not prefix or len(prefix) > _ID or not _HEX.issuperset(prefix):
        return None
    found = machinery.store.claims_named(prefix)
    if not found:
        raise WorkspaceError(
            f"Wanted a claim, found none whose id begins with '{prefix}'. `factcheck check` lists the ids; a"
            " typed claim is a statement in quotes."
        )
    if len(found) > 1:
        ids = ", ".join(claim.id[:_SHOWN] for claim in found[:3]) + (", ..." if len(found) > 3 else "")
        raise UsageError(
            f"Wanted one claim, found several whose ids begin with '{prefix}': {ids}. Give more digits."
        )
    return found[0]


def _explained(
    machinery: Machinery, claim: Claim, article: Document | None, filters: Filters, top: int
) -> Explanation:
    made = next(compared(machinery, [claim], article, filters), None)
    if made is None:
        (finding,) = check_claims(machinery, [claim], article, filters)
        statement = machinery.verifier.read(claim, article.published if article else None)
        return Explanation(finding, None, read_slots(statement), None, ())
    verified = made.verified
    cards = machinery.store.cards(made.copies)
    return Explanation(
        finding=made.finding,
        stored=None,
        reading=read_slots(verified.statement),
        verified=verified,
        passages=_accounts(machinery, made, top),
        left_out=tuple(cards[key] for key in made.copies),
    )


def _accounts(machinery: Machinery, made: Compared, top: int) -> tuple[PassageAccount, ...]:
    verified = made.verified
    statement, deciding = verified.statement, verified.decision.deciding
    wanted = shown(verified.judged, deciding, max(top, len(deciding)))
    return tuple(
        PassageAccount(
            rank=rank,
            counted=rank <= verified.weighed,
            judged=one,
            rows=slot_rows(statement, one.reading, one.comparison),
            words=words(statement.text, one.reading.statement.text, one.comparison.alignment),
            pushes=machinery.verifier.pushes(one),
        )
        for rank, one in enumerate(verified.judged, 1)
        if any(one is other for other in wanted)
    )
