"""`agreement`: how far reviewers agree, and on which claims they do not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import click

from factcheck.commands.options import Request, json_option, pass_request, workspace_option
from factcheck.console import counted, emit, grid, say, show

if TYPE_CHECKING:
    from factcheck.agreement import Agreement, Ratings
    from factcheck.store import Store

CLAIM_CELLS = 60
"""Cells of a claim in the list of disagreements; Chinese characters take two each."""
UNDEFINED = "-"


@click.command(short_help="Show how far reviewers agree.")
@click.option(
    "--article", "articles", multiple=True, metavar="ID", help="Only this article; may be repeated."
)
@json_option
@workspace_option
@pass_request
def agreement(request: Request, articles: tuple[str, ...], as_json: bool) -> None:
    """Show how far reviewers agree, and the claims on which they do not, the most divided first.

    It is over what each reviewer says now of the claims that two or more decided: as a share, and with
    chance taken into account as Cohen's kappa for two reviewers, Fleiss' kappa and Krippendorff's alpha
    for all. A reason why unverifiable is no disagreement, and an adjudication is nobody's rating.
    """
    from factcheck.agreement import agreement_of

    with request.open() as workspace:
        workspace.folder.require_existing()
        store = workspace.store
        wanted = {store.resolve_id(prefix) for prefix in articles}
        ratings, texts = _rated(store, wanted)
    found = agreement_of(ratings)
    if as_json:
        emit(_row(found, ratings, texts))
    elif ratings:
        _show(found, ratings, texts)
    say(_summary(found, among=" of these articles" * bool(wanted)))


def _rated(store: Store, articles: set[str]) -> tuple[Ratings, dict[str, str]]:
    """What was said of the claims of `articles` or (none named) of all, and the claims' texts, by id."""
    decisions = store.decisions()
    texts = {
        claim.id: claim.text
        for claim in store.decided_claims()
        if claim.id in decisions and (not articles or claim.document_id in articles)
    }
    return {claim_id: {one.reviewer: one.word for one in decisions[claim_id]} for claim_id in texts}, texts


def _summary(found: Agreement, *, among: str) -> str:
    """One line of what was found, or of what is missing and how to come by it."""
    if found.claims:
        return (
            f"{counted(found.claims, 'claim')}{among} decided by two reviewers or more,"
            f" {len(found.disagreements):,} of them not alike."
        )
    remedy = "Let a second reviewer decide some of the same: `factcheck review --reviewer NAME`."
    if not found.reviewers:
        return f"Wanted claims{among} that two reviewers decided, found none that anybody did. {remedy}"
    claims = counted(sum(one.claims for one in found.reviewers), "claim")
    told = ", ".join(f"{one.name} {one.claims:,}" for one in found.reviewers)
    return f"Wanted claims{among} that two reviewers decided, found {claims} of one each: {told}. {remedy}"


def _row(found: Agreement, ratings: Ratings, texts: Mapping[str, str]) -> dict[str, object]:
    """The object that `--json` prints; coefficients that are not defined are null."""
    return {
        "claims": found.claims,
        "reviewers": [
            {"name": one.name, "claims": one.claims, "shared": one.shared} for one in found.reviewers
        ],
        "percent": _rounded(found.percent),
        "pairs": [
            {
                "left": pair.left,
                "right": pair.right,
                "claims": pair.claims,
                "percent": _rounded(pair.percent),
                "cohen": _rounded(pair.cohen),
            }
            for pair in found.pairs
        ],
        "fleiss": {
            "value": _rounded(found.fleiss),
            "claims": found.fleiss_claims,
            "raters": found.fleiss_raters,
        },
        "alpha": _rounded(found.alpha),
        "disagreements": [
            {"claim_id": one, "text": texts[one], "ratings": dict(sorted(ratings[one].items()))}
            for one in found.disagreements
        ],
    }


def _rounded(value: float | None) -> float | None:
    from factcheck.exporters.rows import rounded

    return None if value is None else rounded(value)


def _show(found: Agreement, ratings: Ratings, texts: Mapping[str, str]) -> None:
    """A table of the reviewers; where any two decided one claim, of pairs, measures and disagreements."""
    from rich.text import Text

    from factcheck.layouts import SHORT_ID
    from factcheck.prose import shortened

    raters = [(one.name, f"{one.claims:,}", f"{one.shared:,}") for one in found.reviewers]
    show(grid(("Reviewer", "Decided", "Shared"), raters, whole=0))
    if not found.claims:
        return
    pairs = [
        (pair.left, pair.right, f"{pair.claims:,}", f"{pair.percent:.1%}", _told(pair.cohen, pair.cohen_why))
        for pair in found.pairs
    ]
    show(Text(), grid(("Reviewer", "And", "Claims", "Agree", "Cohen's kappa"), pairs, whole=0))
    show(Text(), grid(("All together", "Value", "Over"), _measures(found), whole=2))
    if found.disagreements:
        rows = [
            (one[:SHORT_ID], shortened(texts[one], CLAIM_CELLS), "; ".join(_sides(ratings[one])))
            for one in found.disagreements
        ]
        show(Text(), grid(("ID", "Claim", "Said"), rows, whole=1))


def _measures(found: Agreement) -> Iterator[tuple[str, str, str]]:
    """Each measure over all reviewers, its value, and what it is over or why there is none."""
    claims = counted(found.claims, "claim")
    yield (
        "Agree",
        UNDEFINED if found.percent is None else f"{found.percent:.1%}",
        f"pairs of ratings, {claims}",
    )
    over = f"{counted(found.fleiss_claims, 'claim')} with {found.fleiss_raters} ratings each"
    over += f", of {found.claims:,}" if found.fleiss_claims < found.claims else ""
    for name, value, words, why in (
        ("Fleiss' kappa", found.fleiss, over, found.fleiss_why),
        ("Krippendorff's alpha", found.alpha, claims, found.alpha_why),
    ):
        yield name, _told(value), f"{words}, not defined: {why}" if why else words


def _told(value: float | None, why: str = "") -> str:
    """Two decimals, as such measures are read; where it is not defined, why, or a dash."""
    if value is not None:
        return f"{value:z.2f}"
    return f"not defined: {why}" if why else UNDEFINED


def _sides(said: Mapping[str, str]) -> Iterator[str]:
    """`contradicted: ann, ben`: each answer with those who gave it, what most say first."""
    sides: dict[str, list[str]] = {}
    for reviewer, answer in sorted(said.items()):
        sides.setdefault(answer, []).append(reviewer)
    for answer, reviewers in sorted(sides.items(), key=lambda side: (-len(side[1]), side[0])):
        yield f"{answer.replace('_', ' ')}: {', '.join(reviewers)}"
