"""Runs on a real scheduler with real workers: the same results as on one machine, whoever dies in between."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cluster.machines import Machines

from factcheck import Workspace
from factcheck.cli import main
from factcheck.cluster import dealing
from factcheck.cluster.shard import Part
from factcheck.exporters.rows import finding_row
from factcheck.model import OutcomeStatus

_ROOT = Path(__file__).resolve().parents[2]
SOURCES = [
    *map(str, sorted((_ROOT / "examples" / "sources").glob("*"))),
    str(_ROOT / "tests" / "gold" / "articles" / "fourth-mixed.txt"),
]
"""The last is what some of the articles are copied from: it is no evidence for them."""
OWN_NAMES = '[organisation]\nveridane = ["Veridane", "維瑞丹"]\n'


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """The corpus of these tests fits in one part, and then in one shard."""
    monkeypatch.setattr(dealing, "_PART", 20)


def write_articles(path: Path) -> list[str]:
    """Paragraphs in English, Traditional, Simplified and mixed Chinese, an article each, in a JSONL file."""
    rows = []
    for name in ("third-english", "third-simplified", "fourth-traditional", "fourth-mixed"):
        text = (_ROOT / "tests" / "gold" / "articles" / f"{name}.txt").read_text("utf-8")
        paragraphs = [line for line in text.split("\n") if len(line) > 40]
        rows += [{"id": f"{name}-{n}", "text": text} for n, text in enumerate(paragraphs[:9])]
    for article in sorted((_ROOT / "examples" / "articles").glob("*.txt")):
        rows.append({"id": article.stem, "text": article.read_text("utf-8"), "published": "2025-11-20"})
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    return [str(row["id"]) for row in rows]


_TURNS = 10
"""How often the articles are checked where workers die."""


class Near(float):
    """A number that equals others to 4 decimals, wherever rounding would part them."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, float) and abs(float(self) - float(other)) < 5e-5

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = None  # type: ignore[assignment]


def comparable(value: Any) -> Any:
    """Rows as they are compared: numbers to 4 decimals."""
    if isinstance(value, float):
        return Near(value)
    if isinstance(value, Mapping):
        return {key: comparable(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [comparable(one) for one in value]
    return value


def checked(
    folder: Path,
    articles: Path,
    *,
    cluster: str = "",
    as_of: date | None = None,
    at: Mapping[int, Callable[[], None]] | None = None,
    told: Callable[[str], None] = lambda words: None,
) -> list[Any]:
    """Check `articles` in a workspace, doing what `at` has in store for when so many have been checked."""
    found = []
    with Workspace(folder, workers=1) as workspace:
        outcomes = workspace.check([str(articles)], cluster=cluster, as_of=as_of, again=True, told=told)
        for place, outcome in enumerate(outcomes):
            if at and place in at:
                at[place]()
            assert outcome.status is OutcomeStatus.CHECKED, outcome
            assert outcome.card is not None
            stored = workspace.findings(outcome.card.id, all_kinds=True)
            found.append((outcome.target, [finding_row(one) for one in stored]))
    return comparable(json.loads(json.dumps(found))) if found else []


def with_names(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "aliases.toml").write_text(OWN_NAMES, "utf-8")
    return folder


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("articles") / "articles.jsonl"
    write_articles(path)
    return path


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory, articles: Path) -> tuple[Path, list[Any]]:
    """A workspace filled and used on one machine, and what was found."""
    folder = with_names(tmp_path_factory.mktemp("alone") / "ws")
    with Workspace(folder, workers=1) as workspace:
        assert {one.status for one in workspace.add(SOURCES)} == {OutcomeStatus.ADDED}
    return folder, checked(folder, articles)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory, machines: Machines) -> Path:
    """A workspace filled on the cluster."""
    folder = with_names(tmp_path_factory.mktemp("shared") / "ws")
    with Workspace(folder, workers=1) as workspace:
        outcomes = list(workspace.add(SOURCES, cluster=machines.address))
    assert {one.status for one in outcomes} == {OutcomeStatus.ADDED}
    return folder


def _kept(folder: Path) -> list[list[tuple[Any, ...]]]:
    """What adding stores, without moments."""
    with Workspace(folder) as workspace:
        rows = workspace.store._rows  # every column of every table that adding fills
        asked = (
            "SELECT number, id, document_id, start, end, context, language, digest FROM passages",
            "SELECT passage, revision, data FROM readings ORDER BY passage",
            "SELECT document_id, revision, data FROM glosses ORDER BY document_id",
            "SELECT document_id, revision, data FROM short_forms ORDER BY document_id",
            "SELECT number, document_id FROM sources",
        )
        return [[tuple(row) for row in rows(query)] for query in asked]


