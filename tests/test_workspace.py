"""The main job through the public face: sources in, articles checked, claims with evidence and reasons out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from workspaces import SOURCES, filled, first_source

from factcheck import Workspace
from factcheck.errors import SettingError, WorkspaceError
from factcheck.model import DifferenceKind, OutcomeStatus, Stance, Verdict
from factcheck.read import ReadOptions


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with filled(tmp_path) as opened:
        yield opened


@pytest.mark.parametrize(
    ("claim", "title"),
    [
        ("Veltron loses $8 billion over three years", "市場觀察：雲雀晶片"),
        ("Veltron在华数据中心营收下降25%", "市場觀察：雲雀晶片"),
        ("啟明半導體的QM-7算力達400 TFLOPS", "竞争对手报告"),
        ("Qiming's QM-7 reaches 400 TFLOPS", "竞争对手报告"),
        ("Lark-9 晶片在2025年7月15日獲准出口", "Regulator clears Lark-9"),
    ],
)
def test_evidence_is_found_across_languages_and_scripts(workspace: Workspace, claim: str, title: str) -> None:
    assert first_source(workspace.claim(claim)) == title


@pytest.mark.parametrize(
    "claim",
    [
        "The Harbour Trade Office approved exports of Veltron's Lark-9 chip on 15 July 2025.",
        "启明半导体2025年第二季度营收为25亿元",
        "啟明半導體2025年第二季度營收為25億元",
    ],
)
def test_what_a_source_says_is_supported(workspace: Workspace, claim: str) -> None:
    finding = workspace.claim(claim)
    assert finding.suggestion.verdict is Verdict.SUPPORTED
    assert finding.evidence[0].stance is Stance.SUPPORTS


@pytest.mark.parametrize(
    ("claim", "kind"),
    [
        ("Veltron sold 900,000 Lark-9 chips in the first half of 2025.", DifferenceKind.QUANTITY),
        ("启明半导体2025年第二季度营收为40亿元", DifferenceKind.QUANTITY),
        ("The Harbour Trade Office banned exports of Veltron's Lark-9 chip.", DifferenceKind.POLARITY),
    ],
)
def test_what_differs_is_named(workspace: Workspace, claim: str, kind: DifferenceKind) -> None:
    finding = workspace.claim(claim)
    assert finding.suggestion.verdict is not Verdict.SUPPORTED
    assert kind in {difference.kind for difference in finding.evidence[0].differences}


def test_a_different_period_is_never_a_contradiction(workspace: Workspace) -> None:
    finding = workspace.claim("Veltron預計本季度將損失80億美元")
    assert finding.suggestion.verdict is Verdict.UNVERIFIABLE
    kinds = {one.kind for evidence in finding.evidence for one in evidence.differences}
    assert DifferenceKind.PERIOD in kinds


def test_what_nobody_wrote_about_has_no_verdict(workspace: Workspace) -> None:
    finding = workspace.claim("The orchestra of Lisbon played Mahler in March.")
    assert finding.suggestion.verdict is Verdict.UNVERIFIABLE
    assert finding.suggestion.reason == "no_evidence"


def test_an_article_is_no_evidence_for_itself(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "sources" / "regulator.md"
    (outcome,) = workspace.check([str(path)])
    assert outcome.status is OutcomeStatus.CHECKED
    assert outcome.findings
    sources = {one.hit.source.id for finding in outcome.findings for one in finding.evidence}
    assert outcome.card is not None
    assert outcome.card.id not in sources


def test_a_copy_under_another_name_is_left_out_and_said(workspace: Workspace, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    body = SOURCES["regulator.md"].split("---\n")[2]
    copy.write_text(body + "\nSubscribe to our letter for more of this.\n", encoding="utf-8")
    (outcome,) = workspace.check([str(copy)])
    titles = {one.hit.source.title for finding in outcome.findings for one in finding.evidence}
    assert "Regulator clears Lark-9" not in titles
    assert any("1 left out" in finding.suggestion.rationale for finding in outcome.findings)


def test_the_second_run_is_up_to_date_and_a_new_source_makes_it_stale(
    workspace: Workspace, tmp_path: Path
) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Veltron sold 300,000 Lark-9 chips in the first half of 2025.", encoding="utf-8")
    (first,) = workspace.check([str(article)])
    (second,) = workspace.check([str(article)])
    assert (first.status, second.status) == (OutcomeStatus.CHECKED, OutcomeStatus.UP_TO_DATE)
    assert first.findings == second.findings
    more = tmp_path / "more.txt"
    more.write_text("Veltron sold 310,000 Lark-9 chips in the first half of 2025.", encoding="utf-8")
    list(workspace.add([str(more)]))
    (third,) = workspace.check([str(article)])
    assert third.status is OutcomeStatus.CHECKED


def test_a_bad_file_fails_alone(workspace: Workspace, tmp_path: Path) -> None:
    good, empty = tmp_path / "good.txt", tmp_path / "empty.txt"
    good.write_text("Veltron sold 300,000 Lark-9 chips in the first half of 2025.", encoding="utf-8")
    empty.write_text("", encoding="utf-8")
    outcomes = list(workspace.check([str(empty), str(tmp_path / "absent.txt"), str(good)]))
    assert [one.status for one in outcomes] == [
        OutcomeStatus.FAILED,
        OutcomeStatus.FAILED,
        OutcomeStatus.CHECKED,
    ]
    assert all("\n" not in one.message for one in outcomes)


def test_as_of_and_since_bound_the_sources(workspace: Workspace) -> None:
    text = "Veltron Lark-9"
    early = {hit.source.title for hit in workspace.search(text, as_of=date(2025, 7, 31), top=10)}
    late = {hit.source.title for hit in workspace.search(text, since=date(2025, 9, 1), top=10)}
    assert early == {"Regulator clears Lark-9"}
    assert late == {"竞争对手报告"}


def test_removing_a_source_removes_it_everywhere(workspace: Workspace) -> None:
    source = next(card for card in workspace.sources() if card.title == "竞争对手报告")
    workspace.remove_source(source.id[:10])
    assert source.id not in {card.id for card in workspace.sources()}
    assert source.id not in {hit.source.id for hit in workspace.search("QM-7 400 TFLOPS", top=20)}


def test_editing_a_source_changes_what_a_date_filter_finds(workspace: Workspace) -> None:
    source = next(card for card in workspace.sources() if card.title == "竞争对手报告")
    workspace.edit_source(source.id[:10], published=date(2020, 1, 1), tier="A")
    card = next(card for card in workspace.sources() if card.id == source.id)
    assert (card.published, card.tier) == (date(2020, 1, 1), "A")
    assert source.id in {hit.source.id for hit in workspace.search("QM-7", as_of=date(2020, 2, 1), top=20)}


def test_what_the_caller_says_of_a_document_wins(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("Veltron opened a plant.", encoding="utf-8")
    with Workspace(tmp_path / "ws") as workspace:
        (outcome,) = workspace.add([str(path)], ReadOptions(published=date(2024, 5, 6), title="Plant"))
    assert outcome.card is not None
    assert (outcome.card.title, outcome.card.published) == ("Plant", date(2024, 5, 6))


def test_a_removed_embeddings_folder_is_made_again(tmp_path: Path) -> None:
    import shutil

    filled(tmp_path).close()
    shutil.rmtree(tmp_path / "ws" / "embeddings")
    with Workspace(tmp_path / "ws") as workspace:
        assert workspace.search("QM-7 400 TFLOPS")


def test_an_unknown_setting_and_an_unknown_source_are_refused(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="top"):
        Workspace(tmp_path / "other", topp=3)
    with pytest.raises(WorkspaceError):
        workspace.remove_source("ffffffffff")


def test_findings_survive_closing(workspace: Workspace, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Veltron在中國的數據中心營收於2025年上半年下降25%。", encoding="utf-8")
    (outcome,) = workspace.check([str(article)])
    workspace.close()
    with Workspace(tmp_path / "ws") as again:
        assert tuple(again.findings()) == outcome.findings
