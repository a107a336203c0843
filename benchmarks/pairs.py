"""How claims and passages are compared, pair by pair: `python -m benchmarks.pairs [FILE ...] [--wrong]`.

A file is JSON Lines: `{"id", "kind", "languages", "claim", "claim_date", "title", "passage", "passage_date",
"stance", "differences", "may"}`. A pair is right when the stance is the expected one and every expected
difference is found; it is exact when, besides, nothing is found that is neither expected nor in `may`.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from factcheck.comparing.comparison import Comparison, compare
from factcheck.comparing.reading import Reading, read_passage
from factcheck.comparing.statement import read_statement
from factcheck.encoders.static import StaticEncoder
from factcheck.judges import Pair
from factcheck.judges.builtin import BuiltinJudge
from factcheck.language.facts import find_facts
from factcheck.model import DifferenceKind, Stance

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "comparing" / "pairs"
_OTHER_MATTER = frozenset({DifferenceKind.PERIOD, DifferenceKind.SCOPE})


@dataclass(frozen=True, slots=True)
class PairRow:
    """A claim, a passage and what a careful reader makes of the two."""

    id: str
    kind: str
    """What the pair is about: quantity, period, name ..."""
    languages: str
    """Of the claim and of the passage: en-hant."""
    claim: str
    claim_date: date | None
    title: str | None
    passage: str
    passage_date: date | None
    stance: Stance
    differences: frozenset[DifferenceKind]
    may: frozenset[DifferenceKind]
    """Differences that a reader could argue for as well."""


@dataclass(frozen=True, slots=True)
class PairResult:
    """A pair beside what the comparison makes of it."""

    row: PairRow
    stance: Stance
    found: frozenset[DifferenceKind]

    @property
    def right(self) -> bool:
        return self.stance is self.row.stance and self.row.differences <= self.found

    @property
    def exact(self) -> bool:
        return self.right and self.found <= self.row.differences | self.row.may

    @property
    def mistaken_matter(self) -> bool:
        """Whether another period or scope is called a contradiction."""
        apart = self.row.stance is Stance.NEUTRAL and self.row.differences & _OTHER_MATTER
        return bool(apart) and self.stance is Stance.CONTRADICTS


def read_pairs(path: Path) -> list[PairRow]:
    """The pairs of a file; KeyError or ValueError for a line that is none."""
    return [_row(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _row(found: dict[str, object]) -> PairRow:
    days = [found["claim_date"], found["passage_date"]]
    claim_date, passage_date = (date.fromisoformat(str(day)) if day else None for day in days)
    kinds = [found["differences"], found["may"]]
    differences, may = (
        frozenset(DifferenceKind(one) for one in listed) if isinstance(listed, list) else frozenset()
        for listed in kinds
    )
    return PairRow(
        id=str(found["id"]),
        kind=str(found["kind"]),
        languages=str(found["languages"]),
        claim=str(found["claim"]),
        claim_date=claim_date,
        title=str(found["title"]) if found["title"] else None,
        passage=str(found["passage"]),
        passage_date=passage_date,
        stance=Stance(str(found["stance"])),
        differences=differences,
        may=may,
    )


@lru_cache(maxsize=1)
def _models() -> tuple[StaticEncoder, BuiltinJudge]:
    return StaticEncoder.builtin(), BuiltinJudge()


def reading_of(row: PairRow) -> Reading:
    """The passage of a pair, as the corpus would read it."""
    facts = find_facts(row.passage, reference_date=row.passage_date)
    return read_passage(row.passage, facts, title=row.title, context="", published=row.passage_date)


def compared(row: PairRow) -> Comparison:
    """The comparison of a pair, as a check would make it of a typed claim."""
    reading = reading_of(row)
    claim = read_statement(row.claim, reference_date=row.claim_date)
    return compare(claim, reading.statement, _models()[0], reading.context)


def judged(rows: Iterable[PairRow]) -> list[PairResult]:
    """Each pair with the stance and the differences found."""
    found = []
    for row in rows:
        comparison = compared(row)
        (judgement,) = _models()[1].judge([Pair(row.claim, row.passage, comparison, row.title or "")])
        found.append(PairResult(row, judgement.stance, comparison.kinds))
    return found


def share(answers: Sequence[bool]) -> str:
    """A share with its standard error."""
    part = sum(answers) / len(answers)
    return f"{part:.3f} +-{math.sqrt(part * (1 - part) / len(answers)):.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", type=Path, nargs="*", help="files of pairs; without one, all of the tests'")
    parser.add_argument("--wrong", action="store_true", help="print the pairs that are not right")
    chosen = parser.parse_args()
    for path in chosen.files or sorted(FOLDER.glob("*.jsonl")):
        results = judged(read_pairs(path))
        print(f"{path.stem}: {len(results)} pairs, right {share([one.right for one in results])},", end=" ")
        print(f"stance {share([one.stance is one.row.stance for one in results])},", end=" ")
        print(f"exact {share([one.exact for one in results])},", end=" ")
        print(f"another matter called a contradiction: {sum(one.mistaken_matter for one in results)}")
        for key in ("kind", "languages"):
            every = Counter(str(getattr(one.row, key)) for one in results)
            right = Counter(str(getattr(one.row, key)) for one in results if one.right)
            print("  " + ", ".join(f"{name} {right[name]}/{every[name]}" for name in sorted(every)))
        for one in results if chosen.wrong else ():
            if not one.right:
                print(f"  {one.row.id} wanted {one.row.stance} {sorted(one.row.differences)},", end=" ")
                print(f"found {one.stance} {sorted(one.found)}\n    {one.row.claim}\n    {one.row.passage}")


if __name__ == "__main__":
    main()
