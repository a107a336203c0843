"""What a generation holds, against a dictionary and against the rows."""

from __future__ import annotations

import hashlib
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_samples import add, document

from factcheck.errors import VectorMismatch
from factcheck.holdings import FILE, Holdings
from factcheck.model import Language
from factcheck.store import Store
from factcheck.store.corpus import DIGEST_SPACE, passage_weight


def key(text: str) -> str:
    """An id as passages have it."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:32]


def digest(held: dict[int, str]) -> str:
    return f"{sum(map(passage_weight, held.values())) % DIGEST_SPACE:016x}"


NUMBERS = st.integers(1, 30)
CHANGES = st.lists(
    st.tuples(st.just("put"), st.dictionaries(NUMBERS, st.sampled_from("甲乙丙丁ab").map(key), max_size=9))
    | st.tuples(st.just("drop"), st.lists(NUMBERS, max_size=9))
    | st.tuples(st.just("save"), st.none())
    | st.tuples(st.just("digest"), st.none()),
    max_size=12,
)


@settings(deadline=None)
@given(changes=CHANGES, rows=st.dictionaries(NUMBERS, st.sampled_from("甲乙丙ac").map(key)))
def test_any_changes_leave_what_a_dictionary_would_hold(
    changes: list[tuple[str, object]], rows: dict[int, str]
) -> None:
    holdings, held = Holdings.empty(), dict[int, str]()
    with TemporaryDirectory() as folder:
        for change, given_ in changes:
            if isinstance(given_, dict):
                holdings.put(given_)
                held.update(given_)
            elif isinstance(given_, list):
                known = [number for number in dict.fromkeys(given_) if number in held]
                assert holdings.drop(given_) == known
                for number in known:
                    del held[number]
            elif change == "save":
                holdings.save(Path(folder))
                holdings = Holdings.load(Path(folder))
            else:
                assert holdings.digest == digest(held)
    assert [number for number in range(32) if number in holdings] == sorted(held)
    numbers = np.array(sorted(rows), dtype=np.int64)
    weights = np.array([passage_weight(rows[number]) for number in sorted(rows)], dtype=np.uint64)
    missing, surplus = holdings.difference(numbers, weights)
    assert missing == [number for number in sorted(rows) if held.get(number) != rows[number]]
    assert surplus == [number for number in sorted(held) if number not in rows]
    assert holdings.digest == digest(held)


def test_the_digest_is_that_of_the_rows(tmp_path: Path) -> None:
    with Store(tmp_path / "claims.db") as store:
        for language in Language.EN, Language.HANT, Language.HANS, Language.MIXED:
            add(store, document(language))
        store.remove_source(document(Language.HANT).id)
        holdings = Holdings.empty()
        assert holdings.digest != store.passage_digest()
        for batch in store.iter_passages():
            holdings.put({number: passage.id for number, passage in batch})
        assert holdings.digest == store.passage_digest()
        assert holdings.difference(*store.passage_weights()) == ([], [])


def test_an_id_that_comes_under_a_number_held_takes_its_place() -> None:
    holdings = Holdings.empty()
    holdings.put({7: key("甲")})
    before = holdings.digest
    holdings.put({7: key("乙")})
    assert holdings.digest == digest({7: key("乙")}) != before


@pytest.mark.parametrize(
    "content",
    [b"", b"no array", np.zeros(3, dtype=np.uint64), np.zeros((3, 2), dtype=np.uint64), np.zeros((2, 4))],
)
def test_a_damaged_file_is_one_clear_line(tmp_path: Path, content: bytes | np.ndarray) -> None:
    if isinstance(content, bytes):
        (tmp_path / FILE).write_bytes(content)
    else:
        np.save(tmp_path / FILE, content)
    with pytest.raises(VectorMismatch, match=rf"{FILE}.*doctor --repair") as caught:
        Holdings.load(tmp_path)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Holdings.load(tmp_path)
