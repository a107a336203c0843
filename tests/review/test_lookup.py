"""Looking words up in claims, articles and sources, in either script."""

from __future__ import annotations

import pytest

from factcheck import Workspace
from factcheck.review.lookup import look_up
from factcheck.review.sight import Sight


@pytest.mark.parametrize("words", ["啟明半導體", "启明半导体"])
def test_chinese_is_found_in_both_scripts(queue: Workspace, words: str) -> None:
    found = look_up(Sight(queue.store, "ann"), words)
    assert {claim.text[:5] for claim in found.claims} == {"啟明半導體", "启明半导体"}
    assert {place.is_source for place in found.places} == {True, False}
    for place in found.places:
        text = queue.store.document(place.card.id).text
        assert text[place.start : place.start + 5] in ("啟明半導體", "启明半导体")
        assert place.snippet


def test_english_is_found_whatever_its_case(queue: Workspace) -> None:
    found = look_up(Sight(queue.store, "ann"), "harbour TRADE office")
    assert [claim.text[:24] for claim in found.claims] == ["The Harbour Trade Office"]
    assert [place.is_source for place in found.places] == [False, True]


def test_a_title_is_found_and_nothing_is_found_for_nothing(queue: Workspace) -> None:
    (place,) = look_up(Sight(queue.store, "ann"), "竞争对手报告").places
    assert (place.card.title, place.start) == ("竞争对手报告", 0)
    for words in ("", "   ", "無此一詞", "%", "_'\""):
        found = look_up(Sight(queue.store, "ann"), words)
        assert (words == "%" and found.claims) or (found.claims, found.places) == ((), ())
