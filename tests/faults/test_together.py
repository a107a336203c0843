"""Many at one workspace at once: nothing that anybody was told is lost, and nobody is told of a lock."""

from __future__ import annotations

import json
import sqlite3
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from faults import crowd
from faults.forks import Child, require_warm
from faults.places import article_rows, checked, filled, source_rows, table
from faults.sound import finished, opens_sound
from faults.works import told
from nights import times

from factcheck import Workspace
from factcheck.check import Article, Examined, Machinery, check_all, examine
from factcheck.crew import Alone, SetAside
from factcheck.doctor import diagnose
from factcheck.model import OutcomeStatus, Stance

_SECONDS = times(ci=8, nightly=600)
_STARTS = times(ci=4, nightly=60)
_PEOPLE: dict[str, Callable[[Path, Path, float], None]] = {
    "adder": crowd.adding_by_command,
    "changer": crowd.coming_and_going,
    "checker 1": crowd.checking,
    "checker 2": crowd.checking,
    "checker 3": crowd.checking,
    "checker 4": crowd.checking,
    "ann": crowd.reviewing,
    "安": crowd.reviewing,
}
_UNWANTED = ("locked", "Traceback", "Unexpected", "factcheck: ")


def rows(folder: Path, sql: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(folder / "claims.db")
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def gone_but_current(folder: Path) -> list[tuple[object, ...]]:
    """Evidence from removed sources in results that count as those of the corpus of now."""
    return rows(
        folder,
        """SELECT s.claim_id, p.document_id FROM suggestions s JOIN evidence e ON e.claim_id = s.claim_id
        JOIN passages p ON p.number = e.passage JOIN corpus c ON c.revision = s.corpus_revision
        WHERE NOT p.active AND p.document_id IN (SELECT document_id FROM sources WHERE removed_at IS NOT NULL)""",
    )


def test_many_at_once_lose_nothing_and_see_no_lock(tmp_path: Path) -> None:
    folder = tmp_path / "ws"
    filled(folder, source_rows(0, crowd.FIXED))
    checked(folder, article_rows())
    until = time.time() + _SECONDS
    children = {
        name: Child(tmp_path / f"{name}.said", act, folder, tmp_path / f"{name}.told", until)
        for name, act in _PEOPLE.items()
    }
    wrong: list[tuple[object, ...]] = []
    while time.time() < until:
        wrong += gone_but_current(folder)
        time.sleep(0.2)
    heard = {}
    for name, child in children.items():
        assert child.end() == 0, f"{name}: {child.said}"
        heard[name] = told(tmp_path / f"{name}.told")
        assert not [word for word in _UNWANTED if word in child.said], f"{name}: {child.said}"
        assert not [line for line in heard[name] if line.startswith("error")], heard[name]
        assert len(heard[name]) > 2, f"{name} came to nothing"
    assert wrong == [] and gone_but_current(folder) == []
    assert_sources_are_those(folder, heard["adder"], heard["changer"])
    assert_events_are_those(folder, heard["ann"] + heard["安"])
    lines = [line for name in _PEOPLE if name.startswith("checker") for line in heard[name]]
    kept = {row[0] for row in rows(folder, "SELECT document_id FROM checks WHERE outcome = 'checked'")}
    assert {line.split()[1] for line in lines if line.startswith("checked")} <= kept
    opens_sound(folder)
    assert_all_can_be_checked_to_the_end(folder, tmp_path)
    said = said_of_claims(folder)
    assert said == said_of_claims(undisturbed(folder, tmp_path / "calm"))
    assert len({verdict for verdict, _ in said.values()}) > 1 and any(told for _, told in said.values())


def assert_sources_are_those(folder: Path, added: list[str], changed: list[str]) -> None:
    """Every source that somebody was told of stands once, unless whoever may remove it did so last; and the title
    that was given last is the one."""
    standing = Counter(
        str(row[0])
        for row in rows(
            folder,
            """SELECT d.path FROM sources s JOIN documents d ON d.id = s.document_id
            WHERE s.removed_at IS NULL""",
        )
    )
    wanted = {row["id"] for row in source_rows(0, crowd.FIXED)}
    titles: dict[str, str] = {}
    for line in [*added, *changed]:
        act, _, path = line.partition(" ")
        if act == "added":
            wanted.add(path)
        elif act == "removed":
            wanted.discard(path)
        elif act == "titled":
            path, _, titles[path] = path.partition(": ")
    assert standing == Counter(wanted)
    found = dict(
        rows(folder, "SELECT path, title FROM documents WHERE id IN (SELECT document_id FROM sources)")
    )
    assert titles and {path: found[path] for path in titles} == titles


def assert_events_are_those(folder: Path, lines: list[str]) -> None:
    """Every act is there once, and no other."""
    events = [line.removeprefix("event ") for line in lines if line.startswith("event")]
    by_command = events.count("by command")
    stored = [str(row[0]) for row in rows(folder, "SELECT id FROM reviews")]
    assert len(stored) == len(events) and by_command
    assert {event for event in events if event != "by command"} <= set(stored)
    assert len({event for event in events if event != "by command"}) == len(events) - by_command


def assert_all_can_be_checked_to_the_end(folder: Path, place: Path) -> None:
    """Once all have gone, one check makes everything current, from sources that stand."""
    articles = table(place / "articles.jsonl", article_rows())
    with Workspace(folder, workers=1) as workspace:
        list(workspace.check([articles]))
        assert [one.status for one in workspace.check([articles])] == [OutcomeStatus.UP_TO_DATE] * 8
        standing = {card.id for card in workspace.sources()}
        hits = [one.hit for finding in workspace.findings() for one in finding.evidence]
        assert hits and {hit.source.id for hit in hits} <= standing
        assert diagnose(workspace).problems == ()
    finished(folder)


def undisturbed(folder: Path, place: Path) -> Path:
    """A workspace that one process made at once of the sources that stand in `folder`, with the same articles."""
    with Workspace(folder) as workspace:
        standing = [
            {"id": str(card.path), "text": workspace.store.document(card.id).text}
            | {"title": card.title or "", "published": str(card.published or "")}
            for card in workspace.sources()
        ]
    filled(place, [{name: value for name, value in row.items() if value} for row in standing])
    checked(place, article_rows())
    return place


def said_of_claims(folder: Path) -> dict[str, tuple[str, set[tuple[str | None, str, str]]]]:
    """Of every claim its suggestion and what supports or contradicts it.

    Which of the passages that bear on nothing come last may differ: word scores count removed ones for a while.
    """
    with Workspace(folder) as workspace:
        return {
            found.claim.quote: (
                found.suggestion.verdict,
                {
                    (one.hit.source.path, one.hit.passage.text, one.stance)
                    for one in found.evidence
                    if one.stance is not Stance.NEUTRAL
                },
            )
            for found in workspace.findings()
        }


class _WhileOthersWork(Alone[Machinery, Article, Examined]):
    """Examines articles while others add a source before it and take it out again behind it."""

    def __init__(self, machinery: Machinery, folder: Path, targets: str) -> None:
        super().__init__(examine, machinery)
        self._folder, self._targets = folder, targets

    def do(self, work: Article) -> Examined | SetAside:
        with Workspace(self._folder, workers=1) as others:
            (outcome,) = others.add([self._targets])
            examined = super().do(work)
            assert outcome.card is not None
            others.remove_source(outcome.card.id)
        return examined


def test_what_was_found_in_a_source_that_came_and_went_meanwhile_does_not_stand(tmp_path: Path) -> None:
    """The corpus is then what it was before the check, and the finding is of another."""
    folder = tmp_path / "ws"
    filled(folder, source_rows(0, 4))
    late = table(
        tmp_path / "late.jsonl", [{"text": "第97座晶圓廠五月出貨997萬片，the most ever.", "id": "late"}]
    )
    articles = table(
        tmp_path / "articles.jsonl", [{"text": "第97座晶圓廠五月出貨998萬片。", "id": "article"}]
    )
    with Workspace(folder, workers=1) as workspace:
        crew = _WhileOthersWork(workspace.machinery, folder, late)
        (outcome,) = check_all(workspace.machinery, [articles], workspace.read_options(), crew)
        assert {one.hit.source.path for found in outcome.findings for one in found.evidence} >= {"late"}
        assert gone_but_current(folder) == []
        (outcome,) = workspace.check([articles])
        assert outcome.status is OutcomeStatus.CHECKED
        assert "late" not in {one.hit.source.path for found in outcome.findings for one in found.evidence}
        (outcome,) = workspace.check([articles])
        assert outcome.status is OutcomeStatus.UP_TO_DATE


@pytest.mark.parametrize("turn", range(_STARTS))
def test_two_that_start_on_a_new_workspace_at_once_both_succeed(tmp_path: Path, turn: int) -> None:
    folder = tmp_path / "ws"
    halves = [source_rows(0, 3), source_rows(2, 3)]
    require_warm()
    at = time.time() + 0.3
    children = [
        Child(
            tmp_path / f"{n}.said",
            crowd.starting,
            folder,
            table(tmp_path / f"{n}.jsonl", half),
            at + 0.01 * turn * n,
        )
        for n, half in enumerate(halves)
    ]
    for child in children:
        assert child.end() == 0 and not [word for word in _UNWANTED if word in child.said], child.said
    paths = rows(folder, "SELECT d.path FROM sources s JOIN documents d ON d.id = s.document_id")
    assert sorted(json.dumps(row[0]) for row in paths) == [f'"source {n}"' for n in range(5)]
    opens_sound(folder)
    finished(folder)
