"""Files of embeddings/ damaged byte by byte, exchanged and deleted: never another answer, and doctor mends it."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from faults.dumps import Dump, differences, dump
from faults.forks import Child
from faults.places import QUESTIONS, article_rows, filled, source_rows, table
from faults.sound import finished, opens_sound
from nights import NIGHTLY, times
from table_contents import answers

from factcheck import Workspace
from factcheck.console import say
from factcheck.errors import FactcheckError
from factcheck.generations import COMING, IN_FORCE
from factcheck.vectors import Vectors

_SEED = 20251128
_BYTES = 12
"""Bytes of each file that are damaged, one after the other; at night every one."""
_UNREAD = ".managed.json"
"""The one file that no seal is for."""
_MENDED = times(ci=1, nightly=8)
"""Damages of each file that doctor is asked to mend."""


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace whose corpus has some sources taken out again, as one in use has.

    Its files are so small that opening looks at all of their bytes (see factcheck.seals); that doctor reads those
    of larger ones is in tests/test_doctor.py.
    """
    folder = tmp_path_factory.mktemp("sound") / "ws"
    filled(folder, source_rows(0, 10))
    with Workspace(folder, workers=1) as workspace:
        for card in workspace.sources()[3:5]:
            workspace.remove_source(card.id)
    return folder


@pytest.fixture(scope="module")
def made(sound: Path) -> Dump:
    return dump(sound, exact=False)


def files(folder: Path) -> list[Path]:
    """The files that searching reads, below a workspace."""
    found = (folder / "embeddings").rglob("*")
    return sorted(path for path in found if path.is_file() and path.stat().st_size and path.suffix != ".lock")


def places(path: Path, chance: random.Random) -> list[int]:
    """Which bytes of a file are damaged: its first and its last among them."""
    size = path.stat().st_size
    if NIGHTLY or size <= _BYTES:
        return list(range(size))
    return sorted({0, size - 1, *chance.sample(range(size), _BYTES - 2)})


def damage(path: Path, place: int, flips: int) -> None:
    """Turn over the bits `flips` of one byte."""
    with path.open("r+b") as file:
        file.seek(place)
        (byte,) = file.read(1)
        file.seek(place)
        file.write(bytes([byte ^ flips]))


def search_damaged(folder: Path, name: str) -> None:
    """In a child, which a library may crash: search with one byte damaged after another; what is wrong is said."""
    path, chance = folder / name, random.Random(f"{_SEED} {name}")
    with Workspace(folder, workers=1) as workspace:
        best, encoder = answers(workspace, QUESTIONS[::4]), workspace.encoder
        machinery = encoder.name, encoder.revision, encoder.dimension
        for place in places(path, chance):
            flips = chance.randint(1, 255)
            damage(path, place, flips)
            try:
                workspace.vectors = Vectors(folder / "embeddings").open(*machinery)
                if answers(workspace, QUESTIONS[::4]) != best:
                    say(f"{name}: byte {place} turned by {flips} gives other answers")
            except FactcheckError as error:
                if "\n" in str(error) or "factcheck doctor --repair" not in str(error):
                    say(f"{name}: byte {place} turned by {flips} names no remedy: {error}")
            finally:
                workspace.vectors.close()
                damage(path, place, flips)
        # As it was, it is read: that nothing was answered above was for the damage.
        workspace.vectors = Vectors(folder / "embeddings").open(*machinery)
        if answers(workspace, QUESTIONS[::4]) != best:
            say(f"{name}: undamaged it gives other answers")


def test_no_damaged_byte_gives_another_answer(sound: Path, tmp_path: Path) -> None:
    shutil.copytree(sound, tmp_path / "ws")
    names = [path.relative_to(tmp_path / "ws").as_posix() for path in files(tmp_path / "ws")]
    assert len(names) >= 10
    for name in names:
        child = Child(tmp_path / "said", search_damaged, tmp_path / "ws", name)
        assert child.end(3600) == 0 and not child.said, f"{name}: {child.said}"


def test_doctor_mends_a_damaged_byte_of_any_file(sound: Path, made: Dump, tmp_path: Path) -> None:
    for number, path in enumerate(files(sound)):
        for turn in range(_MENDED):
            chance = random.Random(f"{_SEED} {number} {turn}")
            place = chance.choice(places(path, chance))
            folder = tmp_path / f"{number}-{turn}"
            shutil.copytree(sound, folder)
            damage(folder / path.relative_to(sound), place, flips := chance.randint(1, 255))
            where = f"{path.name}: byte {place} turned by {flips}"
            named = opens_sound(folder, where)
            # The list of its files that tantivy keeps for deleting them; searching never asks it.
            assert named or path.name == _UNREAD, where
            assert differences(made, dump(folder, exact=False)) == [], where


# -- files exchanged and deleted ---------------------------------------------------------------


