"""How findings, hits and sources are laid out in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from factcheck.console import grid
from factcheck.exporters.visible import visible
from factcheck.model import Card, Evidence, Finding, Hit, Stance, Suggestion

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

WIDE = 110
"""Cells from which reason and evidence get a column each."""
STYLES = {"supported": "green", "contradicted": "red", "unverifiable": "yellow"}
STANCES = {Stance.SUPPORTS: "green", Stance.CONTRADICTS: "red", Stance.NEUTRAL: "dim"}


def name_of(card: Card) -> str:
    """What a person calls a document."""
    return card.title or card.path or card.url or card.id[:12]


def source_line(card: Card) -> str:
    """`title, date`."""
    return f"{name_of(card)}, {card.published.isoformat() if card.published else 'undated'}"


def best_evidence(finding: Finding) -> Evidence | None:
    """The best passage that takes a side, else the best one that differs in something, else the best one."""
    return next(
        (one for one in finding.evidence if one.stance is not Stance.NEUTRAL),
        next((one for one in finding.evidence if one.differences), next(iter(finding.evidence), None)),
    )


def claims_table(findings: Sequence[Finding], width: int) -> RenderableType:
    """Suggestion, claim, reason and best evidence; four columns on wide terminals, three on others."""
    from rich import box
    from rich.table import Table

    wide = width >= WIDE
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=True, leading=int(not wide))
    table.add_column("Suggested", width=14)
    table.add_column("Claim", ratio=4, overflow="fold")
    table.add_column("Reason" if wide else "Reason and best evidence", ratio=4, overflow="fold")
    if wide:
        table.add_column("Best evidence", ratio=4, overflow="fold")
    for finding in findings:
        told = _suggested(finding.suggestion)
        claim, reason = _text(finding.claim.text), _text(finding.suggestion.rationale)
        evidence = _evidence_cell(finding)
        table.add_row(told, claim, reason, evidence) if wide else table.add_row(
            told, claim, _text("\n").join([reason, evidence])
        )
    return table


def finding_parts(finding: Finding) -> list[RenderableType]:
    """One claim in full: suggestion, rationale, and each passage with stance and differences."""
    from rich.padding import Padding

    claim, suggestion = finding.claim, finding.suggestion
    parts: list[RenderableType] = [_text(claim.text, "bold")]
    if claim.text != claim.quote:
        parts.append(_text(f"Quoted:    {claim.quote}", "dim"))
    parts.append(_text("Suggested: ") + _suggested(suggestion, one_line=True))
    parts.append(_text(f"Reason:    {suggestion.rationale}"))
    for match in finding.matches:
        known = [match.publisher or "", match.published.isoformat() if match.published else ""]
        by = ", ".join(filter(None, known))
        parts.append(_text(f"Checked:   {match.text}: {match.verdict} ({by or 'publisher unknown'})"))
    if not finding.evidence:
        parts.append(_text("Evidence:  no passage of the reference corpus bears on it", "dim"))
    for number, evidence in enumerate(finding.evidence, 1):
        parts.append(_text(""))
        parts.append(_evidence_head(number, evidence))
        parts.append(Padding(_text(evidence.hit.passage.text), (0, 0, 0, 3), expand=False))
        if evidence.differences:
            rows = [(one.kind, one.claim or "-", one.evidence or "-") for one in evidence.differences]
            parts.append(
                Padding(grid(("Differs in", "Claim", "Source"), rows, whole=1), (0, 0, 0, 3), expand=False)
            )
    return parts


def hit_parts(hits: Iterable[Hit]) -> list[RenderableType]:
    """Passages with their sources, best first."""
    from rich.padding import Padding

    parts: list[RenderableType] = []
    for number, hit in enumerate(hits, 1):
        head = f"{number}. {hit.score:.3f}  {source_line(hit.source)}"
        parts += [
            _text(head, "bold"),
            Padding(_text(hit.passage.text), (0, 0, 0, 3), expand=False),
            _text(""),
        ]
    return parts[:-1]


def sources_table(cards: Iterable[Card]) -> RenderableType:
    """Id, date, language, tier and title of each source."""
    rows = [
        (
            card.id[:8],
            card.published.isoformat() if card.published else "-",
            str(card.language),
            card.tier or "-",
            name_of(card),
        )
        for card in cards
    ]
    return grid(("ID", "Published", "Language", "Tier", "Title"), rows, whole=4)


def _evidence_head(number: int, evidence: Evidence) -> Text:
    head = _text(f"{number}. ")
    head.append(f"{evidence.stance} {evidence.stance_score:.0%}", STANCES[evidence.stance])
    head.append(visible(f"  {source_line(evidence.hit.source)}"), "bold")
    return head


def _evidence_cell(finding: Finding) -> Text:
    evidence = best_evidence(finding)
    if evidence is None:
        return _text("no passage found", "dim")
    start, end = evidence.sentence
    passage = evidence.hit.passage
    cell = _text(f"{source_line(evidence.hit.source)}: ", "dim")
    cell.append(visible(passage.text[start - passage.start : end - passage.start] or passage.text), "not dim")
    return cell


def _suggested(suggestion: Suggestion, *, one_line: bool = False) -> Text:
    told = _text(str(suggestion.verdict), STYLES[suggestion.verdict])
    reason = f" ({suggestion.reason.replace('_', ' ')})" if one_line and suggestion.reason else ""
    told.append(f"{' ' if one_line else chr(10)}{suggestion.confidence:.0%}{reason}", "not bold")
    if one_line:
        told.append(", a machine suggestion, not reviewed", "dim")
    return told


def _text(text: str, style: str = "") -> Text:
    from rich.text import Text

    return Text(visible(text, keep="\n"), style=style)
