"""Sums over articles; what else the queue asks of the rows is tested where it is used, in tests/review."""

from __future__ import annotations

from factcheck import Workspace
from factcheck.model import Verdict


def test_a_summary_counts_what_was_suggested_and_what_people_decided(queue: Workspace) -> None:
    store, findings = queue.store, queue.findings()
    articles = list(dict.fromkeys(one.article.id for one in findings if one.article is not None))
    before = store.summaries([*articles, "0" * 64])
    assert list(before) == [*articles, "0" * 64]
    assert before["0" * 64].claims == 0
    for article in articles:
        own = [one for one in findings if one.article is not None and one.article.id == article]
        assert before[article].claims == len(own)
        for verdict in Verdict:
            told = sum(one.suggestion.verdict is verdict for one in own)
            assert before[article].verdicts.get(verdict, 0) == told
        assert before[article].reviewed == 0
    decided = findings[0]
    assert decided.article is not None
    queue.desk("甲").decide(decided.claim.id, Verdict.UNVERIFIABLE)
    after = store.summaries(articles)
    assert {one: after[one].reviewed for one in articles} == {
        one: int(one == decided.article.id) for one in articles
    }
    assert [after[one].verdicts for one in articles] == [before[one].verdicts for one in articles]
