"""Readings kept beside passages: made once, made again when the source or the names change."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from factcheck import Workspace
from factcheck.doctor import diagnose, repair
from factcheck.model import OutcomeStatus
from factcheck.readers.options import ReadOptions
from factcheck.readings import Readings

_SOURCE = "Meridian Chips\n\nThe halt began on 15 July. 輝達 sold 40,000 of them. 稽核自7月15日開始。\n"


def _workspace(folder: Path, *, published: date | None = None) -> Workspace:
    folder.mkdir(exist_ok=True)
    source = folder / "source.txt"
    source.write_text(_SOURCE, encoding="utf-8")
    workspace = Workspace(folder / "workspace")
    list(workspace.add([str(source)]))
    if published is not None:
        workspace.edit_source(workspace.sources()[0].id, published=published)
    return workspace


def _kept(workspace: Workspace) -> dict[str, str]:
    passages = workspace.store.passages_of(workspace.sources()[0].id)
    revision = workspace.readings.revision
    return workspace.store.readings([passage.id for passage in passages], revision)


def test_every_passage_is_read_when_added(tmp_path: Path) -> None:
    with _workspace(tmp_path) as workspace:
        assert len(_kept(workspace)) == workspace.store.passage_count() > 2
        assert workspace.readings.unread_count() == 0


def test_a_kept_reading_equals_a_new_one(tmp_path: Path) -> None:
    with _workspace(tmp_path) as workspace:
        hits = workspace.search("halt in July", top=5)
        kept = workspace.readings.of(hits)
        workspace.store.forget_readings(workspace.sources()[0].id)
        assert Readings(workspace.store, workspace.aliases).of(hits) == kept


def test_a_date_given_later_places_the_passage_s_dates(tmp_path: Path) -> None:
    with _workspace(tmp_path, published=date(2024, 8, 1)) as workspace:
        dates = [
            found.first_day
            for reading in workspace.readings.of(workspace.search("halt in July", top=5))
            for found in reading.statement.dates
        ]
        assert dates == [date(2024, 7, 15)] * 2
        assert workspace.readings.unread_count() == 0
        # The word index knows the day too: a claim that shares nothing else with the passage finds it.
        assert any("15 July" in hit.passage.text for hit in workspace.search("2024-07-15"))


def test_new_names_are_met_by_reading_again(tmp_path: Path) -> None:
    with _workspace(tmp_path) as workspace:
        count = workspace.store.passage_count()
    own = tmp_path / "workspace" / "aliases.toml"
    own.write_text('[organisation]\nmeridian = ["Meridian Chips", "子午芯"]\n', encoding="utf-8")
    with Workspace(tmp_path / "workspace") as workspace:
        assert workspace.readings.unread_count() == count
        # Met before they are read again, passages are read on the spot with the new names.
        (reading, *_) = workspace.readings.of(workspace.search("halt in July", top=1))
        assert "meridian" in reading.context.keys | reading.statement.keys
        (problem,) = diagnose(workspace).problems
        assert f"{count} passages" in problem.what and "--repair" in problem.remedy
        assert list(repair(workspace)) == [f"embeddings/ built anew from claims.db: {count} passages."]
    with Workspace(tmp_path / "workspace") as workspace:
        assert workspace.readings.unread_count() == 0
        assert diagnose(workspace).sound


def test_a_tier_changes_no_reading(tmp_path: Path) -> None:
    with _workspace(tmp_path) as workspace:
        workspace.edit_source(workspace.sources()[0].id, tier="A", url="https://example.org/a")
        assert workspace.readings.unread_count() == 0
        assert diagnose(workspace).sound


def test_a_title_changes_the_names_around_its_passages(tmp_path: Path) -> None:
    with _workspace(tmp_path) as workspace:
        source = workspace.sources()[0].id
        workspace.edit_source(source, title="英伟达 results")
        workspace.edit_source(source, title="AMD results")
        around = [reading.context.keys for reading in workspace.readings.of(workspace.search("halt", top=9))]
        assert all("amd" in keys for keys in around)
        assert not any("nvidia" in keys for keys in around[:1])


def test_adding_again_with_a_date_places_the_dates(tmp_path: Path) -> None:
    with _workspace(tmp_path) as workspace:
        list(workspace.add([str(tmp_path / "source.txt")], ReadOptions(published=date(2024, 8, 1))))
        found = workspace.readings.of(workspace.search("halt in July", top=5))
        days = {mention.first_day for reading in found for mention in reading.statement.dates}
        assert days == {date(2024, 7, 15)}


def test_results_are_stale_once_the_names_have_changed(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("The halt began on 15 July. 稽核自7月15日開始。", encoding="utf-8")
    with _workspace(tmp_path) as workspace:
        assert [one.status for one in workspace.check([str(article)])] == [OutcomeStatus.CHECKED]
        assert [one.status for one in workspace.check([str(article)])] == [OutcomeStatus.UP_TO_DATE]
    own = tmp_path / "workspace" / "aliases.toml"
    own.write_text('[organisation]\nmeridian = ["Meridian Chips"]\n', encoding="utf-8")
    with Workspace(tmp_path / "workspace") as workspace:
        assert [one.status for one in workspace.check([str(article)])] == [OutcomeStatus.CHECKED]


def test_a_table_of_names_that_cannot_be_read_is_named_by_the_doctor(tmp_path: Path) -> None:
    with _workspace(tmp_path):
        pass
    own = tmp_path / "workspace" / "aliases.toml"
    own.write_text("[organisation\n", encoding="utf-8")
    with Workspace(tmp_path / "workspace") as workspace:
        (problem,) = diagnose(workspace).problems
        assert "aliases.toml" in problem.what
