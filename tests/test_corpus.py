"""Filling the corpus: alone or with workers, interrupted or not, the rows and what is found are the same."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest
from table_contents import answers, contents
from workspaces import SOURCES, filled, write_sources

from factcheck import Workspace, corpus, crews, processes
from factcheck.check import check_all
from factcheck.corpus import _Pending, bring_up_to_date
from factcheck.doctor import diagnose
from factcheck.errors import WorkspaceError
from factcheck.model import Document, Outcome, OutcomeStatus
from factcheck.opened import machinery_for_reading
from factcheck.prepare import Prepared, Tools, prepare
from factcheck.readers.options import ReadOptions
from factcheck.readings import Readings
from factcheck.split import split

QUESTIONS = ("Veltron損失80億美元", "启明半导体第二季度营收", "Lark-9 exports approved", "出貨四萬片 in May")
ADDED, KNOWN, FAILED = OutcomeStatus.ADDED, OutcomeStatus.KNOWN, OutcomeStatus.FAILED


def write_rows(path: Path, count: int) -> str:
    """A table of so many sources in four kinds of text, among them copies, names declared and empty rows."""
    rows: list[dict[str, str]] = [{"text": text} for text in SOURCES.values()]
    for number in range(count):
        rows += [
            {
                "text": f"The foundry shipped {number},000 wafers in May 2024. Its rival (QM) shipped half.",
                "title": f"W{number}",
            },
            {"text": f"晶圓廠五月出貨{number}萬片。對手的出貨量只有一半。", "published": "2024-06-01"},
            {"text": f"晶圆厂（银弓）六月出货{number}万片。银弓的对手出货三成。"},
            {"text": f"這家 foundry 七月出貨 {number},000 片 wafers。The 🏭 rival 出貨為零。"},
        ]
    rows += [{"text": rows[5]["text"]}, {"text": ""}]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def statuses(outcomes: Sequence[Outcome]) -> list[OutcomeStatus]:
    return [outcome.status for outcome in outcomes]


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers are started for the first job."""
    monkeypatch.setattr(processes, "PATIENCE", 0.0)


@pytest.mark.usefixtures("at_once")
def test_with_workers_rows_and_results_are_the_same_byte_by_byte(tmp_path: Path) -> None:
    targets = [
        write_rows(tmp_path / "rows.jsonl", 20),
        str(tmp_path / "missing.txt"),
        *write_sources(tmp_path / "s"),
    ]
    made, told, best = [], [], list[list[list[tuple[int, float]]]]()
    for workers in (1, 2):
        with Workspace(tmp_path / str(workers), workers=workers) as workspace:
            outcomes = list(workspace.add(targets))
            best.append(answers(workspace, QUESTIONS))
            assert workspace.vectors.matches(workspace.store)
        made.append(contents(tmp_path / str(workers)))
        told.append([(one.target, one.status, one.count, one.message) for one in outcomes])
    assert made[0] == made[1]
    assert len(made[0]["passages"]) == len(made[0]["readings"]) > 160
    assert len(made[0]["glosses"]) == len(made[0]["sources"]) == 86
    assert told[0] == told[1]
    assert {status for _, status, _, _ in told[0]} >= {ADDED, KNOWN, FAILED}
    assert best[0] == best[1]
    assert all(best[0])


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("workers", [1, 2])
def test_an_interrupted_addition_goes_on_where_it_stopped(tmp_path: Path, workers: int) -> None:
    target = write_rows(tmp_path / "rows.jsonl", 20)
    with Workspace(tmp_path / "whole", workers=1) as workspace:
        list(workspace.add([target]))
        best = answers(workspace, QUESTIONS)
    with Workspace(tmp_path / "halves", workers=workers) as workspace:
        running = workspace.add([target])
        assert isinstance(running, Generator)
        first = [next(running) for _ in range(12)]
        running.close()
        assert workspace.vectors.matches(workspace.store)
        kept = len(workspace.sources())
        assert len(first) <= kept
    with Workspace(tmp_path / "halves", workers=workers) as workspace:
        second = list(workspace.add([target]))
        assert statuses(second).count(KNOWN) == kept + 1  # and the copy within the table
        assert answers(workspace, QUESTIONS) == best
        assert diagnose(workspace).sound
    assert contents(tmp_path / "halves") == contents(tmp_path / "whole")


