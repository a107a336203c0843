"""Report -> bytes: what a report holds, the protocol that every exporter keeps, and the registered ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from factcheck.model import Card, Finding, Provenance, Verdict
from factcheck.queue import Standing
from factcheck.registry import Registry


@dataclass(frozen=True, slots=True)
class Entry:
    """One claim of an article with what was found for it."""

    finding: Finding
    before: str
    """The article's words just before the quote, begun with an ellipsis where they were cut; may be empty."""
    after: str
    """The article's words just after the quote, ended with an ellipsis where they were cut; may be empty."""
    standings: tuple[Standing, ...] = ()
    """Of the reviewers who decided the claim; empty for what is only suggested."""

    @property
    def reviewed(self) -> bool:
        """Whether a person has decided it."""
        return bool(self.standings)

    @property
    def verdict(self) -> Verdict | None:
        """The verdict that its reviewers share; None where nobody decided, or they disagree."""
        found = {one.verdict for one in self.standings}
        return found.pop() if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class Section:
    """One article of a report; `card` is None for claims that were typed."""

    card: Card | None
    entries: tuple[Entry, ...]
    """In the order of the article."""
    left_out: int = 0
    """Claims that are not shown because no person has reviewed them and suggestions were not asked for."""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that an exporter writes down; building it is the step `factcheck.report`."""

    made: str
    """ISO 8601 moment (UTC) at which the report was made."""
    sections: tuple[Section, ...]
    claims: int
    """Claims in the articles, shown or left out."""
    reviewed: int
    """How many of `claims` a person has decided."""
    provenance: tuple[Provenance, ...]
    """The machinery behind the claims shown, each once."""
    sources: int
    """Sources in the reference corpus."""
    passages: int
    """Passages in the reference corpus."""
    version: str
    """Version of the program that made the report."""

    @property
    def left_out(self) -> int:
        """Claims that are not shown."""
        return sum(section.left_out for section in self.sections)

    @property
    def cited(self) -> tuple[Card, ...]:
        """The sources whose passages are shown, each once, in the order in which they appear."""
        found = {
            evidence.hit.source.id: evidence.hit.source
            for section in self.sections
            for entry in section.entries
            for evidence in entry.finding.evidence
        }
        return tuple(found.values())


class Exporter(Protocol):
    """One format. The same report gives the same bytes on every machine."""

    name: str
    """The name under which it is registered."""
    suffix: str
    """Of the files it makes, with the dot."""

    def export(self, report: Report) -> bytes:
        """The whole file."""
        ...


def _html() -> Exporter:
    from factcheck.exporters.html import HtmlExporter

    return HtmlExporter()


def exporters() -> Registry[Exporter]:
    """The registered exporters; a factory takes nothing."""
    registry: Registry[Exporter] = Registry("report format")
    registry.register("html", _html)
    return registry
