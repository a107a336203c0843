"""Each row of tables/dates.txt: span, kind, days and relation, in both Chinese scripts."""

from __future__ import annotations

import pytest
from opencc import OpenCC
from table_rows import Row, rows

from factcheck.language.dates import DateMention, find_dates

ROWS = rows("dates.txt")


def days(mention: DateMention) -> str:
    """The days as the table writes them."""
    if mention.first_day == mention.last_day:
        return str(mention.first_day or "?")
    return f"{mention.first_day}..{mention.last_day}"


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_row(row: Row) -> None:
    found = find_dates(row.text, reference_date=row.reference)
    assert all(row.text[one.start : one.end] == one.text for one in found)
    assert [[one.text, one.kind.value, days(one), one.relation] for one in found] == [
        [*columns, "on"][:4] for columns in row.stated
    ]


@pytest.mark.parametrize("convert", [OpenCC("t2s").convert, OpenCC("s2t").convert], ids=["hans", "hant"])
def test_the_other_script_says_the_same(convert: object) -> None:
    assert callable(convert)
    differing = []
    for row in ROWS:
        other = convert(row.text)
        if len(other) != len(row.text):
            continue
        ours, theirs = (
            [
                (one.start, one.end, one.kind, one.first_day, one.last_day, one.relation)
                for one in find_dates(text, reference_date=row.reference)
            ]
            for text in (row.text, other)
        )
        if ours != theirs:
            differing.append((row.text, ours, theirs))
    assert differing == []


def test_the_table_is_as_large_as_it_is_said_to_be() -> None:
    assert sum(len(row.stated) for row in ROWS) >= 200
    assert sum(not row.stated for row in ROWS) >= 20
