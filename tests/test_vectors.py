"""embeddings/ is published whole or not at all, refuses what is not its own, and follows the rows."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from store_samples import SENTENCES, add, document, passages
from unprivileged import run_without_write_access

from factcheck.errors import UnknownName, VectorMismatch, WorkspaceError
from factcheck.generations import held_for_writing, left_behind, tidy
from factcheck.model import Language
from factcheck.store import Store
from factcheck.vectors import Vectors, VectorState

ENCODER = ("builtin", "r1", 8)


def encode(texts: list[str]) -> NDArray[np.float32]:
    """A unit vector for each text, decided by its characters."""
    rows = []
    for text in texts:
        seed = int(hashlib.sha256(text.encode("utf-8")).hexdigest()[:8], 16)
        rows.append(np.random.default_rng(seed).standard_normal(8))
    drawn = np.array(rows, dtype=np.float32).reshape(-1, 8)
    return np.asarray(drawn / np.linalg.norm(drawn, axis=1, keepdims=True), dtype=np.float32)


def put(vectors: Vectors, texts: dict[int, str]) -> None:
    """Add texts under numbers; each text's characters are its terms."""
    ids = {number: hashlib.sha256(text.encode("utf-8")).hexdigest()[:32] for number, text in texts.items()}
    vectors.add(ids, encode(list(texts.values())), [list(text) for text in texts.values()], [[]] * len(texts))


def put_source(store: Store, vectors: Vectors, language: Language) -> list[int]:
    """Add a sample source to the rows and to the vectors."""
    numbers = add(store, document(language))
    made = passages(document(language))
    vectors.add(
        {number: passage.id for number, passage in zip(numbers, made, strict=True)},
        encode([passage.text for passage in made]),
        [list(passage.text) for passage in made],
        [[] for _ in made],
    )
    return numbers


def best(vectors: Vectors, text: str) -> int:
    """The number nearest to `text` by meaning."""
    return int(vectors.search(encode([text]), 1)[1][0, 0])


def folders(path: Path) -> list[str]:
    return sorted(part.name for part in path.iterdir() if part.is_dir())


@pytest.fixture
def vectors(tmp_path: Path) -> Vectors:
    return Vectors(tmp_path / "embeddings").open(*ENCODER)


def test_an_empty_folder_finds_nothing(vectors: Vectors) -> None:
    assert len(vectors) == 0
    assert best(vectors, "x") == -1
    assert vectors.search_words(["x"], 3) == []
    assert not vectors.folder.exists()


def test_what_is_added_is_found_by_meaning_and_by_words_here_and_in_the_next_process(
    vectors: Vectors,
) -> None:
    texts = dict(enumerate((text for sentences in SENTENCES.values() for text in sentences), start=1))
    put(vectors, texts)
    for opened in (vectors, Vectors(vectors.folder).open(*ENCODER)):
        assert len(opened) == len(texts)
        assert [best(opened, text) for text in texts.values()] == list(texts)
        assert opened.search_words(["晶"], 5)[0][0] in (3, 5)
        only = np.array([2, 4], dtype=np.int64)
        assert set(opened.search(encode(["x"]), 3, allowed=only)[1][0].tolist()) == {2, 4, -1}
        assert opened.search_words(["晶"], 5, allowed=only) == []


def test_removing_removes_from_both(vectors: Vectors) -> None:
    put(vectors, {1: "甲乙", 2: "丙丁", 3: "ab"})
    assert vectors.remove([2, 99]) == 1
    assert vectors.remove([2]) == 0
    assert best(vectors, "丙丁") != 2
    assert vectors.search_words(["丙"], 3) == []
    assert len(Vectors(vectors.folder).open(*ENCODER)) == 2


def test_many_changes_are_published_once_at_the_end(vectors: Vectors) -> None:
    other = Vectors(vectors.folder).open(*ENCODER)
    put(vectors, {1: "甲"})
    before = folders(vectors.folder)
    with vectors.writing():
        put(vectors, {2: "乙"})
        put(vectors, {3: "丙"})
        vectors.remove([1])
        assert len(other) == 1
        assert best(other, "甲") == 1
        assert len(vectors) == 2
    assert len(other) == len(vectors) == 2
    assert vectors.search_words(["丙"], 2)[0][0] == other.search_words(["丙"], 2)[0][0] == 3
    assert len(folders(vectors.folder)) == 1
    assert folders(vectors.folder) != before


