"""The work that faults interrupt: each can be begun, done, taken up again after a fault, and compared."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from faults.places import (
    article_rows,
    checked,
    filled,
    in_an_older_layout,
    source_rows,
    table,
)

from factcheck import Workspace, corpus, switching
from factcheck.model import Card, Claim, Outcome, Verdict, span_id
from factcheck.review import Desk
from factcheck.store import Store

Tell = Callable[[str], None]
_CUT_OTHERWISE = 5
"""Articles with claims that an older version had cut otherwise."""
_OLDER = 6
"""Steps of the schema that the claims.db to be migrated has: that of a program without a review queue."""


@dataclass(frozen=True, slots=True)
class Work:
    """One kind of work on the workspace `ws` in a place, a folder."""

    begin: Callable[[Path], None]
    """Make the place."""
    do: Callable[[Path, Tell], None]
    """Do the work, or what a fault left of it; what is acknowledged is told, a line each."""
    rows: str
    """What finds the rows that are told once they are stored; "" where none are."""
    exact: bool = True
    """Whether nothing is taken out of the word index, which leaves traces in its scores for a while."""


def teller(path: Path) -> Tell:
    """Acknowledgements written to a file, each there when the call returns, whatever comes then."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    return lambda line: (os.write(file, f"{line}\n".encode()), None)[1]


def told(path: Path) -> list[str]:
    """What was acknowledged there."""
    return path.read_text("utf-8").splitlines() if path.exists() else []


def stored(place: Path, work: Work) -> list[str]:
    """Of what may be told, what is stored: an entry for each row."""
    connection = sqlite3.connect(place / "ws" / "claims.db")
    try:
        return [str(row[0]) for row in connection.execute(work.rows)] if work.rows else []
    finally:
        connection.close()


def often() -> None:
    """Commit and publish after few documents, and encode few texts together, so that there is much to interrupt."""
    corpus._SECONDS, corpus._PUBLISHED, corpus._GROWTH = 0.0, 24, 0.0
    switching._FIRST = switching._FEWEST = 8


# -- adding ------------------------------------------------------------------------------------


def _begin_adding(place: Path) -> None:
    filled(place / "ws", source_rows(0, 4))
    table(place / "sources.jsonl", source_rows())


def _add(place: Path, tell: Tell) -> None:
    with Workspace(place / "ws", workers=1) as workspace:
        for outcome in workspace.add([str(place / "sources.jsonl")]):
            tell(_known(outcome).id)


def _known(outcome: Outcome) -> Card:
    if outcome.card is None:
        raise RuntimeError(f"{outcome.target}: {outcome.message}")
    return outcome.card


def _begin_changing(place: Path) -> None:
    filled(place / "ws", source_rows(0, 8))
    headed = [row | {"title": f"新題 {row['id']}"} for row in source_rows(1, 2)]
    table(place / "headed.jsonl", headed)


def _change(place: Path, tell: Tell) -> None:
    """Read some sources again, under titles of their own; give others another date and title; remove some."""
    with Workspace(place / "ws", workers=1) as workspace:
        for outcome in workspace.add([str(place / "headed.jsonl")]):
            tell(_known(outcome).id)
        for card in workspace.sources():
            number = int(str(card.path).split()[-1])
            if number in (4, 6):
                workspace.edit_source(card.id, title=f"改過的題目 {number}", published=date(2024, 7, number))
                tell(card.id)
            elif number in (3, 7):
                workspace.remove_source(card.id)
                tell(card.id)


# -- checking ----------------------------------------------------------------------------------


def _begin_checking(place: Path) -> None:
    """Some articles were checked before, by a version that cut their claims otherwise, and somebody decided."""
    filled(place / "ws", source_rows())
    table(place / "articles.jsonl", article_rows())
    checked(place / "ws", article_rows(_CUT_OTHERWISE))
    with Workspace(place / "ws", workers=1) as workspace:
        store, desk = workspace.store, workspace.desk("安")
        for article in {str(claim.document_id): None for claim in store.claims()}:
            claims = [_shorter(one.claim) for one in workspace.findings(article)]
            store.save_check(article, claims, [], corpus_revision="", provenance=workspace.provenance)
            for claim in claims:
                desk.decide(claim.id, Verdict.SUPPORTED, note="查過 seen")


def _shorter(claim: Claim) -> Claim:
    """A claim without its last sign."""
    end, text = claim.end - 1, claim.text[:-1]
    return replace(
        claim,
        id=span_id(str(claim.document_id), claim.start, end, text),
        text=text,
        quote=claim.quote[:-1],
        end=end,
    )


def _check(place: Path, tell: Tell) -> None:
    with Workspace(place / "ws", workers=1) as workspace:
        for outcome in workspace.check([str(place / "articles.jsonl")]):
            tell(_known(outcome).id)


