"""What is read beside documents: settings, measuring files, and the workspace that is merged into another."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from fuzz.fuzzing import CORPUS, answered, assert_clear, fuzz
from fuzz.hostile import mutated, mutated_bytes, texts
from fuzz.seeds import JSON_WORDS, written
from hypothesis import strategies as st
from store_samples import add, document

from factcheck.errors import ReadError
from factcheck.evaluate import checkworthiness, translation
from factcheck.evaluate.gold import read_gold
from factcheck.evaluate.pools import pool_of_verdicts, read_pool
from factcheck.evaluate.rows import read_verdicts
from factcheck.model import Document, Language
from factcheck.settings import Settings, load_settings
from factcheck.settings_file import write_settings
from factcheck.store import Store

_SETTINGS = (CORPUS / "settings" / "factcheck.toml").read_text("utf-8")
_TOML = (
    "[a]",
    "[[a]]",
    "a.b = 1",
    "top = ",
    "true",
    "nan",
    "-inf",
    "1e999",
    "9" * 5000,
    "0x_",
    "'''",
    '"""',
    "\\ud800",
    "[" * 3000,
    "{",
)
_values: st.SearchStrategy[object] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)


def test_settings(tmp_path: Path) -> None:
    def check(text: str) -> None:
        path = written(tmp_path, "factcheck.toml", text.encode("utf-8", "surrogatepass"))
        answered(lambda: load_settings(tmp_path))
        answered(lambda: write_settings(path, {"top": 7, "publisher": text[:40]}))
        assert not list(tmp_path.glob("*.new"))

    fuzz(mutated([_SETTINGS], _TOML), check, ci=80)


def test_settings_as_arguments() -> None:
    names = st.sampled_from([*Settings.__dataclass_fields__, "topp"])

    def check(overrides: dict[str, object]) -> None:
        answered(lambda: load_settings(None, overrides))

    fuzz(st.dictionaries(names, _values, max_size=3), check)


_READERS: dict[str, Callable[[Path], object]] = {
    "verdicts.jsonl": lambda path: (read_verdicts(path), pool_of_verdicts(path)),
    "gold.jsonl": read_gold,
    "translation.jsonl": lambda path: translation._rows(path, None),
    "checkworthiness.jsonl": checkworthiness._rows,
    "documents.jsonl": lambda path: read_pool(path, CORPUS / "evaluate" / "queries.jsonl"),
    "queries.jsonl": lambda path: read_pool(CORPUS / "evaluate" / "documents.jsonl", path),
}


@pytest.mark.parametrize("name", sorted(_READERS))
def test_measuring_files(name: str, tmp_path: Path) -> None:
    seeds = (CORPUS / "evaluate" / name).read_bytes()
    lines = seeds.splitlines(keepends=True)

    def check(case: tuple[bytes, bool]) -> None:
        data, is_packed = case
        file = f"{name}.gz" if is_packed else name
        path = written(tmp_path, file, gzip.compress(data, 1) if is_packed else data)
        try:
            _READERS[name](path)
        except ReadError as error:
            assert_clear(str(error))

    rows = st.fixed_dictionaries({}, optional={key: _values for key in _keys(lines)}).map(_row)
    damaged = mutated_bytes([seeds, *lines], JSON_WORDS)
    fuzz(st.tuples(damaged | damaged | rows, st.booleans()), check, ci=40)


def _keys(lines: list[bytes]) -> list[str]:
    return sorted({key for line in lines for key in json.loads(line)})


def _row(values: dict[str, object]) -> bytes:
    return json.dumps(values).encode("utf-8")


def test_packed_measuring_files_that_are_damaged(tmp_path: Path) -> None:
    sound = gzip.compress((CORPUS / "evaluate" / "gold.jsonl").read_bytes())

    def check(data: bytes) -> None:
        answered(lambda: read_gold(written(tmp_path, "gold.jsonl.gz", data)))

    fuzz(mutated_bytes([sound]), check, ci=30)


def test_merging_a_damaged_workspace(tmp_path: Path) -> None:
    """What is merged is another's: whatever it holds, this workspace stays sound and keeps what it has."""
    source = document(Language.EN)
    theirs = _database(tmp_path / "other.db", document(Language.HANT))
    ours = _database(tmp_path / "own.db", source)
    reached: Counter[str] = Counter()

    def check(edits: _Edits) -> None:
        # Anew for each case: what one brought would be nothing new in the next.
        own, other = _alone(tmp_path, "own.db", ours), _alone(tmp_path, "damaged.db", _damaged(theirs, edits))
        with Store(own) as store:
            # It is looked through by merging itself, which refuses most of them.
            merged = answered(lambda: store.merge(other))
            reached["refused" if merged is None else "merged" if merged.sources else "nothing new"] += 1
            assert store.document(source.id).text == source.text
            assert store.verify() == []

    fuzz(_edits(len(theirs)), check, ci=30)
    assert reached["merged"] and reached["refused"], reached


def _database(path: Path, held: Document) -> bytes:
    with Store(path) as store:
        add(store, held)
    return path.read_bytes()


def _alone(folder: Path, name: str, data: bytes) -> Path:
    """A database without what SQLite left beside an earlier one of the name."""
    for rest in ("-wal", "-shm"):
        (folder / f"{name}{rest}").unlink(missing_ok=True)
    return written(folder, name, data)


_Edits = list[tuple[int, bytes]] | int
"""Where in a database which bytes stand instead, or where it ends: a failing case is shown by these alone."""


def _edits(size: int) -> st.SearchStrategy[_Edits]:
    """Of a database of `size` bytes: in its header, its schema and its rows."""
    places = st.one_of(st.integers(0, 99), st.integers(100, size - 9), st.integers(100, 4095))
    edit = st.tuples(places, st.binary(min_size=1, max_size=8))
    return st.lists(edit, min_size=1, max_size=4) | st.integers(0, size)


def _damaged(sound: bytes, edits: _Edits) -> bytes:
    if isinstance(edits, int):
        return sound[:edits]
    data = bytearray(sound)
    for place, new in edits:
        data[place : place + len(new)] = new
    return bytes(data)
