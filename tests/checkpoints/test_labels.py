"""Labels in the words of many models, in any order, and those that mean something else."""

from __future__ import annotations

from itertools import permutations

import pytest

from factcheck.checkpoints.labels import columns


@pytest.mark.parametrize(
    "labels",
    [
        ("entailment", "contradiction", "neutral"),
        ("ENTAILMENT", "CONTRADICTION", "NEUTRAL"),
        ("SUPPORTS", "REFUTES", "NOT ENOUGH INFO"),
        ("supported", "refuted", "not_enough_info"),
        ("Support", "Contradict", "NEI"),
        ("蕴含", "矛盾", "中立"),
        ("entails", "contradicts", "unrelated"),
    ],
)
def test_three_labels_in_every_order(labels: tuple[str, ...]) -> None:
    for order in permutations(range(3)):
        placed = {place: labels[meaning] for place, meaning in enumerate(order)}
        found = columns(placed)
        assert found is not None
        assert found.contradicts is not None
        assert [placed[place] for place in (found.supports, found.contradicts, found.neutral)] == list(labels)


@pytest.mark.parametrize(
    "labels",
    [
        ("entailment", "not_entailment"),
        ("entailment", "not-entailment"),
        ("ENTAILMENT", "NON ENTAILMENT"),
        ("supported", "unsupported"),
        ("蕴含", "不蕴含"),
    ],
)
def test_two_labels_leave_contradiction_out(labels: tuple[str, str]) -> None:
    for placed in (dict(enumerate(labels)), dict(enumerate(labels[::-1]))):
        found = columns(placed)
        assert found is not None
        assert found.contradicts is None
        assert (placed[found.supports], placed[found.neutral]) == labels


@pytest.mark.parametrize(
    "labels",
    [
        (),
        ("LABEL_0", "LABEL_1", "LABEL_2"),
        ("entailment", "neutral"),
        ("entailment", "entailed", "neutral"),
        ("entailment", "contradiction", "neutral", "joy"),
        ("not_entailment", "contradiction"),
        ("positive", "negative"),
    ],
)
def test_other_labels_mean_nothing_here(labels: tuple[str, ...]) -> None:
    assert columns(dict(enumerate(labels))) is None