# -- other models ------------------------------------------------------------------------------


def _begin_switching(place: Path) -> None:
    filled(place / "ws", source_rows())


def _switch(place: Path, tell: Tell) -> None:
    """Fewer dimensions are another encoder."""
    with Workspace(place / "ws", workers=1) as workspace:
        workspace.use_models(encoder="builtin", dimension=128, watch=lambda done, total: tell(f"{done}"))


# -- reviewing ---------------------------------------------------------------------------------


def _begin_reviewing(place: Path) -> None:
    filled(place / "ws", source_rows())
    checked(place / "ws", article_rows(off=1))


def _review(place: Path, tell: Tell) -> None:
    """Two people at one queue; what they did before is not done again."""
    with Workspace(place / "ws") as workspace:
        store, desks = workspace.store, (workspace.desk("ann"), workspace.desk("安"))
        ids = [claim.id for claim in store.claims() if store.author_of(claim.id) is None]
        acts = [act for number, claim_id in enumerate(ids) for act in _acts_on(number, claim_id)]
        done = len({event.act for _, event in store.events_after(0)})
        for number, act in enumerate(acts[done:], done):
            before = store.last_event()
            act(desks[number % 2])
            for _, event in store.events_after(before):
                tell(event.id)


def _acts_on(number: int, claim_id: str) -> list[Callable[[Desk], object]]:
    """What is done to a claim: opinions, marks, notes, words from elsewhere, other wordings, and it taken back."""
    verdict = list(Verdict)[number % 3]
    acts: list[Callable[[Desk], object]] = [
        lambda desk: desk.decide(claim_id, verdict, note=f"查過 {number}"),
        lambda desk: desk.flag(claim_id),
        lambda desk: desk.decide_together([claim_id], Verdict.SUPPORTED, note="讀過 both"),
        lambda desk: desk.bring_typed(claim_id, f"出貨{number}萬片。", f"https://example.org/{number}"),
    ]
    if number % 3 == 0:
        acts.append(lambda desk: desk.undo())
    if number % 4 == 1:
        acts.append(lambda desk: desk.reword(claim_id, [f"第{number}座出貨。", f"Plant {number} shipped."]))
    if number % 4 == 2:
        acts.append(lambda desk: desk.dismiss([claim_id], note="no claim 並非主張"))
    return acts


# -- migrating ---------------------------------------------------------------------------------


def _begin_migrating(place: Path) -> None:
    _begin_reviewing(place)
    with Workspace(place / "ws") as workspace:
        desk = workspace.desk("ann")
        for finding in workspace.findings():
            desk.decide(finding.claim.id, finding.suggestion.verdict, note="查過 seen")
    in_an_older_layout(place / "ws", _OLDER)


def _migrate(place: Path, tell: Tell) -> None:
    with Workspace(place / "ws") as workspace:
        for claim in workspace.store.claims():
            tell(claim.id)


# -- merging -----------------------------------------------------------------------------------


def _begin_merging(place: Path) -> None:
    """Two workspaces with some sources in common, under other titles, and articles that both checked."""
    filled(place / "ws", source_rows(0, 14))
    checked(place / "ws", article_rows(6))
    theirs = [
        row | ({"title": f"另題 {row['id']}"} if n < 4 else {}) for n, row in enumerate(source_rows(8, 14))
    ]
    filled(place / "other", theirs)
    checked(place / "other", article_rows(off=1))
    for name, folder in (("ann", "ws"), ("安", "other")):
        with Workspace(place / folder) as workspace:
            desk = workspace.desk(name)
            for finding in workspace.findings()[::2]:
                desk.decide(finding.claim.id, finding.suggestion.verdict, note=f"{name} 查過")


def _merge(place: Path, tell: Tell) -> None:
    with Workspace(place / "ws", workers=1) as workspace:
        workspace.merge(place / "other")
    with Store(place / "other" / "claims.db", read_only=True) as theirs:
        for claim in theirs.claims():
            tell(claim.id)


WORKS: Mapping[str, Work] = {
    "adding": Work(_begin_adding, _add, "SELECT document_id FROM sources WHERE removed_at IS NULL"),
    "changing": Work(_begin_changing, _change, "SELECT document_id FROM sources", exact=False),
    "checking": Work(_begin_checking, _check, "SELECT document_id FROM checks WHERE outcome = 'checked'"),
    "switching": Work(_begin_switching, _switch, ""),
    "reviewing": Work(_begin_reviewing, _review, "SELECT id FROM reviews"),
    "migrating": Work(_begin_migrating, _migrate, "SELECT id FROM claims"),
    "merging": Work(_begin_merging, _merge, "SELECT id FROM claims", exact=False),
}
