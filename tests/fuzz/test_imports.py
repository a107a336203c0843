"""Every importer on damaged files of published fact-checks: claims, told problems, or one clear line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from fuzz.fuzzing import CORPUS, answered, assert_clear, assert_storable, fuzz
from fuzz.hostile import mutated, mutated_bytes, texts
from fuzz.seeds import JSON_WORDS, TABLE_WORDS, TAG_WORDS, packed, written
from hypothesis import strategies as st

from factcheck.errors import ReadError, UsageError
from factcheck.imports import Problem, importer_for, importers
from factcheck.imports.columns import columns_of
from factcheck.imports.fields import LONGEST_TEXT, iso_day
from factcheck.imports.ratings import ruling_of
from factcheck.imports.reviewed import is_reviewed, read_reviewed
from factcheck.queue import StatedVerdict
from factcheck.store import CheckedClaim

_FOLDER = CORPUS / "imports"
_WORDS = (*JSON_WORDS, *TABLE_WORDS, *TAG_WORDS)


def _files(*names: str) -> st.SearchStrategy[tuple[str, bytes]]:
    """(suffix, bytes) of damaged seeds."""
    paths = [_FOLDER / name for name in names]
    return st.sampled_from(paths).flatmap(
        lambda path: st.tuples(
            st.just(path.suffix), mutated_bytes([path.read_bytes()], _WORDS) | st.binary(max_size=200)
        )
    )


def _archives() -> st.SearchStrategy[tuple[str, bytes]]:
    """Archives with one damaged table, and damaged archives."""
    parts = {path.name: path.read_bytes() for path in sorted((_FOLDER / "cofacts").iterdir())}

    def with_table(name: str) -> st.SearchStrategy[bytes]:
        return mutated_bytes([parts[name]], TABLE_WORDS).map(lambda data: packed({**parts, name: data}))

    sound = st.sampled_from(sorted(parts)).flatmap(with_table)
    return st.tuples(st.just(".zip"), sound | sound | mutated_bytes([packed(parts)]))


_CASES = {
    "claimreview": _files("claimreview.json", "claimreview.jsonl", "claimreview.html"),
    "checkthat": _files("checkthat.tsv"),
    "cofacts": _archives(),
    "csv": _files("columns.csv"),
}


def _any_file() -> st.SearchStrategy[tuple[str, bytes]]:
    return st.one_of(*_CASES.values(), _files("reviewed.csv"))


def _sound(found: Iterable[CheckedClaim | StatedVerdict | Problem]) -> None:
    for one in found:
        if isinstance(one, Problem):
            assert_clear(one.message)
            assert_storable(one.place)
        elif isinstance(one, CheckedClaim):
            assert one.text.strip() and len(one.text) <= LONGEST_TEXT and one.verdict
            for words in (one.text, one.verdict, one.publisher, one.url):
                assert_storable(words)
        else:
            for words in (one.claim_id, one.reviewer, one.note, one.at, *one.evidence):
                assert_storable(words)


def _within_limits(read: Callable[[], None]) -> None:
    try:
        read()
    except (ReadError, UsageError) as error:
        assert_clear(str(error))


@pytest.mark.parametrize("name", list(importers()))
def test_importers(name: str, tmp_path: Path) -> None:
    importer = importers().make(name)

    def check(case: tuple[str, bytes]) -> None:
        path = written(tmp_path, f"case{case[0]}", case[1])
        assert importer.recognises(path) in (True, False)
        _within_limits(lambda: _sound(importer.read(path, {})))

    own = _CASES.get(name, _any_file())
    fuzz(st.one_of(own, own, own, _any_file()), check, ci=50)


def test_reviewed_tables(tmp_path: Path) -> None:
    def check(case: tuple[str, bytes]) -> None:
        path = written(tmp_path, f"case{case[0]}", case[1])
        assert is_reviewed(path) in (True, False)
        _within_limits(lambda: _sound(read_reviewed(path)))

    fuzz(_files("reviewed.csv"), check)


def test_formats_are_told_apart_without_harm(tmp_path: Path) -> None:
    def check(case: tuple[str, bytes]) -> None:
        path = written(tmp_path, f"case{case[0]}", case[1])
        columns_of(path)
        answered(lambda: importer_for(path, None))

    fuzz(_any_file(), check)


def test_columns_by_any_name(tmp_path: Path) -> None:
    importer = importers().make("csv")
    path = written(tmp_path, "case.csv", (_FOLDER / "columns.csv").read_bytes())
    names = texts | st.sampled_from(["text", "verdict", "主張", "查核結果", "published"])

    def check(columns: dict[str, str]) -> None:
        _within_limits(lambda: _sound(importer.read(path, columns)))

    fuzz(st.dictionaries(names, names, max_size=3), check)


def test_ratings_and_days() -> None:
    seeds = ["Mostly false", "錯誤", "查核結果：不實", "2025-02-31T10:00", "not true", "4 of 5"]

    def check(case: tuple[str, float | None, float | None, float | None]) -> None:
        words, *numbers = case
        value, best, worst = numbers
        ruling_of(words, value=value, best=best, worst=worst)
        iso_day(words)

    some = st.none() | st.floats()
    fuzz(st.tuples(texts | mutated(seeds), some, some, some), check)
