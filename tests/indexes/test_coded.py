"""Rows with codes: filters of every width, ties, and files that are damaged or missing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from factcheck.errors import WorkspaceError
from factcheck.indexes import coded
from factcheck.indexes.coded import CodedRows
from factcheck.indexes.flat import faiss_library

COUNT, DIMENSION = 3000, 16


def drawn(count: int, seed: int) -> NDArray[np.float32]:
    made = np.random.default_rng(seed).standard_normal((count, DIMENSION)).astype(np.float32)
    return np.asarray(made / np.linalg.norm(made, axis=1, keepdims=True), dtype=np.float32)


@pytest.fixture
def rows(tmp_path: Path) -> CodedRows:
    """3,000 rows under the even numbers, saved."""
    made = CodedRows(DIMENSION)
    (tmp_path / "index").mkdir()
    made.save(tmp_path / "index", 2 * np.arange(COUNT, dtype=np.int64), drawn(COUNT, 1))
    return made


@pytest.fixture
def scans(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bounds for a thousandth of the vectors that they are meant for."""
    monkeypatch.setattr(coded, "_DIRECT", 20)
    monkeypatch.setattr(coded, "_SCORED", 80)
    monkeypatch.setattr(coded, "_SCORED_FOR_EACH", 8)
    monkeypatch.setattr(coded, "_MOST_SCORED", 600)


@pytest.mark.usefixtures("scans")
@pytest.mark.parametrize("share", [2, 3, 7, 50, 200, COUNT, 2 * COUNT])
def test_a_filter_of_any_width_gives_the_best_of_what_it_allows(rows: CodedRows, share: int) -> None:
    """From nearly all rows, which codes choose among, to a few, which are all scored."""
    allowed = 2 * np.arange(0, COUNT, share, dtype=np.int64)
    allowed = np.concatenate([allowed, [1, 3, -4, 10**15]])  # what is not held changes nothing
    queries = drawn(20, 5)
    scores, numbers = rows.search(queries, 10, allowed)
    held = np.flatnonzero(np.isin(2 * np.arange(COUNT), allowed))
    best = -np.sort(-(queries @ drawn(COUNT, 1)[held].T), axis=1)[:, :10]
    given = min(10, len(held))
    assert set(numbers[numbers >= 0].tolist()) <= set(allowed.tolist())
    assert ((numbers >= 0).sum(axis=1) == given).all()
    assert (scores[:, :given] >= best[:, -1:] - 2e-3).mean() >= 0.97


@pytest.mark.usefixtures("scans")
def test_filtered_and_removed_rows_together(rows: CodedRows) -> None:
    rows.remove(np.arange(0, 400, dtype=np.int64))
    allowed = np.arange(0, 420, 2, dtype=np.int64)
    _, numbers = rows.search(drawn(3, 6), 30, allowed)
    assert [set(row.tolist()) for row in numbers] == [{*range(400, 420, 2), -1}] * 3


@pytest.mark.usefixtures("scans")
def test_more_wanted_than_is_scored_or_held(rows: CodedRows) -> None:
    queries = drawn(2, 7)
    for k in (100, 500, COUNT + 5):
        scores, numbers = rows.search(queries, k, None)
        wanted, _ = rows.exact(queries, k)
        assert ((numbers >= 0).sum(axis=1) == min(k, COUNT)).all()
        assert (np.diff(scores[:, : min(k, COUNT)]) <= 0).all()
        assert (scores[:, : min(k, COUNT)] >= wanted[:, [min(k, COUNT) - 1]] - 1e-6).mean() >= 0.97


@pytest.mark.usefixtures("scans")
def test_equal_scores_come_in_the_order_of_the_numbers(tmp_path: Path) -> None:
    same = np.repeat(drawn(1, 1), 400, axis=0)
    rows = CodedRows(DIMENSION)
    rows.save(tmp_path, np.arange(400, dtype=np.int64), same)
    for _, numbers in (rows.search(same[:1], 12, None), rows.exact(same[:1], 12)):
        assert len(set(numbers[0].tolist())) == 12
        assert (np.diff(numbers[0]) > 0).all()
    assert rows.exact(same[:1], 12)[1][0].tolist() == list(range(12))


def test_numbers_and_vectors_of_what_is_left(rows: CodedRows) -> None:
    rows.remove(np.array([0, 4], dtype=np.int64))
    numbers, vectors = rows.contents()
    assert numbers[:3].tolist() == [2, 6, 8]
    np.testing.assert_allclose(vectors, drawn(COUNT, 1)[numbers // 2], atol=1e-3)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def describe(home: Path, **values: object) -> None:
    path = home / "coded.json"
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), **values}), encoding="utf-8")


