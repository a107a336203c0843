"""From findings to a report: grouping, context and what is left out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import report_samples as samples
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Workspace
from factcheck.exporters import exporters
from factcheck.model import Claim, Document, Finding, Language, Reason, Verdict
from factcheck.report import CONTEXT, Wish, around, assembled


def test_articles_keep_their_order_and_an_article_without_claims_keeps_its_section() -> None:
    report = samples.report()
    assert [section.card for section in report.sections] == [article.card for article in samples.ARTICLES]
    assert [len(section.entries) for section in report.sections] == [1, 1, 1, 1, 0]


def test_suggestions_are_left_out_and_counted_unless_asked_for() -> None:
    report = samples.report(include_suggestions=False)
    assert report.claims == report.left_out == 4
    assert report.reviewed == 0
    assert all(not section.entries for section in report.sections)
    assert not report.cited
    assert not report.method.provenance


def test_sources_and_machinery_are_listed_once() -> None:
    report = samples.report()
    assert [card.id for card in report.cited] == [samples.WIRE.id, samples.NOTICE.id]
    assert report.method.provenance == (samples.PROVENANCE,)


def test_typed_claims_come_last_without_context() -> None:
    typed = samples.findings()[0]
    typed = Finding(None, replace_document(typed), typed.suggestion, (), typed.evidence, typed.provenance)
    entries = [samples.entry(one) for one in (typed, *samples.findings())]
    report = assembled(
        [article.card for article in samples.ARTICLES],
        entries,
        claims=[one.claim for one in entries],
        method=samples.METHOD,
        as_of="2025-12-01T00:00:00Z",
        wish=Wish(include_suggestions=True),
    )
    last = report.sections[-1]
    assert last.card is None
    assert (last.entries[0].before, last.entries[0].after) == ("", "")


def replace_document(finding: Finding) -> Claim:
    """The finding's claim as if it had been typed."""
    return replace(finding.claim, document_id=None, start=0, end=len(finding.claim.quote))


def test_context_is_the_rest_of_the_paragraph() -> None:
    entries = [section.entries[0] for section in samples.report().sections if section.entries]
    assert (entries[0].before, entries[0].after) == ("Oakline grew again. ", ", it said. It hired nobody.")
    assert (entries[1].before, entries[1].after) == ("橡線公司表示,", "。它沒有僱用任何人。")
    assert (entries[2].before, entries[2].after) == ("", "。")
    assert (entries[3].before, entries[3].after) == ("Oakline 預估 ", "。")


def test_long_context_is_cut_between_words_and_between_characters() -> None:
    words = "alpha bravo charlie delta echo " * 10
    document = Document(f"{words}QUOTE {words}", language=Language.EN)
    before, after = around(document.text, samples.claim(document, "QUOTE"))
    assert before.startswith("\u2026")
    assert set(before[1:].split()) <= set(words.split())
    assert after.endswith("\u2026")
    assert set(after[:-1].split()) <= set(words.split())
    chinese = Document("甲乙丙丁" * 60 + "引文" + "戊己庚辛" * 60)
    before, after = around(chinese.text, samples.claim(chinese, "引文"))
    assert (len(before), len(after)) == (CONTEXT + 1, CONTEXT + 1)


@given(st.text("ab 中\n。", max_size=400), st.text("ab 中\n。", max_size=400))
def test_context_is_always_what_the_article_says(before: str, after: str) -> None:
    document = Document(f"{before}QUOTE{after}")
    left, right = around(document.text, samples.claim(document, "QUOTE"))
    assert before.endswith(left.removeprefix("\u2026"))
    assert after.startswith(right.removesuffix("\u2026"))
    assert "\n" not in left + right
    assert max(len(left), len(right)) <= CONTEXT + 1


def test_an_empty_workspace_makes_an_empty_report(tmp_path: Path) -> None:
    with Workspace(tmp_path) as workspace:
        assert workspace.store.articles() == []
        report = workspace.report()
    assert (report.sections, report.claims, report.left_out, report.as_of) == ((), 0, 0, "")


def test_what_people_decided_is_shown_and_counted_and_the_rest_left_out(queue: Workspace) -> None:
    store = queue.store
    first, second, third = (finding.claim.id for finding in queue.findings()[:3])
    queue.desk("ann").decide(first, Verdict.UNVERIFIABLE, reason=Reason.CONFLICTING, note="兩說並存")
    queue.desk("ben").decide(second, Verdict.CONTRADICTED, note="<b>no</b>")
    queue.desk("ann").decide(second, Verdict.SUPPORTED, note="yes")
    queue.desk("ann").dismiss([third])
    report = queue.report()
    shown = [entry for section in report.sections for entry in section.entries]
    assert [(entry.claim.id, entry.ruling.verdict) for entry in shown] == [
        (first, Verdict.UNVERIFIABLE),
        (second, None),
    ]
    assert (report.reviewed, report.claims) == (2, len(queue.findings()))
    assert report.left_out == report.claims - 2
    assert report.method.provenance == (store.finding(first).provenance,)  # type: ignore[union-attr]
    page = exporters().make("html").export(report).decode()
    assert "兩說並存" in page and "&lt;b&gt;no&lt;/b&gt;" in page
    assert ">disputed</span>" in page and "machine suggestion, not reviewed" not in page
    every = queue.report(include_suggestions=True)
    assert every.left_out == 0
    page = exporters().make("html").export(every).decode()
    assert page.count("machine suggestion, not reviewed") == every.claims - 2
    assert page.count('class="review"') == 2
