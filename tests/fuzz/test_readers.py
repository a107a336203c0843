"""Every registered reader on damaged files: documents or one clear line each, and nothing else."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from fuzz.fuzzing import answered, assert_clear, assert_storable, fuzz
from fuzz.hostile import mutated_bytes, texts
from fuzz.seeds import WORD_WORDS, WORDS, packed, plain, seeds_of, word_parts, written
from hypothesis import strategies as st

from factcheck.model import Document
from factcheck.read import ReadFailure, ReadOptions, read_each
from factcheck.readers.decoding import clean, decode
from factcheck.readers.expected import rows_in
from factcheck.readers.formats import READERS, sniffed
from factcheck.readers.grids import told_rows
from factcheck.readers.inputs import expand

_SUFFIXES = sorted(READERS)
_OPTIONS = st.sampled_from(
    [
        None,
        ReadOptions(encoding="utf-16"),
        ReadOptions(encoding="big5"),
        ReadOptions(encoding="gb18030"),
        ReadOptions(encoding="latin-1"),
        ReadOptions(max_characters=100, max_bytes=400),
    ]
)


def _word_files() -> st.SearchStrategy[bytes]:
    """Packages of which one part is damaged and still packed soundly, so that the damage is read."""
    parts = word_parts()

    def with_part(name: str) -> st.SearchStrategy[bytes]:
        damaged = mutated_bytes([parts[name]], WORD_WORDS)
        return damaged.map(lambda data: packed({**parts, name: data}))

    names = st.sampled_from([*parts, "word/document.xml", "word/document.xml"])
    return names.flatmap(with_part)


def _files(suffix: str) -> st.SearchStrategy[bytes]:
    damaged = mutated_bytes(seeds_of(suffix), WORDS.get(plain(suffix), ()))
    recoded = st.tuples(
        texts, st.sampled_from(["utf-8", "utf-16", "gb18030", "big5", "utf-16-le", "utf-32"])
    ).map(lambda one: one[0].encode(one[1], "replace"))
    special = _word_files() if suffix == ".docx" else damaged
    return st.one_of(special, special, damaged, recoded, st.binary(max_size=200))


def _sound(item: Document | ReadFailure) -> None:
    if isinstance(item, ReadFailure):
        assert_clear(item.message)
        assert_storable(item.target)
        return
    assert item.text.strip() and "\x00" not in item.text and "\r" not in item.text
    for words in (item.text, item.path, item.title, item.author, item.url, *item.notes):
        assert_storable(words)


def _all_sound(items: Iterable[Document | ReadFailure]) -> None:
    """Something came of the file, and each part of it is sound."""
    found = list(items)
    assert found
    for item in found:
        _sound(item)


@pytest.mark.parametrize("suffix", _SUFFIXES)
def test_what_is_damaged_is_sound_before(suffix: str, tmp_path: Path) -> None:
    """Else every case would be refused for what it was made from, and nothing behind that be read."""
    for seed in seeds_of(suffix):
        found = list(read_each([written(tmp_path, f"seed{suffix}", seed)]))
        assert found and all(isinstance(item, Document) for item in found), found


@pytest.mark.parametrize("suffix", _SUFFIXES)
def test_files(suffix: str, tmp_path: Path) -> None:
    def check(case: tuple[bytes, ReadOptions | None]) -> None:
        data, options = case
        path = written(tmp_path, f"case{suffix}", data)
        _all_sound(read_each([path], options))
        assert all(rows_in(target) > 0 for target in expand([path]))

    fuzz(st.tuples(_files(suffix), st.none() | _OPTIONS), check, ci=40 if suffix == plain(suffix) else 10)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    def check(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        _all_sound(read_each(["-"]))

    every = sorted({plain(suffix) for suffix in _SUFFIXES})
    fuzz(st.sampled_from(every).flatmap(_files), check, ci=60)


def test_formats_are_told_by_any_bytes() -> None:
    def check(data: bytes) -> None:
        assert callable(sniffed(data))

    fuzz(mutated_bytes([seed for suffix in _SUFFIXES for seed in seeds_of(suffix)]), check)


def test_decoding() -> None:
    charsets = st.none() | st.sampled_from(
        [
            "utf-8",
            "utf-16",
            "gbk",
            "Big5",
            "latin1",
            "utf-7",
            "rot13",
            "hex",
            "idna",
            "x\x00",
            "",
            "utf-32",
            "unicode_escape",
            "cp037",
        ]
    )

    def check(case: tuple[bytes, str | None, str | None]) -> None:
        data, declared, option = case
        decoded = answered(lambda: decode(data, declared=declared, option=option))
        if decoded is not None:
            text, _ = clean(decoded.text)
            assert_storable(text)
            assert clean(text) == (text, ())

    fuzz(st.tuples(_files(".txt"), charsets, charsets), check, ci=100)


def test_tables_told_row_by_row() -> None:
    cells = st.one_of(texts, st.just(""), st.sampled_from(["412.7", "營收", "2025", "15%", "n/a", "—"]))

    def check(case: tuple[list[list[str]], bool | None]) -> None:
        rows, headed = case
        told = told_rows(rows, headed=headed)
        assert all("\n" not in line for line in told)

    rows = st.lists(st.lists(cells, max_size=5), max_size=5)
    fuzz(st.tuples(rows, st.sampled_from([True, False, None])), check)