DAMAGE: dict[str, Callable[[Path], object]] = {
    "description cut": lambda home: cut(home / "coded.json"),
    "description of another kind": lambda home: (home / "coded.json").write_text("[]", encoding="utf-8"),
    "another dimension": lambda home: describe(home, dimension=DIMENSION + 1),
    "no dimension": lambda home: describe(home, dimension=None),
    "a layer too few": lambda home: describe(home, layers=[]),
    "codes cut": lambda home: cut(home / "codes.faiss"),
    "codes that are none": lambda home: (home / "codes.faiss").write_bytes(b"none"),
    "rows cut": lambda home: cut(next(home.glob("rows-*"))),
    "removals cut": lambda home: cut(home / "gone.npy"),
    "removals empty": lambda home: (home / "gone.npy").write_bytes(b""),
    "removals beyond": lambda home: np.save(home / "gone.npy", np.array([COUNT])),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_damage_gives_one_line_that_says_what_mends_it(rows: CodedRows, tmp_path: Path, name: str) -> None:
    rows.remove(np.arange(0, 40, dtype=np.int64))
    home = tmp_path / "damaged"
    home.mkdir()
    rows.save(home, np.zeros(0, dtype=np.int64), np.zeros((0, DIMENSION), dtype=np.float32))
    assert len(CodedRows.load(home)) == COUNT - 20
    DAMAGE[name](home)
    with pytest.raises(WorkspaceError, match="doctor --repair") as caught:
        CodedRows.load(home)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("pattern", ["codes.faiss", "gone.npy", "rows-*", "numbers-*", "coded.json"])
def test_a_missing_file_is_missing(rows: CodedRows, tmp_path: Path, pattern: str) -> None:
    assert len(rows) == COUNT
    next((tmp_path / "index").glob(pattern)).unlink()
    with pytest.raises(FileNotFoundError):
        CodedRows.load(tmp_path / "index")


def test_codes_of_an_earlier_version_are_read_and_grown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of two dimensions for each part as they are."""
    monkeypatch.setattr(coded, "_DIRECT", 20)
    faiss = faiss_library()

    def plain(sample: NDArray[np.float32]) -> Any:
        codes = faiss.IndexPQFastScan(DIMENSION, DIMENSION // 2, 4, faiss.METRIC_INNER_PRODUCT)
        codes.train(sample)
        return codes

    vectors, queries = drawn(COUNT + 1000, 1), drawn(20, 5)
    (tmp_path / "then").mkdir()
    (tmp_path / "now").mkdir()
    with monkeypatch.context() as then:
        then.setattr(coded, "learn_codes", plain)
        CodedRows(DIMENSION).save(tmp_path / "then", np.arange(COUNT, dtype=np.int64), vectors[:COUNT])
    read = CodedRows.load(tmp_path / "then")
    read.save(tmp_path / "now", np.arange(COUNT, COUNT + 1000, dtype=np.int64), vectors[COUNT:])
    grown = CodedRows.load(tmp_path / "now")
    assert isinstance(grown._codes, faiss.IndexPQFastScan)
    scores, _ = grown.search(queries, 10, None)
    best = -np.sort(-(queries @ vectors.T), axis=1)[:, 9:10]
    assert (scores >= best - 2e-3).mean() >= 0.97


def within(count: int, first: int, seed: int) -> NDArray[np.float32]:
    """Vectors of which eight dimensions from `first` on hold nearly all."""
    made = np.random.default_rng(seed).standard_normal((count, DIMENSION)).astype(np.float32)
    made[:, [*range(first), *range(first + 8, DIMENSION)]] *= 0.05
    return np.asarray(made / np.linalg.norm(made, axis=1, keepdims=True), dtype=np.float32)


@pytest.mark.parametrize(("later", "learnt"), [(0, COUNT), (8, COUNT + 2000)])
def test_codes_are_learnt_again_for_other_vectors_and_kept_for_more_of_the_same(
    tmp_path: Path, later: int, learnt: int
) -> None:
    """As a corpus of one language is that comes to hold another; added in two commands, each opened anew."""
    read = CodedRows(DIMENSION)
    start = 0
    for turn, vectors in enumerate([within(COUNT, 0, 1), within(500, later, 2), within(1500, later, 3)]):
        folder = tmp_path / str(turn)
        folder.mkdir()
        read.save(folder, np.arange(start, start + len(vectors), dtype=np.int64), vectors)
        read, start = CodedRows.load(folder), start + len(vectors)
        # Two thousand are a quarter and more of all; the first five hundred are not.
        assert read._learnt_among == (learnt if turn == 2 else COUNT)
