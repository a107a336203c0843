"""A workspace is made where it can be, and one clear line says why where it cannot."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from store_samples import add, document
from unprivileged import run_without_write_access

from factcheck.errors import WorkspaceError
from factcheck.folder import Folder, file_sizes
from factcheck.model import Language


def test_a_new_workspace_has_its_parts_and_can_be_made_again(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "深い" / "work space")
    assert not folder.exists
    with pytest.raises(WorkspaceError, match=r"No workspace.*factcheck add"):
        folder.require_existing()
    assert folder.create() is folder
    assert folder.exists
    assert folder.writable
    with folder.open_store() as store:
        add(store, document(Language.HANT))
    folder.create().require_existing()
    with folder.open_store(read_only=True) as store:
        assert store.stats()["sources"] == 1
    assert folder.embeddings.is_dir()
    assert len(folder.vectors().open("builtin", "r1", 4)) == 0


def test_parts_lie_where_the_layout_says(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    names = [folder.claims_db, folder.embeddings, folder.settings_file, folder.lock]
    assert [part.name for part in names] == ["claims.db", "embeddings", "factcheck.toml", "claims.db.lock"]
    assert {part.parent for part in names} == {tmp_path}
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", ["taken", "taken/below"])
def test_a_file_in_the_way_is_named(tmp_path: Path, place: str) -> None:
    (tmp_path / "taken").write_text("a letter", encoding="utf-8")
    with pytest.raises(WorkspaceError, match=r"no folder.*--workspace") as caught:
        Folder(tmp_path / place).create()
    assert "\n" not in str(caught.value)


def test_a_workspace_that_cannot_be_written_is_read_and_refused_for_writing(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "fixed").create()
    with folder.open_store() as store:
        add(store, document(Language.HANS))
    imports = (
        "import sys, factcheck.language.folding; from pathlib import Path\n"
        "from factcheck.folder import Folder; from factcheck.store import Store\n"
        "from factcheck.errors import WorkspaceError"
    )
    code = (
        "folder = Folder(Path(sys.argv[1]))\n"
        "with folder.open_store(read_only=True) as store: print(store.stats()['sources'])\n"
        "def write():\n"
        "    with folder.open_store() as store: store.record_failure('a', 'b')\n"
        "for act in (folder.require_writable, folder.create, Folder(folder.path / 'new').create, write):\n"
        "    try: act()\n"
        "    except WorkspaceError as error: print(error)\n"
    )
    count, *refused = run_without_write_access(imports, code, folder.path)
    assert count == "1"
    assert len(refused) == 4
    assert all("--workspace" in line for line in refused)


def test_a_file_with_two_names_is_measured_once_and_what_vanishes_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "甲").write_bytes(b"12345")
    os.link(tmp_path / "甲", tmp_path / "乙")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "c").write_bytes(b"123")
    assert sorted(size for _, size in file_sizes(tmp_path)) == [3, 5]
