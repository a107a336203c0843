"""Files and folders that cannot be written, one after the other: one clear line at most, and nothing is lost."""

from __future__ import annotations

import json
import shutil
import stat
import sys
from pathlib import Path

import pytest
from faults.forks import Child
from faults.rights import obey_modes
from faults.wholes import assert_nothing_is_lost, do, whole_of
from faults.works import WORKS
from nights import NIGHTLY

from factcheck.console import say
from factcheck.errors import FactcheckError
from factcheck.generations import IN_FORCE

_NEEDED = ("the folder", "claims.db", "embeddings")
_REPLACED = ("manifest", "generation", "word index")
"""What is written anew beside the old one, so that its own mode decides nothing."""
_TURNS = {
    "adding": "manifest",
    "changing": "generation",
    "checking": "claims.db",
    "switching": "word index",
    "reviewing": "the folder",
    "migrating": "claims.db",
    "merging": "embeddings",
}
"""The part that is a work's turn; every one that it writes at night."""


def do_obeying_modes(place: Path, name: str, heard: Path) -> None:
    """In a child: the work, by one to whom modes apply; exit code 1 with what a person would read."""
    obey_modes()
    try:
        do(place, name, heard)
    except FactcheckError as error:
        say(str(error))
        sys.exit(1)


def part_of(folder: Path, part: str) -> Path:
    """Where a part of a workspace lies."""
    embeddings = folder / "embeddings"
    manifest = embeddings / IN_FORCE
    generation = embeddings / str(json.loads(manifest.read_text("utf-8"))["generation"])
    return {
        "the folder": folder,
        "claims.db": folder / "claims.db",
        "embeddings": embeddings,
        "manifest": manifest,
        "generation": generation,
        "word index": generation / "lexical",
    }[part]


@pytest.mark.parametrize("name", WORKS)
def test_what_cannot_be_written_is_said_in_one_line(tmp_path: Path, name: str) -> None:
    whole = whole_of(name)
    indexed = any(one.startswith("embeddings/") for one in whole.written)
    for part in (*_NEEDED, *(_REPLACED if indexed else ())) if NIGHTLY else [_TURNS[name]]:
        assert indexed or part not in _REPLACED, f"{name} writes no {part}"
        place, heard = tmp_path / part / "place", tmp_path / f"{part}.heard"
        shutil.copytree(whole.begun, place)
        locked = part_of(place / "ws", part)
        mode = stat.S_IMODE(locked.stat().st_mode)
        locked.chmod(mode & ~0o222)
        child = Child(tmp_path / f"{part}.said", do_obeying_modes, place, name, heard)
        code = child.end()
        locked.chmod(mode)
        if code:
            assert (code, child.said.count("\n")) == (1, 1), child.said
            assert "writ" in child.said and str(place / "ws") in child.said, child.said
        else:
            assert not child.said and part in _REPLACED, (part, child.said)
        assert_nothing_is_lost(whole, place, heard, part, ask_doctor=part in _REPLACED)
        shutil.rmtree(place)
