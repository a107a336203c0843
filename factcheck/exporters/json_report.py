"""The report for programs: one JSON object, or JSON Lines with one claim a line."""

from __future__ import annotations

from factcheck.exporters.escaping import json_text
from factcheck.exporters.report_rows import entry_row, report_row, section_article
from factcheck.reported import Report


class JsonExporter:
    """The whole report as one object, described by schemas/report.schema.json."""

    name = "json"
    suffix = ".json"

    def export(self, report: Report) -> bytes:
        """UTF-8, indented, a line break at the end."""
        return (json_text(report_row(report), indent=1) + "\n").encode("utf-8", "backslashreplace")


class JsonLinesExporter:
    """One claim a line, with the article that it stands in; the claim is as in the JSON report."""

    name = "jsonl"
    suffix = ".jsonl"

    def export(self, report: Report) -> bytes:
        """UTF-8; no claims make no lines."""
        lines = [
            json_text({"article": section_article(section.card)} | entry_row(entry)) + "\n"
            for section in report.sections
            for entry in section.entries
        ]
        return "".join(lines).encode("utf-8", "backslashreplace")
