"""Checking with workers stores what checking alone stores, and a deadly article ends no run."""

from __future__ import annotations

import shutil
from pathlib import Path

import check_work
import pytest
from review_samples import ARTICLES
from table_contents import contents
from workspaces import filled

from factcheck import Workspace, crews, processes
from factcheck.doctor import diagnose
from factcheck.model import Outcome, OutcomeStatus

CHECKED, FAILED, UP_TO_DATE = OutcomeStatus.CHECKED, OutcomeStatus.FAILED, OutcomeStatus.UP_TO_DATE


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers are started for the first article."""
    monkeypatch.setattr(processes, "PATIENCE", 0.0)


def write_articles(folder: Path) -> list[str]:
    folder.mkdir()
    for turn in range(3):
        for name, text in ARTICLES.items():
            body = text if turn == 0 else text.replace("2025", str(2025 + turn))
            (folder / f"{turn}-{name}.md").write_text(body, encoding="utf-8")
    return [str(path) for path in sorted(folder.iterdir())]


def told(outcomes: list[Outcome]) -> list[tuple[object, ...]]:
    return [(one.target, one.status, one.count, one.message, one.findings) for one in outcomes]


@pytest.mark.usefixtures("at_once")
def test_two_workers_store_what_one_does(tmp_path: Path) -> None:
    targets = [*write_articles(tmp_path / "articles"), str(tmp_path / "missing.md")]
    shutil.copyfile(targets[0], tmp_path / "copy.md")
    targets.append(str(tmp_path / "copy.md"))
    with filled(tmp_path) as workspace:
        folder = workspace.folder.path
    said = []
    for workers in (1, 2):
        shutil.copytree(folder, tmp_path / str(workers))
        with Workspace(tmp_path / str(workers), workers=workers) as workspace:
            outcomes = list(workspace.check(targets))
            assert [one.status for one in outcomes] == [CHECKED] * 12 + [FAILED, UP_TO_DATE]
            said.append(told(outcomes))
            again = list(workspace.check(targets))
            assert [one.status for one in again] == [UP_TO_DATE] * 12 + [FAILED, UP_TO_DATE]
    alone, together = contents(tmp_path / "1"), contents(tmp_path / "2")
    assert alone == together
    assert len(alone["suggestions"]) >= 20
    assert alone["evidence"]
    assert said[0] == said[1]


@pytest.mark.usefixtures("at_once")
def test_an_article_that_ends_its_worker_is_set_aside_said_and_tried_by_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    targets = write_articles(tmp_path / "articles")[:3]
    deadly = Path(targets[0])
    deadly.write_text(f"{deadly.read_text('utf-8')}\n{check_work.DEADLY}.\n", encoding="utf-8")
    with filled(tmp_path) as workspace:
        folder = workspace.folder.path
    with monkeypatch.context() as patch:
        patch.setattr(crews, "examine", check_work.examine_or_die)
        with Workspace(folder, workers=2) as workspace:
            outcomes = list(workspace.check(targets))
    assert [one.status for one in outcomes] == [FAILED, CHECKED, CHECKED]
    assert outcomes[0].target == targets[0]
    assert "ended twice" in outcomes[0].message and "set aside" in outcomes[0].message
    with Workspace(folder, workers=1) as workspace:
        outcomes = list(workspace.check(targets))
        assert [one.status for one in outcomes] == [CHECKED, UP_TO_DATE, UP_TO_DATE]
        assert outcomes[0].count


@pytest.mark.parametrize(
    "text",
    [
        "The foundry shipped 40,000 wafers in May.",
        "晶圓廠五月出貨四萬片。",
        "晶圆厂五月出货四万片。",
        "這家 foundry 五月出貨 40,000 片 wafers。",
    ],
)
def test_checking_a_text_that_is_a_source_changes_nothing_of_the_source(tmp_path: Path, text: str) -> None:
    """Its passages are indexed under the source's title and read in the light of its date."""
    own = tmp_path / "own.md"
    own.write_text(f"---\ntitle: 銀弓 Silverbow\npublished: 2025-06-01\n---\n{text}\n", encoding="utf-8")
    other = tmp_path / "other.md"
    other.write_text(f"---\ntitle: Another\npublished: 2024-01-01\n---\n{text}\n", encoding="utf-8")
    with Workspace(tmp_path / "ws") as workspace:
        list(workspace.add([str(own)]))
        (before,) = workspace.sources()
        (outcome,) = workspace.check([str(other)])
        assert outcome.status is OutcomeStatus.CHECKED
        (after,) = workspace.sources()
        assert (after.title, after.published) == (before.title, before.published)
        assert [hit.source.title for hit in workspace.search("Silverbow", top=1)] == [before.title]
        assert diagnose(workspace).problems == ()
