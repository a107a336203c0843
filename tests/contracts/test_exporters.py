"""Every registered exporter: the same bytes for the same report, golden in each language, nothing hostile."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
import report_samples as samples

from factcheck.errors import UnknownName, UsageError
from factcheck.exporters import exporters, warnings_of
from factcheck.language.tongues import TONGUES
from factcheck.reported import Publisher, Report

NAMES = list(exporters())
GOLDEN = Path(__file__).parent.parent / "exporters" / "golden"
STATES_VERDICTS = ("claimreview",)
"""Formats in which a suggestion has no place."""


def published(report: Report) -> Report:
    return replace(report, publisher=samples.PUBLISHER)


def exported(name: str, report: Report) -> str:
    return exporters().make(name).export(published(report)).decode("utf-8-sig")


@pytest.mark.parametrize("language", TONGUES)
@pytest.mark.parametrize("name", NAMES)
def test_the_bytes_are_the_golden_ones(name: str, language: str) -> None:
    """After a change that is meant: GOLDEN=write, then read the difference."""
    exporter = exporters().make(name)
    assert exporter.name == name
    made = exporter.export(samples.decided(language))
    assert made == exporters().make(name).export(samples.decided(language))
    path = GOLDEN / f"{name}.{language}{exporter.suffix}"
    if os.environ.get("GOLDEN") == "write":
        path.write_bytes(made)
    assert made == path.read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_steering_characters_do_not_come_through(name: str) -> None:
    for report in (samples.report(), samples.decided(), samples.decided("zh-Hans")):
        text = exported(name, report)
        assert not {"\x1b", "\x07", "\u202e"} & set(text)
        if name not in STATES_VERDICTS and report.entries:
            assert "right to left" in text or name in ("fever", "scifact")


@pytest.mark.parametrize("name", [one for one in NAMES if one not in STATES_VERDICTS])
def test_suggestions_appear_only_when_asked_for(name: str) -> None:
    said = [finding.claim.text for finding in samples.findings()]
    shown = exported(name, samples.report())
    hidden = exported(name, samples.report(include_suggestions=False))
    if name == "md":
        shown, hidden = (text.replace("\\", "") for text in (shown, hidden))
    quotes = [finding.claim.quote for finding in samples.findings()]
    assert all(text in shown or quote in shown for text, quote in zip(said, quotes, strict=True))
    assert not any(text in hidden or quote in hidden for text, quote in zip(said, quotes, strict=True))


@pytest.mark.parametrize("name", NAMES)
def test_a_megabyte_without_a_blank_is_written_whole(name: str) -> None:
    report = samples.decided()
    long = "<b>*芯=" * 170_000
    first = report.sections[0].entries[0]
    grown = replace(first, claim=replace(first.claim, text=long, quote=long))
    section = replace(report.sections[0], entries=(grown,))
    text = exported(name, replace(report, sections=(section,)))
    assert len(text) > 1_000_000
    assert "<b>" not in text or name not in ("html", "md")


def test_claimreview_wants_a_publisher_and_leaves_suggestions_out() -> None:
    exporter = exporters().make("claimreview")
    with pytest.raises(UsageError, match=r"--publisher NAME and --publisher-url"):
        exporter.export(samples.report())
    with pytest.raises(UsageError, match="address of the page"):
        exporter.export(replace(samples.decided(), publisher=Publisher("The Desk", "javascript:alert(1)")))
    assert exporter.export(published(samples.report())) == b"[]\n"
    told = " ".join(warnings_of(exporter, samples.decided()))
    assert "a ClaimReview states a verdict: 1 that nobody has reviewed" in told


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(UnknownName, match=r"report format 'htm'.*'html'.*Known: .*html"):
        exporters().make("htm")
