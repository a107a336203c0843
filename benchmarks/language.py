"""How well and how fast quantities and dates are read, against the specifications in the measuring data.

Run as `python benchmarks/language.py [DATA_FOLDER]` (else FACTCHECK_DATA, else ../shared). Rows with any
NotSupported mark are left out; only number, percentage, currency, dimension, date and daterange results
count; a span must be equal after NFKC and lower case, a value within 1e-9; any of several listed values
counts; a row without expected results fails when something of its type is found. Rows that hold results of
other types only (tomorrow at 8, every Monday) are scored apart: a day in them is no mistake of a reader of
days, and still what the second figure counts as one.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import sys
import time
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from factcheck.language.dates import DateMention, find_dates
from factcheck.language.numerals import find_numerals
from factcheck.language.quantities import find_quantities

_FILES = {
    "number": "Number.NumberModel",
    "percentage": "Number.PercentModel",
    "currency": "NumberWithUnit.CurrencyModel",
    "dimension": "NumberWithUnit.DimensionModel",
    "date": "DateTime.DateTimeModel",
}
_KINDS = {
    "percentage": ("percentage", "percentage_point"),
    "currency": ("money",),
    "dimension": ("dimension",),
}
_NAMED = {"date", "daterange"}
_GLUED = re.compile("[A-Za-z]")
Row = dict[str, Any]


def rows(folder: Path, language: str, name: str) -> Iterator[Row]:
    """The supported rows of one specification."""
    path = folder / "data" / "quantities" / language / f"{_FILES[name]}.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if not any(key.startswith("NotSupported") for key in row):
                yield row


def normal(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()


def reference_of(row: Row) -> date | None:
    stamp = (row.get("Context") or {}).get("ReferenceDateTime")
    return date.fromisoformat(stamp[:10]) if stamp else None


def found_in(name: str, text: str, reference: date | None) -> list[tuple[str, Any]]:
    """Spans and values found; plain numbers are the numerals without a unit written onto them (180ml)."""
    if name == "date":
        return [
            (normal(mention.text), stated_days(mention))
            for mention in find_dates(text, reference_date=reference)
        ]
    quantities = find_quantities(text)
    if name != "number":
        return [(normal(item.text), item.value) for item in quantities if item.kind in _KINDS[name]]
    return [
        (normal(text[item.start : item.end]), item.value)
        for item in find_numerals(text)
        if not _GLUED.match(text, item.end)
    ]


_CLOSE = re.compile(r"\bend of\b|[底末]$")
_OPENING = re.compile(r"\b(?:beginning|start) of\b|初$")


def stated_days(mention: DateMention) -> tuple[date | None, date | None]:
    """The days the fact falls in: before 2019 ends with 2018, by the end of March on March 31."""
    first, last = mention.first_day, mention.last_day
    if first is None or last is None:
        return None, None
    if mention.relation in ("before", "until"):
        return None, last if _CLOSE.search(mention.text) else first - timedelta(days=1)
    if mention.relation == "after":
        return first if _OPENING.search(mention.text) else last + timedelta(days=1), None
    return (first, None) if mention.relation == "since" else (first, last)


def expected_in(name: str, row: Row) -> list[tuple[str, list[Any]]]:
    """Each expected span with the values that count."""
    if name != "date":
        return [
            (normal(result["Text"]), [_value(result)]) for result in row["Results"] if _named(name, result)
        ]
    return [
        (normal(result["Text"]), [_days(value) for value in (result["Resolution"] or {}).get("values", [])])
        for result in row["Results"]
        if result["TypeName"].split(".")[-1] in _NAMED
    ]


def _named(name: str, result: Row) -> bool:
    return bool(result["TypeName"].startswith(name))


def _value(result: Row) -> float | None:
    written = (result.get("Resolution") or {}).get("value")
    return None if written is None else float(str(written).rstrip("%"))


def _days(value: Row) -> tuple[date | None, date | None]:
    if "value" in value:
        if value["value"] == "not resolved":
            return None, None
        day = date.fromisoformat(value["value"][:10])
        return day, day
    first = date.fromisoformat(value["start"][:10]) if value.get("start") else None
    last = date.fromisoformat(value["end"][:10]) - timedelta(days=1) if value.get("end") else None
    return first, last


def agrees(got: Any, wanted: Any) -> bool:
    if isinstance(got, float) and isinstance(wanted, float):
        return abs(got - wanted) <= 1e-9
    return bool(got == wanted)


def measure(
    folder: Path, language: str, convert: Callable[[str], str], misses: bool
) -> tuple[dict[str, list[int]], list[int]]:
    """Right and all results, by type; and right and all of the rows that hold results of other types only."""
    scores: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    others = [0, 0]
    for name in _FILES:
        for row in rows(folder, language, name):
            text, wanted = convert(row["Input"]), expected_in(name, row)
            got = found_in(name, text, reference_of(row))
            if not wanted and row["Results"]:
                others[0] += not got
                others[1] += 1
                continue
            outcomes = (
                [not got]
                if not wanted
                else [
                    any(
                        normal(convert(span)) == text_got and any(agrees(value, one) for one in values)
                        for text_got, value in got
                    )
                    for span, values in wanted
                ]
            )
            scores[name][0] += sum(outcomes)
            scores[name][1] += len(outcomes)
            if misses and not all(outcomes):
                sys.stdout.write(f"  {language} {name}: {text[:100]!r} wanted {wanted} got {got}\n")
    return scores, others


def sentences(folder: Path, limit: int) -> list[str]:
    """News sentences of both languages for the speed, in file order."""
    path = folder / "data" / "retrieval" / "wmt_news_en_zh.jsonl.gz"
    found: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            found += [value for value in row.values() if isinstance(value, str) and len(value) > 15]
            if len(found) >= limit:
                break
    return found[:limit]


def speed(texts: list[str]) -> tuple[float, float]:
    """Sentences a second of processor time, best of three, and the ratio to a loop over categories."""
    best = slowest = float("inf")
    for _ in range(3):
        begin = time.process_time()
        for text in texts:
            find_quantities(text)
            find_dates(text)
        best = min(best, time.process_time() - begin)
        begin = time.process_time()
        for text in texts:
            sum(unicodedata.category(char) == "Nd" for char in text)
        slowest = min(slowest, time.process_time() - begin)
    return len(texts) / best, slowest / best


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "data",
        nargs="?",
        default=os.environ.get("FACTCHECK_DATA", Path(__file__).resolve().parents[2] / "shared"),
    )
    parser.add_argument("--misses", action="store_true", help="print every row that is missed")
    parser.add_argument("--sentences", type=int, default=4000)
    options = parser.parse_args()
    from opencc import OpenCC

    folder = Path(options.data)
    runs = (
        ("Chinese", "chinese", str),
        ("Chinese as Traditional", "chinese", OpenCC("s2t").convert),
        ("English", "english", str),
    )
    for label, language, convert in runs:
        scores, others = measure(
            folder, language, convert, options.misses and label != "Chinese as Traditional"
        )
        right, total = (sum(score[index] for score in scores.values()) for index in (0, 1))
        parts = ", ".join(f"{name} {score[0]}/{score[1]}" for name, score in scores.items())
        strict = (right + others[0]) / (total + others[1])
        sys.stdout.write(f"{label}: {right / total:.1%} ({right}/{total}; {parts})\n")
        sys.stdout.write(
            f"  with {others[1]} rows of other types (times, sets) that are to find nothing: {strict:.1%}\n"
        )
    rate, ratio = speed(sentences(folder, options.sentences))
    sys.stdout.write(
        f"speed: {rate:,.0f} sentences/s, {ratio:.2f} of the baseline (unicodedata.category a character)\n"
    )


if __name__ == "__main__":
    main()