def test_a_change_that_changes_nothing_publishes_nothing(vectors: Vectors) -> None:
    put(vectors, {1: "甲"})
    before = (vectors.folder / "manifest.json").stat().st_ino, folders(vectors.folder)
    with vectors.writing():
        assert vectors.remove([7]) == 0
    vectors.add({}, encode([]), [], [])
    assert ((vectors.folder / "manifest.json").stat().st_ino, folders(vectors.folder)) == before


def test_a_change_that_fails_is_forgotten_on_disk_and_in_memory(vectors: Vectors) -> None:
    put(vectors, {1: "甲"})
    before = folders(vectors.folder)
    with pytest.raises(KeyError), vectors.writing():
        put(vectors, {2: "乙"})
        vectors.remove([1])
        raise KeyError("caller's own")
    assert len(vectors) == 1
    assert best(vectors, "乙") == 1
    assert vectors.search_words(["乙"], 2) == []
    assert folders(vectors.folder) == before
    with pytest.raises(ValueError, match="1 passages, 2 vectors"):
        vectors.add({5: "0" * 32}, encode(["a", "b"]), [[]], [[]])


def test_a_process_that_dies_while_writing_leaves_the_old_state(vectors: Vectors) -> None:
    put(vectors, {1: "甲"})
    code = (
        "import os, sys, numpy as np; from pathlib import Path; from factcheck.vectors import Vectors\n"
        "vectors = Vectors(Path(sys.argv[1])).open('builtin', 'r1', 8)\n"
        "with vectors.writing():\n"
        "    vectors.add({2: '0' * 32}, np.ones((1, 8), dtype=np.float32), [['x']], [[]])\n"
        "    os._exit(7)\n"
    )
    assert subprocess.run([sys.executable, "-c", code, str(vectors.folder)], timeout=60).returncode == 7
    assert len(folders(vectors.folder)) == 2
    assert len(vectors) == len(Vectors(vectors.folder).open(*ENCODER)) == 1
    put(vectors, {3: "丙"})
    assert len(vectors) == 2
    assert len(folders(vectors.folder)) == 1


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (("potion", "r1", 8), "encoder builtin .*encoder potion"),
        (("builtin", "r2", 8), r"\(r1\).*\(r2\)"),
        (("builtin", "r1", 9), "dimension 8.*dimension 9"),
    ],
)
def test_another_encoder_is_refused_with_both_values_and_the_command(
    vectors: Vectors, other: tuple[str, str, int], said: str, tmp_path: Path
) -> None:
    put(vectors, {1: "甲"})
    with pytest.raises(VectorMismatch, match=f"{said}.*factcheck doctor --repair"):
        Vectors(vectors.folder).open(*other)
    with Store(tmp_path / "claims.db") as store:
        assert Vectors(vectors.folder).state(store, *other) is VectorState.FOREIGN


def test_rebuilding_takes_another_encoder_and_serves_the_old_until_the_end(vectors: Vectors) -> None:
    put(vectors, {1: "甲", 2: "乙"})
    reader, writer = Vectors(vectors.folder).open(*ENCODER), Vectors(vectors.folder)
    with pytest.raises(KeyError), writer.rebuilding("potion", "r9", 8):
        raise KeyError
    assert len(reader) == 2
    with writer.rebuilding("potion", "r9", 8):
        put(writer, {4: "丁"})
        assert len(reader) == 2
    assert len(writer) == len(Vectors(vectors.folder).open("potion", "r9", 8)) == 1
    with pytest.raises(VectorMismatch, match="potion"):
        len(reader)


@pytest.mark.parametrize("file", ["vectors/flat.faiss", "passages.npy", "lexical/meta.json"])
def test_missing_files_are_seen_and_mended(vectors: Vectors, tmp_path: Path, file: str) -> None:
    with Store(tmp_path / "claims.db") as store:
        assert vectors.state(store, *ENCODER) is VectorState.OK
        put_source(store, vectors, Language.HANT)
        assert vectors.state(store, *ENCODER) is VectorState.OK
        (vectors.folder / folders(vectors.folder)[0] / file).unlink()
        assert vectors.state(store, *ENCODER) is VectorState.MISSING
        fresh = Vectors(vectors.folder)
        with fresh.rebuilding(*ENCODER):
            for batch in store.iter_passages():
                put_these = {number: passage.id for number, passage in batch}
                texts = [passage.text for _, passage in batch]
                fresh.add(put_these, encode(texts), [list(text) for text in texts], [[] for _ in texts])
        assert fresh.state(store, *ENCODER) is VectorState.OK
        assert fresh.matches(store)


