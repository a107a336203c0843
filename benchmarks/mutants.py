"""Whether the tests notice a fault: mutation testing of quantities, dates, folding and verdicts.

    python -m benchmarks.mutants [--count 400] [--seed 20261126] [--only PART]

Test modules that take under two seconds are run once each, to learn which lines they reach. Each mutant of
a seeded sample then meets those that reach its line, nearest first, in a process of its own that is ended
where it takes too long. Prints a table and the survivors. Exit code 1 where fewer than 85% are noticed, or
where one survives that `mutants_explained.toml` does not explain.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
import tomllib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.mutant_runs import Fate, Reach, fate_of, reach_of
from benchmarks.mutations import Mutant, mutants, short

ROOT = Path(__file__).resolve().parent.parent
EXPLAINED = Path(__file__).with_name("mutants_explained.toml")
SEED = 20261126
COUNT = 400
LEAST = 0.85
"""Share of the sample that has to be noticed."""
QUICK = 2.0
"""Seconds of a processor that the tests of a module may take for it to be asked."""
PARTS = {
    "quantities": "language/ approximations digit_numerals chinese_numerals english_numerals han_numerals"
    " numeral numerals number_units fixed_quantities quantities quantity quantity_ranges quantity_words units"
    " directions",
    "dates": "language/ chinese_dates date_mention date_ranges date_shapes dates english_calendar"
    " english_dates english_periods english_quarters english_seasons english_years holidays periods"
    " relative_dates",
    "folding": "language/ folding scripts ignorable invisible spellings layout_marks",
    "verdicts": "/ verify confidence queue judges/rules judges/steps",
}
"""What is mutated: a folder of factcheck/ and modules in it."""
TESTS = (
    *("tests/language", "tests/comparing", "tests/judges", "tests/review", "tests/test_verify.py"),
    *("tests/test_confidence.py", "tests/test_hidden_characters.py", "tests/test_model.py"),
    *("tests/test_report.py", "tests/test_rationale.py", "tests/test_claim_forms.py"),
    *("tests/test_extract.py", "tests/test_match.py", "tests/test_readings.py"),
    *("tests/store/test_standings.py", "tests/store/test_queue.py"),
)
"""Folders and modules of tests."""


def files_of(part: str) -> list[Path]:
    """The files of a part."""
    folder, *names = PARTS[part].split()
    return [ROOT / "factcheck" / folder.strip("/") / f"{name}.py" for name in names]


def sample(parts: Sequence[str], count: int, seed: int) -> list[Mutant]:
    """`count` mutants of `parts`, drawn by a digest of what each changes: edits elsewhere draw no others."""
    every = [one for part in parts for path in files_of(part) for one in mutants(ROOT, path)]
    return sorted(
        sorted(every, key=lambda one: one.rank(seed))[:count], key=lambda one: (one.module, one.line)
    )


def explained() -> dict[tuple[str, str, str, str], str]:
    """Why a survivor is none: by module, place, and statement without and with the fault."""
    if not EXPLAINED.is_file():
        return {}
    rows = tomllib.loads(EXPLAINED.read_text(encoding="utf-8")).get("mutant", [])
    return {(row["module"], row["where"], row["before"], row["after"]): row["why"] for row in rows}


def _table(killed: Counter[str], every: Counter[str]) -> None:
    print("\n| module | mutants | killed | survived | share |\n|---|---:|---:|---:|---:|")
    for module in sorted(every):
        dead, all_of_it = killed[module], every[module]
        print(f"| {module} | {all_of_it} | {dead} | {all_of_it - dead} | {dead / all_of_it:.0%} |")
    dead, all_of_it = killed.total(), every.total()
    print(f"| all | {all_of_it} | {dead} | {all_of_it - dead} | {dead / all_of_it:.1%} |")


def _learnt(given: str, watched: Sequence[Path]) -> Reach:
    """Which tests reach which lines: from a file that an earlier run left, else by running them."""
    if os.path.isfile(given):
        return Reach.of(json.loads(Path(given).read_text(encoding="utf-8")))
    began = time.monotonic()
    files = sorted(
        file
        for test in TESTS
        for file in ([ROOT / test] if test.endswith(".py") else (ROOT / test).glob("test_*.py"))
    )
    reach = reach_of(ROOT, files, watched, QUICK)
    print(
        f"{len(reach.seconds)} of {len(files)} test modules take under {QUICK:g} s"
        f" ({time.monotonic() - began:.0f} s to learn what they reach)",
        flush=True,
    )
    for name, why in sorted(reach.left_out.items()):
        print(f"  not asked: {name}: {why}")
    if not reach.seconds:
        raise SystemExit("no test module passes alone in time: nothing can be said of mutants")
    if given:
        Path(given).write_text(json.dumps(reach.kept()), encoding="utf-8")
    return reach


def _fate(one: Mutant, reach: Reach, folder: Path) -> Fate:
    """What became of a mutant; one that could not be tried counts as survived, and the run goes on."""
    try:
        return fate_of(ROOT, one, reach, folder)
    except RuntimeError as error:
        print(f"not tried: {error}", flush=True)
        return Fate.SURVIVED


def _require_sound(drawn: Sequence[Mutant], reach: Reach, folder: Path) -> None:
    """Exit where tests fail on a file that is as it was: they would notice every fault."""
    for one in {mutant.module: mutant for mutant in drawn}.values():
        fate = fate_of(ROOT, one, reach, folder, harmless=True)
        if fate not in (Fate.SURVIVED, Fate.UNREACHED):
            raise SystemExit(f"{one.module} without a fault: {fate}. Nothing can be said of its mutants.")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the sample; 0 where enough is noticed and every survivor is explained."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--only", choices=PARTS, action="append", help="Only this part; may be repeated.")
    parser.add_argument(
        "--match", default="", help="Only mutants whose module or function holds these words."
    )
    parser.add_argument(
        "--reach", default="", help="File to keep in what the tests reach, and to read it from."
    )
    parser.add_argument(
        "--killed", default="", help="File of mutants that need not be tried again; written anew."
    )
    given = parser.parse_args(arguments)
    parts = given.only or list(PARTS)
    reach = _learnt(given.reach, [path for part in PARTS for path in files_of(part)])
    drawn = [
        one for one in sample(parts, given.count, given.seed) if given.match in f"{one.module}:{one.where}"
    ]
    known = explained()
    killed, every, unexplained = Counter[str](), Counter[str](), []
    dead = set(json.loads(Path(given.killed).read_text("utf-8"))) if os.path.isfile(given.killed) else set()
    began, ended = time.monotonic(), 0
    with tempfile.TemporaryDirectory() as folder:
        _require_sound(drawn, reach, Path(folder))
        for number, one in enumerate(drawn, 1):
            if number % 50 == 0:
                print(f"... {number} of {len(drawn)}", file=sys.stderr, flush=True)
            every[one.module] += 1
            fate = Fate.NOTICED if one.key in dead else _fate(one, reach, Path(folder))
            if fate in (Fate.NOTICED, Fate.ENDED):
                killed[one.module] += 1
                ended += fate is Fate.ENDED
                dead.add(one.key)
                continue
            why = known.get((one.module, one.where, one.before, one.after))
            unexplained += [] if why else [one]
            print(
                f"{fate}: {one.module}:{one.line} {one.where} ({len(reach.tests_for(one))} test modules)\n"
                f"  - {short(one.before)}\n  + {short(one.after)}\n"
                f"  {f'explained: {why}' if why else 'not explained'}",
                flush=True,
            )
    if given.killed:
        Path(given.killed).write_text(json.dumps(sorted(dead)), encoding="utf-8")
    _table(killed, every)
    share = killed.total() / max(1, every.total())
    print(
        f"\n{share:.1%} of {every.total()} mutants killed (seed {given.seed},"
        f" {time.monotonic() - began:.0f} s), {ended} of them ended for their time or memory;"
        f" {every.total() - killed.total()} survived, {len(unexplained)} of them not explained"
        f" in {EXPLAINED.name}."
    )
    return int(share < LEAST or bool(unexplained))


if __name__ == "__main__":
    sys.exit(main())
