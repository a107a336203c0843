"""What every page says of how its findings came about, and of what was not looked at."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.exporters.wording import Wording
from factcheck.reported import Report


def what_is_shown(report: Report, words: Wording) -> str:
    """Whose verdicts the report holds, and whether any were left out."""
    if report.left_out:
        return words("left_out", count=report.left_out)
    if report.reviewed:
        return words("some_suggested" if report.reviewed < report.claims else "all_reviewed")
    return words("all_suggested" if report.claims else "nothing")


def method_lines(report: Report, words: Wording) -> Iterator[str]:
    """How the findings came about, a paragraph each."""
    method = report.method
    yield words("method_how")
    yield words("method_ruling")
    if method.opinions_wanted > 1:
        yield words("opinions_wanted", count=method.opinions_wanted)
    dated = {"first": method.first, "last": method.last} if method.first else {}
    yield words(
        "corpus" if dated else "corpus_undated", sources=method.sources, passages=method.passages, **dated
    )
    if method.settings:
        yield f"{words('settings')}: " + ", ".join(f"{name} = {value}" for name, value in method.settings)


def unchecked_lines(report: Report, words: Wording) -> list[str]:
    """What was not checked or not reviewed, one line each; one line where nothing was left out."""
    method, lines = report.method, []
    if method.unchecked:
        lines.append(words("unchecked", count=method.unchecked))
    open_claims = report.claims - report.reviewed
    if open_claims:
        lines.append(words("unreviewed", count=open_claims))
    if method.failures:
        lines.append(words("failed", what=", ".join(method.failures)))
    return lines or [words("all_checked")]
