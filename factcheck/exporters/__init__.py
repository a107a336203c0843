"""Report -> bytes: the protocol that every exporter keeps, and the registered ones."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from importlib import import_module
from typing import Protocol, cast

from factcheck.registry import Registry
from factcheck.reported import Report

_EXPORTERS = {
    "html": "html.HtmlExporter",
    "md": "markdown.MarkdownExporter",
    "csv": "csv_report.CsvExporter",
    "json": "json_report.JsonExporter",
    "jsonl": "json_report.JsonLinesExporter",
    "claimreview": "claimreview.ClaimReviewExporter",
    "webannotation": "web_annotation.WebAnnotationExporter",
    "fever": "predictions.FeverExporter",
    "scifact": "predictions.SciFactExporter",
}
"""Where each is made; a format loads its own module only."""


class Exporter(Protocol):
    """One format. The same report gives the same bytes on every machine."""

    name: str
    """The name under which it is registered."""
    suffix: str
    """Of the files it makes, with the dot."""

    def export(self, report: Report) -> bytes:
        """The whole file; UsageError where the report lacks what the format demands."""
        ...


def warnings_of(exporter: Exporter, report: Report) -> Iterable[str]:
    """What a person should know about the file, a sentence each; most formats have nothing to say."""
    told = getattr(exporter, "warnings", None)
    return cast("Iterable[str]", told(report)) if told is not None else ()


def exporters() -> Registry[Exporter]:
    """The registered exporters; a factory takes nothing."""
    registry: Registry[Exporter] = Registry("report format")
    for name, place in _EXPORTERS.items():
        registry.register(name, partial(_made, place))
    return registry


def _made(place: str) -> Exporter:
    module, _, name = place.partition(".")
    return cast("Exporter", getattr(import_module(f"factcheck.exporters.{module}"), name)())
