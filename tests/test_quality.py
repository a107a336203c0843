"""The table of marks: what is written where, and that every published mark stands beside a measurement."""

from __future__ import annotations

import pytest

from benchmarks.lines import Line, table_row
from benchmarks.published import MARKS
from benchmarks.quality import BEGIN, END, PAGE, written
from benchmarks.searches import others, pools
from benchmarks.verdicts import Verdicts, reliability
from factcheck.evaluate.rows import VerdictRow
from factcheck.evaluate.verdict import Answer
from factcheck.model import Suggestion, Verdict


def test_every_published_mark_belongs_to_a_measured_set() -> None:
    measured = {one.name for one in (*Verdicts(None).measurements(), *others(None))}
    measured |= {search.name(mode) for search in pools() for mode in search.modes}
    assert {name for name, _ in MARKS} <= measured


def test_a_row_has_the_mark_beside_the_value() -> None:
    assert table_row(Line("logic_zh", "all", 3078, "macro_f1", 0.3914, 0.0086, 0.278)) == (
        "| logic_zh | all | 3,078 | macro_f1 | 0.391 +-0.009 | 0.278 "
        "| hand features with gradient boosting on the same sets 0.38 | 0.55 |"
    )
    assert (
        table_row(Line("logic_zh", "all", 5, "ece", 0.1)) == "| logic_zh | all | 5 | ece | 0.100 |  |  |  |"
    )


def test_only_what_stands_between_the_marks_is_replaced() -> None:
    page = f"before\n{BEGIN}\nold\n{END}\nafter\n"
    once = written(page, "| new |")
    assert once == f"before\n{BEGIN}\n\n| new |\n\n{END}\nafter\n"
    assert written(once, "| new |") == once
    with pytest.raises(SystemExit, match="found no such pair"):
        written("a page without marks", "| new |")


def test_the_page_has_a_place_for_the_table() -> None:
    page = PAGE.read_text("utf-8")
    assert page.count(BEGIN) == page.count(END) == 1
    assert page.index(BEGIN) < page.index(END)


def test_the_bins_of_confidence_hold_what_was_said_and_kept() -> None:
    row = VerdictRow("1", "曜川營收成長", (), Verdict.SUPPORTED)
    answers = [
        Answer(row, Suggestion(verdict, confidence, None, ""))
        for verdict, confidence in (
            (Verdict.SUPPORTED, 0.95),
            (Verdict.CONTRADICTED, 0.97),
            (Verdict.SUPPORTED, 0.41),
        )
    ]
    assert reliability(answers).splitlines()[2:] == [
        "| 0.40 to 0.47 | 1 | 0.410 | 1.000 | #################### |",
        "| 0.93 to 1.00 | 2 | 0.960 | 0.500 | ########## |",
    ]
