"""How findings, hits and sources are laid out in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from factcheck.console import grid
from factcheck.exporters.visible import visible
from factcheck.model import Card, Evidence, Finding, Hit, Reason, Stance, Suggestion, Summary, Verdict
from factcheck.vocabulary import name_of

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

WIDE = 110
"""Cells from which reason and evidence get a column each."""
SHORT_ID = 8
"""Digits of an id that are shown: enough to tell one claim or source from a million others by."""
STYLES = {"supported": "green", "contradicted": "red", "unverifiable": "yellow"}
STANCES = {Stance.SUPPORTS: "green", Stance.CONTRADICTS: "red", Stance.NEUTRAL: "dim"}


def source_line(card: Card) -> str:
    """`title, date`."""
    return f"{name_of(card)}, {card.published.isoformat() if card.published else 'undated'}"


def best_evidence(finding: Finding) -> Evidence | None:
    """The passage that speaks loudest for the suggestion; the closest one where nothing decides."""
    suggestion = finding.suggestion
    conflicting = suggestion.reason is Reason.CONFLICTING
    wanted = {
        Stance.SUPPORTS: conflicting or suggestion.verdict is Verdict.SUPPORTED,
        Stance.CONTRADICTS: conflicting or suggestion.verdict is Verdict.CONTRADICTED,
        Stance.NEUTRAL: False,
    }
    deciding = [one for one in finding.evidence if wanted[one.stance]]
    return max(deciding, key=lambda one: one.stance_score, default=next(iter(finding.evidence), None))


def claims_table(findings: Sequence[Finding], width: int) -> RenderableType:
    """Suggestion and id, claim, reason and best evidence; four columns on wide terminals, three on
    others."""
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
        claim, reason = _text(finding.claim.text), _text(finding.suggestion.rationale)
        evidence = _evidence_cell(finding)
        cells = (reason, evidence) if wide else (_text("\n").join([reason, evidence]),)
        suggested = _suggested(finding.suggestion)
        suggested.append(f"\n{finding.claim.id[:SHORT_ID]}", "not bold dim")
        table.add_row(suggested, *(_prose(cell) for cell in (claim, *cells)))
    return table


def summaries_table(summaries: Sequence[tuple[Card, Summary]]) -> RenderableType:
    """A line for each article: its id and name, its claims, what was suggested, how many are reviewed."""
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=True)
    table.add_column("Article", ratio=1, overflow="fold")
    for heading in ("Claims", *Verdict, "Reviewed"):
        table.add_column(str(heading).capitalize(), justify="right", no_wrap=True)
    for card, summary in summaries:
        name = _text(f"{card.id[:SHORT_ID]} ", "dim").append(visible(name_of(card)), "not dim")
        suggested = (summary.verdicts.get(verdict, 0) for verdict in Verdict)
        counts = (summary.claims, *suggested, summary.reviewed)
        table.add_row(_prose(name), *(f"{count:,}" for count in counts))
    return table


def finding_parts(finding: Finding) -> list[RenderableType]:
    """One claim in full: suggestion, rationale, and each passage with stance and differences."""
    claim, suggestion = finding.claim, finding.suggestion
    parts: list[RenderableType] = [_prose(_text(claim.text, "bold"))]
    if claim.text != claim.quote:
        parts.append(_labelled("Quoted", _text(claim.quote, "dim")))
    parts.append(_labelled("Suggested", _suggested(suggestion, one_line=True)))
    parts.append(_labelled("Reason", _text(suggestion.rationale)))
    for match in finding.matches:
        known = [match.publisher or "", match.published.isoformat() if match.published else ""]
        by = ", ".join(filter(None, known)) or "publisher unknown"
        parts.append(_labelled("Checked", _text(f"{match.text}: {match.verdict} ({by})")))
    if not finding.evidence:
        nothing = _text("no passage of the reference corpus bears on it", "dim")
        parts.append(_labelled("Evidence", nothing))
    for number, evidence in enumerate(finding.evidence, 1):
        parts += [_text(""), *_evidence_parts(number, evidence)]
    return parts


def _evidence_parts(number: int, evidence: Evidence) -> list[RenderableType]:
    """A passage under its stance and source, with what it differs in."""
    head = _text(f"{number}. ")
    head.append(f"{evidence.stance} {evidence.stance_score:.0%}", STANCES[evidence.stance])
    head.append(visible(f"  {source_line(evidence.hit.source)}"), "bold")
    parts = [_prose(head), _indented(_prose(_text(evidence.hit.passage.text)))]
    if evidence.differences:
        rows = [(one.kind, one.claim or "-", one.evidence or "-") for one in evidence.differences]
        parts.append(_indented(grid(("Differs in", "Claim", "Source"), rows, whole=1)))
    return parts


def hit_parts(hits: Iterable[Hit]) -> list[RenderableType]:
    """Passages with their sources, best first."""
    parts: list[RenderableType] = []
    for number, hit in enumerate(hits, 1):
        head = _text(f"{number}. {hit.score:.3f}  {source_line(hit.source)}", "bold")
        parts += [_prose(head), _indented(_prose(_text(hit.passage.text))), _text("")]
    return parts[:-1]


def sources_table(cards: Iterable[Card]) -> RenderableType:
    """Id, date, language, tier and title of each source."""
    rows = [
        (
            card.id[:SHORT_ID],
            card.published.isoformat() if card.published else "-",
            str(card.language),
            card.tier or "-",
            name_of(card),
        )
        for card in cards
    ]
    return grid(("ID", "Published", "Language", "Tier", "Title"), rows, whole=4)


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


def _prose(text: Text) -> RenderableType:
    from factcheck.prose import Prose

    return Prose(text)


def _labelled(label: str, text: Text) -> RenderableType:
    """A short label and a text that wraps beside it."""
    from rich.table import Table

    row = Table.grid(padding=(0, 1))
    row.add_column(width=10)
    row.add_column()
    row.add_row(f"{label}:", _prose(text))
    return row


def _indented(part: RenderableType) -> RenderableType:
    from rich.padding import Padding

    return Padding(part, (0, 0, 0, 3), expand=False)
