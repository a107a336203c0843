"""Every mark in one table: `python -m benchmarks.quality [--only NAME] [--limit N]`.

Prints the table and writes it between the two marks in docs/quality.md. With `--only` (the beginning of a
set's name) or `--limit` (rows and queries of each set) it only prints. Nothing is cached.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.lines import HEADING, table_row
from benchmarks.searches import others, searches
from benchmarks.verdicts import Verdicts, reliability

PAGE = Path(__file__).resolve().parent.parent / "docs" / "quality.md"
BEGIN = "<!-- what follows is written by `python -m benchmarks.quality` -->"
END = "<!-- end of what `python -m benchmarks.quality` writes -->"


def written(page: str, table: str) -> str:
    """The page with `table` between the two marks; SystemExit where they are missing."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise SystemExit(f"Wanted the lines {BEGIN!r} and {END!r} in {PAGE}, found no such pair.")
    return f"{before}{BEGIN}\n\n{table}\n\n{END}{after}"


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", metavar="NAME", help="sets whose name begins so")
    parser.add_argument("--limit", type=int, metavar="N", help="rows and queries of each set")
    asked = parser.parse_args()
    verdicts = Verdicts(asked.limit)
    every = [*verdicts.measurements(), *searches(asked.limit), *others(asked.limit)]
    chosen = [one for one in every if not asked.only or one.name.startswith(asked.only)]
    if not chosen:
        names = ", ".join(one.name for one in every)
        raise SystemExit(f"No set's name begins with {asked.only!r}; there are: {names}.")
    lines = [HEADING]
    print(HEADING, flush=True)
    for place, one in enumerate(chosen, start=1):
        print(f"{place} of {len(chosen)}: {one.name}", file=sys.stderr, flush=True)
        for line in one.run():
            lines.append(table_row(line))
            print(lines[-1], flush=True)
    table = "\n".join(lines)
    if verdicts.held_back:
        bins = reliability(verdicts.held_back)
        print(f"\n{bins}")
        table += f"\n\nConfidence on the held-back rows, as said and as kept:\n\n{bins}"
    if not asked.only and not asked.limit:
        PAGE.write_text(written(PAGE.read_text("utf-8"), table), "utf-8")


if __name__ == "__main__":
    main()