@pytest.mark.parametrize(
    "damage",
    [
        "{",
        "[]",
        '{"format": 1}',
        "{}",
        "[" * 200_000,
        '{"format": "2"}',
        '{"format": 2, "encoder": "", "revision": "", "dimension": 8, "index": "flat", "count": 1,'
        ' "digest": "", "generation": 5}',
        '{"format": 2, "encoder": "", "revision": "", "dimension": 8, "index": "flat", "count": 1,'
        ' "digest": "", "generation": "../elsewhere"}',
    ],
    ids=range(8),
)
def test_a_manifest_that_cannot_be_understood_names_the_command(
    vectors: Vectors, tmp_path: Path, damage: str
) -> None:
    put(vectors, {1: "甲"})
    (vectors.folder / "manifest.json").write_text(damage, encoding="utf-8")
    with pytest.raises(VectorMismatch, match=r"manifest.json.*doctor --repair"):
        Vectors(vectors.folder).open(*ENCODER)
    with Store(tmp_path / "claims.db") as store:
        assert Vectors(vectors.folder).state(store, *ENCODER) is VectorState.MISSING
    with Vectors(vectors.folder).rebuilding(*ENCODER):
        pass
    assert len(Vectors(vectors.folder).open(*ENCODER)) == 0


def test_a_count_that_differs_from_the_manifest_is_refused(vectors: Vectors) -> None:
    put(vectors, {1: "甲"})
    path = vectors.folder / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), "count": 5}), encoding="utf-8")
    with pytest.raises(VectorMismatch, match="should hold 5 passages, found are 1 vectors"):
        Vectors(vectors.folder).open(*ENCODER)


def test_the_folder_follows_the_rows(vectors: Vectors, tmp_path: Path) -> None:
    with Store(tmp_path / "claims.db") as store:
        assert vectors.matches(store)
        kept = put_source(store, vectors, Language.HANT)
        gone = put_source(store, vectors, Language.EN)
        assert vectors.matches(store)
        assert vectors.difference(store) == ([], [])
        store.remove_source(document(Language.EN).id)
        new = add(store, document(Language.MIXED))
        assert not vectors.matches(store)
        assert vectors.state(store, *ENCODER) is VectorState.STALE
        assert vectors.difference(store) == (new, gone)
        shutil.rmtree(vectors.folder)
        assert vectors.state(store, *ENCODER) is VectorState.MISSING
        assert not vectors.matches(store)
        assert vectors.difference(store) == (kept + new, [])


def test_a_writer_waits_for_another_and_says_so_when_it_takes_too_long(vectors: Vectors) -> None:
    put(vectors, {1: "甲"})
    held, release = threading.Event(), threading.Event()

    def hold() -> None:
        with held_for_writing(vectors.folder):
            held.set()
            release.wait(30)

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait(30)
    with pytest.raises(WorkspaceError, match=r"Another process .*write\.lock"):
        held_for_writing(vectors.folder, timeout=0.1).__enter__()
    threading.Timer(0.2, release.set).start()
    put(vectors, {2: "乙"})
    thread.join()
    assert len(vectors) == 2


def test_two_processes_may_write_and_a_third_reads_throughout(vectors: Vectors) -> None:
    code = (
        "import sys, numpy as np; from pathlib import Path; from factcheck.vectors import Vectors\n"
        "vectors, first = Vectors(Path(sys.argv[1])).open('builtin', 'r1', 8), int(sys.argv[2])\n"
        "for number in range(first, first + 8):\n"
        "    one = np.eye(8, dtype=np.float32)[[number % 8]]\n"
        "    vectors.add({number: f'{number:032x}'}, one, [['x']], [[]])\n"
    )
    put(vectors, {1: "甲"})
    writers = [
        subprocess.Popen([sys.executable, "-c", code, str(vectors.folder), first]) for first in ("100", "200")
    ]
    sizes = [len(vectors)]
    while any(writer.poll() is None for writer in writers):
        assert len(vectors.search_words(["x"], 50)) + 1 >= sizes[-1]
        sizes.append(len(vectors))
    assert [writer.returncode for writer in writers] == [0, 0]
    assert sizes == sorted(sizes)
    assert len(vectors) == 17


