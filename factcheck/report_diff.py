"""What changed from one report to another, read back from the JSON that was exported."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from factcheck.errors import ReadError
from factcheck.readers.options import MEGABYTE

_LARGEST = 1000 * MEGABYTE
"""Bytes of the largest report that is read."""


@dataclass(frozen=True, slots=True)
class ExportedClaim:
    """What is compared of one claim of a report."""

    text: str
    verdict: str
    """With its reason; "" where nobody decided."""
    suggestion: str
    """With its reason; "none" where the machine said nothing."""
    passages: frozenset[str]
    """Ids of the passages beside it."""

    @property
    def said(self) -> str:
        """The verdict, else the suggestion as one."""
        return self.verdict or f"suggested {self.suggestion}"


Claims = Mapping[str, ExportedClaim]
"""By id, in the order of the report."""


class Change(StrEnum):
    """What can become of a claim between two reports."""

    ADDED = "added"
    REMOVED = "removed"
    VERDICT = "verdict"
    SUGGESTION = "suggestion"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True)
class ReportDifference:
    """One thing in which two reports differ."""

    change: Change
    claim_id: str
    text: str
    old: str | None
    new: str | None

    @property
    def row(self) -> dict[str, object]:
        """As `diff --json` prints it."""
        return {
            "change": str(self.change),
            "claim_id": self.claim_id,
            "claim": self.text,
            "old": self.old,
            "new": self.new,
        }


def read_report(path: Path) -> Claims:
    """The claims of a report exported as JSON or JSON Lines; ReadError for anything else."""
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise ReadError(f"Cannot read the report '{path}': {error.strerror or error}.") from error
    if len(data) > _LARGEST:
        raise ReadError(
            f"Wanted a report of at most {_LARGEST:,} bytes, found '{path}' larger; report fewer articles,"
            " with --article or --since."
        )
    try:
        return dict(map(_claim, _claim_rows(data.decode("utf-8-sig"))))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        # Whatever the kind of error, it is no report.
        raise ReadError(
            f"Wanted a report in JSON or JSON Lines, found '{path}', which is none. `factcheck report -f json"
            " -o FILE` writes one."
        ) from None


def _claim_rows(text: str) -> Iterator[Any]:
    """Of a whole report, or of one claim a line."""
    first, _, _ = text.partition("\n")
    if first and not _is_claim(first):
        whole = json.loads(text)
        if whole["format"] != "factcheck-report":
            raise ValueError("another format")
        for article in whole["articles"]:
            yield from article["claims"]
        return
    # Lines end with LF alone: JSON may have other line separators inside its strings.
    yield from map(json.loads, filter(str.strip, text.split("\n")))


def _is_claim(line: str) -> bool:
    try:
        found = json.loads(line)
    except ValueError:
        return False
    return isinstance(found, dict) and "quote" in found


def _claim(row: Any) -> tuple[str, ExportedClaim]:
    """The claim of one row, by its id."""
    suggestion = row.get("suggestion")
    return str(row["id"]), ExportedClaim(
        text=str(row["text"]),
        verdict=_with_reason(row) if row["verdict"] else "",
        suggestion=_with_reason(suggestion) if suggestion else "none",
        passages=frozenset(str(one["passage_id"]) for one in row["evidence"]),
    )


def _with_reason(row: Any) -> str:
    return f"{row['verdict']} ({row['reason']})" if row.get("reason") else str(row["verdict"])


def differences(before: Claims, after: Claims) -> Iterator[ReportDifference]:
    """In the order of the later report, then what is gone in the order of the earlier one."""
    for claim_id, new in after.items():
        old = before.get(claim_id)
        if old is None:
            yield ReportDifference(Change.ADDED, claim_id, new.text, None, new.said)
        else:
            yield from _between(claim_id, old, new)
    for claim_id, old in before.items():
        if claim_id not in after:
            yield ReportDifference(Change.REMOVED, claim_id, old.text, old.said, None)


def _between(claim_id: str, old: ExportedClaim, new: ExportedClaim) -> Iterator[ReportDifference]:
    if old.verdict != new.verdict:
        told = (old.verdict or "open", new.verdict or "open")
        yield ReportDifference(Change.VERDICT, claim_id, new.text, *told)
    if old.suggestion != new.suggestion:
        yield ReportDifference(Change.SUGGESTION, claim_id, new.text, old.suggestion, new.suggestion)
    gone, came = old.passages - new.passages, new.passages - old.passages
    if gone or came:
        yield ReportDifference(Change.EVIDENCE, claim_id, new.text, f"{len(gone)} gone", f"{len(came)} new")