def generation(folder: Path) -> Path:
    """The one that the manifest names."""
    manifest = json.loads((folder / "embeddings" / IN_FORCE).read_text("utf-8"))
    return folder / "embeddings" / str(manifest["generation"])


def manifest_of_another(folder: Path, other: Path) -> None:
    shutil.copyfile(other / "embeddings" / IN_FORCE, folder / "embeddings" / IN_FORCE)


def all_of_another(folder: Path, other: Path) -> None:
    shutil.rmtree(folder / "embeddings")
    shutil.copytree(other / "embeddings", folder / "embeddings")


def generation_of_another(folder: Path, other: Path) -> None:
    shutil.rmtree(generation(folder))
    shutil.copytree(generation(other), generation(folder))


def vectors_of_another(folder: Path, other: Path) -> None:
    shutil.rmtree(generation(folder) / "vectors")
    shutil.copytree(generation(other) / "vectors", generation(folder) / "vectors")


def manifest_is_empty(folder: Path, other: Path) -> None:
    (folder / "embeddings" / IN_FORCE).write_bytes(b"")


def manifest_gone(folder: Path, other: Path) -> None:
    (folder / "embeddings" / IN_FORCE).unlink()


def generation_gone(folder: Path, other: Path) -> None:
    shutil.rmtree(generation(folder))


def embeddings_gone(folder: Path, other: Path) -> None:
    shutil.rmtree(folder / "embeddings")


def a_waiting_set_is_gone(folder: Path, other: Path) -> None:
    shutil.copyfile(other / "embeddings" / IN_FORCE, folder / "embeddings" / COMING)


SWAPS: list[Callable[[Path, Path], None]] = [
    manifest_of_another,
    all_of_another,
    generation_of_another,
    vectors_of_another,
    manifest_is_empty,
    manifest_gone,
    generation_gone,
    embeddings_gone,
    a_waiting_set_is_gone,
]


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Another workspace with as many passages."""
    folder = tmp_path_factory.mktemp("other") / "ws"
    filled(folder, source_rows(32, 8))
    return folder


_ASKED = ("doctor", "nobody")
_CASES = [
    (swap, asked)
    for number, swap in enumerate(SWAPS)
    for asked in (_ASKED if NIGHTLY else [_ASKED[number % 2]])
]


@pytest.mark.parametrize(
    ("swap", "asked"), _CASES, ids=[f"{swap.__name__}-{asked}" for swap, asked in _CASES]
)
def test_what_is_exchanged_or_deleted_is_mended(
    sound: Path, made: Dump, other: Path, tmp_path: Path, swap: Callable[[Path, Path], None], asked: str
) -> None:
    """Doctor mends it; and who goes straight on is served, or told in one line that doctor mends it."""
    folder = tmp_path / "ws"
    shutil.copytree(sound, folder)
    swap(folder, other)
    if asked == "nobody":
        try:
            with Workspace(folder, workers=1) as workspace:
                assert list(workspace.add([table(tmp_path / "known.jsonl", source_rows(0, 2))]))
                assert workspace.search(QUESTIONS[0])
        except FactcheckError as error:
            assert "factcheck doctor --repair" in str(error)
    opens_sound(folder)
    finished(folder)
    assert differences(made, dump(folder, exact=False)) == []


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Dump]:
    """A place where sources are to be added and articles checked, and what that comes to."""
    place = tmp_path_factory.mktemp("undisturbed")
    filled(place / "ws", source_rows(0, 6))
    table(place / "sources.jsonl", source_rows(6, 6))
    table(place / "articles.jsonl", article_rows(3))
    done = place.with_name("done")
    shutil.copytree(place, done)
    add_and_check(done)
    return place, dump(done / "ws")


def add_and_check(place: Path, after: int = -1) -> None:
    """Do both, with embeddings/ deleted after so many documents."""
    with Workspace(place / "ws", workers=1) as workspace:
        outcomes = [workspace.add, workspace.check]
        targets = ["sources.jsonl", "articles.jsonl"]
        documents = (
            one for do, name in zip(outcomes, targets, strict=True) for one in do([str(place / name)])
        )
        for number, _ in enumerate(documents):
            if number == after:
                shutil.rmtree(place / "ws" / "embeddings")


@pytest.mark.parametrize("after", [0, 4, 7])
def test_embeddings_deleted_under_a_run_cost_a_repair_at_most(
    undisturbed: tuple[Path, Dump], tmp_path: Path, after: int
) -> None:
    place = tmp_path / "place"
    shutil.copytree(undisturbed[0], place)
    try:
        add_and_check(place, after)
    except FactcheckError as error:
        assert "factcheck doctor --repair" in str(error)
    opens_sound(place / "ws")
    add_and_check(place)
    finished(place / "ws")
    # What was checked while passages could not be found stands in the record of checks as well.
    assert [
        one for one in differences(undisturbed[1], dump(place / "ws")) if not one.startswith("checks")
    ] == []
