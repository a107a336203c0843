"""What every page says of how its findings came about, and of what was not looked at."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.addresses import link
from factcheck.exporters.wording import Wording
from factcheck.reported import Report
from factcheck.vocabulary import file_name


def what_is_shown(report: Report, words: Wording) -> str:
    """Whose verdicts the report holds, and whether any were left out."""
    if report.left_out:
        return words.counted("left_out", report.left_out)
    if report.reviewed:
        return words("some_suggested" if report.reviewed < report.claims else "all_reviewed")
    if report.claims:
        return words("all_suggested")
    if report.since:
        return words("nothing_since", day=report.since.isoformat())
    return words("nothing_found" if report.sections else "nothing")


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
        lines.append(words.counted("unchecked", method.unchecked))
    open_claims = report.claims - report.reviewed
    if open_claims:
        lines.append(words.counted("unreviewed", open_claims))
    if method.failures:
        lines.append(words("failed", what=", ".join(link(one) or file_name(one) for one in method.failures)))
    return lines or [words("all_checked")]
