"""The Markdown report as a reader of CommonMark sees it."""

from __future__ import annotations

from dataclasses import replace

import pytest
import report_samples as samples
from markdown_it import MarkdownIt

from factcheck.exporters import exporters
from factcheck.reported import Entry


def shown(entry: Entry) -> str:
    report = samples.report()
    section = replace(report.sections[0], entries=(entry,))
    made = exporters().make("md").export(replace(report, sections=(section,))).decode("utf-8")
    return str(MarkdownIt("commonmark").render(made))


@pytest.mark.parametrize(
    ("before", "quote", "after", "wanted"),
    [
        ("", "橡線說：「好。」", "它不說。", "<strong>橡線說：「好。</strong>」它不說。"),
        ("他說", "「橡線成長」", "。", "他說「<strong>橡線成長」</strong>。"),
        ("It was ", "$8 billion.", " More.", "It was <strong>$8 billion.</strong> More."),
        ("", " 甲乙 ", "丙", " <strong>甲乙</strong> 丙"),
        ("在", "甲乙", "丙", "在<strong>甲乙</strong>丙"),
        ("x", "a*b_", "c", "x<strong>a*b</strong>_c"),
        ("甲", "……", "乙", "甲……乙"),
    ],
)
def test_the_quote_is_bold_whatever_stands_around_it(
    before: str, quote: str, after: str, wanted: str
) -> None:
    first = samples.report().sections[0].entries[0]
    entry = replace(first, before=before, after=after, claim=replace(first.claim, quote=quote))
    assert wanted.strip() in shown(entry)
