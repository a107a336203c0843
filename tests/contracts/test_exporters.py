"""Every registered exporter: the same bytes for the same report, nothing hostile in them."""

from __future__ import annotations

import pytest
import report_samples as samples

from factcheck.errors import UnknownName
from factcheck.exporters import exporters

NAMES = list(exporters())


@pytest.mark.parametrize("name", NAMES)
def test_the_same_report_gives_the_same_bytes(name: str) -> None:
    first, second = exporters().make(name), exporters().make(name)
    assert first.name == name
    assert first.suffix.startswith(".")
    assert first.export(samples.report()) == second.export(samples.report())


@pytest.mark.parametrize("name", NAMES)
def test_steering_characters_do_not_come_through(name: str) -> None:
    text = exporters().make(name).export(samples.report()).decode("utf-8")
    assert "right to left" in text
    assert not {"\x1b", "\x07", "\u202e"} & set(text)


@pytest.mark.parametrize("name", NAMES)
def test_suggestions_appear_only_when_asked_for(name: str) -> None:
    exporter = exporters().make(name)
    quotes = [finding.claim.quote for finding in samples.findings()]
    shown = exporter.export(samples.report()).decode("utf-8")
    hidden = exporter.export(samples.report(include_suggestions=False)).decode("utf-8")
    assert all(quote in shown for quote in quotes)
    assert not any(quote in hidden for quote in quotes)


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(UnknownName, match=r"report format 'htm'.*'html'.*Known: .*html"):
        exporters().make("htm")
