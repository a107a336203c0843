"""Faults that kills and full disks brought to light once, each at the very moment that mattered."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from faults.disks import limit_files
from faults.dumps import dump
from faults.forks import Child
from faults.places import filled, source_rows, table
from faults.sound import finished, opens_sound

from factcheck import Workspace, corpus
from factcheck.doctor import diagnose, repair
from factcheck.generations import IN_FORCE, held_for_writing
from factcheck.indexes.flat import FlatIndex


class _Stop(BaseException):
    """A stop that no part of the program handles, as a kill is."""


def stop(*_: object) -> None:
    raise _Stop


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sources") / "ws"
    filled(folder, source_rows(0, 5))
    return folder


def edit(workspace: Workspace, place: Path) -> None:
    (card,) = [card for card in workspace.sources() if card.path == "source 1"]
    workspace.edit_source(card.id, title="新題 source 改過的題目", published=date(2024, 1, 2))


def read_again(workspace: Workspace, place: Path) -> None:
    row = source_rows(1, 1)[0] | {"title": "新題 source 改過的題目"}
    list(workspace.add([table(place / "again.jsonl", [row])]))


def merge(workspace: Workspace, place: Path) -> None:
    filled(place / "other", [source_rows(1, 1)[0] | {"title": "新題 source 改過的題目"}])
    workspace.merge(place / "other")


@pytest.mark.parametrize("change", [edit, read_again, merge])
def test_a_stop_between_a_new_title_and_its_index_is_seen(
    sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Workspace, Path], None]
) -> None:
    """The passages would otherwise be found by their old title for good."""
    for name in ("whole", "stopped"):
        (tmp_path / name).mkdir()
        shutil.copytree(sources, tmp_path / name / "ws")
    with Workspace(tmp_path / "whole" / "ws", workers=1) as workspace:
        change(workspace, tmp_path / "whole")
    folder = tmp_path / "stopped" / "ws"
    with Workspace(folder, workers=1) as workspace:
        workspace.search("x")
        with monkeypatch.context() as patch, pytest.raises(_Stop):
            patch.setattr(corpus, "index_passages", stop)
            change(workspace, tmp_path / "stopped")
    with Workspace(folder) as workspace:
        assert "lacks 3 passages" in diagnose(workspace).problems[0].what
    opens_sound(folder)
    finished(folder)
    assert dump(folder, exact=False) == dump(tmp_path / "whole" / "ws", exact=False)


def save(folder: Path, limit: int) -> None:
    """In a child: write an index of 66 vectors where files may have so many bytes."""
    index = FlatIndex(256)
    index.add(np.arange(66), np.eye(66, 256, dtype=np.float32))
    limit_files(limit)
    try:
        index.save(folder)
    except OSError:
        sys.exit(3)


def test_an_index_of_which_the_end_finds_no_room_is_not_taken_for_whole(tmp_path: Path) -> None:
    assert Child(tmp_path / "said", save, tmp_path / "whole", 1 << 20).end() == 0
    size = (tmp_path / "whole" / "flat.faiss").stat().st_size
    for missing in (1, 100, 2000):
        assert Child(tmp_path / "said", save, tmp_path / str(missing), size - missing).end() == 3
    assert len(FlatIndex.load(tmp_path / "whole")) == 66


def test_a_manifest_that_says_other_passages_is_named_and_mended(sources: Path, tmp_path: Path) -> None:
    folder = tmp_path / "ws"
    shutil.copytree(sources, folder)
    path = folder / "embeddings" / IN_FORCE
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | {"digest": "0" * 16}), encoding="utf-8")
    with Workspace(folder) as workspace:
        (problem,) = diagnose(workspace).problems
        assert "its manifest says 0000" in problem.what and "\n" not in problem.what
    opens_sound(folder)
    finished(folder)


def test_what_a_stop_left_is_named_and_deleted_but_not_what_is_being_written(
    sources: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "ws"
    shutil.copytree(sources, folder)
    embeddings = folder / "embeddings"
    (embeddings / "000009-0123abcd" / "lexical").mkdir(parents=True)
    (embeddings / "000009-0123abcd" / "passages.npy").write_bytes(b"half")
    (embeddings / f"{IN_FORCE}.new").write_text("{", encoding="utf-8")
    with Workspace(folder, workers=1) as workspace:
        with held_for_writing(embeddings):
            assert diagnose(workspace).sound
            list(repair(workspace))
            assert (embeddings / "000009-0123abcd").is_dir()
        (problem,) = diagnose(workspace).problems
        assert "5 bytes that a stop left" in problem.what and "deletes" in problem.remedy
        assert list(repair(workspace)) == ["embeddings/: what a stop had left unfinished is deleted."]
    finished(folder)
