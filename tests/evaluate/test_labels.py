"""Labels are counted as a person would count them by hand."""

from __future__ import annotations

import math

import pytest

from factcheck.evaluate.labels import calibration_error, label_metrics
from factcheck.model import Verdict

S, C, U = Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.UNVERIFIABLE


def test_a_third_answer_to_rows_of_two_labels_is_wrong_and_no_label_of_its_own() -> None:
    found = label_metrics([S, S, C, C], [S, U, C, S], [0.95, 0.5, 0.7, 0.6])
    assert found["accuracy"] == 0.5
    assert found["accuracy.se"] == 0.25
    # supported: 1 of 2 given, 1 of 2 found; contradicted: 1 of 1 given, 1 of 2 found.
    assert found["f1.supported"] == 0.5
    assert found["f1.contradicted"] == pytest.approx(2 / 3, abs=1e-6)
    assert found["macro_f1"] == pytest.approx((0.5 + 2 / 3) / 2, abs=1e-6)
    assert "f1.unverifiable" not in found
    assert (found["sure"], found["sure.right"]) == (0.25, 1.0)


def test_three_labels_are_all_in_the_mean() -> None:
    found = label_metrics([S, C, U], [U, U, U], [0.4, 0.4, 0.4])
    assert found["macro_f1"] == pytest.approx(0.5 / 3, abs=1e-6)
    assert "sure.right" not in found


def test_the_error_of_macro_f1_shrinks_with_the_rows_and_is_the_same_each_time() -> None:
    truth, given = [S, C, U, S] * 25, [S, U, U, C] * 25
    few = label_metrics(truth, given, [0.5] * 100)
    many = label_metrics(truth * 16, given * 16, [0.5] * 1600)
    assert few == label_metrics(truth, given, [0.5] * 100)
    assert few["macro_f1"] == many["macro_f1"]
    assert few["macro_f1.se"] / many["macro_f1.se"] == pytest.approx(4, rel=0.15)
    assert few["accuracy.se"] == pytest.approx(math.sqrt(0.25 / 100), abs=1e-6)


def test_calibration_error_by_hand() -> None:
    # Bins of 1/15: 0.5 and 0.52 share one (mean 0.51, half right), 1.0 is in the last (wrong).
    assert calibration_error([0.5, 0.52, 1.0], [True, False, False]) == pytest.approx((0.02 + 1.0) / 3)
    assert calibration_error([1.0, 0.0], [True, False]) == 0


def test_no_rows_have_no_metrics() -> None:
    assert label_metrics([], [], []) == {}
