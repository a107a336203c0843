"""From quoted gold rows to the rows of `factcheck evaluate gold`: ids and offsets, no quotation.

    python -m training.gold QUOTES --root . -o tests/gold/NAME.jsonl

A quoted row is `{"article_file", "quote", "counterparts": [{"source_file", "quote"}], "verdict"}`, with
`"article_file": null` and `"text"` for a typed claim. Every quote must stand exactly once in its file.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from factcheck.errors import FactcheckError, ReadError
from factcheck.model import Document, Verdict
from factcheck.read import read

Row = dict[str, object]


@lru_cache(maxsize=256)
def _documents(path: Path) -> tuple[Document, ...]:
    """The documents of a file: one, or one a row of a table."""
    return tuple(read(path))


def place(path: Path, quote: str) -> tuple[str, int, int]:
    """Document id and offsets of `quote` in the file; ReadError unless it stands there exactly once."""
    found = []
    for document in _documents(path):
        start = document.text.find(quote) if quote else -1
        while start >= 0:
            found.append((document.id, start, start + len(quote)))
            start = document.text.find(quote, start + 1)
    if len(found) != 1:
        raise ReadError(
            f"wanted '{quote}' exactly once in {path}, found {len(found)} times. "
            "Quote the text as it is read, and enough of it to be the only one."
        )
    return found[0]


def convert(row: Row, root: Path) -> Row:
    """One quoted row with ids and offsets in the place of quotations."""
    counterparts = []
    for one in row["counterparts"]:  # type: ignore[attr-defined]
        source, start, end = place(root / one["source_file"], one["quote"])
        counterparts.append({"source": source, "start": start, "end": end})
    verdict = Verdict(str(row["verdict"])).value
    if row["article_file"] is None:
        return {"article": None, "text": row["text"], "counterparts": counterparts, "verdict": verdict}
    article, start, end = place(root / str(row["article_file"]), str(row["quote"]))
    return {
        "article": article,
        "start": start,
        "end": end,
        "counterparts": counterparts,
        "verdict": verdict,
    }


def convert_all(lines: Sequence[str], root: Path) -> Iterator[Row]:
    """Every row in order; ReadError names the number of one that cannot be placed or understood."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield convert(json.loads(line), root)
        except FactcheckError as error:
            raise ReadError(f"row {number}: {error}") from error
        except (KeyError, TypeError, ValueError) as error:
            raise ReadError(f"row {number}: {type(error).__name__} {error}") from error


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("quotes", type=Path, help="quoted rows, JSON Lines")
    parser.add_argument("--root", type=Path, default=Path(), help="folder that the file names start from")
    parser.add_argument("-o", "--output", type=Path, required=True, help="where the rows go")
    chosen = parser.parse_args(arguments)
    try:
        rows = list(convert_all(chosen.quotes.read_text(encoding="utf-8").split("\n"), chosen.root))
    except FactcheckError as error:
        print(f"{chosen.quotes}: {error}", file=sys.stderr)
        return error.exit_code
    lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in rows]
    chosen.output.parent.mkdir(parents=True, exist_ok=True)
    chosen.output.write_text("".join(lines), encoding="utf-8")
    counts = Counter(str(row["verdict"]) for row in rows)
    print(f"{len(rows)} rows: {', '.join(f'{count} {verdict}' for verdict, count in sorted(counts.items()))}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