def test_adding_stores_what_one_machine_stores(alone: tuple[Path, list[Any]], shared: Path) -> None:
    ours, theirs = _kept(alone[0]), _kept(shared)
    assert all(ours)
    assert theirs == ours
    with Workspace(alone[0]) as one, Workspace(shared) as other:
        for text in ("HBM sales rose 38%", "輸出許可", "芯片出口管制"):
            hits = [[(hit.passage.id, hit.score) for hit in each.search(text)] for each in (one, other)]
            assert hits[0] == hits[1] != []


def test_checking_finds_what_one_machine_finds(
    alone: tuple[Path, list[Any]], shared: Path, machines: Machines, articles: Path
) -> None:
    told: list[str] = []
    found = checked(shared, articles, cluster=machines.address, told=told.append)
    assert len(told) == 1
    assert "to 3 of 3 workers" in told[0]
    assert [target for target, _ in found] == [target for target, _ in alone[1]]
    assert found == alone[1]
    languages = {row["claim"]["language"] for _, rows in found for row in rows}
    assert {"en", "zh-Hant", "zh-Hans"} <= languages
    assert sum(len(row["evidence"]) for _, rows in found for row in rows) > 100
    verdicts = {row["suggestion"]["verdict"] for _, rows in found for row in rows}
    assert verdicts == {"supported", "contradicted", "unverifiable"}


def test_sources_from_later_days_are_left_out(
    alone: tuple[Path, list[Any]], shared: Path, machines: Machines, articles: Path
) -> None:
    day = date(2025, 6, 30)
    found = checked(shared, articles, cluster=machines.address, as_of=day)
    assert found == checked(alone[0], articles, as_of=day)
    assert found != alone[1]


def test_workers_may_die_and_join(
    alone: tuple[Path, list[Any]], tmp_path: Path, articles: Path, shared: Path
) -> None:
    """Of three workers two are killed in the midst of it, one more comes; nobody sees it in the results."""
    shutil.copytree(shared, tmp_path / "ws")
    machines = Machines(tmp_path / "machines")
    told: list[str] = []
    # So many that there is work left when the deaths are known, which on a busy machine takes a while.
    several = tmp_path / articles.name
    several.write_text("\n".join([articles.read_text("utf-8")] * _TURNS), "utf-8")
    try:
        machines.join("first", "second", "third")
        machines.wait_for(3)
        found = checked(
            tmp_path / "ws",
            several,
            cluster=machines.address,
            told=told.append,
            at={
                0: lambda: machines.kill("first"),
                4: lambda: machines.join("fourth"),
                20: lambda: machines.kill("second"),
            },
        )
    finally:
        machines.stop()
    assert found == alone[1] * _TURNS
    assert [words for words in told if "A worker is gone" in words]


def test_a_worker_may_die_while_the_corpus_is_dealt_out(
    alone: tuple[Path, list[Any]],
    tmp_path: Path,
    articles: Path,
    shared: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shutil.copytree(shared, tmp_path / "ws")
    machines = Machines(tmp_path / "machines")
    whole = dealing.Cut.part

    def part(cut: dealing.Cut, place: int) -> Part:
        if place == 2 and machines.has("first"):
            machines.kill("first")
        return whole(cut, place)

    monkeypatch.setattr(dealing.Cut, "part", part)
    try:
        machines.join("first", "second")
        machines.wait_for(2)
        found = checked(tmp_path / "ws", articles, cluster=machines.address)
    finally:
        machines.stop()
    assert found == alone[1]


def test_the_commands_work_on_a_cluster(
    tmp_path: Path, machines: Machines, capsys: pytest.CaptureFixture[str]
) -> None:
    printed = {}
    sources, articles = str(_ROOT / "examples" / "sources"), str(_ROOT / "examples" / "articles")
    for name, more in (("alone", ["--workers", "1"]), ("cluster", ["--cluster", machines.address])):
        folder = str(tmp_path / name)
        assert main(["add", sources, "--workspace", folder, *more]) == 0
        capsys.readouterr()
        assert main(["check", articles, "--json", "--workspace", folder, *more]) == 0
        out, err = capsys.readouterr()
        printed[name] = [comparable(json.loads(line)) for line in out.splitlines()]
        assert "9 checked" in err
    assert printed["cluster"] == printed["alone"] != []


def test_what_was_checked_on_a_cluster_is_up_to_date(
    shared: Path, machines: Machines, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "one.txt"
    article.write_text("Veridane sold 300,000 chips in the first half of 2025.\n", "utf-8")
    command = ["check", str(article), "--workspace", str(shared)]
    assert main([*command, "--cluster", machines.address]) == 0
    assert "1 checked" in capsys.readouterr().err
    assert main(command) == 0
    assert "1 up to date" in capsys.readouterr().err


def test_an_empty_corpus_is_no_error(
    tmp_path: Path, machines: Machines, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "one.txt"
    article.write_text("Veridane sold 300,000 chips in the first half of 2025.\n", "utf-8")
    options = ["--workspace", str(tmp_path / "ws"), "--cluster", machines.address]
    assert main(["check", str(article), "--json", *options]) == 0
    (row,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (row["suggestion"]["reason"], row["evidence"]) == ("no_evidence", [])
