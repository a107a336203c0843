"""Opening sees what a sample shows, the whole reading sees every byte, and shared files keep their seals."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from factcheck import seals
from factcheck.seals import FILE, first_broken, read_seals, seal_generation

BLOCK = 4096


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A generation with a large file, a small one, one below a folder and an empty one."""
    made = tmp_path / "1"
    (made / "vectors").mkdir(parents=True)
    (made / "vectors" / "rows.npy").write_bytes(bytes(range(256)) * 16 * 200)
    (made / "small").write_bytes("通路".encode())
    (made / "empty").write_bytes(b"")
    (made / ".lock").write_bytes(b"held")
    seal_generation(made, None)
    return made


def flip(path: Path, place: int) -> None:
    with path.open("r+b") as file:
        file.seek(place)
        (byte,) = file.read(1)
        file.seek(place)
        file.write(bytes([byte ^ 1]))


def sampled(size: int) -> list[int]:
    """Where the blocks begin that are looked at on opening."""
    return sorted({(size - BLOCK) * block // 7 for block in range(8)})


def test_what_was_sealed_is_whole(home: Path) -> None:
    assert set(read_seals(home)) == {"vectors/rows.npy", "small", "empty"}
    assert first_broken(home) is None
    assert first_broken(home, whole=True) is None


@pytest.mark.parametrize("block", range(8))
def test_a_flipped_byte_in_a_sampled_block_is_seen_on_opening(home: Path, block: int) -> None:
    path = home / "vectors" / "rows.npy"
    flip(path, sampled(path.stat().st_size)[block] + 17 * block)
    assert first_broken(home) == "vectors/rows.npy has other bytes than were written"
    assert first_broken(home, whole=True) == "vectors/rows.npy has other bytes than were written"


def test_one_elsewhere_is_seen_by_the_whole_reading_only(home: Path) -> None:
    path = home / "vectors" / "rows.npy"
    between = sampled(path.stat().st_size)[3] + BLOCK + 5
    flip(path, between)
    assert first_broken(home) is None
    assert first_broken(home, whole=True) == "vectors/rows.npy has other bytes than were written"


@pytest.mark.parametrize("name", ["small", "vectors/rows.npy", "empty"])
@pytest.mark.parametrize("whole", [False, True])
def test_another_size_is_always_seen(home: Path, name: str, whole: bool) -> None:
    size = (home / name).stat().st_size
    with (home / name).open("ab") as file:
        file.write(b"\0")
    wanted = f"{name} has {size + 1:,} bytes, wanted are {size:,}"
    assert first_broken(home, whole=whole) == wanted


@pytest.mark.parametrize("name", ["small", "vectors/rows.npy", FILE])
def test_a_missing_file_and_missing_seals_are_missing(home: Path, name: str) -> None:
    (home / name).unlink()
    with pytest.raises(FileNotFoundError):
        first_broken(home)


@pytest.mark.parametrize("content", ["{", "[1]", '{"small": {"size": 6}}', '{"small": 3}'])
def test_seals_that_cannot_be_understood_are_said(home: Path, content: str) -> None:
    (home / FILE).write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match="cannot be understood"):
        read_seals(home)


def test_shared_files_keep_their_seals_and_are_not_read(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    after = tmp_path / "2"
    (after / "vectors").mkdir(parents=True)
    os.link(home / "vectors" / "rows.npy", after / "vectors" / "rows.npy")
    shutil.copy(home / "small", after / "small")
    (after / "new").write_bytes(b"new")
    read, whole = list[str](), seals._whole

    def counted(path: Path) -> str:
        read.append(path.name)
        return whole(path)

    monkeypatch.setattr(seals, "_whole", counted)
    seal_generation(after, home)
    assert sorted(read) == ["new", "small"]
    assert read_seals(after)["vectors/rows.npy"] == read_seals(home)["vectors/rows.npy"]
    assert set(read_seals(after)) == {"vectors/rows.npy", "small", "new"}


def test_damage_in_a_shared_file_is_not_sealed_over(home: Path, tmp_path: Path) -> None:
    path = home / "vectors" / "rows.npy"
    flip(path, sampled(path.stat().st_size)[3] + BLOCK + 5)
    after = tmp_path / "2"
    (after / "vectors").mkdir(parents=True)
    os.link(path, after / "vectors" / "rows.npy")
    seal_generation(after, home)
    assert first_broken(after, whole=True) == "vectors/rows.npy has other bytes than were written"


def test_a_file_of_the_same_name_that_is_another_gets_its_own_seal(home: Path, tmp_path: Path) -> None:
    after = tmp_path / "2"
    after.mkdir()
    (after / "small").write_bytes(b"other!")
    seal_generation(after, home)
    assert first_broken(after, whole=True) is None


def test_damaged_seals_before_do_not_keep_a_new_generation_from_being_made(
    home: Path, tmp_path: Path
) -> None:
    (home / FILE).write_text("{", encoding="utf-8")
    after = tmp_path / "2"
    after.mkdir()
    os.link(home / "small", after / "small")
    seal_generation(after, home)
    assert first_broken(after, whole=True) is None