def test_a_folder_that_cannot_be_written_is_read_and_not_changed(vectors: Vectors) -> None:
    put(vectors, {1: "甲", 2: "乙"})
    imports = (
        "import sys, tempfile, faiss, tantivy, filelock, numpy; from pathlib import Path\n"
        "import factcheck.indexes.flat; from factcheck.vectors import Vectors\n"
        "from factcheck.errors import WorkspaceError"
    )
    code = (
        "vectors = Vectors(Path(sys.argv[1])).open('builtin', 'r1', 8)\n"
        "print(len(vectors), vectors.search_words(['乙'], 3)[0][0])\n"
        "try: vectors.remove([1])\n"
        "except WorkspaceError as error: print(error)\n"
    )
    found, refused = run_without_write_access(imports, code, vectors.folder)
    assert found == "2 2"
    assert "Cannot write" in refused


def test_unopened_and_unknown_are_refused(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="not open"):
        len(Vectors(tmp_path))
    with pytest.raises(UnknownName, match="Unknown index 'flatt'"):
        Vectors(tmp_path, index="flatt").open(*ENCODER)


@pytest.mark.parametrize(
    "damage", ["[" * 200_000, '{"a": 5}', '{"a": {"size": "8", "sample": "", "whole": ""}}']
)
def test_seals_that_cannot_be_understood_name_the_command(vectors: Vectors, damage: str) -> None:
    put(vectors, {1: "甲"})
    (seals,) = vectors.folder.glob("*/seals.json")
    seals.write_text(damage, encoding="utf-8")
    with pytest.raises(VectorMismatch, match=r"seals.json cannot be understood.*doctor --repair"):
        Vectors(vectors.folder).open(*ENCODER)


def test_what_a_manifest_names_that_cannot_be_read_for_a_moment_is_not_deleted(vectors: Vectors) -> None:
    """As when a process has no handle left for opening it: nothing says then which generation is in force."""
    put(vectors, {1: "甲"})
    manifest, aside = vectors.folder / "manifest.json", vectors.folder / "elsewhere.json"
    before = folders(vectors.folder)
    manifest.rename(aside)
    manifest.mkdir()
    assert not tidy(vectors.folder)
    assert left_behind(vectors.folder) == []
    manifest.rmdir()
    aside.rename(manifest)
    assert folders(vectors.folder) == before
    assert best(Vectors(vectors.folder).open(*ENCODER), "甲") == 1


@pytest.mark.skipif(os.name == "nt", reason="folders are not synced there")
def test_what_a_manifest_names_is_on_disk_before_it_is(
    vectors: Vectors, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A power cut after the rename must find every byte: files, the folders that name them, the new manifest;
    and the rename itself is waited for."""
    put(vectors, {1: "甲"})
    on_disk: set[int] = set()
    at_renaming: list[set[int]] = []
    real_sync, real_replace = os.fsync, Path.replace

    def sync(handle: int) -> None:
        real_sync(handle)
        on_disk.add(os.fstat(handle).st_ino)

    def replace(path: Path, target: Path) -> Path:
        if target.name == "manifest.json":
            on_disk.discard(vectors.folder.stat().st_ino)
            at_renaming.append({*on_disk})
        return real_replace(path, target)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(Path, "replace", replace)
    put(vectors, {2: "乙 second"})
    monkeypatch.undo()
    (before,) = at_renaming
    manifest = vectors.folder / "manifest.json"
    home = vectors.folder / json.loads(manifest.read_text("utf-8"))["generation"]
    named = [path for path in home.rglob("*") if path.suffix != ".lock"]
    assert len(named) > 5
    lacking = [path.name for path in (*named, home, manifest) if path.stat().st_ino not in before]
    assert lacking == []
    assert vectors.folder.stat().st_ino in on_disk


@pytest.mark.parametrize("which", ["coming.json", "seals.json"])
def test_a_set_that_waits_and_cannot_be_read_for_a_moment_is_not_deleted(
    vectors: Vectors, which: str
) -> None:
    put(vectors, {1: "甲"})
    with Vectors(vectors.folder).replacing("builtin", "r2", 8):
        pass
    before = folders(vectors.folder)
    home = json.loads((vectors.folder / "coming.json").read_text("utf-8"))["generation"]
    file = vectors.folder / ("coming.json" if which == "coming.json" else f"{home}/seals.json")
    aside = vectors.folder / "aside"
    file.rename(aside)
    # A folder of its name is there and cannot be opened as a file.
    file.mkdir()
    assert left_behind(vectors.folder) == []
    put(vectors, {2: "乙"})
    file.rmdir()
    aside.rename(file)
    assert set(before) - set(folders(vectors.folder)) <= {one for one in before if one != home}
    assert (vectors.folder / home / "vectors").is_dir()
