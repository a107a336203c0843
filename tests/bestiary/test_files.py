"""Bad files of every kind: each within bounds of time and memory, read or refused in one clear line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from bestiary import fates
from bestiary.beasts import IMPORTS, PAGES, PDFS, STORY, TEXTS, WORDS, page, paragraph, word
from bestiary.fates import Fate
from bestiary.keeper import Keeper, Outcome
from fuzz.fuzzing import assert_clear

SECONDS = 40
"""Processor time a file, on a busy machine."""
MEMORY = 1_300_000_000
"""Resident bytes a file: the interpreter and the libraries take some 200 MB, a tree of 20 MB of HTML the rest."""


@pytest.fixture(scope="module")
def keeper() -> Iterator[Keeper]:
    with Keeper() as kept:
        yield kept


def _put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def _meets(found: Outcome, fate: Fate) -> None:
    """Within bounds, and read or refused as it should be: one that yields nothing is neither."""
    assert found.seconds < SECONDS and found.memory < MEMORY, found
    assert found.kinds == fate.kinds and fate.words in found.words, (fate, found)
    for kind, words, *_ in found.items:
        if kind in ("failure", "problem"):
            assert_clear(words)
    # What an entity names stays outside, and what it multiplies stays single.
    assert "root:" not in found.words and "hahaha" not in found.words


@pytest.mark.parametrize("name", PDFS)
def test_pdf(keeper: Keeper, tmp_path: Path, name: str) -> None:
    _meets(keeper.read(_put(tmp_path, "a.pdf", PDFS[name]())), fates.PDFS[name])


@pytest.mark.parametrize("name", WORDS)
def test_word(keeper: Keeper, tmp_path: Path, name: str) -> None:
    _meets(keeper.read(_put(tmp_path, "a.docx", WORDS[name]())), fates.WORDS[name])


@pytest.mark.parametrize("name", PAGES)
def test_page(keeper: Keeper, tmp_path: Path, name: str) -> None:
    _meets(keeper.read(_put(tmp_path, "a.html", PAGES[name]())), fates.PAGES[name])


@pytest.mark.parametrize("name", TEXTS)
def test_text(keeper: Keeper, tmp_path: Path, name: str) -> None:
    _meets(keeper.read(_put(tmp_path, name, TEXTS[name]())), fates.TEXTS[name])


@pytest.mark.parametrize("name", IMPORTS)
def test_fact_checks(keeper: Keeper, tmp_path: Path, name: str) -> None:
    importer, suffix, made = IMPORTS[name]
    _meets(keeper.read(_put(tmp_path, f"a{suffix}", made()), importer=importer), fates.IMPORTS[name])


@pytest.mark.parametrize("name", ["forms in forms", "form that draws itself", "one page 3,000 times"])
def test_a_pdf_that_only_looks_bad_is_read_with_a_word_about_it(
    keeper: Keeper, tmp_path: Path, name: str
) -> None:
    found = keeper.read(_put(tmp_path, "a.pdf", PDFS[name]()))
    assert found.kinds == {"document"} and "Revenue rose 22.4%" in found.words
    assert found.items[0][3], found


def test_a_row_that_is_too_long_costs_no_other_row(keeper: Keeper, tmp_path: Path) -> None:
    found = keeper.read(_put(tmp_path, "a.jsonl", TEXTS["long row.jsonl"]()))
    assert [item[0] for item in found.items] == ["failure", "document"]


_LIMITS: dict[str, tuple[str, bytes, dict[str, object]]] = {
    "max_unpacked_bytes": (".docx", word(paragraph(STORY)), {"max_unpacked_bytes": 1000}),
    "max_tags": (".html", page(f"<p>{STORY}</p>" * 10), {"max_tags": 12}),
    "max_pages": (".pdf", PDFS["one page 3,000 times"](), {"max_pages": 2}),
    "max_characters": (".txt", STORY.encode("utf-8"), {"max_characters": 10}),
    "max_file_bytes": (".md", STORY.encode("utf-8"), {"max_bytes": 10}),
}


@pytest.mark.parametrize("name", _LIMITS)
def test_a_limit_can_be_set_and_what_it_says_names_it(keeper: Keeper, tmp_path: Path, name: str) -> None:
    suffix, data, options = _LIMITS[name]
    path = _put(tmp_path, f"a{suffix}", data)
    assert keeper.read(path).kinds == {"document"}
    found = keeper.read(path, **options)  # type: ignore[arg-type]
    notes = " ".join(
        note for item in found.items for note in (item[3] if item[0] == "document" else [item[1]])
    )
    assert f"{name} in factcheck.toml" in notes, found
