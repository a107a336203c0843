"""One claim with all that a person decides by: its surroundings, what matches, and the two sides."""

from __future__ import annotations

from factcheck import Workspace
from factcheck.language.shared import Content
from factcheck.model import Difference, DifferenceKind
from factcheck.weighed import sides


def test_the_claim_stands_in_its_article(queue: Workspace) -> None:
    desk = queue.desk("ann")
    for finding in queue.findings():
        item = desk.item(finding.claim.id)
        text = queue.store.document(str(finding.claim.document_id)).text
        assert item.before + item.claim.quote + item.after == text
        assert item.finding == finding
        assert item.article is not None and item.article.title


def test_what_the_passage_shares_is_marked_in_every_language(queue: Workspace) -> None:
    desk = queue.desk("ann")
    marked = {
        item.claim.text: [item.evidence[0].passage.text[start:end] for start, end in item.evidence[0].matched]
        for item in (desk.item(finding.claim.id) for finding in queue.findings())
    }
    assert "25%" in marked["Veltron's data-centre revenue in China fell 25% in the first half of 2025"]
    assert "400 TFLOPS" in " ".join(marked["啟明半導體的QM-7晶片算力達到400 TFLOPS"])
    assert any("80億美元" in words for words in marked["Veltron公司表示，未來三年將因出口限制損失80億美元"])


def test_the_sides_show_the_difference_beside_what_agrees() -> None:
    differences = (Difference(DifferenceKind.PERIOD, "未來3年", "本財季"),)
    content = Content("H20停售將使輝達未來3年損失80億美元")
    assert sides(content, "輝達：本財季因H20損失約80億美元。", differences) == (
        "80億美元 · 未來3年",
        "80億美元 · 本財季",
    )
    english = (Difference(DifferenceKind.PERIOD, "three years", "this quarter"),)
    assert sides(Content("Nvidia loses $8 billion over three years"), "輝達本財季損失80億美元", english) == (
        "$8 billion · three years",
        "80億美元 · this quarter",
    )


def test_a_figure_that_differs_is_not_said_to_agree_and_nothing_differing_has_no_sides() -> None:
    differences = (Difference(DifferenceKind.QUANTITY, "80億美元", "55億美元"),)
    assert sides(Content("損失80億美元"), "損失55億美元", differences) == ("80億美元", "55億美元")
    assert sides(Content("損失80億美元"), "損失80億美元", ()) is None