def test_what_a_kill_left_without_vectors_gets_them_from_the_next_addition(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = write_rows(tmp_path / "rows.jsonl", 2)
    with Workspace(tmp_path / "whole", workers=1) as workspace:
        list(workspace.add([target]))
        best = answers(workspace, QUESTIONS)
    with Workspace(tmp_path / "killed", workers=1) as workspace:
        with monkeypatch.context() as patch:
            patch.setattr(_Pending, "publish", lambda _: None)
            list(workspace.add([target]))
        assert not workspace.vectors.matches(workspace.store)
        list(workspace.add([target]))
        assert workspace.vectors.matches(workspace.store)
        assert answers(workspace, QUESTIONS) == best


def test_vectors_are_published_now_and_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    published = list[int]()

    def counted(pending: _Pending, publish: Callable[[_Pending], None] = _Pending.publish) -> None:
        published.append(pending._count)
        publish(pending)

    monkeypatch.setattr(_Pending, "publish", counted)
    monkeypatch.setattr(corpus, "_PUBLISHED", 30)
    monkeypatch.setattr(corpus, "_GROWTH", 0.5)
    monkeypatch.setattr(corpus, "_SECONDS", 0.0)
    with Workspace(tmp_path / "ws", workers=1) as workspace:
        list(workspace.add([write_rows(tmp_path / "rows.jsonl", 20)]))
        count = workspace.store.passage_count()
    assert sum(published) == count
    assert published[0] in range(30, 40)
    # Half of what is held is waited for, so that publications become rarer.
    assert len(published) <= 6
    assert published[1] >= 30 and published[2] > published[1]


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("workers", [1, 2])
def test_the_same_text_twice_in_one_input_is_one_source_with_what_both_say(
    tmp_path: Path, workers: int
) -> None:
    text = "The halt began on 15 July. 稽核自7月15日開始。"
    rows = [{"text": text}, {"text": text, "published": "2024-08-01", "title": "Halt"}, {"text": text}]
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    with Workspace(tmp_path / "ws", workers=workers) as workspace:
        assert statuses(list(workspace.add([str(path)]))) == [ADDED, KNOWN, KNOWN]
        (source,) = workspace.sources()
        assert (source.title, source.published) == ("Halt", date(2024, 8, 1))
        hits = workspace.search("halt in July", top=5)
        assert len(hits) == 2
        days = {day.first_day for one in workspace.readings.of(hits) for day in one.statement.dates}
        assert days == {date(2024, 7, 15)}
        assert diagnose(workspace).sound


def test_a_source_that_cannot_be_prepared_is_said_and_the_others_are_added(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(tools: Tools, source: tuple[object, object]) -> Prepared:
        if "Lark-9 chip on 15 July" in str(source[0]):
            raise WorkspaceError("No room.")
        return prepare(tools, source)  # type: ignore[arg-type]

    monkeypatch.setattr(crews, "prepare", failing)
    targets = write_sources(tmp_path / "sources")
    with Workspace(tmp_path / "ws", workers=1) as workspace:
        outcomes = list(workspace.add(targets))
        assert statuses(outcomes) == [FAILED, ADDED, ADDED]
        assert (outcomes[0].target, outcomes[0].message) == (targets[0], "No room.")
        assert len(workspace.sources()) == 2
        monkeypatch.undo()
        assert statuses(list(workspace.add(targets))) == [ADDED, KNOWN, KNOWN]


def test_a_row_whose_id_is_no_text_ends_no_run(tmp_path: Path) -> None:
    table = tmp_path / "rows.jsonl"
    table.write_text(
        '{"id": "\\ud800", "text": "The foundry shipped 40,000 wafers in May."}\n'
        '{"id": "甲", "text": "晶圓廠五月出貨四萬片。"}\n',
        encoding="utf-8",
    )
    with Workspace(tmp_path / "w", workers=1) as workspace:
        assert statuses(list(workspace.add([str(table)]))) == [ADDED, ADDED]
        assert statuses(list(workspace.check([str(table)]))) == [OutcomeStatus.CHECKED] * 2
        assert {card.path for card in workspace.sources()} == {"\ufffd", "甲"}


def test_what_is_checked_while_passages_cannot_be_found_is_checked_again(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text(
        "晶圓廠五月出貨四萬片。The foundry shipped 40,000 wafers in May 2024.", encoding="utf-8"
    )
    with Workspace(tmp_path / "w", workers=1) as workspace:
        list(workspace.add(write_sources(tmp_path / "s")))
        store = workspace.store
        # A source whose rows another process has stored, and not yet its vectors.
        late = Document(text="晶圓廠五月出貨三萬片。", title="後到")
        store.add_document(late)
        store.add_source(late.id, split(late))
        machinery = workspace.machinery
        crew = crews.examiners(1, machinery, lambda: machinery)
        first = list(check_all(machinery, [str(article)], workspace.read_options(), crew))
        assert statuses(first) == [OutcomeStatus.CHECKED]
        assert late.id not in {one.hit.source.id for found in first[0].findings for one in found.evidence}
        # The workspace makes up for the vectors before it checks.
        again = list(workspace.check([str(article)]))
        assert statuses(again) == [OutcomeStatus.CHECKED]
        assert late.id in {one.hit.source.id for found in again[0].findings for one in found.evidence}
        assert statuses(list(workspace.check([str(article)]))) == [OutcomeStatus.UP_TO_DATE]


def test_a_worker_refuses_machinery_that_is_not_the_run_s(tmp_path: Path) -> None:
    with Workspace(tmp_path / "w", workers=1) as workspace:
        list(workspace.add(write_sources(tmp_path / "s")))
        provenance = workspace.provenance
    assert machinery_for_reading(tmp_path / "w", {}, provenance).provenance == provenance
    (tmp_path / "w" / "factcheck.toml").write_text("top = 7\n", encoding="utf-8")
    with pytest.raises(WorkspaceError, match="changed during the run"):
        machinery_for_reading(tmp_path / "w", {}, provenance)


class _WhileOneIsTakenOut(Readings):
    """Reads passages while another process takes one of their sources out."""

    def __init__(self, workspace: Workspace, folder: Path) -> None:
        super().__init__(workspace.store, workspace.aliases)
        self._folder = folder

    def keep_rows(self, rows: Mapping[int, str]) -> None:
        with Workspace(self._folder) as other:
            if len(cards := other.sources()) == len(SOURCES):
                other.store.remove_source(cards[0].id)
        super().keep_rows(rows)


def test_a_source_that_is_taken_out_while_its_passages_are_read_is_no_error(tmp_path: Path) -> None:
    write_sources(tmp_path / "sources")
    with Workspace(tmp_path / "ws") as workspace:
        list(workspace.add([str(tmp_path / "sources")]))
        workspace.vectors.remove(list(workspace.store.passage_weights()[0]))
        readings = _WhileOneIsTakenOut(workspace, tmp_path / "ws")
        bring_up_to_date(workspace.store, workspace.vectors, workspace.encoder, readings)
        assert len(workspace.sources()) == len(SOURCES) - 1
        bring_up_to_date(workspace.store, workspace.vectors, workspace.encoder, workspace.readings)
        assert workspace.machinery.retriever.whole
        assert diagnose(workspace).problems == ()


@pytest.mark.parametrize("name", ["regulator.md", "market.md", "rival.md"])
@pytest.mark.parametrize("how", ["edited", "added", "merged"])
def test_a_title_given_while_another_process_fills_in_is_the_one_that_is_indexed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, how: str
) -> None:
    """The other one comes between taking the passages out and storing the title, and puts them back as they
    were; by their ids nobody can tell."""
    other_side = tmp_path / "other"
    with filled(tmp_path) as workspace, Workspace(workspace.folder.path) as other:
        (source,) = [card for card in workspace.sources() if card.title and card.title in SOURCES[name]]
        title = f"{source.title}, revised 修訂版"
        if how == "merged":
            with Workspace(other_side) as third:
                list(third.add([str(tmp_path / "sources" / name)]))
                third.edit_source(source.id, title=title)
        remove = workspace.vectors.remove

        def remove_and_be_overtaken(numbers: Sequence[int]) -> int:
            count = remove(numbers)
            bring_up_to_date(other.store, other.vectors, other.encoder, other.readings)
            return count

        monkeypatch.setattr(workspace.vectors, "remove", remove_and_be_overtaken)
        if how == "edited":
            workspace.edit_source(source.id, title=title)
        elif how == "added":
            list(workspace.add([str(tmp_path / "sources" / name)], ReadOptions(title=title)))
        else:
            workspace.merge(other_side)
        monkeypatch.undo()
        assert {card.title for card in workspace.sources() if card.id == source.id} == {title}
        assert workspace.readings.unread_count() == 0
        assert diagnose(workspace).problems == ()
