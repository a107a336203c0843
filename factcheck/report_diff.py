"""What changed from one report to another, read back from the JSON that was exported."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from factcheck.errors import ReadError

_LARGEST = 2**30
"""Bytes of the largest report that is read."""
_SHOWN = 60
"""Code points of a claim that a line shows."""
Claims = Mapping[str, Mapping[str, Any]]
"""Claim id -> the claim as it was exported."""


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

    @property
    def line(self) -> str:
        """For a person."""
        text = " ".join(self.text.split())
        text = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}\u2026"
        told = f"{self.change}: {text} [{self.claim_id[:12]}]"
        if self.change in (Change.ADDED, Change.REMOVED):
            return f"{told}: {self.new or self.old}"
        return f"{told}: {self.old} -> {self.new}"


def read_report(path: Path) -> Claims:
    """The claims of a report exported as JSON or JSON Lines; ReadError for anything else."""
    try:
        if path.stat().st_size > _LARGEST:
            raise ReadError(f"Wanted a report of at most 1 GB, found '{path}' larger.")
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ReadError(f"Cannot read the report '{path}': {error.strerror or error}.") from error
    except UnicodeDecodeError:
        raise _no_report(path) from None
    try:
        claims = list(_claims_of(text))
        return {str(claim["id"]): claim for claim in claims}
    except (ValueError, KeyError, TypeError, RecursionError):
        raise _no_report(path) from None


def _no_report(path: Path) -> ReadError:
    return ReadError(
        f"Wanted a report in JSON or JSON Lines, found '{path}', which is none. `factcheck report -f json -o"
        " FILE` writes one."
    )


def _claims_of(text: str) -> Iterator[Mapping[str, Any]]:
    """Of a whole report, or of one claim a line; whatever the kind of error, it is no report."""
    lines = text.splitlines()
    if lines and not _is_claim(lines[0]):
        whole = json.loads(text)
        if whole["format"] != "factcheck-report":
            raise ValueError("another format")
        for article in whole["articles"]:
            yield from (_checked(claim) for claim in article["claims"])
        return
    for line in filter(str.strip, lines):
        yield _checked(json.loads(line))


def _is_claim(line: str) -> bool:
    try:
        found = json.loads(line)
    except ValueError:
        return False
    return isinstance(found, dict) and "quote" in found


def _checked(claim: Any) -> Mapping[str, Any]:
    if not isinstance(claim, dict) or not {"id", "text", "verdict", "evidence"} <= claim.keys():
        raise ValueError("no claim")
    return claim


def differences(before: Claims, after: Claims) -> Iterator[ReportDifference]:
    """In the order of the later report, then what is gone in the order of the earlier one."""
    for claim_id, new in after.items():
        old = before.get(claim_id)
        if old is None:
            yield ReportDifference(Change.ADDED, claim_id, str(new["text"]), None, _said(new))
        else:
            yield from _between(claim_id, old, new)
    for claim_id, old in before.items():
        if claim_id not in after:
            yield ReportDifference(Change.REMOVED, claim_id, str(old["text"]), _said(old), None)


def _between(claim_id: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[ReportDifference]:
    for change, tell in ((Change.VERDICT, _verdict), (Change.SUGGESTION, _suggestion)):
        if tell(old) != tell(new):
            yield ReportDifference(change, claim_id, str(new["text"]), tell(old), tell(new))
    gone, came = _passages(old), _passages(new)
    if gone != came:
        told = (f"{len(gone - came)} gone", f"{len(came - gone)} new")
        yield ReportDifference(Change.EVIDENCE, claim_id, str(new["text"]), *told)


def _verdict(claim: Mapping[str, Any]) -> str:
    said = str(claim["verdict"] or "open")
    return f"{said} ({claim['reason']})" if claim.get("reason") else said


def _suggestion(claim: Mapping[str, Any]) -> str:
    found = claim.get("suggestion")
    return str(found["verdict"]) if isinstance(found, dict) else "none"


def _said(claim: Mapping[str, Any]) -> str:
    if claim["verdict"]:
        return _verdict(claim)
    return f"suggested {_suggestion(claim)}"


def _passages(claim: Mapping[str, Any]) -> set[str]:
    return {str(one["passage_id"]) for one in claim["evidence"]}
